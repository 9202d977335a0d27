"""Bad input gets one clear line on standard error, status 2 and no traceback, from the real
command line in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from emg_ui.command_line import run

PLAN = """
schema = 1
[product]
id = "{product}"
[[point]]
id = "one"
region = "forehead"
side = "left"
{units}
"""

MONTAGE = """
name = "too wide"
[[pair]]
muscle = "frontalis"
left = 1
right = 12
"""


def evenhand(*arguments, timeout=60):
    return subprocess.run(
        [sys.executable, "-m", "emg_ui", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
    )


class Done:
    """What the command line left, run in this process."""

    def __init__(self, arguments, capsys):
        self.returncode = run([str(argument) for argument in arguments])
        self.stdout, self.stderr = capsys.readouterr()


def assert_one_clear_line(done, *words):
    lines = done.stderr.strip().splitlines()
    assert done.returncode == 2, done.stderr
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("evenhand: ")
    for word in words:
        assert word in lines[0], lines[0]


@contextmanager
def raw_terminal(answer=b""):
    """Yield the name of a pseudo-terminal that says `answer` to nobody's question."""
    import tty

    master, slave = os.openpty()
    tty.setraw(slave)
    try:
        if answer:
            os.write(master, answer)
        yield os.ttyname(slave)
    finally:
        os.close(master)
        os.close(slave)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["live", "--device", "cyton:/dev/no-such-port", "--headless"], ["/dev/no-such-port"]),
        (["live", "--device", "nosuchboard", "--headless"], ["nosuchboard", "cyton"]),
        (["live", "--device", ":x", "--headless"], ["no name"]),
        (["live", "--device", "virtual", "--seconds", "-1", "--headless"], ["-1", "more than 0"]),
        (["live", "--device", "virtual", "--seconds", "nan", "--headless"], ["nan"]),
        (["live", "--device", "virtual", "--seconds", "x"], ["--help"]),
        (["live", "--device", "virtual", "--band", "9", "--json"], ["--band", "20-450"]),
        (["live", "--device", "virtual", "--band", "300-20", "--json"], []),
        (["live", "--device", "virtual", "--notch", "55", "--json"], ["55", "50, 60 or off"]),
        (["live", "--device", "virtual", "--rms", "fast", "--json"], ["fast", "125ms"]),
        (["live", "--device", "virtual", "--montage", "no.toml", "--json"], ["no.toml"]),
        (["live", "--device", "virtual", "--plan", "no.toml", "--json"], ["no.toml"]),
        (["live", "--device", "virtual", "--calibration", "no.json", "--json"], ["no.json"]),
        (["calibrate", "--out", "c.json"], ["--device", "--help"]),
        (["nonsense"], ["nonsense", "--help"]),
        (["replay", "no-such-file.txt", "--headless"], ["no-such-file.txt"]),
        (["replay", "x.txt", "--speed", "-2", "--headless"], ["-2"]),
        (["replay", "x.txt", "--unit", "1=furlong", "--headless"], ["furlong"]),
        (["board", "toaster"], ["toaster", "cyton"]),
        (["board", "cyton", "--colour", "red"], ["--colour"]),
        (["board", "cyton", "--scenario", "no.toml"], ["no.toml"]),
        (["live", "--device", "cyton:/dev/no-such-port"], ["/dev/no-such-port"]),
        (["calibrate", "--device", "nosuch", "--out", "c.json"], ["nosuch"]),
        (["calibrate", "--device", "virtual"], ["--out"]),
        (["train", "no-such-case"], ["no-such-case"]),
        (["bench", "--seconds", "-3"], ["-3"]),
        (["demo", "--seconds", "0"], ["0 s"]),
        (["plan", "no.toml"], ["no.toml"]),
        (["suggest", "no.json"], ["no.json"]),
        (["session", "verify", "no.evenhand"], ["no.evenhand"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_arguments(arguments, words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert_one_clear_line(Done(arguments, capsys), *words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["live", "--device", "cyton:/dev/no-such-port", "--headless"], ["/dev/no-such-port"]),
        (["live", "--device", "nosuchboard", "--json"], ["nosuchboard", "cyton"]),
        (["live", "--device", "virtual", "--seconds", "-1", "--headless"], ["-1", "more than 0"]),
        (["plan", "no-such-plan.toml"], ["no-such-plan.toml"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_arguments_to_the_real_process(arguments, words):
    assert_one_clear_line(evenhand(*arguments), *words)


@pytest.mark.parametrize(
    ("product", "units", "words"),
    [
        ("elixir", "units = 4.0", ["elixir", "dysport_us"]),
        ("dysport_us", "units = -4.0", ["point", "units"]),
        ("dysport_us", "units = nan", ["point", "units"]),
        ("dysport_us", "units = inf", ["point", "units"]),
        ("dysport_us", "", ["point", "units"]),
        ("dysport_us", 'units = "four"', ["point", "units"]),
        ("dysport_us", "units = = 4", ["TOML"]),
    ],
)
def test_a_plan_that_cannot_be_used(product, units, words, tmp_path, capsys):
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.format(product=product, units=units), encoding="utf-8")
    for command in (["plan", path], ["live", "--device", "virtual", "--json", "--plan", path]):
        assert_one_clear_line(Done(command, capsys), "plan.toml", *words)


def test_a_montage_that_names_a_channel_which_the_board_lacks(tmp_path):
    path = tmp_path / "montage.toml"
    path.write_text(MONTAGE, encoding="utf-8")
    done = evenhand("live", "--device", "virtual", "--json", "--montage", path)
    assert_one_clear_line(done, "channel 12", "8 channels")


@pytest.mark.real_time
def test_a_board_that_is_silent():
    with raw_terminal() as port:
        done = evenhand("live", "--device", f"cyton:{port}", "--headless")
    assert_one_clear_line(done, port)


@pytest.mark.real_time
def test_a_port_in_use():
    import serial

    with raw_terminal() as port, serial.Serial(port, exclusive=True):
        done = evenhand("live", "--device", f"cyton:{port}", "--headless")
    assert_one_clear_line(done, port)


@pytest.mark.parametrize("content", [b"", b"hello\nworld\n", bytes(range(256)) * 8])
def test_a_file_that_is_not_a_recording(content, tmp_path, capsys):
    path = tmp_path / "something.txt"
    path.write_bytes(content)
    assert_one_clear_line(Done(["replay", path, "--headless"], capsys), "something.txt")


def test_a_scenario_that_is_no_object(tmp_path, capsys):
    path = tmp_path / "scenario.json"
    for text in ("[]", "{", '{"plan": NaN}'):
        path.write_text(text, encoding="utf-8")
        assert_one_clear_line(Done(["suggest", path], capsys), "scenario.json")


def test_a_truncated_recording_is_read_as_far_as_it_goes(shared_data, tmp_path):
    whole = (shared_data / "cyton_jaw_clench_250hz.txt").read_bytes()
    path = tmp_path / "cut.txt"
    path.write_bytes(whole[: len(whole) // 5 + 7])
    done = evenhand("replay", path, "--speed", "0", "--json")
    assert done.returncode == 0, done.stderr
    updates = [json.loads(line) for line in done.stdout.splitlines()]
    assert updates[-1]["time_s"] > 1.0
    notes = " ".join(note for update in updates for note in update["notes"])
    assert "truncated" in notes or "cut" in notes or "incomplete" in notes, notes


def test_what_was_recorded_stays_when_the_output_is_refused(tmp_path):
    record = tmp_path / "taken.evenhand"
    record.write_bytes(b"somebody's")
    done = evenhand("live", "--device", "virtual", "--json", "--record", record)
    assert_one_clear_line(done, "taken.evenhand", "exists already")
    assert record.read_bytes() == b"somebody's"


def test_help_and_version_say_what_they_should():
    help_text = evenhand("--help")
    assert help_text.returncode == 0
    for command in (
        "live",
        "replay",
        "calibrate",
        "devices",
        "board",
        "suggest",
        "plan",
        "train",
        "session",
        "bench",
    ):
        assert command in help_text.stdout
    version = evenhand("--version")
    assert version.returncode == 0
    assert version.stdout.startswith("evenhand ")


def test_the_command_is_installed_under_its_name():
    from importlib.metadata import entry_points

    (script,) = entry_points(group="console_scripts", name="evenhand")
    assert script.value == "emg_ui.command_line:main"
    assert Path(sys.executable).with_name("evenhand").exists()
