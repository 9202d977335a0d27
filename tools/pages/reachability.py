"""Where an EMG shift can come about at all: region × product × board rate, asked of the rules.

Each row is found by asking `suggest` about an ideal measurement (two placements of five
repetitions without spread, quality good, leads proven, nothing found on examination) and plans
with equal sides, from one graduation to the region's bound. So a rule that is dead by arithmetic
shows as "never", with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from emg_dosing.exact import exact, floor_units, number
from emg_dosing.examination import Examination
from emg_dosing.healthy import dead_band
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.pairs import share
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.region_bounds import table_bounds
from emg_dosing.rows import BandRow, DilutionRow, ProductRow, RegionRow
from emg_dosing.scenario import Profile, Scenario
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.chunk import Origin
from emg_signal.montage import Side

GRADUATION_ML: Final = 0.01
"""Of a common 1 mL syringe (engineering judgement); a finer one reaches further."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One row: where an EMG shift is possible, or why never.

    Parameters
    ----------
    region, muscle, product, dilution
        What it is about; the dilution is empty where it does not matter.
    profile
        research or training.
    windows
        Rate → smallest and largest asymmetry in %, None where the window is empty.
    sides
        Smallest and largest equal side, U; None if never.
    shift
        Units moved, None if never.
    why
        The reason for never, or empty.
    """

    region: str
    muscle: str
    product: str
    dilution: str
    profile: Profile
    windows: tuple[tuple[float, tuple[float, float] | None], ...] = ()
    sides: tuple[float, float] | None = None
    shift: float | None = None
    why: str = ""


def reach(tables: Tables, profile: Profile) -> Iterator[Reach]:
    """Yield every row of a profile in the order of the tables."""
    for region in tables.all(RegionRow):
        for muscle in region.muscles:
            never = _never(tables, region, muscle, profile)
            if never:
                yield Reach(region.id, muscle, "every product", "", profile, why=never)
                continue
            for product in tables.all(ProductRow):
                yield from _of_product(tables, region, muscle, product, profile)


def _never(tables: Tables, region: RegionRow, muscle: str, profile: Profile) -> str:
    """Return why this muscle never takes a shift here, whatever the product."""
    row = tables.muscle(muscle)
    if row.emg_shift == "never":
        return row.why or "never"
    if region.asymmetric_by_design:
        return "Its sides differ by design."
    if tables.healthy_range(muscle) is None and profile == "research":
        return "No healthy range of this muscle is published."
    return ""


def _of_product(
    tables: Tables, region: RegionRow, muscle: str, product: ProductRow, profile: Profile
) -> Iterator[Reach]:
    start = Reach(region.id, muscle, product.id, "", profile)
    bounds = table_bounds(tables, product.id, region.id)
    if bounds is None:
        yield replace(start, why="Neither label nor practice range is known: nothing bounds it.")
        return
    high = exact(bounds.guardrail.absolute.high)
    most = high / 2 if bounds.basis == "total" else high
    for row in tables.of_product(DilutionRow, product.id):
        yield _of_dilution(tables, region, row, start, most)


def _of_dilution(
    tables: Tables, region: RegionRow, row: DilutionRow, start: Reach, most: Fraction
) -> Reach:
    """Ask the rules at every equal side in whole graduations up to `most`."""
    dilution = f"{row.vial_units} U in {number(row.diluent_ml)} mL"
    start = replace(start, dilution=dilution if row.diluent_ml else "ready to use")
    windows = tuple((b.fs_hz, _window(tables, start, b)) for b in tables.all(BandRow))
    start = replace(start, windows=windows)
    measured = _best_measurement(tables, start)
    if measured is None:
        return replace(start, why="The dead band reaches what is examined.")
    step = _per_ml(row) * exact(GRADUATION_ML)
    sides = [step * count for count in range(1, int(most / step) + 1)]
    answers = {side: _ask(tables, region, row, start, side, measured) for side in sides}
    found = [side for side, answer in answers.items() if answer.kind is SuggestionKind.EMG_SHIFT]
    if not found:
        return replace(start, why=answers[sides[-1]].reasons[0].text)
    reached = floor_units(min(found)), floor_units(max(found))
    return replace(start, sides=reached, shift=floor_units(step))


def _per_ml(row: DilutionRow) -> Fraction:
    """Return vial over diluent, and the label's figure of what is ready to use."""
    if not row.diluent_ml:
        return exact(row.label_units_per_0_1ml) * 10
    return exact(row.vial_units) / exact(row.diluent_ml)


def _window(tables: Tables, start: Reach, band: BandRow) -> tuple[float, float] | None:
    """Return the open asymmetry window at a rate: from the dead band to what is examined."""
    dead = dead_band(start.muscle, band.fs_hz, band.high_hz, tables, start.profile)
    top = tables.policy_rule("examine_index").value
    return None if dead is None or dead.percent >= top else (dead.percent, top)


def _best_measurement(tables: Tables, start: Reach) -> MeasuredFace | None:
    """Return two exact placements in the middle of the widest window, None if all are closed."""
    bands = {band.fs_hz: band for band in tables.all(BandRow)}
    windows = [(bands[fs], window) for fs, window in start.windows if window]
    if not windows:
        return None
    band, window = min(windows, key=lambda entry: entry[1][0])
    index = sum(window) / 2
    placements = (Placement(index, index, index, 5),) * 2
    pair = MeasuredPair(
        start.muscle, placements, band.fs_hz, 20.0, band.high_hz, tap_test_passed=True
    )
    return MeasuredFace((pair,), 0.0, Origin.SIMULATED)


def _ask(
    tables: Tables,
    region: RegionRow,
    row: DilutionRow,
    start: Reach,
    side: Fraction,
    measured: MeasuredFace,
) -> Suggestion:
    plan = _plan(region, row, start, side)
    asked = Scenario(plan, measured, Examination.nothing_found(), start.profile)
    return suggest(asked, tables)


def _plan(region: RegionRow, row: DilutionRow, start: Reach, side: Fraction) -> Plan:
    """Return a plan with `side` on each side in as few points as practice has."""
    count = region.points_min or 1
    per_side = count if region.side_basis == "per_side" else -(-count // 2)
    step = _per_ml(row) * exact(GRADUATION_ML)
    shares = share(side, [Fraction(1)] * per_side, step)
    points = tuple(
        Point(f"{s}.{i}", region.id, start.muscle, s, Dose(floor_units(units), start.product))
        for s in Side
        for i, units in enumerate(shares, start=1)
    )
    vial = Vial(float(row.vial_units or 100), row.diluent_ml, "computed")
    syringe = Syringe(1.0, GRADUATION_ML, 0.0)
    return Plan(start.product, points, goal="full", lot="any", vial=vial, syringe=syringe)


def rows_of(tables: Tables) -> dict[Profile, list[Reach]]:
    """Return every row of both profiles, some thousand answers of the rules."""
    profiles: tuple[Profile, ...] = ("research", "training")
    return {profile: list(reach(tables, profile)) for profile in profiles}


def reachability_page(tables: Tables, found: dict[Profile, list[Reach]]) -> str:
    """Return the page docs/reachability.md, of what `rows_of` found."""
    rates = [band.fs_hz for band in tables.all(BandRow)]
    lines = [
        "# Where an EMG shift can come about",
        "",
        "Written by `python tools/pages` from the rules themselves, and compared with",
        "them in the tests. Each row was found by asking the rules about an ideal measurement and",
        f"plans with equal sides, with a syringe of {GRADUATION_ML:g} mL graduation. A finer",
        "syringe reaches further, a coarser one less far. Asymmetry windows are in percent of the",
        "index: the whole repeatability interval of both placements must lie inside.",
        "",
    ]
    for profile, rows in found.items():
        lines += _section(profile, rows, rates)
    return "\n".join(lines)


def _section(profile: Profile, rows: list[Reach], rates: list[float]) -> list[str]:
    head = " | ".join(f"{rate:g} samples/s" for rate in rates)
    lines = [
        f"## {profile}",
        "",
        f"| region | muscle | product | dilution | {head} | sides, U | shift, U | why never |",
        "|---|---|---|---|" + "---|" * len(rates) + "---|---|---|",
    ]
    return lines + [_line(row, rates) for row in rows] + [""]


def _line(row: Reach, rates: list[float]) -> str:
    windows = dict(row.windows)
    cells = [row.region, row.muscle, row.product, row.dilution]
    possible = row.shift is not None
    for rate in rates:
        window = windows.get(rate) if possible else None
        cells.append(f"{number(window[0])} to {number(window[1])}" if window else "never")
    cells.append(f"{number(row.sides[0])} to {number(row.sides[1])}" if row.sides else "")
    cells.append(number(row.shift) if row.shift is not None else "")
    return "| " + " | ".join([*cells, row.why]) + " |"
