"""The plan on paper: complete, marked where it is simulated, and never over another file."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from by_hand import Keyboard, words
from preparing import CONTROL, ENTER, opened, plan_of, upper_face
from PySide6.QtCore import QRectF, Qt

from emg_dosing.examination import Examination
from emg_dosing.safety import open_stops
from emg_signal.errors import EmgError
from emg_ui.face.painter import FacePainter, FaceView
from emg_ui.sheet.print_sheet import BODY_PX, COLUMNS, FACE, SheetContent
from emg_ui.sheet.print_target import NamedPrinter, PdfFile, print_to
from emg_ui.text.theme import LIGHT

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def content(staged):
    plan = replace(upper_face(staged.tables), lot="C4711", reasons=(("glabella", "low brow"),))
    staged.set_plan(replace(plan, subject="virtual patient"))
    return SheetContent(staged.treatment.state, staged.tables, AT, ("SIMULATED",))


def test_the_sheet_says_everything_that_is_drawn_up_and_why(content):
    facts = "\n".join(content.facts())
    for wanted in ("virtual patient", "64 units", "C4711", "100 units in 2.5 mL", "± 5 %"):
        assert wanted in facts
    assert "1 × vial of 100 units, 36 units left over: discard it" in facts
    assert "low brow" in facts
    assert "left 28 units, midline 8 units, right 28 units" in facts
    assert "glabella: 20 units (left 8 units, midline 4 units, right 8 units)" in facts
    rows = content.rows()
    assert len(rows) == 16
    assert {len(cells) for cells in rows} == {len(COLUMNS)}
    assert rows[0][1:5] == (
        "forehead left, point 1",
        "forehead",
        "4 units",
        "0.1 mL  4 units ± 0.2 units",
    )
    # What was not asked stands in the safety line, above them.
    assert len(content.findings()) == len(content.state.findings) - 1 > 3


def test_a_pdf_holds_all_points_and_the_mark_on_every_page(qapp, content, tmp_path):
    path = tmp_path / "sheet.pdf"
    print_to(PdfFile(path), content)
    file = path.read_bytes()
    assert file.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type /Page\b", file))
    assert pages == 2
    if reader := shutil.which("pdftotext"):
        text = subprocess.run(
            [reader, "-layout", str(path), "-"], capture_output=True, check=True, text=True
        ).stdout
        assert text.count("not a medical device") == pages
        assert all(name in text for name in (cells[1] for cells in content.rows()))
        assert "SIMULATED" in text


def test_a_file_that_is_there_is_never_overwritten(qapp, content, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"mine")
    with pytest.raises(EmgError, match="never overwritten"):
        print_to(PdfFile(path), content)
    assert path.read_bytes() == b"mine"


def test_a_folder_or_printer_that_is_not_there_is_said(qapp, content, tmp_path):
    with pytest.raises(EmgError, match="Cannot write"):
        print_to(PdfFile(tmp_path / "none" / "sheet.pdf"), content)
    with pytest.raises(EmgError, match="not there any more"):
        print_to(NamedPrinter("no such printer"), content)


def test_two_keys_print_beside_the_session_file(open_window, staged, qtbot, tmp_path):
    staged.record_path = tmp_path / "visit.evenhand"
    window = opened(open_window, staged)
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_P, modifier=CONTROL)
    keys.press(ENTER)
    files = list(tmp_path.glob("*.pdf"))
    assert len(files) == 1
    assert files[0].read_bytes().startswith(b"%PDF")
    assert files[0].name in words(window.desk.prepare)
    assert (plan_of(staged).subject or "virtual") not in files[0].name


def test_the_sheet_names_the_day_who_went_on_and_what_was_asked(staged, content):
    treatment, plan = staged.treatment, content.plan
    assert "Date of treatment: nothing given yet" in content.facts()
    treatment.set_examination(replace(Examination.nothing_found(), hypersensitivity=True))
    (stop,) = open_stops(treatment.state.safety)
    treatment.go_on(stop.key, reason="known, mild", by="AB", at_utc=AT.isoformat())
    treatment.give(plan.points[0].id, at_utc=AT.isoformat())
    sheet = replace(content, state=treatment.state)
    assert "Date of treatment: 2026-03-02" in sheet.facts()
    assert sheet.injectors() == "AB"
    said = [words.text for words in sheet.safety()]
    assert said[0].startswith("STOP: Contraindication on the label")
    assert "Went on all the same: known, mild (AB)" in said[0]
    assert "synkinesis" in said[-1]
    assert "age 40" in said[-1]
    assert "no toxin before" in said[-1]


def test_no_amount_on_the_sheet_is_a_bare_u_or_ends_in_a_zero(content):
    cells = [cell for row in content.rows() for cell in row]
    for text in (*content.facts(), *cells):
        assert not re.search(r"\d ?U\b", text), text
        assert not re.search(r"\d\.\d*0\b", text), text


def test_each_point_has_its_number_and_its_units_on_the_sheets_face(qapp, content, tmp_path):
    view = FaceView(content.plan, numbered=True)
    face = QRectF(0, 0, FACE.width(), FACE.height())
    labels = FacePainter(LIGHT, BODY_PX).labels(view, face)
    assert set(labels) == {point.id for point in content.plan.points}, "a label has no room"
    assert all(face.contains(box) for box in labels.values())
    if reader := shutil.which("pdftotext"):
        print_to(PdfFile(tmp_path / "sheet.pdf"), content)
        command = [reader, "-raw", str(tmp_path / "sheet.pdf"), "-"]
        text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        for number, cells in enumerate(content.rows(), start=1):
            assert f"{number}: {cells[3]}" in text


def test_what_one_syringe_does_not_hold_is_split_on_the_sheet_and_in_prepare(
    content, staged, open_window
):
    facts = content.facts()
    at = facts.index("2 syringes of 1 mL: one does not hold 1.6 mL")
    assert facts[at + 1 : at + 3] == [
        "syringe 1: points 1 to 10, 1 mL",
        "syringe 2: points 11 to 16, 0.6 mL",
    ]
    plan = replace(content.plan, vial=replace(content.plan.vial, units=50.0, diluent_ml=1.25))
    staged.set_plan(plan)
    facts = replace(content, state=staged.treatment.state).facts()
    at = facts.index("2 syringes of 1 mL: one does not hold 1.6 mL")
    assert facts[at + 1].endswith("1 mL, vial 1")
    assert facts[at + 2].endswith("0.6 mL, vials 1 to 2")
    said = words(opened(open_window, staged).desk.prepare)
    assert "2 syringes of 1 mL: one does not hold 1.6 mL; syringe 1: points 1 to 10" in said
