"""`Clocks`: the time as sessions read it, where no test gives another."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass


def utc_now() -> str:
    """Return the time of day, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat()


def local_date() -> dt.date:
    """Return the date at this place."""
    return dt.datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class Clocks:
    """The three clocks of a visit.

    Parameters
    ----------
    now_s
        Monotonic seconds: ages are taken from it, so that a corrected wall clock changes nothing.
    utc
        Time of day, ISO 8601 with offset: what goes on record.
    today
        Date at the injector's place: expiry dates, days since a treatment.
    """

    now_s: Callable[[], float] = time.monotonic
    utc: Callable[[], str] = utc_now
    today: Callable[[], dt.date] = local_date
