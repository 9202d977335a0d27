"""The virtual patient follows a session's cues: a measurement can be tried without a person."""

from __future__ import annotations

from emg_session.clocks import Clocks
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.protocol import Protocol, tap_protocol
from emg_session.visit import VisitSetup
from emg_signal.tap import TapVerdict
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import MemoryDevice
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.visit.obedient_patient import follower_of


def test_taps_and_repetitions_of_the_virtual_patient_are_measured() -> None:
    clock = StepClock()
    device = MemoryDevice(CytonOptions(), clock=clock, sleep=clock.sleep)
    session = LiveSession(
        device,
        default_montage(2),
        VisitSetup(clocks=Clocks(now_s=clock)),
        on_protocol=follower_of(device),
    )
    seen = session.subscribe()

    def follow(protocol: Protocol) -> None:
        session.start_protocol(protocol)
        while seen.get(timeout=30).streamed.progress.running is None:
            pass
        while seen.get(timeout=30).streamed.progress.running is not None:
            pass

    with session:
        follow(tap_protocol(session.montage))
        assert {tap.verdict for tap in session.snapshot().streamed.taps} == {TapVerdict.PROVEN}
        follow(measuring_protocol("frontalis"))
        progress = session.snapshot().streamed.progress
        assert progress.refused == ""
        assert progress.measured == ("frontalis",)
        symmetry = session.treatment.state.measurement.symmetries[0]
    assert symmetry.repetitions == 5
    assert symmetry.index_percent > 0  # as the scenario's amplitudes are
