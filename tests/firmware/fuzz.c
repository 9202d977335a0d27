/*
 * Any bytes into every function of the codec and the board: with libFuzzer
 *   clang -fsanitize=fuzzer,address,undefined -DLIBFUZZER ... fuzz.c
 * or by itself for so many seconds: fuzz SECONDS [SEED]. Aborts at the first broken promise.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "framed_board.h"

#define INPUT_MAX 1024

#define PROMISE(what)                                                                            \
    do {                                                                                         \
        if (!(what)) {                                                                           \
            fprintf(stderr, "broken: %s\n", #what);                                              \
            abort();                                                                             \
        }                                                                                        \
    } while (0)

bool port_send(const uint8_t *wire, size_t n, size_t spare)
{
    PROMISE(spare <= 2 * FRAMED_WIRE_MAX);
    PROMISE(n > 0 && wire[n - 1] == FRAMED_DELIMITER);
    PROMISE(n == 1 || memchr(wire, FRAMED_DELIMITER, n) == wire + n - 1);
    return true;
}

uint32_t port_set_sampling(uint8_t n_channels, uint16_t rate_hz)
{
    PROMISE(n_channels >= 1 && n_channels <= BOARD_CHANNELS_MAX);
    return rate_hz >= 250 && rate_hz <= 2000 ? rate_hz * 1000u : 0;
}

uint16_t port_rate_max_hz(uint8_t n_channels)
{
    return n_channels ? 2000 : 0;
}

static bool streaming;

void port_stream(bool on)
{
    PROMISE(on != streaming); /* the board asks only for a change */
    streaming = on;
}

static void fuzz_cobs(const uint8_t *data, size_t n)
{
    uint8_t stuffed[2 * INPUT_MAX], plain[2 * INPUT_MAX];
    const size_t encoded = framed_cobs_encode(data, n, stuffed, n + n / 254 + 1);

    PROMISE(encoded != FRAMED_INVALID && memchr(stuffed, 0, encoded) == NULL);
    PROMISE(framed_cobs_decode(stuffed, encoded, plain, sizeof plain) == n);
    PROMISE(n == 0 || memcmp(plain, data, n) == 0);
    const size_t decoded = framed_cobs_decode(data, n, plain, sizeof plain);
    PROMISE(decoded == FRAMED_INVALID || decoded < n);
    if (n > 0) { /* in place, as the receiver does it */
        memcpy(stuffed, data, n);
        PROMISE(framed_cobs_decode(stuffed, n, stuffed, n) == decoded);
        PROMISE(decoded == FRAMED_INVALID || memcmp(stuffed, plain, decoded) == 0);
    }
}

static void fuzz_packet(const uint8_t *data, size_t n)
{
    struct framed_hello hello;
    struct framed_data info;
    struct framed_acknowledge acknowledge;
    struct framed_refusal refusal;
    struct framed_command command;
    int32_t samples[128];
    uint8_t again[FRAMED_PACKET_MAX];

    if (framed_unpack_hello(data, n, &hello)) {
        PROMISE(framed_pack_hello(&hello, again) == n && memcmp(again, data, n) == 0);
        (void)framed_data_wire_size(&hello);
        (void)framed_link_bits_per_s(&hello);
    }
    if (framed_unpack_data(data, n, 24, &info, samples, 128) && n <= FRAMED_PACKET_MAX - 4) {
        PROMISE(framed_pack_data(info.sequence, info.time_us, samples, info.n_values, 24, again) ==
                n);
        PROMISE(memcmp(again, data, n) == 0);
    }
    (void)framed_unpack_data(data, n, 10, &info, samples, 128);
    if (framed_unpack_acknowledge(data, n, &acknowledge)) {
        PROMISE(framed_pack_acknowledge(&acknowledge, again) == n && memcmp(again, data, n) == 0);
    }
    if (framed_unpack_refusal(data, n, &refusal)) {
        PROMISE(framed_pack_refusal(&refusal, again) == n && memcmp(again, data, n) == 0);
    }
    if (framed_unpack_command(data, n, &command)) {
        PROMISE(framed_pack_command(&command, again) == n && memcmp(again, data, n) == 0);
    }
}

static void fuzz_receiver(const uint8_t *data, size_t n)
{
    uint8_t *buffer = malloc(FRAMED_WIRE_MAX); /* on the heap, where each byte beyond is guarded */
    struct framed_receiver receiver;

    PROMISE(buffer);
    framed_receiver_begin(&receiver, buffer, n % FRAMED_WIRE_MAX);
    for (size_t i = 0; i < n; i++) {
        const size_t length = framed_receiver_push(&receiver, data[i]);
        if (length) {
            PROMISE(data[i] == FRAMED_DELIMITER && length <= FRAMED_PACKET_MAX - 4);
            fuzz_packet(buffer, length);
        }
    }
    free(buffer);
}

static void fuzz_board(const uint8_t *data, size_t n)
{
    const int32_t samples[BOARD_CHANNELS_MAX] = {INT32_MIN, -1, 0, 1, INT32_MAX};

    memset(&board_hello, 0, sizeof board_hello);
    streaming = false;
    board_hello.n_channels = 4;
    board_hello.n_channels_max = UINT8_MAX; /* more than the buffers hold: lowered */
    board_hello.resolution_bits = 10;
    board_hello.baud = 250000;
    board_begin(1000);
    for (size_t i = 0; i < n; i++) {
        board_receive(data[i]);
    }
    board_send_sample(1, 2, samples);
    PROMISE(board_hello.n_channels >= 1 && board_hello.n_channels <= BOARD_CHANNELS_MAX);
    PROMISE(board_hello.rate_mhz >= 250000 && board_hello.rate_mhz <= 2000000);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    n = n > INPUT_MAX ? INPUT_MAX : n;
    fuzz_cobs(data, n);
    fuzz_packet(data, n);
    fuzz_receiver(data, n);
    fuzz_board(data, n);
    return 0;
}

#ifndef LIBFUZZER
static uint64_t state;

static uint32_t chance(uint32_t below)
{
    state ^= state << 13; /* xorshift64 (Marsaglia 2003) */
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

/* Half of the inputs: whole frames of random packets, some of them commands, then spoilt. */
static size_t frames(uint8_t *out)
{
    size_t n = 0;

    while (n < INPUT_MAX - FRAMED_WIRE_MAX && chance(8) != 0) {
        static const uint8_t sizes[] = {4, 4, 4, 5, 8, 68, 15, 250};
        uint8_t packet[FRAMED_PACKET_MAX];
        const size_t size = sizes[chance(sizeof sizes)];
        for (size_t i = 0; i < size; i++) {
            packet[i] = (uint8_t)chance(256);
        }
        packet[0] = (uint8_t)(size == 4 ? 0x10 + chance(6) : 1 + chance(4));
        if (size == 4 && chance(2)) {
            packet[3] = (uint8_t)chance(8); /* values that a board may take */
        }
        n += framed_seal(packet, size, out + n, INPUT_MAX - n);
    }
    for (uint32_t spoilt = chance(4); n > 0 && spoilt > 0; spoilt--) {
        out[chance((uint32_t)n)] = (uint8_t)chance(256);
    }
    return n;
}

int main(int argc, char **argv)
{
    const double seconds = argc > 1 ? strtod(argv[1], NULL) : 60;
    const time_t end = time(NULL) + (time_t)seconds;
    unsigned long runs = 0;
    uint8_t input[INPUT_MAX];

    state = argc > 2 ? strtoull(argv[2], NULL, 10) : 88172645463325252ull;
    do {
        for (unsigned i = 0; i < 1000; i++, runs++) {
            size_t n;
            if (runs % 2) {
                n = frames(input);
            } else {
                n = chance(INPUT_MAX + 1);
                for (size_t k = 0; k < n; k++) {
                    input[k] = (uint8_t)chance(chance(4) ? 256 : 8);
                }
            }
            LLVMFuzzerTestOneInput(input, n);
        }
    } while (time(NULL) < end);
    printf("%lu\n", runs);
    return 0;
}
#endif
