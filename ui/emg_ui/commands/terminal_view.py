"""`TerminalView`: the session as a live picture in a terminal, for machines without a display."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from emg_dosing.safety import SafetyState
from emg_dosing.values import Grade
from emg_session.snapshot import LinkState, PairReading, SiteReading, Snapshot
from emg_ui.commands.output import PlainConsole
from emg_ui.text.dosing_text import (
    STATUS_TONES,
    change_words,
    finding_words,
    headline,
    reason_words,
)
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import microvolts, percent
from emg_ui.text.safety_text import other_findings, safety_lines
from emg_ui.text.snapshot_lines import (
    cue_text,
    healthy_text,
    hum_words,
    link_words,
    symmetry_text,
)
from emg_ui.text.theme import Tone

STYLES = {
    Tone.GOOD: "green",
    Tone.NOTE: "cyan",
    Tone.WARN: "yellow",
    Tone.BAD: "bold red",
    Tone.MUTED: "dim",
}

FEW = 2
"""Findings, reasons and doubts that are shown: the picture has to fit a terminal of 40 lines."""

BAR_CELLS = 10
"""Cells of a bar at 125 % of the reference contraction."""


def picture(snapshot: Snapshot) -> RenderableType:
    """Return everything that the newest moment has to say."""
    parts: list[RenderableType] = [_heading(snapshot)]
    if snapshot.link in (LinkState.LOST, LinkState.STALE):
        words = Text(link_words(snapshot), style="bold red")
        parts.append(Panel(words, title="■ " + str(snapshot.link).upper()))
    told = [line for line in (snapshot.stopped, snapshot.news, *snapshot.notes) if line]
    parts.extend(Text(f"▲ {line}", style="yellow") for line in first(told, FEW, "notes"))
    parts.append(_table(snapshot))
    parts.append(_cue(snapshot))
    parts.extend(_problems(snapshot))
    parts.append(_advice(snapshot))
    parts.append(Text("Training and research, not a medical device. Ctrl+C ends.", style="dim"))
    return Group(*parts)


def _heading(snapshot: Snapshot) -> Text:
    stream = snapshot.streamed
    mark = mark_of(snapshot.link)
    text = Text("Evenhand  ", style="bold")
    text.append(f"{mark.shape} {mark.word.upper()}", style=STYLES[mark.tone])
    text.append(f"  {stream.board}  {stream.fs_hz:.0f} Hz  {max(0.0, stream.time_s):.1f} s")
    if hum_words(stream):
        text.append(f"\n{hum_words(stream)}", style="dim")
    if snapshot.origin != "live":
        text.append(f"  {str(snapshot.origin).upper()} ", style="black on yellow")
    return text


def _table(snapshot: Snapshot) -> Table:
    stream = snapshot.streamed
    band = stream.band
    table = Table(
        title=f"RMS {1000 * stream.rms_window_s:.0f} ms, {band.label}; % of the reference",
        title_justify="left",
        box=None,
        padding=(0, 1, 0, 0),
    )
    right_head, left_head = (
        ("Patient's\nRIGHT", "Patient's\nLEFT") if stream.assigned else ("second", "first")
    )
    table.add_column(right_head, justify="right", no_wrap=True)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("", justify="center", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column(left_head, no_wrap=True)
    table.add_column("Symmetry,\n+ is left")
    for i, pair in enumerate(snapshot.pairs):
        table.add_row(*_cells(pair, left=stream.sites[2 * i], right=stream.sites[2 * i + 1]))
    return table


def _cells(pair: PairReading, *, left: SiteReading, right: SiteReading) -> Iterator[str | Text]:
    yield _number(right)
    yield Text(bar(right)[::-1], style="blue")
    yield pair.pair.name
    yield Text(bar(left), style="yellow")
    yield _number(left)
    yield f"{symmetry_text(pair)}\n{healthy_text(pair)}"


def bar(reading: SiteReading) -> str:
    """Return the share of the reference contraction as cells, `BAR_CELLS` wide."""
    share = (reading.percent_of_reference or 0.0) / 125.0
    full = round(BAR_CELLS * min(1.0, max(0.0, share)))
    return "█" * full + "·" * (BAR_CELLS - full)


def _number(reading: SiteReading) -> Text:
    if reading.rms_uv is None:
        mark = mark_of(reading.quality.quality)
        return Text(f"{mark.shape} {mark.word}", style=STYLES[mark.tone])
    text = Text(f"{microvolts(reading.rms_uv):>8}", style="bold")
    if reading.percent_of_reference is not None:
        text.append(f"\n{percent(reading.percent_of_reference)}")
    return text


def _cue(snapshot: Snapshot) -> Text:
    stream = snapshot.streamed
    if stream.cue is None:
        words = "Measurement locked." if snapshot.treatment.measurement else stream.calibration_text
        return Text(words or "No cue.", style="dim")
    return Text(f"▶ {cue_text(stream.cue, stream.cue_left_s)}", style="bold cyan")


def _problems(snapshot: Snapshot) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for site in snapshot.streamed.sites:
        mark = mark_of(site.quality.quality)
        if mark.tone in (Tone.WARN, Tone.BAD):
            why = f"{site.quality.cause} {site.quality.remedy}"
            text = f"{mark.shape} {site.site.name}: {mark.word}. {why}"
            lines.append(Text(text, style=STYLES[mark.tone]))
    return lines[:3]


def _advice(snapshot: Snapshot) -> RenderableType:
    treated = snapshot.treatment
    others = other_findings(treated.findings, treated.safety)
    findings = safety_lines([i for i in treated.safety if i.state is not SafetyState.CLEAR])
    findings += [finding_words(f) for f in others if f.grade is not Grade.INFO]
    lines = first(findings, FEW, "findings: evenhand plan FILE")
    suggestion = snapshot.treatment.suggestion
    if suggestion is None:
        lines.append("No suggestion before the measurement is locked.")
        return Panel(Text("\n".join(lines)), title="Plan")
    reasons = [f"{i}. {reason_words(reason)}" for i, reason in enumerate(suggestion.reasons, 1)]
    doubts = [f"may be wrong: {text}" for text in suggestion.may_be_wrong]
    lines = [
        *(change_words(change) for change in suggestion.changes),
        *first(reasons, FEW, "reasons"),
        *first(doubts, FEW, "doubts"),
        *suggestion.marks,
    ]
    style = STYLES[STATUS_TONES[suggestion.status]]
    return Panel(Text("\n".join(lines)), title=headline(suggestion), border_style=style)


def first(lines: list[str], n: int, what: str) -> list[str]:
    """Return the first `n` lines and how many more there are."""
    more = len(lines) - n
    return lines[:n] + ([f"and {more} more {what}"] if more > 0 else [])


def make_console() -> Console:
    """Return the console of standard output."""
    return PlainConsole(highlight=False)
