"""What the dosing tests share: the tables and small ways to write plans and measurements."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from emg_dosing.examination import Examination
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.tables import Tables, load_tables
from emg_signal.chunk import Origin
from emg_signal.quality import Quality

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path[:0] = [str(TOOLS), str(TOOLS / "pages"), str(Path(__file__).parent)]


@dataclass(frozen=True)
class Make:
    """Writes plans and measurements in one line each."""

    tables: Tables

    def document(
        self,
        product: str = "botox_cosmetic_us",
        region: str = "perioral",
        left: Sequence[float] = (2, 2),
        right: Sequence[float] = (2, 2),
        midline: Sequence[float] = (),
        *,
        vial: tuple[float, float] | None = (100, 2.5),
        graduation_ml: float | None = 0.01,
        muscle: str | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        muscle = muscle or self.tables.region(region).muscles[0]
        points = [
            {"region": region, "muscle": muscle, "side": side, "units": units}
            for side, amounts in (("left", left), ("right", right), ("midline", midline))
            for units in amounts
        ]
        content: dict[str, Any] = {
            "goal": "full",
            "product": {"id": product, "lot": "A1", "expires": "2031-06-30"},
            "point": points,
        }
        if vial is not None:
            content["vial"] = {"units": vial[0], "diluent_ml": vial[1]}
        if graduation_ml is not None:
            content["syringe"] = {"volume_ml": 1.0, "graduation_ml": graduation_ml}
        return content | more

    def plan(self, *args: Any, **kwargs: Any) -> Plan:
        return parse_plan(self.document(*args, **kwargs), self.tables)

    def without(self, kind: str, unwanted: Callable[[Any], bool]) -> Tables:
        """Return the tables without some rows of one kind."""
        kept = tuple(row for row in self.tables.by_kind[kind] if not unwanted(row))
        return Tables(self.tables.by_kind | {kind: kept}, self.tables.digest)

    def pair(
        self,
        muscle: str,
        *indices: float,
        half: float = 1.0,
        repetitions: int = 5,
        fs_hz: float = 1000.0,
        high_hz: float = 262.0,
        left_quality: Quality = Quality.GOOD,
        right_quality: Quality = Quality.GOOD,
        tapped: bool = True,
    ) -> MeasuredPair:
        placements = tuple(
            Placement(i, max(-100.0, i - half), min(100.0, i + half), repetitions) for i in indices
        )
        return MeasuredPair(
            muscle, placements, fs_hz, 20.0, high_hz, left_quality, right_quality, tapped
        )

    def face(
        self, *pairs: MeasuredPair, age_min: float = 1.0, origin: Origin = Origin.SIMULATED
    ) -> MeasuredFace:
        return MeasuredFace(pairs, age_min, origin)


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="session")
def demo_plan() -> dict[str, Any]:
    """Return the demonstration's plan, as `parse_plan` reads it."""
    path = resources.files("emg_dosing") / "examples" / "demo_plan.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def make(tables: Tables) -> Make:
    return Make(tables)


@pytest.fixture(scope="session")
def nothing_found() -> Examination:
    return Examination.nothing_found()
