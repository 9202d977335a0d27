"""Parts of a patient's file: room, muscles, cues, timeline."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from emg_simulators.expressions import EXPRESSIONS, MUSCLES
from emg_simulators.people import NotNegative, Part, Positive

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Index = Annotated[float, Field(gt=-100, lt=100, allow_inf_nan=False)]


class RoomPart(Part):
    """What the electrodes pick up besides muscle."""

    noise_uv: NotNegative = 1.0
    """RMS of amplifier and electrode noise over 0 to 500 Hz, µV: some 0.14 of the chip at gain 24
    (S81 has 1.08 at gain 1) and, larger, the electrode's own (engineering judgement)."""
    mains_hz: Literal[50, 60] = 50
    mains_uv: NotNegative = 1.0
    """Peak of the fundamental at an electrode of `impedance_ohm`, µV."""
    mains_offset_hz: Annotated[float, Field(ge=-1, le=1)] = 0.0
    """Mean departure of the mains from `mains_hz` on the board's own clock: real Cytons run fast by
    0.06 to 0.12 %, so that their hum lies 0.02 to 0.11 Hz below the nominal one."""
    mains_harmonics: tuple[NotNegative, ...] = (0.0, 0.3, 0.0, 0.15)
    """Shares of the second harmonic and those after it (odd ones from rectifiers, engineering
    judgement)."""
    mains_drift_hz: Annotated[float, Field(ge=0, le=1)] = 0.02
    """Greatest departure of the mains from that mean (engineering judgement)."""
    offset_uv: NotNegative = 5000.0
    """SD of the electrodes' direct voltages, µV (a real Cyton recording shows up to 60 mV)."""
    wander_uv: NotNegative = 10.0
    """RMS of the slow wandering of those voltages, µV (engineering judgement)."""
    impedance_ohm: Positive = 10_000.0
    """Contact impedance (under 10 kohm after cleaning: engineering judgement)."""
    reference: Literal["pairs", "common"] = "pairs"
    """``common``: one reference electrode for all channels, so that each shows what it shows."""


class MusclePart(Part):
    """One recording position on both sides."""

    name: str
    channels: tuple[int, int] | None = None
    """Left and right channel of the board, counted from 1; none for a muscle that works without
    electrodes of its own and shows in its neighbours' alone."""
    full_uv: tuple[NotNegative, NotNegative] | None = None
    """RMS at full effort at the electrode, left and right, µV over the whole spectrum."""
    index_percent: Index | None = None
    """Instead of `full_uv`: a typical muscle with this asymmetry index; positive is left."""
    spectrum: Literal["low", "middle", "high"] = "middle"
    spectrum_scale: tuple[Positive, Positive] = (1.0, 1.0)
    """Factor of each side's frequencies: thinner fat or another electrode angle raises them."""
    impedance_ohm: tuple[Positive, Positive] | None = None

    @field_validator("name")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in MUSCLES:
            raise ValueError(f"unknown muscle {name!r}; known are {', '.join(MUSCLES)}")
        return name

    @field_validator("channels")
    @classmethod
    def _counted_from_one(cls, channels: tuple[int, int] | None) -> tuple[int, int] | None:
        if channels is not None and (min(channels) < 1 or channels[0] == channels[1]):
            raise ValueError("channels are two different numbers counted from 1")
        return channels

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        if self.full_uv is not None and self.index_percent is not None:
            raise ValueError("full_uv and index_percent exclude each other")
        return self


class CuePart(Part):
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


class TimelinePart(Part):
    """What the patient is asked to do, and when."""

    reaction_s: NotNegative = 0.25
    ramp_s: Positive = 0.2
    afterwards: Literal["rest", "natural"] = "rest"
    cue: tuple[CuePart, ...] = ()
