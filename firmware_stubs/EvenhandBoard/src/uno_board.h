/*
 * An ATmega328P at 16 MHz (Arduino Uno, Nano) as a framed board: amplifiers on A0 to A5. It is
 * three of the four functions of a port; the fourth, port_send, is the line's, and is written
 * beside setup() or main().
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNO_BOARD_H
#define UNO_BOARD_H

#include "framed_board.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The library's version (library.properties), told in the hello. */
#define UNO_FIRMWARE {1, 0, 0}

/* What is particular to one board. */
struct uno_settings {
    const char *name;   /* at most 24 characters */
    const char *serial; /* at most 16: tells this board from another of its kind after a replug */
    /* 250 000, 500 000 and 1 000 000 come out of a 16 MHz clock without error; 115 200 is 2.1 %
     * off (ATmega328P datasheet, UBRRn tables), and carries four channels at 548 Hz at most. */
    uint32_t baud;
    /* The converter's reference, in microvolts: AVcc, which is the USB supply on an Uno. */
    uint32_t reference_uv;
    /* Between electrode and pin, from the amplifier's datasheet. With 5 V and 10 bits a count is
     * 4883 uV / gain: 4.9 uV at 1000, but 24 uV at 200, coarser than a face at rest. */
    uint16_t gain;
    uint16_t lowpass_hz; /* -3 dB of the amplifier's low-pass; 0: unknown */
    uint16_t rate_hz;    /* at the start, as the next; the host may set both */
    uint8_t n_channels;
};

/* Call it once the line is open: it says hello. */
void uno_board_begin(const struct uno_settings *settings);
/* Send the oldest sample not yet sent, if there is one; call it in every turn of the loop. */
void uno_board_send_sample(void);

#ifdef __cplusplus
}
#endif
#endif
