"""What a suggestion rests on, in words: the measurement, its pairs, and how sure that makes it."""

from __future__ import annotations

from emg_dosing.suggestion import Suggestion
from emg_session.snapshot import PairReading, Snapshot
from emg_signal.measurement import Measurement
from emg_ui.text.dosing_text import evidence_words
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.snapshot_lines import healthy_text, symmetry_text


def rests_on(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the locked measurement and each of its pairs, a line each."""
    measurement = snapshot.treatment.measurement
    if measurement is None:
        return (tr("No locked measurement: nothing is suggested from live numbers."),)
    readings = [pair for pair in snapshot.pairs if pair.symmetry is not None]
    return (_condition_words(measurement), *(_pair_words(pair) for pair in readings))


def how_sure(suggestion: Suggestion, snapshot: Snapshot) -> str:
    """Return one line: the evidence of the first reason, and the pairs it was measured on."""
    muscles = {change.muscle for change in suggestion.changes}
    measured = [
        _pair_words(pair)
        for pair in snapshot.pairs
        if pair.symmetry is not None and pair.pair.muscle in muscles
    ]
    grades = [evidence_words(reason.evidence) for reason in suggestion.reasons[:1]]
    return "; ".join((*grades, *measured))


def _condition_words(measurement: Measurement) -> str:
    bad = [
        f"{shown(site.name)}: {mark_of(report.quality).word}"
        for site, report in zip(measurement.montage.sites, measurement.quality, strict=True)
        if not report.is_usable
    ]
    quality = tr("all electrodes usable") if not bad else "; ".join(bad)
    return tr(
        "{board}, {origin}, {rate:g} Hz, {band}; {quality!s}",
        board=measurement.board,
        origin=str(measurement.origin),
        rate=measurement.fs_hz,
        band=measurement.band.label,
        quality=quality,
    )


def _pair_words(pair: PairReading) -> str:
    assert pair.symmetry is not None  # noqa: S101 - asked for such pairs only
    return tr(
        "{pair}: {symmetry!s}, {n} repetitions, {healthy!s}",
        pair=pair.pair.name,
        symmetry=symmetry_text(pair),
        n=pair.symmetry.repetitions,
        healthy=healthy_text(pair),
    )
