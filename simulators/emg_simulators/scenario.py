"""`PatientScenario`: a person, their electrodes and what they do, read from a TOML file."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from emg_signal.errors import ConfigError
from emg_signal.montage import Montage, Side, pair_of
from emg_signal.phrase import say
from emg_signal.problem import problem_of
from emg_signal.text_file import parse_toml, read_text
from emg_simulators.fault_text import parse_faults
from emg_simulators.faults import Fault
from emg_simulators.norms import drawn_index_percent, sides_uv
from emg_simulators.people import NotNegative, Part, PersonPart, strength
from emg_simulators.scenario_parts import MusclePart, RoomPart, TimelinePart
from emg_simulators.spectrum import SHAPES, SurfaceSpectrum, Transfer
from emg_simulators.toml_lines import line_of

ALSO_CALLED = {"demo": "laboratory"}
"""Another name → file: the patient that is there when none is asked for."""


class PatientScenario(Part):
    """A virtual patient as a file describes it.

    The attributes are the tables of the file; see docs/patient.md.
    """

    title: str
    description: str = ""
    seed: Annotated[int, Field(ge=0)] = 1
    mode: Literal["fast", "motor_units"] = "fast"
    crosstalk: NotNegative = 1.0
    """Scale of the crosstalk between neighbours; 0 for none, 1 for the usual."""
    person: PersonPart = PersonPart()
    room: RoomPart = RoomPart()
    timeline: TimelinePart = TimelinePart()
    fault: tuple[str, ...] = ()
    """Faults in the language of `emg_simulators.faults`."""
    muscle: Annotated[tuple[MusclePart, ...], Field(min_length=1)]

    @field_validator("fault")
    @classmethod
    def _readable(cls, texts: tuple[str, ...]) -> tuple[str, ...]:
        try:
            parse_faults(texts)
        except ConfigError as error:
            raise ValueError(str(error).rstrip(".")) from error
        return texts

    @model_validator(mode="after")
    def _channels_used_once(self) -> Self:
        used = [channel for part in self.muscle for channel in part.channels or ()]
        what = [f"channel {channel}" for channel in used]
        what += [f"muscle {part.name}" for part in self.muscle]
        for thing in what:
            if what.count(thing) > 1:
                raise ValueError(f"{thing} is used twice")
        if not used:
            raise ValueError("no muscle has channels")
        return self

    @property
    def n_channels(self) -> int:
        """Channels that a board needs to carry every site."""
        return max(channel for part in self.muscle for channel in part.channels or ())

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults of the file, of every level."""
        return parse_faults(self.fault)

    @property
    def montage(self) -> Montage:
        """The montage that records this patient's sites."""
        pairs = [
            pair_of(part.name, part.channels[0] - 1, part.channels[1] - 1)
            for part in self.muscle
            if part.channels is not None
        ]
        return Montage(self.title, tuple(pairs))

    def part(self, muscle: str) -> MusclePart:
        """Return the table of `muscle`; raises `ConfigError` if the scenario has none."""
        for part in self.muscle:
            if part.name == muscle:
                return part
        raise ConfigError(
            say("Scenario {title!r} has no muscle {muscle!r}.", title=self.title, muscle=muscle)
        )

    def set_rms_uv(
        self, muscle: str, side: Side, *, effort: float = 1.0, seed: int | None = None
    ) -> float:
        """Return the set RMS, µV over the whole spectrum, of a site held at `effort`.

        A gain that the file does not state is drawn from the published norms by `seed`, the
        scenario's own by default; the person's findings are in it.

        Parameters
        ----------
        muscle, side
            The site.
        effort
            0 to 1 of the person's strongest.
        seed
            For a gain that the file does not state; the scenario's own by default.
        """
        part = self.part(muscle)
        uv = part.full_uv
        if uv is None:
            drawn = drawn_index_percent(muscle, self.seed if seed is None else seed)
            uv = sides_uv(muscle, drawn if part.index_percent is None else part.index_percent)
        own_uv = uv[0] if side is Side.LEFT else uv[1]
        return effort * own_uv * strength(self.person, muscle, side)

    def spectrum(
        self, muscle: str, side: Side, render_hz: float, *, tired: bool = False
    ) -> SurfaceSpectrum:
        """Return the spectrum of a site's muscle.

        Parameters
        ----------
        muscle, side
            The site.
        render_hz
            Samples/s (Hz) it is rendered at.
        tired
            Whether the muscle is wholly tired.
        """
        part = self.part(muscle)
        scale = part.spectrum_scale[0 if side is Side.LEFT else 1]
        if tired:
            scale *= 1 - self.person.fatigue_percent / 100
        fl_hz, fh_hz = SHAPES[part.spectrum]
        return SurfaceSpectrum(fl_hz * scale, fh_hz * scale, render_hz)

    def expected_rms_uv(
        self, muscle: str, side: Side, *, effort: float, transfer: Transfer, render_hz: float
    ) -> float:
        """Return the expected RMS, µV, of a site's fresh muscle behind a measuring chain.

        Parameters
        ----------
        muscle, side, effort
            Site, and the effort at which it is held.
        transfer
            Amplitude response of the chain over electrode frequencies in Hz.
        render_hz
            Rendering rate, Hz.

        Notes
        -----
        Noise, mains and crosstalk are not in it.
        """
        spectrum = self.spectrum(muscle, side, render_hz)
        return self.set_rms_uv(muscle, side, effort=effort) * spectrum.rms_through(transfer)


def builtin_scenarios() -> tuple[str, ...]:
    """Return the names of the scenarios that ship with the package."""
    folder = resources.files("emg_simulators") / "scenarios"
    files = {f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")}
    return tuple(sorted(files | {*ALSO_CALLED}))


def load_scenario(name_or_path: str | Path) -> PatientScenario:
    """Return the scenario of a built-in name or a TOML file.

    Raises
    ------
    ConfigError
        No such scenario, or a file that is not one; names the line.
    """
    if str(name_or_path) in builtin_scenarios():
        stem = ALSO_CALLED.get(str(name_or_path), str(name_or_path))
        file = resources.files("emg_simulators") / "scenarios" / f"{stem}.toml"
        return parse_scenario(file.read_text(encoding="utf-8"), str(name_or_path))
    path = Path(name_or_path)
    try:
        text = read_text(path)
    except ConfigError as error:
        raise ConfigError(
            say("No scenario {name!r}: {why}", name=str(name_or_path), why=error.message),
            say("Give a file, or one of {names!s}.", names=", ".join(builtin_scenarios())),
        ) from error
    return parse_scenario(text, str(path))


def parse_scenario(text: str, source: str = "scenario") -> PatientScenario:
    """Return the scenario of a TOML `text`; `source` names it in errors (`ConfigError`)."""
    try:
        return PatientScenario.model_validate(parse_toml(text, source, has_prose=True))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(key) for key in first["loc"]) or "file"
        message = problem_of(first)
        raise ConfigError(
            say(
                "{file!s}, line {value}: {where}: {message}.",
                file=source,
                value=line_of(text, first["loc"]),
                where=where,
                message=message,
            )
        ) from error
