"""The answers of an examination as a file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from emg_dosing.examination import Examination
from emg_dosing.strict import Strict, read_document
from emg_dosing.tables import Tables
from emg_signal.errors import ConfigError
from emg_signal.phrase import say


class ExaminationDocument(Strict):
    """Answers, as a part of a scenario."""

    examination: Examination


def parse_examination(content: Mapping[str, Any], tables: Tables) -> Examination:
    """Return the answers in a parsed document.

    Raises
    ------
    ConfigError
        An unknown question or region, or an answer that is none.
    """
    parts = {"examination": content}
    document = read_document(ExaminationDocument, parts, "Scenario", ConfigError)
    require_regions(document.examination, tables)
    return document.examination


def require_regions(examination: Examination, tables: Tables) -> None:
    """Raise `ConfigError` if toxin is told of a region that is not in the tables."""
    for region in examination.toxin_days or {}:
        try:
            tables.region(region)
        except KeyError as error:
            raise ConfigError(
                say(
                    "Scenario: examination toxin_days: region {name} is unknown.",
                    name=repr(region),
                ),
                say("Check its name."),
            ) from error
