"""The muscle map names who leads, works along and works against; it gives no units."""

from __future__ import annotations

from typing import Any

import pytest

from emg_dosing.examination import Examination
from emg_dosing.muscle_map import MapRow, first_dose_words, map_words, muscle_map
from emg_signal.measurement import Measurement, TaskAmplitudes
from emg_signal.montage import Montage, Pair, Side, Site

MUSCLES = ("frontalis", "orbicularis_oculi", "zygomaticus")
PAIRS = tuple(
    Pair(m, Site(m, Side.LEFT, 2 * i), Site(m, Side.RIGHT, 2 * i + 1))
    for i, m in enumerate(MUSCLES)
)


def measured(*tasks: TaskAmplitudes) -> Measurement:
    parts: dict[str, Any] = dict.fromkeys(
        ("subject", "board", "origin", "fs_hz", "band", "calibration", "locked_at_utc"), ""
    )
    quality: tuple[Any, ...] = ("",) * 6
    return Measurement(
        **parts, montage=Montage("test", PAIRS), symmetries=(), quality=quality, locked_at_s=0.0,
        tasks=tasks,
    )  # fmt: skip


BROW = TaskAmplitudes(("frontalis",), (200.0, 100.0, 60.0, 5.0, 10.0, 30.0))
EYES = TaskAmplitudes(("orbicularis_oculi",), (10.0, 10.0, 100.0, 50.0, 10.0, 60.0))
SMILE = TaskAmplitudes(("zygomaticus",), (0.0, 0.0, 40.0, 12.5, 100.0, 100.0))


@pytest.fixture
def rows() -> tuple[MapRow, ...]:
    return muscle_map(measured(BROW, EYES, SMILE))


def test_each_cell_is_a_share_of_the_muscles_own_task(rows: tuple[MapRow, ...]) -> None:
    brow, eyes, smile = rows
    assert [cell.percent for cell in brow.cells] == [100, 100, 60, 10, 10, 30]
    assert [cell.percent for cell in eyes.cells] == [5, 10, 100, 100, 10, 60]
    assert [row.leads for row in rows] == list(MUSCLES)
    assert [cell.may_be_crosstalk for cell in brow.cells] == [False] * 4 + [True] * 2
    assert not any(cell.may_be_crosstalk for cell in smile.cells)


def test_who_works_along_and_who_against(rows: tuple[MapRow, ...]) -> None:
    brow, eyes, smile = rows
    named = [[(c.muscle, str(c.side)) for c in part] for part in (brow.along, brow.against)]
    assert named == [[("zygomaticus", "right")], [("orbicularis_oculi", "left")]]
    assert [(c.muscle, c.percent) for c in eyes.along] == [("zygomaticus", 60)]
    assert eyes.against == ()
    # exactly what crosstalk may be names nobody
    assert [(c.muscle, c.percent) for c in smile.along] == [("orbicularis_oculi", 40)]


def test_words_name_muscles_and_no_units(rows: tuple[MapRow, ...]) -> None:
    said = [str(text) for text in map_words(rows)]
    assert said == [
        "Task of frontalis: frontalis leads.",
        "  works along: zygomaticus right 30 % (may be its neighbour's)",
        "  works against it: orbicularis oculi left 60 %",
        "Task of orbicularis oculi: orbicularis oculi leads.",
        "  works along: zygomaticus right 60 % (may be its neighbour's)",
        "Task of zygomaticus: zygomaticus leads.",
        "  works along: orbicularis oculi left 40 %",
    ]


def test_a_muscle_without_a_task_of_its_own_has_no_cell() -> None:
    (row,) = muscle_map(measured(BROW))
    assert [cell.muscle for cell in row.cells] == ["frontalis", "frontalis"]
    silent = TaskAmplitudes(("frontalis",), (0.0,) * 6)
    assert muscle_map(measured(silent)) == ()
    assert muscle_map(measured()) == ()


def test_a_louder_muscle_leads_anothers_task() -> None:
    synkinesis = TaskAmplitudes(("zygomaticus",), (0.0, 0.0, 150.0, 5.0, 90.0, 80.0))
    eyes = TaskAmplitudes(("orbicularis_oculi", "zygomaticus"), (0.0, 0.0, 100.0, 50.0, 90.0, 80.0))
    assert muscle_map(measured(eyes, synkinesis))[0].leads == "orbicularis_oculi"


def test_an_effort_of_the_whole_face_is_no_task() -> None:
    whole = TaskAmplitudes(MUSCLES, (900.0,) * 6)
    assert muscle_map(measured(whole, BROW)) == muscle_map(measured(BROW))


SPASM = Examination(hemifacial_spasm=True)


def test_a_spasm_on_record_and_a_lower_face_that_joins_in_ask_for_a_lower_first_dose(
    rows: tuple[MapRow, ...],
) -> None:
    said = str(first_dose_words(rows, SPASM))
    assert "tasks of the upper: zygomaticus right. Abnormal" in said
    assert "lower first dose (S109, research only)" in said


@pytest.mark.parametrize("asked", [None, False])
def test_without_that_history_nothing_is_said_of_a_first_dose(
    rows: tuple[MapRow, ...], asked: bool | None
) -> None:
    assert first_dose_words(rows, Examination(hemifacial_spasm=asked)) is None


def test_a_lower_face_that_keeps_still_says_nothing_of_a_first_dose() -> None:
    still = TaskAmplitudes(("frontalis",), (200.0, 100.0, 60.0, 5.0, 10.0, 10.0))
    eyes = TaskAmplitudes(("orbicularis_oculi",), (90.0, 10.0, 100.0, 50.0, 10.0, 10.0))
    assert first_dose_words(muscle_map(measured(still, eyes, SMILE)), SPASM) is None


def test_who_works_alone_is_said_in_one_line() -> None:
    assert [str(text) for text in map_words(muscle_map(measured(BROW)))] == [
        "Task of frontalis: frontalis leads."
    ]
