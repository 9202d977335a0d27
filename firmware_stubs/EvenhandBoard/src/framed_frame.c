/* Frames: a packet sealed with its CRC, stuffed and delimited, and the way back byte by byte.
 * SPDX-License-Identifier: MIT */
#include "framed_protocol.h"

size_t framed_seal(uint8_t *packet, size_t n, uint8_t *wire, size_t capacity)
{
    if (n == 0 || n > FRAMED_PACKET_MAX - FRAMED_CRC_SIZE || capacity < 1) {
        return FRAMED_INVALID;
    }
    uint32_t crc = framed_crc32(0, packet, n);
    for (uint8_t i = 0; i < FRAMED_CRC_SIZE; i++, crc >>= 8) {
        packet[n + i] = (uint8_t)crc;
    }
    const size_t length = framed_cobs_encode(packet, n + FRAMED_CRC_SIZE, wire, capacity - 1);
    if (length == FRAMED_INVALID) {
        return FRAMED_INVALID;
    }
    wire[length] = FRAMED_DELIMITER;
    return length + 1;
}

static size_t open_frame(uint8_t *buffer, size_t length)
{
    const size_t n = framed_cobs_decode(buffer, length, buffer, length);

    if (n == FRAMED_INVALID || n <= FRAMED_CRC_SIZE || n > FRAMED_PACKET_MAX) {
        return 0;
    }
    uint32_t crc = framed_crc32(0, buffer, n - FRAMED_CRC_SIZE);
    for (size_t i = n - FRAMED_CRC_SIZE; i < n; i++, crc >>= 8) {
        if (buffer[i] != (uint8_t)crc) {
            return 0;
        }
    }
    return n - FRAMED_CRC_SIZE;
}

void framed_receiver_begin(struct framed_receiver *receiver, uint8_t *buffer, size_t capacity)
{
    receiver->buffer = buffer;
    receiver->capacity = capacity;
    receiver->length = 0;
    receiver->overrun = false;
    receiver->bad_total = 0;
}

size_t framed_receiver_push(struct framed_receiver *receiver, uint8_t byte)
{
    size_t n = 0;

    if (byte != FRAMED_DELIMITER) {
        if (receiver->length < receiver->capacity) {
            receiver->buffer[receiver->length++] = byte;
        } else {
            receiver->overrun = true;
        }
        return 0;
    }
    /* Zeros in a row are idle line, not an error. */
    if (receiver->length > 0 || receiver->overrun) {
        n = receiver->overrun ? 0 : open_frame(receiver->buffer, receiver->length);
        if (n == 0 && receiver->bad_total < UINT16_MAX) {
            receiver->bad_total++;
        }
    }
    receiver->length = 0;
    receiver->overrun = false;
    return n;
}
