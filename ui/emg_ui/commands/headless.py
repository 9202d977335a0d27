"""Running a session without a window: lines or JSON, or a live view in the terminal."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from emg_session.live import LiveSession
from emg_session.snapshot import LinkState, Snapshot
from emg_ui.commands.output import tell
from emg_ui.commands.terminal_checklist import after_checklist
from emg_ui.text.dosing_text import suggestion_lines
from emg_ui.text.snapshot_lines import suggestion_record, to_json, update_line, update_record

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
            tell(f"recorded {seconds:.1f} s: {path}", err=True)
    if session.record_failure is not None:
        raise session.record_failure


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
    shown_digest: str | None = None
    shown_notes: tuple[str, ...] = ()
    shown_news, is_stopped = "", False
    shown_trouble = False
    with after_checklist(session, is_checked=is_checked), told(session):
        for snapshot in snapshots(session, seconds=seconds):
            if snapshot.notes != shown_notes and not as_json:
                shown_notes = snapshot.notes
                for note in shown_notes:
                    tell(f"note: {note}", err=True)
            if snapshot.news not in ("", shown_news) and not as_json:
                tell(f"link: {snapshot.news}", err=True)
            shown_news = snapshot.news
            if bool(snapshot.stopped) != is_stopped and not as_json:
                tell(f"stopped: {snapshot.stopped}" if snapshot.stopped else "numbers go on")
            is_stopped = bool(snapshot.stopped)
            if snapshot.record_text and not shown_trouble and not as_json:
                tell(f"record: {snapshot.record_text}", err=True)
            shown_trouble = bool(snapshot.record_text)
            tell(to_json(update_record(snapshot)) if as_json else update_line(snapshot))
            suggestion = snapshot.treatment.suggestion
            if suggestion is None or suggestion.digest == shown_digest:
                continue
            shown_digest = suggestion.digest
            if as_json:
                tell(to_json(suggestion_record(suggestion)))
            else:
                for line in suggestion_lines(suggestion):
                    tell(line)


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
