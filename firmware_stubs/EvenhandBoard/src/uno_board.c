/* The ATmega328P's part of a board: who it is, and its sampler behind the port's functions.
 * SPDX-License-Identifier: MIT */
#include "uno_board.h"

#include "uno_sampler.h"

#ifdef __AVR_ATmega328P__
#include <string.h>

void uno_board_begin(const struct uno_settings *settings)
{
    static const uint8_t firmware[] = UNO_FIRMWARE;

    board_hello.n_channels = settings->n_channels;
    board_hello.n_channels_max = UNO_CHANNELS;
    board_hello.resolution_bits = UNO_RESOLUTION_BITS;
    board_hello.scale_uv = settings->reference_uv;
    board_hello.scale_divisor = (1UL << UNO_RESOLUTION_BITS) * settings->gain;
    board_hello.baud = settings->baud;
    board_hello.lowpass_hz = settings->lowpass_hz;
    memcpy(board_hello.firmware, firmware, sizeof firmware);
    strncpy(board_hello.board, settings->name, FRAMED_NAME_SIZE);
    strncpy(board_hello.serial, settings->serial, FRAMED_SERIAL_SIZE);
    board_begin(settings->rate_hz);
}

void uno_board_send_sample(void)
{
    struct uno_sample sample;
    int32_t values[UNO_CHANNELS];

    if (uno_sampler_take(&sample)) {
        for (uint8_t i = 0; i < board_hello.n_channels; i++) {
            values[i] = sample.values[i];
        }
        board_send_sample(sample.sequence, sample.time_us, values);
    }
}

uint32_t port_set_sampling(uint8_t n_channels, uint16_t rate_hz)
{
    return uno_sampler_set(n_channels, rate_hz);
}

uint16_t port_rate_max_hz(uint8_t n_channels)
{
    (void)n_channels; /* six conversions at 250 kHz take 0.34 ms: the same for all */
    return UNO_RATE_MAX_HZ;
}

void port_stream(bool on)
{
    if (on) {
        uno_sampler_start();
    } else {
        uno_sampler_stop();
    }
}
#endif
