"""LSL stays on this machine: what its library reads is said before any test imports it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

CONFIGURATION = """[multicast]
ResolveScope = machine
[lab]
KnownPeers = {127.0.0.1}
[log]
level = -3
"""
_folder = tempfile.TemporaryDirectory(prefix="evenhand-lsl-")
_file = Path(_folder.name) / "lsl_api.cfg"
_file.write_text(CONFIGURATION)
os.environ["LSLAPICFG"] = str(_file)
sys.path.insert(0, str(Path(__file__).parent))  # modules that tests share
