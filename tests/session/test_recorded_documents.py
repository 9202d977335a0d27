"""A session file of format 1, recorded before values were read by their types: it stays readable.

``data/visit_format_1.sql`` is the dump of a file that the program wrote on 29 November 2026, with
all but the first two rows of its raw samples left out.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from emg_dosing.examination import Examination
from emg_dosing.tables import load_tables
from emg_session.decisions import Decision, DecisionKind
from emg_session.methods import methods_of
from emg_session.no_board import NoBoardVisit
from emg_session.store import canonical_json
from emg_session.stored import StoredEvent, read_session
from emg_session.stored_visit import read_visit
from emg_session.stream_settings import StreamSettings
from emg_session.visit import VisitSetup
from emg_signal.calibration import Calibration
from emg_signal.contact import SiteContact
from emg_signal.document import as_document, from_document
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage

DUMP = Path(__file__).parent / "data" / "visit_format_1.sql"

WHOLE = {
    "settings": StreamSettings,
    "calibration": Calibration,
    "measurement": Measurement,
    "decision": Decision,
    "examination": Examination,
}
"""Events whose body is one value."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.evenhand"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(DUMP.read_text())
    return path


ADDED_SINCE = {"settings": {"filters": {"hum_followed": False}}}
"""What a body says now that it did not when the file was made: hum was notched then."""


def written_again(event: StoredEvent) -> dict[str, Any]:
    """Return an event's body as it would be written now."""
    body = event.body
    if event.kind == "contact":
        sites = [from_document(SiteContact, site) for site in body["sites"]]
        return {"sites": [as_document(site) for site in sites]}
    if event.kind == "block":
        return {"montage": as_document(from_document(Montage, body["montage"]))}
    if event.kind == "examination":
        return event.read(Examination).as_dict()
    extra = {"tap_test_passed": body["tap_test_passed"]} if event.kind == "measurement" else {}
    return as_document(event.read(WHOLE[event.kind])) | extra


def without_what_was_added(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return a body without the fields that came later; each has the value it must have."""
    for part, added in ADDED_SINCE.get(kind, {}).items():
        for name, value in added.items():
            assert body[part].pop(name) is value
    for symmetry in body["symmetries"] if kind == "measurement" else ():
        assert symmetry.pop("widened") == 1.0  # an old interval is the plain one
    if kind == "measurement":
        assert body.pop("tasks") == []
    return body


def test_what_is_read_from_an_old_file_is_written_again_byte_for_byte(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        bodies = dict(connection.execute("SELECT sequence, body FROM event"))
    events = [e for e in read_session(old).events if e.kind in {*WHOLE, "contact", "block"}]
    assert len(events) == 8
    for event in events:
        now = without_what_was_added(event.kind, written_again(event))
        assert canonical_json(now) == bodies[event.sequence], event.kind


def test_an_old_file_holds_the_same_visit(old: Path) -> None:
    read_session(old).verify()
    visit = read_visit(old)
    assert visit.plan_version == 3
    assert [(version, decision.kind) for version, decision in visit.decisions] == [
        (1, DecisionKind.EDITED),
        (2, DecisionKind.ACCEPTED),
    ]
    assert [tick.point.id for tick in visit.given] == ["left medial", "left lateral"]
    (measurement,) = visit.measurements
    assert measurement.symmetries[0].repetitions == 5
    assert "Ag/AgCl" in methods_of(read_session(old))


def test_an_old_file_is_taken_up_again(old: Path) -> None:
    with NoBoardVisit(VisitSetup(tables=load_tables()), earlier=old) as again:
        state = again.treatment.state
        assert (state.plan_version, len(state.given)) == (3, 2)
    stored = read_session(old)
    stored.verify()
    assert stored.sealed
