/*
 * A bare ATmega328P at 16 MHz (Arduino Uno, Nano) as a framed EMG board: amplifiers on A0..A5,
 * UART on the USB bridge.
 *
 * SPDX-License-Identifier: MIT
 */
#include <avr/interrupt.h>
#include <string.h>

#include "../protocol/framed_board.h"
#include "uno_config.h"
#include "uno_sampler.h"
#include "uno_uart.h"

static void introduce(void)
{
    board_hello.n_channels = CHANNELS_AT_START;
    board_hello.n_channels_max = UNO_CHANNELS;
    board_hello.resolution_bits = UNO_RESOLUTION_BITS;
    board_hello.scale_uv = REFERENCE_UV;
    board_hello.scale_divisor = (1UL << UNO_RESOLUTION_BITS) * AMPLIFIER_GAIN;
    board_hello.baud = BAUD;
    board_hello.lowpass_hz = AMPLIFIER_LOWPASS_HZ;
    board_hello.firmware[0] = FIRMWARE_MAJOR;
    board_hello.firmware[1] = FIRMWARE_MINOR;
    board_hello.firmware[2] = FIRMWARE_PATCH;
    strncpy(board_hello.board, "Evenhand ATmega328P", FRAMED_NAME_SIZE);
    strncpy(board_hello.serial, SERIAL_NUMBER, FRAMED_SERIAL_SIZE);
}

bool port_send(const uint8_t *wire, size_t n, size_t spare)
{
    return uno_uart_send(wire, n, spare);
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

static void send_sample(const struct uno_sample *sample)
{
    int32_t values[UNO_CHANNELS];

    for (uint8_t i = 0; i < board_hello.n_channels; i++) {
        values[i] = sample->values[i];
    }
    board_send_sample(sample->sequence, sample->time_us, values);
}

int main(void)
{
    struct uno_sample sample;
    uint8_t byte;

    introduce();
    uno_uart_begin();
    sei();
    board_begin(RATE_AT_START_HZ);
    for (;;) {
        if (uno_uart_read(&byte)) { /* one at a time: an answer costs as much as five samples */
            board_receive(byte);
        }
        if (uno_sampler_take(&sample)) {
            send_sample(&sample);
        }
    }
}
