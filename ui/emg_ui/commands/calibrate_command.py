"""``calibrate``: rest and reference contractions of every site, kept in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from emg_ui.commands.live_commands import Checked, Notch
from emg_ui.commands.output import one_line, tell


def register(app: typer.Typer) -> None:
    """Add the command of this module to `app`."""
    app.command()(calibrate)


def calibrate(
    device: Annotated[str, typer.Option(help="NAME[:ADDRESS][?key=value], as `devices` lists.")],
    out: Annotated[Path, typer.Option(help="Calibration file to write.")],
    montage: Annotated[Path | None, typer.Option(help="Montage file (TOML).")] = None,
    notch: Notch = None,
    band: Annotated[str | None, typer.Option(help="Band in Hz, as 20-450.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per update.")] = False,
    checked: Checked = False,
) -> None:
    """Guide through rest and three reference contractions, and keep the result.

    Cues and the state of the electrodes are printed as they change. A file that exists is not
    overwritten.
    """
    from emg_session.calibration_files import save_calibration
    from emg_session.files import require_new_file
    from emg_ui.commands.calibrating import run_calibration
    from emg_ui.commands.streaming import RunRequest, read_settings

    require_new_file(out)
    request = RunRequest(device, montage=montage, settings=read_settings(band, notch, "125ms"))
    calibration = run_calibration(request, as_json=as_json, is_checked=checked)
    if not as_json:  # before it is kept: what was measured is not lost with the file
        for site in calibration.sites:
            tell(
                f"{site.site.name}: rest {site.rest_uv:.1f} µV, reference "
                f"{site.reference_uv:.0f} µV, varies by {site.variation_percent:.0f} %"
            )
    save_calibration(out, calibration)
    if not as_json:
        tell(one_line(f"calibration: {out}"))
