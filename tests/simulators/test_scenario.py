"""A scenario file that cannot be used says in which line, and what would be right."""

import pytest
from true_index import true_index_percent

from emg_signal.errors import ConfigError
from emg_signal.montage import Side
from emg_simulators.scenario import load_scenario, parse_scenario

GOOD = """title = "one"

[[muscle]]
name = "frontalis"
channels = [1, 2]
full_uv = [100.0, 50.0]

[[timeline.cue]]
at_s = 1
for_s = 2
expression = "frown"
"""


def test_reads_a_small_file():
    scenario = parse_scenario(GOOD)
    assert scenario.montage.pairs[0].right.channel == 1
    assert true_index_percent(scenario, "frontalis") == pytest.approx(100 / 3)
    assert scenario.set_rms_uv("frontalis", Side.RIGHT, effort=0.5) == 25.0


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"frontalis"', '"frontal"', 4, "unknown muscle 'frontal'"),
        ("[1, 2]", "[1, 1]", 5, "counted from 1"),
        ("[1, 2]", "[0, 1]", 5, "counted from 1"),
        ("100.0", "-1.0", 6, "must be at least 0"),
        ("100.0", "nan", 6, "finite number"),
        ('"frown"', '"frow"', 11, "unknown expression 'frow'"),
        ("at_s = 1", "at_s = -1", 9, "must be at least 0"),
        ("for_s = 2", "for_s = 2\nrepeat = 3", 8, "repeat needs every_s"),
        ('title = "one"', 'title = "one"\nwrong = 1', 2, "not known"),
        ("[1, 2]", "[1, 2", 6, "not valid TOML"),
    ],
)
def test_names_the_line_of_what_is_wrong(old, new, line, said):
    assert old in GOOD
    with pytest.raises(ConfigError, match=f"line {line}.*{said}|{said}.*line {line}"):
        parse_scenario(GOOD.replace(old, new), "file.toml")


def test_a_channel_used_twice_is_refused():
    with pytest.raises(ConfigError, match="channel 2 is used twice"):
        parse_scenario(
            GOOD + '[[muscle]]\nname = "corrugator"\nchannels = [2, 3]\nfull_uv = [1, 1]\n'
        )


def test_no_such_scenario_lists_the_builtin_ones(tmp_path):
    with pytest.raises(
        ConfigError,
        match="common_reference, demo, healthy, laboratory, steady, typical, whole_face",
    ):
        load_scenario(tmp_path / "absent.toml")


def test_a_binary_file_is_refused(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_scenario(path)


def test_a_muscle_that_is_not_there_is_refused():
    with pytest.raises(ConfigError, match="no muscle 'masseter'"):
        parse_scenario(GOOD).part("masseter")
