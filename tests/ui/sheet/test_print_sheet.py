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
from PySide6.QtCore import Qt

from emg_signal.errors import EmgError
from emg_ui.sheet.print_sheet import COLUMNS, SheetContent
from emg_ui.sheet.print_target import NamedPrinter, PdfFile, print_to

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def content(staged):
    plan = replace(upper_face(staged.tables), lot="C4711", reasons=(("glabella", "low brow"),))
    staged.set_plan(replace(plan, subject="virtual patient"))
    return SheetContent(staged.treatment.state, staged.tables, AT, ("SIMULATED",))


def test_the_sheet_says_everything_that_is_drawn_up_and_why(content):
    facts = "\n".join(content.facts())
    for wanted in ("virtual patient", "64 U", "left 28 U", "C4711", "100 U in 2.5 mL", "± 5 %"):
        assert wanted in facts
    assert "1 × 100 U vial, 36 U left over: discard it" in facts
    assert "low brow" in facts
    rows = content.rows()
    assert len(rows) == 16
    assert {len(cells) for cells in rows} == {len(COLUMNS)}
    assert rows[0][1:5] == ("forehead left, point 1", "forehead", "4 U", "0.100 mL  4 U ± 0.2 U")
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
