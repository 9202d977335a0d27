/*
 * What every board does, whatever its microcontroller: it answers commands and sends its samples.
 *
 * A port to a new board writes the four functions named port_... below and calls the three named
 * board_...; uno_board.c is one such port. Nothing here may be called from an interrupt.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FRAMED_BOARD_H
#define FRAMED_BOARD_H

#include "framed_protocol.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the buffers hold, which the longest reply, the hello, needs: three bytes a channel. */
#define BOARD_CHANNELS_MAX ((FRAMED_HELLO_SIZE - FRAMED_DATA_HEADER) / 3u)

/* Who the board is and how it is set: what its hello says. The port fills it before board_begin;
 * the commands change n_channels, rate_mhz and the streaming flag. */
extern struct framed_hello board_hello;

/* Set the port's channels and rate, and say hello: a host that sees it in mid-stream knows that
 * the board restarted. */
void board_begin(uint16_t rate_hz);
/* Take a byte that came from the host. */
void board_receive(uint8_t byte);
/* Send the n_channels values of one sampling instant. */
void board_send_sample(uint16_t sequence, uint32_t time_us, const int32_t *samples);

/* --- what the port provides --- */

/* Queue n bytes for the host if that leaves room for `spare` more; else queue none and return
 * false: the host sees a gap, or asks again. It must not wait while the board streams. */
bool port_send(const uint8_t *wire, size_t n, size_t spare);
/* Prepare to sample the first n_channels at about rate_hz; returns the rate that the timer will
 * really give in millihertz, or 0 when the converter cannot do it. */
uint32_t port_set_sampling(uint8_t n_channels, uint16_t rate_hz);
/* Highest rate that the converter does with so many channels, Hz. */
uint16_t port_rate_max_hz(uint8_t n_channels);
/* Begin to sample from sequence number 0 (true), or stop (false). */
void port_stream(bool on);

#ifdef __cplusplus
}
#endif
#endif
