"""The plan files that the pages show are read, and the guide's has every field that there is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest

from emg_dosing.examination import Examination
from emg_dosing.plan import parse_plan
from emg_dosing.plan_document import PlanDocument, PointPart, ProductPart, SyringePart, VialPart
from emg_dosing.scenario_document import parse_scenario
from emg_dosing.tables import load_tables
from emg_ui.command_line import run


def plan_in(page):
    blocks = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = [block for block in blocks if "[[point]]" in block]
    return block


@pytest.mark.parametrize("page", ["README.md", "docs/user-guide.md"])
def test_the_plan_that_a_page_shows_is_checked_without_a_stop(page, project_root, tmp_path, capsys):
    path = tmp_path / "plan.toml"
    path.write_text(plan_in(project_root / page), encoding="utf-8")
    status = run(["plan", str(path)])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err


def test_the_guide_shows_every_field(project_root):
    content = tomllib.loads(plan_in(project_root / "docs/user-guide.md"))
    parse_plan(content, load_tables())
    assert set(content) == {f.alias or name for name, f in PlanDocument.model_fields.items()}
    for part, kind in (("product", ProductPart), ("vial", VialPart), ("syringe", SyringePart)):
        assert set(content[part]) == set(kind.model_fields)
    assert set(content["point"][0]) == set(PointPart.model_fields)


def test_the_guide_shows_every_answer_of_an_examination(project_root):
    text = (project_root / "docs/user-guide.md").read_text(encoding="utf-8")
    blocks = [tomllib.loads(b) for b in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    (content,) = [block for block in blocks if "age_years" in block]
    assert set(content) == {field.name for field in fields(Examination)}
    asked = parse_scenario({"examination": content}, load_tables()).examination
    assert asked.not_asked == asked.adverse_open == ()
