"""The two values that everything else stands on refuse what could be taken for something else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from emg_signal.document import as_document, from_document
from emg_signal.errors import EmgError, MontageError
from emg_signal.montage import Montage, Side, pair_of


def test_a_chunk_counts_and_cannot_be_written(chunks: Any) -> None:
    chunk = chunks.of(np.zeros((2, 5)), first_index=7, lost=3)
    assert (chunk.n_channels, chunk.n_samples, chunk.next_index) == (2, 5, 12)
    for array in (chunk.samples_uv, chunk.flags):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1


def test_a_chunk_refuses_shapes_and_numbers_that_do_not_fit(chunks: Any) -> None:
    with pytest.raises(ValueError, match="1 dimensions, not 2"):
        chunks.of(np.zeros(5))
    with pytest.raises(ValueError, match=r"flags are \(2, 4\), samples \(2, 5\)"):
        chunks.of(np.zeros((2, 5)), flags=np.zeros((2, 4), np.uint8))
    with pytest.raises(ValueError, match="lost=-1"):
        chunks.of(np.zeros((2, 5)), lost=-1)
    with pytest.raises(ValueError, match="fs_hz=0"):
        chunks.of(np.zeros((2, 5)), fs_hz=0.0)


def test_a_montage_names_its_sites_and_survives_json(montage: Montage) -> None:
    names = ["frontalis left", "frontalis right", "zygomaticus left", "zygomaticus right"]
    assert [site.name for site in montage.sites] == names
    assert montage.sites[1].side is Side.RIGHT
    assert pair_of("orbicularis_oculi", 0, 1).name == "orbicularis oculi"
    assert from_document(Montage, json.loads(json.dumps(as_document(montage)))) == montage


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ((), "names no pair"),
        ((pair_of("frontalis", 0, 1), pair_of("frontalis", 2, 3)), "names 'frontalis' twice"),
        ((pair_of("frontalis", 0, 0),), "uses channel 1 twice"),
        ((pair_of("frontalis", -1, 0),), "names channel 0"),
    ],
)
def test_a_montage_in_which_a_lane_could_be_taken_for_another(pairs: Any, words: str) -> None:
    with pytest.raises(MontageError, match=words):
        Montage("m", pairs)


def test_a_montage_asks_for_its_channels(montage: Montage) -> None:
    montage.require_channels(4, "a board")
    with pytest.raises(MontageError) as caught:
        montage.require_channels(3, "a board")
    assert str(caught.value) == (
        "Montage 'test' puts zygomaticus right on channel 4, but a board has 3 channels. "
        "Change the montage file or the board."
    )
    assert isinstance(caught.value, EmgError)


def test_pairs_of_another_montage_are_not_sites(montage: Montage) -> None:
    other = replace(montage, name="other")
    assert other != montage
    assert other.sites == montage.sites
