"""Files that a person writes: read when right, one clear line when wrong."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from emg_dosing.tables import load_tables
from emg_session.calibration_files import load_calibration
from emg_session.files import load_plan
from emg_session.methods import load_recording_metadata
from emg_session.montage_files import default_montage, load_montage, unassigned_montage
from emg_signal.errors import ConfigError, EmgError, MontageError, PlanError

GOOD = """
name = "brow and masseter"
[[pair]]
muscle = "frontalis"
left = 1
right = 2
[[pair]]
muscle = "masseter"
left = 7
right = 8
"""


def test_a_montage_counts_channels_from_one(tmp_path: Path) -> None:
    path = tmp_path / "montage.toml"
    path.write_text(GOOD)
    montage = load_montage(path)
    assert [site.channel for site in montage.sites] == [0, 1, 6, 7]
    assert montage.sites[3].name == "masseter right"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("left = 1", "left = 0", "pair 1 left"),
        ("left = 1", "left = 2", "channel 2 twice"),
        ("left = 1", 'left = "1"', "pair 1 left"),
        ("left = 1", "", "pair 1 left"),
        ("left = 1", "left = 99", "pair 1 left"),
        ('"masseter"', '"frontalis"', "twice"),
        ("[[pair]]", "[[pairs]]", "pair"),
        ('name = "brow and masseter"', "name = ", "TOML"),
        ("left = 1", "left = 1\ncolour = 2", "colour"),
    ],
)
def test_a_wrong_montage_is_named_with_its_field(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "montage.toml"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(MontageError, match=said) as caught:
        load_montage(path)
    assert "\n" not in str(caught.value)


@pytest.mark.hazard("H-mains-or-needle")
@pytest.mark.parametrize(
    ("old", "new"),
    [("left = 1", 'left = 1\nelectrode = "needle"'), ('"masseter"', '"masseter_needle"')],
)
def test_a_needle_electrode_is_refused_in_one_line(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "montage.toml"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(MontageError, match="needle electrodes are refused") as caught:
        load_montage(path)
    assert "\n" not in str(caught.value)
    metadata = tmp_path / "electrodes.toml"
    metadata.write_text('electrode_shape = "concentric needle"')
    with pytest.raises(MontageError, match="needle electrodes are refused"):
        load_recording_metadata(metadata)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00" * 50])
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    for load in (load_montage, load_calibration, lambda p: load_plan(p, load_tables())):
        with pytest.raises(EmgError, match=r"x\.toml"):
            load(path)
        with pytest.raises(EmgError, match="no file"):
            load(tmp_path / "missing.toml")
        with pytest.raises(EmgError, match="Cannot read"):
            load(tmp_path)


def test_a_plan_that_names_an_unknown_product_says_which_file(tmp_path: Path) -> None:
    good = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml")).read_text()
    path = tmp_path / "plan.toml"
    path.write_text(good.replace("dysport_us", "dysportt_us"))
    with pytest.raises(PlanError, match=r"plan\.toml.*dysportt_us"):
        load_plan(path, load_tables())


def test_a_board_with_few_channels_gets_the_pairs_that_fit() -> None:
    assert len(default_montage(4).pairs) == 2
    assert len(default_montage(16).pairs) == 4
    with pytest.raises(MontageError, match="two channels"):
        default_montage(1)


def test_a_calibration_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text('{"sites": 3}')
    with pytest.raises(ConfigError, match="evenhand calibrate"):
        load_calibration(path)


def test_a_recording_without_a_montage_claims_no_site_and_no_side() -> None:
    montage = unassigned_montage(15)
    assert not montage.assigned
    assert [pair.name for pair in montage.pairs][:2] == ["channels 1 and 2", "channels 3 and 4"]
    assert len(montage.sites) == 14
    with pytest.raises(MontageError, match="two channels"):
        unassigned_montage(1)


def test_an_unknown_muscle_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "montage.toml"
    path.write_text(GOOD.replace('"frontalis"', '"frontallis"'))
    with pytest.raises(MontageError, match=r"'frontallis'.*frontalis, masseter"):
        load_montage(path, {"frontalis", "masseter"})


def test_a_decimal_comma_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("schema = 1\nunits = 2,5\n")
    with pytest.raises(PlanError, match=r"Write 2\.5 with a point"):
        load_plan(path, load_tables())
