"""Random keys and clicks on a real window, and what must hold whatever is pressed.

One window is used again and again; every sequence begins with a new plan on Measure. The clock is
the session's own, so that seconds cost nothing. What is expected stands here beside the window and
asks it for nothing but what is visible.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from operator import is_

from PySide6.QtCore import QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from staging import GOOD, TABLES, StagedSession

from emg_dosing.plan import parse_plan
from emg_dosing.suggestion import SuggestionKind
from emg_session.files import load_plan
from emg_session.snapshot import Snapshot
from emg_session.treatment import Treatment
from emg_ui.frame.menu import MenuButton
from emg_ui.inject.inject_screen import BETWEEN_TICKS_S
from emg_ui.text.settings import Action, Settings
from emg_ui.text.typed_answers import read_units
from emg_ui.visit.run_request import demo_plan_path

KEYS_EACH = 60
PLAN = load_plan(demo_plan_path(), TABLES)
DAY = date(2026, 3, 2)
K = Qt.Key
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTERS = (K.Key_Return, K.Key_Enter)
PEDALS = {"F9": Action.ACCEPT, "PgDown": Action.NEXT, "PgUp": Action.GIVEN}
LETTERS = tuple(getattr(K, f"Key_{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = tuple(getattr(K, f"Key_{digit}") for digit in "0123456789")
PHASES = tuple(getattr(K, f"Key_F{n}") for n in (1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 6))
USUAL = (
    *ENTERS, *ENTERS, K.Key_Space, K.Key_Space, K.Key_Space, K.Key_Backspace, K.Key_Delete,
    K.Key_Tab, K.Key_Backtab, K.Key_Escape, K.Key_Up, K.Key_Down, K.Key_Down, K.Key_Left,
    K.Key_Right, K.Key_Home, K.Key_End, K.Key_Comma, K.Key_Period, K.Key_Plus, K.Key_Minus,
    K.Key_A, K.Key_A, K.Key_E, K.Key_R, K.Key_U, K.Key_F9, K.Key_PageDown, K.Key_PageUp,
)  # fmt: skip
WITH_CONTROL = (K.Key_Z, K.Key_Z, K.Key_Y, K.Key_N, K.Key_E, K.Key_P, K.Key_R, K.Key_M)
PAUSES_S = (0.02, 0.05, 0.2, 0.35, 0.41, 0.7, 1.1, 3.0)
ACCEPT, GIVEN = "click on Accept", "click on Given"
TICKING = ("Space", "Return", "Enter", "PageUp", GIVEN)
STAGED_BAD = 4
"""Sites without which the stage has no bad electrode to show."""
OF_THE_STAGE = ("This plugin does not support", "OpenType support missing")
"""What Qt says of a window that is drawn into memory, and of a machine without the fonts of every
script that a country is named in; anything else that it warns of is a fault."""


class LivelySession(StagedSession):
    """A staged session whose snapshot shows the treatment as it is now."""

    def __init__(self) -> None:
        self.on_record: list[tuple[str, dict, float]] = []
        self._measured = None
        self._shows: tuple[tuple[object, ...], Snapshot] | None = None
        self._refreshed_s = 0.0
        super().__init__()

    def _record(self, *events) -> None:
        self.on_record += [(event.kind, dict(event.body), self.now_s) for event in events]

    def snapshot(self):
        if self.now_s != self._refreshed_s:
            self._refreshed_s = self.now_s
            self.treatment.refresh()
        parts = (self._snapshot, self.guide.state, self.treatment.state)
        if self._shows is None or not all(map(is_, parts, self._shows[0])):
            self._shows = (parts, replace(super().snapshot(), treatment=self.treatment.state))
        return self._shows[1]

    def measurement(self):
        """Lock what was measured once: symmetry is computed for a second at the first call."""
        self._measured = self._measured or super().measurement()
        return replace(self._measured, locked_at_s=self.now_s)

    @property
    def index(self) -> int:
        return round(self.now_s * self.snapshot().streamed.fs_hz)

    def mark(self, name: str, source: str = "key", *, index: int | None = None) -> None:
        at = self.index if index is None else index
        self.on_record.append(("event", {"name": name, "source": source, "at": at}, self.now_s))

    def begin_again(self) -> None:
        """Begin a sequence: a plan, no answer, no tick, a board that is there."""
        self.treatment = Treatment(
            self.tables, record=self._record, now_s=lambda: self.now_s, today=lambda: DAY
        )
        self.treatment.set_plan(PLAN)
        self.on_record.clear()
        self.show(self.live())


@dataclass
class Seen:
    """What was done to the window, what it did, and what is wrong with that."""

    actions: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    suggestions: int = 0
    decisions: int = 0
    ticks: int = 0


@contextmanager
def nothing_swallowed(faults: list[str]):
    """Put every exception in a slot, and every warning of Qt, among `faults`."""

    def exception(kind, value, traceback):
        at = traceback
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = "" if at is None else f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}"
        faults.append(f"{kind.__name__}: {value} at {where}")

    def message(kind, context, text):
        if kind is not QtMsgType.QtDebugMsg and not any(word in text for word in OF_THE_STAGE):
            faults.append(f"Qt: {text}")

    hook, sys.excepthook = sys.excepthook, exception
    handler = qInstallMessageHandler(message)
    try:
        yield
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)


class Hands:
    """Presses and clicks at random, and holds the window to what it promises.

    Parameters
    ----------
    window
        On a `LivelySession`, with `PEDALS` and the session's clock.
    """

    def __init__(self, window) -> None:
        self.window, self.session = window, window.session

    def play(self, seed: int, n: int = KEYS_EACH) -> Seen:
        self.chance, self.seen = random.Random(seed), Seen()  # noqa: S311 - a die
        with nothing_swallowed(self.seen.faults):
            self.session.begin_again()
            self._close_dialogs()
            self.window.set_settings(Settings(pedals=PEDALS))
            self.window.desk.show_phase(1)
            self.visible_since: dict[int, float] = {}
            self.last_tick_s = float("-inf")
            self._look()
            for _ in range(n):
                self._step()
                if self.seen.faults:
                    break
        return self.seen

    # -- what is done -------------------------------------------------------------------------

    def _step(self) -> None:
        kinds = (self._key, self._click, self._hold, self._happen, self._walk)
        doing = self.chance.choices(kinds, weights=(60, 22, 4, 8, 6))[0]
        if doing == self._walk:
            self._walk()
        else:
            self._do(doing)

    def _do(self, doing: Callable[[], str]) -> None:
        """Let time go on, do one thing, and judge what came of it."""
        self.session.now_s += self.chance.choice(PAUSES_S)
        before, begun = self._before(), len(self.session.on_record)
        deciding = doing()
        QApplication.processEvents()
        self._close_training()
        if QApplication.activeWindow() is None:  # a desktop gives the keyboard back, this does not
            self.window.activateWindow()
        self._look()
        self._judge(before, deciding, self.session.on_record[begun:])

    def _press(self, key, modifier=NONE) -> str:
        name = self._name(key, modifier)
        QTest.keyClick(self._where(), key, modifier)
        return name

    def _name(self, key, modifier=NONE) -> str:
        name = ("Ctrl+" if modifier == CONTROL else "") + key.name.removeprefix("Key_")
        self.seen.actions.append(name)
        return name

    def _key(self) -> str:
        kind = self.chance.random()
        if kind < 0.06:
            return self._press(self.chance.choice(WITH_CONTROL), CONTROL)
        if kind < 0.5:
            return self._press(self.chance.choice(USUAL))
        if kind < 0.65:
            return self._press(self.chance.choice(DIGITS))
        if kind < 0.75:
            return self._press(self.chance.choice(PHASES))
        return self._press(self.chance.choice(LETTERS))

    def _hold(self) -> str:
        """Hold a key as an X server whose repeats Qt takes for fresh presses."""
        key = self.chance.choice(USUAL)
        name = self._name(key)
        QTest.keyPress(self._where(), key)
        self._look()  # what the first press shows is seen from then on, before it repeats
        self.session.now_s += 0.66
        for _ in range(self.chance.randrange(20)):
            QTest.keyRelease(self._where(), key)
            QTest.keyPress(self._where(), key)
            self.session.now_s += 0.04
            self._look()  # what appears meanwhile is seen from then on
        QTest.keyRelease(self._where(), key)
        return name

    def _where(self):
        """Return the window that has the keyboard now: a press may have closed the one before."""
        return QGuiApplication.focusWindow() or self.window.windowHandle()

    def _walk(self) -> None:
        """Do what leads to an answer or a tick: the way that a person goes most often."""
        way = self.chance.choice(
            (
                (K.Key_F3, K.Key_A),
                (K.Key_F3, K.Key_E, K.Key_7, *ENTERS, *ENTERS, K.Key_X, K.Key_Return),
                (K.Key_F3, K.Key_R, K.Key_X, K.Key_Return),
                (K.Key_F4, K.Key_Space, K.Key_Return, K.Key_U, K.Key_5, K.Key_Return),
            )
        )
        for key in way:
            self._do(partial(self._press, key))

    def _click(self) -> str:
        window = QApplication.activeModalWidget() or self.window
        parts = [p for p in visible_parts(window) if self._clickable(p)]
        if not parts:
            return ""
        part = self.chance.choice(parts)
        area = part.viewport() if isinstance(part, QAbstractItemView) else part
        rect = area.rect().intersected(area.visibleRegion().boundingRect())
        at = QPoint(
            self.chance.randint(rect.left(), max(rect.left(), rect.right())),
            self.chance.randint(rect.top(), max(rect.top(), rect.bottom())),
        )
        said = part.text() if isinstance(part, QAbstractButton) else part.accessibleName()
        name = f"click {type(part).__name__} {said}"
        if part is self.window.desk.inject.give_button:
            name = GIVEN
        elif any(part is card.answers.accept_button for card in self._cards()):
            name = ACCEPT
        self.seen.actions.append(name)
        QTest.mouseClick(area, Qt.MouseButton.LeftButton, NONE, at)
        return name

    @staticmethod
    def _clickable(part: QWidget) -> bool:
        if not part.isEnabled():
            return False
        waits = isinstance(part, MenuButton) or (
            isinstance(part, QAbstractButton) and "Ctrl+S" in part.text()
        )
        if waits:
            return False  # a menu and Qt's own file dialog wait for their own end
        if part.visibleRegion().isEmpty():
            return False
        takes = part.focusPolicy() & Qt.FocusPolicy.ClickFocus
        return isinstance(part, QAbstractButton) or bool(takes)

    def _happen(self) -> str:
        """Let the board be lost, come back, read badly or lock a measurement; or time go on."""
        session = self.session
        name, doing = self.chance.choice(
            (
                ("lost", lambda: session.show(session.lost())),
                ("back", lambda: session.show(session.live())),
                ("locked", lambda: session.show(session.locked())),
                ("locked", lambda: session.show(session.locked())),
                ("bad electrode", lambda: session.show(session.with_bad_electrode())),
                ("uncalibrated", lambda: session.show(session.uncalibrated())),
                ("an hour", lambda: setattr(session, "now_s", session.now_s + 3601)),
            )
        )
        if name == "bad electrode" and len(session.montage.sites) < STAGED_BAD:
            return ""  # a block of fewer pairs has no such electrode
        self.seen.actions.append(f"({name})")
        doing()
        return ""

    def _close_dialogs(self) -> None:
        while (
            top := QApplication.activePopupWidget() or QApplication.activeModalWidget()
        ) is not None:
            top.close()
            QApplication.processEvents()
        self._close_training()

    def _close_training(self) -> None:
        """A case would be a window of its own, on a board of its own: it has tests of its own.

        So has the question where attempts go, which could write a file here.
        """
        train = self.window.desk.train
        for dialog in train.findChildren(QFileDialog) if self.window.phase is train else ():
            dialog.close()
        if train.opened is not None:
            train.opened.close()
            train.opened.deleteLater()
            train.opened = None
            self.window.activateWindow()

    # -- what must hold -----------------------------------------------------------------------

    def _look(self) -> None:
        """Let the window show what is, and note what it shows."""
        self.window.show_snapshot(self.session.snapshot())
        QApplication.processEvents()
        state, measurement = self.session.treatment.state, self.session.treatment.state.measurement
        cards = [card for card in self._cards() if card.isVisible() and says_a_change(card)]
        number = id(state.suggestion) if cards and state.suggestion is not None else None
        self.visible_since = {
            known: since for known, since in self.visible_since.items() if known == number
        }
        if number is None:
            return
        if number not in self.visible_since:
            self.visible_since[number] = self.session.now_s
            self.seen.suggestions += 1
        age_s = self.session.treatment.measurement_age_s
        is_good = measurement is not None and all(q == GOOD for q in measurement.quality)
        waits = self.session.treatment.state.decision is None  # an answered one stays, with its age
        # What a label's bound or a syringe asks for rests on no measurement, and is always told.
        rests = state.suggestion.kind not in (SuggestionKind.TRIM, SuggestionKind.ROUND)
        if waits and rests and (not is_good or age_s is None or age_s > 3600):
            self.seen.faults.append("a suggestion is shown without a fresh good measurement")

    def _cards(self):
        desk = self.window.desk
        screens = (desk.decide, desk.measure)
        return [s.suggestion for s in screens if s is not None and self.window.phase is s]

    def _before(self):
        state = self.session.treatment.state
        focus = QApplication.focusWidget() or self.window.focusWidget()  # also while not active
        answers = [card.answers for card in self._cards()]
        typed = [
            part.text()
            for panel in answers
            for part in panel.findChildren(QLineEdit)
            if part is not panel.reason and part.isVisible()
        ]
        return {
            "state": state,
            "phase": self.window.phase,
            "typed": typed,
            "text": focus.text() if isinstance(focus, QLineEdit) else None,
            "in_reason": any(focus is panel.reason for panel in answers),
            "in_dose": focus is self.window.desk.inject.dose.field,
            "at_s": dict(self.visible_since),
        }

    def _judge(self, before, deciding: str, events) -> None:
        for kind, body, at_s in events:
            if kind == "decision":
                self._judge_decision(before, deciding, body, at_s)
            elif kind == "given":
                self._judge_tick(before, deciding, body, at_s)
            elif kind == "plan":
                self._judge_plan(before, body)

    def _fault(self, text: str) -> None:
        self.seen.faults.append(text)

    def _judge_decision(self, before, deciding: str, body, at_s: float) -> None:
        self.seen.decisions += 1
        if body["kind"] == "accepted":
            is_own = deciding in ("A", "F9", ACCEPT)
        else:
            is_own = deciding in ("Return", "Enter") and before["in_reason"]
        if not is_own:
            self._fault(f"{body['kind']} by {deciding!r}")
        since_s = before["at_s"].get(id(before["state"].suggestion))
        if since_s is None or at_s - since_s < 1.0 - 1e-9:
            self._fault(f"decided after {since_s} at {at_s}: not seen for a second")

    def _judge_tick(self, before, deciding: str, body, at_s: float) -> None:
        self.seen.ticks += 1
        if at_s - self.last_tick_s < BETWEEN_TICKS_S - 1e-9:
            self._fault(f"two ticks within {at_s - self.last_tick_s:.3f} s")
        self.last_tick_s = at_s
        if before["phase"] is not self.window.desk.inject:
            self._fault("a tick on another screen")
        point = before["state"].plan.at(id=body["point"]["id"])[0]
        allowed = {point.dose.units}
        if before["in_dose"] and deciding in ("Return", "Enter"):
            allowed = {read_units(before["text"])}
        elif deciding not in TICKING:
            self._fault(f"a tick by {deciding!r}")
        if body["dose"]["units"] not in allowed:
            self._fault(f"given {body['dose']['units']}, and neither planned nor typed: {allowed}")

    def _judge_plan(self, before, body) -> None:
        now = {p.id: p.dose.units for p in parse_plan(body["plan"], TABLES).points}
        state, why = before["state"], body["why"]
        old = {p.id: p.dose.units for p in state.plan.points}
        changed = {name: dose for name, dose in now.items() if old.get(name) != dose}
        if "accepted" in why:
            expected = {p.id: p.dose.units for p in state.suggestion.resulting_plan.points}
            if now != expected:
                self._fault("accepted, and the plan is not the suggested one")
        elif why.startswith("edited: "):
            typed = [read_units(text) for text in before["typed"]]
            named = [change.point_id for change in state.suggestion.changes]
            if now != {**old, **dict(zip(named, typed, strict=True))}:
                self._fault(f"edited, and the plan has other units than {typed}")
        elif why == "decision taken back":
            if now != {p.id: p.dose.units for p in state.decided_about.points}:
                self._fault("taken back, and the plan is another one")
        elif changed and before["phase"] is not self.window.desk.prepare:
            self._fault(f"units changed outside Prepare and Decide: {why}")


def visible_parts(part: QWidget) -> Iterator[QWidget]:
    """Go through the widgets that are to be seen in `part`, and into no page that is hidden."""
    for child in part.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from visible_parts(child)


def says_a_change(card) -> bool:
    """Return whether a card shows units from and to."""
    labels = card.reasons_area.findChildren(QLabel)
    return any("→" in label.text() for label in labels if label.isVisibleTo(card))
