/* Timer1 gives the instants, its interrupt starts the first conversion, each finished conversion
 * starts the next: instants are as regular as the crystal, channels are one conversion apart.
 * SPDX-License-Identifier: MIT */
#include "uno_sampler.h"

#ifdef __AVR_ATmega328P__
#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

#define TICKS_PER_S (F_CPU / 8UL) /* Timer1 behind its prescaler of 8: half microseconds */
#define SLOTS 8u                  /* sealing a hello takes 1 ms: two instants at 2 kHz */
#define MID_SUPPLY 512

/* 13 ADC clocks (datasheet, "Prescaling and Conversion Timing") and the interrupt between two
 * conversions, microseconds. The converter keeps its ten bits up to an ADC clock of 200 kHz: 125
 * kHz where time allows, and 250 kHz (a little less accurate) only where it does not. */
#define SLOW_CONVERSION_US 110UL
#define ADC_CLOCK_125_KHZ (_BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0))
#define ADC_CLOCK_250_KHZ (_BV(ADPS2) | _BV(ADPS1))

static struct uno_sample slots[SLOTS];
static volatile uint8_t slots_filled, slots_taken; /* run freely; their difference is the load */
static volatile uint8_t converting;                /* channels of this instant still to come */
static uint8_t n_channels, adc_clock;
static uint16_t period_ticks;
static uint16_t sequence;
static uint32_t time_us;
static uint8_t half_us;

uint32_t uno_sampler_set(uint8_t channels, uint16_t rate_hz)
{
    if (rate_hz < UNO_RATE_MIN_HZ || rate_hz > UNO_RATE_MAX_HZ) {
        return 0;
    }
    n_channels = channels;
    period_ticks = (uint16_t)((TICKS_PER_S + rate_hz / 2u) / rate_hz);
    adc_clock = channels * SLOW_CONVERSION_US * 2UL <= period_ticks ? ADC_CLOCK_125_KHZ
                                                                    : ADC_CLOCK_250_KHZ;
    return TICKS_PER_S * 1000UL / period_ticks;
}

static void convert(uint8_t channel)
{
    ADMUX = (uint8_t)(_BV(REFS0) | channel);
    ADCSRA = (uint8_t)(_BV(ADEN) | _BV(ADIE) | _BV(ADSC) | adc_clock);
}

void uno_sampler_start(void)
{
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        DIDR0 = (uint8_t)((1u << n_channels) - 1u); /* digital inputs off: less noise */
        slots_filled = slots_taken = converting = half_us = 0;
        time_us = 0;
        sequence = 0;
        ADCSRA = (uint8_t)(_BV(ADEN) | adc_clock);
        TCCR1A = 0;
        TCCR1B = _BV(WGM12) | _BV(CS11); /* clear on compare, clock / 8 */
        OCR1A = (uint16_t)(period_ticks - 1u);
        TCNT1 = 0;
        TIFR1 = _BV(OCF1A);
        TIMSK1 = _BV(OCIE1A);
    }
}

void uno_sampler_stop(void)
{
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        TIMSK1 = 0;
        ADCSRA = 0;
        slots_taken = slots_filled; /* no sample after the stop is acknowledged */
    }
}

/* The number and the time move on at every instant, also at one that finds no room: the host
 * sees exactly how many it missed. */
ISR(TIMER1_COMPA_vect)
{
    if (converting == 0 && (uint8_t)(slots_filled - slots_taken) < SLOTS) {
        struct uno_sample *slot = &slots[slots_filled % SLOTS];
        slot->sequence = sequence;
        slot->time_us = time_us;
        converting = n_channels;
        convert(0);
    }
    sequence++;
    half_us = (uint8_t)(half_us + (period_ticks & 1u));
    time_us += period_ticks / 2u + half_us / 2u;
    half_us &= 1u;
}

ISR(ADC_vect)
{
    const uint8_t channel = (uint8_t)(n_channels - converting);

    slots[slots_filled % SLOTS].values[channel] = (int16_t)((int16_t)ADC - MID_SUPPLY);
    if (--converting > 0) {
        convert((uint8_t)(channel + 1u));
    } else {
        slots_filled++;
    }
}

bool uno_sampler_take(struct uno_sample *sample)
{
    if (slots_filled == slots_taken) {
        return false;
    }
    __asm__ __volatile__("" ::: "memory");  /* the slot is read after its count, */
    *sample = slots[slots_taken % SLOTS];   /* and not written again before the next line */
    __asm__ __volatile__("" ::: "memory");
    slots_taken++;
    return true;
}
#endif
