"""Loss by counter and clock: 255, 256, 257 and 512 in a row, duplicates, late and forged ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest

from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.ledger import Ledger
from emg_device.loss import LossAccount
from emg_device.rate import RateFit
from emg_signal.chunk import Origin

POLL_S = 0.02
CYTON = CounterRule(256)
BOOTED_S = 500_000.0
"""A monotonic clock does not begin at 0: nothing may hang on where it begins."""


@dataclass
class Line:
    """A board, a lossy line and a host that polls: everything on an invented clock."""

    rule: CounterRule = CYTON
    fs_hz: float = 250.0
    jitter_s: float = 0.004
    random: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))

    def blocks(self, kept: np.ndarray, delay_s: np.ndarray | float = 0.0) -> Iterator:
        """Yield what each poll finds of the samples whose numbers are `kept`."""
        jitter = self.random.uniform(0, self.jitter_s, kept.size)
        arrival = np.maximum.accumulate(kept / self.fs_hz + jitter + delay_s)
        polls = np.ceil(arrival / POLL_S).astype(int)
        cuts = np.flatnonzero(np.diff(polls)) + 1
        for numbers, when in zip(np.split(kept, cuts), np.split(arrival, cuts), strict=True):
            counter = (numbers * self.rule.step) % self.rule.modulus
            poll = np.ceil(when[0] / POLL_S)
            yield RawBlock(numbers[:, None].astype(float), counter, when), BOOTED_S + poll * POLL_S


def ledger(rule: CounterRule | None = CYTON, fs_hz: float = 250.0) -> Ledger:
    return Ledger(DeviceInfo("test", 1, fs_hz, Origin.SIMULATED, counter=rule))


def indices_match(book: Ledger, offset: int = 0) -> bool:
    """Say whether each delivered sample carries its own number as its index."""
    numbers = np.concatenate([chunk.samples_uv[0] for chunk in book.chunks])
    index = np.concatenate(
        [np.arange(chunk.first_index, chunk.next_index) for chunk in book.chunks]
    )
    return bool(np.array_equal(numbers - offset, index))


def without(n: int, *gaps: tuple[int, int]) -> np.ndarray:
    keep = np.ones(n, dtype=bool)
    for start, length in gaps:
        keep[start : start + length] = False
    return np.flatnonzero(keep)


def play(line: Line, book: Ledger, kept: np.ndarray, delay_s: np.ndarray | float = 0.0) -> None:
    now = 0.0
    for block, now in line.blocks(kept, delay_s):
        if now - (book.arrived_s or now) > 0.1:
            book.push(None, now - POLL_S)
        book.push(block, now)
    for _ in range(120):
        now += POLL_S
        book.push(None, now)


@pytest.mark.parametrize("lost", [1, 2, 7, 64, 127, 128, 200, 248, 254, 255, 256, 257, 512, 513])
@pytest.mark.parametrize("fs_hz", [250.0, 1000.0])
def test_each_burst_length_is_counted_exactly(lost: int, fs_hz: float) -> None:
    book, line = ledger(fs_hz=fs_hz), Line(fs_hz=fs_hz)
    play(line, book, without(4000, (1500, lost)))
    health = book.health(0.0)
    assert (health.lost_total, health.lost_uncertainty) == (lost, 0)
    assert indices_match(book)


def test_a_thousand_random_bursts_are_counted_exactly() -> None:
    random = np.random.default_rng(4)
    special = np.array([255, 256, 257, 512])
    lengths = np.where(
        random.random(1000) < 0.3, random.choice(special, 1000), random.integers(1, 1200, 1000)
    )
    between = random.integers(100, 250, 1000)
    starts = np.cumsum(lengths + between) - lengths
    kept = without(int(starts[-1] + lengths[-1] + 500), *zip(starts, lengths, strict=True))
    book = ledger()
    play(Line(), book, kept)
    assert book.health(0.0).lost_total == lengths.sum()
    assert book.health(0.0).gaps == 1000
    assert [chunk.lost for chunk in book.chunks if chunk.lost] == lengths.tolist()
    assert indices_match(book)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.05, 0.2])
def test_random_single_losses_are_counted_exactly(share: float) -> None:
    random = np.random.default_rng(5)
    kept = np.flatnonzero(random.random(20_000) >= share)
    book = ledger()
    play(Line(), book, kept[kept >= kept[0]])
    assert book.health(0.0).lost_total == int(kept[-1] - kept[0] + 1 - kept.size)
    assert indices_match(book, offset=int(kept[0]))


def test_a_stall_of_a_second_is_no_loss() -> None:
    n = 4000
    delay = np.zeros(n)
    delay[1500:1790] = np.maximum(0.0, (1790 - np.arange(1500, 1790)) / 250.0)
    book = ledger()
    play(Line(jitter_s=0.0), book, np.arange(n), delay)
    assert book.health(0.0).lost_total == 0
    assert indices_match(book)


@pytest.mark.parametrize(
    ("silence_s", "pace"),
    [(0.3, 1.4), (0.5, 1.4), (0.7, 1.4), (1.0, 3.0), (1.5, 1.1), (2.0, 1.2), (3.0, 1.3)],
)
def test_a_host_that_catches_up_slowly_invents_no_loss(silence_s: float, pace: float) -> None:
    """As on a busy machine: a silence, then all of it, only a little faster than it is made."""
    book = caught_up(silence_s, pace)
    assert book.health(0.0).lost_total == 0
    assert book.health(0.0).lost_uncertainty == 0
    assert indices_match(book)


@pytest.mark.parametrize(("silence_s", "pace"), [(2.0, 1.1), (3.0, 1.1), (3.0, 1.15), (3.0, 1.2)])
def test_a_host_too_slow_to_be_told_from_a_loss_is_doubted_afterwards(
    silence_s: float, pace: float
) -> None:
    """No sample can come before it was made: then the count says by how much it may be wrong."""
    health = caught_up(silence_s, pace).health(0.0)
    assert 0 < health.lost_total <= health.lost_uncertainty


def caught_up(silence_s: float, pace: float) -> Ledger:
    """Return the account of a line that loses nothing, and whose host stalls and catches up."""
    n, first = 12_000, 1500
    due_s = np.arange(n) / 250.0
    arrival_s = due_s.copy()
    resumed_s = due_s[first] + silence_s
    late = resumed_s + (due_s[first:] - due_s[first]) / pace
    arrival_s[first:] = np.maximum(due_s[first:], late)
    book = ledger()
    play(Line(jitter_s=0.0), book, np.arange(n), arrival_s - due_s)
    return book


@pytest.mark.parametrize("burst_ms", [16, 255])
def test_bursts_make_no_loss_and_keep_time_even(burst_ms: int) -> None:
    kept = without(5000, (2000, 256), (4000, 3))
    due = kept / 250.0
    delay = np.ceil(due * 1e3 / burst_ms) * burst_ms / 1e3 - due
    book = ledger()
    play(Line(jitter_s=0.0), book, kept, delay)
    assert book.health(0.0).lost_total == 259
    assert indices_match(book)


@pytest.mark.parametrize("pieces", [1, 2, 5])
def test_a_burst_that_a_busy_host_takes_in_pieces_is_still_a_burst(pieces: int) -> None:
    fit = RateFit(250.0)
    for n in range(40):
        for piece in range(pieces):
            fit.add(0.255 * n + 0.004 * piece, 64 * n + piece)
    assert fit.burst_ms == pytest.approx(255 - 4 * (pieces - 1))
    assert fit.burst_warning() is not None


def test_a_stall_now_and_then_is_no_burst() -> None:
    fit = RateFit(250.0)
    for n in range(100):
        fit.add(0.004 * n + 0.3 * (n // 20), n)
    assert fit.burst_ms == pytest.approx(4.0)
    assert fit.burst_warning() is None


def test_a_daisy_counts_in_steps_of_two() -> None:
    rule = CounterRule(256, 2)
    book = ledger(rule, 125.0)
    play(Line(rule, 125.0), book, without(3000, (1000, 128), (2000, 127)))
    assert book.health(0.0).lost_total == 255
    assert indices_match(book)


def test_duplicates_are_dropped_and_counted() -> None:
    random = np.random.default_rng(6)
    numbers = np.repeat(np.arange(5000), 1 + (random.random(5000) < 0.02))
    book = ledger()
    play(Line(jitter_s=0.0), book, numbers)
    health = book.health(0.0)
    assert (health.duplicates, health.lost_total) == (numbers.size - 5000, 0)
    assert indices_match(book)


@pytest.mark.parametrize("seed", range(20))
def test_late_samples_are_dropped_and_the_index_never_goes_back(seed: int) -> None:
    """500 times, one sample of eight arrives up to seven places late."""
    random = np.random.default_rng(seed)
    account = LossAccount(CounterRule(256), 250.0)
    order = list(range(8))
    for first in range(8, 4008, 8):
        window = list(range(first, first + 8))
        moved = window.pop(int(random.integers(0, 7)))
        window.insert(int(random.integers(moved - first + 1, 8)), moved)
        order += window
    delivered = []
    for first in range(0, 4008, 8):
        numbers = np.array(order[first : first + 8])
        block = RawBlock(numbers[:, None].astype(float), numbers % 256)
        for run in account.split(block, BOOTED_S + (first + 8) / 250.0):
            delivered += numbers[run.rows].tolist()
    assert delivered == sorted(set(delivered))
    assert account.late == 500
    assert account.lost == 500, "a late sample leaves a hole where it should have been"


def test_a_flipped_counter_bit_is_not_a_loss() -> None:
    numbers = np.arange(3000)
    account = LossAccount(CounterRule(256), 250.0)
    for first in range(0, 3000, 5):
        counter = numbers[first : first + 5] % 256
        if first in (500, 1000, 1500):
            counter[first % 4] ^= 0x80
        block = RawBlock(np.zeros((5, 1)), counter)
        account.split(block, BOOTED_S + (first + 5) / 250.0)
    assert (account.lost, account.bad_counters) == (0, 3)


@pytest.mark.parametrize("bit", range(8))
def test_flipped_bits_of_the_counter_make_no_lasting_error(bit: int) -> None:
    """One sample in 200: what is reported as lost is small, and the index stays true."""
    random = np.random.default_rng(bit)
    book, line = ledger(), Line()
    flipped = 0
    for block, now in line.blocks(np.arange(20_000)):
        hit = random.random(block.n_samples) < 0.005
        flipped += int(hit.sum())
        counter = np.where(hit, block.counter ^ (1 << bit), block.counter)
        book.push(RawBlock(block.samples_uv, counter, block.stamps_s), now)
    health, last = book.health(0.0), book.chunks[-1]
    assert last.samples_uv[0, 0] == last.first_index
    assert health.received + health.late + health.duplicates == 20_000
    assert health.lost_total == health.late + health.duplicates
    assert health.lost_total <= 8 * flipped


def test_a_long_gap_states_its_uncertainty() -> None:
    book = ledger()
    play(Line(), book, without(20_000, (2000, 12_000)))
    health = book.health(0.0)
    assert health.lost_uncertainty > 0
    assert abs(health.lost_total - 12_000) <= health.lost_uncertainty


def test_without_a_counter_a_silence_is_counted_by_the_clock() -> None:
    book = ledger(None)
    for block, now in Line().blocks(without(4000, (1500, 500))):
        book.push(RawBlock(block.samples_uv), now)
        book.push(None, now + 0.6)
    health = book.health(0.0)
    assert abs(health.lost_total - 500) <= health.lost_uncertainty
    assert 0 < health.lost_uncertainty < 100


def test_stamps_of_the_sender_count_and_a_late_network_does_not() -> None:
    info = DeviceInfo("lsl", 1, 500.0, Origin.SIMULATED, stamped=True)
    book = Ledger(info)
    kept = without(5000, (2000, 300))
    for first in range(0, kept.size, 50):
        numbers = kept[first : first + 50]
        late_s = 0.7 if first == 3000 else 0.0
        stamps_s = 77.0 + numbers / 500.0
        book.push(RawBlock(numbers[:, None] * 1.0, None, stamps_s), stamps_s[-1] + late_s)
    health = book.health(0.0)
    assert abs(health.lost_total - 300) <= 1
    assert health.gaps == 1


@pytest.mark.parametrize("skew", [-0.019, 0.019])
def test_a_board_clock_of_two_percent_makes_no_loss(skew: float) -> None:
    line = Line(fs_hz=250.0 * (1 + skew))
    book = ledger()
    play(line, book, np.arange(30_000))
    health = book.health(0.0)
    assert health.lost_total == 0
    assert health.measured_fs_hz == pytest.approx(line.fs_hz, rel=1e-3)
    assert "check the board's rate" in health.warnings[0]


def test_a_recording_is_held_against_its_own_time_stamps() -> None:
    info = DeviceInfo("file", 1, 250.0, Origin.PLAYBACK, counter=CounterRule(256), clocked=False)
    book = Ledger(info)
    kept = without(3000, (1000, 256), (2000, 10))
    for first in range(0, kept.size, 100):
        numbers = kept[first : first + 100]
        book.push(RawBlock(numbers[:, None] * 1.0, numbers % 256, numbers / 250.0), 0.0)
    assert book.health(0.0).lost_total == 266
    assert indices_match(book)


def test_a_board_that_goes_again_before_its_first_sample_is_missed_once() -> None:
    book = ledger()
    book.push(RawBlock(np.zeros((10, 1)), np.arange(10)), 100.0)
    book.next_segment(DeviceInfo("test", 1, 250.0, Origin.SIMULATED, counter=CYTON), 101.0)
    book.next_segment(DeviceInfo("test", 1, 250.0, Origin.SIMULATED, counter=CYTON), 103.0)
    book.push(RawBlock(np.zeros((10, 1)), np.arange(10)), 103.04)
    health = book.health(103.04)
    assert (health.lost_total, health.gaps, book.chunks[-1].lost) == (750, 1, 750)
    assert health.lost_uncertainty == 15 + 25  # 2 % of 750, and 100 ms


def test_a_gap_that_was_not_told_before_a_pause_is_told_after_it() -> None:
    book = ledger()
    book.push(RawBlock(np.zeros((10, 1)), np.arange(10)), 100.0)
    info = DeviceInfo("test", 1, 250.0, Origin.SIMULATED, counter=CYTON)
    book.next_segment(info, 101.0)
    book.pause()
    book.next_segment(info, 200.0)
    book.push(RawBlock(np.zeros((10, 1)), np.arange(10)), 200.04)
    assert (book.health(200.04).lost_total, book.chunks[-1].lost) == (250, 250)


@pytest.mark.parametrize("true_hz", [230.0, 150.0, 400.0])
@pytest.mark.parametrize("stamped", [False, True])
def test_a_board_without_a_counter_at_another_rate_loses_nothing_and_its_rate_is_told(
    true_hz: float, stamped: bool
) -> None:
    """250 were declared and 230 came: 583 samples of 40 s were invented, and no rate was told."""
    book = Ledger(DeviceInfo("board", 1, 250.0, Origin.SIMULATED, stamped=stamped))
    for n in range(1, 2001):
        first, last = int((n - 1) * 0.02 * true_hz), int(n * 0.02 * true_hz)
        numbers = np.arange(first, last)
        book.push(RawBlock(numbers[:, None] * 1.0, None, (numbers + 1) / true_hz), n * 0.02)
    health = book.health(40.0)
    assert (health.lost_total, health.gaps) == (0, 0)
    assert health.measured_fs_hz == pytest.approx(true_hz, rel=1e-3)
    assert health.stamped_fs_hz == (pytest.approx(true_hz, rel=1e-3) if stamped else None)


def test_a_rate_that_is_quite_another_is_told_at_once() -> None:
    for true_hz, seconds in ((400.0, 1.7), (150.0, 5.5), (300.0, 5.0), (125.0, 4.5)):
        fit = RateFit(250.0)
        for n in range(round(seconds * 20)):
            fit.add(0.05 * n, round(0.05 * n * true_hz))
        assert fit.is_told
        assert fit.off_fs_hz == pytest.approx(true_hz, rel=0.02)


@pytest.mark.parametrize("stall_s", [0.3, 1.0, 3.0])
@pytest.mark.parametrize("at_s", [0.0, 0.9, 5.0])
def test_samples_that_were_late_are_no_other_rate(stall_s: float, at_s: float) -> None:
    """A host that sleeps, and then takes all at once, is told neither at once nor by the fit."""
    fit = RateFit(250.0)
    for n in range(400):
        now = 0.05 * n
        if at_s < now < at_s + stall_s:
            continue
        fit.add(now, round(0.05 * n * 250.0))
        fit.add(now + 0.001, round(0.05 * n * 250.0))
        assert fit.off_fs_hz is None
        assert fit.measured_fs_hz is None or abs(fit.measured_fs_hz / 250.0 - 1.0) < 0.005


def test_a_board_that_is_starved_for_two_seconds_is_no_slower_board() -> None:
    """A processor that others keep busy lets half the samples through, and then all."""
    fit = RateFit(250.0)
    for n in range(200):
        now = 0.05 * n
        passed = 0.5 * now if now < 2.0 else min(now, 1.0 + 1.5 * (now - 2.0))
        fit.add(now, round(passed * 250.0))
        assert fit.off_fs_hz is None


def test_late_pieces_do_not_bend_the_rate() -> None:
    """Half of all blocks come up to 200 ms late: the rate is within 0.2 % after 10 s."""
    rng = np.random.default_rng(3)
    fit = RateFit(250.0)
    for n in range(200):
        late_s = rng.uniform(0.0, 0.2) if rng.random() < 0.5 else 0.0
        fit.add(0.05 * n, round(max(0.0, 0.05 * n - late_s) * 250.0))
    assert fit.measured_fs_hz == pytest.approx(250.0, rel=2e-3)
