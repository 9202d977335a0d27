"""A scenario as a file holds it: ``evenhand suggest SCENARIO.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from emg_dosing.examination import Examination
from emg_dosing.examination_document import require_regions
from emg_dosing.follow_up import FollowUp
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.plan import parse_plan
from emg_dosing.policy import parse_policy
from emg_dosing.scenario import Scenario
from emg_dosing.strict import Date, Label, Strict, read_document
from emg_dosing.tables import Tables
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_signal.quality import Quality

Microvolts = Annotated[float, Field(ge=0)]
Percent = Annotated[float, Field(ge=-100, le=100)]
# Strict JSON and TOML hold the name, not the member.
QualityName = Annotated[Quality, Field(strict=False)]


class PlacementPart(Strict):
    """Amplitudes per repetition, µV, or the index with its interval and repetitions."""

    left_uv: list[Microvolts] = Field(default_factory=list)
    right_uv: list[Microvolts] = Field(default_factory=list)
    index_percent: Percent | None = None
    low_percent: Percent | None = None
    high_percent: Percent | None = None
    repetitions: int | None = Field(default=None, ge=1)


class PairPart(Strict):
    """One measured pair."""

    muscle: Label
    fs_hz: float = Field(gt=0)
    low_hz: float = Field(default=20.0, ge=0)
    high_hz: float = Field(gt=0)
    left_quality: QualityName = Quality.GOOD
    right_quality: QualityName = Quality.GOOD
    tap_test_passed: bool = False
    placement: list[PlacementPart] = Field(min_length=1)


class FacePart(Strict):
    """A locked measurement."""

    subject: Label | None = None
    age_min: float = Field(default=0.0, ge=0)
    origin: Annotated[Origin, Field(strict=False)]
    pair: list[PairPart]


class ScenarioDocument(Strict):
    """Everything that an answer rests on; ``plan`` and ``policy`` as in their own files."""

    plan: dict[str, Any] | None = None
    measured: FacePart | None = None
    examination: Examination = Examination()
    profile: Literal["research", "training"] = "research"
    policy: dict[str, Any] | None = None
    today: Date | None = None
    follow_up: FollowUp | None = None


def parse_scenario(content: Mapping[str, Any], tables: Tables) -> Scenario:
    """Return the scenario in `content` (a parsed JSON or TOML document).

    Raises
    ------
    ConfigError
        A field is missing, unknown or impossible; `PlanError` and `PolicyError` for those parts.
    """
    document = read_document(ScenarioDocument, content, "Scenario", ConfigError)
    require_regions(document.examination, tables)
    try:
        face = None if document.measured is None else _face(document.measured)
    except ValueError as error:
        raise ConfigError(
            say("Scenario: {problem}.", problem=str(error)), say("Correct that value.")
        ) from error
    return Scenario(
        plan=None if document.plan is None else parse_plan(document.plan, tables),
        measured=face,
        examination=document.examination,
        profile=document.profile,
        policy=None if document.policy is None else parse_policy(document.policy, tables),
        today=document.today,
        follow_up=document.follow_up,
    )


def _face(part: FacePart) -> MeasuredFace:
    return MeasuredFace(
        tuple(_pair(pair) for pair in part.pair), part.age_min, part.origin, part.subject
    )


def _pair(part: PairPart) -> MeasuredPair:
    return MeasuredPair(
        muscle=part.muscle,
        placements=tuple(_placement(part.muscle, placement) for placement in part.placement),
        fs_hz=part.fs_hz,
        low_hz=part.low_hz,
        high_hz=part.high_hz,
        left_quality=part.left_quality,
        right_quality=part.right_quality,
        tap_test_passed=part.tap_test_passed,
    )


def _placement(muscle: str, part: PlacementPart) -> Placement:
    """Return a placement from its index if that is given, else from its amplitudes."""
    stated = (part.index_percent, part.low_percent, part.high_percent, part.repetitions)
    index, low, high, repetitions = stated
    if index is None and low is None and high is None and repetitions is None:
        return Placement.from_repetitions(part.left_uv, part.right_uv)
    if index is None or low is None or high is None or repetitions is None:
        raise ValueError(f"{muscle}: index, low, high and repetitions go together")
    return Placement(index, low, high, repetitions, tuple(part.left_uv), tuple(part.right_uv))
