"""The page of what a yes shows is what the screens show today, and it has no empty cell."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))

from safety_table import PAGE, QUESTIONS, SCREENS, page_of, rows_of

from emg_dosing.examination import ADVERSE, CONDITIONS
from emg_dosing.rows import ProductRow
from emg_dosing.tables import load_tables


@pytest.fixture(scope="module")
def found(qapp):
    return rows_of(load_tables())


def test_every_yes_shows_on_all_five_screens_for_every_product(found):
    products = load_tables().all(ProductRow)
    assert set(found) == set(QUESTIONS) == {*CONDITIONS, *ADVERSE}
    for question, rows in found.items():
        assert len(rows) == len(products)
        for row in rows:
            assert row.says
            assert len(row.cells) == len(SCREENS)
            for screen, cell in row.cells.items():
                assert cell, f"{question}, {row.product}: nothing on {screen}"


def test_what_stops_is_red_on_every_screen_and_asks_why_where_the_needle_goes_in(found):
    stops = [row for rows in found.values() for row in rows if "stop" in row.cells["sheet"]]
    assert len(stops) > 100
    for row in stops:
        assert row.cells["Inject"] == "■ stop, red, asks why"
        assert {row.cells[s] for s in ("Prepare", "Decide", "Review")} == {"■ stop, red"}
    asked = [r for rows in found.values() for r in rows if "asks why" in r.cells["Inject"]]
    assert asked == stops


ONE_OF_EACH = (
    "dysport_us",
    "azzalure_eu_uk",
    "alluzience_eu_uk",
    "letybo_eu_uk",
    "nabota_kr",
    "botox_cn",
)


def test_with_a_board_that_streams_a_yes_shows_the_same(found, qapp):
    names = [row.id for row in load_tables().all(ProductRow)]
    streaming = rows_of(load_tables(), ONE_OF_EACH, board=True)
    for question, rows in streaming.items():
        alone = [found[question][i] for i, name in enumerate(names) if name in ONE_OF_EACH]
        assert rows == alone, question


def test_the_page_is_up_to_date(found):
    assert PAGE.read_text(encoding="utf-8") == page_of(found), "run: python tools/safety_table.py"
