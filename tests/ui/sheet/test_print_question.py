"""Where a sheet is printed, as typed: each name is a file or is refused in words."""

from __future__ import annotations

import stat

import pytest

from emg_signal.errors import EmgError
from emg_ui.sheet.print_target import PdfFile, _keep, read_pdf_path


@pytest.mark.parametrize(
    "typed", ["", " ", ".", "..", "/", "a/", "~no-such-user/x", "gone/x", "\0"]
)
def test_what_names_no_file_is_refused_in_words(typed, tmp_path):
    with pytest.raises(EmgError):
        read_pdf_path(typed, tmp_path)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("plan v1.2", "plan v1.2.pdf"),
        ("sheet.pdf", "sheet.pdf"),
        ("Sheet.PDF", "Sheet.PDF"),
        ("1e9", "1e9.pdf"),
        ("-1", "-1.pdf"),
    ],
)
def test_a_bare_name_goes_to_the_folder_of_the_question(typed, name, tmp_path, monkeypatch):
    monkeypatch.chdir("/")
    reading = read_pdf_path(typed, tmp_path)
    assert reading.value == PdfFile(tmp_path / name)


def test_a_name_of_300_letters_is_refused_when_it_is_printed(tmp_path):
    reading = read_pdf_path("n" * 300, tmp_path)
    with pytest.raises(EmgError, match="shorter name"):
        _keep(reading.value.path, b"%PDF")


def test_a_sheet_is_for_its_owner_alone_and_over_no_other_file(tmp_path):
    path = tmp_path / "sheet.pdf"
    _keep(path, b"%PDF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(EmgError, match="never overwritten"):
        _keep(path, b"other")
    assert path.read_bytes() == b"%PDF"
