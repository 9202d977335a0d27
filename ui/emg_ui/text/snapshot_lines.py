"""A snapshot as one line for a terminal, or as one JSON object for a program."""

from __future__ import annotations

import json
from typing import Any

from emg_dosing.suggestion import Suggestion
from emg_session.protocol import Cue
from emg_session.snapshot import (
    LinkState,
    PairReading,
    SiteReading,
    Snapshot,
    StreamReading,
)
from emg_signal.document import as_document
from emg_ui.text.language import tr
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import microvolts, percent, signed_percent
from emg_ui.text.theme import Tone


def update_record(snapshot: Snapshot) -> dict[str, Any]:
    """Return a snapshot as plain values: one object per update of ``--json``."""
    stream, treatment = snapshot.streamed, snapshot.treatment
    suggestion = treatment.suggestion
    return {
        "type": "update",
        "sequence": stream.sequence,
        "index": stream.index,
        "time_s": stream.time_s,
        "age_s": stream.age_s,
        "link": str(snapshot.link),
        "link_text": snapshot.link_text,
        "other_board": snapshot.other_board,
        "news": snapshot.news,
        "stopped": snapshot.stopped,
        "board": stream.board,
        "origin": str(snapshot.origin),
        "fs_hz": stream.fs_hz,
        "measured_fs_hz": stream.measured_fs_hz,
        "hum_hz": stream.hum_hz,
        "band_hz": [stream.band.low_hz, stream.band.high_hz],
        "rms_window_s": stream.rms_window_s,
        "sites": [_site_record(site) for site in stream.sites],
        "pairs": [_pair_record(pair) for pair in snapshot.pairs],
        "cue": None if stream.cue is None else _cue_record(stream.cue, stream.cue_left_s),
        "calibrated": stream.calibration is not None,
        "calibration_text": stream.calibration_text,
        "safety": [as_document(item) for item in treatment.safety],
        "findings": [as_document(finding) for finding in treatment.findings],
        "suggestion": None if suggestion is None else suggestion.digest,
        "lost_samples": stream.lost_samples,
        "recorded_s": stream.recorded_s,
        "record_text": snapshot.record_text,
        "assigned": stream.assigned,
        "notes": list(snapshot.notes),
        "events": [
            {"name": event.name, "index": event.index, "time_s": stream.event_time_s(event)}
            for event in stream.events
        ],
    }


def suggestion_record(suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion as plain values: one object per suggestion of ``--json``."""
    return {"type": "suggestion", **as_document(suggestion)}


def to_json(record: dict[str, Any]) -> str:
    """Return one line of JSON; a value that is no number is null, never NaN."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _site_record(reading: SiteReading) -> dict[str, Any]:
    return {
        "site": reading.site.muscle,
        "side": str(reading.site.side),
        "channel": reading.site.channel + 1,
        "rms_uv": reading.rms_uv,
        "percent_of_reference": reading.percent_of_reference,
        "held_uv": reading.held_uv,
        "held_percent": reading.held_percent,
        "hum_uv": reading.hum_uv,
        "hum_left_uv": reading.hum_left_uv,
        "quality": str(reading.quality.quality),
        "cause": reading.quality.cause,
        "remedy": reading.quality.remedy,
    }


def _pair_record(pair: PairReading) -> dict[str, Any]:
    return {
        "muscle": pair.pair.muscle,
        "symmetry": None if pair.symmetry is None else as_document(pair.symmetry),
        "healthy_limit_percent": pair.healthy_limit_percent,
    }


def _cue_record(cue: Cue, left_s: float) -> dict[str, Any]:
    return {
        "kind": str(cue.kind),
        "purpose": str(cue.purpose),
        "text": cue.text,
        "left_s": left_s,
        "repetition": cue.repetition,
        "repetitions": cue.repetitions,
    }


def update_line(snapshot: Snapshot) -> str:
    """Return a snapshot as one line: time, link, origin, then every pair, left / right."""
    stream = snapshot.streamed
    parts = [f"{stream.time_s:7.1f} s", state_text(snapshot)]
    if snapshot.link in (LinkState.LOST, LinkState.STALE, LinkState.ENDED):
        parts.append(link_words(snapshot))
        return "  ".join(parts)
    for i, pair in enumerate(snapshot.pairs):
        left, right = stream.sites[2 * i], stream.sites[2 * i + 1]
        if stream.assigned:
            parts.append(f"{pair.pair.name} L {site_text(left)} R {site_text(right)}")
        else:
            parts += [f"ch {s.site.channel + 1} {site_text(s)}" for s in (left, right)]
    if stream.cue is not None:
        parts.append(f"[{cue_text(stream.cue, stream.cue_left_s)}]")
    return "  ".join(parts)


def hum_words(stream: StreamReading) -> str:
    """Return the mains hum that is taken out and what is left of it, empty where there is none."""
    if stream.hum_hz is None:
        return ""
    taken_uv = max((site.hum_uv or 0.0 for site in stream.sites), default=0.0)
    left = [site.hum_left_uv for site in stream.sites if site.hum_left_uv is not None]
    if not left:
        return tr(
            "hum of {hz:.2f} Hz: up to {taken:.1f} µV taken out, what is left is not known yet",
            hz=stream.hum_hz,
            taken=taken_uv,
        )
    return tr(
        "hum of {hz:.2f} Hz: up to {taken:.1f} µV taken out, at most {left:.1f} µV left",
        hz=stream.hum_hz,
        taken=taken_uv,
        left=max(left),
    )


def link_words(snapshot: Snapshot) -> str:
    """Return what is said of the link where there is no button to press."""
    if not snapshot.other_board:
        return snapshot.link_text
    return tr(
        "{text} Here nobody can be asked: plug the first one in again, or end this (Ctrl+C) and "
        "begin anew with the other.",
        text=snapshot.link_text,
    )


def state_text(snapshot: Snapshot) -> str:
    """Return ``LIVE``, or what it is instead: a recording that plays is not live."""
    if snapshot.origin == "live":
        return str(snapshot.link).upper()
    origin = str(snapshot.origin).upper()
    return origin if snapshot.link is LinkState.LIVE else f"{str(snapshot.link).upper()}  {origin}"


def site_text(reading: SiteReading) -> str:
    """Return the numbers of a site with their units and what is doubtful, or why there are none."""
    mark = mark_of(reading.quality.quality)
    if reading.rms_uv is None:
        return mark.word
    text = microvolts(reading.rms_uv)
    if reading.percent_of_reference is not None:
        text += f" ({percent(reading.percent_of_reference)})"
    return f"{text} {mark.shape} {mark.word}" if mark.tone is Tone.WARN else text


def cue_text(cue: Cue, left_s: float) -> str:
    """Return the instruction, its repetition and the seconds left."""
    left = max(0.0, left_s)
    if not cue.repetitions:
        return tr("{what}, {left_s:.0f} s", what=cue.text, left_s=left)
    n, total = cue.repetition, cue.repetitions
    return tr(
        "{what}, {n} of {total}, {left_s:.0f} s", what=cue.text, n=n, total=total, left_s=left
    )


def symmetry_text(reading: PairReading) -> str:
    """Return what is known of left beside right, with the healthy range or that there is none."""
    if reading.symmetry is None:
        return tr("after repetitions")
    low, high = (signed_percent(value) for value in reading.symmetry.interval_percent)
    index = signed_percent(reading.symmetry.index_percent)
    return tr("{index!s} ({low!s} to {high!s})", index=index, low=low, high=high)


def healthy_text(reading: PairReading) -> str:
    """Return the published healthy range, or that none is published."""
    if reading.healthy_limit_percent is None:
        return tr("no range published")
    return tr("healthy within ±{limit:.0f} %", limit=reading.healthy_limit_percent)
