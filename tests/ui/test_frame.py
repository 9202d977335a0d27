"""Menu, help, settings, first start and About: everything around the phases, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from emg_ui.about import FirstStart
from emg_ui.dialogs import words_of
from emg_ui.settings import Action, Settings
from emg_ui.settings_dialog import SettingsDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window) -> QDialog:
    QApplication.processEvents()
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_the_first_start_is_read_once(open_window, staged, qtbot):
    window, kept, after = open_window(staged), [], []
    window._keep = lambda settings: kept.append(settings) or ""
    window.greet(lambda: after.append("tour"))
    notice = opened(window)
    assert isinstance(notice, FirstStart)
    assert "not a medical device" in words_of(notice)
    assert after == []
    qtbot.keyClick(notice, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert kept[-1].acknowledged
    window.greet(lambda: after.append("again"))
    assert after == ["tour", "again"]
    assert window.isVisible()


def test_who_does_not_agree_is_shown_out(open_window, staged, qtbot):
    window = open_window(staged)
    window.greet()
    qtbot.keyClick(opened(window), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not window.isVisible()
    assert staged.stopped


@pytest.mark.parametrize("phase", range(5))
def test_help_in_place_says_what_the_screen_is_for_and_its_keys(open_window, staged, qtbot, phase):
    window = open_window(staged)
    window.desk.show_phase(phase)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    page = opened(window)
    text = words_of(page)
    assert window.phase.title in text
    assert window.phase.purpose
    assert window.phase.purpose in text
    assert "Ctrl+," in text
    assert "SIMULATED" in text
    qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_about_names_version_licence_and_every_source(open_window, staged, qtbot):
    window = open_window(staged)
    qtbot.keyClick(window, Qt.Key.Key_F1, CONTROL)
    page = opened(window)
    text = words_of(page)
    assert "MIT" in text
    assert "not a medical device" in text
    assert "\nS1  Letybo US label text" in text
    qtbot.keyClick(page, Qt.Key.Key_Return)


def test_settings_are_changed_by_keyboard_and_followed(open_window, staged, qtbot):
    window, kept = open_window(staged), []
    window._keep = lambda settings: kept.append(settings) or ""
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = opened(window)
    assert isinstance(dialog, SettingsDialog)
    for _ in range(20):
        control = QApplication.focusWidget() or dialog.focusWidget()
        if isinstance(control, QComboBox) and control is dialog.theme:
            qtbot.keyClick(control, Qt.Key.Key_Down)
        if control is dialog.pedals[Action.NEXT]:
            qtbot.keyClick(control, Qt.Key.Key_PageDown)
            break
        dialog.focusNextChild()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert kept == [Settings(theme="light", pedals={"PgDown": Action.NEXT})]
    assert window.look.theme.name == "light"


def test_settings_left_by_escape_are_as_they_were(open_window, staged, qtbot):
    window = open_window(staged)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = opened(window)
    dialog.theme.setCurrentIndex(1)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.settings == Settings()


def test_settings_that_cannot_be_kept_are_said(open_window, staged):
    window = open_window(staged)
    window._keep = lambda settings: "The settings are not kept: full."
    window.change_theme()
    settle(window)
    assert window.desk.notice.isVisible()
    assert "not kept" in window.desk.notice.text()


def test_a_pedal_ticks_the_chosen_point_and_goes_on(open_window, staged, qtbot):
    window = open_window(staged)
    window.set_settings(window.settings.changed(pedals={"PgDown": "given", "PgUp": "next"}))
    staged.set_plan(replace(staged.treatment.state.plan, lot="L1"))
    window.desk.show_phase(3)
    settle(window)
    window.activateWindow()
    QApplication.processEvents()
    window.desk.inject.take_back_button.setFocus()
    for _ in range(2):
        qtbot.keyClick(window.phase, Qt.Key.Key_PageDown)
        QApplication.processEvents()
    assert len(staged.treatment.state.given) == 2
