"""Random keys and clicks over all screens: no exception, no accident, nothing in haste."""

from __future__ import annotations

import gc

import pytest
from by_hand import settle
from PySide6.QtCore import QCoreApplication, QEvent
from random_hands import PEDALS, Hands, LivelySession

from emg_training.attempts import AttemptStore
from emg_training.scenario import TrainingScenario
from emg_ui.frame.window import Window
from emg_ui.text.settings import Settings
from emg_ui.train.train_screen import TrainScreen

IN_EACH_PART, IN_A_LONG_RUN = 50, 2000
RENEWED = 250
"""Sequences after which the window is made anew."""


class Cases(TrainScreen):
    """The list of cases without the window of a case, which was a seventh of the cost."""

    def _open(self, case: TrainingScenario) -> None:
        """Leave a case to the long run and to its own tests."""


@pytest.fixture
def hands(qapp, tmp_path):
    """Return a function that gives a window and the hands on it."""
    opened = []

    def begin(painted: bool) -> Hands:
        close_all()
        session = LivelySession()
        store = AttemptStore(tmp_path / "attempts.jsonl")
        session.record_path = tmp_path / "visit.evenhand"
        window = Window(
            session,
            settings=Settings(pedals=PEDALS),
            train=lambda session, look: (TrainScreen if painted else Cases)(
                session, look=look, store=store
            ),
            now_s=lambda: session.now_s,
        )
        opened.append(window)
        window.resize(1280, 800)
        window.show()
        window.start()
        window.setUpdatesEnabled(painted)
        window.activateWindow()
        settle(window)
        gc.collect()
        gc.freeze()  # an eighth of the cost was looking again through what every window shares
        return Hands(window)

    def close_all() -> None:
        gc.unfreeze()
        while opened:
            window = opened.pop()
            window.close()
            window.deleteLater()
        qapp.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    yield begin
    close_all()


def played(begin, seeds, *, painted):
    """Play sequences; return what each did that has a fault, and how much happened in all."""
    hands, wrong, much = None, {}, [0, 0, 0]
    for n, seed in enumerate(seeds):
        if hands is None or n % RENEWED == 0:
            hands = begin(painted)
        seen = hands.play(seed)
        much = [
            a + b for a, b in zip(much, (seen.suggestions, seen.decisions, seen.ticks), strict=True)
        ]
        if seen.faults:
            wrong[seed] = (seen.faults[:3], seen.actions)
            hands = None
    return wrong, much


@pytest.mark.long(seconds=18)
@pytest.mark.parametrize("part", [0, 1])
def test_random_keys_and_clicks_do_nothing_by_accident(hands, part):
    """A hundred sequences in two parts; painting and cases are left to the soak."""
    seeds = range(IN_EACH_PART * part, IN_EACH_PART * (part + 1))
    wrong, much = played(hands, seeds, painted=False)
    assert wrong == {}
    assert min(much) >= 5, f"suggestions, decisions and ticks that were seen: {much}"


@pytest.mark.soak
@pytest.mark.parametrize("part", range(5))
def test_ten_thousand_sequences_do_nothing_by_accident(hands, part):
    """Two thousand with all that is painted and the window of a case, the others without."""
    first = 1000 + IN_A_LONG_RUN * part
    wrong, much = played(hands, range(first, first + IN_A_LONG_RUN), painted=part == 0)
    assert wrong == {}
    assert min(much) >= 400, f"suggestions, decisions and ticks that were seen: {much}"
