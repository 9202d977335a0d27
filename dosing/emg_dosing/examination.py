"""`Examination`: what the injector has looked at and asked. None means: not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Annotated, Any, Final

from pydantic import Field

from emg_dosing.strict import DOCUMENT, Label
from emg_signal.document import as_document
from emg_signal.phrase import Phrase, say

CONDITIONS: Final = {
    "hypersensitivity": say("hypersensitivity to a botulinum toxin"),
    "infection_at_site": say("infection or inflammation at an injection site"),
    "neuromuscular_disease": say("a disease of nerve and muscle"),
    "dysphagia_or_breathing": say("trouble swallowing or breathing"),
    "cows_milk_protein_allergy": say("allergy to cow's milk protein"),
    "pregnancy_or_lactation": say("pregnancy or breast-feeding"),
    "suspected_palsy": say("a known or suspected palsy"),
    "synkinesis": say("synkinesis"),
    "ptosis": say("a drooping lid"),
    "dermatochalasis": say("much loose skin of the lids"),
    "altered_anatomy": say("earlier surgery of the face"),
    "marked_facial_asymmetry": say("marked facial asymmetry at rest"),
    "weakness_or_atrophy": say("weakness or wasting of a muscle to be treated"),
    "deep_dermal_scarring": say("deep scars of the skin"),
    "thick_sebaceous_skin": say("thick, sebaceous skin"),
    "interacting_medicines": say("medicines that strengthen the effect or relax muscles"),
    "toxin_elsewhere": say("botulinum toxin by another clinic in the last three months"),
    "bleeding_or_anticoagulant": say("a bleeding disorder, or medicines that thin the blood"),
    "cardiovascular_disease": say("a disease of heart and circulation"),
    "earlier_non_response": say("an earlier treatment without effect"),
    "no_psychological_impact": say("lines without an important psychological impact"),
}
"""Condition → how it is named to people; the keys are those of products.toml."""

EXAMINE_FIRST: Final = {
    "suspected_palsy": say("A known or suspected palsy: examine, no units."),
    "synkinesis": say("Synkinesis: examine, no units."),
    "ptosis": say("A drooping lid: examine, no units."),
    "dermatochalasis": say("Much loose skin of the lids: examine, no units."),
    "altered_anatomy": say("Earlier surgery of the face: examine, no units."),
    "marked_facial_asymmetry": say("Marked facial asymmetry at rest: examine, no units."),
    "weakness_or_atrophy": say("Weakness or wasting of a muscle to be treated: examine, no units."),
    "neuromuscular_disease": say("A disease of nerve and muscle: examine, no units."),
    "pregnancy_or_lactation": say("Pregnancy or breast-feeding: examine, no units."),
    "infection_at_site": say("Infection or inflammation at an injection site: examine, no units."),
}
"""Conditions that end every suggestion, and how that is said (label cautions S31; palsy
S111; a low lid S112; the rest is engineering judgement, towards examining)."""


KINDS: Final = {
    "infection_at_site": {
        "infection": say("infection"),
        "inflammation": say("inflammation without infection"),
    },
    "neuromuscular_disease": {
        "mg_lems": say("myasthenia gravis or Lambert-Eaton syndrome"),
        "als": say("amyotrophic lateral sclerosis"),
        "other": say("another disease of muscle"),
    },
    "pregnancy_or_lactation": {
        "pregnancy": say("pregnancy"),
        "breast_feeding": say("breast-feeding"),
    },
}
"""Conditions of which is asked: which; the answer stands in `Examination.details`."""

PLACED: Final = (
    "altered_anatomy", "marked_facial_asymmetry", "weakness_or_atrophy", "toxin_elsewhere"
)  # fmt: skip
"""Conditions of which is asked: where; a region stands in `Examination.details`."""

ADVERSE: Final = {
    "since_lid": say("a drooping upper lid or brow"),
    "since_vision": say(
        "double or blurred vision, a dry or painful eye, an eye that does not close"
    ),
    "since_swallowing": say("trouble swallowing, choking"),
    "since_voice": say("a change of voice or speech"),
    "since_breathing": say("trouble breathing"),
    "since_elsewhere": say("weakness elsewhere, hives, or swelling of face or throat"),
}
"""Asked at every later visit, of the time since the injection, before any number."""

LATER: Final = {
    "sites_marked": say("the electrodes sit on marked or photographed sites, as before"),
    "seen_to_lag": say("one side is seen to lag at maximum contraction"),
    "touched_up": say("a touch-up was given since"),
}
"""Asked at a later visit beside `ADVERSE`; what was not asked counts as the stricter answer."""

HISTORY: Final = {"hemifacial_spasm": say("hemifacial spasm, now or before")}
"""Asked of everybody, and of use to research alone: it bears on no label."""

RECORDED: Final = {
    **dict.fromkeys(ADVERSE, ("onset", "seriousness", "reported")),
    "interacting_medicines": ("what",),
    "toxin_elsewhere": ("what",),
    "seen_to_lag": ("prescriber",),
}
"""What must be recorded of a yes; the answers stand in `Examination.details` as ``NAME.FIELD``."""

FIELDS: Final = {
    "onset": say("since when"),
    "seriousness": say("how serious"),
    "reported": say("reported to"),
    "what": say("name, amount, when last"),
    "prescriber": say("who prescribes"),
}
"""Fields of `RECORDED`, in words."""

YesNo = Annotated[bool, Field(strict=True)] | None
"""True, False, or None: not asked."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Answers about the person; each condition is True, False or None (not asked).

    Parameters
    ----------
    age_years
        Whole years.
    toxin_days
        Region → days since it was last treated with any toxin; empty = never treated, None = not
        asked.
    details
        Condition → its kind (`KINDS`) or the region where it is (`PLACED`); what is not said
        counts as the heaviest. ``NAME.FIELD`` → what was recorded of a yes (`RECORDED`).
    """

    __pydantic_config__ = DOCUMENT
    age_years: Annotated[int, Field(strict=True, ge=0, le=130)] | None = None
    toxin_days: Mapping[Label, Annotated[int, Field(strict=True, ge=0)]] | None = None
    hypersensitivity: YesNo = None
    infection_at_site: YesNo = None
    neuromuscular_disease: YesNo = None
    dysphagia_or_breathing: YesNo = None
    cows_milk_protein_allergy: YesNo = None
    pregnancy_or_lactation: YesNo = None
    suspected_palsy: YesNo = None
    synkinesis: YesNo = None
    ptosis: YesNo = None
    dermatochalasis: YesNo = None
    altered_anatomy: YesNo = None
    marked_facial_asymmetry: YesNo = None
    weakness_or_atrophy: YesNo = None
    deep_dermal_scarring: YesNo = None
    thick_sebaceous_skin: YesNo = None
    interacting_medicines: YesNo = None
    toxin_elsewhere: YesNo = None
    bleeding_or_anticoagulant: YesNo = None
    cardiovascular_disease: YesNo = None
    earlier_non_response: YesNo = None
    no_psychological_impact: YesNo = None
    since_lid: YesNo = None
    since_vision: YesNo = None
    since_swallowing: YesNo = None
    since_voice: YesNo = None
    since_breathing: YesNo = None
    since_elsewhere: YesNo = None
    sites_marked: YesNo = None
    seen_to_lag: YesNo = None
    touched_up: YesNo = None
    hemifacial_spasm: YesNo = None
    details: Mapping[Label, Label] = field(default_factory=dict)

    def has(self, condition: str) -> bool | None:
        """Return the answer about one of `CONDITIONS`, `ADVERSE`, `LATER`, `HISTORY`."""
        if not any(condition in asked for asked in (CONDITIONS, ADVERSE, LATER, HISTORY)):
            raise KeyError(condition)
        answer: bool | None = getattr(self, condition)
        return answer

    @property
    def present(self) -> tuple[str, ...]:
        """Conditions that are there."""
        return tuple(name for name in CONDITIONS if self.has(name))

    @property
    def adverse_present(self) -> tuple[str, ...]:
        """What of `ADVERSE` was there since the injection."""
        return tuple(name for name in ADVERSE if self.has(name))

    @property
    def adverse_open(self) -> tuple[str, ...]:
        """What of `ADVERSE` was not asked."""
        return tuple(name for name in ADVERSE if self.has(name) is None)

    def recorded(self, name: str) -> tuple[Phrase, ...]:
        """Return what was recorded of a yes, each field in a sentence, and which are missing."""
        if not self.has(name):
            return ()
        said = [(FIELDS[f], self.details.get(f"{name}.{f}")) for f in RECORDED.get(name, ())]
        return tuple(
            say("{field}: not recorded.", field=field)
            if value is None
            else say("{field}: {value!s}.", field=field, value=value)
            for field, value in said
        )

    @property
    def not_asked(self) -> tuple[str, ...]:
        """What was not asked, in words."""
        asked = [text for name, text in CONDITIONS.items() if self.has(name) is None]
        asked += [say("age")] if self.age_years is None else []
        return tuple(asked + ([say("last toxin")] if self.toxin_days is None else []))

    @classmethod
    def nothing_found(cls, age_years: int = 40) -> Examination:
        """Return an examination that asked everything and found nothing."""
        answers: dict[str, Any] = dict.fromkeys(CONDITIONS, False)
        return cls(age_years, {}, **answers)

    def and_also(self, newer: Examination) -> Examination:
        """Return these answers with those of `newer`, which count where both are given."""
        given = {f.name: getattr(newer, f.name) for f in fields(newer)}
        given["details"] = {**self.details, **newer.details}
        return replace(self, **{name: value for name, value in given.items() if value is not None})

    def as_dict(self) -> dict[str, Any]:
        """Return the answers given, as a scenario file holds them."""
        found = {name: value for name, value in as_document(self).items() if value is not None}
        if not self.details:
            del found["details"]
        return found
