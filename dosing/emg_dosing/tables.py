"""`Tables`: products, sites, norms, claims, policy and sources, validated as a whole.

`load_tables` is the only I/O of this package. A table that is damaged, truncated, incomplete,
non-finite or of an unknown version does not load: dosing is off with that reason, and the signals
stay on.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from emg_dosing import rows
from emg_dosing.manifest import (
    MANIFEST_NAME,
    REMEDY,
    TABLE_NAMES,
    parse_manifest,
    verify,
)
from emg_signal.errors import ProductTableError
from emg_signal.phrase import say

SCHEMA = 1
"""Version of the tables that this program reads."""

_CONTENT: dict[str, dict[str, type[BaseModel]]] = {
    "claims": {"claim": rows.ClaimRow},
    "norms": {"norm": rows.NormRow, "fact": rows.FactRow, "band": rows.BandRow},
    "policy": {"rule": rows.PolicyRow, "plausible": rows.PlausibleRow},
    "products": {
        "product": rows.ProductRow,
        "pattern": rows.PatternRow,
        "dilution": rows.DilutionRow,
        "step": rows.StepRow,
        "interval": rows.IntervalRow,
        "maximum": rows.MaximumRow,
        "condition": rows.ConditionRow,
        "population": rows.PopulationRow,
        "common": rows.CommonRow,
        "distance": rows.DistanceRow,
        "side_effect": rows.SideEffectRow,
        "unread": rows.UnreadRow,
    },
    "safety": {
        "effect": rows.EffectRow,
        "adverse": rows.AdverseRow,
        "country": rows.CountryRow,
    },
    "sites": {
        "muscle": rows.MuscleRow,
        "region": rows.RegionRow,
        "dose": rows.DoseRow,
        "hazard": rows.HazardRow,
        "trial": rows.TrialRow,
    },
    "sources": {"source": rows.SourceRow},
}

_NAMES: dict[type[BaseModel], str] = {
    row: name for table in _CONTENT.values() for name, row in table.items()
}

Row = TypeVar("Row", bound=BaseModel)
ProductsRow = TypeVar("ProductsRow", bound=rows.OfProduct)
Rows = dict[str, tuple[BaseModel, ...]]


@dataclass(frozen=True, slots=True)
class HealthyRange:
    """Published asymmetry of healthy people at one muscle.

    Parameters
    ----------
    muscle
        Recording position.
    limit95_percent
        95 % of healthy people lie within ± this index, %.
    mean_percent, sd_percent
        Of the absolute index, %.
    n
        People measured.
    widening_percent
        Added before anything is shifted (docs/dosing.md), points of the index.
    sources
        Ids of the sources table.
    reviewed
        Whether a clinician has reviewed the row.
    """

    muscle: str
    limit95_percent: float
    mean_percent: float
    sd_percent: float
    n: int
    widening_percent: float
    sources: tuple[str, ...]
    reviewed: bool

    @property
    def source(self) -> str:
        """``S89``."""
        return ", ".join(self.sources)


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables; made by `load_tables` or `build_tables` only.

    Parameters
    ----------
    by_kind
        Kind of row → its rows in the order of the file.
    digest
        SHA-256 over all files: goes into every answer.
    """

    by_kind: Rows
    digest: str
    _by_id: dict[tuple[str, str], BaseModel] = field(init=False, repr=False, compare=False)
    _reviews: tuple[bool, ...] = field(init=False, repr=False, compare=False)
    _by_product: dict[tuple[str, str], tuple[rows.OfProduct, ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Index the rows: a rule looks up many."""
        found = [(name, row) for name, kind in self.by_kind.items() for row in kind]
        by_product: dict[tuple[str, str], tuple[rows.OfProduct, ...]] = {}
        for name, row in found:
            if isinstance(row, rows.OfProduct):
                key = name, row.product
                by_product[key] = (*by_product.get(key, ()), row)
        reviews = tuple(row.reviewed for _, row in found if isinstance(row, rows.TableRow))
        object.__setattr__(self, "_reviews", reviews)
        object.__setattr__(self, "_by_id", {(name, _id_of(row)): row for name, row in found})
        object.__setattr__(self, "_by_product", by_product)

    @property
    def reviewable(self) -> int:
        """Rows that a clinician is to review: all but the sources."""
        return len(self._reviews)

    @property
    def unreviewed(self) -> int:
        """Rows that no clinician has reviewed."""
        return self._reviews.count(False)

    def all(self, kind: type[Row]) -> tuple[Row, ...]:
        """Return every row of one kind."""
        return cast("tuple[Row, ...]", self.by_kind[_NAMES[kind]])

    def row(self, kind: type[Row], row_id: str) -> Row:
        """Return a row by its id; `KeyError` if unknown."""
        return cast("Row", self._by_id[_NAMES[kind], row_id])

    def of_product(self, kind: type[ProductsRow], product_id: str) -> tuple[ProductsRow, ...]:
        """Return the rows of one product, in the order of the file."""
        found = self._by_product.get((_NAMES[kind], product_id), ())
        return cast("tuple[ProductsRow, ...]", found)

    def product(self, product_id: str) -> rows.ProductRow:
        """Return a product; `KeyError` if unknown."""
        return self.row(rows.ProductRow, product_id)

    def region(self, region_id: str) -> rows.RegionRow:
        """Return a region; `KeyError` if unknown."""
        return self.row(rows.RegionRow, region_id)

    def muscle(self, muscle_id: str) -> rows.MuscleRow:
        """Return a recording position; `KeyError` if unknown."""
        return self.row(rows.MuscleRow, muscle_id)

    def policy_rule(self, name: str) -> rows.PolicyRow:
        """Return a number of the program's own; `KeyError` if unknown."""
        return self.row(rows.PolicyRow, f"policy.{name}")

    def plausible(self, name: str) -> rows.PlausibleRow:
        """Return where an amount becomes doubtful; `KeyError` if unknown."""
        return self.row(rows.PlausibleRow, f"plausible.{name}")

    def patterns(self, product_id: str) -> tuple[rows.PatternRow, ...]:
        """Return what a product's label gives."""
        return self.of_product(rows.PatternRow, product_id)

    def hazards(self, region_id: str) -> tuple[rows.HazardRow, ...]:
        """Return what is never suggested in a region."""
        return tuple(r for r in self.all(rows.HazardRow) if region_id in r.regions)

    def healthy_range(self, muscle: str) -> HealthyRange | None:
        """Return the published asymmetry of healthy people, None if there is none."""
        for row in self.all(rows.NormRow):
            if row.muscle == muscle:
                return _range_of(row)
        return None

    def widest_range(self) -> HealthyRange:
        """Return the published range with the largest limit, whatever the muscle."""
        return _range_of(max(self.all(rows.NormRow), key=lambda row: row.limit95_percent))

    def source(self, source_id: str) -> rows.SourceRow:
        """Return where something was read; `KeyError` if unknown."""
        return self.row(rows.SourceRow, source_id)


def load_tables(folder: Traversable | None = None) -> Tables:
    """Read the tables.

    Parameters
    ----------
    folder
        Where they lie; None for the packaged ones.

    Raises
    ------
    ProductTableError
        A table is missing, damaged or invalid.
    """
    folder = folder or resources.files("emg_dosing") / "data"
    try:
        files = {name: (folder / f"{name}.toml").read_bytes() for name in TABLE_NAMES}
        manifest = (folder / MANIFEST_NAME).read_bytes()
    except OSError as error:
        raise ProductTableError(
            say("A dose table cannot be read: {problem}.", problem=str(error)), REMEDY
        ) from error
    return build_tables(files, manifest)


def build_tables(files: Mapping[str, bytes], manifest: bytes) -> Tables:
    """Return the tables in `files` (name → content) if they are the sealed ones and valid.

    Raises
    ------
    ProductTableError
        A table is missing, damaged or invalid.
    """
    digests = parse_manifest(manifest)
    for name in TABLE_NAMES:
        if name not in files:
            raise ProductTableError(
                say("The table {file} is missing.", file=f"{name}.toml"), REMEDY
            )
        verify(name, files[name], digests)
    found: Rows = {}
    for name in TABLE_NAMES:
        found |= parse_table(name, files[name])
    tables = Tables(found, hashlib.sha256(manifest).hexdigest())
    require_complete(tables)
    return tables


def parse_table(name: str, content: bytes) -> Rows:
    """Return the validated rows of one table.

    Raises
    ------
    ProductTableError
        Not UTF-8 TOML of this version, a row invalid, or an unknown or missing kind of row.
    """
    file = f"{name}.toml"
    try:
        document = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProductTableError(
            say("The table {file} is damaged: {problem}.", file=file, problem=str(error)), REMEDY
        ) from error
    _require_version(file, document.pop("schema", None))
    if set(document) != set(_CONTENT[name]):
        raise ProductTableError(
            say("The table {file} does not hold what it should.", file=file), REMEDY
        )
    return {key: _rows(name, key, document[key], row) for key, row in _CONTENT[name].items()}


def _require_version(file: str, version: object) -> None:
    # True is 1 to Python, and "schema = true" is no version.
    if version != SCHEMA or isinstance(version, bool):
        raise ProductTableError(
            say(
                "The table {file} is of version {version}, this program reads {own}.",
                file=file,
                version=str(version),
                own=SCHEMA,
            ),
            REMEDY,
        )


def _rows(table: str, key: str, found: Any, row: type[BaseModel]) -> tuple[BaseModel, ...]:
    if not isinstance(found, list) or not found:
        raise ProductTableError(
            say("The table {file} holds no {kind}.", file=f"{table}.toml", kind=key), REMEDY
        )
    try:
        return tuple(row.model_validate(entry) for entry in found)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ProductTableError(
            say(
                "The table {file}: {kind} {field}: {problem}.",
                file=f"{table}.toml",
                kind=key,
                field=where,
                problem=first["msg"],
            ),
            REMEDY,
        ) from error


def require_complete(tables: Tables) -> None:
    """Raise `ProductTableError` if a row names what is not there, or an id stands twice."""
    known = {kind: [_id_of(row) for row in found] for kind, found in tables.by_kind.items()}
    for ids in known.values():
        for duplicate in (i for i in ids if ids.count(i) > 1):
            raise ProductTableError(
                say("The tables hold {name} twice.", name=repr(duplicate)), REMEDY
            )
    for row in (row for kind in tables.by_kind.values() for row in kind):
        for name in _names_missing(row, known):
            raise ProductTableError(
                say("The tables name {name}, which is not there.", name=repr(name)), REMEDY
            )
    for product in tables.all(rows.ProductRow):
        if not any(row.product == product.id for row in tables.all(rows.DilutionRow)):
            raise ProductTableError(
                say("The tables give no dilution of {product}.", product=product.id), REMEDY
            )
        if not tables.patterns(product.id):
            raise ProductTableError(
                say("The tables give no label pattern of {product}.", product=product.id), REMEDY
            )


def _names_missing(row: BaseModel, known: Mapping[str, list[str]]) -> list[str]:
    named: list[tuple[str, list[str]]] = [("source", getattr(row, "sources", []))]
    if isinstance(row, rows.OfProduct):
        named.append(("product", [row.product]))
    if isinstance(row, rows.PatternRow):
        named += [("region", list(row.parts)), ("muscle", row.muscles)]
        named.append(("muscle", [spot.muscle for spot in row.spots]))
    if isinstance(row, rows.MaximumRow):
        named.append(("region", [row.region] if row.region else []))
    if isinstance(row, rows.DistanceRow):
        named.append(("region", [row.region]))
    if isinstance(row, rows.EffectRow):
        named += [("product", row.products), ("region", row.regions)]
    if isinstance(row, rows.RegionRow):
        named += [("muscle", row.muscles), ("product", row.applies_to)]
        named += [("source", row.anchor_sources), ("source", row.review_sources)]
    if isinstance(row, rows.DoseRow):
        named.append(("region", [row.region]))
    if isinstance(row, rows.HazardRow):
        named += [("region", row.regions), ("product", row.applies_to or [])]
    if isinstance(row, rows.NormRow):
        named.append(("muscle", [row.muscle]))
    return [name for kind, names in named for name in names if name not in known[kind]]


def _id_of(row: BaseModel) -> str:
    return str(getattr(row, "id", ""))


def _range_of(row: rows.NormRow) -> HealthyRange:
    return HealthyRange(
        row.muscle,
        row.limit95_percent,
        row.mean,
        row.sd,
        row.n,
        row.widening_percent,
        row.source_ids,
        row.reviewed,
    )
