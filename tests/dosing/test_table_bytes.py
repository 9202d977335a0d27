"""H6: a table of which one byte differs, or that ends early, does not load."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path

import pytest
from seal_tables import manifest_of

from emg_dosing.manifest import MANIFEST_NAME, TABLE_NAMES, parse_manifest, verify
from emg_dosing.tables import build_tables, load_tables
from emg_signal.errors import ProductTableError

DATA = resources.files("emg_dosing") / "data"


def files() -> dict[str, bytes]:
    return {name: (DATA / f"{name}.toml").read_bytes() for name in TABLE_NAMES}


def manifest() -> bytes:
    return (DATA / MANIFEST_NAME).read_bytes()


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize("name", TABLE_NAMES)
def test_every_byte_flipped_is_noticed(name: str) -> None:
    digests = parse_manifest(manifest())
    content = bytearray(files()[name])
    unnoticed = 0
    for position in range(len(content)):
        flip = 1 << (position % 8)
        content[position] ^= flip
        try:
            verify(name, bytes(content), digests)
            unnoticed += 1
        except ProductTableError:
            pass
        content[position] ^= flip
    assert unnoticed == 0
    verify(name, bytes(content), digests)


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize("name", TABLE_NAMES)
def test_every_truncation_is_noticed(name: str) -> None:
    # The prefix hashes are what verify() would compute, one byte at a time.
    digest = parse_manifest(manifest())[name]
    prefix = hashlib.sha256()
    content = files()[name]
    for position in range(len(content)):
        assert prefix.hexdigest() != digest, position
        prefix.update(content[position : position + 1])
    assert prefix.hexdigest() == digest


@pytest.mark.hazard("H-damaged-table")
def test_every_byte_of_the_manifest_counts() -> None:
    sealed, found = manifest(), files()
    for position in range(len(sealed)):
        for flip in (1, 2, 4, 8, 16, 32, 64, 128):
            damaged = bytearray(sealed)
            damaged[position] ^= flip
            with pytest.raises(ProductTableError):
                build_tables(found, bytes(damaged))
        with pytest.raises(ProductTableError):
            build_tables(found, sealed[:position])
    assert build_tables(found, sealed).digest == load_tables().digest


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_a_missing_table_is_named(name: str) -> None:
    found = files()
    del found[name]
    with pytest.raises(ProductTableError, match=f"{name}.toml is missing"):
        build_tables(found, manifest())


def test_another_order_or_a_doubled_line_is_no_manifest() -> None:
    lines = manifest().splitlines(keepends=True)
    for damaged in (lines[::-1], [*lines, lines[0]], lines[:-1]):
        with pytest.raises(ProductTableError, match="manifest"):
            parse_manifest(b"".join(damaged))


def test_the_manifest_is_in_the_format_of_sha256sum() -> None:
    assert manifest() == manifest_of(files())
    first = manifest().decode().splitlines()[0]
    assert first == f"{hashlib.sha256(files()['claims']).hexdigest()}  claims.toml"


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProductTableError, match="cannot be read"):
        load_tables(tmp_path)


def test_a_copied_folder_loads(tmp_path: Path) -> None:
    for name, content in files().items():
        (tmp_path / f"{name}.toml").write_bytes(content)
    (tmp_path / MANIFEST_NAME).write_bytes(manifest())
    assert load_tables(tmp_path) == load_tables()
