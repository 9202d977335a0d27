"""`foreign_format`: formats that are known by their first bytes and not read, and how to export."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that is named and not read.

    Parameters
    ----------
    name
        For people.
    export
        What to do in its program.
    """

    name: str
    export: str


CSV = say("Export it as CSV with a time column in seconds and the unit in each name.")
MATLAB = Foreign(
    say("a MATLAB file (.mat)"),
    say("In MATLAB: writetable(table(t, left, right), 'emg.csv') with t in seconds; open that."),
)
HDF5 = Foreign(
    say("an HDF5 file (.h5, .mat of version 7.3, .nwb, .snirf)"),
    say("In its program, or in Python with h5py, write the EMG as CSV with a time column."),
)
XLSX = Foreign(say("an Excel workbook (.xlsx)"), say("In Excel: Save as, CSV UTF-8; open that."))
XLS = Foreign(say("an old Office file (.xls)"), say("In Excel: Save as, CSV UTF-8; open that."))
OTB = Foreign(
    say("an OT Bioelettronica recording (.otb+, .otb4)"),
    say("In OT BioLab+: File, Export, as CSV or EDF; open that."),
)
ZIP = Foreign(say("a ZIP archive"), say("Unpack it, and open the recording in it."))
NUMPY = Foreign(
    say("a numpy file (.npy, .npz)"),
    say("In Python: numpy.savetxt('emg.csv', array, delimiter=',', header='left,right')."),
)
PICKLE = Foreign(
    say("a Python pickle, which may run any program and is never opened"),
    say("In the Python that made it: write the array with numpy.savetxt or pandas to_csv."),
)
C3D = Foreign(
    say("a C3D motion capture file"),
    say("In Vicon Nexus, Qualisys or Mokka: export the analog channels as CSV."),
)
ACQ = Foreign(
    say("a BIOPAC AcqKnowledge file (.acq)"),
    say("In AcqKnowledge: File, Save as, Text, with the channel headers; open that."),
)
DELSYS = Foreign(
    say("a Delsys EMGworks or Trigno file"),
    say(
        "In Delsys File Utility or Trigno Discover: export one table of EMG with a time column "
        "(X[s]) as CSV, without other sensors."
    ),
)
NORAXON = Foreign(
    say("a Noraxon myoRESEARCH file"),
    say("In myoRESEARCH: Export, ASCII or CSV, raw EMG alone with the time column; open that."),
)
WFDB = Foreign(
    say("a PhysioNet WFDB record (.hea, .dat)"),
    say("Convert it: rdsamp -r RECORD -c -H -v -p -P > emg.csv, or mit2edf -r RECORD for EDF."),
)
VICON = Foreign(
    say("a Vicon Nexus ASCII export"),
    say(
        "In Nexus: export the EMG devices alone, and delete the lines above the names; give --rate."
    ),
)
BRAINVISION = Foreign(
    say("a BrainVision recording (.vhdr, .eeg)"),
    say("In BrainVision Analyzer: Export, EDF; or in Python mne: raw.export('emg.edf')."),
)
OTHERS = {
    b"GDF ": Foreign(say("a GDF file"), say("Export it as EDF.")),
    b"PAR1": Foreign(
        say("a Parquet file"), say("In Python: pandas.read_parquet(f).to_csv('emg.csv').")
    ),
    b"\x1f\x8b": Foreign(
        say("a gzip archive"), say("Unpack it with gunzip, and open what was in it.")
    ),
    b"%PDF": Foreign(say("a PDF document"), CSV),
    b"TDSm": Foreign(say("a LabVIEW file (.tdms)"), say("In LabVIEW or DIAdem: export it as CSV.")),
    b"\x01\xc6\x91\xc6": Foreign(say("an Intan file"), CSV),
    b"SQLite format 3\0": Foreign(
        say("a database, as session files are"),
        say("Open a session with evenhand replay, or as device session:FILE."),
    ),
}
SUFFIXES = {
    ".acq": ACQ, ".mat": MATLAB, ".hpf": DELSYS, ".shpf": DELSYS, ".otb+": OTB, ".otb4": OTB,
    ".c3d": C3D, ".pkl": PICKLE, ".pickle": PICKLE, ".vhdr": BRAINVISION, ".vmrk": BRAINVISION,
    ".mrxp": NORAXON, ".slk": NORAXON,
}  # fmt: skip
DELSYS_TEXT = re.compile(r"Label:.*Sampling frequency:", re.IGNORECASE)
WFDB_HEAD = re.compile(r"[\w./-]+ \d+ \d+(?:\.\d+)?(?:[/(]\S*)? \d+(?: .*)?\Z", re.ASCII)
WFDB_LINE = re.compile(r"\S+\.(?:dat|mat|d16|bin) \d+", re.IGNORECASE)


def require_readable(path: Path, data: bytes) -> None:
    """Raise `RecordCorruptError` that names a format which is known and not read.

    Parameters
    ----------
    path
        Of the file; its suffix counts only where the content is no text.
    data
        Its content.
    """
    found = _by_bytes(data) or _by_text(data) or _by_suffix(path, data)
    if found is not None:
        raise RecordCorruptError(
            say("{name} is {kind}, which is not read.", name=path.name, kind=found.name),
            found.export,
        )


def _by_bytes(data: bytes) -> Foreign | None:
    if data.startswith(b"\x89HDF\r\n\x1a\n") or data[512:520] == b"\x89HDF\r\n\x1a\n":
        return HDF5
    if data.startswith(b"MATLAB "):
        return MATLAB
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return XLS
    if data.startswith(b"\x93NUMPY"):
        return NUMPY
    if data[257:262] == b"ustar" or data[:12] == b"abstract.xml":
        return OTB if b"abstract.xml" in data[:65536] or b".sig" in data[:65536] else ZIP
    if len(data) > 2 and data[0] == 0x80 and 2 <= data[1] <= 5:
        return PICKLE
    if len(data) >= 512 and data[1] == 0x50 and 1 <= data[0] <= 16 and b"\0" in data[:16]:
        return C3D
    return next((one for mark, one in OTHERS.items() if data.startswith(mark)), None)


def _in_zip(data: bytes) -> Foreign:
    head = data[:4096] + data[-65536:]
    if b"xl/" in head or b"[Content_Types].xml" in head:
        return XLSX
    if b".npy" in head:
        return NUMPY
    return OTB if b"abstract.xml" in head or b".sig" in head or b"Tracks_000.xml" in head else ZIP


def _by_text(data: bytes) -> Foreign | None:
    text = data[:4096].decode("latin-1")
    lines = [line.strip("\ufeff \r") for line in text.split("\n")[:12]]
    first = lines[0].removeprefix("ï»¿") if lines else ""
    if first.startswith("Brain Vision Data Exchange"):
        return BRAINVISION
    if DELSYS_TEXT.search(text[:1024]):
        return DELSYS
    if "noraxon" in text[:1024].lower() or "myoresearch" in text[:1024].lower():
        return NORAXON
    if first.strip(",;\t ") == "Devices":
        return VICON
    head = [line for line in lines if line and not line.startswith("#")]
    if len(head) > 1 and WFDB_HEAD.match(head[0]) and WFDB_LINE.match(head[1]):
        return WFDB
    return None


def _by_suffix(path: Path, data: bytes) -> Foreign | None:
    """Return the format of a binary file by its name: content alone does not tell these."""
    if b"\0" not in data[:4096]:
        return None
    if path.suffix.lower() == ".dat" and path.with_suffix(".hea").exists():
        return WFDB
    return SUFFIXES.get(path.suffix.lower())
