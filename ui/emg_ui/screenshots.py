"""``python -m emg_ui.screenshots FOLDER``: pictures of every state, made by one real session.

The virtual patient on the virtual board, the real driver, the real window, drawn offscreen: what
the pictures show is what a person sees at that moment. It takes about a minute, as the session
does. ``screenshot.png`` is the README's first screen.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_device.registry import open_device
from emg_dosing.examination import Examination
from emg_dosing.tables import load_tables
from emg_session.files import default_montage, load_plan
from emg_session.live import LiveSession
from emg_session.snapshot import LinkState
from emg_simulators.virtual_device import VirtualDevice
from emg_ui.application import make_application, use_offscreen
from emg_ui.measuring_protocol import measuring_protocol
from emg_ui.run_request import VIRTUAL, demo_plan_path
from emg_ui.theme import DARK, LIGHT, Look
from emg_ui.window import Window

SIZES = ((1280, 800), (1920, 1080))
LONGEST_S = 60.0


@dataclass
class Photographer:
    """Takes pictures of a window as its session goes on."""

    window: Window
    session: LiveSession
    folder: Path

    def run(self, seconds: float) -> None:
        """Let the window live for `seconds`."""
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            make_application().processEvents()
            time.sleep(0.004)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Let the window live until `condition` holds."""
        until_s = time.monotonic() + LONGEST_S
        while not condition():
            if time.monotonic() > until_s:
                raise TimeoutError("the session did not come to the next picture")
            self.run(0.05)

    def take(self, name: str) -> None:
        """Save what the window shows as ``name.png``."""
        self.run(0.3)
        self.window.grab().save(str(self.folder / f"{name}.png"))
        sys.stdout.write(f"{name}.png\n")


def take_all(folder: Path) -> None:
    """Take every picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    tables = load_tables()
    device = open_device(VIRTUAL)
    with tempfile.TemporaryDirectory() as temporary:
        session = LiveSession(
            device,
            default_montage(8),
            plan=load_plan(demo_plan_path(), tables),
            tables=tables,
            protocol=measuring_protocol("frontalis"),
            record=Path(temporary) / "demo.evenhand",
        )
        session.treatment.set_examination(Examination.nothing_found())
        with session:
            window = Window(session)
            window.resize(*SIZES[0])
            window.show()
            window.start()
            _follow(Photographer(window, session, folder))
            if isinstance(device, VirtualDevice) and device.board is not None:
                _lose(Photographer(window, session, folder), device.board.process.pid)
            window.close()


def _lose(camera: Photographer, board: int) -> None:
    """Let the board fall silent, as one whose battery died, and go on after the picture."""
    camera.window.desk.show_phase(1)
    os.kill(board, signal.SIGSTOP)
    camera.wait_for(lambda: camera.session.snapshot().link is LinkState.LOST)
    camera.take("ui_lost")
    os.kill(board, signal.SIGCONT)


def _follow(camera: Photographer) -> None:
    """Take the pictures of a session from its first second to the sheet."""
    window, session = camera.window, camera.session
    camera.run(1.2)
    camera.take("ui_uncalibrated")
    camera.wait_for(lambda: session.snapshot().time_s > 8.5)
    camera.take("ui_calibrating")
    camera.wait_for(lambda: session.snapshot().time_s > 23.5)
    camera.take("ui_measuring")
    camera.wait_for(lambda: session.snapshot().suggestion is not None)
    camera.take("screenshot")
    camera.take("ui_suggestion")
    for theme, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        window.set_look(Look(theme, scale))
        camera.take(f"ui_measure_{theme.name}_{scale:.0%}".replace("%", ""))
    window.set_look(Look())
    window.resize(*SIZES[1])
    camera.take("ui_measure_1920")
    window.resize(*SIZES[0])
    for number, name in ((0, "ui_prepare"), (2, "ui_decide")):
        window.desk.show_phase(number)
        camera.take(name)
    window.desk.decide.suggestion.answers.edit()
    camera.take("ui_edit")
    window.desk.decide.suggestion.answers.accept()
    window.desk.show_phase(3)
    for _ in range(2):
        window.desk.inject.give()
    camera.take("ui_inject")
    window.desk.show_phase(4)
    camera.take("ui_review")
    window.set_look(Look(LIGHT, 2.0))
    window.desk.show_phase(0)
    camera.take("ui_prepare_light_200")
    window.set_look(Look())


def main() -> None:
    """Run from the command line."""
    use_offscreen()
    take_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/images"))


if __name__ == "__main__":
    main()
