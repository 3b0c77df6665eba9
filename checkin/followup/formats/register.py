"""register: the door list on paper, a PDF."""

from pathlib import Path

from checkin.followup.formats.format import Format
from checkin.followup.material import Material
from checkin.model.i18n import N_


def write(draft: Path, material: Material) -> int:
    """One line a guest, by last name, with a box to tick."""
    from checkin.followup.register import draw_register
    from checkin.typeset import save

    save(draw_register(material), draft)
    return len(material.people)


FORMAT = Format("register", N_("Door list to print, with boxes to tick"), ".pdf", write)
