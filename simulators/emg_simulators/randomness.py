"""Named, independent streams of random numbers from one seed."""

from __future__ import annotations

import zlib

import numpy as np


def random_stream(seed: int, *names: str | int) -> np.random.Generator:
    """Return the generator that belongs to `names` under `seed`.

    Each part of a patient draws from a stream of its own, so adding a channel, a fault or an
    expression leaves every other part's samples as they were.
    """
    words = [name if isinstance(name, int) else zlib.crc32(name.encode()) for name in names]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))
