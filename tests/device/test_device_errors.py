"""What bad input gets: a typed error in time, one line that names the cause and the remedy."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from emg_device.cyton import CytonDevice
from emg_device.port import PortGuard, holders_of, is_pseudo_terminal
from emg_device.registry import GROUP, driver_of, known_devices, open_device, parse_spec
from emg_signal.errors import (
    ConfigError,
    DeviceBusyError,
    DeviceError,
    DeviceNotFoundError,
    DeviceProtocolError,
    EmgError,
)
from emg_simulators.pseudo_terminal import PseudoTerminal


@contextmanager
def answering(answer: bytes | None, *, echo: bool = False) -> Iterator[str]:
    """Yield a port behind which something answers each question with `answer`."""
    done = threading.Event()
    with PseudoTerminal() as terminal:

        def serve() -> None:
            while not done.is_set():
                seen = terminal.read(0.02)
                if seen and echo:
                    terminal.write(seen)
                elif seen and answer:
                    terminal.write(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield terminal.name
        finally:
            done.set()
            thread.join()


HASTE = 5
LATE_S = HASTE * 1.0
"""Late wake-ups of a busy machine, by that clock."""


def fast_clock() -> float:
    return HASTE * time.monotonic()


def opening(port: str) -> tuple[EmgError, float]:
    """Open a Cyton on `port`, and return the error and how long it took by its own clock."""
    begun_s = fast_clock()
    with pytest.raises(EmgError) as caught:
        CytonDevice(port, clock=fast_clock).open()
    return caught.value, fast_clock() - begun_s


def one_line(error: EmgError) -> str:
    text = str(error)
    assert "\n" not in text
    assert error.remedy, text
    return text


def test_no_such_port() -> None:
    error, _ = opening("/dev/ttyNoSuchBoard")
    assert isinstance(error, DeviceNotFoundError)
    assert "There is no port /dev/ttyNoSuchBoard" in one_line(error)


def test_a_file_is_no_port(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error, _ = opening(str(tmp_path / "file"))
    assert "is not a serial port" in one_line(error)


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no such device here")
def test_a_device_that_is_no_terminal_is_no_port() -> None:
    """Many programs have /dev/null open: naming one of them would send people astray."""
    error, _ = opening("/dev/null")
    assert isinstance(error, DeviceNotFoundError)
    assert "/dev/null is not a serial port." in one_line(error)


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("playback:r.csv?speed=1e9", "A speed of 1e9 is not possible. Use 0.25 to 8"),
        ("playback:r.csv?speed=100", "A speed of 100 is not possible"),
        ("playback:r.csv?start=-4", "cannot begin at -4 s"),
        ("text:/dev/x?scale_uv=1&fs_hz=0", "fs_hz=0.*out of range.*from 1 to 20000"),
        ("text:/dev/x?scale_uv=1&baud=0", "baud=0.*out of range"),
        ("text:/dev/x?scale_uv=1&bits=99", "bits=99.*whole number from 1 to 32"),
        ("chords:/dev/x?scale_uv=1&channels=0", "channels=0.*from 1 to 16"),
        ("cyton_wifi:127.0.0.1?port=70000", "port=70000.*from 1 to 65535"),
        ("cyton:/dev/x?reference=left", "no reference 'left'"),
        ("virtual?burst_ms=-5", "burst_ms=-5.*out of range"),
        ("virtual?signal=noise", "no signal 'noise'"),
        ("virtual?impedance_ohm=-5", "are no resistors"),
    ],
)
def test_a_value_that_cannot_be_is_refused_before_anything_is_opened(spec: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        open_device(spec)
    one_line(caught.value)


@pytest.mark.parametrize("spec", ["brainflow:-3?master_board=0", "brainflow:-3?master_board=x"])
def test_brainflows_playback_needs_its_file(spec: str) -> None:
    with pytest.raises(ConfigError, match="needs its file"):
        open_device(spec).open()


def test_a_silent_board() -> None:
    with answering(None) as port:
        error, took_s = opening(port)
    assert isinstance(error, DeviceNotFoundError)
    assert f"Nothing answers on {port}" in one_line(error)
    assert took_s < 3 + LATE_S


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"Arduino ready\r\n", "no OpenBCI Cyton: 41 72"),
        (b"\x00\xff\x80garbage", "no OpenBCI Cyton: 00 ff 80"),
        (b"OpenBCI V3 but never ends", "no OpenBCI Cyton"),
    ],
)
def test_another_board(answer: bytes, says: str) -> None:
    with answering(answer) as port:
        error, took_s = opening(port)
    assert isinstance(error, DeviceProtocolError)
    assert says in one_line(error)
    assert took_s < 3 + LATE_S


def test_an_echo() -> None:
    with answering(b"", echo=True) as port:
        error, _ = opening(port)
    assert isinstance(error, DeviceProtocolError)
    assert "no OpenBCI Cyton" in one_line(error)


def test_a_dongle_without_its_board() -> None:
    with answering(b"Failure: Communications timeout - Device failed to poll Host$$$") as port:
        error, took_s = opening(port)
    assert "dongle" in one_line(error)
    assert "battery" in one_line(error)
    assert took_s < 3 + LATE_S


def test_a_port_that_another_of_ours_has() -> None:
    with answering(None) as port:
        guard = PortGuard(port)
        error, took_s = opening(port)
        guard.release()
    assert isinstance(error, DeviceBusyError)
    assert f"{port} is in use" in one_line(error)
    assert took_s < 1 * HASTE


def test_a_port_that_another_process_of_ours_has() -> None:
    with answering(None) as port, holding(port, "from emg_device.port import PortGuard as open"):
        error, took_s = opening(port)
    assert isinstance(error, DeviceBusyError)
    assert took_s < 1 * HASTE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a port open")
def test_a_port_that_a_plain_program_has_names_the_program() -> None:
    with answering(None) as port, holding(port, "pass") as process:
        assert holders_of(port) == [f"{name_of(process.pid)} (process {process.pid})"]
        error, _ = opening(port)
    assert isinstance(error, DeviceBusyError)
    assert f"process {process.pid}" in one_line(error)


@contextmanager
def holding(port: str, prelude: str) -> Iterator[subprocess.Popen]:
    """Let another process have `port` open."""
    code = f"{prelude}\nimport sys\nf = open({port!r})\nprint('open', flush=True)\nsys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield process
    finally:
        process.communicate()


def name_of(pid: int) -> str:
    return Path(f"/proc/{pid}/comm").read_text().strip()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody"
)
def test_a_port_without_permission() -> None:
    """As root every port opens: another process gives its rights up first."""
    with answering(None) as port:
        Path(port).chmod(0o600)
        code = (
            "import os\nfrom emg_device.port import PortGuard\nos.setuid(65534)\n"
            f"try:\n    PortGuard({port!r})\nexcept Exception as error:\n"
            "    print(type(error).__name__, error)"
        )
        said = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout
    assert said.startswith(f"{DeviceError.__name__} No permission to open {port}")
    assert "dialout" in said
    assert said.count("\n") == 1


def test_an_unknown_board_lists_the_known_ones() -> None:
    with pytest.raises(DeviceNotFoundError, match=r"'toaster'.*brainflow.*cyton.*playback"):
        open_device("toaster:/dev/ttyUSB0")


@pytest.mark.parametrize(
    ("target", "kind", "says"),
    [
        ("no_such_library_at_all:Board", DeviceNotFoundError, "library that is missing"),
        ("json:no_such_name", DeviceError, "leads nowhere"),
        ("json:dumps", DeviceError, "not a subclass of Device"),
    ],
)
def test_a_driver_that_cannot_be_loaded_breaks_itself_alone(
    target: str, kind: type[DeviceError], says: str
) -> None:
    known = {"odd": EntryPoint("odd", target, GROUP)}
    with pytest.raises(kind, match=says) as caught:
        driver_of("odd", known)
    one_line(caught.value)


def test_an_unknown_board_of_brainflow() -> None:
    with pytest.raises(DeviceNotFoundError, match="no board 4711"):
        open_device("brainflow:4711").open()
    with pytest.raises(ConfigError, match="'cyton' is not a number"):
        open_device("brainflow:cyton")


@pytest.mark.parametrize("text", ["", ":x", "cyton:/dev/x?gain", "cyton:/dev/x?=24"])
def test_a_spec_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ConfigError):
        parse_spec(text)


@pytest.mark.parametrize("gain", ["5", "-24", "nan", "24_0", "٢٤", "2,4"])
def test_a_gain_that_the_board_lacks(gain: str) -> None:
    with pytest.raises(ConfigError, match="gain"):
        open_device(f"cyton:/dev/ttyUSB0?gain={gain}")


def test_a_spec_goes_there_and_back() -> None:
    text = "cyton:/dev/ttyUSB0?gain=24&other=3=mV"
    spec = parse_spec(text)
    assert (spec.name, spec.address) == ("cyton", "/dev/ttyUSB0")
    assert spec.options == {"gain": "24", "other": "3=mV"}
    assert str(spec) == text


def test_every_driver_can_be_imported() -> None:
    for name, point in known_devices().items():
        driver = point.load()
        assert driver.example.partition(":")[0] == name


def test_a_pseudo_terminal_is_known_even_behind_a_link(tmp_path: Path) -> None:
    with PseudoTerminal(tmp_path / "ttyUSB0") as terminal:
        assert is_pseudo_terminal(terminal.path)
        assert is_pseudo_terminal(str(tmp_path / "ttyUSB0"))
    assert not is_pseudo_terminal("/dev/null")
