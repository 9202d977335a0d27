"""`AttemptStore`: attempts kept on this computer, and exported as CSV."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from emg_session.private_file import OWNER_ALONE, create_private
from emg_signal.errors import RecordCorruptError, StorageFullError
from emg_signal.phrase import say
from emg_training.attempt import Attempt
from emg_training.scoring import Score

COLUMNS = ("began_utc", "scenario_id", "percent", "unsafe", "choice", "reason", "noticed")


@dataclass(frozen=True, slots=True)
class Kept:
    """One attempt with its score as it was then."""

    attempt: Attempt
    percent: float
    unsafe: bool


def default_path() -> Path:
    """Return where attempts are kept: the user's own data folder, and nowhere else."""
    return user_data_path("evenhand") / "training" / "attempts.jsonl"


class AttemptStore:
    """A file of attempts, one JSON object a line; it is only ever added to.

    Parameters
    ----------
    path
        The file; it and its folder are made when the first attempt is kept.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()

    def keep(self, attempt: Attempt, score: Score) -> None:
        """Add an attempt; raises `StorageFullError` if it cannot be written."""
        row = {
            "attempt": attempt.as_dict(),
            "percent": score.percent,
            "unsafe": bool(score.unsafe),
        }
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(self.path, "a", encoding="utf-8", opener=_private) as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        except OSError as error:
            raise StorageFullError(
                say(
                    "Cannot keep the attempt in {file!s}: {error!s}.",
                    file=self.path,
                    error=error.strerror,
                )
            ) from error

    def all(self) -> tuple[Kept, ...]:
        """Return every attempt, oldest first; raises `RecordCorruptError` naming a bad line."""
        kept = []
        for number, line in enumerate(self._lines(), 1):
            try:
                row = json.loads(line)
                kept.append(
                    Kept(Attempt.from_dict(row["attempt"]), float(row["percent"]), row["unsafe"])
                )
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise RecordCorruptError(
                    say(
                        "{file!s}, line {number}: no attempt ({error}).",
                        file=self.path,
                        number=number,
                        error=error,
                    ),
                    say("Take that line out."),
                ) from error
        return tuple(kept)

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        except UnicodeDecodeError as error:
            raise RecordCorruptError(
                say("{file!s} is not a text file in UTF-8.", file=self.path)
            ) from error
        except OSError as error:
            raise RecordCorruptError(
                say("Cannot read {file!s}: {error!s}.", file=self.path, error=error.strerror)
            ) from error

    def best(self) -> dict[str, float]:
        """Return the best score of each case that was tried."""
        best: dict[str, float] = {}
        for kept in self.all():
            case = kept.attempt.scenario_id
            best[case] = max(best.get(case, 0.0), kept.percent)
        return best

    def export_csv(self, path: Path) -> int:
        """Write every attempt as a row; returns their number. Raises as `keep` and `all` do."""
        kept = self.all()
        try:
            with create_private(path) as raw, io.TextIOWrapper(raw, "utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS)
                writer.writerows(_row(each) for each in kept)
        except FileExistsError as error:
            raise StorageFullError(
                say("{file!s} exists already and is never overwritten.", file=path),
                say("Choose another name."),
            ) from error
        except OSError as error:
            raise StorageFullError(
                say("Cannot write {file!s}: {error!s}.", file=path, error=error.strerror)
            ) from error
        return len(kept)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ALONE)


def _row(kept: Kept) -> tuple[str, ...]:
    attempt, answer = kept.attempt, kept.attempt.answer
    noticed = "; ".join(
        f"{o.what} {o.muscle or ''} {o.side or ''} at {o.at_s:.1f} s".replace("  ", " ")
        for o in attempt.observations
    )
    return (
        attempt.began_utc,
        attempt.scenario_id,
        f"{kept.percent:.1f}",
        "yes" if kept.unsafe else "no",
        "" if answer is None else str(answer.choice),
        "" if answer is None else str(answer.reason),
        noticed,
    )
