"""Montages: from files, and by default."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from emg_signal.errors import MontageError
from emg_signal.montage import Montage, Pair, needle_refused, pair_of
from emg_signal.phrase import say
from emg_signal.problem import problem_of
from emg_signal.text_file import read_toml

DEFAULT_MUSCLES = ("frontalis", "corrugator", "orbicularis_oculi", "zygomaticus")
"""Pairs of an 8-channel board from channel 1 on, left before right."""


class _PairRow(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    muscle: str = Field(pattern=r"^[a-z][a-z_]*$")
    left: int = Field(ge=1, le=64)
    right: int = Field(ge=1, le=64)
    electrode: Literal["surface", "needle"] = "surface"


class _MontageFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str = Field(min_length=1, max_length=100)
    pair: list[_PairRow] = Field(min_length=1)


def load_montage(path: Path, known_muscles: Collection[str] | None = None) -> Montage:
    """Read a montage.

    The file holds ``name`` and, per pair, ``[[pair]]`` with ``muscle``, ``left`` and ``right``:
    channels as printed on the board, counted from 1.

    Parameters
    ----------
    path
        The file.
    known_muscles
        Names that a site may have; None takes any.

    Raises
    ------
    MontageError
        Unreadable, a field missing or wrong, an unknown muscle, a channel used twice.
    """
    try:
        content = _MontageFile.model_validate(read_toml(path, MontageError))
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(
            str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"]
        )
        raise MontageError(
            say("{file!s}: {where}: {problem}.", file=path, where=where, problem=problem_of(first))
        ) from error
    for row in content.pair:
        if row.electrode != "surface":
            raise needle_refused(f"{path}, {row.muscle}")
        if known_muscles is not None and row.muscle not in known_muscles:
            raise MontageError(
                say("{file!s}: there is no muscle {name!r}.", file=path, name=row.muscle),
                say("Known ones: {names!s}.", names=", ".join(sorted(known_muscles))),
            )
    pairs = tuple(pair_of(row.muscle, row.left - 1, row.right - 1) for row in content.pair)
    return Montage(content.name, pairs)


def default_montage(n_channels: int) -> Montage:
    """Return the default pairs that fit `n_channels`: 1/2 frontalis, 3/4 corrugator and so on.

    Raises
    ------
    MontageError
        Fewer than two channels.
    """
    n_pairs = min(n_channels // 2, len(DEFAULT_MUSCLES))
    if n_pairs == 0:
        raise MontageError(
            say("A pair needs two channels, the board has {n}.", n=n_channels),
            say("Use another board."),
        )
    pairs: list[Pair] = [pair_of(DEFAULT_MUSCLES[i], 2 * i, 2 * i + 1) for i in range(n_pairs)]
    return Montage("default", tuple(pairs))


def unassigned_montage(n_channels: int) -> Montage:
    """Return neighbouring channels as pairs that claim neither site nor side.

    For a recording that came without a montage; a last single channel is left out.

    Raises
    ------
    MontageError
        Fewer than two channels.
    """
    if n_channels < 2:
        raise MontageError(
            say("A pair needs two channels, the recording has {n}.", n=n_channels),
            say("Use a recording with two channels or more."),
        )
    pairs = tuple(
        pair_of(f"channels_{first + 1}_and_{first + 2}", first, first + 1)
        for first in range(0, n_channels - 1, 2)
    )
    return Montage("unassigned", pairs, assigned=False)
