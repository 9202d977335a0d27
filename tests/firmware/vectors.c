/* Holds the C codec against protocol/vectors.txt: vectors FILE. Prints how many it met. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "framed_protocol.h"

#define BYTES_MAX 1024

struct bytes {
    uint8_t at[BYTES_MAX];
    size_t n;
};

static unsigned line_number;

static void fail(const char *why)
{
    fprintf(stderr, "line %u: %s\n", line_number, why);
    exit(1);
}

static struct bytes hex(const char *text)
{
    struct bytes out = {{0}, 0};
    unsigned value;

    if (strcmp(text, "-") == 0) {
        return out;
    }
    for (; sscanf(text, "%2x", &value) == 1; text += 2) {
        out.at[out.n++] = (uint8_t)value;
        if (text[1] == '\0') {
            fail("odd number of digits");
        }
        if (text[2] == '\0') {
            break;
        }
    }
    return out;
}

static unsigned long number(void)
{
    const char *word = strtok(NULL, " \n");

    if (!word) {
        fail("too few words");
    }
    return strtoul(word, NULL, 10);
}

static struct bytes rest(void)
{
    const char *word = strtok(NULL, " \n");

    if (!word) {
        fail("too few words");
    }
    return hex(word);
}

static void same(const uint8_t *got, size_t n, const struct bytes *want, const char *what)
{
    if (n != want->n || memcmp(got, want->at, n) != 0) {
        fail(what);
    }
}

static void sealed(uint8_t *packet, size_t n, const struct bytes *wire)
{
    uint8_t out[FRAMED_WIRE_MAX];

    same(out, framed_seal(packet, n, out, sizeof out), wire, "seals to another frame");
}

/* Feeds a frame to a receiver; returns the packet's size. */
static size_t received(const struct bytes *wire, uint8_t *buffer)
{
    struct framed_receiver receiver;
    size_t n = 0;

    framed_receiver_begin(&receiver, buffer, FRAMED_WIRE_MAX);
    for (size_t i = 0; i < wire->n; i++) {
        n = framed_receiver_push(&receiver, wire->at[i]);
        if (n && i + 1 < wire->n) {
            fail("a packet before the end");
        }
    }
    return n;
}

static void check_crc(void)
{
    const struct bytes text = rest();
    const char *word = strtok(NULL, " \n");

    if (framed_crc32(0, text.at, text.n) != strtoul(word, NULL, 16)) {
        fail("another CRC");
    }
}

static void check_cobs(void)
{
    const struct bytes plain = rest(), stuffed = rest();
    uint8_t out[BYTES_MAX];

    same(out, framed_cobs_encode(plain.at, plain.n, out, sizeof out), &stuffed, "encodes otherwise");
    same(out, framed_cobs_decode(stuffed.at, stuffed.n, out, sizeof out), &plain,
         "decodes otherwise");
    if (framed_cobs_encode(plain.at, plain.n, out, stuffed.n - 1) != FRAMED_INVALID ||
        framed_cobs_decode(stuffed.at, stuffed.n, out, plain.n - 1) != FRAMED_INVALID) {
        fail("writes beyond the capacity");
    }
}

static void check_bad_cobs(void)
{
    const struct bytes stuffed = rest();
    uint8_t out[BYTES_MAX];

    if (framed_cobs_decode(stuffed.at, stuffed.n, out, sizeof out) != FRAMED_INVALID) {
        fail("decodes what is no COBS");
    }
}

static void check_bad_wire(void)
{
    const struct bytes wire = rest();
    uint8_t buffer[FRAMED_WIRE_MAX];

    if (received(&wire, buffer) != 0) {
        fail("takes a damaged frame");
    }
}

static void check_hello(void)
{
    struct framed_hello want, got;
    uint8_t packet[FRAMED_PACKET_MAX], buffer[FRAMED_WIRE_MAX];

    memset(&want, 0, sizeof want);
    memset(&got, 0, sizeof got);
    want.protocol_version = (uint8_t)number();
    want.flags = (uint8_t)number();
    want.n_channels = (uint8_t)number();
    want.n_channels_max = (uint8_t)number();
    want.resolution_bits = (uint8_t)number();
    want.samples_per_frame = (uint8_t)number();
    want.rate_mhz = (uint32_t)number();
    want.scale_uv = (uint32_t)number();
    want.scale_divisor = (uint32_t)number();
    want.baud = (uint32_t)number();
    want.lowpass_hz = (uint16_t)number();
    for (size_t i = 0; i < 3; i++) {
        want.firmware[i] = (uint8_t)number();
    }
    const char *board = strtok(NULL, " ");
    memcpy(want.board, board, strlen(board));
    const char *serial = strtok(NULL, " ");
    memcpy(want.serial, serial, strlen(serial));
    const struct bytes wire = rest();
    sealed(packet, framed_pack_hello(&want, packet), &wire);
    if (!framed_unpack_hello(buffer, received(&wire, buffer), &got) ||
        memcmp(&got, &want, sizeof got) != 0) {
        fail("reads another hello");
    }
}

static void check_data(void)
{
    const uint8_t bits = (uint8_t)number();
    const uint16_t sequence = (uint16_t)number();
    const uint32_t time_us = (uint32_t)number();
    char *values = strtok(NULL, " ");
    const struct bytes wire = rest();
    int32_t samples[128], got[128];
    size_t n = 0;
    struct framed_data data;
    uint8_t packet[FRAMED_PACKET_MAX], buffer[FRAMED_WIRE_MAX];

    for (char *word = strtok(values, ","); word; word = strtok(NULL, ",")) {
        samples[n++] = (int32_t)strtol(word, NULL, 10);
    }
    sealed(packet, framed_pack_data(sequence, time_us, samples, n, bits, packet), &wire);
    if (!framed_unpack_data(buffer, received(&wire, buffer), bits, &data, got, 128) ||
        data.sequence != sequence || data.time_us != time_us || data.n_values != n ||
        memcmp(got, samples, n * sizeof *got) != 0) {
        fail("reads other data");
    }
}

static void check_acknowledge(void)
{
    struct framed_acknowledge want, got;
    uint8_t packet[FRAMED_PACKET_MAX], buffer[FRAMED_WIRE_MAX];

    want.token = (uint8_t)number();
    want.command = (uint8_t)number();
    want.value = (uint16_t)number();
    const struct bytes wire = rest();
    sealed(packet, framed_pack_acknowledge(&want, packet), &wire);
    if (!framed_unpack_acknowledge(buffer, received(&wire, buffer), &got) ||
        got.token != want.token || got.command != want.command || got.value != want.value) {
        fail("reads another acknowledgement");
    }
}

static void check_refusal(void)
{
    struct framed_refusal want, got;
    uint8_t packet[FRAMED_PACKET_MAX], buffer[FRAMED_WIRE_MAX];

    want.token = (uint8_t)number();
    want.command = (uint8_t)number();
    want.code = (uint8_t)number();
    want.limit = (uint32_t)number();
    const struct bytes wire = rest();
    sealed(packet, framed_pack_refusal(&want, packet), &wire);
    if (!framed_unpack_refusal(buffer, received(&wire, buffer), &got) ||
        got.token != want.token || got.command != want.command || got.code != want.code ||
        got.limit != want.limit) {
        fail("reads another refusal");
    }
}

static void check_command(void)
{
    struct framed_command want, got;
    uint8_t packet[FRAMED_PACKET_MAX], buffer[FRAMED_WIRE_MAX];

    want.type = (uint8_t)number();
    want.token = (uint8_t)number();
    want.value = (uint16_t)number();
    const struct bytes wire = rest();
    sealed(packet, framed_pack_command(&want, packet), &wire);
    if (!framed_unpack_command(buffer, received(&wire, buffer), &got) || got.type != want.type ||
        got.token != want.token || got.value != want.value) {
        fail("reads another command");
    }
}

static const struct {
    const char *name;
    void (*check)(void);
} kinds[] = {{"crc", check_crc},         {"cobs", check_cobs},       {"badcobs", check_bad_cobs},
             {"hello", check_hello},     {"data", check_data},       {"ack", check_acknowledge},
             {"refusal", check_refusal}, {"command", check_command}, {"badwire", check_bad_wire}};

static void check_line(char *line)
{
    const char *kind = strtok(line, " \n");

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kind, kinds[i].name) == 0) {
            kinds[i].check();
            return;
        }
    }
    fail("unknown kind of vector");
}

int main(int argc, char **argv)
{
    static char line[8192];
    unsigned met = 0;
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;

    if (!file) {
        fprintf(stderr, "usage: vectors FILE\n");
        return 2;
    }
    while (fgets(line, sizeof line, file)) {
        line_number++;
        if (line[0] != '#' && line[0] != '\n') {
            check_line(line);
            met++;
        }
    }
    fclose(file);
    printf("%u\n", met);
    return 0;
}
