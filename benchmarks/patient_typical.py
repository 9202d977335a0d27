"""The patients `typical` and `laboratory` beside what real recordings show.

Run as ``python benchmarks/patient_typical.py`` from the project's root; it makes the table of
docs/patient.md. The recordings are those of docs/recordings.md, left out where they are absent.
The field's figures are medians of 20 real facial recordings, and the quartiles where known.
"""

from __future__ import annotations

import numpy as np
from patient_figures import PAGE, replaced
from recordings_folder import DATA
from scipy import signal

from emg_device.recordings.formats import read_recording
from emg_signal.mains import strongest_hum
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.board_faults import BoardFaults
from emg_simulators.effort import Efforts
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
from emg_simulators.scenario_parts import CuePart, TimelinePart
from emg_simulators.source import rendering_rate_hz

BANDS = {250.0: (20.0, 62.0), 1000.0: (20.0, 450.0)}
"""The part of each rate's band that a notch leaves whole."""


def cued(name, expression, *, for_s, every_s, n, **person):
    """Return a patient's scenario with holds of one expression in place of its own cues."""
    scenario = load_scenario(name)
    cue = CuePart(
        at_s=3.0, for_s=for_s, expression=expression, effort=0.6, repeat=n, every_s=every_s
    )
    own = scenario.timeline
    timeline = TimelinePart(reaction_s=own.reaction_s, ramp_s=own.ramp_s, cue=(cue,))
    changed = scenario.person.model_copy(update=person)
    return scenario.model_copy(update={"timeline": timeline, "person": changed})


def recorded_uv(scenario, fs_hz, seconds):
    """Return what a Cyton's chip makes of a patient, ``(n_channels, n)`` µV."""
    patient = Patient(scenario, render_hz=rendering_rate_hz(fs_hz))
    chip = Ads1299Converter(patient, fs_hz=fs_hz)
    return chip.read_counts(round(seconds * fs_hz)) * uv_per_count(24)


def without_hum(uv, fs_hz):
    """Return samples with a narrow notch at the hum's true frequency and its second harmonic."""
    found = strongest_hum(uv[: round(8 * fs_hz)], fs_hz)
    for order in (1, 2) if found.rms_uv else ():
        if order * found.frequency_hz < 0.48 * fs_hz:
            b, a = signal.iirnotch(order * found.frequency_hz, 30 * order, fs=fs_hz)
            uv = signal.filtfilt(b, a, uv)
    return uv


def in_band(uv, fs_hz):
    sos = signal.butter(4, BANDS[fs_hz], "bandpass", fs=fs_hz, output="sos")
    return signal.sosfiltfilt(sos, without_hum(uv - uv.mean(), fs_hz))


def rms(uv):
    return float(np.sqrt(np.mean(np.square(uv))))


def drift_uv(uv, fs_hz):
    """RMS of what is slower than 1 Hz."""
    slow = signal.sosfiltfilt(signal.butter(2, 1.0, fs=fs_hz, output="sos"), uv - uv.mean())
    return rms(slow[round(fs_hz) :] - slow[round(fs_hz) :].mean())


def at_rest(name, fs_hz=250.0, seconds=20.0):
    """Return hum (RMS, offset, second harmonic), rest, drift and likeness of a still face."""
    still = cued(name, "rest", for_s=1, every_s=2, n=1, blinks_per_min=0)
    uv = recorded_uv(still, fs_hz, seconds)
    clean = np.stack([in_band(channel, fs_hz) for channel in uv])[:, round(2 * fs_hz) :]
    hums = [strongest_hum(channel[: round(8 * fs_hz)], fs_hz) for channel in uv]
    found = [(h.rms_uv, h.frequency_hz - h.nominal_hz) for h in hums if h.rms_uv]
    likeness = np.abs(np.corrcoef(clean)[np.triu_indices(len(clean), 1)])
    return {
        "hum_uv": float(np.median([f[0] for f in found])) if found else 0.0,
        "hum_off_hz": float(np.median([f[1] for f in found])) if found else 0.0,
        "rest_uv": sorted(rms(channel) for channel in clean),
        "drift_uv": float(np.median([drift_uv(channel, fs_hz) for channel in uv])),
        "likeness": float(np.median(likeness)),
    }


def second_harmonic(name):
    """Return the second harmonic's share of the fundamental at the electrodes."""
    room = Patient(cued(name, "rest", for_s=1, every_s=2, n=1, blinks_per_min=0))
    uv = room.render(round(8 * room.fs_hz))[0]
    found = strongest_hum(uv - uv.mean(), room.fs_hz)
    turns = 2.0 * np.pi * found.frequency_hz * np.arange(len(uv)) / room.fs_hz
    first, second = (abs(np.mean((uv - uv.mean()) * np.exp(-1j * k * turns))) for k in (1, 2))
    return float(second / first) if found.rms_uv else 0.0


def hold_variation(name):
    """Coefficient of variation, %, of 125 ms frames within a hold, in the wide band."""
    scenario = cued(name, "raise_brows", for_s=60, every_s=70, n=1)
    uv = in_band(recorded_uv(scenario, 1000.0, 60.0)[0], 1000.0)[5000:58000]
    frames = np.sqrt((uv.reshape(-1, 125) ** 2).mean(axis=1))
    return 100 * float(frames.std() / frames.mean())


def efforts(scenario, seconds, places=(("frontalis", "left"),)):
    course = Efforts(scenario, list(places), scenario.seed)
    times_s = np.arange(round(seconds * 50) * 4).reshape(-1, 4) * 0.005
    return np.concatenate([course.at(step)[0] for step in times_s])


def rise_ms(name):
    """Milliseconds from a tenth to nine tenths of a hold's effort."""
    held = cued(name, "raise_brows", for_s=3, every_s=9, n=1, waver_percent=0)
    level = efforts(held, 6.0)
    level = level[: int(np.argmax(level)) + 1] / level.max()
    return 5.0 * float(np.argmax(level >= 0.9) - np.argmax(level >= 0.1))


def repetitions(name, n=400):
    """Return coefficient of variation, %, and lag-1 correlation of holds in a row."""
    held = cued(name, "raise_brows", for_s=3, every_s=5, n=n, waver_percent=0)
    level = efforts(held, 3.0 + 5.0 * n)
    middles = level[np.round((3.0 + 2.0 + 5.0 * np.arange(n)) / 0.005).astype(int)]
    lag = np.corrcoef(middles[:-1], middles[1:])[0, 1]
    return 100 * float(middles.std(ddof=1) / middles.mean()), float(lag)


def blinks_a_minute(name, minutes=5.0):
    still = cued(name, "rest", for_s=1, every_s=2, n=1)
    uv = recorded_uv(still, 250.0, 60 * minutes)[4]  # the left orbicularis oculi
    slow = signal.sosfiltfilt(
        signal.butter(2, (2.0, 8.0), "bandpass", fs=250.0, output="sos"), uv - uv.mean()
    )
    peaks, _ = signal.find_peaks(slow, height=35.0, distance=50)
    return len(peaks) / minutes


def clock_percent(name):
    return 100 * (BoardFaults(load_scenario(name).faults).clock_factor(10.0) - 1)


def recording(path, channel, rest_s, unit=None):
    """Return hum, rest, drift of one channel of a recording, at rest between two times."""
    read = read_recording(path, unit or {})
    fs_hz = round(read.fs_hz)
    uv = read.samples_uv[:, channel]
    part = slice(round(rest_s[0] * fs_hz), round(rest_s[1] * fs_hz))
    hum = strongest_hum(uv[: round(8 * fs_hz)], fs_hz)
    return {
        "hum_uv": hum.rms_uv,
        "hum_off_hz": hum.frequency_hz - hum.nominal_hz,
        "rest_uv": rms(in_band(uv, float(fs_hz))[part]),
        "drift_uv": drift_uv(uv[part], fs_hz),
    }


RECORDINGS = (
    ("cyton_jaw_clench_250hz.txt", 2, (1.0, 7.0), None),
    ("facial_emg_biopac_1000hz.txt", 0, (2.0, 8.0), {"3": "mV"}),
)


def figures(name):
    """Return every figure of a patient, in the order of the table."""
    rest, wide = at_rest(name), at_rest(name, 1000.0)["rest_uv"]
    varies, lag = repetitions(name)
    return (
        f"{rest['hum_uv']:.1f}",
        f"{rest['hum_off_hz']:+.2f}",
        f"{100 * second_harmonic(name):.0f}",
        f"{rest['rest_uv'][0]:.1f} to {rest['rest_uv'][-1]:.1f}; {np.median(wide):.1f} wide",
        f"{rest['drift_uv']:.0f}",
        f"{rest['likeness']:.2f}",
        f"{hold_variation(name):.0f}",
        f"{rise_ms(name):.0f}",
        f"{varies:.0f}",
        f"{lag:.2f}",
        f"{blinks_a_minute(name):.0f}",
        f"{clock_percent(name):+.2f}",
    )


FIELD = (
    ("hum, µV RMS", "65"),
    ("hum off its nominal frequency, Hz", "0.06 (-0.11 to -0.02)"),
    ("second harmonic, % of the fundamental", "7"),
    ("rest, µV in the band", "6.8"),
    ("drift below 1 Hz, µV", "39"),
    ("likeness to another lane at rest", "0.68 (0.6 to 0.94 with a common reference)"),
    ("variation within a hold, %, 125 ms", "22 to 30"),
    ("rise from 10 to 90 %, ms", "240 to 360"),
    ("variation of repetitions, %", "30 to 38"),
    ("lag-1 correlation of holds in a row", "0.45 to 0.5"),
    ("blinks a minute", "16"),
    ("clock of the board, %", "+0.06 to +0.12"),
)


def rows():
    patients = [figures(n) for n in ("laboratory", "typical", "common_reference")]
    for (what, field), *values in zip(FIELD, *patients, strict=True):
        yield f"| {what} | {field} | " + " | ".join(values) + " |"


def recorded_rows():
    for file, channel, rest_s, unit in RECORDINGS:
        if (DATA / file).exists():
            f = recording(DATA / file, channel, rest_s, unit)
            yield (
                f"| `{file}`, channel {channel + 1} | {f['hum_uv']:.1f} | {f['hum_off_hz']:+.2f} "
                f"| {f['rest_uv']:.1f} | {f['drift_uv']:.0f} |"
            )


def main():
    head = [
        "| | real recordings | `laboratory` | `typical` | `common_reference` |",
        "|---|---|---|---|---|",
    ]
    more = ["", "| recording | hum, µV | off nominal, Hz | rest, µV | drift, µV |"]
    lines = [*head, *rows(), *more, "|---|---|---|---|---|", *recorded_rows()]
    text = replaced(PAGE.read_text(encoding="utf-8"), "typical", lines)
    PAGE.write_text(text, encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
