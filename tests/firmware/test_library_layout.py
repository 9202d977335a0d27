"""EvenhandBoard is a library by the Arduino library specification (format 1.5, revision 2.2).

The rules are those of docs.arduino.cc/arduino-cli/library-specification and
sketch-specification. That the IDE's builder takes the library is test_avr_build.py's.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

CATEGORIES = (
    "Display|Communication|Signal Input/Output|Sensors|Device Control|Timing|Data Storage|"
    "Data Processing|Other"
)
REQUIRED = {
    "name": r"(?!Arduino)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 _.-]{0,62}",
    "version": r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)",
    "author": r".+",
    "maintainer": r"(?!Arduino).+",
    "sentence": r".+",
    "paragraph": r".*",
    "category": CATEGORIES,
    "url": r"https?://[^\s/]+(/\S*)?",
    "architectures": r"\*|[a-z0-9_]+(,[a-z0-9_]+)*",
}
OPTIONAL = {
    "depends": r".+",
    "dot_a_linkage": r"true|false",
    "includes": r"[\w./]+\.h(,[\w./]+\.h)*",
    "precompiled": r"true|full",
    "ldflags": r".+",
}


def properties(text: str) -> dict[str, str]:
    """Return the fields of a ``library.properties``; a key given twice fails."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    pairs = [tuple(line.split("=", 1)) for line in lines]
    fields = dict(pairs)
    assert len(fields) == len(pairs), "a field is given twice"
    return fields


def faults(fields: dict[str, str]) -> list[str]:
    """Return the fields that are missing, wrong, or unknown to the specification."""
    rules = REQUIRED | OPTIONAL
    wrong = [key for key, value in fields.items() if not re.fullmatch(rules.get(key, "$"), value)]
    return sorted(wrong + [key for key in REQUIRED if key not in fields])


@pytest.fixture
def fields(library: Path) -> dict[str, str]:
    return properties((library / "library.properties").read_text(encoding="utf-8"))


def test_properties_meet_the_specification(fields: dict[str, str]) -> None:
    assert faults(fields) == []


@pytest.mark.parametrize("key", REQUIRED)
def test_a_missing_field_is_noticed(fields: dict[str, str], key: str) -> None:
    del fields[key]
    assert faults(fields) == [key]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Arduino EMG"),
        ("name", "1-2"),
        ("name", "x" * 64),
        ("version", "1.0"),
        ("version", "01.0.0"),
        ("maintainer", ""),
        ("category", "Uncategorized"),
        ("url", "evenhand.example"),
        ("architectures", "avr, samd"),
        ("dot_a_linkage", "yes"),
        ("licence", "MIT"),
    ],
)
def test_a_wrong_field_is_noticed(fields: dict[str, str], key: str, value: str) -> None:
    assert faults({**fields, key: value}) == [key]


def test_the_board_tells_the_librarys_version(library: Path, fields: dict[str, str]) -> None:
    header = (library / "src" / "uno_board.h").read_text(encoding="utf-8")
    told = re.search(r"#define UNO_FIRMWARE \{(\d+), (\d+), (\d+)\}", header)
    assert told
    assert ".".join(told.groups()) == fields["version"]


def test_sources_are_in_src_and_each_example_bears_its_folders_name(
    library: Path, fields: dict[str, str]
) -> None:
    assert re.fullmatch(r"[A-Za-z0-9][\w.-]{0,62}", library.name)
    assert {path.name for path in library.iterdir()} == {
        "library.properties",
        "src",
        "examples",
        "extras",
    }
    for header in fields["includes"].split(","):
        assert (library / "src" / header).is_file()
    for example in (library / "examples").iterdir():
        assert (example / f"{example.name}.ino").is_file()


def test_an_example_includes_only_what_the_library_offers(
    library: Path, fields: dict[str, str]
) -> None:
    for sketch in library.glob("examples/*/*.ino"):
        included = re.findall(r"#include [<\"]([^>\"]+)", sketch.read_text(encoding="utf-8"))
        assert included
        assert set(included) <= set(fields["includes"].split(","))


def test_the_zip_holds_the_library_and_its_licence_in_one_folder(
    library: Path, library_zip: Path
) -> None:
    with zipfile.ZipFile(library_zip) as packed:
        inside = {name for name in packed.namelist() if not name.endswith("/")}
    files = [path for path in library.rglob("*") if path.is_file()]
    own = {path.relative_to(library.parent).as_posix() for path in files}
    assert inside == own | {"EvenhandBoard/LICENSE"}
