"""`Doer`: does what a person does as soon as it is on disk, one deed after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from emg_session.assessment import Assessment
from emg_session.deeds import SHORTLY_S, WRITTEN_S, Deed, Deeds, failure_of


class Doer:
    """Does deeds, and shows in the state which are on their way to the disk.

    Parameters
    ----------
    assessment
        Whose state shows them.
    """

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._deeds = Deeds()

    @property
    def is_deciding(self) -> bool:
        """Whether a decision is on its way to the disk."""
        return self._deeds.decision is not None

    def settle(self) -> None:
        """Show as done what reached the disk, and say of what did not that it was not done."""
        with self._assessment.lock:
            if self._deeds.settle():
                self._show()

    @contextmanager
    def nothing_writing(self, *, but_ticks: bool = False) -> Iterator[None]:
        """Hold the lock once no deed is on its way to the disk; it takes `WRITTEN_S` at most."""
        while True:
            with self._assessment.lock:
                self.settle()
                deed = self._deeds.decision if but_ticks else self._deeds.first
                if deed is None:
                    yield
                    return
            deed.promise.wait(max(0.0, WRITTEN_S - deed.promise.age_s))

    def do(self, deed: Deed) -> None:
        """Do what a person did as soon as it is on disk; wait for it shortly.

        Raises
        ------
        RecordError
            It is known that it is not on record.
        """
        self._deeds.add(deed)
        self._show()
        deed.promise.wait(SHORTLY_S)
        self.settle()
        failure = None if deed in self._deeds else failure_of(deed)
        if failure is not None:
            raise failure

    def _show(self) -> None:
        self._assessment.change(
            writing=self._deeds.points,
            deciding=self._assessment.state.deciding if self.is_deciding else None,
            unrecorded=self._deeds.failure,
        )
