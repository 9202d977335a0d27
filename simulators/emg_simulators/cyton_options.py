"""`CytonOptions`: what a person may choose of a virtual Cyton, as a spec and as a command line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.abilities import Abilities
from emg_simulators.fault_text import parse_faults
from emg_simulators.open_source import cannot_of
from emg_simulators.scenario import PatientScenario

MOST_OHM = 1e9
SIGNALS = ("patient", "sine", "index")


@dataclass(frozen=True, slots=True)
class CytonOptions:
    """What a person may choose.

    Parameters
    ----------
    scenario
        The virtual patient: a scenario, or its built-in name or file; or the file of a recording
        to put on the electrodes.
    seed
        Overrides the scenario's seed.
    signal
        ``patient``, ``sine`` (10 µV peak on the first channel, twice as much on each next) or
        ``index`` (the number of each sample, for tests of loss).
    daisy
        16 channels at 125 Hz.
    truth
        File to write the rendered electrode waveform to.
    burst_ms
        Send in bursts of this length, as an FTDI chip does.
    name
        Tells one virtual board from another in its greeting; the scenario's name by default.
    faults
        What goes wrong, beside what the scenario says (`emg_simulators.faults`).
    impedance_ohm
        Resistors in place of the electrodes, positive and negative of each channel; none for the
        scenario's own.
    """

    scenario: str | PatientScenario = "demo"
    seed: int | None = None
    signal: str = "patient"
    daisy: bool = False
    truth: Path | None = None
    burst_ms: float = 0.0
    name: str = ""
    faults: tuple[str, ...] = ()
    impedance_ohm: tuple[tuple[float, float], ...] = ()

    @property
    def n_channels(self) -> int:
        """8, or 16 with a Daisy."""
        return 16 if self.daisy else 8


def ohms_of(text: str) -> tuple[tuple[float, float], ...]:
    """Read ``2000,10000/12000``: one resistor per channel, or positive/negative.

    Raises
    ------
    ConfigError
        A part is no number.
    """
    with suppress(ValueError):
        parts = [part.split("/") for part in filter(None, text.split(","))]
        pairs = tuple((float(part[0]), float(part[-1])) for part in parts)
        if all(0 <= ohm <= MOST_OHM for pair in pairs for ohm in pair):
            return pairs
    raise ConfigError(
        say("{text!r} are no resistors.", text=text), say("Write 2000,10000/12000 (ohm).")
    )


def abilities_of(options: CytonOptions, board: str = say("The Cyton")) -> Abilities:
    """Return what can go wrong with a `board` of that name and what `options` put on it."""
    return Abilities(board, options.n_channels, cannot_of(options.scenario, options.signal))


def options_of(spec: DeviceSpec) -> CytonOptions:
    """Return what ``virtual[:SCENARIO][?seed=…&truth=FILE&signal=…]`` asks for."""
    spec.refuse_unknown("link", "seed", "truth", "signal", "burst_ms", "fault", "impedance_ohm")
    seed = spec.options.get("seed")
    if seed is not None and not (seed.isascii() and seed.isdigit()):
        raise ConfigError(
            say("Seed {seed!r} is not a whole number.", seed=seed), say("Write seed=1.")
        )
    faults = tuple(filter(None, [spec.options.get("fault", "")]))
    signal = spec.options.get("signal", SIGNALS[0])
    if signal not in SIGNALS:
        raise ConfigError(
            say("There is no signal {signal!r}.", signal=signal),
            say("Choose of {names!s}.", names=", ".join(SIGNALS)),
        )
    options = CytonOptions(
        scenario=spec.address or "demo",
        seed=None if seed is None else int(seed),
        signal=signal,
        truth=Path(spec.options["truth"]) if "truth" in spec.options else None,
        burst_ms=spec.number("burst_ms", 0.0, low=0.0, high=1000.0),
        faults=faults,
        impedance_ohm=ohms_of(spec.options.get("impedance_ohm", "")),
    )
    # A wrong fault is refused before a board is started.
    abilities_of(options).require(parse_faults(faults))
    return options


def arguments_of(options: CytonOptions) -> list[str]:
    """Return the command line of a board with `options`."""
    if isinstance(options.scenario, PatientScenario):
        raise ConfigError(
            say("A board in a process of its own takes its scenario by name or file.")
        )
    arguments = ["cyton", "--scenario", options.scenario, "--signal", options.signal]
    if options.seed is not None:
        arguments += ["--seed", str(options.seed)]
    if options.truth is not None:
        arguments += ["--truth", str(options.truth)]
    if options.burst_ms:
        arguments += ["--burst-ms", str(options.burst_ms)]
    for fault in options.faults:
        arguments += ["--fault", fault]
    if options.impedance_ohm:
        pairs = (f"{positive}/{negative}" for positive, negative in options.impedance_ohm)
        arguments += ["--impedance-ohm", ",".join(pairs)]
    return arguments
