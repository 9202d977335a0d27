"""What a moment is called that a person marks."""

from __future__ import annotations

from collections.abc import Callable

from emg_session.event_names import event_name
from emg_session.snapshot import Snapshot
from emg_ui.text.language import tr
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question


def next_name(snapshot: Snapshot) -> str:
    """Return the name of a mark that nobody named: its number."""
    n = 0 if snapshot.stream is None else len(snapshot.stream.events)
    return tr("mark {n}", n=n + 1)


def mark_question(snapshot: Snapshot, take: Callable[[str], None]) -> Question:
    """Ask what the moment is called; names that were given before are offered first."""
    events = () if snapshot.stream is None else snapshot.stream.events
    names = list(dict.fromkeys(event.name for event in reversed(events)))[:8]
    own = next_name(snapshot)
    return Question(
        tr("What happened just now?"),
        take,
        [Choice(name, name) for name in (own, *(name for name in names if name != own))],
        _read_name,
        tr("choose, or type a name, as smile"),
    )


def _read_name(text: str) -> Reading:
    name = event_name(text)
    return Reading(name, name)
