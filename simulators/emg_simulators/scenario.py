"""`Scenario`: a person, their electrodes and what they do, read from a TOML file."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from emg_signal.errors import ConfigError
from emg_signal.montage import Montage, Side, pair_of
from emg_simulators.expressions import EXPRESSIONS, MUSCLES
from emg_simulators.spectrum import SHAPES, SurfaceSpectrum, Transfer
from emg_simulators.toml_lines import line_of

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
NotNegative = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1.5, allow_inf_nan=False)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonPart(_Part):
    """How steadily the person works."""

    rest_uv: NotNegative = 1.5
    """RMS of a resting muscle, µV (1.4 masseter, 1.9 temporalis: S91)."""
    effort_variation_percent: NotNegative = 5.0
    """SD of a repetition's effort (engineering judgement)."""
    effort_correlation: Annotated[float, Field(ge=0, le=1)] = 0.9
    """Correlation of left and right over repetitions (engineering judgement)."""
    waver_percent: NotNegative = 4.0
    """SD of the effort within a hold (engineering judgement)."""


class RoomPart(_Part):
    """What the electrodes pick up besides muscle."""

    noise_uv: NotNegative = 1.0
    """RMS of amplifier and electrode noise over 0 to 500 Hz, µV: 0.14 of the chip over 65 Hz
    (clinical-facts 4.2) and, larger, the electrode's own (engineering judgement)."""
    mains_hz: Literal[50, 60] = 50
    mains_uv: NotNegative = 1.0
    """Peak of the fundamental, µV."""
    offset_uv: NotNegative = 5000.0
    """SD of the electrodes' direct voltages, µV (a real Cyton recording shows up to 60 mV)."""
    impedance_ohm: Positive = 10_000.0
    """Contact impedance (under 10 kohm after cleaning: clinical-facts 4.1, general)."""


class MusclePart(_Part):
    """One recording position on both sides."""

    name: str
    channels: tuple[int, int]
    """Left and right channel of the board, counted from 1."""
    full_uv: tuple[NotNegative, NotNegative]
    """RMS at full effort at the electrode, left and right, µV over the whole spectrum."""
    spectrum: Literal["low", "middle", "high"] = "middle"
    impedance_ohm: tuple[Positive, Positive] | None = None

    @field_validator("name")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in MUSCLES:
            raise ValueError(f"unknown muscle {name!r}; known are {', '.join(MUSCLES)}")
        return name

    @field_validator("channels")
    @classmethod
    def _counted_from_one(cls, channels: tuple[int, int]) -> tuple[int, int]:
        if min(channels) < 1 or channels[0] == channels[1]:
            raise ValueError("channels are two different numbers counted from 1")
        return channels


class CuePart(_Part):
    """One cue, given once or `repeat` times."""

    at_s: NotNegative
    for_s: NotNegative
    expression: str
    effort: Share = 1.0
    repeat: Annotated[int, Field(ge=1, le=10_000)] = 1
    every_s: Positive | None = None

    @field_validator("expression")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in EXPRESSIONS:
            raise ValueError(f"unknown expression {name!r}; known are {', '.join(EXPRESSIONS)}")
        return name

    @model_validator(mode="after")
    def _repeats_in_time(self) -> Self:
        if self.repeat > 1 and self.every_s is None:
            raise ValueError("repeat needs every_s, the seconds from one beginning to the next")
        return self


class TimelinePart(_Part):
    """What the patient is asked to do, and when."""

    reaction_s: NotNegative = 0.25
    ramp_s: Positive = 0.2
    afterwards: Literal["rest", "natural"] = "rest"
    cue: tuple[CuePart, ...] = ()


class Scenario(_Part):
    """A virtual patient as a file describes it.

    The attributes are the tables of the file; see docs/patient.md.
    """

    title: str
    description: str = ""
    seed: int = 1
    crosstalk: NotNegative = 1.0
    """Scale of the crosstalk between neighbours; 0 for none, 1 for the usual."""
    person: PersonPart = PersonPart()
    room: RoomPart = RoomPart()
    timeline: TimelinePart = TimelinePart()
    muscle: Annotated[tuple[MusclePart, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _channels_used_once(self) -> Self:
        channels = [f"channel {channel}" for part in self.muscle for channel in part.channels]
        names = [f"muscle {part.name}" for part in self.muscle]
        for what in (*channels, *names):
            if (channels + names).count(what) > 1:
                raise ValueError(f"{what} is used twice")
        return self

    @property
    def n_channels(self) -> int:
        """Channels that a board needs to carry every site."""
        return max(channel for part in self.muscle for channel in part.channels)

    @property
    def montage(self) -> Montage:
        """The montage that records this patient's sites."""
        return Montage(
            self.title,
            tuple(pair_of(p.name, p.channels[0] - 1, p.channels[1] - 1) for p in self.muscle),
        )

    def part(self, muscle: str) -> MusclePart:
        """Return the table of `muscle`; raises `ConfigError` if the scenario has none."""
        for part in self.muscle:
            if part.name == muscle:
                return part
        raise ConfigError(f"Scenario {self.title!r} has no muscle {muscle!r}.")

    def set_rms_uv(self, muscle: str, side: Side, *, effort: float = 1.0) -> float:
        """Return the set RMS, µV over the whole spectrum, of a site held at `effort`."""
        left, right = self.part(muscle).full_uv
        return effort * (left if side is Side.LEFT else right)

    def true_index_percent(self, muscle: str) -> float:
        """Return the set asymmetry index, %; positive when the left is more active."""
        left, right = self.part(muscle).full_uv
        return 100.0 * (left - right) / (left + right)

    def expected_rms_uv(
        self, muscle: str, side: Side, *, effort: float, transfer: Transfer, render_hz: float
    ) -> float:
        """Return the expected RMS, µV, of a site's muscle behind a measuring chain.

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
        fl_hz, fh_hz = SHAPES[self.part(muscle).spectrum]
        spectrum = SurfaceSpectrum(fl_hz, fh_hz, render_hz)
        return self.set_rms_uv(muscle, side, effort=effort) * spectrum.rms_through(transfer)


def builtin_scenarios() -> tuple[str, ...]:
    """Return the names of the scenarios that ship with the package."""
    folder = resources.files("emg_simulators") / "scenarios"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


def load_scenario(name_or_path: str | Path) -> Scenario:
    """Return the scenario of a built-in name or a TOML file.

    Raises
    ------
    ConfigError
        No such scenario, or a file that is not one; names the line.
    """
    if str(name_or_path) in builtin_scenarios():
        file = resources.files("emg_simulators") / "scenarios" / f"{name_or_path}.toml"
        return parse_scenario(file.read_text(encoding="utf-8"), str(name_or_path))
    path = Path(name_or_path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not a text file in UTF-8.") from error
    except OSError as error:
        raise ConfigError(
            f"No scenario {str(name_or_path)!r} ({error.strerror}).",
            f"Give a file, or one of {', '.join(builtin_scenarios())}.",
        ) from error
    return parse_scenario(text, str(path))


def parse_scenario(text: str, source: str = "scenario") -> Scenario:
    """Return the scenario of a TOML `text`; `source` names it in errors (`ConfigError`)."""
    try:
        return Scenario.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{source} is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(key) for key in first["loc"]) or "file"
        message = first["msg"].removeprefix("Value error, ")
        raise ConfigError(
            f"{source}, line {line_of(text, first['loc'])}: {where}: {message}."
        ) from error
