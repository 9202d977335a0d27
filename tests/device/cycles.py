"""Opens, starts, stops and closes drivers again and again, and says what was left behind.

``python cycles.py CYCLES DRIVER...`` runs each driver on its virtual board, stream or file and
prints one JSON line for each: the threads (those of vendors' libraries among them) and descriptors
that stayed. A process of its own, because a vendor's library may wait for itself: drivers in
different processes run beside each other (test_cycles.py).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
from lsl_outlet import sent_elsewhere

from emg_device.contract import left_by
from emg_device.registry import open_device
from emg_session.visit import VisitSetup
from emg_simulators.board_process import BoardProcess

N_SAMPLES = 4000


def on_board(spec: str, *arguments: str) -> Callable[[], AbstractContextManager[str]]:
    """Return what starts a virtual board and yields the spec with its port put in."""

    @contextmanager
    def start() -> Iterator[str]:
        board = BoardProcess(list(arguments))
        try:
            yield spec.format(port=board.port)
        finally:
            board.end()

    return start


def on_file(spec: str, write: Callable[[Path], None]) -> Callable[[], AbstractContextManager[str]]:
    """Return what writes a recording and yields the spec with its path put in."""

    @contextmanager
    def start() -> Iterator[str]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "recording"
            write(path)
            yield spec.format(path=path)

    return start


@contextmanager
def plain(spec: str) -> Iterator[str]:
    """Yield the spec of what needs nothing beside it."""
    yield spec


@contextmanager
def on_stream() -> Iterator[str]:
    """Send an LSL stream, and yield its spec."""
    with sent_elsewhere("evenhand-cycles") as name:
        yield f"lsl:{name}"


def wave() -> np.ndarray:
    return 50.0 * np.sin(np.arange(N_SAMPLES)[:, None] / 7.0 + np.arange(2))


def write_openbci(path: Path) -> None:
    head = "%OpenBCI Raw EEG Data\n%Number of channels = 2\n%Sample Rate = 250 Hz\n"
    names = "Sample Index, EXG Channel 0, EXG Channel 1, Timestamp\n"
    rows = (f"{n % 256}, {a}, {b}, {1.6e9 + n / 250:.3f}\n" for n, (a, b) in enumerate(wave()))
    path.write_text(head + "%Board = OpenBCI_GUI$BoardCytonSerial\n" + names + "".join(rows))


def write_sd(path: Path) -> None:
    words = ",".join(["000100"] * 8)
    path.write_text("\n".join(f"{n % 256:02X},{words}" for n in range(N_SAMPLES)))


def write_brainflow(path: Path) -> None:
    rows = np.zeros((N_SAMPLES, 24))
    rows[:, 0] = np.arange(N_SAMPLES) % 256
    rows[:, 1:3] = wave()
    rows[:, 22] = 1.7e9 + np.arange(N_SAMPLES) / 250
    np.savetxt(path, rows, fmt="%.6f", delimiter="\t")


def write_edf(path: Path) -> None:
    import edfio

    signals = [
        edfio.EdfSignal(one, sampling_frequency=500, physical_dimension="uV") for one in wave().T
    ]
    edfio.Edf(signals).write(path)


def write_bdf(path: Path) -> None:
    import edfio

    signals = [
        edfio.BdfSignal(one, sampling_frequency=500, physical_dimension="uV") for one in wave().T
    ]
    edfio.Bdf(signals).write(path)


def write_csv(path: Path) -> None:
    rows = (f"{n / 1000:.4f},{a},{b}\n" for n, (a, b) in enumerate(wave()))
    path.write_text("time [s],left [uV],right [uV]\n" + "".join(rows))


def write_acqknowledge(path: Path) -> None:
    head = "recording.acq\n1 msec/sample\n2 channels\nleft\nmV\nright\nmV\nCH1,CH2\n"
    rows = (f"{a / 1e3},{b / 1e3}\n" for a, b in wave())
    path.write_text(head + f"{N_SAMPLES},{N_SAMPLES}\n" + "".join(rows))


def write_xdf(path: Path) -> None:
    from xdf_file import xdf_file

    path.write_bytes(xdf_file(wave(), 500.0))


def write_session(path: Path) -> None:
    from emg_session.live import LiveSession
    from emg_session.montage_files import default_montage

    board = open_device("virtual:demo?link=memory")
    with LiveSession(board, default_montage(8), VisitSetup(record=path)) as session:
        session.ended.wait(1.5)


WIFI = "cyton_wifi:127.0.0.1?port=6988"
DRIVERS: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "cyton": on_board("cyton:{port}", "cyton", "--signal", "index"),
    "daisy": on_board("daisy:{port}", "cyton", "--daisy", "--signal", "index"),
    "ganglion": on_board(
        "ganglion:{port}?mac_address=c0:c0:ff:ee:00:01", "ganglion", "--signal", "index"
    ),
    "wifi": on_board(WIFI, "wifi", "--signal", "index"),
    "framed": on_board("framed:{port}", "framed", "--signal", "index"),
    "text": on_board("text:{port}?scale_uv=4&bits=10&fs_hz=250", "text", "--signal", "sine"),
    "chords": on_board("chords:{port}?scale_uv=4", "chords", "--signal", "sine"),
    "lsl": on_stream,
    "virtual in process": lambda: plain("virtual:demo?link=memory"),
    "BrainFlow synthetic": lambda: plain("brainflow:-1"),
    "BrainFlow playback": on_file("brainflow:-3?file={path}&master_board=0", write_brainflow),
    "playback of OpenBCI GUI text": on_file("playback:{path}?speed=8", write_openbci),
    "playback of OpenBCI SD text": on_file("playback:{path}?speed=8", write_sd),
    "playback of BrainFlow's files": on_file("playback:{path}?speed=8", write_brainflow),
    "playback of EDF+": on_file("playback:{path}?speed=8", write_edf),
    "playback of BDF+": on_file("playback:{path}?speed=8", write_bdf),
    "playback of XDF": on_file("playback:{path}?speed=8", write_xdf),
    "playback of CSV": on_file("playback:{path}?speed=8", write_csv),
    "playback of AcqKnowledge text": on_file("playback:{path}?speed=8", write_acqknowledge),
    "playback of a session": on_file("session:{path}?speed=8", write_session),
}


def run(name: str, cycles: int) -> dict[str, object]:
    """Return what driver `name` left behind after so many cycles."""
    with DRIVERS[name]() as spec:
        begun_s = time.monotonic()
        left = left_by(lambda: open_device(spec), cycles)
        took_s = time.monotonic() - begun_s
    return {"driver": name, "left": sorted(left), "took_s": round(took_s, 1)}


if __name__ == "__main__":
    for driver in sys.argv[2:]:
        print(json.dumps(run(driver, int(sys.argv[1]))), flush=True)
