"""The time of day and the date as sessions read them, where no test gives others."""

from __future__ import annotations

import datetime as dt


def utc_now() -> str:
    """Return the time of day, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat()


def local_date() -> dt.date:
    """Return the date at this place."""
    return dt.datetime.now().astimezone().date()
