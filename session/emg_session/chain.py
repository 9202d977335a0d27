"""The chain: how records and samples are hashed, so that a change of any of them is found.

An event carries the hash of the one before it, a block of samples that of the block before it;
the tip of both stands in a row of its own and in the seal. Hashes need no key: they find what was
changed, by a fault or by a hand, and not a whole chain that somebody wrote anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

GENESIS = "0" * 64
"""Stands where the first record names the one before it."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical_json(body: Mapping[str, Any]) -> str:
    """Return the one spelling of `body` that is stored and hashed.

    Half a surrogate pair (a byte of a file's name that is no UTF-8) is no character that a file
    can hold: U+FFFD stands in its place.

    Raises
    ------
    ValueError
        It holds NaN, infinity or what JSON cannot say.
    """
    return without_surrogates(json.dumps(body, sort_keys=True, ensure_ascii=False, allow_nan=False))


def without_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for each half of a surrogate pair."""
    return _SURROGATE.sub("\ufffd", text)


def event_hash(
    version: int,
    previous: str,
    sequence: int,
    utc: str,
    index: int,
    kind: str,
    body: str,
    key: str | None,
) -> str:
    """Return the SHA-256 that chains an event to the one before it.

    Parameters
    ----------
    version
        Format of the file. Format 1 left the key out and put a separator between the fields.
    previous
        Hash of the event before.
    sequence, utc, index, kind, body, key
        What stands in the event.
    """
    if version == 1:
        text = "\x1f".join((previous, str(sequence), utc, str(index), kind, body))
    else:
        # JSON marks where a field ends; a separator can stand within one, and move its end.
        text = json.dumps([version, previous, sequence, utc, index, kind, body, key])
    return hashlib.sha256(text.encode()).hexdigest()


def block_hash(
    previous: str,
    sequence: int,
    segment: int,
    first_index: int,
    n_samples: int,
    lost: int,
    encoding: str,
    samples: bytes,
    flags: bytes | None,
) -> str:
    """Return the SHA-256 that chains a block of samples to the one before it.

    Parameters
    ----------
    previous
        Hash of the block before.
    sequence, segment, first_index, n_samples, lost, encoding, samples, flags
        What stands in the block; the two last as bytes, flags None where none is set.
    """
    # With the lengths: else a byte could move from the samples' end to the flags' unnoticed.
    head = [
        previous,
        sequence,
        segment,
        first_index,
        n_samples,
        lost,
        encoding,
        len(samples),
        None if flags is None else len(flags),
    ]
    digest = hashlib.sha256(json.dumps(head).encode())
    digest.update(samples)
    digest.update(flags or b"")
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Tip:
    """How far a file got: kept in it beside the records, so that a cut end is found.

    Parameters
    ----------
    events, event_hash
        Number of events, and hash of the last one.
    blocks, block_hash
        Number of blocks of samples, and hash of the last one.
    """

    events: int = 0
    event_hash: str = GENESIS
    blocks: int = 0
    block_hash: str = GENESIS

    def with_event(self, digest: str) -> Tip:
        """Return the tip one event later."""
        return replace(self, events=self.events + 1, event_hash=digest)

    def with_block(self, digest: str) -> Tip:
        """Return the tip one block later."""
        return replace(self, blocks=self.blocks + 1, block_hash=digest)
