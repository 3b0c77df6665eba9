"""A language that nobody speaks: 40 % longer, accented, in brackets, and still legible.

It shows what is cut off, what isn't translated (no brackets) and what is put together
from pieces (brackets within brackets). Placeholders and tags stay as they are.
"""

import gettext
import math
import re

LONGER = 1.4
"""What German or Finnish make of short English words."""

PLAIN = "abcdefghijklmnoprstuvwyzACDEGHIJKLNORSTUWYZ"
ACCENTED = "áƀçďéƒğĥîĵķļḿñöṗřšţüṽŵýžÅÇĎÉĞĤÎĴĶĻÑÖŘŠŢÛŴÝŽ"
_LETTERS = str.maketrans(PLAIN, ACCENTED)

_KEPT = re.compile(r"\{[^{}]*\}|\{\{|\}\}|%\(\w+\)[sd]|%[sd%]|<[^<>]+>|&\w+;")
_FILLER = " öñé ţŵö ţĥřéé ƒöüř ƒîṽé šîx šéṽéñ éîğĥţ ñîñé ţéñ"


class Pseudo(gettext.NullTranslations):
    """Hand it to checkin.model.i18n.use()."""

    def gettext(self, message: str) -> str:
        """The message, longer and accented; nothing stays nothing."""
        return stretched(message) if message else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The message for `n` things, likewise."""
        return self.gettext(one if n == 1 else many)


def stretched(message: str) -> str:
    """`Open {file}` becomes `[Öṗéñ {file} öñé]`."""
    end, accented = 0, ""
    for kept in _KEPT.finditer(message):
        accented += message[end : kept.start()].translate(_LETTERS) + kept.group()
        end = kept.end()
    accented += message[end:].translate(_LETTERS)
    missing = max(0, math.ceil(len(message) * LONGER) - len(message) - len("[]"))
    filler = (_FILLER * (missing // len(_FILLER) + 1))[:missing]
    return f"[{accented}{filler}]"
