/*
 * What is particular to your board: set it here, or with -DNAME=value.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNO_CONFIG_H
#define UNO_CONFIG_H

/* Tells this board from another of its kind after a replug: give each its own (16 characters). */
#ifndef SERIAL_NUMBER
#define SERIAL_NUMBER ""
#endif

/* Gain between electrode and pin, from your amplifier's datasheet. With 5 V and 10 bits a count is
 * 4883 uV / gain: 4.9 uV at 1000, but 24 uV at 200, which is coarser than a face at rest. */
#ifndef AMPLIFIER_GAIN
#define AMPLIFIER_GAIN 1000
#endif

/* -3 dB of the amplifier's low-pass, Hz; 0 when you do not know it. */
#ifndef AMPLIFIER_LOWPASS_HZ
#define AMPLIFIER_LOWPASS_HZ 0
#endif

/* 250 000, 500 000 and 1 000 000 come out of a 16 MHz clock without error; 115 200 is 2.1 % off
 * (ATmega328P datasheet, UBRRn tables), and carries four channels at no more than 548 Hz. */
#ifndef BAUD
#define BAUD 250000UL
#endif

/* The converter's reference, in microvolts: AVcc, which is the USB supply on an Uno. */
#ifndef REFERENCE_UV
#define REFERENCE_UV 5000000UL
#endif

#ifndef CHANNELS_AT_START
#define CHANNELS_AT_START 4
#endif

#ifndef RATE_AT_START_HZ
#define RATE_AT_START_HZ 1000
#endif

#define FIRMWARE_MAJOR 1
#define FIRMWARE_MINOR 0
#define FIRMWARE_PATCH 0

#endif
