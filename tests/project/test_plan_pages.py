"""The plan files that the pages show are read, and the guide's has every field that there is."""

from __future__ import annotations

import re
import tomllib

import pytest

from emg_dosing.plan import parse_plan
from emg_dosing.plan_document import PlanDocument, PointPart, ProductPart, SyringePart, VialPart
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
