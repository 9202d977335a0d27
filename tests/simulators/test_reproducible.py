"""Same scenario and seed, same samples: in other processes, locales, time zones and threads."""

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest

from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.patient import Patient
from emg_simulators.scenario import builtin_scenarios, load_scenario

PROGRAM = """
import hashlib, locale, sys
locale.setlocale(locale.LC_ALL, "")
assert locale.localeconv()["decimal_point"] == ",", locale.setlocale(locale.LC_ALL)
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
scenario = load_scenario(sys.argv[1]).model_copy(update={"mode": sys.argv[2]})
counts = Ads1299Converter(Patient(scenario), fs_hz=250.0).read_counts(600)
print(hashlib.sha256(counts.astype("<i4").tobytes()).hexdigest())
"""

SURROUNDINGS = [
    {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu", "OMP_NUM_THREADS": "1"},
    {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "America/St_Johns",
        "OPENBLAS_NUM_THREADS": "2",
        "PYTHONHASHSEED": "7",
    },
]


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """Return a folder with the locales that are named above, made for this run."""
    folder = tmp_path_factory.mktemp("locales")
    for language in ("de_DE", "tr_TR"):
        made = subprocess.run(
            ["localedef", "-i", language, "-f", "UTF-8", str(folder / f"{language}.UTF-8")],
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, f"{made.stderr}\nOn Debian and Ubuntu: apt-get install locales"
    return folder


def digest(name, mode):
    scenario = load_scenario(name).model_copy(update={"mode": mode})
    counts = Ads1299Converter(Patient(scenario), fs_hz=250.0).read_counts(600)
    return hashlib.sha256(counts.astype("<i4").tobytes()).hexdigest()


@pytest.mark.parametrize("mode", ["fast", "motor_units"])
@pytest.mark.skipif(sys.platform != "linux", reason="localedef makes locales of glibc")
def test_counts_are_equal_in_other_surroundings(mode, locales):
    expected = digest("demo", mode)
    # Setting up motor units is slow: one process with everything changed stands for them.
    for surroundings in SURROUNDINGS if mode == "fast" else SURROUNDINGS[1:2]:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", PROGRAM, "demo", mode],
            env={**os.environ, "LOCPATH": str(locales), **surroundings},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        assert done.stdout.strip() == expected


@pytest.mark.parametrize("name", builtin_scenarios())
def test_two_runs_in_one_process_are_equal(name):
    mode = load_scenario(name).mode
    assert digest(name, mode) == digest(name, mode)


def test_a_fault_leaves_the_other_channels_samples_as_they_were():
    from emg_simulators.fault_text import parse_fault

    scenario = load_scenario("demo")
    clean = Patient(scenario).render(20_000)
    faulty = Patient(scenario, faults=[parse_fault("tap 1@1s")]).render(20_000)
    np.testing.assert_array_equal(clean[1:], faulty[1:])
    assert not np.array_equal(clean[0], faulty[0])
