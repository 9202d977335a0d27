"""`Pages`: what is asked and told over the window: first start, help, tour, numbers, settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from emg_session.snapshot import Snapshot
from emg_ui.frame.about import FirstStart, about_page, labels_page, program_version
from emg_ui.frame.country_question import CountryQuestion
from emg_ui.frame.desk import origin_sentence
from emg_ui.frame.help_page import help_page
from emg_ui.frame.host import Host
from emg_ui.frame.number_panel import NumberPanel
from emg_ui.frame.settings_dialog import SettingsDialog
from emg_ui.frame.tour import Tour
from emg_ui.widgets.overlay import Overlay


class Pages:
    """Opens one page after the other over the window.

    Parameters
    ----------
    host
        The window, which the pages ask and tell of.
    over
        The same window, as the widget that they lie over.
    """

    def __init__(self, host: Host, *, over: QWidget) -> None:
        self._host = host
        self._over = over
        self.overlay: Overlay | None = None
        """What covers the desk, if anything does; it goes with the desk."""

    def greet(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask a first reader to read what this is, and lead them round; then go on.

        Who does not agree is shown out.
        """
        host = self._host
        if host.settings.acknowledged:
            self._ask_country(then)
            return
        notice = FirstStart(self._over, look=host.desk.look)

        def agreed() -> None:
            host.set_settings(host.settings.changed(acknowledged=program_version()))
            self._ask_country(then)

        notice.accepted.connect(agreed)
        notice.rejected.connect(self._over.close)
        notice.open()

    def _ask_country(self, then: Callable[[], object]) -> None:
        """Ask where the program is used, unless settings or the clinic's policy say so."""
        host = self._host
        if host.settings.country or host.session.treatment.country:
            self._lead_round(then)
            return
        question = CountryQuestion(self._over, look=host.desk.look, stripe=self._stripe())
        question.chosen.connect(lambda code: host.set_settings(host.settings.changed(country=code)))
        question.finished.connect(lambda _: self._lead_round(then))
        question.open()

    def _lead_round(self, then: Callable[[], object]) -> None:
        if self._host.settings.tour_seen:
            then()
        else:
            self.show_tour().closed.connect(then)

    def show_help(self) -> None:
        """Say what the screen in front is for, and its keys."""
        desk = self._host.desk
        help_page(self._over, desk.phase, desk.commands, stripe=self._stripe()).open()

    def show_about(self) -> None:
        """Show version, licence and sources."""
        look, tables = self._host.desk.look, self._host.session.tables
        about_page(self._over, look=look, tables=tables, stripe=self._stripe()).open()

    def has_labels(self) -> bool:
        """Return whether there are tables, whose labels can be shown."""
        return self._host.session.tables is not None

    def show_labels(self) -> None:
        """Show every row of the label of the plan's product, of all products before a plan."""
        session, look = self._host.session, self._host.desk.look
        tables, plan = session.tables, session.treatment.state.plan
        if tables is None:
            return
        product = "" if plan is None else plan.product_id
        stripe = self._stripe()
        labels_page(self._over, look=look, tables=tables, stripe=stripe, product_id=product).open()

    def show_settings(self) -> None:
        """Let everything be chosen."""
        dialog = SettingsDialog(self._over, self._host.settings, stripe=self._stripe())
        dialog.chosen.connect(self._host.set_settings)
        dialog.open()

    def _stripe(self) -> str:
        return origin_sentence(self._host.session.snapshot().origin)

    def show_numbers(self) -> NumberPanel:
        """Say what stands behind each number of the screen in front."""
        desk = self._host.desk
        panel = NumberPanel(desk, desk.phase, self._host.session.snapshot())
        self._open(panel)
        return panel

    def show_tour(self) -> Tour:
        """Lead through the phases."""
        host = self._host
        tour = Tour(host.desk)
        tour.closed.connect(lambda: host.set_settings(host.settings.changed(tour_seen=True)))
        self._open(tour)
        return tour

    def _open(self, overlay: Overlay) -> None:
        self.overlay = overlay
        overlay.closed.connect(self._close_overlay)
        overlay.open()

    def _close_overlay(self) -> None:
        self.overlay = None
        self._host.desk.phase.take_focus()

    def uncover(self) -> None:
        """Let what the desk says of the record be seen."""
        if self.overlay is not None:
            self.overlay.leave()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Let the numbers that are asked about follow."""
        if isinstance(self.overlay, NumberPanel):
            self.overlay.show_snapshot(snapshot)
