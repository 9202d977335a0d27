/*
 * The framed serial protocol, version 1: the contract between a board and its host.
 *
 *   packet:  type (1 byte) | fields, little-endian | CRC-32 of all before it (4 bytes, LE)
 *   frame:   COBS(packet) | 0x00
 *
 * COBS (Cheshire and Baker, "Consistent Overhead Byte Stuffing", SIGCOMM 1997) leaves no zero
 * inside a frame, so a zero on the wire is always a boundary: whatever was lost or garbled, the
 * next zero ends the damage. CRC-32 is zlib's (reflected 0xEDB88320; check value 0xCBF43926 for
 * "123456789"). A packet has at most 254 bytes, so that COBS adds exactly one.
 *
 * Nothing here allocates, keeps a static variable or touches hardware. Every function may be
 * given any bytes. docs/firmware.md explains each field and why it is there.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FRAMED_PROTOCOL_H
#define FRAMED_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FRAMED_PROTOCOL_VERSION 1u
#define FRAMED_PACKET_MAX 254u                   /* with its CRC: one COBS block */
#define FRAMED_WIRE_MAX (FRAMED_PACKET_MAX + 2u) /* + COBS code byte + delimiter */
#define FRAMED_WIRE_EXTRA 6u                     /* CRC, COBS code byte and delimiter */
#define FRAMED_DELIMITER 0x00u
#define FRAMED_CRC_SIZE 4u
#define FRAMED_BITS_PER_BYTE 10u /* 8N1: start bit, eight bits, stop bit */
#define FRAMED_INVALID SIZE_MAX

/* Board to host below 0x10, host to board from 0x10 on: an echo is told from an answer. */
enum framed_type {
    FRAMED_HELLO = 0x01,
    FRAMED_DATA = 0x02,
    FRAMED_ACKNOWLEDGE = 0x03,
    FRAMED_ERROR = 0x04,
    FRAMED_IDENTIFY = 0x10,
    FRAMED_START = 0x11,
    FRAMED_STOP = 0x12,
    FRAMED_SET_RATE = 0x13,    /* value: samples per second and channel */
    FRAMED_SET_CHANNELS = 0x14 /* value: how many, from the first */
};

enum framed_error {
    FRAMED_ERROR_COMMAND = 1,  /* no such command, or a wrong length */
    FRAMED_ERROR_STREAMING = 2, /* not while streaming: stop first */
    FRAMED_ERROR_RATE = 3,     /* limit: the highest rate that the converter does, Hz */
    FRAMED_ERROR_CHANNELS = 4, /* limit: channels that the board has */
    FRAMED_ERROR_LINK = 5      /* limit: bits per second that the stream would need */
};

#define FRAMED_FLAG_STREAMING 0x01u
#define FRAMED_NAME_SIZE 24u   /* ASCII, padded with zeros, not terminated when full */
#define FRAMED_SERIAL_SIZE 16u
#define FRAMED_HELLO_SIZE 68u  /* packet sizes without the CRC */
#define FRAMED_DATA_HEADER 7u
#define FRAMED_ACKNOWLEDGE_SIZE 5u
#define FRAMED_ERROR_SIZE 8u
#define FRAMED_COMMAND_SIZE 4u

struct framed_hello {
    uint8_t protocol_version;
    uint8_t flags;             /* FRAMED_FLAG_STREAMING; a hello without it in mid-stream: reset */
    uint8_t n_channels;        /* sampled now */
    uint8_t n_channels_max;    /* on the board */
    uint8_t resolution_bits;   /* 2..16: two bytes a sample; 17..24: three */
    uint8_t samples_per_frame; /* sampling instants in one data frame, >= 1 */
    uint32_t rate_mhz;         /* what the timer really gives, millihertz */
    uint32_t scale_uv;         /* one count is scale_uv / scale_divisor microvolts */
    uint32_t scale_divisor;    /*   at the electrode: exact where a float is not */
    uint32_t baud;             /* of the link, 8N1; 0: not a UART, no such limit */
    uint16_t lowpass_hz;       /* -3 dB of the board's own low-pass; 0: unknown */
    uint8_t firmware[3];       /* major, minor, patch */
    char board[FRAMED_NAME_SIZE];
    char serial[FRAMED_SERIAL_SIZE]; /* empty: none, and a replug cannot be recognised */
};

struct framed_data {
    uint16_t sequence; /* number of the first sampling instant; counts those never sent too */
    uint32_t time_us;  /* board's clock at that instant */
    size_t n_values;   /* instants x channels */
};

struct framed_acknowledge {
    uint8_t token, command;
    uint16_t value; /* now in force */
};

struct framed_refusal {
    uint8_t token, command, code; /* enum framed_error */
    uint32_t limit;
};

struct framed_command {
    uint8_t type, token; /* the token comes back in the reply */
    uint16_t value;      /* 0 where the command has none */
};

/* CRC-32 of n bytes, going on from crc; begin with 0. */
uint32_t framed_crc32(uint32_t crc, const uint8_t *bytes, size_t n);

/*
 * COBS of any length, without a delimiter. Returns the bytes written, or FRAMED_INVALID when
 * capacity is too small (never more than n + n / 254 + 1) or, decoding, when the input holds a
 * zero, ends too early or is empty. Decoding may write over its own input; encoding may not.
 */
size_t framed_cobs_encode(const uint8_t *in, size_t n, uint8_t *out, size_t capacity);
size_t framed_cobs_decode(const uint8_t *in, size_t n, uint8_t *out, size_t capacity);

/* Bytes of one sample on the wire, 2 or 3. */
uint8_t framed_sample_size(uint8_t resolution_bits);
/* Bytes of one data frame on the wire, delimiter included; 0 when it would pass the maximum. */
size_t framed_data_wire_size(const struct framed_hello *hello);
/* Bits per second that the data frames take on an 8N1 line. */
uint32_t framed_link_bits_per_s(const struct framed_hello *hello);

/*
 * Write a packet without its CRC; returns its size. `packet` holds FRAMED_PACKET_MAX bytes.
 * Samples beyond the resolution are clipped to its ends: a rail stays a rail.
 * framed_pack_data returns FRAMED_INVALID when the packet would pass the maximum.
 */
size_t framed_pack_hello(const struct framed_hello *hello, uint8_t *packet);
size_t framed_pack_data(uint16_t sequence, uint32_t time_us, const int32_t *samples,
                        size_t n_values, uint8_t resolution_bits, uint8_t *packet);
size_t framed_pack_acknowledge(const struct framed_acknowledge *acknowledge, uint8_t *packet);
size_t framed_pack_refusal(const struct framed_refusal *refusal, uint8_t *packet);
size_t framed_pack_command(const struct framed_command *command, uint8_t *packet);

/* Read a packet whose CRC was right (n without the CRC); false when it is not of that kind. */
bool framed_unpack_hello(const uint8_t *packet, size_t n, struct framed_hello *hello);
bool framed_unpack_data(const uint8_t *packet, size_t n, uint8_t resolution_bits,
                        struct framed_data *data, int32_t *samples, size_t capacity);
bool framed_unpack_acknowledge(const uint8_t *packet, size_t n, struct framed_acknowledge *out);
bool framed_unpack_refusal(const uint8_t *packet, size_t n, struct framed_refusal *out);
bool framed_unpack_command(const uint8_t *packet, size_t n, struct framed_command *out);

/*
 * Append the CRC to packet (room for 4 more bytes) and write the frame, delimiter included.
 * Returns its size, or FRAMED_INVALID when the packet is too long or capacity too small.
 */
size_t framed_seal(uint8_t *packet, size_t n, uint8_t *wire, size_t capacity);

/* Gathers bytes from the line; the caller lends the buffer (longest expected frame). */
struct framed_receiver {
    uint8_t *buffer;
    size_t capacity;
    size_t length;
    bool overrun;       /* the frame outgrew the buffer: dropped at its delimiter */
    uint16_t bad_total; /* frames refused: COBS, CRC or length; stops at 65535 */
};

void framed_receiver_begin(struct framed_receiver *receiver, uint8_t *buffer, size_t capacity);
/*
 * Take one byte. Returns the size of the packet (without CRC) that it completed, now at the start
 * of the buffer and valid until the next call; 0 otherwise.
 */
size_t framed_receiver_push(struct framed_receiver *receiver, uint8_t byte);

#ifdef __cplusplus
}
#endif
#endif
