"""What stands behind the numbers between the lanes: amplitude, share, symmetry."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect

from emg_session.snapshot import PairReading, SiteReading, Snapshot
from emg_signal.calibration import Calibration
from emg_signal.montage import Side
from emg_ui.text.language import tr
from emg_ui.text.marks import mark_of
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.numbers import microvolts, percent
from emg_ui.text.snapshot_lines import healthy_text, symmetry_text


def measure_numbers(snapshot: Snapshot, rows: list[QRect]) -> list[NumberAbout]:
    """Return what stands behind each number of a snapshot.

    Parameters
    ----------
    snapshot
        The moment.
    rows
        Where each pair stands on the screen; empty while the numbers are hidden.
    """
    found: list[NumberAbout] = []
    for i, pair in enumerate(snapshot.pairs):
        row = rows[i] if i < len(rows) else QRect()
        for reading in snapshot.streamed.sites[2 * i : 2 * i + 2]:
            found += _of_site(snapshot, reading, _half(row, reading.site.side))
        found.append(_of_pair(snapshot, pair, _below(row)))
    return found


def _half(row: QRect, side: Side) -> QRect | None:
    """Return the upper part of one side: the patient's right is on the screen's left."""
    if row.isNull():
        return None
    x = row.left() if side is Side.RIGHT else row.center().x() + 1
    return QRect(x, row.top(), row.width() // 2, row.height() // 2)


def _below(row: QRect) -> QRect | None:
    if row.isNull():
        return None
    return QRect(row.left(), row.center().y() + 1, row.width(), row.height() // 2)


def _band(snapshot: Snapshot) -> str:
    stream = snapshot.streamed
    low, high = stream.band.low_hz, stream.band.high_hz
    return tr("{low:.0f} to {high:.0f} Hz, the board's own low-pass included", low=low, high=high)


def _source(snapshot: Snapshot, channel: int) -> str:
    stream = snapshot.streamed
    return tr(
        "{board!s}, channel {channel}, {rate:.0f} Hz ({origin})",
        board=stream.board,
        channel=channel + 1,
        rate=stream.fs_hz,
        origin=str(snapshot.origin),
    )


def _of_site(snapshot: Snapshot, reading: SiteReading, place: QRect | None) -> list[NumberAbout]:
    stream = snapshot.streamed
    site, word = reading.site, mark_of(reading.quality.quality).word
    held = NumberAbout(
        name=tr("{site}, last contraction", site=site.name),
        value=_amount(reading.held_uv, reading.held_percent, tr("none yet")),
        what=tr("RMS amplitude of the last finished contraction at this site."),
        window=tr("The middle 1.0 s of the contraction"),
        band=_band(snapshot),
        reference=_reference(stream.calibration, reading),
        age=tr("Of the last contraction; it stays until the next is finished."),
        source=_source(snapshot, site.channel),
        is_not=tr(
            "Not force, and not a dose: skin, fat and the electrode's place change µV at the same "
            "muscle work."
        ),
        place=place,
    )
    now = NumberAbout(
        name=tr("{site}, now", site=site.name),
        value=_amount(reading.rms_uv, reading.percent_of_reference, word),
        what=tr("RMS amplitude at this moment; the bar shows the same as a share."),
        window=tr("{ms:.0f} ms", ms=1000 * stream.rms_window_s),
        band=_band(snapshot),
        reference=_reference(stream.calibration, reading),
        age=tr("{age:.1f} s", age=max(0.0, stream.age_s)),
        source=_source(snapshot, site.channel),
        is_not=tr(
            "Not to be compared between sides: over so short a window it jitters by a fifth by "
            "its own randomness."
        ),
        place=place,
    )
    return [held, now]


def _amount(rms_uv: float | None, share: float | None, without: str) -> str:
    if rms_uv is None:
        return without
    return microvolts(rms_uv) + ("" if share is None else f", {percent(share)}")


def _reference(calibration: Calibration | None, reading: SiteReading) -> str:
    entry = None
    if calibration is not None:
        entry = next((s for s in calibration.sites if s.site == reading.site), None)
    if calibration is None or entry is None:
        return tr("No reference contraction: µV only.")
    at = datetime.fromisoformat(calibration.locked_at_utc).astimezone()
    return tr(
        "100 % is this site's reference contraction, {reference!s} (rest {rest!s}), locked {at!s}",
        reference=microvolts(entry.reference_uv),
        rest=microvolts(entry.rest_uv),
        at=f"{at:%H:%M}",
    )


def _of_pair(snapshot: Snapshot, pair: PairReading, place: QRect | None) -> NumberAbout:
    symmetry = pair.symmetry
    repetitions = 0 if symmetry is None else symmetry.repetitions
    return NumberAbout(
        name=tr("{pair}, asymmetry index", pair=pair.pair.name),
        value=symmetry_text(pair),
        what=tr(
            "How much stronger the left is (+) or the right (−), in % of both together, and the "
            "interval within which a repetition would put it."
        ),
        window=tr("Middle 1.0 s of {n} bilateral contractions", n=repetitions),
        band=_band(snapshot),
        reference=tr("{range}, published for healthy faces", range=healthy_text(pair))
        if pair.healthy_limit_percent is not None
        else tr("No range of healthy faces is published for this muscle."),
        age=_locked_age(snapshot),
        source=tr("µV of both sides less the noise at rest; never from % of the reference."),
        is_not=tr(
            "Not a live number, not a diagnosis and not a dose: healthy faces are uneven, and "
            "electrodes re-seated give another index."
        ),
        place=place,
    )


def _locked_age(snapshot: Snapshot) -> str:
    if snapshot.treatment.measurement is None:
        return tr("Not locked yet.")
    at = datetime.fromisoformat(snapshot.treatment.measurement.locked_at_utc).astimezone()
    return tr("Locked at {at!s}", at=f"{at:%H:%M:%S}")
