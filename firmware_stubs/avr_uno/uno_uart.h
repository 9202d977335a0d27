/* The ATmega328P's UART, 8N1, with a buffer each way. SPDX-License-Identifier: MIT */
#ifndef UNO_UART_H
#define UNO_UART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void uno_uart_begin(uint32_t baud);
/* Queue n bytes if that leaves room for `spare` more; else none, and false. */
bool uno_uart_send(const uint8_t *bytes, size_t n, size_t spare);
/* The oldest byte received; false when there is none. */
bool uno_uart_read(uint8_t *byte);

#endif
