/*
 * The framed EMG board as a sketch: open it in the Arduino IDE, choose "Arduino Uno" (or Nano),
 * set your amplifier's gain and a serial number in src/uno_config.h, and upload.
 *
 * Amplifiers go to A0..A5. The files in src/ are copies of ../protocol and ../avr_uno (the IDE
 * compiles nothing outside of a sketch's folder); `make sketch` renews them.
 *
 * SPDX-License-Identifier: MIT
 */
#include "src/framed_board.h"
#include "src/uno_config.h"
#include "src/uno_sampler.h"

static void introduce()
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
    strncpy(board_hello.board, "Evenhand Arduino Uno", FRAMED_NAME_SIZE);
    strncpy(board_hello.serial, SERIAL_NUMBER, FRAMED_SERIAL_SIZE);
}

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

uint32_t port_set_sampling(uint8_t n_channels, uint16_t rate_hz)
{
    return uno_sampler_set(n_channels, rate_hz);
}

uint16_t port_rate_max_hz(uint8_t)
{
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

void setup()
{
    introduce();
    Serial.begin(BAUD);
    board_begin(RATE_AT_START_HZ);
}

void loop()
{
    struct uno_sample sample;

    if (Serial.available() > 0) { /* one at a time: an answer costs as much as five samples */
        board_receive((uint8_t)Serial.read());
    }
    if (uno_sampler_take(&sample)) {
        int32_t values[UNO_CHANNELS];
        for (uint8_t i = 0; i < board_hello.n_channels; i++) {
            values[i] = sample.values[i];
        }
        board_send_sample(sample.sequence, sample.time_us, values);
    }
}
