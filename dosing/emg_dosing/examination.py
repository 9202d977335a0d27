"""`Examination`: what the injector has looked at and asked. None means: not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

CONDITIONS: Final = {
    "hypersensitivity": "hypersensitivity to a botulinum toxin",
    "infection_at_site": "infection or inflammation at an injection site",
    "neuromuscular_disease": "a disease of nerve and muscle",
    "dysphagia_or_breathing": "trouble swallowing or breathing",
    "cows_milk_protein_allergy": "allergy to cow's milk protein",
    "pregnancy_or_lactation": "pregnancy or breast-feeding",
    "suspected_palsy": "a known or suspected palsy",
    "synkinesis": "synkinesis",
    "ptosis": "a drooping lid",
    "dermatochalasis": "much loose skin of the lids",
    "altered_anatomy": "earlier surgery of the face",
    "marked_facial_asymmetry": "marked facial asymmetry at rest",
    "weakness_or_atrophy": "weakness or wasting of a muscle to be treated",
    "deep_dermal_scarring": "deep scars of the skin",
    "thick_sebaceous_skin": "thick, sebaceous skin",
}
"""Condition → how it is named to people; the keys are those of products.toml."""

EXAMINE_FIRST: Final = (
    "suspected_palsy",
    "synkinesis",
    "ptosis",
    "dermatochalasis",
    "altered_anatomy",
    "marked_facial_asymmetry",
    "weakness_or_atrophy",
    "neuromuscular_disease",
    "pregnancy_or_lactation",
    "infection_at_site",
)
"""Conditions that end every suggestion (clinical-facts, section 7, hard stops; label cautions)."""


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
    """

    age_years: int | None = None
    toxin_days: Mapping[str, int] | None = None
    hypersensitivity: bool | None = None
    infection_at_site: bool | None = None
    neuromuscular_disease: bool | None = None
    dysphagia_or_breathing: bool | None = None
    cows_milk_protein_allergy: bool | None = None
    pregnancy_or_lactation: bool | None = None
    suspected_palsy: bool | None = None
    synkinesis: bool | None = None
    ptosis: bool | None = None
    dermatochalasis: bool | None = None
    altered_anatomy: bool | None = None
    marked_facial_asymmetry: bool | None = None
    weakness_or_atrophy: bool | None = None
    deep_dermal_scarring: bool | None = None
    thick_sebaceous_skin: bool | None = None

    def has(self, condition: str) -> bool | None:
        """Return the answer about one of `CONDITIONS`."""
        if condition not in CONDITIONS:
            raise KeyError(condition)
        answer: bool | None = getattr(self, condition)
        return answer

    @property
    def present(self) -> tuple[str, ...]:
        """Conditions that are there."""
        return tuple(name for name in CONDITIONS if self.has(name))

    @property
    def not_asked(self) -> tuple[str, ...]:
        """What was not asked, in words."""
        asked = [text for name, text in CONDITIONS.items() if self.has(name) is None]
        asked += ["age"] if self.age_years is None else []
        return tuple(asked + (["last toxin"] if self.toxin_days is None else []))

    @property
    def complete(self) -> bool:
        """Whether everything was asked."""
        return not self.not_asked

    @classmethod
    def nothing_found(cls, age_years: int = 40) -> Examination:
        """Return an examination that asked everything and found nothing."""
        return cls(age_years, {}, **dict.fromkeys(CONDITIONS, False))

    def as_dict(self) -> dict[str, Any]:
        """Return the answers given, as a scenario file holds them."""
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            name: dict(value) if isinstance(value, Mapping) else value
            for name, value in found.items()
            if value is not None
        }
