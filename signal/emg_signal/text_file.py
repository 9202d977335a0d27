"""Text files that a person wrote: read as far as one can be long, and parsed in bounded time."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from emg_signal.errors import ConfigError
from emg_signal.phrase import say

LARGEST_FILE = 1_000_000
"""Bytes of a file that a person writes: a plan of hundreds of points has 50,000."""

_DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+\.\s*+){16}""")
"""A key of more than 16 parts; ours have three."""


def read_text(path: Path, error: type[ConfigError] = ConfigError) -> str:
    """Return the text of a file, and never read on without end, as from ``/dev/zero``.

    Raises
    ------
    ConfigError
        Missing, unreadable, larger than `LARGEST_FILE`, or not UTF-8; raised as `error`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        text = content.decode("utf-8-sig")
    except FileNotFoundError as cause:
        raise error(say("There is no file {file!s}.", file=path), say("Check the name.")) from cause
    except UnicodeDecodeError as cause:
        raise error(say("{file!s} is not a text file (UTF-8).", file=path)) from cause
    except OSError as cause:
        raise error(
            say("Cannot read {file!s}: {error!s}.", file=path, error=cause.strerror)
        ) from cause
    if len(content) > LARGEST_FILE:
        raise error(say("{file!s} is too large: no such file has 1 MB.", file=path))
    return text.replace("\r\n", "\n")


def read_toml(path: Path, error: type[ConfigError] = ConfigError) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises
    ------
    ConfigError
        As `read_text` and `parse_toml`; raised as `error`.
    """
    return parse_toml(read_text(path, error), path, error)


def parse_toml(
    text: str, source: Path | str, error: type[ConfigError] = ConfigError
) -> dict[str, Any]:
    """Return what a TOML text holds.

    Raises
    ------
    ConfigError
        It is no TOML, or nested deeper than anybody writes; raised as `error`.
    """
    # The parser takes the square of a dotted key's length: 100 kB of one would stand for minutes.
    if _DEEP_KEY.search(text):
        raise error(say("{file!s} is nested too deep to be read.", file=source))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise error(
            say("{file!s} is not valid TOML: {error!s}.", file=source, error=cause),
            _decimal_comma(text),
        ) from cause
    except ValueError as cause:  # Python reads no number of more than 4,300 digits
        raise error(say("A number in {file!s} is too long to be read.", file=source)) from cause
    except RecursionError as cause:
        raise error(say("{file!s} is nested too deep to be read.", file=source)) from cause


def _decimal_comma(text: str) -> str:
    """Return the remedy if a number seems to be written with a comma, else nothing."""
    found = re.search(r"^.*=\s*([0-9]+),([0-9]+)\s*(#.*)?$", text, re.MULTILINE)
    if found is None:
        return ""
    return say("Write {whole!s}.{part!s} with a point.", whole=found[1], part=found[2])
