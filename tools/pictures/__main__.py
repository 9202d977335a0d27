"""``python tools/pictures [FOLDER] [NAME …]``: pictures of every state, for the docs.

The virtual patient on the virtual board, the real driver, the real window, drawn offscreen: what
the pictures show is what a person sees at that moment. What there is to photograph stands in
`states`; with names given, only those are saved, and into docs/images only those that lie there
already (the pages show them). It takes as long as the sessions do.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np
from measure_pictures import MEASUREMENT
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog
from states import ROLLS, Moment, Roll, State, View
from train_pictures import take_training
from visit_pictures import take_visit

from emg_device.registry import open_device
from emg_dosing.examination import Examination
from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.visit import VisitSetup
from emg_ui.frame.application import make_application, use_offscreen
from emg_ui.frame.window import Window
from emg_ui.text.settings import Settings
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.text.translation import choose_language
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.obedient_patient import follower_of
from emg_ui.visit.run_request import demo_plan_path

LONGEST_S = 90.0
SETTLED_S = 0.3
"""Until a desk that was made anew has laid itself out and shows numbers."""
COLOURS = 256
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
"""Those that a page shows; the other states are worth a look, not a place in the history."""


@dataclass
class Camera:
    """Takes pictures of a window as its session goes on."""

    moment: Moment
    folder: Path
    wanted: frozenset[str]

    def follow(self, states: Iterable[State]) -> None:
        """Wait for each state in turn and take its pictures."""
        for state in states:
            self._wait_for(state)
            if state.phase is not None:
                self.moment.window.desk.show_phase(state.phase)
            state.stage(self.moment)
            for view in state.views:
                self._take(state, view)
            self._look_as(View())
            state.after(self.moment)

    def _run(self, seconds: float) -> None:
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            QCoreApplication.processEvents()
            # No loop runs here to delete a desk that was made anew: it would go on drawing.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.004)

    def _wait_for(self, state: State) -> None:
        until_s = time.monotonic() + LONGEST_S
        while not state.ready(self.moment.session.snapshot()):
            if time.monotonic() > until_s:
                raise TimeoutError(f"the session did not come to {state.name}")
            self._run(0.05)

    def _look_as(self, view: View) -> None:
        window = self.moment.window
        window.resize(*view.size)
        window.set_settings(
            window.settings.changed(
                theme=view.theme, text_scale=view.text_scale, language=view.language
            )
        )

    def _take(self, state: State, view: View) -> None:
        name = f"{state.name}_{view.name}" if view.name else state.name
        if self.wanted and name not in self.wanted:
            return
        self._look_as(view)
        self._run(SETTLED_S)
        QCoreApplication.sendPostedEvents()  # what the last snapshot changed is laid out
        picture = few_colours(with_dialogs(self.moment.window).toImage())
        picture.save(str(self.folder / f"{name}.png"), quality=0)
        sys.stdout.write(f"{name}.png\n")


def with_dialogs(window: Window) -> QPixmap:
    """Return the window as it is, with the dialogs over it."""
    picture = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
            painter.drawPixmap(dialog.pos() - window.pos(), dialog.grab())
            painter.end()
    return picture


def few_colours(picture: QImage) -> QImage:
    """Return a picture in its 256 most frequent colours: text stays sharp, the file is small."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    width, height = plain.width(), plain.height()
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    colours, inverse, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(counts)[::-1][:COLOURS]]
    apart = np.abs(_channels(colours)[:, None, :] - _channels(kept)[None, :, :]).sum(axis=2)
    indices = np.argmin(apart, axis=1).astype(np.uint8)[inverse]
    small = QImage(indices.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    small.setColorTable([int(colour) for colour in kept])
    return small.copy()  # of its own memory


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int16]:
    """Return red, green and blue of colours, shape (n, 3)."""
    return np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)], axis=1).astype(np.int16)


def take(roll: Roll, folder: Path, wanted: frozenset[str]) -> None:
    """Take the pictures of one session."""
    names = {f"{s.name}_{v.name}".removesuffix("_") for s in roll.states for v in s.views}
    if wanted and not wanted & names:
        return
    tables = load_tables()
    with ExitStack() as stack:
        temporary = stack.enter_context(tempfile.TemporaryDirectory())
        device = open_device(roll.device)
        session = LiveSession(
            device,
            default_montage(8),
            VisitSetup(
                tables=tables,
                plan=load_plan(demo_plan_path(), tables) if roll.planned else None,
                record=Path(temporary) / "demo.evenhand",
            ),
            protocol=measuring_protocol("frontalis") if roll.planned and not roll.guided else None,
            on_protocol=follower_of(device),
        )
        if roll.planned:
            session.treatment.set_examination(Examination.nothing_found())
        stack.enter_context(session)
        window = Window(
            session,
            settings=Settings(language="en"),
            train=TrainScreen.of,
            now_s=count(1.0).__next__,  # a second between two looks: nobody is in haste here
        )
        stack.callback(window.close)
        window.resize(*View().size)
        window.show()
        window.start()
        Camera(Moment(window, session, device), folder, wanted).follow(roll.states)


def main() -> None:
    """Run from the command line."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    use_offscreen()
    make_application()
    choose_language("en")
    wanted = frozenset(sys.argv[2:])
    if not wanted and folder.resolve() == IMAGES:
        wanted = frozenset(path.stem for path in IMAGES.iterdir())
    for roll in (*ROLLS, MEASUREMENT):
        take(roll, folder, wanted)
    take_visit(lambda moment, states: Camera(moment, folder, wanted).follow(states))
    take_training(folder, wanted, saved=few_colours)


if __name__ == "__main__":
    main()
