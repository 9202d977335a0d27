"""µV per count: a golden table of 24-bit, 16-bit and 10-bit patterns."""

from __future__ import annotations

import numpy as np
import pytest

from emg_device.scale import rails_uv, uv_per_count

CYTON_24 = 0.022351744455307063


@pytest.mark.parametrize(
    ("reference_v", "bits", "gain", "bipolar", "expected_uv"),
    [
        (4.5, 24, 24, True, CYTON_24),
        (4.5, 24, 12, True, 2 * CYTON_24),
        (4.5, 24, 6, True, 4 * CYTON_24),
        (4.5, 24, 1, True, 24 * CYTON_24),
        (1.2, 24, 51 * 1.5, True, 1.2e6 / 8388607 / 1.5 / 51),
        (5.0, 10, 200, False, 24.4140625),
        (3.3, 12, 1100, False, 0.732421875),
        (2.4, 16, 8, True, 9.155552842799158),
    ],
)
def test_uv_per_count(
    reference_v: float, bits: int, gain: float, bipolar: bool, expected_uv: float
) -> None:
    assert uv_per_count(reference_v, bits, gain, bipolar=bipolar) == pytest.approx(
        expected_uv, rel=1e-12
    )


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("000000", 0),
        ("000001", 1),
        ("FFFFFF", -1),
        ("7FFFFF", 8388607),
        ("800000", -8388608),
        ("000FA0", 4000),
        ("FFF060", -4000),
    ],
)
def test_24_bit_patterns_in_uv(pattern: str, count: int) -> None:
    assert int.from_bytes(bytes.fromhex(pattern), "big", signed=True) == count
    scale = uv_per_count(4.5, 24, 24)
    assert scale * count == pytest.approx(count * CYTON_24, rel=1e-15)


def test_the_rails_of_the_cyton() -> None:
    low, high = rails_uv(4.5, 24, 24)
    assert low == pytest.approx(-187500.0224, abs=1e-4)
    assert high == pytest.approx(187500.0, abs=1e-9)
    assert np.diff(rails_uv(4.5, 24, 1)) == pytest.approx(24 * np.diff((low, high)))
