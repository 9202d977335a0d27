"""Every kind of fault shows on every link, or is refused in words.

One long stream per board, all boards side by side: signal faults first, each in its own quarter of
a second, then those of the link, then the plug. What is shown is read from the drivers alone:
samples (beside what the same patient gives without faults), loss, bad frames, state, identity.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from emg_device.base import SILENCE_S, Device
from emg_device.info import DeviceState, LinkHealth
from emg_device.registry import open_device
from emg_signal.chunk import Chunk
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError
from emg_simulators.__main__ import main
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.board_process import BoardProcess
from emg_simulators.boards.ganglion_firmware import pack_18_bits
from emg_simulators.boards.text_firmware import TenBitSource
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.fault_text import parse_fault
from emg_simulators.faults import KINDS
from emg_simulators.ganglion_board import GanglionCounts
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.patient import Patient
from emg_simulators.scenario import parse_scenario
from emg_simulators.source import rendering_rate_hz

Counts = npt.NDArray[Any]
Clock = Callable[..., Any]

pytestmark = pytest.mark.real_time

PATIENT = """
title = "a steady face in a humming room, for every board"
seed = 7
[room]
mains_uv = 400
offset_uv = 0
[timeline]
ramp_s = 0.2
[[timeline.cue]]
at_s = 0
for_s = 600
expression = "whole_face"
effort = 0.5
""" + "".join(
    f'[[muscle]]\nname = "{name}"\nchannels = [{2 * i + 1}, {2 * i + 2}]\nindex_percent = 0\n'
    for i, name in enumerate(("frontalis", "corrugator", "orbicularis_oculi", "zygomaticus"))
)

ON_THE_SIGNAL = {
    "rail 1": 0.0,
    "leadoff 2": 0.3,
    "flat 3": 0.6,
    "bad 4 300kohm": 0.9,
    "bridge 1 2": 1.2,
    "swap 3 4": 1.5,
    "mains 500uV": 1.8,
    "motion 1 2mV": 2.1,
    "tap 4": 2.4,
    "sway 3 1mV": 2.7,
    "spike 50mV": 3.0,
    "ecg 500uV": 3.3,
    "dry 3": 4.1,
    "reseat 4": 4.1,
}
"""Fault → when it begins, seconds after the first."""
LOOK_S = {"ecg 500uV": 0.7, "dry 3": 0.9}
"""How long it is looked at, seconds; a quarter of one if not told."""
QUARTER_S = 0.24
EVERYWHERE = (1,)
"""Where a fault of all channels is looked for: no other is left over there by then."""
GARBAGE = "garbage 1000"
ON_THE_LINK = {
    "drop 20%": (5.3, 0.5),
    "duplicate 20%": (6.1, 0.5),
    "reorder 20%": (6.9, 0.5),
    "flip 20%": (7.7, 0.5),
    "truncate 20%": (8.5, 0.5),
    "lose 20%": (9.3, 0.5),
    "silence": (10.1, 0.6),
    "stall": (11.3, 0.6),
    "burst 250ms": (12.5, 1.0),
    GARBAGE: (14.0, 0.4),
    "clock +50%": (14.6, 2.0),
}
"""Fault → when it begins, and how long it lasts, seconds."""
LONGEST_S = 60.0
AT_ONCE = 2
"""More boards at once and their drivers make each other late, on two cores, and then what a fault
of some milliseconds does is not seen."""
ALWAYS = ("memory", "cyton", "framed")
"""Boards of every run; the others take their minutes in the long one."""
PLUG_S = 17.5
"""Unplugged here, plugged in again 1.5 s later, and 3 s after that another board comes."""


UNTOUCHED = (1, 2, 4, 5, 6, 7)
"""Channels that no fault alters for ever: their counts tell which sample is which."""


def look_s(text: str) -> float:
    return LOOK_S.get(text, QUARTER_S)


@dataclass(frozen=True)
class Bench:
    """One board, its driver, and what it sends of a patient without faults.

    Parameters
    ----------
    arguments, spec
        Of the board's process and of its driver; none for the board in process.
    fs_hz, n_channels
        Of the board; the channels that carry the patient.
    sent
        ``(n_channels, n)`` counts that it sends of a `Patient`.
    first_s
        Stream time of the first fault: a board that always talks has begun before it is opened.
    plug_s
        From unplugging to plugging in again, and from there to the coming of another board: a
        network says nothing of it, so that the driver finds out by the silence.
    other
        What is said to another board when one reconnects; '' where the driver cannot tell.
    count_uv
        What one step of the counts is in the driver's µV.
    ends_at
        Faults that end the stream, which are tried apart.
    """

    arguments: tuple[str, ...]
    spec: str
    fs_hz: int
    n_channels: int
    sent: Callable[[Bench, float], Counts]
    first_s: float = 1.0
    plug_s: tuple[float, float] = (1.5, 8.0)
    other: str = "Another board answers"
    count_uv: float = 4.5e6 / (2**23 - 1) / 24
    ends_at: frozenset[str] = frozenset()

    @property
    def faults(self) -> list[str]:
        """Every fault of the run, in the fault language."""
        begun = [
            (text, at_s, "" if parse_fault(f"{text}@0s").kind.at_once else f"+{look_s(text)}s")
            for text, at_s in ON_THE_SIGNAL.items()
        ]
        begun += [
            (text, at_s, f"+{for_s}s")
            for text, (at_s, for_s) in ON_THE_LINK.items()
            if text != GARBAGE and text not in self.ends_at
        ]
        # Between packets garbage is often skipped without harm: it comes twenty times.
        if GARBAGE not in self.ends_at:
            begun += [(GARBAGE, ON_THE_LINK[GARBAGE][0] + 0.02 * i, "") for i in range(20)]
        gone_s, other_s = PLUG_S + self.plug_s[0], PLUG_S + sum(self.plug_s)
        begun += [("unplug", PLUG_S, ""), ("replug", gone_s, ""), ("other", other_s, "")]
        return [f"{text}@{self.first_s + at_s:.3f}s{lasts}" for text, at_s, lasts in begun]


def patient(render_hz: float, n_channels: int = 8) -> Patient:
    return Patient(parse_scenario(PATIENT), render_hz=render_hz, n_channels=n_channels)


def of_the_chip(bench: Bench, seconds: float) -> Counts:
    chip = Ads1299Converter(patient(rendering_rate_hz(bench.fs_hz)), fs_hz=bench.fs_hz)
    return chip.read_counts(int(seconds * bench.fs_hz))


def of_a_daisy(bench: Bench, seconds: float) -> Counts:
    chip = Ads1299Converter(patient(4000.0, 16), fs_hz=250.0)
    counts = chip.read_counts(2 * int(seconds * 125))[:8]
    return np.rint(counts.reshape(8, -1, 2).mean(axis=2)).astype(np.int32)


def of_a_ganglion(bench: Bench, seconds: float) -> Counts:
    chip = Ads1299Converter(patient(rendering_rate_hz(200.0)), fs_hz=200.0)
    counts = GanglionCounts(chip).read_counts(int(seconds * 200))
    sent = [int(pack_18_bits(int(count)), 2) for count in counts.ravel()]
    whole = np.array(sent).reshape(counts.shape)
    return np.where(whole & 1, whole - 2**18 - 1, whole)  # BrainFlow takes the sign's bit away


def of_a_sketch(bench: Bench, seconds: float) -> Counts:
    source = TenBitSource(patient(250.0), 4.44, 6)
    return np.stack([source.next_sample() for _ in range(int(seconds * 250))], axis=1)


ADDRESS = f"127.{os.getpid() // 250 % 250 + 1}.{os.getpid() % 250 + 1}.1"
"""A loopback of this process's own: others may test their shields on the usual one."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


SHIFTING = ("truncate 20%", "lose 20%", GARBAGE)
"""What shifts the bytes of a TCP stream: BrainFlow counts off 33 and never finds a start again."""
BENCHES = {
    "memory": Bench((), "", 250, 8, of_the_chip),
    "cyton": Bench(("cyton",), "cyton:{port}", 250, 8, of_the_chip),
    "daisy": Bench(("cyton", "--daisy"), "daisy:{port}", 125, 8, of_a_daisy),
    "framed": Bench(("framed", "--rate", "250"), "framed:{port}", 250, 8, of_the_chip),
    "text": Bench(
        ("text",),
        "text:{port}?scale_uv=1&fs_hz=250",
        250,
        6,
        of_a_sketch,
        first_s=5.0,
        other="",
        count_uv=1.0,
    ),
    "chords": Bench(("chords",), "chords:{port}?scale_uv=1", 250, 6, of_a_sketch, count_uv=1.0),
    "ganglion": Bench(
        ("ganglion",),
        "ganglion:{port}?mac_address=c0:c0:ff:ee:00:01",
        200,
        4,
        of_a_ganglion,
        other="",  # BrainFlow connects to any Ganglion that the dongle hears, whatever its address
        count_uv=64 * 1.2e6 / (2**23 - 1) / 1.5 / 51,
    ),
    "wifi": Bench(
        ("wifi", "--address", ADDRESS),
        "cyton_wifi:" + ADDRESS + "?port={free}",
        1000,
        8,
        of_the_chip,
        plug_s=(7.0, 8.0),
        ends_at=frozenset(SHIFTING),
    ),
}
EVERY_BOARD = [
    name if name in ALWAYS else pytest.param(name, marks=pytest.mark.soak) for name in BENCHES
]


@dataclass(frozen=True)
class Arrival:
    """A chunk, when it came, and what the driver then said of the link."""

    chunk: Chunk
    at_s: float
    health: LinkHealth


@dataclass
class Seen:
    """What one driver showed of a whole run."""

    bench: Bench
    arrivals: list[Arrival]
    lost_after_s: float
    """How long after the last sample the loss was known."""
    came_back: bool
    said_to_other: str
    closing_state: DeviceState

    def __post_init__(self) -> None:
        """Tell which sample of the faultless patient each received one is; -1 for none."""
        bench = self.bench
        rows = [i for i in UNTOUCHED if i < bench.n_channels]
        self.sent = bench.sent(bench, bench.first_s + PLUG_S + 2.0)
        uv = np.concatenate([one.chunk.samples_uv for one in self.arrivals], axis=1)
        self.counts = np.rint(uv / bench.count_uv).astype(np.int64)[: bench.n_channels]
        number = {tuple(column): i for i, column in enumerate(self.sent[rows].T.tolist())}
        found = [number.get(tuple(column), -1) for column in self.counts[rows].T.tolist()]
        self.numbers = np.array(found)
        self.ends = np.cumsum([one.chunk.n_samples for one in self.arrivals])

    def number(self, at_s: float) -> int:
        """Return the number of the sample at a time, counted from the first fault."""
        return round((self.bench.first_s + at_s) * self.bench.fs_hz)

    def differs(self, channels: tuple[int, ...], at_s: float, for_s: float) -> bool:
        """Return whether a channel shows something else than without faults."""
        # A sample tells of the 12 ms that follow it: that far the converter's filter reaches.
        numbers = np.arange(self.number(at_s - 0.02), self.number(at_s + for_s))
        first = int(np.argmax(self.numbers >= 0))
        places = numbers - self.numbers[first] + first  # nothing is lost yet
        rows = list(channels)
        return bool((self.counts[rows][:, places] != self.sent[rows][:, numbers]).any())

    def place(self, number: int) -> int:
        """Return where in what was received a sample stands, or the next after it that came."""
        near = (self.numbers >= number) & (self.numbers < number + 4 * self.bench.fs_hz)
        return int(np.argmax(near))

    def around(self, at_s: float, for_s: float) -> tuple[slice, list[Arrival]]:
        """Return the samples and the chunks that came from just before to just after a time."""
        begin, end = (self.place(self.number(t)) for t in (at_s - 0.1, at_s + for_s + 0.1))
        first, last = (int(np.searchsorted(self.ends, at, side="right")) for at in (begin, end))
        return slice(begin, end), self.arrivals[first : last + 1]

    def is_lossy(self, at_s: float, for_s: float) -> bool:
        """Return whether samples are missing, doubled or altered, or the driver counts a fault."""
        samples, arrivals = self.around(at_s, for_s)
        before, after = arrivals[0].health, arrivals[-1].health
        counted = any(
            getattr(after, name) > getattr(before, name)
            for name in ("lost_total", "duplicates", "late", "bad_frames", "bad_counters")
        )
        return counted or bool((np.diff(self.numbers[samples]) != 1).any())

    def at_once_s(self, at_s: float, for_s: float) -> float:
        """Return how much of the stream came at once, seconds."""
        _, arrivals = self.around(at_s, for_s)
        return max(one.chunk.n_samples for one in arrivals) / self.bench.fs_hz

    def shows(self, text: str) -> bool:
        """Return whether the fault is seen in the samples or the driver's account."""
        name = text.split()[0]
        if name in ("stall", "burst"):
            return self.at_once_s(*ON_THE_LINK[text]) > 0.2
        if (
            name == "clock"
        ):  # faster by a half for 2 s: so much more was sent until it was unplugged
            return int(self.numbers.max()) > self.number(PLUG_S + 0.5)
        if text in ON_THE_LINK:
            return self.is_lossy(*ON_THE_LINK[text])
        channels = parse_fault(f"{text}@0s").channels or EVERYWHERE
        return self.differs(channels, ON_THE_SIGNAL[text], look_s(text))


def read_until_lost(device: Device, clock: Clock) -> tuple[list[Arrival], float]:
    """Return what came, and how long after the last sample the loss was known."""
    begun_s, arrivals = clock(), []
    while clock() < begun_s + LONGEST_S:
        try:
            chunk = device.read(0.2)
        except DeviceLostError:
            return arrivals, clock() - (arrivals[-1].at_s if arrivals else begun_s)
        if chunk is not None:
            arrivals.append(Arrival(chunk, clock(), device.health))
    raise AssertionError("it was not lost")


def reconnect(device: Device, clock: Clock, sleep: Clock) -> str:
    """Return what is said at last: '' once it is connected, the refusal of another board."""
    until_s, said = clock() + LONGEST_S, ""
    while clock() < until_s:
        try:
            device.reconnect()
        except DeviceError as error:
            said = str(error)
            if "Another board" in said:
                return said
            sleep(0.2)
        else:
            return ""
    return said


def watch(bench: Bench, device: Device, clock: Clock, sleep: Clock) -> Seen:
    """Stream from before the first fault until another board has come."""
    with device:
        device.start()
        arrivals, lost_after_s = read_until_lost(device, clock)
        state = device.state
        came_back = reconnect(device, clock, sleep) == ""
        if came_back:
            read_until_lost(device, clock)
        said = reconnect(device, clock, sleep)
    return Seen(bench, arrivals, lost_after_s, came_back, said, state)


def started(bench: Bench, file: Path) -> BoardProcess:
    """Return the board's process, up and waiting."""
    faults = [f"--fault={text}" for text in bench.faults]
    return BoardProcess([*bench.arguments, "--scenario", str(file), *faults])


def in_memory(file: Path) -> Seen:
    bench, clock = BENCHES["memory"], StepClock()
    options = CytonOptions(str(file), faults=tuple(bench.faults))
    device = MemoryDevice(options, clock=clock, sleep=clock.sleep)
    return watch(bench, device, clock, clock.sleep)


@pytest.fixture(scope="module")
def runs(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Seen]:
    file = tmp_path_factory.mktemp("patient") / "humming.toml"
    file.write_text(PATIENT)
    # All are up before the first streams: what a start costs would be lateness of the others.
    # The one that always talks begins last, for its faults count from when it is switched on.
    wanted = BENCHES if request.config.getoption("--soak") else ALWAYS
    names = sorted(set(wanted) - {"memory"}, key=lambda name: name == "text")
    boards: list[BoardProcess] = []
    try:
        boards += [started(BENCHES[name], file) for name in names]
        specs = [
            BENCHES[name].spec.format(port=board.port, free=free_port())
            for name, board in zip(names, boards, strict=True)
        ]
        devices = [open_device(spec) for spec in specs]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = [
                pool.submit(watch, BENCHES[name], device, time.monotonic, time.sleep)
                for name, device in zip(reversed(names), reversed(devices), strict=True)
            ]
            seen = dict(zip(reversed(names), (one.result() for one in found), strict=True))
    finally:
        for board in boards:
            board.end()
    begun_s = time.process_time()
    time.sleep(1.0)
    assert time.process_time() - begun_s < 0.1  # no vendor's thread spins on a port that is gone
    seen["memory"] = in_memory(file)  # as fast as it can be computed
    return seen


@pytest.mark.parametrize("name", EVERY_BOARD)
def test_every_fault_of_signal_and_link_shows(runs: dict[str, Seen], name: str) -> None:
    seen = runs[name]
    sound_before = [
        not seen.differs(parse_fault(f"{text}@0s").channels or EVERYWHERE, at_s - 0.02, 0.0)
        for text, at_s in ON_THE_SIGNAL.items()
    ]
    assert all(sound_before), dict(zip(ON_THE_SIGNAL, sound_before, strict=True))
    tried = [text for text in (*ON_THE_SIGNAL, *ON_THE_LINK) if text not in seen.bench.ends_at]
    hidden = [text for text in tried if not seen.shows(text)]
    assert not hidden, f"{name} shows nothing of {hidden}"


@pytest.mark.parametrize("text", SHIFTING)
def test_a_shield_whose_bytes_shift_is_lost_or_loses(text: str, tmp_path: Path) -> None:
    bench = BENCHES["wifi"]
    board = BoardProcess([*bench.arguments, "--fault", f"{text}@0.5s"])
    try:
        with open_device(bench.spec.format(free=free_port())) as device:
            device.start()
            until_s = time.monotonic() + LONGEST_S
            while device.health.lost_total == 0 and time.monotonic() < until_s:
                try:
                    device.read(0.2)
                except DeviceLostError:
                    break
            assert device.health.lost_total > 0 or device.state is DeviceState.LOST
    finally:
        board.end()


@pytest.mark.parametrize("name", EVERY_BOARD)
def test_a_board_that_is_pulled_out_is_lost_at_once(runs: dict[str, Seen], name: str) -> None:
    seen = runs[name]
    assert seen.closing_state is DeviceState.LOST
    # A network says nothing when a shield loses its power: there only the silence tells.
    assert seen.lost_after_s < (SILENCE_S + 1.0 if name == "wifi" else 1.0)


@pytest.mark.parametrize("name", EVERY_BOARD)
def test_it_is_found_again_and_another_board_is_not_taken_for_it(
    runs: dict[str, Seen], name: str
) -> None:
    seen = runs[name]
    assert seen.came_back
    assert seen.bench.other in seen.said_to_other


def test_the_runs_hold_every_kind_of_fault() -> None:
    held = {text.split()[0] for text in (*ON_THE_SIGNAL, *ON_THE_LINK)}
    assert held | {"unplug", "replug", "other"} == set(KINDS)


REFUSED = {
    "virtual?link=memory&fault=rail 99@1s": "rail 99.*channels 1 to 8",
    "virtual?fault=rail 9@1s": "rail 9.*channels 1 to 8",
    "virtual?fault=nan 3@1s": "No fault 'nan'",
    "virtual?link=memory&fault=battery@1s": "No fault 'battery'",
    "virtual?signal=index&fault=rail 3@1s": "rail 3.*no electrodes",
    "virtual?signal=sine&fault=dry 3@1s": "dry 3.*contact",
}


@pytest.mark.parametrize("spec", REFUSED)
def test_a_spec_with_a_fault_that_its_board_cannot_do_is_refused(spec: str) -> None:
    with pytest.raises(ConfigError, match=REFUSED[spec]):
        open_device(spec)


@pytest.mark.parametrize(
    ("board", "fault", "said"),
    [
        ("ganglion", "flat 5@1s", "The Ganglion cannot do 'flat 5@1s': it has channels 1 to 4"),
        ("text", "rail 7@1s", "The text board cannot do 'rail 7@1s': it has channels 1 to 6"),
        ("chords", "rail 7@1s", "The Chords board cannot do"),
        ("framed", "bridge 8 9@1s", "The framed board cannot do"),
        ("wifi", "swap 8 9@1s", "The WiFi shield cannot do"),
        ("cyton", "rail 9@1s", "The Cyton cannot do"),
    ],
)
def test_a_board_refuses_what_it_cannot_do(
    board: str, fault: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    scenario = tmp_path / "patient.toml"
    scenario.write_text(f'fault = ["{fault}"]\n{PATIENT}')
    assert main([board, "--fault", fault]) == 2
    assert said in capsys.readouterr().err
    assert main([board, "--scenario", str(scenario)]) == 2  # in the patient's file, too
    assert said in capsys.readouterr().err
