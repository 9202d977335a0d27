"""`BoardActs`: what a person does about a board: look for it, take another, take its hum out."""

from __future__ import annotations

from emg_session.guide import Step
from emg_session.snapshot import LinkState
from emg_signal.errors import EmgError
from emg_ui.frame.desk import MEASURE
from emg_ui.frame.host import Host
from emg_ui.text.acts import hum_wanted_hz, with_place
from emg_ui.text.language import tr
from emg_ui.visit.visit_door import VisitDoor
from emg_ui.widgets.session_view import with_board


class BoardActs:
    """Does it at once, or says why not.

    Parameters
    ----------
    host
        The window.
    door
        Is told where the mains are; None where no other visit can be opened.
    """

    def __init__(self, host: Host, door: VisitDoor | None) -> None:
        self._host = host
        self._door = door

    def is_possible(self) -> bool:
        """Return whether this visit has a board at all."""
        return with_board(self._host.session)

    def reconnect(self) -> None:
        """Look for a lost board at once, or say why not."""
        session = self._host.session
        if not with_board(session) or session.snapshot().link is not LinkState.LOST:
            self._host.say(tr("No board is lost."))
        elif session.ended.is_set():
            self._host.say(
                tr("This stream has ended with its board: begin another visit (Ctrl+O).")
            )
        else:
            session.reconnect()
            self._host.say(tr("Looking for the board."))

    def take_other_board(self) -> None:
        """Go on with the board that answers in the place of a lost one, or say why not."""
        session = self._host.session
        if with_board(session) and session.snapshot().other_board:
            session.take_other_board()
        else:
            self._host.say(tr("No other board is asked about."))

    def take_hum_out(self) -> None:
        """Take hum out, now and in the visits to come, or say why not."""
        host = self._host
        session, stream = host.session, host.session.snapshot().stream
        sites = () if stream is None else stream.sites
        found_hz = hum_wanted_hz(site.quality.remedy for site in sites)
        if not with_board(session) or found_hz is None:
            host.say(tr("No hum is found now."))
            return
        try:
            session.follow_hum(found_hz)
        except EmgError as error:
            host.say(with_place(str(error), error.remedy))
            return
        host.set_settings(host.settings.changed(mains_hz=round(found_hz)))
        if self._door is not None:
            self._door.mains_hz = found_hz
        host.say(tr("Hum of {hz:g} Hz is taken out from now on; calibrate again.", hz=found_hz))

    def open_step(self, step: Step) -> None:
        """Show a step of the measurement."""
        desk = self._host.desk
        if desk.measure is not None:
            desk.show_phase(MEASURE)
            desk.measure.open_step(step)
