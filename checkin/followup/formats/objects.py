"""json: a list of objects, one a guest and a line, with the keys of machine.described.

The list's own columns are under `extra`, as in `checkin read`.
"""

import json
from pathlib import Path

from checkin.followup.formats.format import Format
from checkin.followup.machine import described
from checkin.followup.material import Material
from checkin.model.i18n import N_
from checkin.model.phones import region_of


def write(draft: Path, material: Material) -> int:
    """One object a guest."""
    region = region_of(material.event.timezone)
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        before = "[\n"
        for guest, extra in material.rows():
            told = described(guest, region) | {"extra": dict(extra)}
            file.write(before + json.dumps(told, ensure_ascii=False))
            before = ",\n"
        file.write("\n]\n" if material.people else "[]\n")
    return len(material.people)


FORMAT = Format("json", N_("JSON, for programs"), ".json", write)
