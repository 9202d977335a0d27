/*
 * A bare ATmega328P at 16 MHz (Arduino Uno, Nano) as a framed EMG board, without the Arduino core:
 * its own UART, whose longer buffer takes six channels at 2 kHz. Set with -DBAUD=..., or with
 * `make flash SERIAL=0001 GAIN=1000`.
 *
 * SPDX-License-Identifier: MIT
 */
#include <avr/interrupt.h>

#include "uno_board.h"
#include "uno_uart.h"

#ifndef REFERENCE_UV
#define REFERENCE_UV 5000000UL
#endif
#ifndef AMPLIFIER_LOWPASS_HZ
#define AMPLIFIER_LOWPASS_HZ 0
#endif

static const struct uno_settings settings = {
    .name = "Evenhand ATmega328P",
    .serial = SERIAL_NUMBER,
    .baud = BAUD,
    .reference_uv = REFERENCE_UV,
    .gain = AMPLIFIER_GAIN,
    .lowpass_hz = AMPLIFIER_LOWPASS_HZ,
    .rate_hz = 1000,
    .n_channels = 4,
};

bool port_send(const uint8_t *wire, size_t n, size_t spare)
{
    return uno_uart_send(wire, n, spare);
}

int main(void)
{
    uint8_t byte;

    uno_uart_begin(settings.baud);
    sei();
    uno_board_begin(&settings);
    for (;;) {
        if (uno_uart_read(&byte)) { /* one at a time: an answer costs as much as five samples */
            board_receive(byte);
        }
        uno_board_send_sample();
    }
}
