"""What a person chose is found again, and a file that cannot be used costs one line."""

from __future__ import annotations

import pytest

from emg_session.record_folder import default_folder
from emg_ui.text.settings import (
    Action,
    Settings,
    keep_settings,
    kept_folder,
    load_settings,
    settings_path,
)
from emg_ui.visit.visit_request import VisitRequest

CHOSEN = Settings(theme="light", text_scale=1.5, language="de", pedals={"PgDown": Action.NEXT})


def test_settings_are_found_again(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    assert load_settings(path) == (Settings(), "")
    assert keep_settings(CHOSEN, path) == ""
    assert load_settings(path) == (CHOSEN, "")
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"\xff", b'{"theme": "pink"}', b'{"text_scale": 9}', b'{"volume_percent": NaN}'],
)
def test_a_damaged_file_is_one_line_and_the_usual_settings(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_bytes(text)
    settings, line = load_settings(path)
    assert settings == Settings()
    assert str(path) in line
    assert "\n" not in line


def test_a_newer_versions_choices_do_not_cost_the_others(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "hologram": true}', encoding="utf-8")
    assert load_settings(path) == (Settings(theme="light"), "")


def test_the_kept_folder_is_where_visits_go(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert kept_folder() == default_folder()
    keep_settings(Settings(record_folder=str(tmp_path / "visits")), settings_path())
    assert kept_folder() == tmp_path / "visits"
    assert VisitRequest("P1").in_folder == tmp_path / "visits"


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    assert "not kept" in keep_settings(CHOSEN, tmp_path / "file" / "settings.json")
