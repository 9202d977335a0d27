/* Commands in, replies and samples out; no hardware. SPDX-License-Identifier: MIT */
#include "framed_board.h"

#define RECEIVE_BUFFER 16 /* a command is 9 bytes before its delimiter */

struct framed_hello board_hello;

static struct framed_receiver receiver;
static uint8_t receive_buffer[RECEIVE_BUFFER];
static uint8_t packet[FRAMED_HELLO_SIZE + FRAMED_CRC_SIZE];
static uint8_t wire[FRAMED_HELLO_SIZE + FRAMED_WIRE_EXTRA];
static uint16_t rate_asked_hz;

static bool is_streaming(void)
{
    return (board_hello.flags & FRAMED_FLAG_STREAMING) != 0;
}

static void send_packet(size_t n, size_t spare)
{
    const size_t length = framed_seal(packet, n, wire, sizeof wire);

    if (length != FRAMED_INVALID) {
        (void)port_send(wire, length, spare);
    }
}

/* A host that asks in mid-stream must not cost a sample: two instants' room stays free. */
static void send_reply(size_t n)
{
    send_packet(n, is_streaming() ? 2u * framed_data_wire_size(&board_hello) : 0u);
}

static void acknowledge(const struct framed_command *command, uint16_t value)
{
    const struct framed_acknowledge reply = {command->token, command->type, value};

    send_reply(framed_pack_acknowledge(&reply, packet));
}

static void refuse(const struct framed_command *command, enum framed_error code, uint32_t limit)
{
    const struct framed_refusal reply = {command->token, command->type, (uint8_t)code, limit};

    send_reply(framed_pack_refusal(&reply, packet));
}

static void start(const struct framed_command *command)
{
    const uint32_t needed = framed_link_bits_per_s(&board_hello);

    if (board_hello.baud != 0 && needed > board_hello.baud) {
        refuse(command, FRAMED_ERROR_LINK, needed);
        return;
    }
    acknowledge(command, board_hello.n_channels);
    if (!is_streaming()) { /* a repeated start, its answer lost, must not restart the numbers */
        board_hello.flags |= FRAMED_FLAG_STREAMING;
        port_stream(true);
    }
}

static void stop(const struct framed_command *command)
{
    if (is_streaming()) {
        port_stream(false);
        board_hello.flags &= (uint8_t)~FRAMED_FLAG_STREAMING;
    }
    acknowledge(command, 0);
}

/* Channels and rate share the converter's time, so either is checked with the other. */
static void set_sampling(const struct framed_command *command, uint8_t n_channels,
                         uint16_t rate_hz)
{
    const uint32_t rate_mhz = port_set_sampling(n_channels, rate_hz);

    if (rate_mhz == 0) {
        (void)port_set_sampling(board_hello.n_channels, rate_asked_hz);
        refuse(command, FRAMED_ERROR_RATE, port_rate_max_hz(n_channels));
        return;
    }
    board_hello.n_channels = n_channels;
    board_hello.rate_mhz = rate_mhz;
    rate_asked_hz = rate_hz;
    acknowledge(command, command->value);
}

static void set_channels(const struct framed_command *command)
{
    if (command->value < 1 || command->value > board_hello.n_channels_max) {
        refuse(command, FRAMED_ERROR_CHANNELS, board_hello.n_channels_max);
        return;
    }
    set_sampling(command, (uint8_t)command->value, rate_asked_hz);
}

static void obey(const struct framed_command *command)
{
    switch (command->type) {
    case FRAMED_IDENTIFY:
        send_reply(framed_pack_hello(&board_hello, packet));
        break;
    case FRAMED_START:
        start(command);
        break;
    case FRAMED_STOP:
        stop(command);
        break;
    case FRAMED_SET_RATE:
    case FRAMED_SET_CHANNELS:
        if (is_streaming()) {
            refuse(command, FRAMED_ERROR_STREAMING, 0);
        } else if (command->type == FRAMED_SET_RATE) {
            set_sampling(command, board_hello.n_channels, command->value);
        } else {
            set_channels(command);
        }
        break;
    default:
        refuse(command, FRAMED_ERROR_COMMAND, 0);
    }
}

static uint8_t lower(uint8_t one, uint8_t other)
{
    return one < other ? one : other;
}

void board_begin(uint16_t rate_hz)
{
    board_hello.n_channels_max = lower(board_hello.n_channels_max, BOARD_CHANNELS_MAX);
    board_hello.n_channels = lower(board_hello.n_channels, board_hello.n_channels_max);
    framed_receiver_begin(&receiver, receive_buffer, sizeof receive_buffer);
    board_hello.protocol_version = FRAMED_PROTOCOL_VERSION;
    board_hello.samples_per_frame = 1;
    board_hello.flags = 0;
    rate_asked_hz = rate_hz;
    board_hello.rate_mhz = port_set_sampling(board_hello.n_channels, rate_hz);
    wire[0] = FRAMED_DELIMITER; /* ends whatever the line carried before the reset */
    (void)port_send(wire, 1, 0);
    send_reply(framed_pack_hello(&board_hello, packet));
}

void board_receive(uint8_t byte)
{
    const size_t n = framed_receiver_push(&receiver, byte);
    struct framed_command command;

    /* A frame that is broken or not a command gets no answer: the host asks again. */
    if (n > 0 && framed_unpack_command(receive_buffer, n, &command)) {
        obey(&command);
    }
}

void board_send_sample(uint16_t sequence, uint32_t time_us, const int32_t *samples)
{
    const size_t n = framed_pack_data(sequence, time_us, samples, board_hello.n_channels,
                                      board_hello.resolution_bits, packet);

    if (n != FRAMED_INVALID) {
        send_packet(n, 0);
    }
}
