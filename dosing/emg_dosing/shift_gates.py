"""The gates of the EMG shift: each is a constraint that leaves the move alone or refuses it."""

from __future__ import annotations

from fractions import Fraction

from emg_dosing.chain import Constraint, Ground, Verdict, refuse
from emg_dosing.even_gates import (
    largest_gain,
    no_gain_at_forbidden_places,
    reason_stated,
    region_allows,
    within_bounds,
)
from emg_dosing.exact import exact, number
from emg_dosing.healthy import (
    DeadBand,
    above_most,
    beyond_healthy,
    dead_band,
    interval_words,
    placed_words,
)
from emg_dosing.measured import MeasuredPair
from emg_dosing.no_baseline import no_baseline_weeks
from emg_dosing.region_bounds import table_bounds
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import listed, say
from emg_signal.quality import Quality


def allowed_by_policy(units: Fraction, ground: Ground) -> Verdict:
    """Refuse where the clinic has switched the EMG shift off."""
    if ground.bound.policy.emg_shift:
        return Verdict(units)
    return refuse(Reason(say("The clinic's policy allows no EMG shift."), "policy.clinic"))


def muscle_allows(units: Fraction, ground: Ground) -> Verdict:
    """Refuse muscles and regions that never take one; what few healthy faces have is examined."""
    muscle, pair = ground.bound.tables.muscle(ground.pair.muscle), ground.measured
    healthy = ground.bound.tables.healthy_range(ground.pair.muscle)
    if muscle.emg_shift == "never":
        if pair is not None and healthy is not None and beyond_healthy(pair, ground.bound.tables):
            return refuse(above_most(pair, healthy))
        text = say("{pair}: never an EMG shift. {why}", pair=ground.name, why=muscle.why)
        return refuse(Reason(text, f"muscle.{muscle.id}"))
    for hazard in ground.bound.tables.hazards(ground.pair.region):
        if hazard.never_emg_shift:
            name = ground.bound.region_name(ground.pair.region)
            text = say("{region}: {never}", region=name, never=hazard.never)
            return refuse(Reason(text, hazard.id))
    return Verdict(units)


def baseline_known(units: Fraction, ground: Ground) -> Verdict:
    """Refuse a muscle that toxin may still weaken: of it alone EMG is no baseline."""
    for region, days in (ground.examination.toxin_days or {}).items():
        row = ground.bound.tables.region(region)
        weeks = no_baseline_weeks(row, ground.bound.tables, ground.bound.policy)
        if ground.pair.muscle not in row.muscles or days >= 7 * weeks:
            continue
        return refuse(
            Reason(
                say(
                    "{region}: toxin {days} days ago; EMG is no baseline there for {weeks} weeks.",
                    region=ground.bound.region_name(region),
                    days=days,
                    weeks=number(weeks),
                ),
                "policy.emg_baseline_weeks",
                days,
                7 * weeks,
                "days",
                ("S44", "S108"),
                "rct",
            )
        )
    return Verdict(units)


def has_norm(units: Fraction, ground: Ground) -> Verdict:
    """Refuse a muscle without a published range of its own (in training the widest counts)."""
    healthy = ground.bound.tables.healthy_range(ground.pair.muscle)
    if healthy is not None or ground.scenario.profile == "training":
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: no healthy range of this muscle is published, so no asymmetry of it can "
                "be called unusual.",
                pair=ground.name,
            ),
            "norm.none",
        )
    )


def examined(units: Fraction, ground: Ground) -> Verdict:
    """Refuse until everything was asked."""
    missing = ground.examination.not_asked
    if not missing:
        return Verdict(units)
    return refuse(
        Reason(
            say("Open questions of the examination: {count}.", count=len(missing)),
            "check.not_asked",
            len(missing),
            0,
            "questions",
        )
    )


def enough_placements(units: Fraction, ground: Ground) -> Verdict:
    """Refuse without a second placement of the electrodes."""
    count, least = len(_pair(ground).placements), ground.bound.policy.placements
    if count >= least:
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: {count} placement of the electrodes, at least {least} are needed (taken "
                "off and re-seated between).",
                pair=ground.name,
                count=count,
                least=number(least),
            ),
            "policy.placements",
            count,
            least,
            "placements",
        )
    )


def enough_repetitions(units: Fraction, ground: Ground) -> Verdict:
    """Refuse too few repetitions; three are for display."""
    fewest = min(p.repetitions for p in _pair(ground).placements)
    least = ground.bound.policy.repetitions
    if fewest >= least:
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: {count} repetitions are for display; at least {least} are needed.",
                pair=ground.name,
                count=fewest,
                least=number(least),
            ),
            "policy.repetitions",
            fewest,
            least,
            "repetitions",
        )
    )


def tapped(units: Fraction, ground: Ground) -> Verdict:
    """Refuse leads that were not proven: swapped leads would move units to the wrong side."""
    if _pair(ground).tap_test_passed:
        return Verdict(units)
    text = say("{pair}: the tap test has not been passed.", pair=ground.name)
    return refuse(Reason(text, "shift.tap"))


def good_quality(units: Fraction, ground: Ground) -> Verdict:
    """Refuse anything but GOOD on both sides."""
    pair = _pair(ground)
    found = zip(Side, (pair.left_quality, pair.right_quality), strict=True)
    bad = [
        say("{side} is {quality}", side=side.value, quality=quality.value)
        for side, quality in found
        if quality is not Quality.GOOD
    ]
    if not bad:
        return Verdict(units)
    text = say("{pair}: {sides}.", pair=ground.name, sides=listed(bad))
    return refuse(Reason(text, "shift.quality"))


def band_known(units: Fraction, ground: Ground) -> Verdict:
    """Refuse a rate or band below the narrowest one whose price is known."""
    if _dead_band(ground) is not None or has_norm(units, ground).reason is not None:
        return Verdict(units)
    pair = _pair(ground)
    return refuse(
        Reason(
            say(
                "{pair}: {rate} samples/s up to {high} Hz is too narrow a band.",
                pair=ground.name,
                rate=number(pair.fs_hz),
                high=number(pair.high_hz),
            ),
            "band.250",
            pair.high_hz,
            65.0,
            "Hz",
            ("S81",),
        )
    )


def beyond_dead_band(units: Fraction, ground: Ground) -> Verdict:
    """Refuse unless every interval lies beyond the dead band, on one and the same side."""
    band = _dead_band(ground)
    if band is None:
        return Verdict(units)
    for placement in _pair(ground).placements:
        low, high = placement.low_percent, placement.high_percent
        near = low if ground.taker is Side.LEFT else -high
        if exact(near) > exact(band.percent):
            continue
        text = say(
            "{pair}: {sides}, repeatability {interval} %; all of it must lie beyond {band}.",
            pair=ground.name,
            sides=placed_words(_pair(ground), placement),
            interval=interval_words(low, high, 1 if ground.taker is Side.LEFT else -1),
            band=band.arithmetic,
        )
        sources = band.healthy.sources
        reason = Reason(text, "shift.dead_band", near, band.percent, "%", sources, "cohort")
        return refuse(reason)
    return Verdict(units)


def not_beyond_examination(units: Fraction, ground: Ground) -> Verdict:
    """Refuse an interval that reaches where an asymmetry is examined, not dosed."""
    limit = ground.bound.policy.examine_index_percent
    far = max(max(-p.low_percent, p.high_percent) for p in _pair(ground).placements)
    if exact(far) <= exact(limit):
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: the repeatability interval reaches {far} %; above {limit} % is examined, "
                "not dosed.",
                pair=ground.name,
                far=number(far),
                limit=number(limit),
            ),
            "policy.examine_index",
            far,
            limit,
            "%",
        )
    )


def plan_not_leaning(units: Fraction, ground: Ground) -> Verdict:
    """Refuse when the plan already gives the more active side more."""
    pair = ground.pair
    more, less = pair.units(ground.taker), pair.units(ground.giver)
    if more <= less:
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: the plan already gives the more active side {units} units more.",
                pair=ground.name,
                units=number(more - less),
            ),
            "shift.leaning",
            float(more - less),
            0.0,
            "U",
        )
    )


def step_known(units: Fraction, ground: Ground) -> Verdict:
    """Refuse while vial, concentration or syringe are open."""
    if ground.bound.step is not None:
        return Verdict(units)
    return refuse(Reason(say("Vial, concentration or syringe are open."), "check.not_given"))


def small_enough(units: Fraction, ground: Ground) -> Verdict:
    """Refuse where one graduation is more than the allowed share of the smaller side."""
    smaller = min(ground.pair.units(side) for side in Side)
    most = smaller * exact(ground.bound.policy.max_shift_percent) / 100
    if ground.bound.step is None or units <= most:
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{pair}: not possible here: one graduation is {step} units, and {percent} % of the "
                "smaller side's {smaller} units is {most} units.",
                pair=ground.name,
                step=number(units),
                percent=number(ground.bound.policy.max_shift_percent),
                smaller=number(smaller),
                most=number(most),
            ),
            "policy.max_shift",
            float(units),
            float(most),
            "U",
        )
    )


def bounds_known(units: Fraction, ground: Ground) -> Verdict:
    """Refuse where neither label nor practice range bounds the result."""
    if (
        table_bounds(ground.bound.tables, ground.bound.plan.product_id, ground.pair.region)
        is not None
    ):
        return Verdict(units)
    return refuse(
        Reason(
            say(
                "{region}: no range of this product is known, so nothing bounds a shift.",
                region=ground.bound.region_name(ground.pair.region),
            ),
            "check.no_range",
        )
    )


def points_mirror(units: Fraction, ground: Ground) -> Verdict:
    """Refuse sides with different numbers of points: there is no point to move to."""
    if ground.pair.mirrors:
        return Verdict(units)
    counts = [len(ground.pair.points(side)) for side in (ground.taker, ground.giver)]
    return refuse(
        Reason(
            say(
                "{pair}: {count} points on {side}, {other_count} on {other_side}.",
                pair=ground.name,
                count=counts[0],
                side=ground.taker.value,
                other_count=counts[1],
                other_side=ground.giver.value,
            ),
            "shift.points",
        )
    )


NEVER_CONSTRAINTS: tuple[Constraint, ...] = (allowed_by_policy, region_allows, muscle_allows)
"""Where one of these refuses, nothing else is said: no box unlocks it."""

SHIFT_CONSTRAINTS: tuple[Constraint, ...] = (
    reason_stated,
    baseline_known,
    has_norm,
    enough_repetitions,
    enough_placements,
    band_known,
    beyond_dead_band,
    not_beyond_examination,
    good_quality,
    tapped,
    examined,
    plan_not_leaning,
    points_mirror,
    bounds_known,
    step_known,
    small_enough,
    largest_gain,
    no_gain_at_forbidden_places,
    within_bounds,
)


def _pair(ground: Ground) -> MeasuredPair:
    pair = ground.measured
    if pair is None:
        raise ValueError(f"{ground.pair.muscle} was not measured")
    return pair


def _dead_band(ground: Ground) -> DeadBand | None:
    pair = _pair(ground)
    return dead_band(
        pair.muscle, pair.fs_hz, pair.high_hz, ground.bound.tables, ground.scenario.profile
    )
