"""The asymmetry index: worked by hand, antisymmetric, refused where it means nothing."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_signal.document import as_document, from_document
from emg_signal.filters import Band
from emg_signal.montage import pair_of
from emg_signal.symmetry import Symmetry, SymmetryRefused, asymmetry_index, symmetry_of

PAIR = pair_of("frontalis", 0, 1)
SETTINGS: dict[str, Any] = {"fs_hz": 250.0, "band": Band(20.0, 65.0), "apart": True}
AMPLITUDES = st.lists(
    st.tuples(st.floats(1.0, 500.0), st.floats(1.0, 500.0)), min_size=3, max_size=10
)


def wave(amplitude_uv: float, n: int = 250) -> np.ndarray:
    return np.where(np.arange(n) % 2 == 0, amplitude_uv, -amplitude_uv)


def measured(left: list[float], right: list[float], **more: Any) -> Symmetry | SymmetryRefused:
    rests = {"rest_left_uv": 3.0, "rest_right_uv": 4.0, **more}
    return symmetry_of(PAIR, [wave(v) for v in left], [wave(v) for v in right], **rests, **SETTINGS)


def test_worked_by_hand() -> None:
    """sqrt(5² - 3²) = 4 and so on; t(0.975, 2) = 4.302653 from the printed tables."""
    found = measured([15.0, 20.0, 25.0], [12.0, 12.0, 20.0])
    assert isinstance(found, Symmetry)
    left = [math.sqrt(v**2 - 9.0) for v in (15.0, 20.0, 25.0)]
    right = [math.sqrt(v**2 - 16.0) for v in (12.0, 12.0, 20.0)]
    d = [math.log(a / b) for a, b in zip(left, right, strict=True)]
    mean = sum(d) / 3
    s = math.sqrt(sum((v - mean) ** 2 for v in d) / 2)
    half = 4.302653 * s / math.sqrt(3)
    assert found.left_uv == pytest.approx(left)
    assert found.right_uv == pytest.approx(right)
    assert found.index_percent == pytest.approx(100 * math.tanh(mean / 2))
    low, high = (100 * math.tanh((mean + sign * half) / 2) for sign in (-1, 1))
    assert found.interval_percent == pytest.approx((low, high), rel=1e-6)
    assert found.for_display_only
    assert not measured([15.0] * 5, [12.0] * 5).for_display_only  # type: ignore[union-attr]


def test_is_the_plain_index_when_repetitions_agree() -> None:
    index, (low, high) = asymmetry_index([30.0] * 4, [20.0] * 4)
    assert index == pytest.approx(100 * (30 - 20) / (30 + 20))
    assert (low, high) == pytest.approx((index, index))


@given(amplitudes=AMPLITUDES)
def test_antisymmetric_under_swapping_sides(amplitudes: list[tuple[float, float]]) -> None:
    left, right = zip(*amplitudes, strict=True)
    index, (low, high) = asymmetry_index(left, right)
    swapped, (low_swapped, high_swapped) = asymmetry_index(right, left)
    assert swapped == pytest.approx(-index, abs=1e-9)
    assert (low_swapped, high_swapped) == pytest.approx((-high, -low), abs=1e-9)
    assert -100.0 <= low <= index <= high <= 100.0


@given(amplitudes=AMPLITUDES, factor=st.floats(0.01, 100.0))
def test_does_not_depend_on_the_unit(amplitudes: list[tuple[float, float]], factor: float) -> None:
    left, right = np.array(amplitudes).T
    index, interval = asymmetry_index(left, right)
    scaled, scaled_interval = asymmetry_index(left * factor, right * factor)
    assert scaled == pytest.approx(index, abs=1e-9)
    assert scaled_interval == pytest.approx(interval, abs=1e-9)


def test_survives_json() -> None:
    found = measured([30.0, 31.0, 33.0], [20.0, 22.0, 21.0])
    assert isinstance(found, Symmetry)
    assert from_document(Symmetry, json.loads(json.dumps(as_document(found)))) == found


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (lambda: measured([30.0] * 2, [20.0] * 2), "only 2 contractions"),
        (lambda: measured([8.0] * 3, [20.0] * 3), "frontalis left: contraction 8.0 µV"),
        (lambda: measured([30.0] * 3, [40.0, 40.0, 3.9]), "frontalis right: contraction"),
        (lambda: measured([30.0, math.nan, 30.0], [20.0] * 3), "missing or railed"),
        (lambda: measured([30.0] * 3, [20.0] * 3, rest_left_uv=math.nan), "missing or railed"),
        (
            lambda: symmetry_of(
                PAIR,
                [wave(9.0, 100)] * 3,
                [wave(9.0, 100)] * 3,
                rest_left_uv=1.0,
                rest_right_uv=1.0,
                **SETTINGS,
            ),
            "lasted 0.4 s",
        ),
    ],
)
def test_refused_with_reason_and_remedy(found: Any, words: str) -> None:
    answer = found()
    assert isinstance(answer, SymmetryRefused)
    assert words in str(answer.refusals[0])
    assert answer.refusals[0].remedy
    json.dumps(as_document(answer))


def test_sides_that_are_not_the_same_samples_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not the same samples"):
        symmetry_of(
            PAIR, [wave(9.0)] * 3, [wave(9.0)] * 4, rest_left_uv=1, rest_right_uv=1, **SETTINGS
        )
