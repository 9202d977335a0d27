/*
 * The C codec as a filter, for comparison with another one. Reads records from stdin,
 *   operation (1 byte) | length (2, little-endian) | bytes
 * and answers each with length (2) | bytes; length 0xFFFF is a refusal. Operations:
 *   E, D  COBS encode, decode      C  CRC-32      S  seal a packet
 *   R     receive: every packet of the bytes, each as length (2) | packet
 *   P     pack data: bits (1) | sequence (2) | time (4) | values (4 each)
 *   U     unpack data and pack it again: bits (1) | packet
 */
#include <stdio.h>
#include <string.h>

#include "framed_protocol.h"

#define REFUSED 0xFFFFu

static uint8_t in[65536], out[65536];

static uint32_t u32(const uint8_t *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static size_t receive_all(size_t n)
{
    uint8_t buffer[FRAMED_WIRE_MAX];
    struct framed_receiver receiver;
    size_t written = 0;

    framed_receiver_begin(&receiver, buffer, FRAMED_WIRE_MAX - 1);
    for (size_t i = 0; i < n; i++) {
        const size_t length = framed_receiver_push(&receiver, in[i]);
        if (length) {
            out[written++] = (uint8_t)length;
            out[written++] = (uint8_t)(length >> 8);
            memcpy(out + written, buffer, length);
            written += length;
        }
    }
    return written;
}

static size_t pack(size_t n)
{
    int32_t samples[256];
    const size_t n_values = (n - 7) / 4;

    for (size_t i = 0; i < n_values; i++) {
        samples[i] = (int32_t)u32(in + 7 + 4 * i);
    }
    return framed_pack_data((uint16_t)(in[1] | in[2] << 8), u32(in + 3), samples, n_values, in[0],
                            out);
}

static size_t unpack(size_t n)
{
    int32_t samples[128];
    struct framed_data data;

    if (n < 2 || !framed_unpack_data(in + 1, n - 1, in[0], &data, samples, 128)) {
        return FRAMED_INVALID;
    }
    return framed_pack_data(data.sequence, data.time_us, samples, data.n_values, in[0], out);
}

static size_t answer(int operation, size_t n)
{
    switch (operation) {
    case 'E':
        return framed_cobs_encode(in, n, out, sizeof out);
    case 'D':
        return framed_cobs_decode(in, n, out, sizeof out);
    case 'C': {
        uint32_t crc = framed_crc32(0, in, n);
        for (size_t i = 0; i < 4; i++, crc >>= 8) {
            out[i] = (uint8_t)crc;
        }
        return 4;
    }
    case 'S':
        return framed_seal(in, n, out, FRAMED_WIRE_MAX);
    case 'R':
        return receive_all(n);
    case 'P':
        return pack(n);
    case 'U':
        return unpack(n);
    default:
        return FRAMED_INVALID;
    }
}

int main(void)
{
    uint8_t head[3];

    while (fread(head, 1, 3, stdin) == 3) {
        const size_t n = (size_t)(head[1] | head[2] << 8);
        if (fread(in, 1, n, stdin) != n) {
            return 1;
        }
        size_t length = answer(head[0], n);
        const unsigned told = length == FRAMED_INVALID ? REFUSED : (unsigned)length;
        const uint8_t reply[2] = {(uint8_t)told, (uint8_t)(told >> 8)};
        fwrite(reply, 1, 2, stdout);
        fwrite(out, 1, told == REFUSED ? 0 : length, stdout);
    }
    return 0;
}
