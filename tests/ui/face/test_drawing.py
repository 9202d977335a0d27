"""The drawn face is a file of layers that an illustrator can mend."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from emg_ui.face.drawing import Drawing
from emg_ui.face.electrode_face import CONTACTS
from emg_ui.face.painter import FACE, MUSCLES
from emg_ui.face.places import HEAD_ASPECT, head_box, whole_box

BLACK, INK = QColor("#000000"), "#ff8800"


def painted(drawing, *layers, size=300, **how):
    """Return where `layers` left a colour, as points of a square picture."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(BLACK)
    painter = QPainter(image)
    drawing.paint(painter, QRectF(0, 0, size, size), layers, ink=INK, **how)
    painter.end()
    colours = np.frombuffer(image.constBits(), np.uint32).reshape(size, size)
    rows, columns = np.nonzero(colours != BLACK.rgba())
    return set(zip(columns.tolist(), rows.tolist(), strict=True))


@pytest.mark.parametrize("name", ["face", "electrode", "finger"])
def test_every_layer_of_a_drawing_is_seen(qapp, name):
    drawing = Drawing(name)
    assert drawing.layers
    assert all(painted(drawing, layer) for layer in drawing.layers)


def test_every_muscle_that_electrodes_are_put_on_has_a_layer_on_both_sides(qapp):
    drawn = {name.rpartition("-")[0] for name in MUSCLES}
    assert set(CONTACTS) <= drawn
    assert {f"{muscle}-{side}" for muscle in drawn for side in ("left", "right")} == set(MUSCLES)


def test_the_patients_left_is_on_the_right_and_the_sides_mirror_each_other(qapp):
    for muscle in sorted({name.rpartition("-")[0] for name in MUSCLES}):
        left, right = painted(FACE, f"{muscle}-left"), painted(FACE, f"{muscle}-right")
        assert min(x for x, _ in left) >= 150 - 2  # half a stroke over the midline
        mirrored = {(299 - x, y) for x, y in right}
        assert len(left ^ mirrored) < 0.1 * len(left)


def test_layers_lie_on_each_other_wherever_the_head_is(qapp):
    head = head_box(QRectF(10, 20, 400, 500))
    assert head.width() / head.height() == pytest.approx(HEAD_ASPECT)
    whole, bounds = whole_box(head), FACE.bounds
    scale = head.width() / 760
    assert whole.width() == pytest.approx(bounds.width() * scale, rel=2e-3)
    assert whole.height() == pytest.approx(bounds.height() * scale, rel=2e-3)


def test_ink_skin_and_opacity_are_the_callers(qapp):
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(BLACK)
    painter = QPainter(image)
    FACE.paint(painter, QRectF(0, 0, 100, 100), ("head",), ink=INK, skin="#336699")
    assert painter.opacity() == 1.0
    painter.end()
    assert image.pixelColor(50, 40) == QColor("#336699")
    half = Drawing("electrode")
    image.fill(BLACK)
    painter = QPainter(image)
    half.paint(painter, QRectF(0, 0, 100, 100), ("contacts",), ink="#ffffff", opacity=0.5)
    painter.end()
    assert image.pixelColor(27, 50).red() == pytest.approx(128, abs=2)
