"""Whether anything in a session file was altered since it was written, and what."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from emg_session.chain import Tip, block_hash, event_hash
from emg_session.record_boundary import fit, part
from emg_session.record_format import META, READ_TIP, SEAL
from emg_session.record_rows import read_json
from emg_signal.errors import AuditBrokenError
from emg_signal.phrase import Phrase, say

_EVENTS = (
    "SELECT sequence, utc, sample_index, kind, body, idempotency_key, previous_hash, hash "
    "FROM event ORDER BY sequence"
)
_BLOCKS = (
    "SELECT sequence, segment, first_index, n_samples, lost, encoding, samples, flags, hash "
    "FROM raw ORDER BY sequence"
)


def audit(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Raise `AuditBrokenError` naming what was altered in a file, cut out or inserted."""
    tip, seal = _audit_events(path, connection, version)
    if version == 1:
        _audit_older(path, connection)
    else:
        tip = _audit_blocks(path, connection, tip)
        _audit_tip(path, connection, tip)
    if seal is not None:
        _audit_seal(path, seal, tip)
    _audit_pages(connection)


def first_event(path: Path, connection: sqlite3.Connection, version: int) -> str:
    """Return the body of the first event: whose and whence a file is.

    Raises
    ------
    AuditBrokenError
        It is not what the file was made with.
    """
    row = connection.execute(f"{_EVENTS} LIMIT 1").fetchone()
    if row is None or row[0] != 1:
        raise _broken(path, say("the first record is missing"))
    _require_chained(path, version, Tip(), row)
    if row[3] != META:
        raise _broken(path, _record(1, row[3]))
    return str(row[4])


def _audit_events(
    path: Path, connection: sqlite3.Connection, version: int
) -> tuple[Tip, dict[str, Any] | None]:
    """Return the tip of the events, and the seal that ends them, if one does."""
    tip, seal = Tip(), None
    with part(say("its records")):
        for row in connection.execute(_EVENTS):
            _require_chained(path, version, tip, row)
            tip = tip.with_event(row[-1])
            seal = {**read_json(row[4]), "before": row[-2]} if row[3] == SEAL else None
    return tip, seal


def _require_chained(path: Path, version: int, tip: Tip, row: tuple[Any, ...]) -> None:
    """Raise unless `row` is the event that follows `tip`."""
    sequence, utc, index, kind, body, key, previous, digest = row
    expected = tip.events + 1
    with part(_record(expected, kind)):
        if sequence > expected:
            raise _broken(path, say("record {n} is missing", n=expected))
        wanted = event_hash(version, tip.event_hash, sequence, utc, index, kind, body, key)
        if sequence != expected or previous != tip.event_hash or digest != wanted:
            raise _broken(path, _record(expected, kind))


def _audit_blocks(path: Path, connection: sqlite3.Connection, tip: Tip) -> Tip:
    with part(say("its samples")):
        for row in connection.execute(_BLOCKS):
            expected = tip.blocks + 1
            if row[0] > expected:
                raise _broken(path, say("block {n} of the samples is missing", n=expected))
            name = say(
                "block {n} of the samples (connection {segment}, from {first})",
                n=expected,
                segment=fit(row[1]),
                first=fit(row[2]),
            )
            with part(name):
                if row[0] != expected or row[-1] != block_hash(tip.block_hash, *row[:-1]):
                    raise _broken(path, name)
            tip = tip.with_block(row[-1])
    return tip


def _audit_tip(path: Path, connection: sqlite3.Connection, tip: Tip) -> None:
    """Raise if the file says that it got farther than what is found in it."""
    with part(say("the mark of its end")):
        rows = connection.execute(READ_TIP).fetchall()
        known = Tip(*rows[0]) if len(rows) == 1 else None
        if known is not None and known.events > tip.events:
            raise _broken(path, say("the last records, from {n} on", n=tip.events + 1))
        if known is not None and known.blocks > tip.blocks:
            raise _broken(path, say("the last samples, from block {n} on", n=tip.blocks + 1))
        if known != tip:
            raise _broken(path, say("the mark of its end"))


def _audit_seal(path: Path, seal: dict[str, Any], tip: Tip) -> None:
    """Raise if the seal that ends a file does not say what stands before it."""
    wanted = {"events": tip.events - 1, "head": seal["before"]}
    if "blocks" in seal or tip.blocks:
        wanted |= {"blocks": tip.blocks, "block_head": tip.block_hash}
    if any(seal.get(key) != value for key, value in wanted.items()):
        raise _broken(path, say("the seal"))


def _audit_older(path: Path, connection: sqlite3.Connection) -> None:
    """Raise if a file of format 1 contradicts itself: its person and origin were not hashed.

    Boards and measurements say them, too.
    """
    with part(say("whose and whence it is")):
        meta = dict(connection.execute("SELECT key, value FROM meta LIMIT 100").fetchall())
        said = [read_json(row[0]) for row in connection.execute("SELECT board FROM segment")]
        measured = connection.execute("SELECT body FROM event WHERE kind = 'measurement'")
        said += [read_json(row[0]) for row in measured]
        for each in said:
            if each.get("origin", meta.get("origin")) != meta.get("origin"):
                raise _broken(path, say("the origin (live, playback or simulated)"))
            if each.get("subject", meta.get("subject")) != meta.get("subject"):
                raise _broken(path, say("the label of the person"))


def _audit_pages(connection: sqlite3.Connection) -> None:
    """Raise if SQLite finds anything wrong with the pages that hold the rows."""
    with part(say("its pages")):
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise ValueError(str(found))


def _record(number: int, kind: object) -> Phrase:
    return say("record {n} ({kind})", n=number, kind=fit(kind))


def _broken(path: Path, what: Phrase) -> AuditBrokenError:
    return AuditBrokenError(
        say("{file!s}: altered or cut out: {what}.", file=path, what=what),
        say("Do not rely on this file; restore it from a copy."),
    )
