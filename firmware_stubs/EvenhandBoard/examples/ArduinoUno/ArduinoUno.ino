/*
 * An Arduino Uno or Nano as an EMG board for Evenhand: amplifiers on A0 to A5.
 *
 * Set what is yours in `settings`, choose the board, upload. uno_board.h says more of each line.
 *
 * SPDX-License-Identifier: MIT
 */
#include <uno_board.h>

#ifndef __AVR_ATmega328P__
#error "This sketch samples with the ATmega328P's timer: choose Arduino Uno or Nano"
#endif

static const struct uno_settings settings = {
    "Evenhand Arduino Uno",
    "",        /* serial number: give each of your boards its own */
    250000,    /* baud */
    5000000UL, /* supply, microvolts: for exact values measure the 5V pin */
    1000,      /* gain of your amplifier */
    0,         /* its low-pass, Hz; 0: unknown */
    1000,      /* samples per second and channel */
    4,         /* channels, from A0 on */
};

/* The core's buffer holds 63 bytes. A sample that finds no room is left out (the host sees the
 * gap). A hello is longer than that: it waits, and in mid-stream it is left out. */
bool port_send(const uint8_t *wire, size_t n, size_t spare)
{
    const bool streams = (board_hello.flags & FRAMED_FLAG_STREAMING) != 0;

    if (streams && (size_t)Serial.availableForWrite() < n + spare) {
        return false;
    }
    return Serial.write(wire, n) == n;
}

void setup()
{
    Serial.begin(settings.baud);
    uno_board_begin(&settings);
}

void loop()
{
    if (Serial.available() > 0) { /* one at a time: an answer costs as much as five samples */
        board_receive((uint8_t)Serial.read());
    }
    uno_board_send_sample();
}
