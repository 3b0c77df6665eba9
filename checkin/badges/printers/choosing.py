"""Which print system this computer has, and what it is told of sheets."""

import shutil
import sys

from checkin.badges.looks import Looks
from checkin.badges.printers.system import PrintOptions, PrintSystem, Sides
from checkin.badges.sheeting import Duplex, Sheeting
from checkin.badges.sides import has_backs

if sys.platform == "win32":

    def print_system() -> PrintSystem:
        """That of Windows."""
        from ctypes import WinDLL

        from checkin.badges.printers.windows import Windows
        from checkin.badges.printers.windows_calls import SystemCalls

        return Windows(SystemCalls(WinDLL))
else:

    def print_system() -> PrintSystem:
        """CUPS, or none: then a PDF can still be made."""
        if shutil.which("lp"):
            from checkin.badges.printers.cups import Cups

            return Cups()
        from checkin.badges.printers.nothing import NoPrintSystem

        return NoPrintSystem()


_SIDES = {Duplex.LONG_EDGE: Sides.LONG_EDGE, Duplex.SHORT_EDGE: Sides.SHORT_EDGE}


def options_for(on: Sheeting, title: str, looks: Looks | None = None) -> PrintOptions:
    """How sheets are to be printed that were made so; without looks: fronts only."""
    two_sided = looks is not None and has_backs(on, looks)
    sides = _SIDES.get(on.duplex, Sides.ONE) if two_sided else Sides.ONE
    return PrintOptions(on.stock.paper_size, sides, title=title)
