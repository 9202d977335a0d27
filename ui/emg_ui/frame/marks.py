"""`Marks`: events that a person puts on record as they happen."""

from __future__ import annotations

from functools import partial

from emg_session.snapshot import LinkState, Snapshot
from emg_ui.frame.host import Host
from emg_ui.frame.marking import mark_question, next_name
from emg_ui.text.language import tr
from emg_ui.widgets.session_view import with_board


class Marks:
    """Marks a moment at once; what it is called can be said afterwards.

    Parameters
    ----------
    host
        The window.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._seen = 0

    def begin(self) -> None:
        """Tell of another visit's events from its first on."""
        self._seen = 0

    def mark(self) -> None:
        """Put an event on record at this moment, and ask what it is called."""
        session = self._host.session
        if with_board(session) and self._is_streaming():
            # The moment is kept now: a person types for seconds while samples go on.
            question = mark_question(session.snapshot(), partial(self._mark_as, session.index))
            self._host.desk.chooser.ask(question)

    def _is_streaming(self) -> bool:
        """Return whether there is a moment to mark; say so if there is none."""
        is_live = self._host.session.snapshot().link is LinkState.LIVE
        if not is_live:
            self._host.say(tr("There is no stream to mark."))
        return is_live

    def _mark_as(self, index: int, name: str) -> None:
        session = self._host.session
        if with_board(session):
            session.mark(name, index=index)

    def mark_by_pedal(self) -> None:
        """Put an event on record at once, with a number for its name."""
        session = self._host.session
        if with_board(session) and self._is_streaming():
            session.mark(next_name(session.snapshot()), "pedal")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say what was marked since the last one."""
        events = () if snapshot.stream is None else snapshot.stream.events
        if snapshot.stream is not None and len(events) > self._seen:
            at_s = snapshot.stream.event_time_s(events[-1])
            self._host.say(tr("● {name!s} at {at:.1f} s", name=events[-1].name, at=at_s))
        self._seen = len(events)
