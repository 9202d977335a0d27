"""`tell` and `PlainConsole`: lines for a terminal, in which no control code of a file is obeyed.

Names of points, boards and files come from outside. A control code among them could move the
cursor, repaint a line or turn the reading direction; here it is shown as its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NoReturn

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from emg_signal.errors import StorageFullError
from emg_signal.phrase import say

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control codes but tab and line feed, marks that turn the reading direction, separators of lines,
and halves of a character, which no terminal can be sent."""


def printable(text: str) -> str:
    """Return `text` with what cannot be seen written by its number, as JSON writes it too."""
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    """Return `text` with line ends written by their number: a file's name makes no line."""
    return text.replace("\n", "\\u000a")


def tell(text: str, *, err: bool = False) -> None:
    """Write a text of one or more lines to standard output or standard error.

    Raises
    ------
    BrokenPipeError
        Whoever read it has gone.
    StorageFullError
        It cannot be written, as on a full disk.
    """
    try:
        typer.echo(printable(text), err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageFullError(
            say("The output cannot be written: {error!s}.", error=error.strerror)
        ) from error


class PlainConsole(Console):
    """A terminal in which control codes are Rich's own and never a file's."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the parts of a picture, each safe to print."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=printable(segment.text))

    def print(self, *objects: Any, **options: Any) -> None:
        """Print, and say in our words why it cannot be."""
        try:
            super().print(*objects, **options)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise StorageFullError(
                say("The output cannot be written: {error!s}.", error=error.strerror)
            ) from error

    def on_broken_pipe(self) -> NoReturn:
        """Let `main` end in order; Rich would end with status 1."""
        raise BrokenPipeError
