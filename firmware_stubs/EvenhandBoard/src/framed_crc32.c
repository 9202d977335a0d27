/* CRC-32 by half bytes: 64 bytes of table instead of 1024, for a board with 2 KiB of memory.
 * SPDX-License-Identifier: MIT */
#include "framed_protocol.h"

#ifdef __AVR__
#include <avr/pgmspace.h>
#define TABLE_IN_FLASH PROGMEM
#define TABLE_READ(i) pgm_read_dword(&crc_of_nibble[i])
#else
#define TABLE_IN_FLASH
#define TABLE_READ(i) crc_of_nibble[i]
#endif

/* Entry i is i shifted right four times through the reflected polynomial 0xEDB88320. */
static const uint32_t crc_of_nibble[16] TABLE_IN_FLASH = {
    0x00000000u, 0x1DB71064u, 0x3B6E20C8u, 0x26D930ACu, 0x76DC4190u, 0x6B6B51F4u,
    0x4DB26158u, 0x5005713Cu, 0xEDB88320u, 0xF00F9344u, 0xD6D6A3E8u, 0xCB61B38Cu,
    0x9B64C2B0u, 0x86D3D2D4u, 0xA00AE278u, 0xBDBDF21Cu};

uint32_t framed_crc32(uint32_t crc, const uint8_t *bytes, size_t n)
{
    crc = ~crc;
    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        crc = (crc >> 4) ^ TABLE_READ((uint8_t)crc & 0x0Fu);
        crc = (crc >> 4) ^ TABLE_READ((uint8_t)crc & 0x0Fu);
    }
    return ~crc;
}
