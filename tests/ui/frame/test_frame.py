"""Menu, help, settings, first start and About: everything around the phases, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import cut_off, settle, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from emg_ui.frame.about import FirstStart
from emg_ui.frame.country_question import CountryQuestion
from emg_ui.frame.number_panel import NumberPanel
from emg_ui.frame.settings_dialog import SettingsDialog
from emg_ui.frame.tour import Tour
from emg_ui.text.settings import Action, Settings
from emg_ui.text.theme import Look
from emg_ui.widgets.dialogs import words_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window) -> QDialog:
    QApplication.processEvents()
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_the_first_start_is_read_once(open_window, staged, qtbot):
    window, kept, after = open_window(staged), [], []
    window._keep = lambda settings: kept.append(settings) or ""
    window.pages.greet(lambda: after.append("begun"))
    notice = opened(window)
    assert isinstance(notice, FirstStart)
    assert "not a medical device" in words_of(notice)
    qtbot.keyClick(notice, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert kept[-1].acknowledged
    question = opened(window)
    assert isinstance(question, CountryQuestion)
    qtbot.keyClick(question, Qt.Key.Key_Return)  # nothing is chosen: that is no answer
    assert question.isVisible()
    question.box.setCurrentIndex(question.box.findData("DE"))
    qtbot.keyClick(question, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert kept[-1].country == staged.treatment.country == "DE"
    for number in range(5):
        assert window.phase is window.desk.screens[number]
        assert after == []
        qtbot.keyClick(window.findChild(Tour), Qt.Key.Key_Return)
    assert kept[-1].tour_seen
    window.pages.greet(lambda: after.append("again"))
    assert after == ["begun", "again"]
    assert window.phase is window.measure


def test_who_does_not_agree_is_shown_out(open_window, staged, qtbot):
    window = open_window(staged)
    window.pages.greet()
    qtbot.keyClick(opened(window), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not window.isVisible()
    assert staged.stopped


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_tour_never_covers_what_it_frames_and_is_skipped_by_escape(
    open_window, staged, qtbot, scale
):
    window = open_window(staged, look=Look(scale=scale))
    tour = window.pages.show_tour()
    settle(window)
    assert cut_off(window) == []
    assert not tour.card.geometry().contains(tour.chosen)
    assert not tour.card.geometry().intersects(window.desk.banner.geometry())
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert window.settings.tour_seen
    assert window.phase is window.measure


@pytest.mark.parametrize("phase", range(4))
def test_every_number_says_what_it_is_and_where_it_comes_from(open_window, staged, qtbot, phase):
    staged.show(staged.locked())
    window = open_window(staged)
    window.desk.show_phase(phase)
    settle(window)
    qtbot.keyClick(window, Qt.Key.Key_I)
    panel = window.findChild(NumberPanel)
    names = []
    for _ in panel.numbers:
        number = panel.number
        names.append(number.name)
        assert number.value
        assert number.what
        assert number.source
        assert number.is_not
        assert f"{number.name}: {number.value}" in words(window)
        qtbot.keyClick(panel, Qt.Key.Key_Right)
    assert len(set(names)) == len(names) > 0
    assert panel.number.name == names[0]
    placed = [n for n in panel.numbers if n.place is not None]
    if placed:
        panel.choose(0)
        corner = window.phase.mapTo(window.desk, placed[-1].place.center())
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=corner)
        assert panel.number.place.contains(placed[-1].place.center())
    qtbot.keyClick(panel, Qt.Key.Key_Escape)


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
    assert "unverifiable" in text  # what may be heard of doses, with its verdict
    qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_help_and_menu_offer_nothing_that_this_visit_refuses(open_window, staged, tmp_path):
    window = open_window(staged)
    refused = {"Another person", "Another place for the record", "Louder"}

    def helped():
        window.pages.show_help()
        page = window.findChildren(QDialog)[-1]
        said = words(page)
        page.close()
        page.setParent(None)
        return said

    menu = window.desk.menu.menu()
    assert not any(each in helped() for each in refused)
    assert "Reconnect a lost board" in helped()
    menu.aboutToShow.emit()
    offered = {action.text() for action in menu.actions() if action.isEnabled()}
    assert not refused & offered
    assert "Settings" in offered
    menu.aboutToHide.emit()
    assert all(action.isEnabled() for action in menu.actions())  # their keys say why not
    staged.record_path = tmp_path / "visit.evenhand"
    assert "Another place for the record" in helped()


def test_the_labels_are_read_by_key_for_the_product_of_the_plan(open_window, staged, qtbot):
    window = open_window(staged)
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    page = opened(window)
    said = words_of(page)
    brand = staged.tables.product(staged.treatment.state.plan.product_id).brand
    assert f"{brand}, " in said
    assert "shortest interval: 3 months" in said
    assert "Hengli" not in said
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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({Action.NEXT: Qt.Key.Key_F2}, "F2 does something in this program already"),
        ({Action.NEXT: Qt.Key.Key_PageDown, Action.BACK: Qt.Key.Key_PageDown}, "PgDown stands"),
    ],
)
def test_a_pedal_on_a_key_that_is_taken_is_refused(open_window, staged, qtbot, typed, said):
    window = open_window(staged)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = opened(window)
    for action, key in typed.items():
        qtbot.keyClick(dialog.pedals[action], key)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert said in words_of(dialog)
    assert dialog.isVisible()
    for action in typed:
        qtbot.keyClick(dialog.pedals[action], Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.settings.pedals == {}
    assert not dialog.isVisible()


def test_the_folder_of_session_files_is_chosen_and_a_wrong_one_refused(
    open_window, staged, qtbot, tmp_path
):
    window = open_window(staged)
    (tmp_path / "file").write_text("")
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = opened(window)
    for wrong in (str(tmp_path / "file" / "below"), "below"):
        dialog.folder.setText(wrong)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert wrong in words_of(dialog)
        assert dialog.isVisible()
    dialog.folder.setText(str(tmp_path / "new" / "visits"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.settings.record_folder == str(tmp_path / "new" / "visits")
    assert (tmp_path / "new" / "visits").is_dir()


def test_settings_that_cannot_be_kept_are_said(open_window, staged):
    window = open_window(staged)
    window._keep = lambda settings: "The settings are not kept: full."
    window.looks.change_theme()
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


def test_a_country_that_was_not_said_is_asked_for_again(open_window, staged, qtbot):
    window, after = open_window(staged), []
    window.set_settings(window.settings.changed(acknowledged="1", tour_seen=True))
    window.pages.greet(lambda: after.append("begun"))
    qtbot.keyClick(opened(window), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert after == ["begun"]
    assert window.settings.country == ""
    window.pages.greet()
    assert isinstance(opened(window), CountryQuestion)
    opened(window).reject()


def test_another_country_in_the_settings_holds_for_the_open_visit_and_is_on_record(
    open_window, staged
):
    window = open_window(staged)
    window.set_settings(window.settings.changed(country="CH"))
    assert staged.treatment.policy.country == "CH"
    body = next(body for kind, body in reversed(staged.events) if kind == "policy")
    assert body["policy"]["country"] == "CH"
    assert body["digest"] == staged.treatment.policy.digest


def test_where_the_policy_names_the_country_nobody_asks(open_window, staged):
    staged.treatment.set_country("CH")
    window, after = open_window(staged), []
    window.set_settings(window.settings.changed(acknowledged="1", tour_seen=True))
    window.pages.greet(lambda: after.append("begun"))
    assert after == ["begun"]


def test_a_product_without_a_licence_in_the_country_says_so_where_it_is_chosen(open_window, staged):
    staged.treatment.set_country("DE")
    window = open_window(staged)
    window.desk.show_phase(0)
    for key in ("P", "N"):
        window.desk.prepare.press(key)
        lines = window.desk.prepare.chooser.list
        said = [lines.item(row).text() for row in range(lines.count())]
        for brand, licensed in (("Dysport (US)", False), ("Azzalure", True)):
            found = [line for line in said if brand in line]
            assert found
            assert all(("no known licence in DE" not in line) == licensed for line in found)
        window.desk.prepare.chooser.hide()
