"""A label that cannot be read is refused in the window before anything is closed."""

from __future__ import annotations

import pytest

from emg_signal.errors import ConfigError
from emg_ui.visit.visit_door import VisitChoice, VisitDoor


@pytest.mark.parametrize("label", ["\u202eAnna", "A\nB", "   ", "A\x1b[2J", "x" * 201])
@pytest.mark.parametrize("device", ["", "virtual?link=memory"])
def test_a_label_that_cannot_be_read_leaves_the_visit_open(staged, tmp_path, label, device):
    door = VisitDoor(tmp_path, device=device, ports=lambda: ())
    with pytest.raises(ConfigError, match=r"label"):
        door.open(VisitChoice(label, device), staged)
    assert not staged.stopped
    assert not list(tmp_path.iterdir())
