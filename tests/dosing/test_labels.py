"""The labels of the tables against the clinical facts, typed here a second time; their page."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from emg_dosing import rows
from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.check_label import label_age
from emg_dosing.effects import effects_of
from emg_dosing.examination import KINDS, Examination
from emg_dosing.label_rows import label_facts, unread_products
from emg_dosing.tables import Tables
from emg_dosing.values import Grade

PRODUCTS = {
    "azzalure_eu_uk": ("powder", [125], 10, 18, 65, "2024-02-29", "short"),
    "bocouture_eu_uk": ("powder", [50, 100], 4, 18, 65, "2025", "short"),
    "vistabel_eu": ("powder", [50, 100], 4, 18, None, "2024-01", "short"),
    "botox_uk": ("powder", [50, 100, 200], 4, 18, None, "2023-06-01", "head"),
    "alluzience_eu_uk": ("liquid", [125], 10, 18, 65, "", "short"),
    "relfydess_eu_uk": ("liquid", [], 10, 18, 65, "2025-03-24", "leaflet"),
    "nuceiva_eu_uk": ("powder", [50, 100], 4, 18, 65, "2022-10-25", "short"),
    "letybo_eu_uk": ("powder", [50], 4, 18, 75, "2022-05-10", "short"),
    "botox_cosmetic_us": ("powder", [50, 100], 4, 18, None, "2024-10-18", "full"),
    "dysport_us": ("powder", [300], 10, 18, 65, "", "short"),
    "xeomin_us": ("powder", [50, 100, 200], 4, 18, None, "2024-07", "full"),
    "jeuveau_us": ("powder", [100], 4, 18, None, "", "short"),
    "letybo_us": ("powder", [50, 100], 4, 18, None, "", "short"),
    "daxxify_us": ("powder", [50, 100], 8, 18, None, "2023-09", "full"),
    "nabota_kr": ("powder", [50, 100, 200], 4, 18, 65, "2023-08", "index"),
    "botulax_kr": ("powder", [50, 100, 200], 4, 18, None, "", "none"),
    "botox_cn": ("powder", [50, 100], 4, 18, None, "2024-09", "index"),
}
PATTERNS = {
    ("azzalure_eu_uk", "glabella"): (5, 10, 50),
    ("azzalure_eu_uk", "lateral_canthal"): (6, 10, 60),
    ("azzalure_eu_uk", "glabella_and_canthal"): (11, 10, 110),
    ("bocouture_eu_uk", "glabella"): (5, 4, 20),
    ("bocouture_eu_uk", "lateral_canthal"): (6, 4, 24),
    ("vistabel_eu", "glabella"): (5, 4, 20),
    ("vistabel_eu", "lateral_canthal"): (6, 4, 24),
    ("vistabel_eu", "forehead"): (5, 4, 20),
    ("botox_uk", "forehead"): (5, 4, 20),
    ("alluzience_eu_uk", "glabella"): (5, 10, 50),
    ("relfydess_eu_uk", "glabella"): (5, 10, 50),
    ("relfydess_eu_uk", "lateral_canthal"): (6, 10, 60),
    ("relfydess_eu_uk", "glabella_and_canthal"): (11, 10, 110),
    ("nuceiva_eu_uk", "glabella"): (5, 4, 20),
    ("nabota_kr", "masseter_contour"): (None, None, 48),
    ("botox_cn", "masseter_contour"): (None, None, None),
}


def test_every_product_is_as_its_label_was_read(tables: Tables) -> None:
    found = {
        row.id: (
            row.presentation, row.vial_units, row.label_point_units, row.age_min_years,
            row.age_below_years, row.label_date, row.label_read,
        )
        for row in tables.all(rows.ProductRow)
    }  # fmt: skip
    assert found == PRODUCTS


@pytest.mark.parametrize("key", PATTERNS, ids=str)
def test_each_pattern_is_as_its_label_gives_it(tables: Tables, key: tuple[str, str]) -> None:
    product, region = key
    (row,) = (r for r in tables.patterns(product) if r.region == region and not r.parts_low)
    assert (row.points_total, row.units_per_point, row.units_total) == PATTERNS[key]


def test_bocouture_gives_a_range_where_its_label_does(tables: Tables) -> None:
    ranges = {
        region: (row.parts_low[region], row.parts[region])
        for row in tables.patterns("bocouture_eu_uk")
        if row.parts_low
        for region in row.parts
    }
    assert ranges == {"glabella": (20, 30), "forehead": (10, 20)}


def test_the_shortest_interval_is_three_months_for_every_product(tables: Tables) -> None:
    assert {row.product: row.months for row in tables.all(rows.IntervalRow)} == dict.fromkeys(
        PRODUCTS, 3
    )


@pytest.mark.parametrize(
    ("date", "today", "said"),
    [
        ("2024-07", dt.date(2026, 1, 31), False),  # 18 months
        ("2024-07", dt.date(2026, 2, 1), True),  # 19 months
        ("2025", dt.date(2026, 7, 31), False),  # a year counts from January
        ("2025", dt.date(2026, 8, 1), True),
        ("2024-07", None, False),
        ("", None, True),
    ],
)
def test_a_label_text_older_than_eighteen_months_is_said(
    tables: Tables, date: str, today: dt.date | None, said: bool
) -> None:
    row = tables.product("xeomin_us").model_copy(update={"label_date": date})
    assert (label_age(row, tables, today) is not None) is said


@pytest.mark.parametrize(
    ("product", "detail", "grade"),
    [
        ("azzalure_eu_uk", "mg_lems", Grade.STOP),
        ("azzalure_eu_uk", "als", Grade.STOP),
        ("azzalure_eu_uk", "other", Grade.LIMIT),
        ("vistabel_eu", "mg_lems", Grade.STOP),
        ("vistabel_eu", "als", Grade.LIMIT),
        ("vistabel_eu", "", Grade.STOP),  # not said which: the heaviest
        ("relfydess_eu_uk", "als", Grade.STOP),
    ],
)
def test_a_label_row_speaks_of_its_own_kinds_alone(
    make: Any, tables: Tables, product: str, detail: str, grade: Grade
) -> None:
    details = {"neuromuscular_disease": detail} if detail else {}
    asked = Examination(30, {}, neuromuscular_disease=True, details=details)
    (effect,) = effects_of(bind(make.plan(product), tables), asked)
    assert effect.finding.grade is grade
    assert ("on the label" in effect.finding.text) is (detail != "other"), effect.finding.text


def test_each_kind_of_a_label_row_is_a_kind_of_its_question(tables: Tables) -> None:
    for row in tables.all(rows.ConditionRow):
        assert set(row.details) <= set(KINDS.get(row.condition, {})), row.id


def test_how_a_vial_is_kept_is_said_where_it_was_read(make: Any, tables: Tables) -> None:
    def said(product: str) -> list[str]:
        found = check_plan(bind(make.plan(product), tables).plan, tables)
        return [f.text for f in found if "unopened" in f.text or "one vial" in f.text]

    assert said("azzalure_eu_uk") == [
        "Azzalure, unopened: 2 to 8 °C.",
        "Azzalure: one vial is for one person in one session.",
    ]
    assert said("xeomin_us") == ["Xeomin, unopened: up to 25 °C."]
    assert said("letybo_us") == []


def test_every_row_of_a_label_is_on_its_page_beside_its_source(tables: Tables) -> None:
    for product in tables.all(rows.ProductRow):
        facts = list(label_facts(product.id, tables))
        assert all(fact.text and fact.what and fact.jurisdictions for fact in facts)
        assert all(fact.sources for fact in facts), product.id
    texts = {f.what: f.text for f in label_facts("botox_cosmetic_us", tables)}
    assert texts["platysma bands"] == "36 units; points were not read"
    texts = {f.what: f.text for f in label_facts("bocouture_eu_uk", tables)}
    assert texts["forehead"] == "10 to 20 units in 5 points of 4 units (0.1 mL)"
    verified = {f.what: f.is_verified for f in label_facts("azzalure_eu_uk", tables)}
    assert verified["glabella"]
    assert not verified["crow's feet"]


def test_what_was_not_read_is_named_and_has_no_plan(tables: Tables) -> None:
    named = {row.id for row in unread_products(tables)}
    assert named == {"meditoxin_kr", "hengli_cn", "letybo_cn", "daxxify_cn"}
    assert not named & set(PRODUCTS)
