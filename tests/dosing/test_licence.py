"""`licence` has four answers, and silence is none of them."""

from __future__ import annotations

from typing import Any

import pytest

from emg_dosing.licence import Licence, jurisdiction_of, licence
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.tables import Tables
from emg_signal.errors import PolicyError


@pytest.mark.parametrize(
    ("product", "region", "country", "answer"),
    [
        ("letybo_us", "glabella", "US", Licence.ON_LABEL),
        ("letybo_us", "forehead", "US", Licence.NOT_ON_LABEL),
        ("letybo_us", "glabella", "DE", Licence.PRODUCT_NOT_LICENSED_HERE),
        ("botulax_kr", "glabella", "DE", Licence.PRODUCT_NOT_LICENSED_HERE),
        # its label was not read: neither a yes nor a no
        ("botulax_kr", "lateral_canthal", "KR", Licence.UNKNOWN),
        ("botox_uk", "masseter_contour", "GB", Licence.UNKNOWN),
        ("no_such_product", "glabella", "US", Licence.UNKNOWN),
        # an indication of one country of a shared row
        ("vistabel_eu", "platysma_bands", "CH", Licence.ON_LABEL),
        ("vistabel_eu", "platysma_bands", "FR", Licence.NOT_ON_LABEL),
        ("azzalure_eu_uk", "lateral_canthal", "UK", Licence.ON_LABEL),
        ("nabota_kr", "masseter_contour", "KR", Licence.ON_LABEL),
        ("botox_cn", "masseter_contour", "CN", Licence.ON_LABEL),
        ("botox_cosmetic_us", "masseter_contour", "US", Licence.NOT_ON_LABEL),
        ("letybo_us", "glabella", "", None),
    ],
)
def test_each_answer(
    tables: Tables, product: str, region: str, country: str, answer: Licence | None
) -> None:
    assert licence(product, region, country, tables) is answer


def test_a_country_of_the_union_has_the_unions_labels() -> None:
    assert [jurisdiction_of(name) for name in ("de", "GB", "CH", "KR", " ")] == [
        "EU", "UK", "CH", "KR", ""
    ]  # fmt: skip


def test_a_policy_carries_the_country(tables: Tables) -> None:
    policy = parse_policy({"country": "DE"}, tables)
    assert policy.country == "DE"
    assert parse_policy(policy.as_dict(), tables) == policy
    assert Policy.from_tables(tables, country="KR").country == "KR"
    assert "country" not in Policy.from_tables(tables).as_dict()


@pytest.mark.parametrize("bad", ["Germany", "d", "", "de", 49])
def test_what_is_no_country_is_refused(tables: Tables, bad: Any) -> None:
    with pytest.raises(PolicyError, match="country"):
        parse_policy({"country": bad}, tables)
