"""The fault language, and what each link and board fault does to frames."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_signal.errors import ConfigError
from emg_simulators.board_faults import BoardFaults
from emg_simulators.byte_faults import ByteFaults
from emg_simulators.fault_text import format_fault, parse_fault, parse_faults
from emg_simulators.faults import KINDS, Argument

FRAMES = [bytes([i % 256]) * 33 for i in range(2500)]


def send(text, frames=FRAMES, fs_hz=250.0, seed=1):
    """Return, for each frame sent at fs_hz, what the line carries."""
    faults = ByteFaults(parse_faults([text]), seed)
    return [faults.apply(frame, i / fs_hz) for i, frame in enumerate(frames)]


def joined(pieces):
    return [piece for some in pieces for piece in some]


@pytest.mark.parametrize(
    ("text", "name", "start", "end", "amount", "channels"),
    [
        ("unplug@20s", "unplug", 20, 20, 0, ()),
        ("drop 1%@10s+5s", "drop", 10, 15, 0.01, ()),
        ("drop 256 @ 8s", "drop", 8, math.inf, 256, ()),
        ("burst 16ms@5s+10s", "burst", 5, 15, 0.016, ()),
        ("clock -2%@0s", "clock", 0, math.inf, -0.02, ()),
        ("rail 3@10s+1.5s", "rail", 10, 11.5, 0, (2,)),
        ("swap 1 2@15s", "swap", 15, math.inf, 0, (0, 1)),
        ("mains 0.5mV@1s", "mains", 1, math.inf, 500, ()),
        ("bad 4 300kohm@1s", "bad", 1, math.inf, 300_000, (3,)),
    ],
)
def test_reads_a_fault(text, name, start, end, amount, channels):
    fault = parse_fault(text)
    assert (fault.name, fault.start_s, fault.end_s) == (name, start, pytest.approx(end))
    assert fault.amount == pytest.approx(amount)
    assert fault.channels == channels


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not a fault"),
        ("unplug", "is not a fault"),
        ("unplug@20", "is not a fault"),
        ("unplug@-1s", "is not a fault"),
        ("explode@1s", "Known are drop"),
        ("unplug@1s+2s", "happens at once"),
        ("drop@1s", "followed by a share"),
        ("drop 1.5@1s", "number of frames"),
        ("flip 3@1s", "a share in %"),
        ("flip 101%@1s", "more than 100"),
        ("rail 0@1s", "counted from 1"),
        ("swap 1@1s", "followed by a channel"),
        ("bridge 3 3@1s", "between two channels"),
        ("clock -100%@1s", "stop the clock"),
        ("mains nanuV@1s", "a voltage"),
        ("mains 5V@1s", "a voltage"),
    ],
)
def test_refuses_what_is_none(text, said):
    with pytest.raises(ConfigError, match=said):
        parse_fault(text)


_WORDS = {
    Argument.FRAMES: st.sampled_from(["1%", "12", "0%"]),
    Argument.SHARE: st.sampled_from(["0.5%", "100%"]),
    Argument.BYTES: st.sampled_from(["1", "1000"]),
    Argument.INTERVAL: st.sampled_from(["0.016s", "0.255s"]),
    Argument.RATE: st.sampled_from(["+2%", "-2%"]),
    Argument.CHANNEL: st.sampled_from(["1", "8"]),
    Argument.VOLTAGE: st.sampled_from(["5uV", "1000uV"]),
    Argument.OHM: st.sampled_from(["2000ohm"]),
}


@given(st.data(), st.sampled_from(sorted(KINDS)))
def test_writes_what_it_reads(data, name):
    kind = KINDS[name]
    words = [data.draw(_WORDS[argument]) for argument in kind.arguments]
    if len(set(words)) < len(words):
        words[1] = "7"  # a fault between two channels names two
    text = f"{' '.join([name, *words])}@{data.draw(st.integers(0, 99))}s"
    if not kind.at_once and data.draw(st.booleans()):
        text += "+3s"
    assert format_fault(parse_fault(text)) == text
    assert parse_fault(format_fault(parse_fault(text))) == parse_fault(text)


def test_without_faults_the_line_carries_the_frames():
    assert joined(send("")) == FRAMES


@pytest.mark.parametrize("number", [1, 16, 255, 256, 257, 512])
def test_drops_exactly_the_number_asked_for(number):
    seen = joined(send(f"drop {number}@1s"))
    assert len(seen) == len(FRAMES) - number
    assert seen[:250] == FRAMES[:250]
    assert seen[250:] == FRAMES[250 + number :]


def test_drops_about_its_share_in_its_time_alone():
    seen = send("drop 20%@2s+4s")
    lost = [i for i, pieces in enumerate(seen) if not pieces]
    assert min(lost) >= 500
    assert max(lost) < 1500
    assert 150 < len(lost) < 250


def test_duplicates():
    seen = joined(send("duplicate 2%@0s"))
    assert 20 < len(seen) - len(FRAMES) < 80


def test_reorders_without_loss():
    seen = joined(send("reorder 5%@0s+8s"))
    assert seen != FRAMES
    assert sorted(seen) == sorted(FRAMES)


def test_flips_one_bit():
    changed = [(a, b) for a, b in zip(FRAMES, joined(send("flip 5%@0s")), strict=True) if a != b]
    assert 80 < len(changed) < 170
    for a, b in changed:
        assert sum((x ^ y).bit_count() for x, y in zip(a, b, strict=True)) == 1


def test_truncates_and_loses_bytes():
    assert 0 < sum(len(f) < 33 for f in joined(send("truncate 5%@0s"))) < 200
    assert {len(f) for f in joined(send("lose 5%@0s"))} == {32, 33}


def test_puts_garbage_between_frames_once():
    pieces = [p for p in joined(send("garbage 1000@1s")) if len(p) == 1000]
    assert len(pieces) == 1
    assert len(set(pieces[0])) > 200


def test_a_stall_keeps_everything_and_gives_it_back_at_once():
    seen = send("stall@2s+1s")
    assert all(not pieces for pieces in seen[500:750])
    assert len(seen[750]) == 251
    assert joined(seen) == FRAMES


def test_silence_loses_everything():
    assert joined(send("silence@2s+1s")) == FRAMES[:500] + FRAMES[750:]


@pytest.mark.parametrize(("interval", "frames"), [("16ms", 4), ("255ms", 64)])
def test_bursts(interval, frames):
    seen = send(f"burst {interval}@1s+7s")
    sizes = [len(pieces) for pieces in seen[300:1900] if pieces]
    assert {frames - 1, frames} >= set(sizes[1:-1])
    assert joined(seen) == FRAMES


def test_a_fault_can_be_added_while_it_runs():
    faults = ByteFaults()
    assert faults.apply(b"a", 0.0) == [b"a"]
    faults.add(parse_fault("silence@0s"))
    faults.add(parse_fault("unplug@0s"))
    assert faults.apply(b"b", 0.1) == []


def test_same_seed_same_damage():
    assert send("drop 5%@0s;flip 5%@0s", seed=4) == send("drop 5%@0s;flip 5%@0s", seed=4)
    assert send("drop 5%@0s", seed=4) != send("drop 5%@0s", seed=5)


def test_board_faults():
    board = BoardFaults(parse_faults(["replug@3s; unplug@1s", "clock +2%@5s+1s"]))
    assert board.plug_events(-1.0, 0.5) == []
    assert board.plug_events(0.5, 4.0) == ["unplug", "replug"]
    assert board.clock_factor(4.9) == 1.0
    assert board.clock_factor(5.5) == pytest.approx(1.02)
