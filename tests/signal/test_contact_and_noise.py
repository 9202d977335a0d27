"""What is said of electrodes on the skin, and of a face at rest."""

from __future__ import annotations

import numpy as np
import pytest

from emg_signal.contact import ContactVerdict, SiteContact, judge_contact
from emg_signal.montage import Montage, pair_of
from emg_signal.noise import noise_of
from emg_signal.quality import Quality

MONTAGE = Montage("one pair", (pair_of("frontalis", 0, 1),))
LEFT = MONTAGE.sites[0]
FS_HZ = 250.0


def verdicts(left: tuple[float, ...], right: tuple[float, ...]) -> list[ContactVerdict]:
    return [site.verdict for site in judge_contact(MONTAGE, {0: left, 1: right})]


def judged(left: tuple[float, ...], right: tuple[float, ...]) -> SiteContact:
    return judge_contact(MONTAGE, {0: left, 1: right})[0]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ((4.0, 4.0), (4.0, 4.0), ContactVerdict.GOOD),
        ((10.0, 9.0), (5.0, 5.0), ContactVerdict.GOOD),
        ((10.1, 4.0), (6.0, 6.0), ContactVerdict.HIGH),
        ((8.1, 4.0), (4.0, 4.0), ContactVerdict.UNEVEN),
        ((4.0, 200.0), (4.0, 4.0), ContactVerdict.OFF),
        ((float("nan"), 4.0), (4.0, 4.0), ContactVerdict.OFF),
        ((float("inf"), 4.0), (4.0, 4.0), ContactVerdict.OFF),
    ],
)
def test_each_threshold_is_where_the_facts_put_it(
    left: tuple[float, ...], right: tuple[float, ...], verdict: ContactVerdict
) -> None:
    assert verdicts(left, right)[0] is verdict
    assert verdicts(right, left)[1] is verdict  # the sides are judged alike


def test_the_bad_electrode_is_named_with_its_remedy() -> None:
    found = judged((3.0, 14.0), (4.0, 4.0))
    assert "bottom pin shows 14.0 kOhm" in found.cause
    assert "clean the skin" in found.remedy
    assert "electrode shows" in judged((14.0,), (4.0,)).cause  # one electrode per site is known


def test_what_was_not_measured_is_not_judged() -> None:
    found = judge_contact(MONTAGE, {0: (4.0, 4.0)})
    assert [site.site for site in found] == [LEFT]
    assert found[0].is_good


def rest(hum_uv: float = 0.0, rms_uv: float = 1.5) -> tuple[np.ndarray, np.ndarray]:
    n = round(4.5 * FS_HZ)
    noise = np.random.default_rng(3).normal(size=n) * rms_uv
    hum = hum_uv * np.sqrt(2) * np.sin(2 * np.pi * 50.0 * np.arange(n) / FS_HZ)
    return 5000.0 + noise + hum, noise + hum


def test_a_still_face_is_good_and_its_hum_is_told() -> None:
    raw, filtered = rest()
    found = noise_of(LEFT, raw, filtered, fs_hz=FS_HZ, mains_hz=50.0)
    assert found.report.quality is Quality.GOOD
    assert found.rest_uv == pytest.approx(1.5, rel=0.1)
    raw, _ = rest(hum_uv=30.0)
    found = noise_of(LEFT, raw, filtered, fs_hz=FS_HZ, mains_hz=50.0)
    assert found.report.quality is Quality.GOOD  # the notch takes it
    assert found.mains_uv == pytest.approx(30.0, rel=0.05)
    assert found.mains_hz == pytest.approx(50.0, abs=0.1)


@pytest.mark.parametrize(
    ("hum_uv", "rms_uv", "quality"), [(20.0, 1.5, Quality.MAINS), (0.0, 12.0, Quality.NOISY)]
)
def test_what_is_wrong_at_rest_is_named(hum_uv: float, rms_uv: float, quality: Quality) -> None:
    raw, filtered = rest(hum_uv, rms_uv)
    found = noise_of(LEFT, raw, filtered, fs_hz=FS_HZ, mains_hz=None)
    assert found.report.quality is quality
    assert found.report.cause
    assert found.report.remedy


def test_a_gap_at_rest_gives_no_number() -> None:
    raw, filtered = rest()
    filtered[7] = np.nan
    found = noise_of(LEFT, raw, filtered, fs_hz=FS_HZ, mains_hz=None)
    assert found.report.quality is Quality.GAP
    assert np.isnan(found.rest_uv)
