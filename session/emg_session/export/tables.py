"""Tables beside the samples: CSV of the samples, events as BIDS has them, doses."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from emg_session.export.stretch import Stretch
from emg_session.given import Given
from emg_signal.errors import RecordError
from emg_signal.phrase import say

ROWS = 5_000
"""Rows that are written at once."""
DOSES = (
    "region", "muscle", "side", "n", "planned_units", "drawn_ml", "drawn_units",
    "given_units", "lot", "plan_version", "at_utc",
)  # fmt: skip


def write_samples(path: Path, stretch: Stretch) -> None:
    """Write one row per sample, units in the header, and count the rows again.

    Raises
    ------
    RecordError
        What is read back is not what was written.
    """
    names = [f"{label} (uV)" for label in stretch.labels]
    row = ",".join(["%d", "%.9g", *["%.9g"] * len(names)])
    table = np.column_stack(
        [stretch.index, stretch.index / stretch.header.fs_hz, stretch.samples_uv.T]
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(["sample", "time (s)", *names]) + "\n")
        for at in range(0, len(table), ROWS):
            part = table[at : at + ROWS]
            file.write("\n".join([row] * len(part)) % tuple(part.ravel()) + "\n")
    read = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    if read.shape != table.shape or not np.allclose(read, table, rtol=1e-8, atol=0.0):
        raise RecordError(
            say("{name} was not read back as it was written.", name=path.name),
            say("Export to another folder or disk."),
        )


def events_table(stretch: Stretch) -> str:
    """Return gaps and what happened as BIDS has them: seconds, tabs, one line each."""
    rows = sorted((*stretch.gaps, *stretch.happenings), key=lambda h: h.sample)
    lines = ["onset\tduration\tsample\ttrial_type\tsource"]
    lines += [
        f"{h.onset_s:.6f}\t{h.duration_s:.6f}\t{h.sample}\t{h.name}\t{h.source}" for h in rows
    ]
    return "\n".join(lines) + "\n"


def doses_table(given: Iterable[Given]) -> str:
    """Return what was given as CSV, point by point: planned, drawn and given apart."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(DOSES)
    for each in given:
        point, drawn = each.point, each.drawn
        table.writerow(
            (
                point.region,
                point.muscle,
                point.side,
                point.id.rpartition(".")[2],
                f"{point.dose.units:g}",
                "" if drawn is None else f"{drawn.ml:g}",
                "" if drawn is None else f"{drawn.units:g}",
                f"{each.dose.units:g}",
                each.lot,
                each.plan_version,
                each.at_utc,
            )
        )
    return text.getvalue()
