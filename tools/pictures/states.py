"""What there is to photograph: states of real sessions, in the order in which they come.

To add a picture, add a `State` to a roll: its name, when it is there (`ready`), what a person did
then (`stage`) and in which views it is taken.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QDialog

from emg_device.base import Device
from emg_dosing.examination import Examination
from emg_session.snapshot import LinkState, Snapshot
from emg_simulators.virtual_device import VirtualDevice
from emg_ui.frame.window import Window
from emg_ui.visit.run_request import VIRTUAL
from emg_ui.widgets.overlay import Overlay
from emg_ui.widgets.session_view import SessionView

PREPARE, MEASURE, DECIDE, INJECT, REVIEW = range(5)


@dataclass(frozen=True, slots=True)
class View:
    """How a state is looked at; `name` ends the file's name."""

    name: str = ""
    theme: str = "dark"
    text_scale: float = 1.0
    size: tuple[int, int] = (1280, 800)
    language: str = "en"


PLAIN = View()
LIGHT = View("light", theme="light")
LARGE = View("200", text_scale=2.0)
LIGHT_LARGE = View("light_200", theme="light", text_scale=2.0)
WIDE = View("1920", size=(1920, 1080))
GERMAN = View("de", language="de")


@dataclass(frozen=True, slots=True)
class Moment:
    """What is before the camera."""

    window: Window
    session: SessionView
    device: Device | None


def _nothing(moment: Moment) -> None:
    """Leave everything as it is."""


def at(seconds: float) -> Callable[[Snapshot], bool]:
    """Return whether the stream is so many seconds old."""
    return lambda snapshot: snapshot.streamed.time_s > seconds


def anyhow(_: Snapshot) -> bool:
    """Return True: the state is there at once."""
    return True


def suggested(snapshot: Snapshot) -> bool:
    """Return whether there is a suggestion."""
    return snapshot.treatment.suggestion is not None


@dataclass(frozen=True, slots=True)
class State:
    """One state to be photographed.

    Parameters
    ----------
    name
        Of the file.
    phase
        The phase that is shown; None leaves the one that is.
    ready
        Whether a snapshot shows that it has come.
    stage, after
        What a person does before and after the pictures.
    views
        How it is looked at; a file each.
    """

    name: str
    phase: int | None = None
    ready: Callable[[Snapshot], bool] = anyhow
    stage: Callable[[Moment], None] = _nothing
    after: Callable[[Moment], None] = _nothing
    views: tuple[View, ...] = (PLAIN,)


@dataclass(frozen=True, slots=True)
class Roll:
    """One session and its states."""

    states: tuple[State, ...]
    device: str = VIRTUAL
    planned: bool = True
    guided: bool = False
    """Whether a person begins each protocol, rather than the session the whole script."""


def _find_a_low_lid(moment: Moment) -> None:
    found = replace(Examination.nothing_found(), ptosis=True)
    moment.session.treatment.set_examination(found)


def _find_nothing(moment: Moment) -> None:
    moment.session.treatment.set_examination(Examination.nothing_found())


def _ask_about_a_number(moment: Moment) -> None:
    moment.window.pages.show_numbers().choose(4)


def _lead_round(moment: Moment) -> None:
    moment.window.pages.show_tour()


def _open_settings(moment: Moment) -> None:
    moment.window.pages.show_settings()


def _ask_for_help(moment: Moment) -> None:
    moment.window.pages.show_help()


def _close_dialogs(moment: Moment) -> None:
    for dialog in moment.window.findChildren(QDialog):
        dialog.close()


def _close_overlay(moment: Moment) -> None:
    for overlay in moment.window.findChildren(Overlay):
        overlay.leave()


def _edit(moment: Moment) -> None:
    moment.window.desk.decide.suggestion.answers.edit()


def _accept(moment: Moment) -> None:
    answers = moment.window.desk.decide.suggestion.answers
    answers.leave()
    answers.accept()


def _give_two(moment: Moment) -> None:
    for _ in range(2):
        moment.window.desk.inject.give()


def _silence(moment: Moment) -> None:
    """Let the board fall silent, as one whose battery died."""
    if isinstance(moment.device, VirtualDevice) and moment.device.board is not None:
        os.kill(moment.device.board.process.pid, signal.SIGSTOP)


def _wake(moment: Moment) -> None:
    if isinstance(moment.device, VirtualDevice) and moment.device.board is not None:
        os.kill(moment.device.board.process.pid, signal.SIGCONT)


def lost(snapshot: Snapshot) -> bool:
    """Return whether the board is lost."""
    return snapshot.link is LinkState.LOST


TREATMENT = Roll(
    (
        State("ui_uncalibrated", MEASURE, at(1.2)),
        State("ui_calibrating", MEASURE, at(8.5)),
        State("ui_measuring", MEASURE, at(23.5)),
        State("screenshot", MEASURE, suggested),
        State("ui_suggestion", MEASURE, views=(LIGHT, LARGE, WIDE, GERMAN)),
        State("ui_number", MEASURE, stage=_ask_about_a_number, after=_close_overlay),
        State("ui_settings", MEASURE, stage=_open_settings, after=_close_dialogs),
        State("ui_help", MEASURE, stage=_ask_for_help, after=_close_dialogs),
        State("ui_tour", MEASURE, stage=_lead_round, after=_close_overlay),
        State("ui_prepare", PREPARE, views=(PLAIN, LIGHT_LARGE, WIDE, GERMAN)),
        State("ui_decide", DECIDE, views=(PLAIN, GERMAN)),
        State("ui_refusal", DECIDE, stage=_find_a_low_lid, after=_find_nothing),
        State("ui_edit", DECIDE, stage=_edit, after=_accept),
        State("ui_inject", INJECT, stage=_give_two, views=(PLAIN, LARGE, GERMAN)),
        State("ui_review", REVIEW, views=(PLAIN, LIGHT)),
        State("ui_before_lost", MEASURE, stage=_silence, views=()),
        State("ui_lost", MEASURE, lost, after=_wake),
    )
)

EMPTY = Roll(
    (
        State("ui_empty", PREPARE, at(1.2)),
        State("ui_empty_measure", MEASURE),
    ),
    planned=False,
)

ROLLS = (TREATMENT, EMPTY)
