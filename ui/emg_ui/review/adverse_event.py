"""What a report of an adverse event asks for: what happened, and what was given before it."""

from __future__ import annotations

from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_session.stored_visit import StoredVisit
from emg_session.visit_history import VisitHistory
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import region_name


def adverse_lines(
    examination: Examination, history: VisitHistory, tables: Tables | None
) -> list[str]:
    """Return the event and the treatment before it; empty where nothing happened.

    Parameters
    ----------
    examination
        The answers of this visit.
    history
        Of the person: the newest visit in which something was given counts.
    tables
        For names; None where dosing is off.
    """
    happened = examination.adverse_present
    if not happened:
        return []
    lines = [tr("ADVERSE EVENT, for the report")]
    for name in happened:
        said = " ".join(shown(text) for text in examination.recorded(name))
        lines.append(f"  ■ {shown(ADVERSE[name])}. {said}")
    treated = next((visit for visit in history.visits if visit.given), None)
    if treated is None:
        return [*lines, tr("  No treatment before it is on record here.")]
    return [*lines, *_treatment_lines(treated, tables)]


def _treatment_lines(visit: StoredVisit, tables: Tables | None) -> list[str]:
    """Return product, lot, units, sites and source of supply of a treatment."""
    regions = dict.fromkeys(tick.point.region for tick in visit.given)
    sites = [
        tr(
            "{region!s} {amount!s}",
            region=region_name(region, tables),
            amount=units(sum(t.dose.units for t in visit.given if t.point.region == region)),
        )
        for region in regions
    ]
    return [
        tr(
            "  given before, {date!s}: {amount!s} of {product!s}, lot {lot!s}",
            date=f"{visit.head.began.astimezone():%Y-%m-%d}",
            amount=units(sum(tick.dose.units for tick in visit.given)),
            product=", ".join(
                dict.fromkeys(_brand(t.dose.product_id, tables) for t in visit.given)
            ),
            lot=", ".join(dict.fromkeys(tick.lot for tick in visit.given)),
        ),
        tr("  sites: {sites!s}", sites=", ".join(sites)),
        tr("  supply: {supply!s}", supply=_supply(visit) or tr("not recorded")),
    ]


def _brand(product_id: str, tables: Tables | None) -> str:
    return product_id if tables is None else tables.row(ProductRow, product_id).brand


def _supply(visit: StoredVisit) -> str:
    """Return the source of supply as it was stated, empty where none was."""
    product = (visit.plan_document or {}).get("product", {})
    return str(product.get("supply") or "")
