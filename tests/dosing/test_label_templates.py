"""A label's template starts a plan with the label's points, units and even sides."""

from __future__ import annotations

from collections import Counter

import pytest

from emg_dosing.check import check_plan
from emg_dosing.examination import Examination
from emg_dosing.label_template import LabelTemplate, label_templates
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_dosing.values import Grade
from emg_signal.montage import Side


def template_of(product: str, region: str, tables: Tables) -> LabelTemplate:
    """Return the template with the fewest regions that covers a region."""
    found = (t for t in label_templates(product, tables) if region in t.regions)
    return min(found, key=lambda template: len(template.regions))


@pytest.mark.parametrize(
    ("product", "region", "sides", "units"),
    [
        # clinical-fact tables 1.2: points, layout and units per point of each label
        ("letybo_us", "glabella", (2, 1, 2), 4),
        ("letybo_eu_uk", "glabella", (2, 1, 2), 4),
        ("botulax_kr", "glabella", (2, 1, 2), 4),
        ("botox_cosmetic_us", "glabella", (2, 1, 2), 4),
        ("botox_cosmetic_us", "lateral_canthal", (3, 0, 3), 4),
        ("dysport_us", "glabella", (2, 1, 2), 10),
        ("azzalure_eu_uk", "glabella", (2, 1, 2), 10),
        ("azzalure_eu_uk", "lateral_canthal", (3, 0, 3), 10),
        ("bocouture_eu_uk", "forehead", (2, 1, 2), 4),
        ("vistabel_eu", "forehead", (2, 1, 2), 4),
        ("alluzience_eu_uk", "glabella", (2, 1, 2), 10),
        ("relfydess_eu_uk", "lateral_canthal", (3, 0, 3), 10),
        ("xeomin_us", "glabella", (2, 1, 2), 4),
        ("xeomin_us", "forehead", (2, 1, 2), 4),
        ("xeomin_us", "lateral_canthal", (3, 0, 3), 4),
        ("jeuveau_us", "glabella", (2, 1, 2), 4),
        ("daxxify_us", "glabella", (2, 1, 2), 8),
    ],
)
def test_a_template_has_the_points_and_units_of_the_label(
    tables: Tables, product: str, region: str, sides: tuple[int, int, int], units: float
) -> None:
    points = template_of(product, region, tables).points
    counts = Counter(point.side for point in points)
    assert (counts[Side.LEFT], counts[None], counts[Side.RIGHT]) == sides
    assert {point.dose.units for point in points} == {units}
    assert {point.region for point in points} == {region}


def test_botox_gives_the_forehead_only_together_with_the_glabella(tables: Tables) -> None:
    template = template_of("botox_cosmetic_us", "forehead", tables)
    assert template.regions == ("forehead", "glabella")
    assert (len(template.points), template.total.units) == (10, 40)
    assert template.row.spots_status == "derived"


def test_every_template_is_its_labels_total_even_on_label_and_read_back_as_a_plan(
    tables: Tables,
) -> None:
    found = [t for row in tables.all(ProductRow) for t in label_templates(row.id, tables)]
    assert len(found) == 33
    for template in found:
        plan = Plan(template.row.product, template.points)
        assert float(plan.units()) == template.row.units_total == template.total.units
        assert len(template.points) == template.row.points_total
        assert plan.units(side=Side.LEFT) == plan.units(side=Side.RIGHT)
        assert parse_plan(plan.as_dict(), tables) == plan
        grades = {
            f.grade
            for f in check_plan(plan, tables, Examination.nothing_found())
            if f.rule_id.startswith(("label.", "check.off_label", "range.", "check.side_gap"))
        }
        assert grades == {Grade.INFO}, template.row.id


@pytest.mark.parametrize(
    ("product", "region"),
    [
        ("nabota_kr", "masseter_contour"),
        ("botox_cosmetic_us", "platysma_bands"),
        ("letybo_us", "forehead"),
        ("botulax_kr", "lateral_canthal"),
    ],
)
def test_where_no_template_is_known_none_is_guessed(
    tables: Tables, product: str, region: str
) -> None:
    assert not [t for t in label_templates(product, tables) if region in t.regions]
