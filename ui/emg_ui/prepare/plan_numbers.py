"""What stands behind the numbers of a plan: units that a person entered, mL that follow."""

from __future__ import annotations

from PySide6.QtCore import QRect

from emg_dosing.dose_bands import RegionBands, band_words
from emg_dosing.plan import Plan
from emg_dosing.preparation import prepare
from emg_dosing.tables import Tables
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.numbers import millilitres, units
from emg_ui.text.plan_words import product_name, region_name


def plan_numbers(plan: Plan, tables: Tables, place: QRect | None = None) -> list[NumberAbout]:
    """Return what may be asked of a plan's numbers, standing at `place`."""
    product = product_name(plan, tables)
    found = [
        NumberAbout(
            tr("units of the plan"),
            units(plan.total.units),
            what=tr("The sum of what a person entered point by point."),
            source=tr("the plan"),
            is_not=tr("Units of {product} say nothing about another product's.", product=product),
            place=place,
        )
    ]
    preparation = prepare(plan, tables)
    if preparation is None or not preparation.draws or plan.syringe is None:
        return found
    draw, row = preparation.draws[0], preparation.concentration.row
    found.append(
        NumberAbout(
            tr("volume of a point"),
            millilitres(draw.drawn_ml),
            what=tr(
                "Units over the concentration, {exact} exactly, taken down to the syringe's line "
                "of {line:g} mL: never more than was planned.",
                exact=millilitres(draw.exact_ml),
                line=plan.syringe.graduation_ml,
            ),
            reference=tr(
                "{amount} in 0.1 mL",
                amount=units(float(preparation.concentration.chosen or 0) / 10),
            ),
            source=tr("vial and diluent as entered")
            if row is None
            else tr("the label's dilution ({sources!s})", sources=", ".join(row.source_ids)),
            is_not=tr("It does not know what stays in the needle and its hub."),
            place=place,
        )
    )
    return found


def band_numbers(bands: RegionBands, tables: Tables, place: QRect | None) -> list[NumberAbout]:
    """Return who gave which dose in an area, standing at `place`."""
    return [
        NumberAbout(
            region_name(bands.region, tables),
            shown(band_words(band)),
            what=tr("What was given there, side by side with the plan; nothing is chosen by it."),
            source=", ".join(band.sources),
            is_not=tr("No measurement enters it, and no dose follows from it."),
            place=place,
        )
        for band in bands.bands
    ]
