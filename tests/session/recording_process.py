"""A recorder in a process of its own, told by standard input what to do, for faults from outside.

Samples come at their own pace (8 x 250 Hz). Lines in: ``tick N`` (an event that is waited for),
``end``. Lines out: one JSON object every 0.1 s and after each tick.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from pathlib import Path

import numpy as np

from emg_session.entries import NewEvent, SegmentHeader
from emg_session.recorder import Recorder
from emg_session.session_record import SessionRecord
from emg_session.store import SessionFile
from emg_signal.chunk import Chunk, Origin


def main() -> None:
    path, min_free = Path(sys.argv[1]), int(sys.argv[2])
    utc = lambda: "2026-03-02T12:00:00+00:00"  # noqa: E731
    file = SessionFile.create(path, meta={"subject": "P1"}, min_free_bytes=min_free)
    record = SessionRecord(file, utc)
    recorder = record._recorder
    assert isinstance(recorder, Recorder)
    recorder.segment(0, SegmentHeader(utc(), 250.0, 8, None, {"board": "test"}))
    asked: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=lambda: [asked.put(line) for line in sys.stdin], daemon=True).start()
    index = 0
    while True:
        samples = np.full((8, 25), float(index))
        flags = np.zeros_like(samples, np.uint8)
        recorder.chunk(Chunk(samples, 250.0, index, 0.0, Origin.SIMULATED, flags))
        index += 25
        tell(index, record)
        try:
            words = asked.get(timeout=0.1).split()
        except queue.Empty:
            continue
        if words[0] == "end":
            break
        began_s = time.monotonic()
        key = f"given {words[1]}"
        promise = record.promise(NewEvent("given", {"point": words[1]}, key), index=index)
        promise.kept(1.0)
        took_s = time.monotonic() - began_s
        tell(index, record, tick=words[1], shown=promise.holds, took_s=took_s)
    record.close()
    tell(index, record, ended=True)


def tell(index: int, record: SessionRecord, **more: object) -> None:
    text = "" if record.trouble is None else str(record.trouble)
    now = {"streamed_s": index / 250, "recorded_s": record.recorded_s, "text": text}
    print(json.dumps({**now, "failed": record.failure is not None, **more}), flush=True)


if __name__ == "__main__":
    main()
