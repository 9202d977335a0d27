"""Session files for the tests of reading: a whole one, and the ways to alter and to damage it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

import numpy as np

from emg_session.chain import Tip, block_hash, event_hash
from emg_session.entries import NewEvent, SegmentHeader
from emg_session.store import SessionFile

UTC = "2026-03-02T12:00:00+00:00"
SCALE_UV = 4.5 / 24 / (2**23 - 1) * 1e6
META = {"program": "evenhand", "subject": "P1", "origin": "simulated", "began_utc": UTC}
TABLES = ("event", "raw", "tip")


def chance_of(seed: int) -> random.Random:
    """Return the same chance for the same seed."""
    return random.Random(seed)  # noqa: S311


def write_session(path: Path, *, sealed: bool = True) -> None:
    """Write a small visit: two connections, samples as counts and as µV, a gap, keys, flags."""
    file = SessionFile.create(path, meta=META, min_free_bytes=0)
    rng = np.random.default_rng(1)
    board = {"board": "virtual Cyton", "channel_names": ["a", "b"], "origin": "simulated"}
    for number, scale in enumerate((SCALE_UV, None)):
        file.begin_segment(number, SegmentHeader(UTC, 250.0, 2, scale, board))
        for block in range(4):
            first = 1000 * number + 125 * block + (10 if block > 1 else 0)
            uv = rng.integers(-(2**20), 2**20, size=(2, 125)) * (scale or 0.01)
            flags = np.zeros(uv.shape, np.uint8)
            flags[0, 7] = block == 3
            file.append_raw(number, first, uv, flags, 10 if block == 2 else 0)
            file.commit()
    for n in range(3):
        body = {"point": {"id": f"p{n}"}, "dose": {"units": 2.5 + n}}
        file.append_events([NewEvent("given", body, f"given p{n}")], utc=UTC, index=n)
    file.append_event("decision", {"kind": "accepted"}, utc=UTC, index=9)
    file.commit()
    if sealed:
        file.close(utc=UTC, index=2000)
    else:
        file.abandon()


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with closing(sqlite3.connect(path)) as connection:
        return {t: connection.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}  # noqa: S608


def chain_anew(path: Path) -> None:
    """Make every hash of a file fit what stands in it: what somebody who knows the chain can do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        tip = Tip()
        for row in connection.execute("SELECT * FROM event ORDER BY sequence").fetchall():
            digest = event_hash(2, tip.event_hash, *row[:6])
            connection.execute(
                "UPDATE event SET previous_hash = ?, hash = ? WHERE sequence = ?",
                (tip.event_hash, digest, row[0]),
            )
            tip = tip.with_event(digest)
        for row in connection.execute("SELECT * FROM raw ORDER BY sequence").fetchall():
            digest = block_hash(tip.block_hash, *row[:8])
            connection.execute("UPDATE raw SET hash = ? WHERE sequence = ?", (digest, row[0]))
            tip = tip.with_block(digest)
        connection.execute("DELETE FROM tip")
        connection.execute("INSERT INTO tip VALUES (0, ?, ?, ?, ?)", astuple(tip))


def tamper(path: Path, chance: random.Random) -> str:
    """Change one thing in one table, as SQL can, and return what it was."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        while True:
            before = connection.total_changes
            what = _one_change(connection, chance)
            if connection.total_changes > before:
                return what


def _one_change(connection: sqlite3.Connection, chance: random.Random) -> str:
    table = chance.choice(TABLES)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    rows = [row[0] for row in connection.execute(f"SELECT rowid FROM {table}")]  # noqa: S608
    row = chance.choice(rows)
    act = chance.choice(("cell",) * 6 + ("delete", "cut tail", "cut head", "swap", "copy"))
    where = f"rowid = {row}"
    if act == "cut tail":
        where, act = f"rowid >= {row}", "delete"
    elif act == "cut head":
        where, act = f"rowid <= {row}", "delete"
    try:
        if act == "delete":
            connection.execute(f"DELETE FROM {table} WHERE {where}")  # noqa: S608
        elif act == "copy":
            inner = ", ".join(columns[1:]).replace("idempotency_key", "NULL")
            connection.execute(
                f"INSERT INTO {table} SELECT {max(rows) + 1}, {inner} "  # noqa: S608
                f"FROM {table} WHERE {where}"
            )
        elif act == "swap":
            other, name = chance.choice(rows), chance.choice(columns[1:])
            _swap(connection, table, name, row, other)
        else:
            name = chance.choice(columns)
            old = connection.execute(f"SELECT {name} FROM {table} WHERE {where}").fetchone()[0]  # noqa: S608
            new = altered(old, chance)
            if new != old:
                connection.execute(f"UPDATE {table} SET {name} = ? WHERE {where}", (new,))  # noqa: S608
            act += f" {name}"
    except sqlite3.IntegrityError:
        return ""  # the table itself refuses that
    return f"{table}: {act} where {where}"


def _swap(connection: sqlite3.Connection, table: str, name: str, row: int, other: int) -> None:
    read = f"SELECT {name} FROM {table} WHERE rowid = ?"  # noqa: S608
    one, two = (connection.execute(read, (each,)).fetchone()[0] for each in (row, other))
    if one == two:
        return
    connection.execute("BEGIN")
    try:
        for each, value in ((row, two), (other, one)):
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (value, each))  # noqa: S608
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def altered(old: object, chance: random.Random) -> object:
    """Return another value of the same kind, mostly a near one."""
    if old is None:
        return chance.choice(("given p9", b"\x01\x02"))
    if isinstance(old, int):
        return chance.choice((old + 1, -old, 0, 10 ** chance.randint(1, 18)))
    if isinstance(old, str):
        at = chance.randrange(len(old) + 1)
        return chance.choice(
            (old[:at] + chance.choice("019aZ {}\x1f\x00é") + old[at + 1 :], old[:at], "", old + " ",
             old.replace("simulated", "live"), old.replace("P1", "Anna"), old.upper())
        )  # fmt: skip
    assert isinstance(old, bytes)
    at = chance.randrange(len(old))
    flipped = old[:at] + bytes([old[at] ^ (1 << chance.randrange(8))]) + old[at + 1 :]
    return chance.choice((flipped, old[:at], bytes(len(old)), old[::-1], old + b"\0", b""))


def damage(whole: bytes, chance: random.Random) -> bytes:
    """Return a file as a bad disk, a cut copy or an editor leaves it."""
    size = len(whole)
    at = chance.randrange(size)
    length = chance.choice((1, 2, 16, 512, 4096, 20_000))
    page = 4096 * chance.randrange(size // 4096)
    other = 4096 * chance.randrange(size // 4096)
    match chance.randrange(8):
        case 0:
            return whole[:at]
        case 1:
            return whole[:at] + chance.randbytes(min(length, size - at)) + whole[at + length :]
        case 2:
            return whole[:at] + bytes(min(length, size - at)) + whole[at + length :]
        case 3:
            return whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]
        case 4:
            return whole[:page] + whole[other : other + 4096] + whole[page + 4096 :]
        case 5:
            return whole[:at] + whole[at + length :]
        case 6:  # the head of the file, where a few bytes rule all
            at = chance.randrange(200)
            return whole[:at] + chance.randbytes(2) + whole[at + 2 :]
        case _:
            return whole[:at] + chance.randbytes(length) + whole[at:]
