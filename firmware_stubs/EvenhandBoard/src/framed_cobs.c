/* Consistent Overhead Byte Stuffing, after the figures of Cheshire and Baker (SIGCOMM 1997).
 * SPDX-License-Identifier: MIT */
#include "framed_protocol.h"

#define FULL_BLOCK 0xFFu /* 254 bytes without a zero, and no zero implied after them */

size_t framed_cobs_encode(const uint8_t *in, size_t n, uint8_t *out, size_t capacity)
{
    size_t code_at = 0, written = 1;
    uint8_t code = 1;

    if (capacity < 1) {
        return FRAMED_INVALID;
    }
    for (size_t i = 0; i < n; i++) {
        /* A full block is closed only once a byte follows: a message that ends with one needs
         * no empty block after it. */
        if (code == FULL_BLOCK) {
            out[code_at] = code;
            if (written >= capacity) {
                return FRAMED_INVALID;
            }
            code_at = written++;
            code = 1;
        }
        if (written >= capacity) {
            return FRAMED_INVALID;
        }
        if (in[i] == FRAMED_DELIMITER) {
            out[code_at] = code;
            code_at = written++;
            code = 1;
        } else {
            out[written++] = in[i];
            code++;
        }
    }
    out[code_at] = code;
    return written;
}

size_t framed_cobs_decode(const uint8_t *in, size_t n, uint8_t *out, size_t capacity)
{
    size_t read = 0, written = 0;

    if (n == 0) {
        return FRAMED_INVALID;
    }
    while (read < n) {
        const uint8_t code = in[read++];
        if (code == FRAMED_DELIMITER || (size_t)(code - 1u) > n - read) {
            return FRAMED_INVALID;
        }
        for (uint8_t i = 1; i < code; i++) {
            const uint8_t byte = in[read++];
            if (byte == FRAMED_DELIMITER || written >= capacity) {
                return FRAMED_INVALID;
            }
            out[written++] = byte;
        }
        if (code != FULL_BLOCK && read < n) {
            if (written >= capacity) {
                return FRAMED_INVALID;
            }
            out[written++] = FRAMED_DELIMITER;
        }
    }
    return written;
}
