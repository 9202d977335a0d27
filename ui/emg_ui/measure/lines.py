"""What each step of a measurement has to say: why it is done, what was found, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from emg_session.guide import Step
from emg_session.snapshot import Snapshot
from emg_signal.calibrating import VARIATION_NOTE_PERCENT
from emg_signal.chunk import Origin
from emg_signal.contact import BETTER_KOHM, LIMIT_KOHM, SiteContact
from emg_signal.measurement import Measurement
from emg_signal.placement import PlacementComparison
from emg_signal.quality import Quality
from emg_signal.quality_checks import REST_FLOOR_UV
from emg_signal.symmetry import Symmetry
from emg_signal.tap import Tap, TapVerdict
from emg_ui.measure.acts import MeasureActs
from emg_ui.measure.sites import CLEAN, COLOURS, ELECTRODE, GROUND, ground_pin, pins_of, position_of
from emg_ui.measure.steps import (
    first_measurement,
    locked_here,
    looked_at,
    needs_checklist,
    second_measurement,
    taps_proven,
)
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import signed_percent
from emg_ui.text.snapshot_lines import hum_words

GOOD, NOTE, WARN, BAD = ("●", "good"), ("◇", "note"), ("▲", "warn"), ("■", "bad")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with a mark before it (none: plain words)."""

    text: str
    shape: str = ""
    tone: str = ""


def muscle_name(muscle: str) -> str:
    """Return a muscle as people write it."""
    return muscle.replace("_", " ")


def lines_of(step: Step, snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    """Yield what is said of `step` now."""
    return _LINES[step](snapshot, acts)


def _skin(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    if needs_checklist(snapshot):
        yield Line(tr("Nothing of this person is shown before all boxes are ticked."), *BAD)
    elif snapshot.origin is Origin.SIMULATED:
        yield Line(tr("A virtual patient needs no ticks; a person does."), *NOTE)
    for text in (CLEAN, ELECTRODE, GROUND):
        yield Line(shown(text))


def _pairs(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    stream = snapshot.streamed
    look = looked_at(snapshot)
    if look is not None:
        yield Line(tr("Quick look, for display only: {what}", what=_symmetry(look)), *NOTE)
    elif acts.can_look():
        yield Line(tr("D takes a quick look at one pair, in half a minute; nothing rests on it."))
    yield Line(
        tr(
            "{board} has room for {n} pairs. Tick those of this block; the others come after.",
            board=stream.board,
            n=acts.most_pairs(),
        )
    )
    for reading in snapshot.pairs:
        pair = reading.pair
        yield Line(
            tr(
                "{muscle}: {place}. Left {left}, right {right}.",
                muscle=pair.name,
                place=position_of(pair.muscle),
                left=pins_of(pair.left, stream.board),
                right=pins_of(pair.right, stream.board),
            )
        )
    yield Line(shown(ground_pin(stream.board)))
    yield Line(shown(COLOURS))


def _contact(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    contact = snapshot.streamed.progress.contact
    if not contact.possible:
        yield Line(shown(contact.refusal), *NOTE)
        yield Line(tr("Lead off, flat, hum and movement are named as they come."))
        return
    if contact.done is not None:
        yield Line(
            tr(
                "Electrode {n} of {all}. EMG is not read meanwhile.",
                n=min(contact.done + 1, contact.total),
                all=contact.total,
            ),
            *NOTE,
        )
    if contact.text:
        yield Line(shown(contact.text), *BAD)
    if not contact.sites and contact.done is None:
        yield Line(
            tr(
                "The board measures one electrode after the other; EMG is not read meanwhile. "
                "Under {limit:g} kOhm, better under {better:g}; left and right within a factor "
                "of 2.",
                limit=LIMIT_KOHM,
                better=BETTER_KOHM,
            )
        )
        return
    for site in sorted(contact.sites, key=lambda each: each.is_good):
        yield _contact_line(site)
    if contact.tolerance is not None:
        yield Line(tr("Each to ±{percent:.0f} %.", percent=100 * contact.tolerance))


def _contact_line(site: SiteContact) -> Line:
    values = " / ".join(tr("{kohm:.1f}", kohm=value) for value in site.kohm)
    if site.is_good:
        return Line(tr("{site}: {values} kOhm", site=site.site.name, values=values), *GOOD)
    return Line(
        tr("{site}: {why} {remedy}", site=site.site.name, why=site.cause, remedy=site.remedy),
        *(BAD if site.verdict == "off" else WARN),
    )


def _tap(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    stream = snapshot.streamed
    taps = stream.taps if stream.placement < 2 else stream.progress.first_taps
    if not taps:
        yield Line(
            tr(
                "Both sides move together, so only a finger tells them apart. Tap each electrode "
                "as it is named: its own lane must answer, alone."
            )
        )
        return
    for tap in taps:
        if tap.verdict is not TapVerdict.PROVEN:
            yield _unproven(tap)
    proven = sum(tap.verdict is TapVerdict.PROVEN for tap in taps)
    mark = GOOD if proven == len(stream.sites) else NOTE
    yield Line(tr("{n} of {all} sites proven", n=proven, all=len(stream.sites)), *mark)


def _noise(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    noise, hum = snapshot.streamed.progress.noise, hum_words(snapshot.streamed)
    if hum:
        yield Line(tr("Mains now: {hum}.", hum=hum))
    if not noise:
        yield Line(
            tr(
                "The face stays still for 6 s, hands off the leads: less than {limit:.0f} µV, and "
                "no hum through the filters. The reference begins with this rest.",
                limit=REST_FLOOR_UV,
            )
        )
        return
    for site in sorted(noise, key=lambda each: each.report.quality is Quality.GOOD):
        report, mark = site.report, mark_of(site.report.quality)
        found = tr(
            "{site}: rest {rest:.1f} µV, hum {hum:.1f} µV of {hz:.0f} Hz before the filters.",
            site=site.site.name,
            rest=site.rest_uv,
            hum=site.mains_uv,
            hz=site.mains_hz,
        )
        if report.quality is Quality.GAP:
            found = tr("{site}:", site=site.site.name)
        text = " ".join(filter(None, (found, shown(report.cause), shown(report.remedy))))
        yield Line(text, mark.shape, str(mark.tone))


def _reference(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    stream = snapshot.streamed
    first = snapshot.treatment.earlier
    calibration = stream.calibration if first is None else first.calibration
    if calibration is None or stream.progress.running is not None:
        if not stream.progress.is_rested:
            yield Line(tr("First 6 s of rest."))
        yield Line(
            tr(
                "Each muscle's own task three times, in turn, left and right together. From the "
                "second on, hold both bars at the outer line."
            )
        )
        return
    for site in calibration.sites:
        yield Line(
            tr(
                "{site}: rest {rest:.1f} µV, reference {reference:.0f} µV, varies by "
                "{percent:.0f} %",
                site=site.site.name,
                rest=site.rest_uv,
                reference=site.reference_uv,
                percent=site.variation_percent,
            ),
            *(GOOD if site.variation_percent <= VARIATION_NOTE_PERCENT else NOTE),
        )


def _repetitions(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    measured = snapshot.streamed.progress.measured
    if not measured:
        yield Line(
            tr(
                "Five times each, in turn, both sides together, held for 3 s: the envelope up to "
                "its line, the bars to the outer one."
            )
        )
    for reading in snapshot.pairs:
        if reading.symmetry is not None and reading.pair.muscle in measured:
            yield Line(_symmetry(reading.symmetry), *GOOD)
            yield Line(_readable(reading.symmetry), *(NOTE if reading.symmetry.varies else GOOD))
    if acts.offers_more():
        yield Line(
            tr("The holds vary widely, as most people's do. Four more can narrow the interval."),
            *NOTE,
        )


def _readable(symmetry: Symmetry) -> str:
    """Say what can be read with an interval of this width, and why it is so wide."""
    text = tr(
        "{pair}: a difference of less than {percent:.0f} points cannot be read.",
        pair=symmetry.pair.name,
        percent=symmetry.readable_percent,
    )
    if symmetry.widened > 1:
        return tr(
            "{what} Holds in a row: {factor:g} times as wide.", what=text, factor=symmetry.widened
        )
    return text


def _symmetry(symmetry: Symmetry) -> str:
    low, high = symmetry.interval_percent
    return tr(
        "{pair}: {index} (from {low} to {high}, {n} repetitions)",
        pair=symmetry.pair.name,
        index=signed_percent(symmetry.index_percent),
        low=signed_percent(low),
        high=signed_percent(high),
        n=symmetry.repetitions,
    )


def _reseat(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    stream = snapshot.streamed
    first, second = first_measurement(snapshot), second_measurement(snapshot)
    if first is None:
        yield Line(tr("Measure the repetitions first; then the electrodes are put on anew."), *NOTE)
        return
    if acts.is_needless(Step.RESEAT):
        yield Line(
            tr("Not needed: no interval lies wholly beyond the limit of healthy faces."), *GOOD
        )
    elif stream.placement < 2:
        yield Line(
            tr(
                "Take all electrodes off, clean the skin, put them on again at the same sites. "
                "Then tap each, and repeat reference and repetitions."
            )
        )
        yield Line(tr("The interval of one placement knows nothing of where electrodes sit."))
    elif second is None:
        yield Line(
            tr("Second placement: every lane is proven. Now reference and repetitions.")
            if taps_proven(snapshot)
            else tr("Second placement: tap each electrode again."),
            *NOTE,
        )
        for tap in stream.taps:
            if tap.verdict is not TapVerdict.PROVEN:
                yield _unproven(tap)
    yield from _placements(first, second)


def _unproven(tap: Tap) -> Line:
    """Return what a tap did not prove, why, and what to do; swapped leads weigh most."""
    return Line(
        tr("{site}: {why} {remedy}", site=tap.site.name, why=tap.cause, remedy=tap.remedy),
        *(BAD if tap.verdict is TapVerdict.SWAPPED else WARN),
    )


def _placements(first: Measurement, second: Measurement | None) -> Iterator[Line]:
    """Say both estimates side by side; they are never averaged."""
    for symmetry in first.symmetries:
        other = None if second is None else second.symmetry_of(symmetry.pair.muscle)
        yield Line(tr("First: {what}", what=_symmetry(symmetry)))
        if other is None:
            continue
        agrees = PlacementComparison(symmetry, other).agrees
        yield Line(tr("Second: {what}", what=_symmetry(other)))
        yield (
            Line(tr("Each lies within the other's interval."), *GOOD)
            if agrees
            else Line(tr("They differ by more than repeating does: the placement counts."), *WARN)
        )


def _lock(snapshot: Snapshot, acts: MeasureActs) -> Iterator[Line]:
    locked = locked_here(snapshot)
    if locked is None:
        yield Line(tr("Nothing is locked yet: the repetitions were not measured."), *NOTE)
        return
    at = datetime.fromisoformat(locked.locked_at_utc).astimezone()
    yield Line(
        tr(
            "Locked at {time}, placement {n}. It holds for 60 minutes; electrodes may come off.",
            time=f"{at:%H:%M}",
            n=locked.calibration.placement,
        ),
        *GOOD,
    )
    for symmetry in locked.symmetries:
        yield Line(_symmetry(symmetry))
    bad = [q for q in locked.quality if not q.is_usable]
    if bad:
        yield Line(tr("{n} sites were not good throughout.", n=len(bad)), *WARN)
    missing = acts.missing()
    if missing:
        yield Line(
            tr(
                "Not measured of the plan: {muscles}. B takes them as the next block; decide on "
                "this one first, the next measurement replaces it.",
                muscles=", ".join(muscle_name(m) for m in missing),
            ),
            *NOTE,
        )


_LINES: dict[Step, Callable[[Snapshot, MeasureActs], Iterator[Line]]] = {
    Step.SKIN: _skin,
    Step.PAIRS: _pairs,
    Step.CONTACT: _contact,
    Step.TAP: _tap,
    Step.NOISE: _noise,
    Step.REFERENCE: _reference,
    Step.REPETITIONS: _repetitions,
    Step.RESEAT: _reseat,
    Step.LOCK: _lock,
}
