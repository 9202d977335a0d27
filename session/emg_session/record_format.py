"""What a session file is made of, in each format that there ever was.

::

    raw      consecutive samples of a segment: int32 counts (or float64 µV where the board has
             no counts), sample-major, little-endian, with flags where any is set; each block
             carries the hash of the one before
    event    who, whence and when (``meta``, the first), what each connection was recorded with
             (``segment``), and all that happened, each with the hash of the one before
    tip      one row: number and last hash of events and of blocks

Format 1 kept person, origin and boards in tables of their own (``meta``, ``segment``) that no
hash covered, and no hash of the samples. Its files are read and taken up again as they are.
"""

from __future__ import annotations

APPLICATION_ID = 0x45564E48  # "EVNH"
FORMAT_VERSION = 2

_EVENT = """
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY, utc TEXT NOT NULL, sample_index INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, idempotency_key TEXT UNIQUE,
    previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT"""

TABLES: dict[int, dict[str, str]] = {
    1: {
        "meta": "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "segment": """
CREATE TABLE segment (
    id INTEGER PRIMARY KEY, began_utc TEXT NOT NULL, fs_hz REAL NOT NULL,
    n_channels INTEGER NOT NULL, uv_per_count REAL, board TEXT NOT NULL) STRICT""",
        "raw": """
CREATE TABLE raw (
    segment INTEGER NOT NULL REFERENCES segment (id), first_index INTEGER NOT NULL,
    n_samples INTEGER NOT NULL, lost INTEGER NOT NULL, encoding TEXT NOT NULL,
    samples BLOB NOT NULL, flags BLOB, PRIMARY KEY (segment, first_index)) STRICT""",
        "event": _EVENT,
    },
    2: {
        "raw": """
CREATE TABLE raw (
    sequence INTEGER PRIMARY KEY, segment INTEGER NOT NULL, first_index INTEGER NOT NULL,
    n_samples INTEGER NOT NULL, lost INTEGER NOT NULL, encoding TEXT NOT NULL,
    samples BLOB NOT NULL, flags BLOB, hash TEXT NOT NULL) STRICT""",
        "event": _EVENT,
        "tip": """
CREATE TABLE tip (
    id INTEGER PRIMARY KEY CHECK (id = 0), events INTEGER NOT NULL, event_hash TEXT NOT NULL,
    blocks INTEGER NOT NULL, block_hash TEXT NOT NULL) STRICT""",
    },
}
"""Version → table → its definition, to the letter but for white space."""

META, SEGMENT, SEAL, REOPENED, WITHDRAWN = "meta", "segment", "seal", "reopened", "withdrawn"
"""Kinds of events that the file itself needs."""

CONTINUES, CONTINUED = "continues", "continued"
"""Field of `META` that names the file that this one goes on for, and the event that names the
file that goes on for this one."""

READ_TIP = "SELECT events, event_hash, blocks, block_hash FROM tip"
