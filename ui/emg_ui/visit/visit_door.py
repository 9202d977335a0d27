"""`VisitDoor`: how a person and a board that were chosen in the window become a visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_device.devices import FoundDevice, list_devices
from emg_device.registry import driver_of, parse_spec
from emg_dosing.tables import Tables, load_tables
from emg_session.clocks import utc_now
from emg_session.live import LiveSession
from emg_session.no_board import NoBoardVisit
from emg_session.patience import require_answer
from emg_session.record_folder import new_record
from emg_session.session_settings import SessionSettings
from emg_session.visits import VisitFolder
from emg_signal.errors import EmgError
from emg_ui.visit.run_request import RunRequest, make_session, person_of
from emg_ui.visit.visit_request import VisitRequest, make_visit
from emg_ui.widgets.session_view import SessionView


@dataclass(frozen=True, slots=True)
class VisitChoice:
    """Who is treated, and with which board.

    Parameters
    ----------
    person
        Label; empty for the virtual patient alone.
    device
        ``NAME[:ADDRESS][?key=value]``; empty for no board.
    again
        A closed visit of this person to go on with, or None.
    place
        File to record into, where the usual folder cannot be; None for a new one there.
    """

    person: str
    device: str = ""
    again: Path | None = None
    place: Path | None = None


class VisitDoor:
    """Opens one visit after the other, each in a file of its own.

    Parameters
    ----------
    folder
        Where session files are kept.
    device
        Board of the visit that is open now; empty for none.
    load, ports
        Dosing tables, and the ports that a board may be on.
    mains_hz
        Where the notch of a visit begun here stands, Hz.
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: str = "",
        load: Callable[[], Tables] = load_tables,
        ports: Callable[[], tuple[FoundDevice, ...]] = list_devices,
        mains_hz: float = 50.0,
    ) -> None:
        self.visits = VisitFolder(folder)
        self.device = device
        self._load, self._ports, self.mains_hz = load, ports, mains_hz

    def boards(self) -> tuple[FoundDevice, ...]:
        """Return what is plugged in; nothing is opened."""
        return tuple(found for found in self._ports() if found.address)

    def open(self, choice: VisitChoice, ending: SessionView) -> SessionView:
        """Close the visit that is open and return the chosen one, started.

        What is written wrongly is refused before anything is closed.

        Raises
        ------
        EmgError
            The board cannot be reached, or what was chosen cannot be used. The visit before goes
            on, unless it was on that very board.
        """
        session: LiveSession | NoBoardVisit
        person_of(choice.person, None)
        require_answer((choice.again or choice.place or self.visits.path / "new").parent)
        if choice.device:
            driver_of(parse_spec(choice.device).name)
            if choice.device == self.device:
                ending.stop()  # a board has one owner
            session = make_session(
                RunRequest(
                    choice.device,
                    person=choice.person,
                    record=choice.place or new_record(self.visits.path, utc_now()),
                    folder=self.visits.path,
                    settings=SessionSettings(mains_hz=self.mains_hz),
                ),
                load=self._load,
            )
            try:
                session.start()
            except EmgError:
                session.stop()
                raise
            ending.stop()
        else:
            person = choice.person if choice.again is None else ""
            request = VisitRequest(
                person, record=choice.place, folder=self.visits.path, again=choice.again
            )
            session = make_visit(request, load=self._load)
            session.start()
            ending.stop()
        self.device = choice.device
        return session

    def play(self, spec: str, ending: SessionView) -> SessionView:
        """Close the visit that is open and return a recording, playing; nothing is recorded of it.

        Raises
        ------
        EmgError
            The recording cannot be played. The visit before goes on.
        """
        settings = SessionSettings(mains_hz=self.mains_hz)
        session = make_session(
            RunRequest(spec, folder=self.visits.path, settings=settings), load=self._load
        )
        try:
            session.start()
        except EmgError:
            session.stop()
            raise
        ending.stop()
        self.device = ""
        return session
