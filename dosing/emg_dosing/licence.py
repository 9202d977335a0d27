"""`licence`: what is known of a product's licence for a region in a country.

Silence is told apart from a no: a label that was not read allows nothing and forbids nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables

EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
"""Members of the European Union by their ISO 3166 code: one label for all of them."""


class Licence(StrEnum):
    """The four answers."""

    ON_LABEL = "on_label"
    NOT_ON_LABEL = "not_on_label"
    PRODUCT_NOT_LICENSED_HERE = "product_not_licensed_here"
    UNKNOWN = "unknown"


def jurisdiction_of(country: str) -> str:
    """Return the jurisdiction whose labels hold in a country: ``EU`` for ``DE``, ``UK`` for ``GB``.

    Parameters
    ----------
    country
        ISO 3166 code of two letters, or a jurisdiction of the tables; empty is not set.
    """
    code = country.strip().upper()
    return "EU" if code in EU else "UK" if code == "GB" else code


def licence(product_id: str, region_id: str, country: str, tables: Tables) -> Licence | None:
    """Return what is known of a product in a region, None where no country is set.

    Parameters
    ----------
    product_id, region_id
        Keys of the tables.
    country
        As in `jurisdiction_of`.
    tables
        Products and their indications.
    """
    here = jurisdiction_of(country)
    if not here:
        return None
    if product_id not in {row.id for row in tables.all(ProductRow)}:
        return Licence.UNKNOWN
    product = tables.product(product_id)
    if here not in product.jurisdictions:
        return Licence.PRODUCT_NOT_LICENSED_HERE
    for row in tables.patterns(product_id):
        covers = region_id == row.region or region_id in row.parts
        if covers and row.on_label and here in row.jurisdictions:
            return Licence.ON_LABEL
    return Licence.NOT_ON_LABEL if product.label_was_read else Licence.UNKNOWN
