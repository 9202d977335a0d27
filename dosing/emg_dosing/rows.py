"""The rows of the tables, as pydantic reads them: strict types, finite numbers, no unknown key."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Evidence = Literal["label", "rct", "cohort", "consensus", "teaching", "none"]
Known = Literal["verified", "derived", "secondary", "general", "not_found"]
SideBasis = Literal["total", "per_side"]
"""Whether a range holds for the whole region or for each of its sides."""
Read = Literal["full", "short", "leaflet", "head", "index", "none"]
"""How much of a label's text was read; of a head, an index or none, silence says nothing."""
Basis = Literal["label", "studied", "practice"]
"""What carries an amount: its label, the arm of a trial, or what is done."""
SourceIds = tuple[str, ...]


class TableRow(BaseModel):
    """What each row carries: id, grade, status, sources, review."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)
    id: str = Field(min_length=1, pattern=r"^[A-Za-z][A-Za-z0-9_.]*$")
    grade: Evidence
    status: Known
    sources: list[str]
    reviewed_by: str
    reviewed_on: str
    on_label: bool | None = None
    note: str | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a clinician has reviewed the row."""
        return bool(self.reviewed_by and self.reviewed_on)

    @property
    def source_ids(self) -> SourceIds:
        """The row's sources."""
        return tuple(self.sources)


class OfProduct(TableRow):
    """A row of one product in its jurisdictions."""

    product: str
    jurisdictions: list[str] = Field(min_length=1)


class ProductRow(TableRow):
    """A product, its vials and the unit that its label puts into one point.

    ``vial_units`` is empty where the size of its vials was not read; ``label_date`` is empty
    where that of the text was not. Trials and practice hold for a ``group`` of brands, label and
    dilution for one product alone.
    """

    brand: str
    nonproprietary: str
    jurisdictions: list[str] = Field(min_length=1)
    vial_units: list[int]
    vial_status: Known
    label_point_units: float = Field(gt=0)
    group: Literal["ona", "abo", "inco", "prabo", "leti", "daxi", "rela"]
    presentation: Literal["powder", "liquid"]
    label_date: str = Field(pattern=r"^(20\d\d(-\d\d(-\d\d)?)?)?$")
    label_read: Read
    first_approval: str | None = None
    unopened: str | None = None
    unopened_status: Known | None = None
    one_vial_one_person: bool = False
    age_min_years: int = Field(ge=18)
    age_below_years: int | None = None
    age_contraindicated: bool = False

    @property
    def label_was_read(self) -> bool:
        """Whether an indication that is not in the tables is not on the label."""
        return self.label_read in ("full", "short", "leaflet")


class Spot(BaseModel):
    """Where a label's points lie: so many in one muscle on one side."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    region: str
    muscle: str
    side: Literal["left", "midline", "right"]
    points: int = Field(gt=0)


class PatternRow(OfProduct):
    """An indication: region, points and units; ``parts`` gives the units of each plan region.

    ``parts`` is empty where the indication is known and its dose is not; ``parts_low`` is where
    the label's amount begins, if it gives a range; ``sides`` is what it gives each side where that
    is not half. ``spots`` says how the points lie and is empty
    where that is not known.
    """

    region: str
    muscles: list[str] = Field(min_length=1)
    points_total: int | None = Field(default=None, gt=0)
    layout: str | None = None
    units_per_point: float | None = Field(default=None, gt=0)
    units_total: float | None = Field(default=None, gt=0)
    ml_per_point: list[float] | None = None
    parts: dict[str, float]
    parts_low: dict[str, float] | None = None
    sides: list[float] | None = None
    spots: list[Spot] = Field(default_factory=list)
    spots_status: Known | None = None
    points_status: Known

    @model_validator(mode="after")
    def _spots_make_the_parts(self) -> PatternRow:
        given: dict[str, float] = {}
        for spot in self.spots:
            units = spot.points * (self.units_per_point or 0.0)
            given[spot.region] = given.get(spot.region, 0.0) + units
        if self.spots and (given != self.parts or self.spots_status is None):
            raise ValueError("spots do not make the parts")
        return self


class DilutionRow(OfProduct):
    """A vial and its diluent, with the label's and the computed concentration, U per 0.1 mL.

    A liquid takes none (``diluent_ml`` 0), whatever its vial (``vial_units`` 0 where not read);
    ``use_within_hours`` 0 is at once.
    """

    vial_units: int = Field(ge=0)
    diluent_ml: float = Field(ge=0)
    label_units_per_0_1ml: float = Field(gt=0)
    computed_units_per_0_1ml: float = Field(gt=0)
    use_within_hours: int = Field(ge=0)
    storage: str
    acknowledge: bool
    hours_status: Known


class StepRow(TableRow):
    """What one graduation of a 1 mL syringe delivers at a concentration (for comparison)."""

    units_per_0_1ml: float = Field(gt=0)
    units_per_graduation: float = Field(gt=0)
    graduation_ml: float = Field(gt=0)
    one_unit_ml: float = Field(gt=0)
    smallest_honest_step_units: float = Field(gt=0)


class IntervalRow(OfProduct):
    """Shortest interval between treatments; three calendar months last at most 92 days."""

    months: int = Field(gt=0)
    days: int = Field(gt=0)


class MaximumRow(OfProduct):
    """A maximum of the label: of a region, a session, or over a number of days.

    Only an ``absolute`` one is a limit: what a label merely gives as its dose is none.
    """

    scope: Literal["region", "session", "cumulative"]
    region: str | None = None
    units: float = Field(gt=0)
    absolute: bool
    days: int | None = Field(default=None, gt=0)


class ConditionRow(OfProduct):
    """A condition of the person that the label names.

    ``details`` are the kinds that it speaks of; empty speaks of the condition as a whole.
    """

    condition: str
    kind: Literal["contraindication", "warning", "caution"]
    details: list[str] = Field(default_factory=list)
    text: str


class EffectRow(TableRow):
    """What a yes of the examination does; an empty list fits everything.

    ``details`` are the kinds of the condition that the row is for; ``here`` stands for a place
    that is treated.
    """

    condition: str
    kind: Literal["stop", "limit", "caution", "note"]
    products: list[str]
    jurisdictions: list[str]
    regions: list[str]
    details: list[str]
    text: str


class AdverseRow(TableRow):
    """What a yes to one of the questions of a later visit means, and how urgent it is."""

    kind: Literal["same_day", "emergency"]
    text: str


class CountryRow(TableRow):
    """Whom to call and to whom to report, by country or group of countries."""

    emergency: str
    report: str


class PopulationRow(OfProduct):
    """What the label says of age and pregnancy."""

    text: str


class SideEffectRow(OfProduct):
    """What the label counts of what went wrong; most begins in the first week and passes."""

    text: str


class UnreadRow(TableRow):
    """A product that is licensed somewhere and of whose label nothing was read: it has no plan."""

    brand: str
    nonproprietary: str
    jurisdictions: list[str] = Field(min_length=1)
    text: str


class CommonRow(TableRow):
    """What all labels say."""

    text: str


class DistanceRow(TableRow):
    """A distance from a structure that a label or course names."""

    region: str
    text: str
    distance_cm: float | None = Field(default=None, gt=0)


class MuscleRow(TableRow):
    """A recording position: the names of the montage.

    ``emg_effect`` says whether surface EMG can see what toxin does there.
    """

    name: str
    paired: bool
    emg_shift: Literal["never", "norm"]
    emg_effect: bool = False
    why: str | None = None


class RegionRow(TableRow):
    """A region of the plan with its practice range, for the products in ``applies_to`` only.

    ``even_out`` says whether sides are made equal there without a stated reason.
    ``scale`` says which plausible amounts hold for its points. The days count from treatment:
    review from ``review_day``, full effect until ``full_effect_day``, and *no effect* may be said
    from ``no_effect_day``; where the shape follows the muscle later, it has days of its own.
    """

    name: str
    muscles: list[str] = Field(min_length=1)
    side_basis: SideBasis
    units_min: float = Field(ge=0)
    units_typical: list[float] = Field(min_length=1)
    units_max: float = Field(gt=0)
    points_min: int | None = Field(default=None, ge=1)
    points_max: int | None = Field(default=None, ge=1)
    applies_to: list[str]
    even_out: bool
    asymmetric_by_design: bool
    emg_no_baseline_weeks: int | None = Field(default=None, gt=0)
    scale: Literal["face", "chewing", "small"]
    review_day: int = Field(gt=0)
    full_effect_day: int = Field(gt=0)
    no_effect_day: int = Field(gt=0)
    shape_day: int | None = Field(default=None, gt=0)
    shape_no_effect_day: int | None = Field(default=None, gt=0)
    review_sources: list[str]
    review_grade: Evidence
    anchor: str | None = None
    anchor_sources: list[str]
    anchor_grade: Evidence
    anchor_status: Known

    @model_validator(mode="after")
    def _ordered(self) -> RegionRow:
        if not self.units_min <= min(self.units_typical) <= max(self.units_typical):
            raise ValueError("units_min is above units_typical")
        if max(self.units_typical) > self.units_max:
            raise ValueError("units_typical is above units_max")
        if (self.points_min or 0) > (self.points_max or 99):
            raise ValueError("points_min is above points_max")
        return self


class DoseRow(TableRow):
    """Amounts that a trial or practice gave in a region, on its basis, for one group of brands.

    What lies between the smallest and the largest counts as covered. Nobody chooses one of them.
    """

    group: str
    region: str
    basis: Literal["studied", "practice"]
    units: list[float] = Field(min_length=1)
    sex: Literal["women", "men", "all"]
    text: str


class HazardRow(TableRow):
    """What is never suggested in a region."""

    regions: list[str] = Field(min_length=1)
    text: str
    never: str
    never_places: list[str]
    max_gain_units: float | None = Field(default=None, gt=0)
    never_anything: bool
    never_emg_shift: bool
    applies_to: list[str] | None = None


class FactRow(TableRow):
    """A published fact that is shown and enters no rule."""

    text: str
    n: int | None = Field(default=None, gt=0)


class TrialRow(TableRow):
    """A trial that is shown and enters no rule."""

    text: str


class NormRow(TableRow):
    """Absolute asymmetry index of healthy people at one muscle, %."""

    muscle: str
    measure: Literal["ai_abs_percent"]
    unit: Literal["%"]
    mean: float = Field(gt=0)
    sd: float = Field(gt=0)
    n: int = Field(gt=0)
    ratio_mean_percent: float = Field(gt=0)
    ratio_sd_percent: float = Field(gt=0)
    limit95_percent: float = Field(gt=0, lt=100)
    limit_status: Known
    widening_percent: float = Field(ge=0, lt=100)
    widening_status: Known


class BandRow(TableRow):
    """What a narrow band costs: false asymmetry, in points of the index."""

    fs_hz: float = Field(gt=0)
    high_hz: float = Field(gt=0)
    penalty_percent: float = Field(gt=0)
    rms_kept_low_percent: float = Field(gt=0)
    rms_kept_middle_percent: float = Field(gt=0)
    rms_kept_high_percent: float = Field(gt=0)


class ClaimRow(TableRow):
    """One claim of the popular article and what the literature says of it."""

    claim: str
    verdict: str
    answer: str
    usable_in_rules: str
    usable: bool


class PolicyRow(TableRow):
    """A number of the program's own."""

    value: float = Field(gt=0)
    unit: str
    tighter: Literal["lower", "higher"]
    text: str


class PlausibleRow(TableRow):
    """Where an amount is questioned, and where the number must be typed again.

    Each compares a product with its own label only: nothing is converted between products.
    """

    caution: float = Field(gt=0)
    stop: float = Field(gt=0)
    unit: str
    text: str

    @model_validator(mode="after")
    def _ordered(self) -> PlausibleRow:
        if self.caution >= self.stop:
            raise ValueError("caution is not below stop")
        return self


class SourceRow(BaseModel):
    """Where a value was read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    id: str = Field(pattern=r"^S[0-9]+$")
    what: str
    year: str | None = None
    address: str | None = None
