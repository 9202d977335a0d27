"""A clinic's policy reaches the plan check and both kinds of visit, by option and by settings."""

from __future__ import annotations

import json

import pytest

from emg_signal.errors import PolicyError
from emg_ui.command_line import run
from emg_ui.text.settings import Settings, keep_settings, settings_path
from emg_ui.visit.clinic_policy import policy_problem
from emg_ui.visit.run_request import RunRequest, demo_plan_path, make_session
from emg_ui.visit.visit_request import VisitRequest, make_visit

POLICY = """country = "DE"

[[limit]]
product = "dysport_us"
region = "forehead"
max_units = 30.0
"""


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(POLICY, encoding="utf-8")
    return path


def grades(capsys):
    return {f["rule_id"]: f["grade"] for f in json.loads(capsys.readouterr().out)["findings"]}


def test_a_plan_above_the_clinics_limit_ends_with_status_1(policy, capsys):
    assert run(["plan", str(demo_plan_path()), "--json"]) == 0
    assert "check.clinic_limit" not in grades(capsys)
    assert run(["plan", str(demo_plan_path()), "--policy", str(policy), "--json"]) == 1
    found = grades(capsys)
    assert found["check.clinic_limit"] == "limit"
    assert found["check.not_licensed_here"] == "stop"


def test_the_settings_policy_and_country_hold_without_the_option(policy, capsys):
    keep_settings(Settings(policy_file=str(policy)), settings_path())
    assert run(["plan", str(demo_plan_path()), "--json"]) == 1
    assert grades(capsys)["check.clinic_limit"] == "limit"
    keep_settings(Settings(country="US"), settings_path())
    assert run(["plan", str(demo_plan_path()), "--json"]) == 0
    assert grades(capsys)["check.off_label"] == "warning"


def test_both_kinds_of_visit_are_held_by_it(policy, tmp_path):
    visit = make_visit(VisitRequest(plan=demo_plan_path(), folder=tmp_path, policy=policy))
    live = make_session(RunRequest("virtual?link=memory", policy=policy, folder=tmp_path))
    try:
        for held in (visit.treatment.policy, live.treatment.policy):
            assert held is not None
            assert held.country == "DE"
            assert held.max_units == (("dysport_us", "forehead", 30.0),)
    finally:
        live.stop()
        visit.stop()


def test_a_policy_that_loosens_is_refused_by_name(tmp_path):
    path = tmp_path / "loose.toml"
    path.write_text("validity_min = 90.0\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"loose\.toml: Policy: validity_min: 90 would loosen"):
        make_visit(VisitRequest(folder=tmp_path, policy=path))
    assert "would loosen" in policy_problem(str(path))
    assert policy_problem("") == ""
