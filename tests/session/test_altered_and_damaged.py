"""Whatever is changed in a session file is found and named; what is damaged is one typed error."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from damage import META, TABLES, chain_anew, chance_of, content, damage, tamper, write_session

from emg_session.stored import read_session, read_verified
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin
from emg_signal.errors import AuditBrokenError, RecordCorruptError, RecordError
from emg_ui.command_line import run


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "a.evenhand"
    write_session(path)
    read_verified(path)
    return path.read_bytes()


def altered_with(whole: bytes, path: Path, statement: str) -> Path:
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statement)
    return path


def tamper_times(whole: bytes, path: Path, times: int, seed: int) -> None:
    chance = chance_of(seed)
    path.write_bytes(whole)
    before = content(path)
    found = 0
    while found < times:
        path.write_bytes(whole)
        what = tamper(path, chance)
        if content(path) == before:
            continue  # a value was set to what it is
        with pytest.raises((AuditBrokenError, RecordCorruptError), match=r"a\.evenhand") as error:
            read_verified(path)
        named = ("record", "block", "last samples", "mark of its end", "seal", "connection")
        assert any(word in error.value.message for word in named), (what, error.value.message)
        found += 1


def test_300_tamperings_in_every_table_and_blob_are_found_and_named(whole: bytes, tmp_path) -> None:
    tamper_times(whole, tmp_path / "a.evenhand", 300, 1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_20_000_tamperings_are_found_and_named(whole: bytes, tmp_path: Path, seed: int) -> None:
    tamper_times(whole, tmp_path / "a.evenhand", 2000, 100 + seed)


def error_of(path: Path) -> RecordError | None:
    """Return how a file fails to be read whole; None if it does not."""
    try:
        session = read_verified(path)
        for number in session.segments:
            session.samples_uv(number)
    except RecordError as error:
        return error
    return None


def damage_times(whole: bytes, path: Path, times: int, seed: int) -> None:
    """Each damaged file is one typed error, or still holds exactly what it held."""
    chance = chance_of(seed)
    path.write_bytes(whole)
    before = content(path)
    typed = 0
    while typed < times:
        path.write_bytes(damage(whole, chance))
        for beside in path.parent.glob(f"{path.name}-*"):
            beside.unlink()
        error = error_of(path)
        if error is None:
            assert content(path) == before, "a damage went unnoticed"
            continue
        assert type(error) in (AuditBrokenError, RecordCorruptError), repr(error)
        assert path.name in error.message
        assert "\n" not in str(error)
        typed += 1


def test_300_damaged_files_are_one_typed_error_each(whole: bytes, tmp_path: Path) -> None:
    damage_times(whole, tmp_path / "a.evenhand", 300, 2)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_20_000_damaged_files_are_one_typed_error_each(
    whole: bytes, tmp_path: Path, seed: int
) -> None:
    damage_times(whole, tmp_path / "a.evenhand", 2000, 200 + seed)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE event SET body = replace(body, 'simulated', 'live') WHERE sequence = 1", "meta"),
        ("UPDATE event SET body = replace(body, 'P1', 'Anna') WHERE sequence = 1", "meta"),
        (
            "UPDATE event SET body = replace(body, '250.0', '251.0') WHERE kind = 'segment'",
            "2 (seg",
        ),
        ("UPDATE event SET body = replace(body, 'Cyton', 'Daisy') WHERE sequence = 3", "3 (seg"),
        ("UPDATE event SET idempotency_key = NULL WHERE idempotency_key = 'given p1'", "5 (given"),
        ("UPDATE event SET idempotency_key = 'given p7' WHERE sequence = 4", "4 (given"),
        ("UPDATE event SET kind = 'given taken back' WHERE sequence = 4", "4 (given"),
        ("UPDATE event SET sample_index = 77 WHERE sequence = 4", "4 (given"),
        ("UPDATE raw SET samples = zeroblob(length(samples)) WHERE sequence = 3", "block 3"),
        ("UPDATE raw SET flags = NULL WHERE sequence = 4", "block 4"),
        ("UPDATE raw SET lost = 0 WHERE lost = 10 AND segment = 0", "block 3"),
        ("DELETE FROM raw WHERE sequence = 5", "block 5"),
        ("DELETE FROM raw WHERE sequence >= 6", "last samples, from block 6 on"),
        ("DELETE FROM event WHERE kind = 'seal'", "last records, from 8 on"),
        ("DELETE FROM event WHERE sequence <= 2", "record 1 is missing"),
        ("DELETE FROM event", "record"),
        ("UPDATE tip SET events = 3", "mark of its end"),
        ("DELETE FROM tip", "mark of its end"),
    ],
)
def test_what_was_altered_is_named(whole: bytes, tmp_path: Path, change: str, named: str) -> None:
    path = altered_with(whole, tmp_path / "a.evenhand", change)
    with pytest.raises(AuditBrokenError) as error:
        read_verified(path)
    assert named in error.value.message


def test_a_cut_tail_is_an_error_in_a_killed_file_too(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    write_session(path, sealed=False)
    assert not read_verified(path).sealed
    altered_with(path.read_bytes(), path, "DELETE FROM event WHERE sequence >= 6")
    with pytest.raises(AuditBrokenError, match="last records, from 6 on"):
        read_verified(path)


@pytest.mark.parametrize("change", ["simulated', 'live", "P1', 'Anna"])
def test_a_simulated_session_never_becomes_a_persons_history(
    whole: bytes, tmp_path: Path, change: str
) -> None:
    statement = f"UPDATE event SET body = replace(body, '{change}')"  # noqa: S608
    altered_with(whole, tmp_path / "a.evenhand", statement)
    folder = VisitFolder(tmp_path)
    assert folder.people() == folder.people(origin=Origin.SIMULATED) == ()
    assert folder.visits("Anna") == folder.visits("P1") == ()
    assert any("a.evenhand" in line and "altered" in line for line in folder.problems)


HOSTILE = {
    "recursive view": """DROP TABLE raw; CREATE VIEW raw AS WITH RECURSIVE n(x) AS
        (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, x, x, x, x, x, x, x, x FROM n""",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM raw; END",
    "another table": "CREATE TABLE more (x)",
    "no table of samples": "DROP TABLE raw",
    "no channels": "UPDATE event SET body = replace(body, 'nels\": 2', 'nels\": 0')",
    "a rate of 1e9": "UPDATE event SET body = replace(body, '250.0', '1e9')",
    "a rate that is none": "UPDATE event SET body = replace(body, '250.0', '1e999')",
    "no scale": "UPDATE event SET body = replace(body, '\"uv_per_count\": 0', '\"u\": 0')",
    "a scale of nothing": "UPDATE event SET body = replace(body, '0.02235', '-1.02235')",
    "a board that is a list": "UPDATE event SET body = replace(body, '\"board\": {', '\"x\": {')",
    "a body that is a list": "UPDATE event SET body = '[1]' WHERE sequence = 4",
    "nested": "UPDATE event SET body = replace(hex(zeroblob(100000)), '0', '[') WHERE sequence = 4",
    "nested a little": """UPDATE event SET body = '{"a":' || replace(hex(zeroblob(50)), '0', '[')
        || replace(hex(zeroblob(50)), '0', ']') || '}' WHERE sequence = 4""",
    "half a letter": 'UPDATE event SET body = \'{"a": "\\ud800"}\' WHERE sequence = 4',
    "a digit too many": "UPDATE event SET body = replace(hex(zeroblob(3000)), '0', '9')",
    "a blob cut": "UPDATE raw SET samples = substr(samples, 1, 999) WHERE sequence = 2",
    "flags cut": "UPDATE raw SET flags = x'0101' WHERE sequence = 2",
    "an encoding": "UPDATE raw SET encoding = 'zz' WHERE sequence = 2",
    "a block of nothing": "UPDATE raw SET n_samples = 0, samples = x'' WHERE sequence = 2",
    "not a number": f"UPDATE raw SET samples = x'{'000000000000F87F' * 250}' WHERE segment = 1",  # noqa: S608
    "blocks that overlap": "UPDATE raw SET first_index = 130 WHERE sequence = 1",
    "a far index": "UPDATE raw SET first_index = 9000000000000000000 WHERE sequence = 4",
    "no version": "PRAGMA user_version=0",
    "an older version": "PRAGMA user_version=1",
    "a newer version": "PRAGMA user_version=3",
}


@pytest.mark.parametrize("change", HOSTILE)
def test_a_hostile_file_is_one_typed_error_and_the_others_are_listed(
    whole: bytes, tmp_path: Path, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered_with(whole, tmp_path / "bad.evenhand", HOSTILE[change])
    (tmp_path / "good.evenhand").write_bytes(whole)
    assert run(["session", "verify", str(path)]) == 2
    told = capsys.readouterr().err
    assert "bad.evenhand" in told
    assert "Traceback" not in told
    assert run(["session", "list", str(tmp_path)]) == 0
    listed = capsys.readouterr().out
    assert "3 point(s) given, sealed" in listed
    assert len(listed.splitlines()) == 2
    error = error_of(path)
    assert error is not None
    assert "bad.evenhand" in error.message


IN_CHAIN = [
    name for name in HOSTILE if not {"table", "view", "trigger", "version"} & set(name.split())
]


@pytest.mark.parametrize("change", IN_CHAIN)
def test_a_hostile_file_whose_chain_fits_is_one_typed_error_too(
    whole: bytes, tmp_path: Path, change: str
) -> None:
    path = altered_with(whole, tmp_path / "bad.evenhand", HOSTILE[change])
    chain_anew(path)
    altered_with(path.read_bytes(), path, "DELETE FROM event WHERE kind = 'seal'")
    chain_anew(path)
    error = error_of(path)
    assert type(error) is RecordCorruptError, repr(error)
    assert "bad.evenhand" in error.message
    assert any(part in error.message for part in ("record", "connection", "samples", "whose"))


def test_an_unreadable_file_says_so_and_not_that_it_is_damaged(whole: bytes, tmp_path) -> None:
    (tmp_path / "folder.evenhand").mkdir()
    with pytest.raises(RecordError, match="Cannot read") as error:
        read_session(tmp_path / "folder.evenhand")
    assert not isinstance(error.value, RecordCorruptError)


def test_a_sealed_file_is_one_file_and_can_be_read_where_nothing_can_be_written(
    whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.evenhand"
    write_session(path)
    assert [each.name for each in tmp_path.iterdir()] == ["a.evenhand"]
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert read_verified(path).meta == META
    finally:
        tmp_path.chmod(0o700)


def test_the_tables_are_what_is_tampered_with(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert {name for (name,) in rows} == set(TABLES)
