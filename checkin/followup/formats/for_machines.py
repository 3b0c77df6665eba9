"""csv-machine: for programs. Don't open it in a spreadsheet: nothing is guarded there.

UTF-8 without a mark, commas, LF; the keys of `machine.described` as headings, ISO 8601
times, ids and codes, true and false; then the list's own columns by their headings.
"""

from pathlib import Path
from typing import Any

from checkin.followup.columns import distinct
from checkin.followup.formats.csv_rows import csv_file
from checkin.followup.formats.format import Format
from checkin.followup.machine import KEYS, described
from checkin.followup.material import Material
from checkin.model.i18n import N_
from checkin.model.phones import region_of


def write(draft: Path, material: Material) -> int:
    """One row a guest, under fixed keys."""
    extra = material.extra_headings()
    region = region_of(material.event.timezone)
    with csv_file(draft, "utf-8", "\n") as rows:
        rows.writerow([*KEYS, *distinct(extra, KEYS)])
        for guest, said in material.rows():
            ours = map(_plain, described(guest, region).values())
            rows.writerow([*ours, *(said.get(heading, "") for heading in extra)])
    return len(material.people)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


FORMAT = Format(
    "csv-machine",
    N_("CSV for programs: fixed keys, ISO times, no guard against formulas"),
    ".csv",
    write,
    chosen_by_ending=False,
)
