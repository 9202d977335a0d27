/* Packets: fields to bytes and back, little-endian whatever the machine.
 * SPDX-License-Identifier: MIT */
#include "framed_protocol.h"

#include <string.h>

static uint8_t *put_u16(uint8_t *at, uint16_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
    return at + 2;
}

static uint8_t *put_u32(uint8_t *at, uint32_t value)
{
    return put_u16(put_u16(at, (uint16_t)value), (uint16_t)(value >> 16));
}

static uint16_t get_u16(const uint8_t *at)
{
    return (uint16_t)(at[0] | (uint16_t)((uint16_t)at[1] << 8));
}

static uint32_t get_u32(const uint8_t *at)
{
    return get_u16(at) | ((uint32_t)get_u16(at + 2) << 16);
}

static bool is_packet(const uint8_t *packet, size_t n, size_t size, uint8_t type)
{
    return n == size && packet[0] == type;
}

uint8_t framed_sample_size(uint8_t resolution_bits)
{
    return resolution_bits > 16 ? 3 : 2;
}

size_t framed_data_wire_size(const struct framed_hello *hello)
{
    const size_t sample_size = framed_sample_size(hello->resolution_bits);
    const size_t values = (size_t)hello->n_channels * hello->samples_per_frame;

    if (values > (FRAMED_PACKET_MAX - FRAMED_CRC_SIZE - FRAMED_DATA_HEADER) / sample_size) {
        return 0;
    }
    return FRAMED_DATA_HEADER + values * sample_size + FRAMED_WIRE_EXTRA;
}

uint32_t framed_link_bits_per_s(const struct framed_hello *hello)
{
    const uint32_t bits = (uint32_t)framed_data_wire_size(hello) * FRAMED_BITS_PER_BYTE;
    const uint32_t frame_rate_mhz =
        hello->rate_mhz / (hello->samples_per_frame ? hello->samples_per_frame : 1u);

    /* In two parts: bits x mHz passes 32 bits at 2 kHz, and a 64-bit product costs an AVR 200
     * bytes of flash. */
    return frame_rate_mhz / 1000u * bits + frame_rate_mhz % 1000u * bits / 1000u;
}

size_t framed_pack_hello(const struct framed_hello *hello, uint8_t *packet)
{
    uint8_t *at = packet;

    *at++ = FRAMED_HELLO;
    *at++ = hello->protocol_version;
    *at++ = hello->flags;
    *at++ = hello->n_channels;
    *at++ = hello->n_channels_max;
    *at++ = hello->resolution_bits;
    *at++ = hello->samples_per_frame;
    at = put_u32(at, hello->rate_mhz);
    at = put_u32(at, hello->scale_uv);
    at = put_u32(at, hello->scale_divisor);
    at = put_u32(at, hello->baud);
    at = put_u16(at, hello->lowpass_hz);
    memcpy(at, hello->firmware, sizeof hello->firmware);
    at += sizeof hello->firmware;
    memcpy(at, hello->board, FRAMED_NAME_SIZE);
    memcpy(at + FRAMED_NAME_SIZE, hello->serial, FRAMED_SERIAL_SIZE);
    return FRAMED_HELLO_SIZE;
}

bool framed_unpack_hello(const uint8_t *packet, size_t n, struct framed_hello *hello)
{
    if (!is_packet(packet, n, FRAMED_HELLO_SIZE, FRAMED_HELLO)) {
        return false;
    }
    hello->protocol_version = packet[1];
    hello->flags = packet[2];
    hello->n_channels = packet[3];
    hello->n_channels_max = packet[4];
    hello->resolution_bits = packet[5];
    hello->samples_per_frame = packet[6];
    hello->rate_mhz = get_u32(packet + 7);
    hello->scale_uv = get_u32(packet + 11);
    hello->scale_divisor = get_u32(packet + 15);
    hello->baud = get_u32(packet + 19);
    hello->lowpass_hz = get_u16(packet + 23);
    memcpy(hello->firmware, packet + 25, sizeof hello->firmware);
    memcpy(hello->board, packet + 28, FRAMED_NAME_SIZE);
    memcpy(hello->serial, packet + 52, FRAMED_SERIAL_SIZE);
    return true;
}

size_t framed_pack_data(uint16_t sequence, uint32_t time_us, const int32_t *samples,
                        size_t n_values, uint8_t resolution_bits, uint8_t *packet)
{
    const uint8_t size = framed_sample_size(resolution_bits);
    const int32_t top = (int32_t)((1ul << (resolution_bits - 1u)) - 1ul);
    uint8_t *at = packet;

    if (n_values > (FRAMED_PACKET_MAX - FRAMED_CRC_SIZE - FRAMED_DATA_HEADER) / size) {
        return FRAMED_INVALID;
    }
    *at++ = FRAMED_DATA;
    at = put_u32(put_u16(at, sequence), time_us);
    for (size_t i = 0; i < n_values; i++) {
        int32_t value = samples[i];
        value = value > top ? top : value < -top - 1 ? -top - 1 : value;
        at = put_u16(at, (uint16_t)(uint32_t)value);
        if (size == 3) {
            *at++ = (uint8_t)((uint32_t)value >> 16);
        }
    }
    return (size_t)(at - packet);
}

bool framed_unpack_data(const uint8_t *packet, size_t n, uint8_t resolution_bits,
                        struct framed_data *data, int32_t *samples, size_t capacity)
{
    const uint8_t size = framed_sample_size(resolution_bits);
    const uint8_t *at = packet + FRAMED_DATA_HEADER;

    if (n <= FRAMED_DATA_HEADER || packet[0] != FRAMED_DATA) {
        return false;
    }
    data->n_values = (n - FRAMED_DATA_HEADER) / size;
    if (data->n_values > capacity || data->n_values * size + FRAMED_DATA_HEADER != n) {
        return false;
    }
    data->sequence = get_u16(packet + 1);
    data->time_us = get_u32(packet + 3);
    for (size_t i = 0; i < data->n_values; i++, at += size) {
        uint32_t bits = get_u16(at);
        if (size == 3) {
            bits |= (uint32_t)at[2] << 16;
        }
        const uint32_t sign = size == 3 ? 0x800000ul : 0x8000ul;
        samples[i] = (int32_t)(bits & (sign - 1u)) - (int32_t)(bits & sign);
    }
    return true;
}

size_t framed_pack_acknowledge(const struct framed_acknowledge *acknowledge, uint8_t *packet)
{
    packet[0] = FRAMED_ACKNOWLEDGE;
    packet[1] = acknowledge->token;
    packet[2] = acknowledge->command;
    put_u16(packet + 3, acknowledge->value);
    return FRAMED_ACKNOWLEDGE_SIZE;
}

bool framed_unpack_acknowledge(const uint8_t *packet, size_t n, struct framed_acknowledge *out)
{
    if (!is_packet(packet, n, FRAMED_ACKNOWLEDGE_SIZE, FRAMED_ACKNOWLEDGE)) {
        return false;
    }
    out->token = packet[1];
    out->command = packet[2];
    out->value = get_u16(packet + 3);
    return true;
}

size_t framed_pack_refusal(const struct framed_refusal *refusal, uint8_t *packet)
{
    packet[0] = FRAMED_ERROR;
    packet[1] = refusal->token;
    packet[2] = refusal->command;
    packet[3] = refusal->code;
    put_u32(packet + 4, refusal->limit);
    return FRAMED_ERROR_SIZE;
}

bool framed_unpack_refusal(const uint8_t *packet, size_t n, struct framed_refusal *out)
{
    if (!is_packet(packet, n, FRAMED_ERROR_SIZE, FRAMED_ERROR)) {
        return false;
    }
    out->token = packet[1];
    out->command = packet[2];
    out->code = packet[3];
    out->limit = get_u32(packet + 4);
    return true;
}

size_t framed_pack_command(const struct framed_command *command, uint8_t *packet)
{
    packet[0] = command->type;
    packet[1] = command->token;
    put_u16(packet + 2, command->value);
    return FRAMED_COMMAND_SIZE;
}

bool framed_unpack_command(const uint8_t *packet, size_t n, struct framed_command *out)
{
    if (n != FRAMED_COMMAND_SIZE || packet[0] < FRAMED_IDENTIFY) {
        return false;
    }
    out->type = packet[0];
    out->token = packet[1];
    out->value = get_u16(packet + 2);
    return true;
}
