"""What printers complain about, and what a person can do about it.

Source of the keywords: printer-state-reasons in RFC 8011, 5.4.12, and PWG 5100.9;
cups-missing-filter and offline are reasons of CUPS.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checkin.model.i18n import N_, _


class Trouble(StrEnum):
    """Why it does not go on, or soon may not."""

    NO_PAPER = "no_paper"
    OTHER_PAPER = "other_paper"
    JAM = "jam"
    OPEN = "open"
    NO_TRAY = "no_tray"
    NO_INK = "no_ink"
    TRAY_FULL = "tray_full"
    OFFLINE = "offline"
    PAUSED = "paused"
    NO_DRIVER = "no_driver"
    ATTENTION = "attention"
    LITTLE_PAPER = "little_paper"
    LITTLE_INK = "little_ink"
    CONNECTING = "connecting"

    @property
    def stops(self) -> bool:
        """Whether nothing is printed until somebody comes."""
        return self not in _NOTES

    def short(self) -> str:
        """Behind the name of a printer: out of paper."""
        return _(_WORDS[self].short)

    def title(self) -> str:
        """A sentence without its full stop."""
        return _(_WORDS[self].title)

    def hint(self) -> str:
        """What to do, and what happens then."""
        return _(_WORDS[self].hint)


_NOTES = frozenset({Trouble.LITTLE_PAPER, Trouble.LITTLE_INK, Trouble.CONNECTING})


@dataclass(frozen=True, slots=True)
class _Said:
    short: str
    title: str
    hint: str


_WORDS = {
    Trouble.NO_PAPER: _Said(
        N_("out of paper"),
        N_("The printer has run out of paper"),
        N_("Put in new sheets; then it goes on by itself. Nothing is printed twice."),
    ),
    Trouble.OTHER_PAPER: _Said(
        N_("wants other paper"),
        N_("The printer waits for other paper"),
        N_("Put in the sheets that the badges are made for; then it goes on."),
    ),
    Trouble.JAM: _Said(
        N_("paper is stuck"),
        N_("Paper is stuck in the printer"),
        N_("Take it out and close the printer; then most go on by themselves."),
    ),
    Trouble.OPEN: _Said(
        N_("a cover is open"),
        N_("A cover of the printer is open"),
        N_("Close it; then it goes on by itself. Nothing is printed twice."),
    ),
    Trouble.NO_TRAY: _Said(
        N_("a tray is missing"),
        N_("A tray of the printer is missing"),
        N_("Push it in; then it goes on by itself. Nothing is printed twice."),
    ),
    Trouble.NO_INK: _Said(
        N_("out of toner or ink"),
        N_("The printer has run out of toner or ink"),
        N_("Put in a new cartridge; then it goes on by itself."),
    ),
    Trouble.TRAY_FULL: _Said(
        N_("its tray is full"),
        N_("The tray that sheets come out to is full"),
        N_("Take the sheets out; then it goes on by itself. Nothing is printed twice."),
    ),
    Trouble.OFFLINE: _Said(
        N_("does not answer"),
        N_("The printer does not answer"),
        N_("Switch it on, and check its cable or its network; then it goes on."),
    ),
    Trouble.PAUSED: _Said(
        N_("paused"),
        N_("The printer was paused"),
        N_("Let it go on in this computer’s printer settings."),
    ),
    Trouble.NO_DRIVER: _Said(
        N_("its driver is incomplete"),
        N_("A part of the printer’s driver is missing"),
        N_("Set the printer up anew in this computer’s settings, or choose another."),
    ),
    Trouble.ATTENTION: _Said(
        N_("needs help"),
        N_("The printer needs somebody"),
        N_("Look at its display."),
    ),
    Trouble.LITTLE_PAPER: _Said(
        N_("little paper left"),
        N_("Little paper is left"),
        N_("Have new sheets at hand."),
    ),
    Trouble.LITTLE_INK: _Said(
        N_("little toner or ink left"),
        N_("Little toner or ink is left"),
        N_("Look whether the badges are still dark enough."),
    ),
    Trouble.CONNECTING: _Said(
        N_("being reached"),
        N_("The printer is being reached"),
        N_("If it stays so, it may be off, or busy with another computer’s job."),
    ),
}

_OF_REASON = {
    "media-empty": Trouble.NO_PAPER,
    "media-needed": Trouble.OTHER_PAPER,
    "media-jam": Trouble.JAM,
    "cover-open": Trouble.OPEN,
    "door-open": Trouble.OPEN,
    "interlock-open": Trouble.OPEN,
    "input-tray-missing": Trouble.NO_TRAY,
    "output-tray-missing": Trouble.NO_TRAY,
    "toner-empty": Trouble.NO_INK,
    "marker-supply-empty": Trouble.NO_INK,
    "developer-empty": Trouble.NO_INK,
    "marker-waste-full": Trouble.ATTENTION,
    "output-area-full": Trouble.TRAY_FULL,
    "offline": Trouble.OFFLINE,
    "shutdown": Trouble.OFFLINE,
    "timed-out": Trouble.OFFLINE,
    "paused": Trouble.PAUSED,
    "stopped": Trouble.PAUSED,
    "cups-missing-filter": Trouble.NO_DRIVER,
    "cups-insecure-filter": Trouble.NO_DRIVER,
    "media-low": Trouble.LITTLE_PAPER,
    "toner-low": Trouble.LITTLE_INK,
    "marker-supply-low": Trouble.LITTLE_INK,
    "developer-low": Trouble.LITTLE_INK,
    "connecting-to-device": Trouble.CONNECTING,
}
_NO_TROUBLE = frozenset({"none", "moving-to-paused"})
_MILD = ("-report", "-warning")
_EVEN_MILDLY = frozenset({Trouble.OFFLINE, Trouble.PAUSED, Trouble.NO_DRIVER})
"""These stop the printer, however mildly it speaks of them."""


def of_reasons(reasons: Iterable[str]) -> tuple[Trouble, ...]:
    """What the keywords of a printer mean, the worst first, each once.

    A keyword without an ending, or with -error, stops the printer; -warning and
    -report don't: one of three trays may be empty.
    """
    found = [one for reason in reasons if (one := _of(reason))]
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=list(Trouble).index))


def _of(reason: str) -> Trouble | None:
    mild = reason.endswith(_MILD)
    plain = reason.removesuffix("-error")
    for ending in _MILD:
        plain = plain.removesuffix(ending)
    if plain in _NO_TROUBLE:
        return None
    known = _OF_REASON.get(plain)
    if mild:
        quiet = known in _EVEN_MILDLY or (known is not None and not known.stops)
        return known if quiet else None
    if known is None and not reason.endswith("-error"):
        return None  # a word that only its maker knows: it may well be harmless
    return known or Trouble.ATTENTION
