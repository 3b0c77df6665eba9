"""csv: for people and their spreadsheets.

UTF-8 with a byte order mark (Excel guesses another encoding without), commas, CRLF.
Whatever a spreadsheet could run as a formula has an apostrophe before it, handles
(@zoe) and phone numbers (+44…) too; an import into Checkin takes it off again. See
checkin/model/cells.py. The xlsx format does without.
"""

from pathlib import Path

from checkin.followup.columns import table_of
from checkin.followup.formats.csv_rows import csv_file
from checkin.followup.formats.format import Format
from checkin.followup.material import Material
from checkin.model.cells import guarded
from checkin.model.i18n import N_


def write(draft: Path, material: Material) -> int:
    """One row a guest, under headings."""
    table = table_of(material)
    with csv_file(draft, "utf-8-sig", "\r\n") as rows:
        rows.writerow(map(guarded, table.headings))
        for guest, extra in material.rows():
            rows.writerow(map(guarded, table.row(guest, extra)))
    return len(material.people)


FORMAT = Format("csv", N_("CSV, for any spreadsheet"), ".csv", write)
