"""A window on Prepare, and plans to begin it with."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_dosing.label_template import label_templates
from emg_dosing.plan import Plan, Syringe, Vial

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(open_window, session, **how):
    window = open_window(session, **how)
    window.activateWindow()
    QApplication.processEvents()
    window.desk.show_phase(0)
    return window


def plan_of(session) -> Plan:
    plan = session.treatment.state.plan
    assert plan is not None
    return plan


def upper_face(tables, product="botox_cosmetic_us") -> Plan:
    template = max(label_templates(product, tables), key=lambda t: len(t.points))
    return Plan(product, template.points, vial=Vial(100, 2.5), syringe=Syringe(1.0, 0.01, 5.0))


class EarlierVisits:
    """A history with earlier visits of the staged person, a year apart, newest first."""

    def __init__(self, session, *plans):
        self.subject = session.history.subject
        self.visits = ()
        self.problems = ()
        self._found = tuple((plan, Began(2025 - n)) for n, plan in enumerate(plans))

    def plans(self, tables):
        return self._found


class Began:
    """When a visit began."""

    def __init__(self, year):
        self.began = dt.datetime(year, 10, 6, 9, tzinfo=dt.UTC)
