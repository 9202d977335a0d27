"""A number of a row may be as small as can be, and is refused at zero, infinite or as text."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from emg_dosing import rows
from emg_dosing.tables import Tables

FLOATS: dict[type[rows.TableRow], tuple[str, ...]] = {
    rows.ProductRow: ("label_point_units",),
    rows.DilutionRow: ("label_units_per_0_1ml", "computed_units_per_0_1ml"),
    rows.StepRow: (
        "units_per_0_1ml", "units_per_graduation", "graduation_ml", "one_unit_ml",
        "smallest_honest_step_units",
    ),
    rows.MaximumRow: ("units",),
    rows.DistanceRow: ("distance_cm",),
    rows.HazardRow: ("max_gain_units",),
    rows.NormRow: ("mean", "sd", "ratio_mean_percent", "ratio_sd_percent", "limit95_percent"),
    rows.BandRow: (
        "fs_hz", "high_hz", "penalty_percent", "rms_kept_low_percent", "rms_kept_middle_percent",
        "rms_kept_high_percent",
    ),
    rows.PolicyRow: ("value",),
}  # fmt: skip
INTEGERS: dict[type[rows.TableRow], tuple[str, ...]] = {
    rows.IntervalRow: ("months", "days"),
    rows.MaximumRow: ("days",),
    rows.RegionRow: ("points_min", "emg_no_baseline_weeks", "review_day", "shape_day"),
    rows.FactRow: ("n",),
    rows.NormRow: ("n",),
}


def changed(tables: Tables, kind: type[rows.TableRow], **fields: Any) -> rows.TableRow:
    row = tables.all(kind)[0].model_dump(exclude_unset=True) | fields
    return kind.model_validate(row)


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize("kind", FLOATS, ids=lambda kind: kind.__name__)
def test_a_measure_is_finite_positive_and_a_number(
    tables: Tables, kind: type[rows.TableRow]
) -> None:
    for field in FLOATS[kind]:
        assert getattr(changed(tables, kind, **{field: 0.001}), field) == 0.001
        for bad in (0.0, -1.0, float("inf"), float("nan"), "1.0", True):
            with pytest.raises(ValidationError, match=field):
                changed(tables, kind, **{field: bad})


@pytest.mark.parametrize("kind", INTEGERS, ids=lambda kind: kind.__name__)
def test_a_count_is_one_or_more(tables: Tables, kind: type[rows.TableRow]) -> None:
    for field in INTEGERS[kind]:
        assert getattr(changed(tables, kind, **{field: 1}), field) == 1
        for bad in (0, -1, 1.5):
            with pytest.raises(ValidationError, match=field):
                changed(tables, kind, **{field: bad})


def test_a_pattern_has_its_points_units_and_spots(tables: Tables) -> None:
    bare = {"spots": [], "spots_status": None}
    least: dict[str, Any] = bare | {"points_total": 1, "units_per_point": 0.5, "units_total": 0.5}
    row = changed(tables, rows.PatternRow, **least)
    assert isinstance(row, rows.PatternRow)
    assert (row.points_total, row.units_per_point, row.units_total) == (1, 0.5, 0.5)
    for field in ("points_total", "units_per_point", "units_total"):
        with pytest.raises(ValidationError, match=field):
            changed(tables, rows.PatternRow, **(bare | {field: 0}))
    spot = {"region": "glabella", "muscle": "procerus", "side": "midline", "points": 5}
    made = changed(tables, rows.PatternRow, spots=[spot])
    assert isinstance(made, rows.PatternRow)
    assert made.spots[0].points == 5
    one = changed(tables, rows.PatternRow, spots=[spot | {"points": 1}], parts={"glabella": 4.0})
    assert isinstance(one, rows.PatternRow)
    for bad in ({"points": 0}, {"points": "5"}, {"points": 4}, {"side": "both"}, {"more": 1}):
        with pytest.raises(ValidationError):
            changed(tables, rows.PatternRow, spots=[spot | bad])
    with pytest.raises(ValidationError, match="finite"):
        changed(tables, rows.PatternRow, **(bare | {"parts": {"glabella": float("inf")}}))


def test_a_region_range_is_in_order(tables: Tables) -> None:
    usual = {"units_min": 4.0, "units_typical": [5.0, 6.0], "units_max": 7.0}
    for good in (
        {}, {"units_min": 5.0}, {"units_max": 6.0}, {"points_min": 3, "points_max": 3},
        {"units_min": 0.0}, {"points_min": 99, "points_max": None}, {"points_min": None},
    ):  # fmt: skip
        assert changed(tables, rows.RegionRow, **(usual | good))
    for bad in (
        {"units_min": 5.1}, {"units_max": 5.9}, {"units_min": -0.1}, {"units_typical": []},
        {"units_typical": [3.9, 6.0]}, {"points_min": 4, "points_max": 3},
        {"units_max": 0.0, "units_min": 0.0, "units_typical": [0.0]},
        {"points_min": 100, "points_max": None},
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            changed(tables, rows.RegionRow, **(usual | bad))
    assert changed(tables, rows.NormRow, limit95_percent=99.9, widening_percent=0.0)
    assert changed(tables, rows.NormRow, widening_percent=99.9)
    for field in ("limit95_percent", "widening_percent"):
        with pytest.raises(ValidationError, match=field):
            changed(tables, rows.NormRow, **{field: 100.0})


def test_a_row_is_frozen_named_and_says_whether_it_was_reviewed(tables: Tables) -> None:
    assert changed(tables, rows.FactRow, id="x").id == "x"
    for bad in ("", "1x", "x y"):
        with pytest.raises(ValidationError, match="id"):
            changed(tables, rows.FactRow, id=bad)
    row = changed(tables, rows.FactRow)
    with pytest.raises(ValidationError, match="frozen"):
        row.note = "x"
    with pytest.raises(ValidationError, match="frozen"):
        tables.all(rows.SourceRow)[0].what = "x"
    with pytest.raises(ValidationError):
        rows.SourceRow.model_validate({"id": "S1", "what": 3})
    with pytest.raises(ValidationError):
        rows.SourceRow.model_validate({"id": "S1", "what": "x", "more": 1})
    for by, on, reviewed in (("", "", False), ("A", "", False), ("", "1", False), ("A", "1", True)):
        assert changed(tables, rows.FactRow, reviewed_by=by, reviewed_on=on).reviewed is reviewed
    for kind in (rows.ProductRow, rows.PatternRow):
        with pytest.raises(ValidationError, match="jurisdictions"):
            changed(tables, kind, jurisdictions=[])
    assert changed(tables, rows.ProductRow, age_min_years=18, vial_units=[1], jurisdictions=["US"])
    for bad_product in ({"age_min_years": 17}, {"label_date": "24-1"}, {"group": "other"}):
        with pytest.raises(ValidationError):
            changed(tables, rows.ProductRow, **bad_product)
    for kind in (rows.PatternRow, rows.RegionRow):
        with pytest.raises(ValidationError, match="muscles"):
            changed(tables, kind, muscles=[])
    with pytest.raises(ValidationError, match="regions"):
        changed(tables, rows.HazardRow, regions=[])
