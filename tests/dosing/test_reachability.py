"""A few regions and products asked again give their rows of the published page, word for word."""

from __future__ import annotations

from pathlib import Path

from reachability import reachability_page, rows_of

from emg_dosing.rows import RegionRow
from emg_dosing.tables import Tables

REGIONS = (
    "forehead",
    "lateral_canthal",
    "gummy_smile_posterior",
    "gummy_smile_asymmetric",
    "mentalis",
    "perioral",
)
PRODUCTS = ("botox_cosmetic_us", "dysport_us")


def test_some_rows_asked_again_are_those_of_the_page(tables: Tables, project_root: Path) -> None:
    kept = {
        "region": tuple(tables.region(name) for name in REGIONS),
        "product": tuple(tables.product(name) for name in PRODUCTS),
    }
    some = Tables(tables.by_kind | kept, "some")
    page = reachability_page(some, rows_of(some))
    stored = (project_root / "docs" / "reachability.md").read_text(encoding="utf-8")
    everyone = ("every product", *PRODUCTS)
    wanted = [
        line
        for line in stored.split("\n")
        if not _is_row(line, tables)
        or (line.split(" | ")[0][2:] in REGIONS and line.split(" | ")[2] in everyone)
    ]
    assert page.split("\n") == wanted
    assert len(wanted) > 25
    assert any("4.4 to 15.6" in line and "0.4" in line for line in wanted), "a shift is possible"


def _is_row(line: str, tables: Tables) -> bool:
    return line.startswith("| ") and line.split(" | ")[0][2:] in {
        row.id for row in tables.all(RegionRow)
    }
