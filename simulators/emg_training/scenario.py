"""`TrainingScenario`: a case, what is to be found in it and what a good decision is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from emg_dosing.examination import CONDITIONS, Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.tables import Tables, load_tables
from emg_session.protocol import Protocol, calibration_protocol, with_measurement
from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError, EmgError
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_signal.problem import problem_of
from emg_signal.text_file import parse_toml, read_text
from emg_simulators.ads1299 import sinc3_response
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S as FS_HZ
from emg_simulators.cyton_options import CytonOptions, abilities_of
from emg_simulators.expressions import EXPRESSIONS
from emg_simulators.people import NotNegative, Part, Positive
from emg_simulators.scenario import PatientScenario
from emg_simulators.scenario_parts import CuePart
from emg_simulators.source import rendering_rate_hz
from emg_simulators.toml_lines import line_of
from emg_training.answers import CaseChoice, CaseReason, Noticed

INDEX_TOLERANCE = 8.0
"""Points by which a reading of the index may miss the set one: three standard deviations of what
five contractions in the band of a 250 Hz board can tell (engineering judgement)."""
LOW_HZ, HIGH_SHARE = 20.0, 0.262
"""The session's band on a 250 Hz board: from 20 Hz to the -3 dB point of its sinc3."""
RENDER_HZ = rendering_rate_hz(FS_HZ)
CALIBRATION_EFFORT = 0.9
MEASURED_EFFORT = 0.7


def _by_key(word: str, kind: type[CaseChoice] | type[CaseReason]) -> BeforeValidator:
    """Read a member by its lower-case name, as scenario files write it; `word` says what it is."""

    def read(value: Any) -> Any:
        names = {member.name.lower(): member for member in kind}
        if isinstance(value, kind):
            return value
        if value not in names:
            raise ValueError(f"unknown {word} {value!r}; known: {', '.join(names)}")
        return names[value]

    return BeforeValidator(read)


ChoiceKey = Annotated[CaseChoice, _by_key("choice", CaseChoice)]
ReasonKey = Annotated[CaseReason, _by_key("reason", CaseReason)]


def _carried(f_hz: FloatArray) -> FloatArray:
    """Return the amplitude response of the simulated board and the session's band."""
    inside = (f_hz >= LOW_HZ) & (f_hz <= HIGH_SHARE * FS_HZ)
    response: FloatArray = sinc3_response(f_hz, FS_HZ, RENDER_HZ) * inside
    return response


class MeasurePart(Part):
    """What the session asks for after the calibration."""

    muscles: Annotated[tuple[str, ...], Field(min_length=1)]
    expression: str
    text: str
    repetitions: Annotated[int, Field(ge=3, le=10)] = 5

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.expression not in EXPRESSIONS:
            raise ValueError(f"unknown expression {self.expression!r}")
        return self


class ObservePart(Part):
    """One thing to be noticed."""

    what: Noticed
    muscle: str | None = None
    side: Side | None = None
    from_s: NotNegative = 0.0
    """When it begins."""
    within_s: Positive = 10.0
    """Seconds after its beginning in which noticing it earns its points."""
    points: Positive = 1.0
    why: str = ""


class DecidePart(Part):
    """The good decision."""

    choice: ChoiceKey
    reason: ReasonKey
    also: tuple[ChoiceKey, ...] = ()
    """Choices that earn half of the choice's points."""
    unsafe: tuple[ChoiceKey, ...] = ()
    """Choices that could harm: they end the attempt without a score."""
    why: str


class TrainingScenario(Part):
    """A case as its file describes it; see docs/training.md."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: str
    kind: Literal["signal", "dosing"]
    level: Annotated[int, Field(ge=1, le=3)] = 1
    brief: str
    """What the trainee is told beforehand."""
    chart: tuple[str, ...] = ()
    """What the notes on the person say."""
    lesson: str
    """What the debrief explains."""
    next: tuple[str, ...] = ()
    """Cases to try afterwards."""
    reviewed_by: str = ""
    """The clinician who reviewed the rubric; empty is shown as unreviewed."""
    after_s: Annotated[float, Field(ge=1, le=120)] = 2.0
    """Stream time after the last cue, seconds."""
    measure: MeasurePart | None = None
    patient: PatientScenario
    plan: dict[str, Any] | None = None
    """A plan as plan files hold it."""
    examination: dict[str, Any] | None = None
    """What was asked and found; None is a chart without an examination."""
    observe: Annotated[tuple[ObservePart, ...], Field(min_length=1)]
    decide: DecidePart

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "dosing" and self.plan is None:
            raise ValueError("a dosing case needs a [plan]")
        if self.decide.choice in self.decide.unsafe:
            raise ValueError("decide.choice cannot be unsafe")
        for part in self.observe:
            if part.muscle is not None:
                self.patient.part(part.muscle)
            if part.what is Noticed.INDEX and part.muscle is None:
                raise ValueError("observe 'asymmetry index' names its muscle")
        return self

    @property
    def protocol(self) -> Protocol:
        """The cues that the session gives."""
        protocol = calibration_protocol()
        part = self.measure
        if part is None:
            return protocol
        return with_measurement(
            protocol, text=part.text, muscles=part.muscles, repetitions=part.repetitions
        )

    @property
    def seconds(self) -> float:
        """Length of the stream."""
        return self.protocol.end_s + self.after_s

    @property
    def performance(self) -> PatientScenario:
        """The patient with the session's cues put onto the timeline, as a person follows them."""
        cues = [
            CuePart(
                at_s=cue.start_s,
                for_s=cue.end_s - cue.start_s,
                expression="whole_face" if not cue.muscles else self._expression,
                effort=CALIBRATION_EFFORT if not cue.muscles else MEASURED_EFFORT,
            )
            for cue in self.protocol.cues
            if cue.repetition
        ]
        own = self.patient.timeline
        timeline = own.model_copy(update={"cue": (*own.cue, *cues)})
        return self.patient.model_copy(update={"timeline": timeline})

    def visible_index_percent(self, muscle: str) -> float:
        """Return the set asymmetry index, %, in the band that the simulated board carries."""
        left, right = (
            self.patient.expected_rms_uv(
                muscle, side, effort=1.0, transfer=_carried, render_hz=RENDER_HZ
            )
            for side in Side
        )
        return 100.0 * (left - right) / (left + right) if left + right else 0.0

    @property
    def _expression(self) -> str:
        return "whole_face" if self.measure is None else self.measure.expression

    def require_faults(self) -> None:
        """Raise `ConfigError` for a fault that the board of a case cannot do."""
        abilities_of(CytonOptions(scenario=self.patient)).require(self.patient.faults)

    def parsed_plan(self, tables: Tables) -> Plan | None:
        """Return the plan, or None; raises `PlanError` for one that cannot be read."""
        return None if self.plan is None else parse_plan(self.plan, tables)

    def parsed_examination(self) -> Examination | None:
        """Return what was examined: what the file says, and nothing found in all it leaves out."""
        if self.examination is None:
            return None
        found = dict(self.examination)
        age = found.pop("age_years", 40)
        toxin = found.pop("toxin_days", {})
        unknown = [name for name in found if name not in CONDITIONS]
        if unknown:
            raise ConfigError(
                say("No condition {value!r}.", value=unknown[0]),
                say("Known: {names!s}.", names=", ".join(CONDITIONS)),
            )
        return Examination(age, toxin, **{name: found.get(name, False) for name in CONDITIONS})


def parse_training(text: str, source: str, tables: Tables | None = None) -> TrainingScenario:
    """Return the case of a TOML `text`, wholly checked: plan and examination too.

    Raises
    ------
    ConfigError
        Names `source`, the line and what is wrong.
    """
    try:
        case = TrainingScenario.model_validate(parse_toml(text, source, has_prose=True))
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
    for place, read in (
        (("patient", "fault"), case.require_faults),
        (("plan",), lambda: case.parsed_plan(tables or load_tables())),
        (("examination",), case.parsed_examination),
    ):
        try:
            read()
        except EmgError as error:
            line, part = line_of(text, place), ".".join(place)
            raise ConfigError(
                say(
                    "{file!s}, line {line}: {part!s}: {error}",
                    file=source,
                    line=line,
                    part=part,
                    error=error,
                )
            ) from error
    return case


def load_training(path: Path) -> TrainingScenario:
    """Return the case of a file; raises `ConfigError` as `parse_training` does."""
    return parse_training(read_text(path), str(path))
