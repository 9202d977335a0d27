"""The face glows as its muscles work: as the snapshot says, each side its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import Keyboard, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from staging import changed

from emg_session.snapshot import SiteReading
from emg_signal.montage import Side
from emg_signal.quality import Quality, QualityReport
from emg_ui.face.glow import HALO_LATER
from emg_ui.face.living_face import LivingFace
from emg_ui.lanes.pair_picture import HELD_TIMES
from emg_ui.text.theme import DARK, LIGHT, Look
from emg_ui.widgets.activity_scale import FULL_PERCENT, FULL_UV

GOOD = QualityReport(Quality.GOOD, "", "")
BAD = QualityReport(Quality.LEAD_OFF, "An electrode is off.", "Press it on.")


def pixels(face):
    image = face.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return flat[..., :3].astype(int)


def readings(montage, percents):
    return [SiteReading(site, p, p, GOOD) for site, p in zip(montage.sites, percents, strict=True)]


def shown_share(face, site, probe, share):
    """Return how much of a muscle's full light a pixel should show at `share` of it."""
    at = QPoint(*map(int, probe[::-1])) - face.pictures[site].at.topLeft()
    fibres, halo = (
        layer.toImage().pixelColor(at).alphaF()
        for layer in (face.pictures[site].fibres, face.pictures[site].halo)
    )

    def light(level):
        return 1.0 - (1.0 - fibres * level) * (1.0 - halo * level**HALO_LATER)

    return light(share) / light(1.0)


@pytest.fixture(params=[DARK, LIGHT], ids=["dark", "light"])
def face(qapp, staged, request):
    found = LivingFace(staged.montage, look=Look(request.param))
    found.resize(460, 480)
    found.show_readings(readings(staged.montage, [0.0] * 8))
    found.grab()
    yield found
    found.close()


def test_every_muscle_is_as_bright_as_the_snapshot_says(face, staged):
    rng = np.random.default_rng(12)
    for _ in range(100):  # ten seconds of snapshots
        percents = rng.uniform(0.0, 140.0, 8)
        face.show_readings(readings(staged.montage, percents))
        for site, percent in zip(staged.montage.sites, percents, strict=True):
            told = min(1.0, percent / FULL_PERCENT)
            assert face.brightness(site) == pytest.approx(told, abs=0.002)


def test_before_a_reference_the_scale_is_microvolts(face, staged):
    sites = [SiteReading(site, 35.0, None, GOOD) for site in staged.montage.sites]
    face.show_readings(sites)
    assert face.brightness(staged.montage.sites[0]) == pytest.approx(35.0 / FULL_UV, abs=0.002)


def test_before_a_reference_the_bars_move_on_the_same_scale_as_the_face(open_window, staged):
    """They stood empty until a reference was made."""
    window = open_window(staged)
    meter, first = window.measure.area.meter, staged.uncalibrated()
    filled = []
    for uv in (0.0, 25.0, 50.0):
        sites = tuple(replace(site, rms_uv=uv) for site in first.streamed.sites)
        staged.show(changed(first, sites=sites))
        settle(window)
        colours = pixels(meter).reshape(-1, 3)
        for i, colour in enumerate((DARK.left, DARK.right)):
            bgr = [int(colour[k : k + 2], 16) for k in (5, 3, 1)]
            filled.append((uv, i, int((colours == bgr).all(axis=1).sum())))
    at = {(uv, side): count for uv, side, count in filled}
    for side in (0, 1):
        quarter, half = at[25.0, side] - at[0.0, side], at[50.0, side] - at[0.0, side]
        assert quarter > 1000
        assert half == pytest.approx(2 * quarter, rel=0.03)


@pytest.mark.parametrize("pair", range(4))
def test_what_is_painted_is_the_share_that_the_snapshot_says_at_every_frame(face, staged, pair):
    """Read back from a pixel of each side: 10 s of snapshots, either side a course of its own.

    One pair at a time, since the halos of neighbours lie over each other.
    """
    own, dark, probes = (2 * pair, 2 * pair + 1), pixels(face).astype(float), {}
    for i in own:
        face.show_readings(readings(staged.montage, [FULL_PERCENT * (i == j) for j in range(8)]))
        full = pixels(face) - dark
        strength = np.linalg.norm(full, axis=2)
        probe = np.unravel_index(np.argmax(strength), strength.shape)
        assert strength[probe] > 60
        probes[i] = (probe, full[probe])
    for n in range(100):
        shares = {i: 0.5 + 0.5 * np.sin(0.07 * n * (1 + i % 2) + i) for i in own}
        percents = [FULL_PERCENT * shares.get(i, 0.0) for i in range(8)]
        face.show_readings(readings(staged.montage, percents))
        seen = pixels(face) - dark
        for i, (probe, way) in probes.items():
            got = float(seen[probe] @ way / (way @ way))
            told = shown_share(face, staged.montage.sites[i], probe, shares[i])
            assert got == pytest.approx(told, abs=0.02), (n, staged.montage.sites[i])


def test_one_active_site_lights_its_own_muscle_on_its_own_side_and_nothing_else(face, staged):
    dark = pixels(face)
    middle = dark.shape[1] // 2
    for i, site in enumerate(staged.montage.sites):
        face.show_readings(readings(staged.montage, [100.0 * (i == j) for j in range(8)]))
        changed = np.abs(pixels(face) - dark).max(axis=2) > 30
        rows, columns = np.nonzero(changed)
        is_right_of_middle = columns >= middle
        # The patient faces the reader: the patient's left is on the right.
        assert np.all(is_right_of_middle == (site.side is Side.LEFT)), site
        place = face.place_of(site)
        assert place.contains(columns.mean(), rows.mean())
        others = [s for s in staged.montage.sites if s.muscle != site.muscle]
        assert all(face.brightness(other) == 0.0 for other in others)


def test_more_activity_is_more_light_and_a_larger_shape(face, staged):
    dark, light, area = pixels(face), [], []
    for percent in (20.0, 60.0, 120.0):
        face.show_readings(readings(staged.montage, [percent, *[0.0] * 7]))
        change = np.abs(pixels(face) - dark).max(axis=2)
        light.append(change.sum())
        area.append((change > 25).sum())
    assert light == sorted(light)
    assert area[0] < area[1] < area[2]


def test_where_there_is_no_number_a_sign_stands_and_no_light(face, staged):
    first, *rest = staged.montage.sites
    dark = pixels(face)
    wrong = SiteReading(first, None, None, BAD)
    face.show_readings([wrong, *(SiteReading(s, 0.0, 0.0, GOOD) for s in rest)])
    assert face.brightness(first) is None
    changed = np.abs(pixels(face) - dark).max(axis=2) > 30
    rows, columns = np.nonzero(changed)
    assert 10 < len(rows) < 2000
    assert face.place_of(first).contains(columns.mean(), rows.mean())
    at = face.place_of(first).center().toPoint()
    assert "lead off" in face.words_at(at).lower()


def test_a_muscle_says_its_name_and_number_where_the_pointer_is(face, staged):
    face.show_readings(readings(staged.montage, [40.0] * 8))
    left = staged.montage.sites[0]
    told = face.words_at(face.place_of(left).center().toPoint())
    assert told.splitlines()[0] == "frontalis left"
    assert "40 µV" in told
    assert "40 %" in told


def test_what_looks_the_same_is_not_painted_again(qtbot, staged):
    painted = []

    class Watched(LivingFace):
        def paintEvent(self, event):  # noqa: N802
            painted.append(event.region().boundingRect())
            super().paintEvent(event)

    face = Watched(staged.montage, look=Look(DARK))
    qtbot.addWidget(face)
    face.resize(460, 480)
    face.show_readings(readings(staged.montage, [40.0] * 8))
    face.show()
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(50)
    painted.clear()
    face.show_readings(readings(staged.montage, [40.01] * 8))
    qtbot.wait(50)
    assert painted == []
    face.show_readings(readings(staged.montage, [60.0, *[40.01] * 7]))
    qtbot.waitUntil(lambda: bool(painted))
    muscle = face.place_of(staged.montage.sites[0]).toRect()
    assert all(muscle.contains(rect) for rect in painted)


def test_the_face_is_there_from_the_first_second_and_l_unfolds_the_lanes(
    open_window, staged, qtbot
):
    window = open_window(staged)
    staged.show(staged.uncalibrated())
    settle(window)
    area = window.measure.area
    assert area.shows_face
    assert area.face.height() > 2 * area.lanes.left.height()
    assert area.face.brightness(staged.montage.sites[0]) == pytest.approx(2.0 / FULL_UV, abs=2e-3)
    Keyboard(qtbot, window).press(Qt.Key.Key_L)
    settle(window)
    assert not area.shows_face
    assert area.lanes.left.height() > 0.8 * area.height()
    Keyboard(qtbot, window).press(Qt.Key.Key_L)
    settle(window)
    assert area.shows_face


def test_lanes_that_nobody_assigned_have_no_face(open_window, staged, qtbot):
    staged.montage = replace(staged.montage, assigned=False)
    window = open_window(staged)
    settle(window)
    assert not window.measure.area.shows_face
    Keyboard(qtbot, window).press(Qt.Key.Key_L)
    settle(window)
    assert not window.measure.area.shows_face


def test_the_pair_at_work_stands_beside_the_face_and_its_hold_is_not_anothers_rest(
    open_window, staged
):
    window = open_window(staged)
    staged.show(staged.contracting())
    settle(window)
    meter = window.measure.area.meter
    assert "frontalis" in meter.accessibleDescription()
    staged.show(staged.live())  # between cues the last one stays
    settle(window)
    assert "frontalis" in meter.accessibleDescription()
    assert "corrugator" not in meter.accessibleDescription()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (3840, 2160)])
def test_the_numbers_of_the_last_hold_can_be_read_from_a_metre_and_a_half(
    open_window, staged, size
):
    """26 pixels of 1080 are 16 minutes of arc at 1.5 m on 24 inches."""
    window = open_window(staged)
    window.resize(*size)
    settle(window)
    settle(window)
    written = window.measure.area.meter._fonts.metrics(HELD_TIMES, bold=True)
    assert written.tightBoundingRect("0").height() >= 26 * size[1] / 1080
