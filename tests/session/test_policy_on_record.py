"""The policy that a visit is answered by, and each change of it, stands in its record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from emg_dosing.policy import Policy
from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_policy
from emg_session.no_board import NoBoardVisit
from emg_session.stored import read_session
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup

TABLES = load_tables()
OWN = Policy.from_tables(TABLES)
CLOCKS = Clocks(utc=lambda: "2026-03-02T12:00:00+00:00", today=lambda: dt.date(2026, 3, 2))


def policies(path: Path) -> list[dict[str, Any]]:
    return [event.body for event in read_session(path).events if event.kind == "policy"]


def visit(policy: Policy | None, **given: Any) -> NoBoardVisit:
    setup = VisitSetup(tables=TABLES, policy=policy, clocks=CLOCKS, **given)
    return NoBoardVisit(setup)


def test_the_policy_of_the_start_is_on_record_by_name_and_digest(tmp_path: Path) -> None:
    file = tmp_path / "clinic.toml"
    file.write_text('country = "DE"\nmax_shift_percent = 5\n')
    policy = load_policy(file, TABLES)
    for name, held in (("clinic.toml", policy), ("", None)):
        path = tmp_path / f"{name}.evenhand"
        with visit(held, record=path):
            pass
        (body,) = policies(path)
        assert (body["name"], body["digest"]) == (name, (held or OWN).digest)
        assert body["policy"] == (held or OWN).as_dict()
    assert policy.digest != OWN.digest


def test_every_change_of_it_is_on_record_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    with visit(OWN, record=path) as session:
        session.treatment.set_country("CH")
        session.treatment.set_country("CH")
    with NoBoardVisit(
        VisitSetup(
            tables=TABLES, policy=replace(OWN, validity_min=10.0, name="b.toml"), clocks=CLOCKS
        ),
        earlier=path,
    ):
        pass
    assert [(b["name"], b["policy"].get("country", "")) for b in policies(path)] == [
        ("", ""), ("", "CH"), ("b.toml", ""),
    ]  # fmt: skip
    found = read_visit(path)
    assert (found.policy_name, found.policy_digest) == ("b.toml", policies(path)[-1]["digest"])


def test_taken_up_again_it_is_told_only_where_it_is_another(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    with visit(OWN, record=path):
        pass
    for policy, told in ((OWN, 1), (replace(OWN, country="CH"), 2), (OWN, 3)):
        setup = VisitSetup(tables=TABLES, policy=policy, clocks=CLOCKS)
        with NoBoardVisit(setup, earlier=path):
            pass
        assert len(policies(path)) == told


def test_where_dosing_is_off_there_is_no_policy(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    with NoBoardVisit(VisitSetup(record=path, clocks=CLOCKS)):
        pass
    assert policies(path) == []
