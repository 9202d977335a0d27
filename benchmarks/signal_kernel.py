"""The streaming kernel beside its peers, in one run; writes docs/performance.md's tables.

    python benchmarks/signal_kernel.py            # print
    python benchmarks/signal_kernel.py --write    # and put tables and figure into docs/
    python benchmarks/signal_kernel.py --hour     # an hour of 64 channels at 2 kHz; also --write

Task, for each chunk of (n_samples, n_channels) float64: causal Butterworth band-pass of order 4
per edge (20-450 Hz, 20-112.5 Hz at 250 Hz), a notch at 50 Hz (Q 30) as the peers have one, and
the exact moving RMS over 125 ms at every sample; our pipeline follows the hum instead. All methods
run in one process on one core with one BLAS thread, on the same chunks, shuffled and interleaved in
rounds; medians of single calls. Ratios of one run hold; times wander with the machine. Peers:
benchmarks/peers/requirements.txt, in an environment of its own.
"""

# ruff: noqa: E402, ISC004 - one thread must be asked for before NumPy is imported.
from __future__ import annotations

import os

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import platform
import sys
import time
import tracemalloc
import warnings
from collections import defaultdict
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "signal")]

import numpy as np
import peers
from peers import Peer, Push, Task, scipy_peers
from scipy import signal

from emg_signal.chunk import Chunk, Origin
from emg_signal.filters import design_filters
from emg_signal.kernel import BlockKernel
from emg_signal.pipeline import Pipeline

RATES = (250.0, 1000.0, 2000.0, 4000.0)
CHANNELS = (2, 8, 64, 128)
CHUNKS = (1, 8, 32, 256)
OURS, WHOLE = "**Evenhand kernel**", "**Evenhand pipeline** (kernel, doors, mask)"
USUAL = "scipy sosfilt×2 + cumsum (as scripts use it)"
MERGED = "scipy merged sosfilt + cumsum"
EXAMPLE = "BrainFlow's example, 4 s window each tick"
ROUNDS, CALL_BUDGET_NS, MOST_CALLS = 5, 6_000_000, 60
DOCUMENT = HERE.parent / "docs" / "performance.md"
FIGURE = HERE.parent / "docs" / "images" / "signal_performance.png"
Cell = tuple[float, int, int]


def task_of(fs_hz: float, n_channels: int) -> Task:
    design = design_filters(fs_hz)
    band, notch = np.array(design.sos), signal.tf2sos(*signal.iirnotch(50.0, 30.0, fs_hz))
    window = round(0.125 * fs_hz)
    return Task(fs_hz, n_channels, window, design.band.low_hz, design.band.high_hz, band, notch)


def kernel(task: Task) -> Push:
    made = BlockKernel(task.sos, task.n_channels, task.window)
    return made.push


def pipeline(task: Task) -> Push:
    made = Pipeline(design_filters(task.fs_hz), task.n_channels)
    index = 0

    def push(raw: np.ndarray) -> peers.Answer:
        nonlocal index
        flags = np.zeros((task.n_channels, len(raw)), dtype=np.uint8)
        done = made.push(Chunk(raw.T, task.fs_hz, index, 0.0, Origin.SIMULATED, flags))
        index += len(raw)
        return done.filtered_uv.T, done.rms_uv.T

    return push


def methods() -> tuple[list[Peer], list[tuple[str, str]]]:
    """Return what is compared, and what is not, with the reason."""
    others, skipped = peers.found()
    whole = Peer(WHOLE, pipeline, same_work=False, note="follows hum instead of the notch")
    return [Peer(OURS, kernel), whole, *others], skipped


def median_times(cell: Cell, compared: list[Peer], rng: np.random.Generator) -> dict[str, float]:
    """Return the median time of one call of each method, µs."""
    fs_hz, n_channels, n_samples = cell
    task = task_of(fs_hz, n_channels)
    chunks = rng.normal(0.0, 20.0, (16, n_samples, n_channels))
    pushes = {peer.name: peer.make(task) for peer in compared}
    times: dict[str, list[int]] = defaultdict(list)
    for push in pushes.values():
        for _ in range(2):
            push(chunks[0])
    for _ in range(ROUNDS):
        for name in rng.permutation(list(pushes)):
            _time(pushes[str(name)], chunks, times[str(name)])
    return {name: float(np.median(taken)) / 1000.0 for name, taken in times.items()}


def _time(push: Push, chunks: np.ndarray, times: list[int]) -> None:
    spent, calls = 0, 0
    while calls < 3 or (spent < CALL_BUDGET_NS and calls < MOST_CALLS):
        chunk = chunks[calls % len(chunks)]
        started = time.perf_counter_ns()
        push(chunk)
        taken = time.perf_counter_ns() - started
        times.append(taken)
        spent, calls = spent + taken, calls + 1


def agreement(peer: Peer) -> str:
    """Return the largest difference from offline scipy in the last of 7 s (8 ch, 1 kHz), µV."""
    task = task_of(1000.0, 8)
    raw = np.random.default_rng(7).normal(0.0, 40.0, (7008, 8))
    filtered = signal.sosfilt(task.sos, raw, axis=0)
    squares = np.lib.stride_tricks.sliding_window_view(filtered**2, task.window, axis=0)
    rms = np.sqrt(squares.mean(axis=-1))
    push = peer.make(task)
    answers = [push(raw[at : at + 32]) for at in range(0, len(raw), 32)]
    got = np.vstack([answer[0] for answer in answers])[-960:]
    got_rms = np.vstack([answer[1] for answer in answers])
    wanted = rms[-960:] if len(got_rms) == len(raw) else rms[-1:]
    of_rms = np.abs(got_rms[-len(wanted) :] - wanted).max()
    return f"{np.abs(got - filtered[-960:]).max():.1g} / {of_rms:.1g}"


def start() -> str:
    """Return what the core takes to its first result and how much it holds then (64 ch, 2 kHz)."""
    raw = np.zeros((32, 64))
    task = task_of(2000.0, 64)
    began = time.perf_counter()
    kernel(task)(raw)
    first_ms = 1000.0 * (time.perf_counter() - began)
    tracemalloc.start()
    held = kernel(task)
    for count in range(1, 33):
        held(raw[:count])
    mib = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    return f"64 ch, 2 kHz: first result after {first_ms:.1f} ms; {mib:.1f} MiB held."


def geometric_mean(values: list[float]) -> float:
    return float(np.exp(np.mean(np.log(values)))) if values else float("nan")


def offline(seconds: float) -> tuple[list[tuple[str, ...]], list[tuple[str, str]]]:
    """Return (case, method, ms, agreement, note) for whole recordings, and what was skipped."""
    rows: list[tuple[str, ...]] = []
    scipy_ones = {USUAL: scipy_peers.sosfilt_twice, MERGED: scipy_peers.sosfilt_merged}
    others, skipped = peers.offline_found()
    for n_channels, fs_hz in ((2, 1000.0), (8, 250.0), (8, 1000.0), (64, 2000.0)):
        task = task_of(fs_hz, n_channels)
        raw = np.random.default_rng(3).normal(0.0, 20.0, (round(seconds * fs_hz), n_channels))
        case = f"{n_channels} ch, {fs_hz:g} Hz, {seconds:g} s"
        for name, make in ({OURS: kernel} | scipy_ones).items():
            ms = _median_ms(lambda: make(task)(raw))  # noqa: B023
            rows.append((case, name, f"{ms:.1f}", _differences(task, raw, make(task)(raw)), ""))
        for peer in others:
            ms = _median_ms(lambda: peer.run(task, raw))  # noqa: B023
            rows.append((case, peer.name, f"{ms:.1f}", peer.agreement(task, raw), peer.note))
    return rows, skipped


def _median_ms(run: Callable[[], object]) -> float:
    """Return the median of seven runs, or of three where these take more than 3 s."""
    times: list[float] = []
    while len(times) < 3 or (len(times) < 7 and sum(times) < 3.0):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return 1000.0 * float(np.median(times))


def _differences(task: Task, raw: np.ndarray, got: peers.Answer) -> str:
    """Return the largest difference from offline scipy, and from each window's own mean, µV."""
    filtered = signal.sosfilt(task.sos, raw, axis=0)
    last = filtered[-round(task.fs_hz) - task.window :] ** 2
    squares = np.lib.stride_tricks.sliding_window_view(last, task.window, axis=0)
    wanted = np.sqrt(squares.mean(axis=-1))
    of_rms = np.abs(got[1][-len(wanted) :] - wanted).max()
    return f"{np.abs(got[0] - filtered).max():.1g} / {of_rms:.1g}"


def hour(minutes: float) -> str:
    """Return what an hour of 64 channels at 2 kHz takes, in blocks of 10 s, kept nowhere."""
    fs_hz, n_channels, block_s = 2000.0, 64, 10.0
    task, rng = task_of(fs_hz, n_channels), np.random.default_rng(11)
    makers = {OURS: kernel, WHOLE: pipeline, USUAL: scipy_peers.sosfilt_twice,
              MERGED: scipy_peers.sosfilt_merged}  # fmt: skip
    pushes = {name: make(task) for name, make in makers.items()}
    seconds, most = dict.fromkeys(pushes, 0.0), dict.fromkeys(pushes, (0.0, 0.0))
    n_blocks = round(minutes * 60.0 / block_s)
    for block in range(n_blocks):
        raw = rng.normal(0.0, 20.0, (round(block_s * fs_hz), n_channels))
        answers = {}
        for name in rng.permutation(list(pushes)):
            started = time.perf_counter()
            answers[str(name)] = pushes[str(name)](raw)
            seconds[str(name)] += time.perf_counter() - started
        for name, answer in answers.items():
            most[name] = _larger(most[name], answer, answers[MERGED], skip=block == 0)
        if block % 30 == 29:
            print(f"{block + 1}/{n_blocks} blocks", file=sys.stderr, flush=True)
    return "\n".join(_hour_lines(minutes, seconds, most)) + "\n"


def _larger(
    most: tuple[float, float], answer: peers.Answer, wanted: peers.Answer, *, skip: bool
) -> tuple[float, float]:
    """Return the largest differences so far; the first block, where starts differ, is left out."""
    if skip:
        return most
    pairs = zip(most, answer, wanted, strict=True)
    return tuple(max(old, float(np.abs(a - b).max())) for old, a, b in pairs)


def _hour_lines(
    minutes: float, seconds: dict[str, float], most: dict[str, tuple[float, float]]
) -> list[str]:
    lines = [
        f"{minutes:g} minutes of 64 channels at 2000 Hz, {minutes * 60 * 2000 * 64 / 1e6:.0f} "
        f"million samples, in blocks of 10 s with the state carried; numpy {version('numpy')}, "
        f"scipy {version('scipy')}:",
        "",
        "| method | s | times real time | Δ filtered / RMS from the last row, µV |",
        "|---|---:|---:|---:|",
    ]
    for name, taken in seconds.items():
        of_filtered, of_rms = most[name]
        speed = minutes * 60.0 / taken
        lines.append(f"| {name} | {taken:.1f} | {speed:.0f} | {of_filtered:.1g} / {of_rms:.1g} |")
    return [*lines, ""]


def report(
    results: dict[Cell, dict[str, float]], compared: list[Peer], skipped: list[tuple[str, str]],
    whole: list[tuple[str, ...]],
) -> str:  # fmt: skip
    same = [peer.name for peer in compared if peer.same_work and peer.name not in (OURS, WHOLE)]
    lines = _machine() + _targets(results, same) + _grid(results, same)
    lines += _peers(results, compared) + _offline(whole) + [start(), ""]
    lines += [f"- skipped: {name} ({reason})" for name, reason in skipped]
    return "\n".join(lines) + "\n"


def _machine() -> list[str]:
    names = ("numpy", "scipy", "bottleneck", "pandas", "ezmsg-sigproc", "mne-lsl",
             "brainflow", "libemg", "neurokit2")  # fmt: skip
    shown = []
    for name in names:
        try:
            shown.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    python = platform.python_version()
    return [
        f"Measured on {platform.machine()}, {os.cpu_count()} shared cores, one used, "
        f"CPython {python}; {', '.join(shown)}.",
        "",
    ]


def ratios(results: dict[Cell, dict[str, float]], names: list[str]) -> dict[Cell, float]:
    """Return how many times slower the fastest of the named methods is, per cell."""
    return {
        cell: min(times[name] for name in names if name in times) / times[OURS]
        for cell, times in results.items()
    }


def _targets(results: dict[Cell, dict[str, float]], same: list[str]) -> list[str]:
    best, usual = ratios(results, same), ratios(results, [USUAL])
    merged = ratios(results, [USUAL, MERGED])
    slower = sorted(cell for cell, ratio in merged.items() if ratio < 1.0)
    example = geometric_mean(list(ratios(results, [EXAMPLE]).values())) if EXAMPLE in next(
        iter(results.values())
    ) else float("nan")  # fmt: skip
    fastest = geometric_mean(list(best.values()))
    scripts = geometric_mean(list(usual.values()))
    by_chunk = {n: geometric_mean([r for c, r in best.items() if c[2] == n]) for n in CHUNKS}
    return [
        f"| over {len(results)} cells | target | measured | |",
        "|---|---:|---:|---|",
        f"| fastest peer doing the same work ÷ ours, geometric mean | ≥ 2.5 | {fastest:.2f} | "
        f"{_met(fastest >= 2.5)} |",
        f"| scipy as scripts use it ÷ ours, geometric mean | ≥ 8 | {scripts:.1f} | "
        f"{_met(scripts >= 8)} |",
        f"| cells slower than scipy's sosfilt (twice or merged, with cumsum) | 0 | {len(slower)} | "
        f"{_met(not slower)} |",
        f"| BrainFlow's example ÷ ours, geometric mean | - | {example:.0f} | |",
        "",
        "Fastest peer ÷ ours by chunk: "
        + ", ".join(f"n = {n}: {ratio:.1f}" for n, ratio in by_chunk.items())
        + f"; worst cell {min(best.values()):.2f}, best {max(best.values()):.0f}.",
        "",
        *(
            [f"Slower than sosfilt: {', '.join(_cell(cell) for cell in slower)}.", ""]
            if slower
            else []
        ),
    ]


def _met(met: bool) -> str:
    return "met" if met else "**missed**"


def _cell(cell: Cell) -> str:
    return f"{cell[1]} ch, {cell[0]:g} Hz, n = {cell[2]}"


def _grid(results: dict[Cell, dict[str, float]], same: list[str]) -> list[str]:
    best, usual = ratios(results, same), ratios(results, [USUAL])
    lines = [
        "Ours in µs a chunk (fastest peer doing the same work ÷ ours; scipy as scripts use it ÷ "
        "ours):",
        "",
        "| | " + " | ".join(f"n = {n}" for n in CHUNKS) + " |",
        "|---|" + "---:|" * len(CHUNKS),
    ]
    for fs_hz in RATES:
        for n_channels in CHANNELS:
            cells = [(fs_hz, n_channels, n) for n in CHUNKS]
            if all(cell in results for cell in cells):
                shown = [
                    f"{results[c][OURS]:.1f} ({best[c]:.1f}; {usual[c]:.1f})" for c in cells
                ]  # fmt: skip
                lines.append(f"| {n_channels} ch, {fs_hz:g} Hz | {' | '.join(shown)} |")
    return [*lines, ""]


def _peers(results: dict[Cell, dict[str, float]], compared: list[Peer]) -> list[str]:
    lines = [
        "| method | ÷ ours, geometric mean | 8 ch, 250 Hz, n = 8: µs | 64 ch, 2 kHz, n = 32: µs | "
        "Δ filtered / RMS, µV | same work | |",
        "|---|---:|---:|---:|---:|---|---|",
    ]
    for peer in compared:
        mean = geometric_mean([times[peer.name] / times[OURS] for times in results.values()])
        small = results.get((250.0, 8, 8), {}).get(peer.name, float("nan"))
        large = results.get((2000.0, 64, 32), {}).get(peer.name, float("nan"))
        lines.append(
            f"| {peer.name} | {mean:.1f} | {small:.1f} | {large:.1f} | {agreement(peer)} | "
            f"{'yes' if peer.same_work else 'no'} | {peer.note} |"
        )
    return [*lines, ""]


def _offline(whole: list[tuple[str, ...]]) -> list[str]:
    lines = [
        "Whole recordings through the same code (median of seven, or of three where these take "
        "more than 3 s):",
        "",
        "| | method | ms | Δ filtered / RMS, µV | |",
        "|---|---|---:|---:|---|",
    ]
    return [*lines, *(f"| {' | '.join(row)} |" for row in whole), ""]


def draw(results: dict[Cell, dict[str, float]], compared: list[Peer]) -> None:
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(8.5, 4.2), layout="constrained")
    rows = sorted(
        (geometric_mean([t[p.name] / t[OURS] for t in results.values()]), p.name, p.same_work)
        for p in compared
        if p.name not in (OURS, WHOLE)
    )
    for row, (_, name, same) in enumerate(rows):
        values = [times[name] / times[OURS] for times in results.values()]
        colour = "#1b6ca8" if same else "#9aa5b1"
        axes.plot(values, [row] * len(values), "|", color=colour, alpha=0.4, ms=8)
        axes.plot(geometric_mean(values), row, "o", color=colour)
    axes.axvline(1.0, color="k", lw=0.8)
    axes.set_xscale("log")
    axes.set_yticks(range(len(rows)), [name for _, name, _ in rows], fontsize=8)
    axes.set_xlabel("time ÷ Evenhand's kernel, per chunk (bars: cells, dots: geometric mean; "
                    "grey: other or less work)", fontsize=8)  # fmt: skip
    figure.savefig(FIGURE, dpi=110)


def grid(cells: list[Cell], seconds: float, *, write: bool) -> None:
    """Measure the cells and whole recordings; print, and put tables and figure into docs/."""
    compared, skipped = methods()
    rng = np.random.default_rng(1)
    results: dict[Cell, dict[str, float]] = {}
    for done, cell in enumerate(cells, start=1):
        results[cell] = median_times(cell, compared, rng)
        print(f"{done}/{len(cells)} {_cell(cell)}", file=sys.stderr, flush=True)
    whole, skipped_offline = offline(seconds)
    text = report(results, compared, skipped + skipped_offline, whole)
    print(text)
    if write:
        put("signal_kernel", text)
        draw(results, compared)


def put(section: str, text: str) -> None:
    """Put `text` between the document's marks of that section."""
    begin, end = f"<!-- begin {section} -->\n", f"<!-- end {section} -->"
    before, _, rest = DOCUMENT.read_text().partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"{DOCUMENT.name} has no section {section}: add its two marks")
    DOCUMENT.write_text(f"{before}{begin}{text}{end}{after}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put tables and figure into docs/")
    parser.add_argument("--quick", action="store_true", help="a few cells, or minutes, only")
    parser.add_argument("--hour", action="store_true", help="an hour of 64 channels at 2 kHz")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if given.hour:
        text = hour(1.0 if given.quick else 60.0)
        print(text)
        if given.write:
            put("signal_hour", text)
        return
    cells = [(fs, c, n) for fs in RATES for c in CHANNELS for n in CHUNKS]
    if given.quick:
        cells = [(250.0, 8, 8), (2000.0, 64, 32)]
    grid(cells, 10.0 if given.quick else 60.0, write=given.write)


if __name__ == "__main__":
    main()
