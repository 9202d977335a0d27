"""`Phrase`: a sentence that remembers its pattern and values, so that it can be said elsewhere.

The rules speak English and know no reader. A window that speaks another language looks the
pattern up in its translation and fills in the same values with the reader's decimal sign; for
everyone else, files among them, a phrase is the English string that it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_ONE_UNIT = re.compile(r"(?<![\d.,])1 units\b")


class Phrase(str):
    """An English string with the pattern and the values that it was made of.

    Parameters
    ----------
    pattern
        Text with named fields, as `str.format` takes it.
    values
        What fills the fields; a phrase among them is said in the reader's language too.
    """

    pattern: str
    values: Mapping[str, Any]

    def __new__(cls, pattern: str, values: Mapping[str, Any]) -> Phrase:
        """Return the string that `pattern` makes with `values`."""
        said = pattern.format_map(dict(values))
        if "} units" in pattern:  # an amount: "point 1 units" names a field
            said = _ONE_UNIT.sub("1 unit", said)
        made = super().__new__(cls, said)
        made.pattern = pattern
        made.values = dict(values)
        return made

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, Mapping[str, Any]]]:
        """Copy and pickle with pattern and values."""
        return Phrase, (self.pattern, self.values)


def say(pattern: str, **values: Any) -> Phrase:
    """Return `pattern` filled with `values`; translators find the pattern by this call.

    The pattern must stand here as a plain string, not as an f-string: it is looked up whole.

    Examples
    --------
    >>> say("{name}: {age_s:.1f} s old", name="corrugator", age_s=1.25)
    'corrugator: 1.2 s old'
    """
    return Phrase(pattern, values)


def listed(texts: Iterable[str]) -> Phrase:
    """Return `texts` with commas between, each of them said in the reader's language.

    Examples
    --------
    >>> listed([say("left is noisy"), say("right is flat")])
    'left is noisy, right is flat'
    """
    values = {f"item_{count}": text for count, text in enumerate(texts)}
    return Phrase(", ".join(f"{{{name}}}" for name in values), values)
