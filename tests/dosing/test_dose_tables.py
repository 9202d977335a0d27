"""The tables hold every row of the fact base, and refuse what cannot be a row."""

from __future__ import annotations

import math
import re
from importlib import resources

import pytest
from seal_tables import manifest_of

from emg_dosing import rows
from emg_dosing.manifest import TABLE_NAMES
from emg_dosing.tables import Tables, build_tables, parse_table
from emg_signal.errors import ProductTableError

DATA = resources.files("emg_dosing") / "data"


def content_of(name: str) -> str:
    return (DATA / f"{name}.toml").read_text(encoding="utf-8")


def resealed(name: str, content: bytes) -> Tables:
    """Return the tables with one of them replaced, under a manifest made for it."""
    found = {n: content_of(n).encode() for n in TABLE_NAMES} | {name: content}
    return build_tables(found, manifest_of(found))


def changed(name: str, old: str, new: str) -> bytes:
    text = content_of(name)
    assert old in text, old
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (rows.ProductRow, 17),
        (rows.PatternRow, 43),
        (rows.UnreadRow, 4),
        (rows.SideEffectRow, 6),
        (rows.DilutionRow, 27),
        (rows.StepRow, 5),
        (rows.IntervalRow, 17),
        (rows.RegionRow, 15),
        (rows.HazardRow, 7),
        (rows.DoseRow, 21),
        (rows.PlausibleRow, 14),
        (rows.NormRow, 3),
        (rows.FactRow, 14),
        (rows.BandRow, 3),
        (rows.ClaimRow, 24),
        (rows.TrialRow, 4),
    ],
)
def test_every_row_of_the_fact_base_is_there(
    tables: Tables, kind: type[rows.TableRow], count: int
) -> None:
    assert len(tables.all(kind)) == count


def test_every_row_carries_grade_status_sources_and_review(tables: Tables) -> None:
    found = [row for kind in tables.by_kind.values() for row in kind]
    records = [row for row in found if isinstance(row, rows.TableRow)]
    assert len(records) > 150
    for row in records:
        cited = row.sources or row.grade == "none" or row.status in ("not_found", "derived")
        assert cited, row.id
        assert row.reviewed_by == ""
        assert not row.reviewed, "no clinician has reviewed a row yet"
    for row in records:
        if isinstance(row, rows.OfProduct | rows.ProductRow):
            assert row.jurisdictions
            assert row.on_label is not None


def test_computed_concentrations_are_vial_over_diluent(tables: Tables) -> None:
    for row in tables.all(rows.DilutionRow):
        if not row.diluent_ml:
            assert tables.product(row.product).presentation == "liquid"
            assert row.computed_units_per_0_1ml == row.label_units_per_0_1ml
            continue
        computed = row.vial_units / row.diluent_ml / 10
        assert row.computed_units_per_0_1ml == pytest.approx(computed, abs=0.005)


def test_steps_agree_with_the_arithmetic(tables: Tables) -> None:
    for row in tables.all(rows.StepRow):
        per_ml = row.units_per_0_1ml * 10
        assert row.units_per_graduation == pytest.approx(per_ml * row.graduation_ml, abs=0.005)
        assert row.one_unit_ml == pytest.approx(1 / per_ml, abs=5e-5)


def test_label_totals_are_points_times_units(tables: Tables) -> None:
    for row in tables.all(rows.PatternRow):
        if row.points_total and row.units_per_point and row.units_total:
            assert row.points_total * row.units_per_point == row.units_total
        if row.units_total:
            assert sum(row.parts.values()) == row.units_total


def test_healthy_limits_follow_from_the_published_means(tables: Tables) -> None:
    # A signed symmetric normal index with absolute mean m spreads m·sqrt(pi/2).
    for row in tables.all(rows.NormRow):
        limit = 1.96 * row.mean * math.sqrt(math.pi / 2)
        assert row.limit95_percent == pytest.approx(limit, abs=0.5)


def test_claims_are_numbered_and_none_of_the_unsupported_is_usable(tables: Tables) -> None:
    claims = tables.all(rows.ClaimRow)
    assert [claim.id for claim in claims] == [f"C{n:02d}" for n in range(1, 25)]
    for claim in claims:
        if claim.verdict.startswith(("unverifiable", "contradicted", "overstated", "out_of")):
            assert not claim.usable or claim.usable_in_rules.startswith("no ")


def test_no_claim_is_the_source_of_a_rule(tables: Tables) -> None:
    for kind in (rows.RegionRow, rows.NormRow, rows.PatternRow, rows.PolicyRow, rows.HazardRow):
        for row in tables.all(kind):
            assert "S51" not in row.sources


def test_lookups(tables: Tables) -> None:
    assert tables.product("dysport_us").label_point_units == 10
    assert tables.source("S89").year == "2018"
    assert tables.healthy_range("corrugator") is None
    found = tables.healthy_range("frontalis")
    assert found is not None
    assert (found.limit95_percent, found.n, found.source) == (27.0, 154, "S89")
    assert tables.widest_range().muscle == "zygomaticus"
    for missing in (tables.product, tables.region, tables.muscle, tables.source):
        with pytest.raises(KeyError):
            missing("nowhere")


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("norms", "limit95_percent = 27.0", "limit95_percent = nan"),
        ("norms", "limit95_percent = 27.0", "limit95_percent = inf"),
        ("norms", "limit95_percent = 27.0", "limit95_percent = -27.0"),
        ("norms", "limit95_percent = 27.0", 'limit95_percent = "27.0"'),
        ("norms", "limit95_percent = 27.0", "limit95_percent = true"),
        ("norms", "limit95_percent = 27.0", "limit95_percent = 100.0"),
        ("norms", "widening_percent = 7.0", "widening_percent = 100.0"),
        ("norms", "limit95_percent = 27.0\n", ""),
        ("norms", "limit95_percent = 27.0", "limit95_percent = 27.0\nlimit95_percent = 27.0"),
        ("norms", "limit95_percent = 27.0", "limit_95_percent = 27.0"),
        ("norms", 'unit = "%"', 'unit = "mm"'),
        ("norms", "schema = 1", "schema = 2"),
        ("norms", "schema = 1", "schema = true"),
        ("norms", "schema = 1\n", ""),
        ("norms", "[[fact]]", "[[fakt]]"),
        ("norms", 'muscle = "frontalis"', 'muscle = "frontals"'),
        ("norms", 'sources = ["S89"]', 'sources = ["S999"]'),
        ("policy", 'id = "policy.validity"', 'id = "policy.max_shift"'),
        ("products", 'product = "letybo_us"', 'product = "letybo"'),
        ("products", "units_per_point = 4.0", "units_per_point = -4.0"),
        ("products", "parts = { glabella = 20.0 }", "parts = { glabela = 20.0 }"),
        ("products", 'region = "glabella"\nunits', 'region = "glabela"\nunits'),
        ("products", 'side = "left", points = 2', 'side = "left", points = 3'),
        ("products", 'side = "left", points = 2', 'side = "lefts", points = 2'),
        ("products", 'muscle = "corrugator", side', 'muscle = "corugator", side'),
        ("products", 'spots_status = "verified"\n', ""),
        ("sites", "units_max = 30.0", "units_max = 3.0"),
        ("sites", "units_min = 10.0", "units_min = 25.0"),
        ("sites", "points_min = 4", "points_min = 40"),
        ("sites", 'applies_to = ["botox_cosmetic_us"', 'applies_to = ["botox"'),
        ("sites", 'muscles = ["frontalis"]', 'muscles = ["frontale"]'),
        ("sites", 'regions = ["forehead"]', 'regions = ["foreheads"]'),
        ("sites", 'anchor_sources = ["S1"', 'anchor_sources = ["S777"'),
        ("products", 'region = "forehead"\ndistance', 'region = "foreheads"\ndistance'),
    ],
)
def test_a_row_that_cannot_be_is_refused(name: str, old: str, new: str) -> None:
    with pytest.raises(ProductTableError):
        resealed(name, changed(name, old, new))


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_another_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(ProductTableError):
        resealed("norms", content_of("norms").encode(encoding))


def test_other_line_ends_read_the_same_and_are_another_file(tables: Tables) -> None:
    other = resealed("norms", content_of("norms").replace("\n", "\r\n").encode())
    assert other.all(rows.NormRow) == tables.all(rows.NormRow)
    assert other.digest != tables.digest


def test_latin_1_is_refused() -> None:
    with pytest.raises(ProductTableError, match="damaged"):
        parse_table("norms", "# µ\nschema = 1\n".encode("latin-1"))


@pytest.mark.parametrize("kind", ["dilution", "pattern"])
def test_a_product_without_its_rows_is_refused(kind: str) -> None:
    text = content_of("products")
    parts = re.split(r"(?=^\[\[)", text, flags=re.MULTILINE)
    kept = [
        part
        for part in parts
        if not (part.startswith(f"[[{kind}]]") and 'product = "jeuveau_us"' in part)
    ]
    with pytest.raises(ProductTableError, match="jeuveau_us"):
        resealed("products", "".join(kept).encode())


def test_a_kind_that_is_no_list_of_tables_is_refused() -> None:
    with pytest.raises(ProductTableError, match="holds no claim"):
        parse_table("claims", b"schema = 1\nclaim = []\n")
