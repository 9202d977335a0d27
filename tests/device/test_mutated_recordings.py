"""Mutated recordings of each format: a typed error or a recording, in bounded time and memory."""

from __future__ import annotations

import re
import resource
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from edf_file import edf_file
from xdf_file import xdf_markers, xdf_of, xdf_stream

from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import FileChoice
from emg_signal.errors import EmgError

MOST_S = 5.0
SPARE_BYTES = 50_000_000
FEW, MANY = 60, 10_000
TRACED = 10
"""Of so many files one is read with its memory traced, which costs several times the time."""


def noise(n: int, n_channels: int) -> np.ndarray:
    return np.random.default_rng(5).normal(0.0, 30.0, (n, n_channels))


def rows(n: int, n_channels: int, separator: str, end: Callable[[int], str]) -> str:
    return "".join(
        f"{k % 256}{separator}{separator.join(f'{v:.2f}' for v in row)}{separator}{end(k)}\n"
        for k, row in enumerate(noise(n, n_channels))
    )


def gui(version: int) -> bytes:
    if version == 3:
        head = "%OpenBCI Raw EEG Data\n%\n%Sample Rate = 250.0 Hz\n%First Column = SampleIndex\n"
        return (head + rows(300, 8, ", ", lambda _: "0.1, 0.2, 0.9")).encode()
    head = "%OpenBCI Raw EXG Data\n%Number of channels = 8\n%Sample Rate = 250 Hz\n"
    if version == 4:
        return (head + rows(300, 8, ", ", lambda k: f"0, 0, 1, {1559000000000 + 4 * k}")).encode()
    names = ["Sample Index", *(f"EXG Channel {n}" for n in range(8)), "Marker", "Timestamp"]
    return (
        f"{head}{', '.join(names)}\n"
        + rows(300, 8, ", ", lambda k: f"{int(k == 50)}, {1.6e9 + k / 250:.3f}")
    ).encode()


def edf(plus: str, *, is_bdf: bool = False) -> bytes:
    onsets = [0.0, 1.0, 9.0, 10.0]
    signals = [
        ("EMG L", "µV".encode(), noise(1000, 1).round().reshape(4, 250)),
        ("EEG", b"uV", noise(400, 1).round().reshape(4, 100)),
    ]
    notes = {1: [(1.5, "smile")]}
    return edf_file(signals, onsets_s=onsets, notes=notes, plus=plus, is_bdf=is_bdf)


def table(separator: str, decimal: str) -> bytes:
    lines = [separator.join(("time (s)", "left [mV]", "right [mV]", "marker"))]
    lines += [
        separator.join((f"{k / 500:.3f}", f"{a:.3f}", f"{b:.3f}", str(k // 100))).replace(
            ".", decimal
        )
        for k, (a, b) in enumerate(noise(300, 2))
    ]
    return "\n".join(lines).encode()


def card() -> bytes:
    words = ",".join(["000100", "FFFF00"] * 4)
    return ("%STOP AT\n" + "".join(f"{n % 256:02X},{words}\n" for n in range(300))).encode()


def brainflow() -> bytes:
    values = np.zeros((300, 24))
    values[:, 0], values[:, 1:9] = np.arange(300) % 256, noise(300, 8)
    values[:, 22] = 1.7e9 + np.arange(300) / 250
    return "\n".join("\t".join(f"{v:.6f}" for v in row) for row in values).encode()


def biopac() -> bytes:
    head = "a.acq\n1 msec/sample\n2 channels\nZyg\nmV\nCorr\nmV\nCH1\tCH2\t\n300\t300\t\n"
    return (head + "".join(f"{a:.4f}\t{b:.4f}\t\n" for a, b in noise(300, 2) / 1e3)).encode()


def opensignals() -> bytes:
    head = (
        "# OpenSignals Text File Format. Version 1\n"
        '# {"00:07": {"sensor": ["EMG"], "device": "bitalino_rev", "column": ["nSeq", "I1", "A1"],'
        ' "label": ["A1"], "sampling rate": 1000, "resolution": [4, 1, 10]}}\n# EndOfHeader\n'
    )
    return (head + "".join(f"{n % 16}\t{n // 150}\t{500 + n % 9}\n" for n in range(300))).encode()


def xdf() -> bytes:
    return xdf_of(
        xdf_stream(1, "Acc", "ACC", noise(60, 3), 50.0, unit="g", chunk=20),
        xdf_stream(2, "Amp", "EMG", noise(300, 2), 250.0, chunk=50),
        xdf_markers(3, [(100.3, "smile"), (100.9, "rest")]),
    )


FORMS: dict[str, Callable[[], bytes]] = {
    "OpenBCI GUI before 2018": lambda: gui(3),
    "OpenBCI GUI 4": lambda: gui(4),
    "OpenBCI GUI 5": lambda: gui(5),
    "SD card": card,
    "BrainFlow": brainflow,
    "AcqKnowledge text": biopac,
    "OpenSignals text": opensignals,
    "CSV": lambda: table(",", "."),
    "European CSV": lambda: table(";", ","),
    "EDF": lambda: edf("+C"),
    "EDF+D": lambda: edf("+D"),
    "BDF": lambda: edf("+C", is_bdf=True),
    "XDF": xdf,
}
LARGE = [b"0", b"-1", b"99999999", b"1e308", b"nan", b"inf", b"-", b"4294967295", b"\xff" * 8]


def mutated(whole: bytes, random: np.random.Generator) -> bytes:
    """Return a file with one to four things wrong with it, as disks, links and editors leave it."""
    data = bytearray(whole)
    for _ in range(int(random.integers(1, 5))):
        size = max(len(data), 1)
        # Headers are short and matter most: half of all wounds are there.
        reach = size if random.random() < 0.5 else min(size, 1200)
        at, length = int(random.integers(0, reach)), int(random.integers(1, 200))
        kind = int(random.integers(0, 7))
        if kind == 0:
            del data[at:]
        elif kind == 1:
            for place in random.integers(0, reach, 8):
                data[min(int(place), len(data) - 1) :][:1] = b""
                if len(data):
                    data[int(place) % len(data)] = int(random.integers(0, 256))
        elif kind == 2:
            del data[at : at + length]
        elif kind == 3:
            data[at:at] = data[at : at + length]
        elif kind == 4:
            numbers = list(re.finditer(rb"\d+(?:\.\d+)?", bytes(data[:reach])))
            if numbers:
                found = numbers[int(random.integers(0, len(numbers)))]
                data[found.start() : found.end()] = LARGE[int(random.integers(0, len(LARGE)))]
        elif kind == 5:
            data[at : at + length] = bytes(min(length, size - at))
        else:
            lines = bytes(data).split(b"\n")
            random.shuffle(lines)  # type: ignore[arg-type]
            data = bytearray(b"\n".join(lines))
    return bytes(data)


def judged(path: Path, *, traced: bool) -> str:
    """Read a file; return the error's line, or ''. Anything but an `EmgError` gets out."""
    if traced:
        tracemalloc.start()
    begun_s = time.perf_counter()
    try:
        recording = read_recording(path, FileChoice())
    except EmgError as error:
        said = str(error)
        assert "\n" not in said, said
    else:
        assert recording.samples_uv.shape == (recording.n_samples, recording.n_channels)
        assert recording.counter is not None
        assert recording.lost >= 0
        said = ""
    finally:
        peak = tracemalloc.get_traced_memory()[1] if traced else 0
        tracemalloc.stop()
    assert time.perf_counter() - begun_s <= MOST_S
    assert peak <= 2 * path.stat().st_size + SPARE_BYTES, peak
    return said


def play_out(folder: Path, form: str, count: int) -> None:
    """Read `count` mutated files of one format, and keep one that fails for whoever mends it."""
    random = np.random.default_rng([11, *form.encode()])
    whole, refused, slowest_s = FORMS[form](), 0, 0.0
    path = folder / "whole"
    path.write_bytes(whole)
    assert judged(path, traced=True) == ""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(count):
        path = folder / "mutated"
        path.write_bytes(mutated(whole, random))
        begun_s = time.perf_counter()
        try:
            refused += bool(judged(path, traced=number % TRACED == 0))
        except Exception as error:
            error.add_note(f"{form}, file {number}: {path}")
            raise
        slowest_s = max(slowest_s, time.perf_counter() - begun_s)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown <= 2 * len(whole) + 2 * SPARE_BYTES
    print(
        f"{form}: {count} files, {refused} refused, slowest {slowest_s:.2f} s, "
        f"memory grew by {grown / 1e6:.1f} MB"
    )


FOUND: dict[str, tuple[str, bytes, bytes]] = {
    "a rate with two points": ("OpenBCI GUI before 2018", b"250.0 Hz", b"250..0 Hz"),
    "a rate of AcqKnowledge with two": ("AcqKnowledge text", b"1 msec", b"1..0 msec"),
    "a count with a raised 1": ("AcqKnowledge text", b"300\t300", "30¹\t300".encode()),
    "an EDF that declares no records": ("EDF", b"4       1       ", b"0       1       "),
    "a BDF that declares no records": ("BDF", b"4       1       ", b"0       1       "),
}
"""What ten thousand of each found: format, what stood there, and what did harm in its place."""


@pytest.mark.parametrize("what", FOUND)
def test_what_was_found_is_read_or_refused_in_one_line(tmp_path: Path, what: str) -> None:
    form, sound, harm = FOUND[what]
    whole = FORMS[form]()
    assert sound in whole
    path = tmp_path / "mutated"
    path.write_bytes(whole.replace(sound, harm, 1))
    judged(path, traced=False)


def test_a_counter_that_leaps_out_of_all_numbers_is_none(tmp_path: Path) -> None:
    rows = [f"{'1e308' if n == 40 else n},{n * n % 37}" for n in range(300)]
    path = tmp_path / "counter.csv"
    path.write_text("# fs = 500\nsample,left\n" + "\n".join(rows))
    judged(path, traced=False)


def test_an_edf_that_declares_no_records_holds_those_that_are_there(tmp_path: Path) -> None:
    path = tmp_path / "unfinished.edf"
    path.write_bytes(edf("+C").replace(b"4       1       ", b"0       1       ", 1))
    assert read_recording(path).n_samples == 1000


@pytest.mark.parametrize("form", FORMS)
def test_a_few_mutated_recordings(tmp_path: Path, form: str) -> None:
    play_out(tmp_path, form, FEW)


@pytest.mark.soak
@pytest.mark.parametrize("form", FORMS)
def test_ten_thousand_mutated_recordings(tmp_path: Path, form: str) -> None:
    play_out(tmp_path, form, MANY)
