/* SPDX-License-Identifier: MIT */
#include "uno_uart.h"

#include <avr/interrupt.h>
#include <avr/io.h>

#define RECEIVE_SIZE 32u /* three commands; a power of two, as its indices run freely */

static uint8_t to_send[256]; /* as long as a byte counts: the indices wrap by themselves */
static volatile uint8_t send_head, send_tail;
static volatile uint8_t received[RECEIVE_SIZE];
static volatile uint8_t receive_head, receive_tail;

void uno_uart_begin(uint32_t baud)
{
    UCSR0A = _BV(U2X0);
    UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
    UBRR0 = (uint16_t)((F_CPU + baud * 4UL) / (baud * 8UL) - 1UL); /* rounded */
    UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

bool uno_uart_send(const uint8_t *bytes, size_t n, size_t spare)
{
    uint8_t head = send_head;

    if (n + spare > 255u - (uint8_t)(head - send_tail)) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        to_send[head++] = bytes[i];
    }
    send_head = head;
    /* UCSR0B is beyond the reach of sbi, so this is a read and a write. The interrupt that clears
     * the bit between them leaves it set: one empty interrupt, no lost byte. */
    UCSR0B |= _BV(UDRIE0);
    return true;
}

bool uno_uart_read(uint8_t *byte)
{
    if (receive_head == receive_tail) {
        return false;
    }
    *byte = received[receive_tail % RECEIVE_SIZE];
    receive_tail++;
    return true;
}

ISR(USART_UDRE_vect)
{
    if (send_head == send_tail) {
        UCSR0B = (uint8_t)(UCSR0B & ~_BV(UDRIE0));
    } else {
        UDR0 = to_send[send_tail++];
    }
}

ISR(USART_RX_vect)
{
    const uint8_t byte = UDR0;

    if ((uint8_t)(receive_head - receive_tail) < RECEIVE_SIZE) {
        received[receive_head % RECEIVE_SIZE] = byte;
        receive_head++;
    }
}
