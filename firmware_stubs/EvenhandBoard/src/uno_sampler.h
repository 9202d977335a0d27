/*
 * The ATmega328P's converter, paced by Timer1: ADC0 to ADC5 (pins A0 to A5), one after the other.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef UNO_SAMPLER_H
#define UNO_SAMPLER_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define UNO_CHANNELS 6
#define UNO_RESOLUTION_BITS 10
#define UNO_RATE_MIN_HZ 250
#define UNO_RATE_MAX_HZ 2000

struct uno_sample {
    uint16_t sequence;
    uint32_t time_us;
    int16_t values[UNO_CHANNELS]; /* counts around mid-supply: -512..511 */
};

/* Returns the rate that the timer gives, in millihertz; 0 when it is out of range. */
uint32_t uno_sampler_set(uint8_t n_channels, uint16_t rate_hz);
void uno_sampler_start(void);
void uno_sampler_stop(void);
/* The oldest sample not yet taken; false when there is none. */
bool uno_sampler_take(struct uno_sample *sample);

#ifdef __cplusplus
}
#endif
#endif
