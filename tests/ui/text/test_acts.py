"""Every remedy of every message is carried out by a button beside it, or says where else."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from by_hand import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from staging import changed

from emg_session.guide import Step
from emg_session.snapshot import SiteReading
from emg_signal import errors
from emg_signal.phrase import say
from emg_signal.quality import Quality, QualityReport
from emg_ui.text.acts import (
    BUTTONS,
    OUTSIDE,
    PLACES,
    Act,
    act_of,
    acts_of_remedies,
    with_place,
)

PAGES = Path(__file__).parents[3] / "tools" / "pages"


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_page", PAGES / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_remedy_has_an_act(messages: ModuleType) -> None:
    told = messages.told()
    assert len(told) > 300
    missing = sorted({each.remedy for each in told if act_of(each.remedy) is None})
    assert missing == [], "write them into ui/emg_ui/text/remedies.toml"


def test_an_error_with_words_of_its_own_is_listed_under_its_own_name(messages: ModuleType) -> None:
    kinds = {each.kind for each in messages.told() if "streams that may be meant" in each.message}
    assert kinds == {"StreamUnknownError"}  # its module holds RateUnknownError too


def test_no_act_is_kept_of_what_nothing_says_any_more(messages: ModuleType) -> None:
    said = {each.remedy for each in messages.told()}
    assert sorted(set(acts_of_remedies()) - said) == []


def test_no_remedy_stands_under_two_acts() -> None:
    listed = (PAGES.parents[1] / "ui/emg_ui/text/remedies.toml").read_text("utf-8")
    remedies = [line for line in listed.splitlines() if line.startswith("    ")]
    assert len(remedies) == len(set(remedies)) == len(acts_of_remedies())


def test_every_kind_of_error_is_walked(messages: ModuleType) -> None:
    kinds = {each.kind for each in messages.told()}
    every = {name for name in vars(errors) if name.endswith("Error")}
    # The three whose name is only ever that of their kinds.
    assert every - kinds <= {"RecordError", "DeviceError"}, every - kinds
    assert {"QualityReport", "Tap", "SiteContact", "CalibrationRefusal", "note"} <= kinds


def test_every_act_is_a_button_or_a_place() -> None:
    assert set(BUTTONS) | set(PLACES) == set(Act)
    assert not set(BUTTONS) & set(PLACES)


def test_the_window_does_every_act_that_is_a_button(staged, open_window) -> None:
    window = open_window(staged)
    staged.show(replace(staged.lost(), other_board="OpenBCI Cyton"))
    done = set()
    for act in BUTTONS:
        window.desk.notice.setText("")
        window.act(act)
        settle(window)
        seen = {
            Act.RECONNECT: staged.reconnects == 1,
            Act.TAKE_OTHER: staged.others_taken == 1,
            Act.CHOOSE: "No other visit" in window.desk.notice.text(),
            Act.RECORD: "not recorded" in window.desk.notice.text(),
            Act.HUM: "No hum" in window.desk.notice.text(),
            Act.TAP: staged.guide.state.at is Step.TAP,
            Act.REFERENCE: staged.guide.state.at is Step.REFERENCE,
        }
        assert seen[act], act
        done.add(act)
    assert done == set(BUTTONS)


REPORTS = {
    Quality.UNCALIBRATED: "Run the calibration; until then read microvolts only.",
    Quality.UNPROVEN: "Tap the electrode and see that its own lane answers.",
    Quality.MAINS: say(
        "Let hum of {nominal_hz:g} Hz be taken out; check ground electrode and leads.",
        nominal_hz=60.0,
    ),
    Quality.FLAT: "Plug in the lead; switch the channel on.",
}


@pytest.mark.parametrize("quality", REPORTS)
def test_an_electrode_card_has_the_button_or_says_where(staged, open_window, quality) -> None:
    staged.is_guided = quality is Quality.MAINS  # else the guide says what to do
    window = open_window(staged)
    report = QualityReport(quality, "Cause.", REPORTS[quality])
    sites = tuple(SiteReading(site, 2.0, None, report) for site in staged.montage.sites)
    window.show_snapshot(changed(staged.live(), sites=sites))
    card = window.measure.electrodes
    act = act_of(report.remedy)
    assert card.button.isVisibleTo(window.measure) is (act in BUTTONS)
    assert ("(on the face)" in card._cause.text()) is (act in OUTSIDE)
    if act is Act.HUM:
        staged.show(changed(staged.live(), sites=sites))
        QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
        assert staged.hum_hz == 60.0
        assert window.settings.mains_hz == 60
        assert "Hum of 60 Hz is taken out from now on" in window.desk.notice.text()
    if act is Act.TAP:
        QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
        assert "own course" in window.desk.notice.text()


def test_what_is_done_by_hand_says_where() -> None:
    unplugged = errors.DeviceLostError(say("Gone."), say("Plug it in again."))
    assert with_place(str(unplugged)) == "Gone. Plug it in again. (at the board)"
    assert with_place(str(errors.ConfigError(say("No."), say("Write it once.")))).endswith("once.")


def test_the_page_of_all_messages_is_the_programs_own(messages: ModuleType) -> None:
    page = (PAGES.parents[1] / "docs" / "messages.md").read_text("utf-8")
    assert page == messages.messages_page(), "run: python tools/pages"
    assert "**none**" not in page
