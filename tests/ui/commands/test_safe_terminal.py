"""The terminal refuses before the work, overwrites nothing, ends in order and prints safely."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
import tomli_w

from emg_session.stored import read_session
from emg_signal.errors import EmgError
from emg_signal.text_file import read_text
from emg_ui.command_line import run
from emg_ui.commands.demo import run_demo
from emg_ui.commands.output import printable
from emg_ui.visit.run_request import demo_plan_path

LONG = "n" * 300
OTHERS_HOME = "~no-such-user/x"
NESTED = "[" * 100_000


@pytest.fixture
def refused(capsys, tmp_path, monkeypatch):
    """Return a function that runs a command line and returns its one line of refusal."""
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments):
        status = run([str(argument) for argument in arguments])
        errors = capsys.readouterr().err
        assert status == 2, errors
        lines = errors.strip().splitlines()
        assert len(lines) == 1, errors
        assert lines[0].startswith("evenhand: ")
        assert printable(lines[0]) == lines[0]
        return lines[0]

    return run_it


PATHS = [
    ["plan", "{path}"],
    ["suggest", "{path}"],
    ["replay", "{path}", "--headless"],
    ["session", "verify", "{path}"],
    ["session", "methods", "{path}"],
    ["session", "list", "{path}"],
    ["train", "{path}.toml", "--terminal"],
    ["train", "--check", "{path}"],
    ["train", "--export", "{path}/there"],
    ["board", "framed", "--scenario", "{path}"],
    ["board", "framed", "--link", "{path}/there"],
    ["calibrate", "--device", "virtual", "--out", "{path}/there"],
    ["live", "--device", "virtual", "--json", "--record", "{path}/there"],
    ["live", "--device", "virtual", "--json", "--plan", "{path}"],
    ["live", "--device", "virtual", "--json", "--montage", "{path}"],
    ["live", "--device", "virtual", "--json", "--calibration", "{path}"],
    ["live", "--device", "virtual", "--json", "--electrodes", "{path}"],
    ["visit", "--record", "{path}/there"],
    ["visit", "--again", "{path}"],
]


@pytest.mark.parametrize("path", [LONG, OTHERS_HOME, "a_file/x", "\x1b[31mred"])
@pytest.mark.parametrize("command", PATHS, ids=lambda command: " ".join(command))
def test_a_path_that_leads_nowhere_is_one_line(command, path, refused):
    Path("a_file").write_text("")
    refused(*(part.format(path=path) for part in command))


@pytest.mark.parametrize("command", PATHS[:5] + PATHS[13:17], ids=lambda command: " ".join(command))
def test_a_folder_in_the_place_of_a_file_is_one_line(command, refused):
    Path("folder").mkdir()
    refused(*(part.format(path="folder") for part in command))


ENDLESS = [PATHS[0], PATHS[1], PATHS[2], *PATHS[13:17], ["train", "--check", "{path}"]]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without an end here")
@pytest.mark.parametrize("command", ENDLESS, ids=lambda command: " ".join(command))
def test_a_file_without_an_end_is_refused_and_not_read_on(command, refused):
    refused(*(part.format(path="/dev/zero") for part in command))


READING = [*PATHS[:5], PATHS[7], *PATHS[13:17], PATHS[18]]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
@pytest.mark.parametrize("command", READING, ids=lambda command: " ".join(command))
def test_a_pipe_that_nobody_writes_into_is_refused_and_not_waited_for(command, refused):
    os.mkfifo("pipe")
    refused(*(part.format(path="pipe") for part in command))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_with_a_writer_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    line = 'exec 3> "$0"; sleep 0.2; printf "%s" "some words" >&3'
    with subprocess.Popen(["sh", "-c", line, str(pipe)]) as writer:
        time.sleep(0.1)  # it opens the pipe, and writes nothing yet
        assert writer.poll() is None
        assert read_text(pipe) == "some words"


@pytest.mark.parametrize("name", ["plan", "train", "scenario", "electrodes"])
@pytest.mark.parametrize("text", [f"a = {NESTED}", "a." * 50_000 + "a = 1", "a = 1" + "0" * 5000])
def test_toml_that_nobody_wrote_is_refused_wherever_toml_is_read(name, text, refused):
    Path("x.toml").write_text(text)
    command = {
        "plan": ["plan", "x.toml"],
        "train": ["train", "x.toml", "--terminal"],
        "scenario": ["board", "framed", "--scenario", "x.toml"],
        "electrodes": ["live", "--device", "virtual", "--json", "--electrodes", "x.toml"],
    }[name]
    began_s = time.process_time()
    assert "x.toml" in refused(*command)
    assert time.process_time() - began_s < 5.0


def test_a_record_is_not_made_through_a_link_that_leads_nowhere_and_no_board_is_opened(refused):
    Path("dangling").symlink_to("elsewhere")
    said = refused("live", "--device", "cyton:/dev/none", "--json", "--record", "dangling")
    assert "exists already" in said


def test_a_name_with_a_line_end_makes_no_line(capsys, tmp_path):
    name = tmp_path / "a\nFORGED sealed.evenhand"
    name.write_text("x")
    assert run(["session", "list", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert "\\u000aFORGED" in lines[0]


def test_a_calibration_is_refused_before_the_work(refused):
    Path("there.json").write_text("mine")
    assert "exists already" in refused("calibrate", "--device", "virtual", "--out", "there.json")
    assert "missing" in refused("calibrate", "--device", "virtual", "--out", "missing/c.json")
    assert Path("there.json").read_text() == "mine"


def test_attempts_are_exported_to_a_new_file_alone(refused):
    Path("attempts.csv").write_text("mine")
    assert "never overwritten" in refused("train", "--export", "attempts.csv")
    assert Path("attempts.csv").read_text() == "mine"


def test_a_board_takes_nobodys_link(refused):
    Path("own").write_text("mine")
    Path("link").symlink_to("own")
    Path("dangling").symlink_to("elsewhere")
    for name in ("own", "link", "dangling"):
        assert "--link" in refused("board", "framed", "--link", name)
    assert Path("link").readlink() == Path("own")
    assert Path("dangling").is_symlink()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (NESTED, "nested"),
        ('{"plan": {}, "plan": {}}', "'plan' stands twice"),
        ('{"plan": ' + "1" * 5000 + "}", "digits"),
    ],
    ids=["nested", "twice", "long"],
)
def test_json_that_nobody_meant_is_refused_by_name(text, word, refused):
    Path("s.json").write_text(text)
    assert word in refused("suggest", "s.json")
    assert word in refused("live", "--device", "virtual", "--json", "--calibration", "s.json")


def test_a_nested_plan_and_an_option_that_stands_twice_are_refused_by_name(refused):
    Path("p.toml").write_text(f"a = {NESTED}")
    assert "nested" in refused("plan", "p.toml")
    assert "seed" in refused("live", "--json", "--device", "virtual?seed=1&seed=2")


@pytest.mark.parametrize("label", ["A\nB", "\u202eAnna", "   ", "M\udcff", "A\x1b[2J"])
def test_a_label_that_cannot_be_read_is_refused(label, refused):
    refused("live", "--device", "virtual", "--json", "--person", label)


UNSEEN_SIGNS = ["\x1b[31m", "\u202e", "\u2028", "\n", "\x00", "\u200b"]


@pytest.mark.parametrize("sign", UNSEEN_SIGNS, ids=ascii)
@pytest.mark.parametrize("field", ["id", "lot", "subject", "reason", "key"])
def test_what_cannot_be_seen_is_refused_by_name_in_a_plan_and_in_a_scenario(field, sign, refused):
    plan = tomllib.loads(demo_plan_path().read_text(encoding="utf-8"))
    part = {"id": plan["point"][1], "lot": plan["product"], "subject": plan}.get(field)
    if part is not None:
        part[field] = f"a{sign}b"
    else:
        plan["reasons"] = {"forehead": f"a{sign}"} if field == "reason" else {f"a{sign}": "b"}
    Path("plan.toml").write_text(tomli_w.dumps(plan), encoding="utf-8")
    Path("s.json").write_text(json.dumps({"plan": plan}, default=str))
    for command in (["plan", "plan.toml"], ["suggest", "s.json"]):
        said = refused(*command)
        assert f"U+{ord(sign[0]):04X}" in said
        assert {"id": "point 2 id", "reason": "reasons forehead"}.get(field, "") in said


def test_letters_of_every_script_and_prose_of_a_case_are_taken(capsys, tmp_path):
    text = demo_plan_path().read_text(encoding="utf-8")
    for name in ("Großmann", "김민지", "کتاب\u200cها", "👩\u200d⚕"):
        path = tmp_path / "plan.toml"
        path.write_text(f'subject = "{name}"\n{text}', encoding="utf-8")
        assert run(["plan", str(path)]) == 0, capsys.readouterr().err


def test_devices_tells_findings_from_examples(capsys):
    assert run(["devices"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Found:")
    heading = next(i for i, line in enumerate(lines) if line.startswith("How an address looks"))
    assert all("virtual" not in line for line in lines[:heading])


def test_sessions_are_listed_where_visits_are_kept(capsys):
    from emg_ui.text.settings import kept_folder

    assert run(["session", "list"]) == 0
    assert str(kept_folder()) in capsys.readouterr().out


def test_what_may_hold_a_label_is_for_its_owner_alone(tmp_path):
    from emg_dosing.tables import load_tables
    from emg_session.files import load_plan, save_plan
    from emg_ui.text.settings import Settings, keep_settings

    save_plan(tmp_path / "plan.toml", load_plan(demo_plan_path(), load_tables()))
    keep_settings(Settings(), tmp_path / "settings.json")
    for name in ("plan.toml", "settings.json"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


STARTED: list[subprocess.Popen[str]] = []


@pytest.fixture(autouse=True)
def nothing_started_is_left():
    """End what a failed test left running, and its pipes: a later test would be blamed for them."""
    yield
    while STARTED:
        process = STARTED.pop()
        process.kill()
        with process:
            pass


def evenhand(*arguments, **streams):
    command = [sys.executable, "-m", "emg_ui", *map(str, arguments)]
    STARTED.append(subprocess.Popen(command, text=True, **streams))
    return STARTED[-1]


PRINTING = [["plan", demo_plan_path()], ["devices"], ["train", "--terminal"], ["--help"]]


@pytest.mark.parametrize("command", PRINTING, ids=lambda command: str(command[0]))
def test_a_full_disk_is_one_line_and_a_reader_who_went_is_none(command):
    with Path("/dev/full").open("w") as full:
        filled = evenhand(*command, stdout=full, stderr=subprocess.PIPE)
        _, errors = filled.communicate(timeout=60)
    assert filled.returncode == 2
    assert errors == "evenhand: The output cannot be written: No space left on device.\n"
    reader, writer = os.pipe()
    os.close(reader)
    gone = evenhand(*command, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert gone.communicate(timeout=60)[1] == ""
    assert gone.returncode == 0


def test_a_closed_output_is_no_fault():
    line = f"{sys.executable} -m emg_ui plan {demo_plan_path()} >&-"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.real_time
@pytest.mark.parametrize(
    ("signum", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_each_end_seals_the_record(signum, status, tmp_path):
    record = tmp_path / "v.evenhand"
    live = evenhand(
        "live", "--device", "virtual", "--json", "--record", record,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    for line in live.stdout:
        if json.loads(line)["time_s"] > 1.0:
            break
    live.send_signal(signum)
    _, errors = live.communicate(timeout=30)
    assert live.returncode == status
    assert "Traceback" not in errors
    assert read_session(record).sealed


def wait_until_it_takes_signals(process):
    """Wait for the first thing that `main` does; before it stands Python's own start alone."""
    caught = 1 << (signal.SIGTERM - 1)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        status = Path(f"/proc/{process.pid}/status").read_text()
        if int(status.partition("SigCgt:")[2].split()[0], 16) & caught:
            return
        time.sleep(0.001)


@pytest.mark.real_time
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which signals are taken")
@pytest.mark.parametrize("after_s", [0.0, 0.05, 0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0, 3.0])
def test_ctrl_c_ends_a_bench_at_any_time_without_a_word(after_s):
    bench = evenhand("bench", "--seconds", "20", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_until_it_takes_signals(bench)
    time.sleep(after_s)
    bench.send_signal(signal.SIGINT)
    _, errors = bench.communicate(timeout=30)
    assert bench.returncode == 130, errors
    assert errors == ""


LIBRARY = """
import os, signal, time
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.1)
except BaseException as error:
    raise ValueError("a library's own words") from error
"""


def test_a_signal_while_a_library_is_loaded_ends_the_program_after_it(tmp_path):
    """pydantic turned the ending into an error of its own schema, Qt drops it."""
    (tmp_path / "library.py").write_text(LIBRARY)
    code = (
        "import sys, time\n"
        "from emg_ui.frame.ending import Ended, end_in_order, on_ending\n"
        "on_ending(end_in_order)\n"
        "try:\n"
        f"    sys.path.append({str(tmp_path)!r})\n"
        "    import library\n"
        "    time.sleep(20)\n"
        "except Ended as ending:\n"
        "    sys.exit(ending.status)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=15)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('product = "x"', "product: must be a table with fields of its own (given: 'x')"),
        ('[product]\nid = "dysport_us"', "point: is missing"),
        ("[product]\nid = 1" + "0" * 5000, "too long to be read"),
    ],
    ids=["no table", "missing", "digits"],
)
def test_a_wrong_plan_is_told_in_peoples_words(text, words, refused):
    Path("plan.toml").write_text(text)
    said = refused("plan", "plan.toml")
    assert words in said
    assert "instance of" not in said
    assert "sys." not in said


def test_a_label_that_looks_like_a_page_is_no_page_in_a_tooltip(qapp):
    from PySide6.QtWidgets import QWidget

    from emg_ui.widgets.tips import set_tip

    widget = QWidget()
    set_tip(widget, "Person: <b>A</b><img src=file:/tmp/x.png>")
    assert "<b>" not in widget.toolTip()
    assert "&lt;img" in widget.toolTip()
    set_tip(widget, "Person: A & B")
    assert widget.toolTip() == "Person: A & B"
    widget.deleteLater()


@pytest.mark.real_time
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which signals are taken")
def test_a_demonstration_that_is_ended_seals_its_record(tmp_path):
    demo = evenhand("demo", "--folder", tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_until_it_takes_signals(demo)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("*.evenhand")) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2.0)
    demo.send_signal(signal.SIGTERM)
    _, errors = demo.communicate(timeout=60)
    assert demo.returncode == 143, errors
    assert "Traceback" not in errors
    (record,) = tmp_path.glob("*.evenhand")
    assert read_session(record).sealed


def test_a_demonstration_is_refused_before_it_begins_where_its_picture_cannot_be_made(tmp_path):
    now = time.time()
    for after_s in range(60):
        name = time.strftime("demo-%Y%m%d-%H%M%S.png", time.localtime(now + after_s))
        (tmp_path / name).mkdir()
    with pytest.raises(EmgError, match="exists already"):
        run_demo(seconds=0.5, folder=tmp_path)
    assert not list(tmp_path.glob("*.evenhand"))
