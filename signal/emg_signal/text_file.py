"""Text files that a person wrote: read as far as one can be long, and parsed in bounded time."""

from __future__ import annotations

import errno
import os
import re
import stat
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from emg_signal.errors import ConfigError
from emg_signal.phrase import say

LARGEST_FILE = 1_000_000
"""Bytes of a file that a person writes: a plan of hundreds of points has 50,000."""

JOINERS = "\u200c\u200d"
"""Unseen signs that belong to some scripts: they join letters, or keep them apart."""

HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode's classes of controls, marks of direction, half and unknown signs, and line ends."""

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
        content = read_bytes(path, LARGEST_FILE + 1)
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


def read_bytes(path: Path, most: int = -1) -> bytes:
    """Return the bytes of a file, at most so many; never wait for a pipe that nobody writes into.

    Parameters
    ----------
    path
        Of a file, or of a pipe.
    most
        Bytes to read; -1 for all.

    Raises
    ------
    OSError
        It cannot be read, or is a pipe without a writer.
    """
    begun: bytes | None = b""
    with open(path, "rb", buffering=0, opener=_at_once) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            begun = file.read(1)  # None where a writer has written nothing yet
            if begun == b"":
                raise OSError(errno.ENXIO, "nobody writes into this pipe", str(path))
        if hasattr(os, "set_blocking"):
            os.set_blocking(file.fileno(), True)
        with open(file.fileno(), "rb", closefd=False) as rest:
            return (begun or b"") + rest.read(most - len(begun or b"") if most >= 0 else -1)


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def hidden_sign(text: str) -> str | None:
    """Return the first sign of `text` that cannot be seen, but for those that join letters."""
    return next((s for s in text if unicodedata.category(s) in HIDDEN and s not in JOINERS), None)


def require_seen(
    content: Any, source: Path | str, error: type[ConfigError] = ConfigError, *, but: str = ""
) -> None:
    """Refuse a document with a name or a text in which something cannot be seen.

    Parameters
    ----------
    content
        What was parsed of it.
    source
        Its name, for the message.
    error
        What to raise.
    but
        Signs that may stand there all the same.

    Raises
    ------
    ConfigError
        It holds such a sign, as a control code of a terminal or a mark that turns the direction.
    """
    for place, text in _texts(content, ""):
        if (sign := hidden_sign("".join(s for s in text if s not in but))) is not None:
            raise error(
                say(
                    "{file!s}: {place!r} holds the unseen sign U+{number:04X}.",
                    file=source,
                    place=place or text,
                    number=ord(sign),
                ),
                say("Write letters and digits in one line."),
            )


def _texts(content: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield every key and every text of a document, with where it stands; people count from 1."""
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, dict):
        for key, value in content.items():
            yield f"{place} {key}".strip(), key
            yield from _texts(value, f"{place} {key}".strip())
    elif isinstance(content, list):
        for number, value in enumerate(content, start=1):
            yield from _texts(value, f"{place} {number}".strip())


def read_toml(path: Path, error: type[ConfigError] = ConfigError) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises
    ------
    ConfigError
        As `read_text` and `parse_toml`; raised as `error`.
    """
    return parse_toml(read_text(path, error), path, error)


def parse_toml(
    text: str,
    source: Path | str,
    error: type[ConfigError] = ConfigError,
    *,
    has_prose: bool = False,
) -> dict[str, Any]:
    """Return what a TOML text holds.

    Parameters
    ----------
    text
        Of a file.
    source
        Its name, for messages.
    error
        What to raise.
    has_prose
        Whether a text in it may have several lines.

    Raises
    ------
    ConfigError
        It is no TOML, nested deeper than anybody writes, or holds what cannot be seen; raised as
        `error`.
    """
    # The parser takes the square of a dotted key's length: 100 kB of one would stand for minutes.
    if _DEEP_KEY.search(text):
        raise error(say("{file!s} is nested too deep to be read.", file=source))
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise error(
            say("{file!s} is not valid TOML: {error!s}.", file=source, error=cause),
            _decimal_comma(text),
        ) from cause
    except ValueError as cause:  # Python reads no number of more than 4,300 digits
        raise error(say("A number in {file!s} is too long to be read.", file=source)) from cause
    except RecursionError as cause:
        raise error(say("{file!s} is nested too deep to be read.", file=source)) from cause
    require_seen(content, source, error, but="\n\t" if has_prose else "")
    return content


def _decimal_comma(text: str) -> str:
    """Return the remedy if a number seems to be written with a comma, else nothing."""
    found = re.search(r"^.*=\s*([0-9]+),([0-9]+)\s*(#.*)?$", text, re.MULTILINE)
    if found is None:
        return ""
    return say("Write {whole!s}.{part!s} with a point.", whole=found[1], part=found[2])
