"""The plan check: what it finds, how heavily, and from which row."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from emg_dosing import rows
from emg_dosing.bound_plan import bind
from emg_dosing.check import check_coverage, check_plan, check_stops
from emg_dosing.examination import CONDITIONS, Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.document import as_document


def at_home(tables: Tables) -> Policy:
    """Return the program's own policy in the US."""
    return Policy.from_tables(tables, country="US")


def found(plan: Plan, tables: Tables, **more: Any) -> dict[str, Finding]:
    return {f"{f.rule_id} {f.place}".strip(): f for f in check_plan(plan, tables, **more)}


def test_findings_come_heaviest_first_and_carry_their_row(tables: Tables, make: Any) -> None:
    plan = make.plan("letybo_us", "glabella", left=(9, 9), right=(4,))
    findings = check_plan(plan, tables, Examination(hypersensitivity=True))
    order = [Grade.STOP, Grade.LIMIT, Grade.WARNING, Grade.CAUTION, Grade.INFO]
    grades = [f.grade for f in findings]
    assert grades == sorted(grades, key=order.index)
    assert set(grades) == set(order)
    limit = findings[1]
    assert as_document(limit) == {
        "grade": "limit",
        "text": "glabella: 22 units is above the absolute limit of 20 units.",
        "rule_id": "max.letybo_us.glabella",
        "sources": ["S2", "S3"],
        "evidence": "label",
        "status": "verified",
        "reviewed": False,
        "place": "glabella",
    }


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize(
    ("units", "grade", "said"),
    [
        (3.9, Grade.CAUTION, "3.9 units: below every published dose ("),
        (4, Grade.INFO, "4 units is not the label's 12 units; practice (4 to 15 units)."),
        (6, Grade.INFO, "6 units is not the label's 12 units; studied (no clear dose response)."),
        (12, Grade.INFO, "12 units: label (12 units)."),
        (
            12.1,
            Grade.CAUTION,
            "12.1 units is above the label's 12 units; studied (no clear dose response).",
        ),
        (
            18,
            Grade.CAUTION,
            "18 units is above the label's 12 units; studied (no clear dose response).",
        ),
        (18.1, Grade.WARNING, "18.1 units: beyond studied ("),
    ],
)
def test_a_side_against_label_and_practice(
    tables: Tables, make: Any, units: float, grade: Grade, said: str
) -> None:
    plan = make.plan(region="lateral_canthal", left=(units,), right=(units,))
    for side in ("left", "right"):
        begin = f"crow's feet {side}: {said}"
        (finding,) = (f for f in check_plan(plan, tables) if f.text.startswith(begin))
        assert finding.grade is grade


def test_a_region_against_its_label_where_practice_does_not_apply(
    tables: Tables, make: Any
) -> None:
    for units, grade, said in (
        (2, Grade.CAUTION, "glabella: 10 units: below every published dose (label 20 units)."),
        (4, Grade.INFO, "glabella: 20 units: label (20 units)."),
        (4.1, Grade.LIMIT, "glabella: 20.5 units is above the absolute limit of 20 units."),
    ):
        plan = make.plan("letybo_us", "glabella", (units,) * 2, (units,) * 2, (units,))
        (finding,) = (f for f in check_plan(plan, tables) if f.text == said)
        assert finding.grade is grade


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.hazard("H-dose-above-limit")
def test_an_unknown_range_is_a_warning_and_never_silence(tables: Tables, make: Any) -> None:
    known = unknown = 0
    for product in tables.all(rows.ProductRow):
        for region in tables.all(rows.RegionRow):
            plan = make.plan(product.id, region.id, (1,), (1,), vial=None)
            findings = check_plan(plan, tables)
            words = ("label's", "published dose", "beyond studied", "limit of", ": practice")
            amounts = [
                f
                for f in findings
                if f.rule_id != "check.no_range"
                and any(word in f.text for word in words)
                and not f.rule_id.startswith("plausible.")
            ]
            missing = [f for f in findings if f.rule_id == "check.no_range"]
            assert bool(amounts) != bool(missing), (product.id, region.id)
            known += bool(amounts)
            unknown += bool(missing)
            for finding in missing:
                assert finding.grade is Grade.WARNING
                assert product.brand in finding.text
    assert (known, unknown) == (94, 161)


@pytest.mark.parametrize(
    ("product", "gap", "warned"),
    [
        ("botox_cosmetic_us", 3.9, False),
        ("botox_cosmetic_us", 4, True),
        ("daxxify_us", 7.9, False),
        ("daxxify_us", 8, True),
        ("dysport_us", 9.9, False),
        ("dysport_us", 10, True),
    ],
)
def test_a_gap_of_one_label_point_is_a_warning(
    tables: Tables, make: Any, product: str, gap: float, warned: bool
) -> None:
    for left, right in ((1.0, 1.0 + gap), (1.0 + gap, 1.0)):
        plan = make.plan(product, "masseter_contour", (left,), (right,), vial=None)
        assert ("check.side_gap masseter_contour" in found(plan, tables)) == warned
        told = make.plan(
            product, "masseter_contour", (left,), (right,), vial=None,
            reasons={"masseter_contour": "chews on the right"},
        )  # fmt: skip
        assert "check.side_gap masseter_contour" not in found(told, tables)


def test_a_gap_is_looked_at_muscle_by_muscle(tables: Tables, make: Any) -> None:
    document = make.document(region="gummy_smile_anterior", left=(5,), right=(0,), vial=None)
    document["point"] += [
        {"region": "gummy_smile_anterior", "muscle": "zygomaticus", "side": s, "units": u}
        for s, u in (("left", 0), ("right", 5))
    ]
    findings = check_plan(parse_plan(document, tables), tables)
    assert len([f for f in findings if f.rule_id == "check.side_gap"]) == 2


@pytest.mark.parametrize(
    ("product", "regions", "off"),
    [
        ("botox_cosmetic_us", ("forehead",), {"forehead"}),
        ("botox_cosmetic_us", ("forehead", "glabella"), set()),
        ("botox_cosmetic_us", ("lateral_canthal",), set()),
        ("xeomin_us", ("forehead",), set()),
        ("dysport_us", ("glabella", "forehead"), {"forehead"}),
        ("botulax_kr", ("lateral_canthal",), {"lateral_canthal"}),
        ("letybo_us", ("masseter_contour",), {"masseter_contour"}),
        ("botox_cosmetic_us", ("platysma_bands",), set()),
    ],
)
def test_on_or_off_label_is_data_of_the_product(
    tables: Tables, make: Any, product: str, regions: tuple[str, ...], off: set[str]
) -> None:
    document = make.document(product, regions[0], (4,), (4,), vial=None)
    for region in regions[1:]:
        document["point"] += make.document(product, region, (4,), (4,))["point"]
    plan = parse_plan(document, tables)
    country = tables.product(product).jurisdictions[0]
    told = check_plan(plan, tables, policy=Policy.from_tables(tables, country=country))
    rules = ("check.off_label", "check.label_unknown")
    assert {f.place for f in told if f.rule_id in rules} == off
    labelled = {f.place for f in told if "the label of" in f.text and "gives it" in f.text}
    assert labelled - off == set(regions) - off
    silent = check_plan(plan, tables)
    assert not [f for f in silent if f.rule_id in rules]
    assert "check.country" in {f.rule_id for f in silent}


def test_the_simplest_pattern_of_the_label_is_named(tables: Tables, make: Any) -> None:
    document = make.document(region="forehead", left=(4,), right=(4,), vial=None)
    for region in ("glabella", "lateral_canthal"):
        document["point"] += make.document(region=region, left=(4,), right=(4,))["point"]
    labelled = {
        f.place: f.rule_id
        for f in check_plan(parse_plan(document, tables), tables, policy=at_home(tables))
        if "gives it" in f.text and f.place in ("forehead", "glabella", "lateral_canthal")
    }
    assert labelled == {
        "forehead": "label.botox_cosmetic_us.forehead_with_glabella",
        "glabella": "label.botox_cosmetic_us.glabella",
        "lateral_canthal": "label.botox_cosmetic_us.lateral_canthal",
    }


def test_the_forehead_of_botox_is_on_label_only_with_the_glabella(
    tables: Tables, make: Any
) -> None:
    plan = make.plan(region="forehead", left=(4, 4), right=(4, 4))
    text = found(plan, tables, policy=at_home(tables))["check.off_label forehead"].text
    assert text == (
        "forehead: off label for BOTOX Cosmetic in US (its label gives it only with glabella)."
    )


@pytest.mark.parametrize(
    ("region", "left", "right", "said"),
    [
        ("lateral_canthal", 6, 3, ["crow's feet left: 6 points; practice has 1 to 5."]),
        ("bunny_lines", 2, 1, ["bunny lines left: 2 points; practice has 1."]),
        ("lip_flip", 1, 1, ["lip flip: 2 points; practice has 4."]),
        ("forehead", 2, 2, []),
        ("forehead", 7, 8, ["forehead: 15 points; practice has 4 to 14."]),
        ("platysma_bands", 20, 20, []),
        ("masseter_contour", 3, 0, []),
    ],
)
def test_points_per_region(
    tables: Tables, make: Any, region: str, left: int, right: int, said: list[str]
) -> None:
    plan = make.plan(region=region, left=(0.4,) * left, right=(0.4,) * right)
    assert [f.text for f in check_plan(plan, tables) if "practice has" in f.text] == said


def test_units_per_point_of_the_label(tables: Tables, make: Any) -> None:
    plan = make.plan(region="lateral_canthal", left=(4, 4, 4), right=(4, 4, 4))
    here = at_home(tables)
    assert not [f for f in check_plan(plan, tables, policy=here) if "in each point" in f.text]
    plan = make.plan(region="lateral_canthal", left=(4, 4.4, 3.6), right=(4, 4, 4))
    (finding,) = [f for f in check_plan(plan, tables, policy=here) if "in each point" in f.text]
    assert "gives 4 units in each point; the plan gives 3.6, 4, 4.4 units" in finding.text
    assert finding.grade is Grade.INFO


@pytest.mark.hazard("H-decimal-misread")
def test_a_point_of_no_units_is_a_warning_that_names_the_remedy(tables: Tables, make: Any) -> None:
    found = check_plan(make.plan(left=(0, 4), right=(4,)), tables)
    zero = [f for f in found if f.rule_id == "check.zero_units"]
    assert [(f.grade, f.place) for f in zero] == [
        (Grade.WARNING, "perioral.orbicularis_oris.left.1")
    ]
    assert zero[0].text.startswith("lip lines left, point 1: 0 units, nothing is given there")
    assert zero[0].text.endswith(": remove the point, or enter its units.")


def test_a_forbidden_place_is_a_caution(tables: Tables, make: Any) -> None:
    document = make.document(region="lateral_canthal", left=(4,), right=(4,))
    document["point"][0]["place"] = "lower"
    plan = parse_plan(document, tables)
    cautions = [f for f in check_plan(plan, tables) if f.rule_id == "hazard.lateral_canthal"]
    assert [f.grade for f in cautions] == [Grade.CAUTION, Grade.INFO]
    assert cautions[0].place == "lateral_canthal.orbicularis_oculi.left.1"


def test_session_totals(tables: Tables, make: Any) -> None:
    def session(product: str, units: float) -> list[str]:
        plan = make.plan(product, "masseter_contour", (units,), (0,), vial=None)
        return [
            f"{f.grade} {f.text}"
            for f in check_plan(plan, tables)
            if f.text.startswith("Session")
            and f.grade is not Grade.INFO
            and not f.rule_id.startswith("plausible.")
        ]

    assert session("botox_cosmetic_us", 64) == []
    assert session("botox_cosmetic_us", 64.1) == [
        "warning Session total: 64.1 units is above the label's 64 units per session: off label."
    ]
    assert session("xeomin_us", 400.1)[0] == (
        "stop Session total: 400.1 units is above the label's 400 units in one session."
    )
    assert session("letybo_us", 500) == []
    plan = make.plan("letybo_us", "glabella", (4,), (4,), vial=None)
    assert "No maximum of a session is known" in found(plan, tables)["check.session"].text
    policy = parse_policy({"session": [{"product": "letybo_us", "max_units": 7.9}]}, tables)
    assert found(plan, tables, policy=policy)["check.clinic_session"].grade is Grade.STOP
    policy = parse_policy({"session": [{"product": "letybo_us", "max_units": 8}]}, tables)
    assert "check.clinic_session" not in found(plan, tables, policy=policy)


def test_a_clinics_bound_is_named_as_such(tables: Tables, make: Any) -> None:
    limit = {"product": "letybo_us", "region": "forehead", "max_units": 8}
    policy = parse_policy({"limit": [limit]}, tables)
    for units, limited in ((4, False), (5, True)):
        plan = make.plan("letybo_us", "forehead", (units,), (units,), vial=None)
        findings = found(plan, tables, policy=policy)
        assert ("check.clinic_limit forehead" in findings) == limited
        if limited:
            assert findings["check.clinic_limit forehead"].grade is Grade.LIMIT


# The person


@pytest.mark.hazard("H-contraindicated-person")
@pytest.mark.parametrize(
    ("product", "condition", "grade"),
    [
        ("letybo_us", "neuromuscular_disease", Grade.LIMIT),
        ("letybo_eu_uk", "neuromuscular_disease", Grade.STOP),
        ("dysport_us", "cows_milk_protein_allergy", Grade.STOP),
        ("botox_cosmetic_us", "cows_milk_protein_allergy", Grade.INFO),
        ("dysport_us", "ptosis", Grade.LIMIT),
        ("daxxify_us", "thick_sebaceous_skin", Grade.CAUTION),
        ("botox_cosmetic_us", "thick_sebaceous_skin", Grade.INFO),
        ("xeomin_us", "infection_at_site", Grade.STOP),
        ("jeuveau_us", "hypersensitivity", Grade.STOP),
        ("letybo_eu_uk", "pregnancy_or_lactation", Grade.STOP),
    ],
)
def test_conditions_are_data_of_product_and_jurisdiction(
    tables: Tables, make: Any, product: str, condition: str, grade: Grade
) -> None:
    plan = make.plan(product, "glabella", (4,), (4,), vial=None)
    for answer in (True, False, None):
        examination = Examination(**{condition: answer})
        hits = [f.grade for f in check_plan(plan, tables, examination) if condition in f.rule_id]
        assert hits == ([grade] if answer else [])


@pytest.mark.parametrize("product", ["botulax_kr"])
def test_unknown_contraindications_are_said(tables: Tables, make: Any, product: str) -> None:
    plan = make.plan(product, "glabella", (4,), (4,), vial=None)
    assert "check.contraindications_unknown" in found(plan, tables)
    known = make.plan("dysport_us", "glabella", (4,), (4,), vial=None)
    assert "check.contraindications_unknown" not in found(known, tables)


@pytest.mark.parametrize(
    ("product", "age", "stopped"),
    [
        ("letybo_us", 17, True),
        ("letybo_us", 18, False),
        ("letybo_us", 75, False),
        ("letybo_eu_uk", 74, False),
        ("letybo_eu_uk", 75, True),
    ],
)
def test_age(tables: Tables, make: Any, product: str, age: int, stopped: bool) -> None:
    plan = make.plan(product, "glabella", (4,), (4,), vial=None)
    examination = Examination(age_years=age)
    stops = [f for f in check_plan(plan, tables, examination) if f.grade is Grade.STOP]
    assert bool(stops) == stopped
    assert all(str(age) in f.text for f in stops)


def test_the_interval_since_the_last_toxin(tables: Tables, make: Any) -> None:
    plan = make.plan("letybo_us", "glabella", (4,), (4,), vial=None)
    for days, warned in ((91, True), (92, False), (400, False)):
        examination = Examination(toxin_days={"glabella": days, "forehead": 500})
        assert ("interval.letybo_us" in found(plan, tables, examination=examination)) == warned
    for harmless in (Examination(), Examination(toxin_days={})):
        assert "interval.letybo_us" not in found(plan, tables, examination=harmless)
    other = make.plan("azzalure_eu_uk", "glabella", (4,), (4,), vial=None)
    tables = make.without("interval", lambda row: row.product == "azzalure_eu_uk")
    examination = Examination(toxin_days={"glabella": 5})
    assert "check.interval_unknown" in found(other, tables, examination=examination)


def test_what_was_not_asked_is_listed(tables: Tables, make: Any) -> None:
    text = found(make.plan(), tables)["check.not_asked"].text
    assert all(words in text for words in CONDITIONS.values())
    assert "age" in text
    assert "last toxin" in text
    asked = Examination.nothing_found()
    assert not asked.not_asked
    assert "check.not_asked" not in found(make.plan(), tables, examination=asked)
    with pytest.raises(KeyError):
        asked.has("mood")


# Product, vial, syringe


@pytest.mark.hazard("H-unknown-lot")
def test_what_is_missing_is_listed_once(tables: Tables, make: Any) -> None:
    plan = make.plan(vial=None, graduation_ml=None, product="botox_cosmetic_us", goal=None)
    text = found(plan, tables)["check.not_given"].text
    assert text == "Not given: goal (full or soft), vial and diluent, syringe."
    assert "check.not_given" not in found(make.plan(), tables)
    assert "check.goal" in found(make.plan(), tables)


@pytest.mark.hazard("H-unknown-lot")
@pytest.mark.parametrize(
    ("today", "rule", "grade"),
    [
        (None, "check.expiry_unchecked", Grade.INFO),
        (dt.date(2031, 6, 30), None, None),
        (dt.date(2031, 7, 1), "check.expired", Grade.STOP),
    ],
)
def test_expiry(
    tables: Tables, make: Any, today: dt.date | None, rule: str | None, grade: Grade | None
) -> None:
    findings = found(make.plan(), tables, today=today)
    hits = {name: f.grade for name, f in findings.items() if "expir" in name}
    assert hits == ({rule: grade} if rule else {})


def test_stops_are_exactly_the_stops_of_the_whole_check(tables: Tables, make: Any) -> None:
    conditions: list[dict[str, Any]] = [{}, {"age_years": 5}, *({c: True} for c in CONDITIONS)]
    seen = 0
    for product in ("letybo_eu_uk", "dysport_us", "daxxify_us", "botox_cosmetic_us"):
        for vial in (None, (100, 1.2), (77, 1.0)):
            plan = make.plan(product, "glabella", (250,), (4,), vial=vial)
            for condition in conditions:
                examination = Examination(**condition)
                for today in (None, dt.date(2040, 1, 1)):
                    whole = check_plan(plan, tables, examination, today=today)
                    stops = tuple(f for f in whole if f.grade is Grade.STOP)
                    assert set(check_stops(bind(plan, tables), examination, today)) == set(stops)
                    seen += len(stops)
    assert seen > 100


def test_coverage_is_off_label_and_without_range(tables: Tables, make: Any) -> None:
    plan = make.plan("dysport_us", "forehead", (4,), (4,), vial=None)
    rules = [f.rule_id for f in check_coverage(bind(plan, tables, at_home(tables)))]
    assert rules == ["check.off_label", "check.no_range"]
