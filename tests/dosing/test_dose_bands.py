"""What label and trials gave stands beside the plan; nothing is chosen, and nothing measured."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from emg_dosing import dose_bands
from emg_dosing.bound_plan import bind
from emg_dosing.dose_bands import RegionBands, band_words, bands_of
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_signal.montage import Side


def bands(make: Any, tables: Tables, product: str, region: str, **more: Any) -> RegionBands:
    (found,) = bands_of(bind(make.plan(product, region, **more), tables))
    return found


def words(found: RegionBands) -> list[str]:
    return [str(band_words(band)) for band in found.bands]


def test_label_trials_and_practice_of_the_glabella_by_sex(make: Any, tables: Tables) -> None:
    found = bands(make, tables, "botox_cosmetic_us", "glabella", muscle="corrugator")
    assert words(found)[:1] == ["label: 20 units (S11, S12)"]
    assert (
        "studied: 20, 40, 60, 80 units; 80 men; 40 units or more beat 20, adverse events not "
        "increased (S220)"
    ) in words(found)
    assert words(found)[-1] == "practice: 10 to 30 units (S26, S37)"
    assert found.given == ((None, 8.0),)
    assert found.top == 80.0


def test_palpated_mass_stands_with_the_trial_that_dosed_by_it(make: Any, tables: Tables) -> None:
    found = bands(make, tables, "dysport_us", "glabella", muscle="corrugator")
    text = "\n".join(words(found))
    assert "50, 60, 70 units; women, by palpated muscle mass" in text
    assert "60, 70, 80 units; men, by palpated muscle mass" in text


def test_the_platysma_is_by_side_and_bands(make: Any, tables: Tables) -> None:
    found = bands(make, tables, "botox_cosmetic_us", "platysma_bands", left=(13,), right=(18,))
    assert found.side_basis == "per_side"
    assert found.given == ((Side.LEFT, 13.0), (Side.RIGHT, 18.0))
    assert "label: 13 units (S11, S14)" in words(found)
    assert "label: 18 units (S11, S14)" in words(found)


def test_a_labels_range_is_one_and_a_trials_arms_are_not(make: Any, tables: Tables) -> None:
    found = bands(make, tables, "bocouture_eu_uk", "forehead")
    ranges = [band.units for band in found.bands if band.is_range]
    assert (10.0, 20.0) in ranges
    assert "label: 10 to 20 units (S203)" in words(found)
    studied = [band for band in found.bands if band.basis == "studied"]
    assert studied
    assert not any(band.is_range for band in studied)


def test_where_nothing_is_published_there_is_no_band(make: Any, tables: Tables) -> None:
    found = bands(make, tables, "letybo_us", "dao_marionette", left=(2,), right=(2,))
    assert found.bands == ()
    assert found.top == 4.0
    assert bands(make, tables, "letybo_us", "dao_marionette", left=(0,), right=(0,)).top == 1.0


def test_a_label_of_another_country_is_no_band_here(make: Any, tables: Tables) -> None:
    plan = make.plan("vistabel_eu", "platysma_bands", left=(13,), right=(13,))
    for country, labels in (("CH", 0), ("FR", 0)):
        bound = bind(plan, tables, Policy.from_tables(tables, country=country))
        (found,) = bands_of(bound)
        assert sum(band.basis == "label" for band in found.bands) == labels
    french = bind(make.plan("botox_cn"), tables, Policy.from_tables(tables, country="FR"))
    assert not [b for found in bands_of(french) for b in found.bands if b.basis == "label"]


@pytest.mark.parametrize("word", ["measured", "symmetry", "activity", "effect_reading"])
def test_no_measurement_enters(word: str) -> None:
    code = inspect.getsource(dose_bands).split('"""', 2)[2]
    assert word not in code
