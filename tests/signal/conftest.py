"""Makers of chunks for the tests of the signal room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Chunk, FlagArray, FloatArray, Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, pair_of
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry


class Chunks:
    """Makes and cuts chunks."""

    @staticmethod
    def of(
        samples_uv: FloatArray, *, flags: FlagArray | None = None, fs_hz: float = 250.0, **more: Any
    ) -> Chunk:
        given = {"first_index": 0, "t0_s": 0.0, "origin": Origin.SIMULATED, **more}
        flags = np.zeros_like(samples_uv, np.uint8) if flags is None else flags
        return Chunk(samples_uv=samples_uv, fs_hz=fs_hz, flags=flags, **given)

    @classmethod
    def cut(cls, chunk: Chunk, sizes: list[int]) -> list[Chunk]:
        """Cut a chunk into pieces of the given sizes, in turn until nothing is left."""
        pieces, at = [], 0
        while at < chunk.n_samples:
            end = min(chunk.n_samples, at + sizes[len(pieces) % len(sizes)])
            piece = cls.of(
                chunk.samples_uv[:, at:end],
                flags=chunk.flags[:, at:end],
                fs_hz=chunk.fs_hz,
                first_index=chunk.first_index + at,
                lost=0 if at else chunk.lost,
                segment=chunk.segment,
            )
            pieces.append(piece)
            at = end
        return pieces

    @staticmethod
    def noise(
        n_channels: int, n_samples: int, *, seed: int = 1, scale_uv: float = 20.0
    ) -> FloatArray:
        return np.random.default_rng(seed).normal(0.0, scale_uv, (n_channels, n_samples))


@pytest.fixture(scope="session")
def chunks() -> type[Chunks]:
    return Chunks


@pytest.fixture(scope="session")
def montage() -> Montage:
    return Montage("test", (pair_of("frontalis", 0, 1), pair_of("zygomaticus", 2, 3)))


@pytest.fixture(scope="session")
def facial_uv(shared_data: Path) -> FloatArray:
    """Return corrugator, zygomaticus and levator of the real facial recording, µV at 1000 Hz."""
    lines = (shared_data / "facial_emg_biopac_1000hz.txt").read_text().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("CH1,")) + 2
    rows = [line.split(",")[:3] for line in lines[first:] if line.strip()]
    return np.array(rows, dtype=float).T * 1000.0


@pytest.fixture(scope="session")
def jaw_uv(shared_data: Path) -> FloatArray:
    """Return the eight channels of the real jaw-clench recording, µV at 250 Hz."""
    lines = (shared_data / "cyton_jaw_clench_250hz.txt").read_text().splitlines()
    rows = [line.split(",")[1:9] for line in lines if line[:1].isdigit()]
    return np.array(rows, dtype=float).T


@pytest.fixture
def measurement(montage: Montage) -> Measurement:
    band = Band(20.0, 65.0)
    sites = tuple(
        SiteCalibration(site, 2.0, 40.0, (39.0, 40.0, 41.0), 2.5, 20.0) for site in montage.sites
    )
    symmetry = Symmetry(montage.pairs[0], 6.0, (2.0, 10.0), 5, (40.0,) * 5, (35.0,) * 5, 1, band)
    return Measurement(
        subject="P-1",
        montage=montage,
        board="test board",
        origin=Origin.SIMULATED,
        fs_hz=250.0,
        band=band,
        calibration=Calibration(sites, 250.0, band, 0.124, "b", None, "2026-01-01T12:00:00+00:00"),
        symmetries=(symmetry,),
        quality=(
            QualityReport(Quality.GOOD),
            QualityReport(Quality.FLAT, "c", "r"),
            *[QualityReport(Quality.GOOD)] * 2,
        ),
        locked_at_utc="2026-01-01T12:01:00+00:00",
        locked_at_s=100.0,
    )
