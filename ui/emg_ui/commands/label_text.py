"""The labels as text and as plain values: every row beside its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from emg_dosing.check_label import label_age
from emg_dosing.label_rows import LabelFact, label_facts, unread_products
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables, load_tables
from emg_signal.document import as_document
from emg_signal.errors import ConfigError
from emg_signal.phrase import listed, say
from emg_ui.text.language import shown, tr


def label_record(product_id: str) -> dict[str, Any]:
    """Return product id → date of its label's text, how it was read, and its rows.

    Raises
    ------
    ConfigError
        No product of that id.
    """
    tables = load_tables()
    return {
        row.id: {
            "brand": row.brand,
            "label_date": row.label_date,
            "label_read": row.label_read,
            "rows": [as_document(fact) for fact in label_facts(row.id, tables)],
        }
        for row in _chosen(product_id, tables)
    }


def label_lines(product_id: str, today: dt.date | None = None) -> Iterator[str]:
    """Yield the labels of one product, or of all and what of no label was read.

    Parameters
    ----------
    product_id
        Empty for all.
    today
        For the age of the texts; None for today.

    Raises
    ------
    ConfigError
        No product of that id.
    """
    tables = load_tables()
    for row in _chosen(product_id, tables):
        yield tr(
            "{brand!s}, {where!s} ({id!s})",
            brand=row.brand,
            where=", ".join(row.jurisdictions),
            id=row.id,
        )
        age = label_age(row, tables, today or dt.datetime.now().astimezone().date())
        yield f"  {shown(age)}" if age else tr("  label text of {date!s}", date=row.label_date)
        yield from (f"  {_words(fact)}" for fact in label_facts(row.id, tables))
    if not product_id:
        yield tr("Licensed, and nothing read of the label: no plan is checked for these")
        for unread in unread_products(tables):
            where = ", ".join(unread.jurisdictions)
            yield f"  {unread.brand}, {where}: {shown(unread.text)}"


def _words(fact: LabelFact) -> str:
    words = tr(
        "{what!s}: {text!s} ({where!s}; {sources!s})",
        what=shown(fact.what),
        text=shown(fact.text),
        where=", ".join(fact.jurisdictions),
        sources=", ".join(fact.sources) or tr("no source"),
    )
    return words if fact.is_verified else tr("{words!s} ▲ unverified", words=words)


def _chosen(product_id: str, tables: Tables) -> tuple[ProductRow, ...]:
    every = tables.all(ProductRow)
    found = tuple(row for row in every if product_id in ("", row.id))
    if not found:
        raise ConfigError(
            say("{name!s} is no product of the tables.", name=product_id),
            say("Choose one of: {known}.", known=listed(row.id for row in every)),
        )
    return found
