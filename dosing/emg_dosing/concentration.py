"""`Concentration`: units per mL, the label's figure beside vial over diluent."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from emg_dosing.exact import exact
from emg_dosing.plan import Vial
from emg_dosing.rows import DilutionRow
from emg_dosing.tables import Tables


@dataclass(frozen=True, slots=True)
class Concentration:
    """Units per mL: the label's (None off the label's dilutions) and vial over diluent.

    Parameters
    ----------
    label_units_per_ml, computed_units_per_ml
        The two figures.
    difference_percent
        Gap in percent of the label's; 0 without a label's figure.
    must_choose
        Whether the gap must be acknowledged by choosing one.
    chosen
        The figure that counts, None while it must be chosen.
    row
        The label's dilution.
    """

    label_units_per_ml: Fraction | None
    computed_units_per_ml: Fraction
    difference_percent: float
    must_choose: bool
    chosen: Fraction | None
    row: DilutionRow | None


def concentration_of(
    product_id: str, vial: Vial | None, tables: Tables, allowed_percent: float
) -> Concentration | None:
    """Return the concentration of a vial and its diluent, None without one.

    None too where diluent was added to a liquid, or none to a powder: nothing can be drawn then.

    Parameters
    ----------
    product_id
        Key of the products table.
    vial
        Vial, diluent, and which figure the person chose.
    tables
        The label's dilutions.
    allowed_percent
        Gap between the figures, in percent of the label's, above which one must be chosen.
    """
    is_liquid = tables.product(product_id).presentation == "liquid"
    if vial is None or is_liquid != (vial.diluent_ml == 0):
        return None
    row = dilution_of(product_id, vial, tables)
    if is_liquid:
        ready = None if row is None else exact(row.label_units_per_0_1ml) * 10
        return None if ready is None else Concentration(ready, ready, 0.0, False, ready, row)
    computed = exact(vial.units) / exact(vial.diluent_ml)
    if row is None:
        return Concentration(None, computed, 0.0, False, computed, None)
    label = exact(row.label_units_per_0_1ml) * 10
    difference = 100 * abs(label - computed) / label
    must_choose = difference > exact(allowed_percent) or row.acknowledge
    figures = {"label": label, "computed": computed, None: None if must_choose else computed}
    chosen = figures[vial.concentration]
    return Concentration(label, computed, float(difference), must_choose, chosen, row)


def dilution_of(product_id: str, vial: Vial, tables: Tables) -> DilutionRow | None:
    """Return the label's dilution that this vial and diluent are, None if they are none."""
    for row in tables.of_product(DilutionRow, product_id):
        # A liquid is as strong in a vial of any size.
        same_vial = row.vial_units == vial.units or not row.diluent_ml
        if same_vial and row.diluent_ml == vial.diluent_ml:
            return row
    return None
