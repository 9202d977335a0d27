/*
 * Runs an ATmega328P image in simavr at its real speed: a waveform on the ADC pins, the UART on a
 * pseudo-terminal. A host program opens that as it would open the board.
 *
 *   simavr_host IMAGE.elf WAVEFORM.f32 CHANNELS RATE_HZ [TRUTH.bin] [SECONDS]
 *
 * WAVEFORM.f32: native float32, millivolts at the pins, (samples, CHANNELS), RATE_HZ; each value
 * is held until the next, the last one for ever. TRUTH.bin gets, for every conversion that the
 * image asked for, {uint64 cycle, uint32 pin, uint32 millivolts}: what was put on the pin, and
 * when. Prints "port PATH" when ready; ends after SECONDS or at SIGTERM, with a line on stderr.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <simavr/avr_adc.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <simavr/sim_io.h>
#include <simavr/sim_irq.h>

#define CLOCK_HZ 16000000u
#define SUPPLY_MV 5000u
/* What Linux holds for a serial port whose reader is late (drivers/tty/tty_buffer.c: 64 KiB); a
 * pseudo-terminal holds only 4 KiB. Beyond it bytes are lost here as they are there. */
#define LINE_BUFFER 65536u
#define STEP_NS 500000 /* pace: run, then sleep until half a millisecond later */

struct line {
    int master;
    uint8_t to_host[LINE_BUFFER];
    size_t head, tail;
    unsigned long lost;
    avr_irq_t *uart_in;
    int image_listens;
};

struct pins {
    avr_t *avr;
    float *waveform_mv;
    size_t n_samples, n_channels;
    double rate_hz;
    FILE *truth;
};

static volatile sig_atomic_t stopping;

static void on_signal(int number)
{
    (void)number;
    stopping = 1;
}

static void die(const char *what)
{
    fprintf(stderr, "simavr_host: %s: %s\n", what, strerror(errno));
    exit(1);
}

/* --- the analogue side --- */

static uint32_t millivolts_now(const struct pins *pins, size_t pin)
{
    size_t at = (size_t)((double)pins->avr->cycle / CLOCK_HZ * pins->rate_hz);

    if (pin >= pins->n_channels) {
        return 0;
    }
    if (at >= pins->n_samples) {
        at = pins->n_samples - 1;
    }
    const float mv = pins->waveform_mv[at * pins->n_channels + pin];
    return mv <= 0.0f ? 0u : mv >= (float)SUPPLY_MV ? SUPPLY_MV : (uint32_t)(mv + 0.5f);
}

static void on_conversion(struct avr_irq_t *irq, uint32_t value, void *param)
{
    struct pins *pins = param;
    union {
        avr_adc_mux_t mux;
        uint32_t bits;
    } asked = {.bits = value};
    const uint32_t mv = millivolts_now(pins, asked.mux.src);

    (void)irq;
    avr_raise_irq(avr_io_getirq(pins->avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + asked.mux.src), mv);
    if (pins->truth) {
        const uint64_t cycle = pins->avr->cycle;
        const uint32_t record[2] = {asked.mux.src, mv};
        fwrite(&cycle, sizeof cycle, 1, pins->truth);
        fwrite(record, sizeof record, 1, pins->truth);
    }
}

static void load_waveform(struct pins *pins, const char *path)
{
    FILE *file = fopen(path, "rb");
    long size;

    if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0) {
        die(path);
    }
    rewind(file);
    pins->waveform_mv = malloc((size_t)size);
    if (!pins->waveform_mv || fread(pins->waveform_mv, 1, (size_t)size, file) != (size_t)size) {
        die(path);
    }
    fclose(file);
    pins->n_samples = (size_t)size / sizeof(float) / pins->n_channels;
    if (pins->n_samples == 0) {
        errno = EINVAL;
        die(path);
    }
}

/* --- the line --- */

static void on_byte_out(struct avr_irq_t *irq, uint32_t value, void *param)
{
    struct line *line = param;

    (void)irq;
    if (line->head - line->tail == LINE_BUFFER) {
        line->lost++;
        return;
    }
    line->to_host[line->head++ % LINE_BUFFER] = (uint8_t)value;
}

static void on_listens(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq, (void)value;
    ((struct line *)param)->image_listens = 1;
}

static void on_full(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq, (void)value;
    ((struct line *)param)->image_listens = 0;
}

static void carry_bytes(struct line *line)
{
    uint8_t byte;

    while (line->tail < line->head) {
        const size_t at = line->tail % LINE_BUFFER;
        const size_t run = line->head - line->tail;
        const ssize_t n = write(line->master, line->to_host + at,
                                run < LINE_BUFFER - at ? run : LINE_BUFFER - at);
        if (n <= 0) {
            break;
        }
        line->tail += (size_t)n;
    }
    while (line->image_listens && read(line->master, &byte, 1) == 1) {
        avr_raise_irq(line->uart_in, byte);
    }
}

static void open_line(struct line *line, avr_t *avr)
{
    int slave; /* kept open: without a reader the master would report a hang-up */
    char name[128];
    struct termios raw;
    uint32_t flags = 0;

    if (openpty(&line->master, &slave, name, NULL, NULL) != 0 || tcgetattr(slave, &raw) != 0) {
        die("openpty");
    }
    cfmakeraw(&raw);
    tcsetattr(slave, TCSANOW, &raw);
    fcntl(line->master, F_SETFL, O_NONBLOCK);
    avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
    flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    line->uart_in = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT),
                            on_byte_out, line);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON),
                            on_listens, line);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF),
                            on_full, line);
    printf("port %s\n", name);
    fflush(stdout);
}

/* --- time --- */

static int64_t now_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void no_sleep(avr_t *avr, avr_cycle_count_t how_long)
{
    (void)avr, (void)how_long; /* run_paced is what keeps the time */
}

static int64_t run_paced(avr_t *avr, struct line *line, double seconds)
{
    const int64_t begin = now_ns();
    int64_t worst_lag = 0;

    while (!stopping) {
        const int64_t elapsed = now_ns() - begin;
        const uint64_t target = (uint64_t)elapsed * (CLOCK_HZ / 1000000) / 1000;
        while (avr->cycle < target) {
            const int state = avr_run(avr);
            if (state == cpu_Done || state == cpu_Crashed) {
                fprintf(stderr, "simavr_host: the image %s\n",
                        state == cpu_Done ? "ended" : "crashed");
                exit(1);
            }
        }
        carry_bytes(line);
        const int64_t lag = now_ns() - begin - elapsed;
        worst_lag = lag > worst_lag ? lag : worst_lag;
        if (seconds > 0 && (double)elapsed * 1e-9 > seconds) {
            break;
        }
        const struct timespec nap = {0, STEP_NS};
        nanosleep(&nap, NULL);
    }
    return worst_lag;
}

static avr_t *load_image(const char *path)
{
    elf_firmware_t image;
    avr_t *avr;

    memset(&image, 0, sizeof image);
    if (elf_read_firmware(path, &image) != 0) {
        die(path);
    }
    avr = avr_make_mcu_by_name("atmega328p");
    if (!avr) {
        die("atmega328p");
    }
    avr_init(avr);
    image.frequency = CLOCK_HZ; /* the image has no .mmcu section to say so */
    avr_load_firmware(avr, &image);
    avr->frequency = CLOCK_HZ;
    avr->vcc = avr->avcc = avr->aref = SUPPLY_MV;
    avr->sleep = no_sleep;
    return avr;
}

int main(int argc, char **argv)
{
    static struct line line;
    struct pins pins = {0};

    if (argc < 5 || (pins.n_channels = strtoul(argv[3], NULL, 10)) == 0 ||
        (pins.rate_hz = strtod(argv[4], NULL)) <= 0) {
        fprintf(stderr, "usage: simavr_host IMAGE.elf WAVEFORM.f32 CHANNELS RATE_HZ"
                        " [TRUTH.bin] [SECONDS]\n");
        return 2;
    }
    signal(SIGTERM, on_signal);
    signal(SIGINT, on_signal);
    pins.avr = load_image(argv[1]);
    load_waveform(&pins, argv[2]);
    if (argc > 5 && argv[5][0] && !(pins.truth = fopen(argv[5], "wb"))) {
        die(argv[5]);
    }
    avr_irq_register_notify(avr_io_getirq(pins.avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER),
                            on_conversion, &pins);
    open_line(&line, pins.avr);
    const int64_t worst_lag = run_paced(pins.avr, &line, argc > 6 ? strtod(argv[6], NULL) : 0);
    fprintf(stderr, "ran %.3f s, worst lag %.1f ms, bytes lost for want of a reader %lu\n",
            (double)pins.avr->cycle / CLOCK_HZ, (double)worst_lag * 1e-6, line.lost);
    free(pins.waveform_mv);
    if (pins.truth && fclose(pins.truth) != 0) {
        die(argv[5]);
    }
    return 0;
}
