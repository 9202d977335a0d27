"""The labels as text and as plain values: every row beside its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from emg_dosing.check_label import label_age
from emg_dosing.label_rows import LabelFact, label_facts, unread_products
from emg_dosing.rows import ProductRow, UnreadRow
from emg_dosing.tables import Tables
from emg_signal.document import as_document
from emg_signal.errors import ConfigError
from emg_signal.phrase import listed, say
from emg_ui.text.language import shown, tr


def label_record(product_id: str, tables: Tables) -> dict[str, Any]:
    """Return product id → date of its label's text, how it was read, and its rows.

    Raises
    ------
    ConfigError
        No product of that id.
    """
    return {
        row.id: {
            "brand": row.brand,
            "label_date": row.label_date,
            "label_read": row.label_read,
            "rows": [as_document(fact) for fact in label_facts(row.id, tables)],
        }
        for row in _chosen(product_id, tables)
    }


def label_blocks(
    product_id: str, tables: Tables, today: dt.date | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Yield heading and lines of one product, or of all and of what no label was read.

    Parameters
    ----------
    product_id
        Empty for all.
    tables
        Of the labels.
    today
        For the age of the texts; None for today.

    Raises
    ------
    ConfigError
        No product of that id.
    """
    today = today or dt.datetime.now().astimezone().date()
    for row in _chosen(product_id, tables):
        where = ", ".join(row.jurisdictions)
        age = label_age(row, tables, today)
        first = shown(age) if age else tr("label text of {date!s}", date=row.label_date)
        facts = label_facts(row.id, tables)
        heading = tr("{brand!s}, {where!s} ({id!s})", brand=row.brand, where=where, id=row.id)
        yield heading, [first, *(_words(fact) for fact in facts)]
    if not product_id:
        heading = tr("Licensed, and nothing read of the label: no plan is checked for these")
        yield heading, [_unread_words(row) for row in unread_products(tables)]


def _unread_words(row: UnreadRow) -> str:
    return f"{row.brand}, {', '.join(row.jurisdictions)}: {shown(row.text)}"


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
            say("Known ones: {known}.", known=listed(row.id for row in every)),
        )
    return found
