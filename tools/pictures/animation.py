"""``python tools/pictures/animation.py [FILE]``: the living face while brows are raised, as WebP.

The virtual patient on the virtual board, the real driver, the real window, drawn offscreen. Needs
what contributing needs (``make setup-dev``), and about half a minute.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage

from emg_device.registry import open_device
from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.visit import VisitSetup
from emg_ui.frame.application import make_application, use_offscreen
from emg_ui.frame.window import Window
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.run_request import demo_plan_path

FILE = Path(__file__).resolve().parents[2] / "docs" / "images" / "living_face.webp"
FROM_S, FRAMES, FRAME_S, WIDTH_PX = 22.0, 70, 0.12, 900
"""From the second repetition on, for a contraction and a half; snapshots come ten a second."""


def frames(window: Window) -> list[Image.Image]:
    """Return what the window shows, a picture each time."""
    taken: list[Image.Image] = []
    next_s = time.monotonic()
    while len(taken) < FRAMES:
        QCoreApplication.processEvents()
        time.sleep(0.004)
        if window.session.snapshot().streamed.time_s < FROM_S or time.monotonic() < next_s:
            continue
        next_s = time.monotonic() + FRAME_S
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = window.grab().toImage().scaledToWidth(WIDTH_PX, smooth)
        picture = shown.convertToFormat(QImage.Format.Format_RGB888)
        size, line = (picture.width(), picture.height()), picture.bytesPerLine()
        taken.append(Image.frombytes("RGB", size, bytes(picture.constBits()), "raw", "RGB", line))
    return taken


def main() -> None:
    """Run from the command line."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    use_offscreen()
    make_application()
    tables = load_tables()
    setup = VisitSetup(tables=tables, plan=load_plan(demo_plan_path(), tables))
    protocol = measuring_protocol("frontalis")
    device = open_device("virtual")
    with LiveSession(device, default_montage(8), setup, protocol=protocol) as session:
        window = Window(session, train=TrainScreen.of)
        window.resize(1280, 800)
        window.show()
        window.start()
        window.desk.show_phase(window.desk.screens.index(window.measure))
        first, *rest = frames(window)
        window.close()
    milliseconds = round(1000 * FRAME_S)
    first.save(file, save_all=True, append_images=rest, duration=milliseconds, loop=0, quality=55)
    sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.2f} MB, {FRAMES} pictures\n")


if __name__ == "__main__":
    main()
