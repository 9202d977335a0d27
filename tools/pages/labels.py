"""Every row of the labels beside its source: number, unit, region, where, date, how it is known."""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.label_rows import label_facts, unread_products
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables

HEAD = """# The labels as the program holds them

Written by `python tools/pages` from the tables; `evenhand labels` prints the same. Compare every
row with the current label where you work before you rely on it. **unverified** marks what was not
read at its source; the sources stand in
[sources.toml](../dosing/emg_dosing/data/sources.toml).
"""


def labels_page(tables: Tables) -> str:
    """Return the page."""
    return "\n".join([HEAD, *_lines(tables)]) + "\n"


def _lines(tables: Tables) -> Iterator[str]:
    for product in tables.all(ProductRow):
        yield from _product(product, tables)
    yield from ("## Licensed, and nothing read", "", "| product | where | known | source |")
    yield "|---|---|---|---|"
    for row in unread_products(tables):
        where, sources = ", ".join(row.jurisdictions), ", ".join(row.sources) or "none"
        yield f"| {row.brand} ({row.nonproprietary}) | {where} | {row.text} | {sources} |"


def _product(product: ProductRow, tables: Tables) -> Iterator[str]:
    yield f"## {product.brand}, {', '.join(product.jurisdictions)} (`{product.id}`)"
    yield ""
    date = product.label_date or "not known"
    yield f"{product.nonproprietary}. Label text of {date}; read: {product.label_read}."
    yield from ("", "| what | label | where | known | source |", "|---|---|---|---|---|")
    for fact in label_facts(product.id, tables):
        known = "verified" if fact.is_verified else f"**unverified** ({fact.status})"
        where, sources = ", ".join(fact.jurisdictions), ", ".join(fact.sources)
        yield f"| {fact.what} | {fact.text} | {where} | {known} | {sources} |"
    if product.note:
        yield from ("", product.note)
    yield ""
