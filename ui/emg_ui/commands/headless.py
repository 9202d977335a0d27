"""Running a session without a window: lines or JSON, or a live view in the terminal."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from emg_session.live import LiveSession
from emg_session.snapshot import LinkState, Snapshot
from emg_ui.commands.output import one_line, tell
from emg_ui.commands.terminal_checklist import after_checklist
from emg_ui.text.dosing_text import finding_words, suggestion_lines
from emg_ui.text.safety_text import other_findings, safety_lines
from emg_ui.text.snapshot_lines import (
    hum_words,
    suggestion_record,
    to_json,
    update_line,
    update_record,
)

POLL_S = 0.1
"""Longest wait for a snapshot before looking at the clock and the session again."""


def snapshots(
    session: LiveSession,
    *,
    seconds: float | None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Snapshot]:
    """Yield every snapshot until `seconds` of stream (or of waiting), or until the session ends.

    A board that went silent makes no stream time, so the host's clock ends the wait as well.

    Raises
    ------
    EmgError
        Why the session ended, if it did not end in order.
    """
    updates = session.subscribe()
    session.start()
    began_s = clock()
    while True:
        try:
            snapshot = updates.get(timeout=POLL_S)
        except queue.Empty:
            snapshot = None
        if snapshot is not None:
            yield snapshot
            if snapshot.link is LinkState.ENDED:
                break
            if seconds is not None and snapshot.streamed.time_s >= seconds:
                break
        elif session.ended.is_set():
            break
        if seconds is not None and clock() - began_s > seconds + 1.0:
            break
    if session.error is not None:
        raise session.error


@contextmanager
def told(session: LiveSession) -> Iterator[None]:
    """Say at the end, however it comes, what was recorded and where.

    Raises
    ------
    RecordError
        Why not all of it was recorded.
    """
    try:
        yield
    finally:
        session.stop()
        path = session.record_path
        if path is not None and (session.record_failure is not None or path.exists()):
            seconds = session.snapshot().streamed.recorded_s
            tell(one_line(f"recorded {seconds:.1f} s: {path}"), err=True)
    if session.record_failure is not None:
        raise session.record_failure


class _Changes:
    """What was told last, so that each thing is told once, and again when it changed."""

    def __init__(self) -> None:
        self._told: dict[str, object] = {}

    def is_new(self, what: str, value: object) -> bool:
        """Return whether `value` differs from the last one; empty is never new at first."""
        was = self._told.get(what)
        self._told[what] = value
        return value != was if was is not None else bool(value)

    def count(self, what: str, now: int) -> int:
        """Return how many there were when this was asked last."""
        was = self._told.get(what, 0)
        self._told[what] = now
        return was if isinstance(was, int) else 0


def print_session(
    session: LiveSession, *, seconds: float | None, as_json: bool, is_checked: bool = False
) -> None:
    """Print one line (or JSON object) per update and per suggestion.

    Parameters
    ----------
    session
        Started session.
    seconds
        When to stop, s; None goes on until it ends or is interrupted.
    as_json
        One JSON object a line, for programs.
    is_checked
        Whether the checklist of a board on a person was answered already.
    """
    changes = _Changes()
    with after_checklist(session, is_checked=is_checked), told(session):
        for snapshot in snapshots(session, seconds=seconds):
            if not as_json:
                _tell_news(snapshot, changes)
            tell(to_json(update_record(snapshot)) if as_json else update_line(snapshot))
            suggestion = snapshot.treatment.suggestion
            if suggestion is None or not changes.is_new("suggestion", suggestion.digest):
                continue
            if as_json:
                tell(to_json(suggestion_record(suggestion)))
            else:
                for line in suggestion_lines(suggestion):
                    tell(line)


def _tell_news(snapshot: Snapshot, changes: _Changes) -> None:
    """Print what an update's line does not hold: safety first, then board and record."""
    treated = snapshot.treatment
    others = other_findings(treated.findings, treated.safety)
    findings = [*safety_lines(treated.safety), *map(finding_words, others)]
    if changes.is_new("findings", findings):
        for line in findings:
            tell(line)
    if changes.is_new("notes", snapshot.notes):
        for note in snapshot.notes:
            tell(f"note: {note}", err=True)
    marked = snapshot.streamed.events
    seen = changes.count("events", len(marked))
    for event in marked[seen:]:
        tell(one_line(f"{snapshot.streamed.event_time_s(event):7.1f} s  event: {event.name}"))
    if changes.is_new("news", snapshot.news) and snapshot.news:
        tell(f"link: {snapshot.news}", err=True)
    # Told when hum is found, and when what is left of it is known: not with every microvolt.
    stream = snapshot.streamed
    is_known = any(site.hum_left_uv is not None for site in stream.sites)
    if stream.hum_hz is not None and changes.is_new("hum", (round(stream.hum_hz, -1), is_known)):
        tell(hum_words(stream), err=True)
    if changes.is_new("stopped", snapshot.stopped):
        tell(f"stopped: {snapshot.stopped}" if snapshot.stopped else "numbers go on")
    if changes.is_new("record", snapshot.record_text) and snapshot.record_text:
        tell(f"record: {snapshot.record_text}", err=True)


def show_session(session: LiveSession, *, seconds: float | None, is_checked: bool = False) -> None:
    """Show a live picture of the session in the terminal."""
    from rich.live import Live

    from emg_ui.commands.terminal_view import make_console, picture

    with (
        after_checklist(session, is_checked=is_checked),
        told(session),
        Live(console=make_console(), auto_refresh=False, transient=False) as view,
    ):
        for snapshot in snapshots(session, seconds=seconds):
            view.update(picture(snapshot), refresh=True)
