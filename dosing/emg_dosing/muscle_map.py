"""`MuscleMap`: which muscles work in which task, each in percent of its own task's amplitude.

It names muscles: who leads, who works along, who works against. It gives no units.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from emg_dosing.examination import Examination
from emg_dosing.names import muscle_name
from emg_signal.measurement import Measurement
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say

CROSSTALK_PERCENT: Final = 25.0
"""So much of a neighbour's signal reaches an electrode near the mouth (S246): nothing below it is
called a muscle that works."""
PERIORAL: Final = frozenset(
    ("orbicularis_oris", "depressor_anguli_oris", "mentalis", "levator_labii", "zygomaticus")
)
"""Muscles around the mouth, whose cells may be their neighbours'."""
MOST_OF_A_TASK: Final = 2
"""Muscles of one task, as masseter and temporalis of a bite: an effort of the whole face is none,
and nobody leads in it."""
AGAINST: Final = {
    "frontalis": ("corrugator", "procerus", "orbicularis_oculi"),
    "corrugator": ("frontalis",),
    "procerus": ("frontalis",),
    "orbicularis_oculi": ("frontalis",),
    "zygomaticus": ("depressor_anguli_oris", "platysma"),
    "levator_labii": ("depressor_anguli_oris", "platysma"),
    "depressor_anguli_oris": ("zygomaticus", "levator_labii"),
}
"""Muscle → those that pull the other way (anatomy)."""


@dataclass(frozen=True, slots=True)
class MapCell:
    """One muscle's side in one task.

    Parameters
    ----------
    muscle, side
        Of the site.
    percent
        Of what it gives in its own task.
    may_be_crosstalk
        Whether the neighbours' signal may explain it: drawn hatched.
    """

    muscle: str
    side: Side
    percent: int
    may_be_crosstalk: bool


@dataclass(frozen=True, slots=True)
class MapRow:
    """One task.

    Parameters
    ----------
    task
        Muscles that it exercises.
    cells
        Of every site whose own task was measured.
    """

    task: tuple[str, ...]
    cells: tuple[MapCell, ...]

    @property
    def leads(self) -> str:
        """The muscle that works hardest."""
        return max(self.cells, key=lambda cell: cell.percent).muscle

    @property
    def along(self) -> tuple[MapCell, ...]:
        """Sides that work along without being asked to."""
        return tuple(cell for cell in self._unasked if cell.muscle not in self._opponents)

    @property
    def against(self) -> tuple[MapCell, ...]:
        """Sides that work against the task."""
        return tuple(cell for cell in self._unasked if cell.muscle in self._opponents)

    @property
    def _unasked(self) -> tuple[MapCell, ...]:
        return tuple(
            cell
            for cell in self.cells
            if cell.muscle not in self.task and cell.percent > CROSSTALK_PERCENT
        )

    @property
    def _opponents(self) -> frozenset[str]:
        return frozenset(name for muscle in self.task for name in AGAINST.get(muscle, ()))


def muscle_map(measurement: Measurement) -> tuple[MapRow, ...]:
    """Return one row per task; none where the record holds no tasks.

    Parameters
    ----------
    measurement
        A locked one.
    """
    sites = [
        (pair.muscle, side, measurement.montage.sites.index(site))
        for pair in measurement.montage.pairs
        for side, site in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right))
    ]
    tasks = [task for task in measurement.tasks if len(task.muscles) <= MOST_OF_A_TASK]
    own = {
        at: max((t.site_uv[at] for t in tasks if muscle in t.muscles), default=0.0)
        for muscle, _, at in sites
    }
    return tuple(
        MapRow(
            task.muscles,
            tuple(
                MapCell(
                    muscle,
                    side,
                    round(100.0 * task.site_uv[at] / own[at]),
                    muscle in PERIORAL and muscle not in task.muscles,
                )
                for muscle, side, at in sites
                if own[at] > 0.0
            ),
        )
        for task in tasks
        if any(own[at] > 0.0 for _, _, at in sites)
    )


def first_dose_words(rows: tuple[MapRow, ...], examination: Examination) -> Phrase | None:
    """Return what is published of a first dose where the lower face works without being asked.

    Only for a hemifacial spasm that is recorded as history, in research (S109, cohort): of an
    aesthetic plan it says nothing. It gives no units.

    Parameters
    ----------
    rows
        Of a measurement.
    examination
        Holds the history.
    """
    if not examination.hemifacial_spasm:
        return None
    lower = [
        cell
        for row in rows
        if not PERIORAL & set(row.task)
        for cell in (*row.along, *row.against)
        if cell.muscle in PERIORAL
    ]
    if not lower:
        return None
    return say(
        "Hemifacial spasm; lower face active in tasks of the upper: {muscles}. Abnormal lower-face "
        "activity before treatment: published advice is a lower first dose (S109, research only). "
        "It may be a neighbour's signal: look.",
        muscles=listed(
            dict.fromkeys(
                say("{muscle} {side}", muscle=muscle_name(cell.muscle), side=cell.side.value)
                for cell in lower
            )
        ),
    )


def map_words(rows: tuple[MapRow, ...]) -> Iterator[Phrase]:
    """Yield a sentence per task: who leads, who works along, who works against."""
    for row in rows:
        task = listed(muscle_name(muscle) for muscle in row.task)
        values = {"task": task, "leads": muscle_name(row.leads)}
        yield say("Task of {task}: {leads} leads.", **values)
        if row.along:
            yield say("  works along: {muscles}", muscles=_named(row.along))
        if row.against:
            yield say("  works against it: {muscles}", muscles=_named(row.against))


def _named(cells: tuple[MapCell, ...]) -> Phrase:
    return listed(map(_cell_words, cells))


def _cell_words(cell: MapCell) -> Phrase:
    name, side = muscle_name(cell.muscle), cell.side.value
    if cell.may_be_crosstalk:
        return say(
            "{muscle} {side} {percent} % (may be its neighbour's)",
            muscle=name,
            side=side,
            percent=cell.percent,
        )
    return say("{muscle} {side} {percent} %", muscle=name, side=side, percent=cell.percent)
