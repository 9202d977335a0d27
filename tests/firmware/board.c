/*
 * framed_board.c on the host, with a port that samples nothing: reads records from stdin,
 *   'R' | length (1) | bytes from the host
 *   'S' | length (1) | sequence (2) | time (4) | values (4 each)
 * and writes to stdout whatever the board sends. Rates 250..2000 Hz that divide 2000.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "framed_board.h"

static bool streaming;

bool port_send(const uint8_t *wire, size_t n, size_t spare)
{
    (void)spare;
    return fwrite(wire, 1, n, stdout) == n;
}

uint32_t port_set_sampling(uint8_t n_channels, uint16_t rate_hz)
{
    (void)n_channels;
    return rate_hz >= 250 && rate_hz <= 2000 && 2000 % rate_hz == 0 ? rate_hz * 1000u : 0;
}

uint16_t port_rate_max_hz(uint8_t n_channels)
{
    (void)n_channels;
    return 2000;
}

void port_stream(bool on)
{
    if (on == streaming) {
        abort(); /* the board must ask only for a change */
    }
    streaming = on;
}

static uint32_t u32(const uint8_t *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void send_sample(const uint8_t *bytes)
{
    int32_t samples[BOARD_CHANNELS_MAX];

    for (size_t i = 0; i < board_hello.n_channels; i++) {
        samples[i] = (int32_t)u32(bytes + 6 + 4 * i);
    }
    board_send_sample((uint16_t)(bytes[0] | bytes[1] << 8), u32(bytes + 2), samples);
}

int main(int argc, char **argv)
{
    uint8_t head[2], bytes[256];

    board_hello.n_channels = board_hello.n_channels_max = 8;
    board_hello.resolution_bits = 24;
    board_hello.scale_uv = 4500000;
    board_hello.scale_divisor = 8388607u * 24u;
    board_hello.baud = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    memcpy(board_hello.board, "EVENHAND-SIMULATOR 1299", 23);
    memcpy(board_hello.serial, "0001", 4);
    board_hello.firmware[0] = 1;
    board_begin(1000);
    while (fread(head, 1, 2, stdin) == 2 && fread(bytes, 1, head[1], stdin) == head[1]) {
        if (head[0] == 'S') {
            send_sample(bytes);
        } else {
            for (size_t i = 0; i < head[1]; i++) {
                board_receive(bytes[i]);
            }
        }
    }
    return 0;
}
