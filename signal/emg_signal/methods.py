"""What a paper must say of a recording, and the paragraph that says it.

`RecordingMetadata` holds the items that ISEK asks authors to report (Merletti 1999, Standards for
Reporting EMG Data) as far as a program cannot know them by itself; filters, rate, band, signal to
noise and normalisation are taken from what was really used. Nothing is guessed: what nobody
entered is printed as not recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from emg_signal.filters import FilterSettings
from emg_signal.measurement import Measurement

NOT_RECORDED = "[not recorded]"


@dataclass(frozen=True, slots=True)
class RecordingMetadata:
    """ISEK's reporting items that a person enters or the board's maker states.

    Parameters
    ----------
    electrode_material, electrode_shape
        ``Ag/AgCl``, ``round, pre-gelled``.
    electrode_size_mm, electrode_spacing_mm
        Diameter of the contact, and from centre to centre, mm.
    skin_preparation
        ``alcohol, light abrasion``.
    placement
        How sites were found, and along or across the fibres.
    reference_electrode
        Where reference and ground were.
    amplifier
        Maker, model and kind (``OpenBCI Cyton, ADS1299, bipolar``).
    input_impedance_ohm, cmrr_db
        Of the amplifier.
    gain, resolution_uv
        Amplification, and µV per count.
    electrode_impedance_ohm
        Largest electrode-skin impedance that was measured.
    """

    electrode_material: str | None = None
    electrode_shape: str | None = None
    electrode_size_mm: float | None = None
    electrode_spacing_mm: float | None = None
    skin_preparation: str | None = None
    placement: str | None = None
    reference_electrode: str | None = None
    amplifier: str | None = None
    input_impedance_ohm: float | None = None
    cmrr_db: float | None = None
    gain: float | None = None
    resolution_uv: float | None = None
    electrode_impedance_ohm: float | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the items that nobody has entered."""
        return tuple(item.name for item in fields(self) if getattr(self, item.name) is None)


def methods_text(
    metadata: RecordingMetadata,
    filters: FilterSettings,
    measurement: Measurement,
    version: str = "",
) -> str:
    """Return the paragraphs of a paper's methods section, in plain text.

    Parameters
    ----------
    metadata
        What was entered of electrodes and amplifier.
    filters
        Settings of the filters that were used.
    measurement
        What was measured.
    version
        Version of the program.
    """
    paragraphs = (
        _electrodes(metadata, measurement),
        _amplifier(metadata, measurement),
        _processing(filters, measurement),
        _normalisation(measurement),
        _symmetry(measurement),
        f"Processed with Evenhand {version}.".replace(" .", "."),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _electrodes(metadata: RecordingMetadata, measurement: Measurement) -> str:
    muscles = ", ".join(pair.name for pair in measurement.montage.pairs)
    return (
        f"Surface EMG was recorded bipolarly from {muscles}, left and right, with electrodes of "
        f"{_said(metadata.electrode_material)} ({_said(metadata.electrode_shape)}, contact size "
        f"{_said(metadata.electrode_size_mm, 'mm')}, spacing "
        f"{_said(metadata.electrode_spacing_mm, 'mm')} from centre to centre). Skin preparation: "
        f"{_said(metadata.skin_preparation)}. Placement: {_said(metadata.placement)}. Reference "
        f"and ground: {_said(metadata.reference_electrode)}. Electrode-skin impedance was at most "
        f"{_said(metadata.electrode_impedance_ohm, 'ohm')}. Number of electrode placements: "
        f"{measurement.calibration.placement}."
    )


def _amplifier(metadata: RecordingMetadata, measurement: Measurement) -> str:
    return (
        f"Signals were amplified by {_said(metadata.amplifier)} (input impedance "
        f"{_said(metadata.input_impedance_ohm, 'ohm')}, common-mode rejection "
        f"{_said(metadata.cmrr_db, 'dB')}, gain {_said(metadata.gain)}, resolution "
        f"{_said(metadata.resolution_uv, 'µV')}) and sampled at {measurement.fs_hz:g} Hz "
        f"({measurement.board}; origin of the samples: {measurement.origin})."
    )


def _processing(filters: FilterSettings, measurement: Measurement) -> str:
    window_ms = 1000.0 * measurement.calibration.rms_window_s
    return (
        f"They were band-pass filtered causally (Butterworth, order {filters.order} at each edge, "
        f"{filters.band.label} at -3 dB, second-order sections). {_mains(filters)} "
        "With the amplifier's own low-pass the true band of all amplitudes is "
        f"{measurement.band.label}. Amplitude is the "
        f"moving root mean square over {window_ms:.0f} ms, in µV referred to the electrode."
    )


def _mains(filters: FilterSettings) -> str:
    """Return what was done about hum; records made before it was followed had notches."""
    if filters.mains_hz is None:
        return "Mains hum was not removed."
    if filters.hum_followed:
        return (
            f"Mains hum, looked for from {filters.mains_hz:g} Hz on, was followed with its "
            "harmonics by a Kalman filter (one frequency for all channels, amplitude and phase "
            "for each) and subtracted, on both sides alike."
        )
    orders = f" and {filters.harmonics - 1} harmonics" if filters.harmonics > 1 else ""
    return (
        f"A notch at {filters.mains_hz:g} Hz{orders} ({filters.notch_bandwidth_hz:.2f} Hz wide at "
        "-3 dB) was applied to both sides alike."
    )


def _normalisation(measurement: Measurement) -> str:
    calibration = measurement.calibration
    repetitions = len(calibration.sites[0].repetitions_uv) if calibration.sites else 0
    each = "; ".join(
        f"{entry.site.name}: {entry.reference_uv:.1f} µV, rest {entry.rest_uv:.1f} µV, signal to "
        f"noise {entry.snr:.1f}, variation {entry.variation_percent:.0f} %"
        for entry in calibration.sites
    )
    return (
        f"Activity is given in percent of a reference contraction: the mean RMS of the middle "
        f"1.0 s of {repetitions} contractions, left and right together ({each}), locked at "
        f"{calibration.locked_at_utc}."
    )


def _symmetry(measurement: Measurement) -> str:
    if not measurement.symmetries:
        return ""
    each = "; ".join(
        f"{s.pair.name}: {s.index_percent:+.1f} % ({s.interval_percent[0]:+.1f} to "
        f"{s.interval_percent[1]:+.1f}, n = {s.repetitions})"
        for s in measurement.symmetries
    )
    return (
        "The asymmetry index is 100 tanh(mean(d) / 2), d being the difference of the natural "
        "logarithms of left and right RMS (µV, noise power at rest subtracted) in the middle "
        "1.0 s of each bilateral contraction; positive means that the person's left is more "
        "active. In brackets its 95 % repeatability interval (t distribution), which does not "
        f"cover electrode placement: {each}."
    )


def _said(value: str | float | None, unit: str = "") -> str:
    if value is None or value == "":
        return NOT_RECORDED
    shown = value if isinstance(value, str) else f"{value:g}"
    return f"{shown} {unit}".strip()
