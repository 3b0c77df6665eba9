"""Which print system this computer has."""

import shutil

from checkin.badges.printers.system import PrintSystem


def print_system() -> PrintSystem:
    """CUPS, or none: then a PDF can still be made."""
    if shutil.which("lp"):
        from checkin.badges.printers.cups import Cups

        return Cups()
    from checkin.badges.printers.nothing import NoPrintSystem

    return NoPrintSystem()
