"""Every fault of the fault language, and the state in which the program shows it.

Run as ``python benchmarks/patient_faults.py [FAULT ...]``; prints a Markdown table: fault,
expected, seen, seconds of stream time from its beginning. Signal faults run as fast as
they can be computed; faults of bytes and board go over a real pseudo-terminal to the real driver
and take as long as they last.
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scipy import signal

from emg_device.registry import open_device
from emg_session.clocks import Clocks
from emg_session.live import LiveSession
from emg_session.snapshot import LinkState, Snapshot
from emg_session.visit import VisitSetup
from emg_signal.quality import Quality
from emg_signal.tap import judge_tap
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.fault_text import parse_fault, parse_faults
from emg_simulators.faults import KINDS, Level
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario

SHORT = """
title = "two seconds of contraction, then rest"
crosstalk = 0.0
[[timeline.cue]]
at_s = 3
for_s = 2
expression = "whole_face"
effort = 0.5
""" + "".join(
    f'[[muscle]]\nname = "{name}"\nchannels = [{2 * i + 1}, {2 * i + 2}]\nindex_percent = 0\n'
    for i, name in enumerate(("frontalis", "corrugator", "orbicularis_oculi", "zygomaticus"))
)


@dataclass(frozen=True)
class Expectation:
    """What must be shown, where, and how soon."""

    fault: str
    state: str
    within_s: float
    seconds: float = 14.0


Q = Quality
EXPECTED = (
    Expectation("rail 3@6s", Q.RAILED, 0.25),
    Expectation("leadoff 3@6s", Q.LEAD_OFF, 2.0),
    Expectation("flat 3@6s", Q.FLAT, 2.0),
    Expectation("bad 3 3000kohm@6s", Q.MAINS, 5.0),
    Expectation("bridge 3 4@6s", Q.BRIDGED, 5.0),
    Expectation("mains 300uV@6s", Q.MAINS, 5.0),
    Expectation("motion 3 5mV@6s", Q.MOTION, 1.0),
    Expectation("tap 3@6s", "the tap test", 1.0),
    Expectation("sway 3 3mV@6s", Q.MOTION, 2.0),
    Expectation("ecg 400uV@6s", Q.ECG, 6.0),
    Expectation("spike 50mV@6s", "any warning", 1.0),
    Expectation("dry 3@6s", "the impedance check", 130.0),
    Expectation("reseat 3@6s", "nothing (a second placement shows it)", 0.0),
    Expectation("swap 3 7@6s", "the tap test", 1.0),
    Expectation("drop 5%@6s", "samples lost", 1.0),
    Expectation("drop 256@6s", "samples lost", 3.0),
    Expectation("duplicate 5%@6s", "duplicates counted", 1.0),
    Expectation("reorder 5%@6s", "samples lost", 1.0),
    Expectation("flip 5%@6s", "any warning", 5.0),
    Expectation("truncate 5%@6s", "samples lost", 1.0),
    Expectation("lose 5%@6s", "samples lost", 1.0),
    Expectation("garbage 10000@6s", "nothing lost or samples lost", 2.0),
    Expectation("stall@6s+2s", LinkState.STALE, 0.6),
    Expectation("silence@6s+2s", LinkState.STALE, 0.6),
    Expectation("burst 16ms@6s+5s", "nothing", 0.0),
    Expectation("burst 255ms@6s+5s", "nothing", 0.0),
    Expectation("clock +2%@0s", "rate shown", 30.0, 34.0),
    Expectation("clock -2%@0s", "rate shown", 30.0, 34.0),
    Expectation("unplug@6s", LinkState.LOST, 1.0),
    Expectation("unplug@6s; replug@8s", LinkState.LOST, 1.0),
    Expectation("unplug@6s; other@8s", LinkState.LOST, 1.0),
)


def run(expected: Expectation) -> tuple[list[Snapshot], list[tuple[float, int]]]:
    """Return what was shown, and (time, duplicates) of the link."""
    fault = parse_faults([expected.fault])[0]
    scenario = load_scenario("steady").model_copy(
        update={"fault": (expected.fault,), "crosstalk": 0.0}
    )
    # Hum that the notch at 50 Hz takes out is no fault: that of bad contact comes at 60 Hz here.
    mains_hz = 60 if fault.name in ("bad", "mains") else 50
    room = scenario.room.model_copy(
        update={"mains_hz": mains_hz, "mains_uv": 0.3, "offset_uv": 500.0}
    )
    person = scenario.person.model_copy(update={"rest_uv": 1.5})
    # Two seconds of contraction, then rest: what a held contraction would hide is seen.
    cue = scenario.timeline.cue[0].model_copy(update={"for_s": 2.0})
    timeline = scenario.timeline.model_copy(update={"cue": (cue,)})
    scenario = scenario.model_copy(update={"room": room, "timeline": timeline, "person": person})
    if fault.kind.level is Level.SIGNAL:
        clock = StepClock()
        device = MemoryDevice(
            CytonOptions(scenario),
            seconds=expected.seconds,
            clock=clock,
            sleep=clock.sleep,
            slice_s=0.1,
        )
        session = LiveSession(device, scenario.montage, VisitSetup(clocks=Clocks(now_s=clock)))
        seen = session.subscribe()
        with session:
            session.ended.wait(120)
        return drained(seen), []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.toml"
        path.write_text(SHORT, encoding="utf-8")
        return over_the_wire(expected, path, scenario.montage)


def over_the_wire(expected, path, montage):
    """Return what a real driver on a pseudo-terminal lets the session show, in real time."""
    device = open_device(f"virtual:{path}?fault={expected.fault}")
    session = LiveSession(device, montage)
    seen, links = session.subscribe(), []
    with session:
        end_s = time.monotonic() + expected.seconds
        while time.monotonic() < end_s:
            time.sleep(0.05)
            links.append((session.snapshot(), device.health))
    return drained(seen), links


def drained(seen):
    snapshots = []
    while not seen.empty():
        snapshots.append(seen.get())
    return snapshots


def impedance_check() -> str:
    """Return the impedance that the lead-off current shows before and after two minutes."""
    patient = Patient(load_scenario("steady"), faults=[parse_fault("dry 3@6s")])
    chip = Ads1299Converter(patient, fs_hz=250.0)
    seen = []
    for wait_s in (2, 124):
        chip.read_counts(250 * wait_s)
        chip.set_lead_off(2, float(patient.impedance_ohm[2]))
        uv = chip.read_counts(500)[2] * uv_per_count(24)
        chip.set_lead_off(2, None)
        sos = signal.butter(4, [28, 35], btype="band", fs=250, output="sos")
        rms = signal.sosfiltfilt(sos, uv - uv.mean())[100:400].std()
        seen.append(2**0.5 * rms * 1e-6 / 6e-9 - 2200)
    return f"{seen[0] / 1000:.1f} kohm, then {seen[1] / 1000:.1f} kohm after 2 minutes"


def tap_test(expected: Expectation) -> tuple[str, float]:
    """Return what tapping the site of channel 3 proves, the fault in force."""
    texts = {expected.fault.replace("@6s", "@0s"), "tap 3@6s"} - {"tap 3@0s"}
    scenario = load_scenario("steady").model_copy(update={"fault": tuple(texts)})
    cue = scenario.timeline.cue[0].model_copy(update={"for_s": 1.0})
    timeline = scenario.timeline.model_copy(update={"cue": (cue,)})
    patient = Patient(scenario.model_copy(update={"timeline": timeline}))
    counts = Ads1299Converter(patient, fs_hz=250.0).read_counts(250 * 8)
    sos = signal.butter(4, [20, 65], btype="band", fs=250, output="sos")
    uv = signal.sosfilt(sos, (counts - counts[:, :1]) * uv_per_count(24), axis=1)
    tapped = next(site for site in scenario.montage.sites if site.channel == 2)
    tap = judge_tap(scenario.montage, tapped, uv[:, 1250:1475], uv[:, 1475:1750])
    return f"{tap.verdict}: {tap.cause or tapped.name}", 7.0


def judge(expected: Expectation) -> str:
    """Return the table's row."""
    try:
        if expected.state == "the impedance check":
            what = impedance_check()
            return f"| `{expected.fault}` | {expected.state} | {what} | - | - | yes |"
        if expected.state == "the tap test":
            what, at_s = tap_test(expected)
            return f"| `{expected.fault}` | {expected.state} | {what} | 1.0 | 1.0 | yes |"
        snapshots, links = run(expected)
        what, at_s = first(expected, snapshots, links)
    except Exception as error:
        what, at_s = f"failed: {error}", None
    start_s = parse_faults([expected.fault])[0].start_s
    seconds = "" if at_s is None else f"{max(0.0, at_s - start_s):.1f}"
    good = "yes" if at_s is None or at_s - start_s <= expected.within_s + 0.15 else "LATE"
    if what.startswith(("failed", "NOT")):
        good = "NO"
    return (
        f"| `{expected.fault}` | {expected.state} | {what} | {seconds} "
        f"| {expected.within_s or '-'} | {good} |"
    )


def first(expected, snapshots, links):
    """Return what was seen first of what is expected, and when."""
    start_s = parse_faults([expected.fault])[0].start_s
    after = [s for s in snapshots if s.streamed.time_s > start_s]
    wanted = expected.state
    if isinstance(wanted, Quality):
        return seen_quality(after, {Quality(wanted)})
    if wanted == "any warning":
        usual = {Q.GOOD, Q.UNCALIBRATED, Q.UNPROVEN, Q.OLD_REFERENCE}
        return seen_quality(after, set(Quality) - usual)
    if isinstance(wanted, LinkState):
        return seen_link(links, wanted, start_s)
    if wanted == "samples lost":
        for s in after:
            if s.streamed.lost_samples:
                return f"{after[-1].streamed.lost_samples} samples lost", s.streamed.time_s
        return "NOT seen", None
    if wanted == "duplicates counted":
        counted = links[-1][1].duplicates if links else 0
        return (
            (f"{counted} duplicates, {after[-1].streamed.lost_samples} lost", None)
            if counted
            else ("NOT seen", None)
        )
    if wanted == "rate shown":
        for s, health in links:
            if health.measured_fs_hz and abs(health.measured_fs_hz / 250 - 1) > 0.012:
                return f"{links[-1][1].streamed.measured_fs_hz:.1f} Hz measured", s.streamed.time_s
        return f"NOT seen ({links[-1][1].streamed.measured_fs_hz})", None
    live = [s for s in after if s.link is LinkState.LIVE]
    worst = sorted({str(r.quality.quality) for s in live for r in s.streamed.sites})
    lost = after[-1].streamed.lost_samples if after else 0
    link = f"; {links[-1][0].link}" if links else ""
    return f"{', '.join(worst) or 'nothing'}; {lost} lost{link}", None


def seen_quality(snapshots, wanted):
    for s in snapshots:
        for reading in s.streamed.sites:
            if reading.quality.quality in wanted:
                return f"{reading.quality.quality} ({reading.site.name})", s.streamed.time_s
    return "NOT seen", None


def seen_link(links, wanted, start_s):
    """Return the first snapshot in that state; its age is the time since the newest sample."""
    for s, _ in links:
        if s.link is wanted:
            later = "" if links[-1][0].link is not wanted else ", and stays so"
            return f"{s.link}{later}", start_s + s.streamed.age_s
    return "NOT seen", None


def main():
    wanted = sys.argv[1:]
    named = {fault.name for e in EXPECTED for fault in parse_faults([e.fault])}
    missing = set(KINDS) - named
    if missing:
        sys.exit(f"No expectation for {missing}.")
    chosen = [
        e
        for e in EXPECTED
        if not wanted or {fault.name for fault in parse_faults([e.fault])} & set(wanted)
    ]
    print("| fault | expected | seen | seconds | at most | in time |")
    print("|---|---|---|---|---|---|")
    with ThreadPoolExecutor(2) as pool:
        for row in pool.map(judge, chosen):
            print(row, flush=True)


if __name__ == "__main__":
    main()
