"""The formats that guests can be saved in: a catalogue, one small module for each.

To add one: write a module here with a function `write(draft, material)` that writes
the file at `draft` and returns how many guests are in it, and a `FORMAT` that names
it; add that to FORMATS below. `material.rows()` gives each guest with the list's other
columns, tells the progress and notices a wish to stop. Leave out whom the format must
leave out (no e-mail, no permission): who is not counted is reported as left out. A
format that leaves nobody out must carry the permission to write in a column of its
own. Help, command line and the errors read the catalogue; there is nothing else to do.
"""

from pathlib import Path

from checkin.followup.errors import UnclearFormat, UnknownFormat
from checkin.followup.formats import for_machines, for_people, objects, register, sheet
from checkin.followup.formats.format import Format
from checkin.model.names import fold

FORMATS: tuple[Format, ...] = (
    for_people.FORMAT,
    for_machines.FORMAT,
    sheet.FORMAT,
    objects.FORMAT,
    register.FORMAT,
)


def format_named(name: str) -> Format:
    """The format of that name, whatever its case.

    Raises:
        UnknownFormat: names those that there are.
    """
    wanted = fold(name).replace(" ", "-").replace("_", "-")
    for one in FORMATS:
        if one.name == wanted:
            return one
    raise UnknownFormat(name=name, known=_names())


def format_for(file: Path) -> Format:
    """The format that the ending of the file asks for.

    Raises:
        UnclearFormat: names the endings that there are.
    """
    by_ending = {one.ending: one for one in FORMATS if one.chosen_by_ending}
    found = by_ending.get(file.suffix.lower())
    if found is None:
        endings = ", ".join(by_ending)
        raise UnclearFormat(file=file.name, endings=endings, known=_names())
    return found


def _names() -> str:
    return ", ".join(one.name for one in FORMATS)


__all__ = ["FORMATS", "Format", "format_for", "format_named"]
