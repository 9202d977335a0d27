"""Other boards of BrainFlow: synthetic, playback and streaming boards, and the WiFi shield."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import own_network
import pytest
from brainflow.board_shim import BoardShim, BrainFlowInputParams
from brainflow.exit_codes import BrainFlowError, BrainFlowExitCodes

from emg_device.base import Device
from emg_device.brainflow_driver import EXPLANATIONS, BrainFlowDevice
from emg_device.contract import DeviceContract, read_some
from emg_device.cyton_wifi import CytonWifiDevice
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceNotFoundError, DeviceProtocolError
from emg_simulators.board_process import BoardProcess

pytestmark = pytest.mark.real_time


class TestSyntheticContract(DeviceContract):
    spec = DeviceSpec("brainflow", "-1")

    def make_device(self) -> Device:
        return open_device("brainflow:-1")

    def test_it_is_simulated_and_has_its_emg_rows(self) -> None:
        with self.make_device() as device:
            info = device.info
        assert (info.n_channels, info.fs_hz, info.origin) == (16, 250, Origin.SIMULATED)


def test_a_board_without_emg_rows_shows_its_eeg_rows_and_says_so() -> None:
    device = BrainFlowDevice(57, {"serial_port": "/dev/none"})
    info = device._identify(device._describe())
    assert info.n_channels == 8
    assert any("EEG rows" in note for note in info.notes)
    assert any("clock alone" in note for note in info.notes)


def test_a_marker_of_a_board_is_an_event() -> None:
    """Put in by BrainFlow's own call: a second shim of the board, freed after it, is the same."""
    shim = BoardShim(-1, BrainFlowInputParams())
    with open_device("brainflow:-1") as device:
        device.start()
        chunks = read_some(device, 3)
        shim.insert_marker(7.0)
        end_s = time.monotonic() + 10
        while not any(chunk.events for chunk in chunks) and time.monotonic() < end_s:
            chunks += read_some(device, 2)
    (event,) = [event for chunk in chunks for event in chunk.events]
    assert event.name == "marker 7"
    assert chunks[0].first_index <= event.index < chunks[-1].next_index


def test_brainflows_playback_board(tmp_path: Path) -> None:
    """A file in the Cyton's layout, played by BrainFlow itself."""
    rows = np.zeros((1000, 24))
    rows[:, 0] = np.arange(1000) % 256
    rows[:, 1:9] = np.arange(1000)[:, None] + np.arange(8)
    rows[:, 22] = 1.7e9 + np.arange(1000) / 250
    path = tmp_path / "cyton.csv"
    np.savetxt(path, rows, fmt="%.6f", delimiter="\t")
    with open_device(f"brainflow:-3?file={path}&master_board=0") as device:
        device.start()
        chunks = read_some(device, 20)
        assert device.info.origin is Origin.PLAYBACK
    first = np.concatenate([chunk.samples_uv[0] for chunk in chunks])
    assert np.array_equal(np.diff(first), np.ones(first.size - 1))


@pytest.mark.parametrize("spec", ["brainflow:-3?file=x", "brainflow:0?ip_port=many"])
def test_a_board_without_what_it_needs_is_refused(spec: str) -> None:
    with pytest.raises(ConfigError):
        open_device(spec).open()


def test_each_exit_code_of_brainflow_is_explained_in_one_line() -> None:
    device = BrainFlowDevice(-1, {})
    for code in BrainFlowExitCodes:
        error = device.explain(BrainFlowError("as BrainFlow says it", code.value))
        assert isinstance(error, DeviceError)
        assert code.name in str(error)
        assert error.remedy
    assert len(EXPLANATIONS) > 8


def test_a_silent_generic_board_is_told_within_brainflows_own_time() -> None:
    with pytest.raises(DeviceNotFoundError, match="no port"):
        open_device("brainflow:0?serial_port=/dev/ttyNone").open()


def port_80_is_ours() -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", 80))
        except OSError:
            return False
    return True


needs_port_80 = pytest.mark.skipif(
    not port_80_is_ours(), reason="BrainFlow asks the WiFi shield on port 80, which is not ours"
)


@needs_port_80
class TestWifiContract(DeviceContract):
    spec = DeviceSpec("cyton_wifi", "127.0.0.1")
    cycles = 1

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls, port_80: None) -> Iterator[BoardProcess]:
        board = BoardProcess(["wifi", "--signal", "index"])
        yield board
        board.end()

    def make_device(self) -> Device:
        return CytonWifiDevice("127.0.0.1", port=free_port())

    def test_it_streams_at_1000_hz_without_a_gap(self) -> None:
        with self.make_device() as device:
            device.start()
            begun_s = time.monotonic()
            chunks = []
            while time.monotonic() - begun_s < 3.0:
                chunk = device.read(0.5)
                assert chunk is not None
                chunks.append(chunk)
            info, health = device.info, device.health
            assert "by its dongle" in device.contact_refusal
        assert (info.fs_hz, info.gain, info.origin) == (1000, 24, Origin.SIMULATED)
        assert info.board_high_hz == pytest.approx(262)
        assert health.lost_total == 0
        counts = np.concatenate([c.samples_uv[0] for c in chunks]) / info.uv_per_count
        assert np.diff(np.rint(counts / 16)) == pytest.approx(np.ones(counts.size - 1))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_no_wifi_shield() -> None:
    with pytest.raises(DeviceNotFoundError, match=r"No WiFi shield answers at 127\.0\.0\.1:1"):
        CytonWifiDevice("127.0.0.1:1").open()
    with pytest.raises(ConfigError, match="needs its address"):
        open_device("cyton_wifi")


def test_something_else_that_speaks_http() -> None:
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>It works!</html>")

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with pytest.raises(DeviceProtocolError, match="no OpenBCI WiFi shield"):
            CytonWifiDevice(f"127.0.0.1:{server.server_port}").open()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


STREAMING = """
import time
from brainflow.board_shim import BoardShim, BrainFlowInputParams
from emg_device.registry import open_device
source = BoardShim(-1, BrainFlowInputParams())
source.prepare_session()
source.add_streamer("streaming_board://225.1.1.1:6677")
source.start_stream()
spec = "brainflow:-2?ip_address=225.1.1.1&ip_port=6677&master_board=-1"
with open_device(spec) as device:
    device.start()
    n, begun_s = 0, time.monotonic()
    while time.monotonic() - begun_s < 2.0:
        chunk = device.read(0.5)
        n += chunk.n_samples if chunk else 0
    print(device.info.n_channels, device.info.origin, n > 300, device.health.lost_total)
source.stop_stream()
source.release_session()
del source
"""


@pytest.mark.skipif(not own_network.granted(), reason=f"multicast: {own_network.WHY_NOT}")
def test_brainflows_streaming_board() -> None:
    """Another program's board, sent on by BrainFlow; in a network of its own."""
    done = subprocess.run(
        own_network.within([sys.executable, "-W", "ignore", "-c", STREAMING]),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == ["16", "simulated", "True", "0"], done.stderr
