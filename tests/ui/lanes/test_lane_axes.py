"""Every lane tells its scale, at every scale and text size, in words that fit beside it."""

from __future__ import annotations

import pytest
from by_hand import settle
from PySide6.QtGui import QFontMetrics

from emg_ui.lanes.field import LaneField
from emg_ui.lanes.lane_pair import SCALES_UV
from emg_ui.text.theme import DARK, Look


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5, 2.0])
def test_no_axis_is_left_with_its_zero_alone(open_window, staged, text_scale):
    window = open_window(staged, look=Look(DARK, text_scale))
    window.measure.attach()
    for scale_uv in SCALES_UV:
        window.measure.set_scale(scale_uv)
        settle(window)
        for field in window.measure.findChildren(LaneField):
            axis = field._plot.getAxis(field._axis_name)
            labels = {text for level in axis._tickLevels for _, text in level}
            metrics = QFontMetrics(axis.style["tickFont"])
            assert f"+{scale_uv / 2:g}" in labels
            assert max(map(metrics.horizontalAdvance, labels)) + 8 <= axis.width()
