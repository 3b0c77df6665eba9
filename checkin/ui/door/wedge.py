"""Tells a scanner that types from a person who types: by how close the keys follow.

A scanner is a keyboard: six characters or more with hardly a gap, ended by Enter, Tab
or nothing. Keys are held for as long as they may still turn out to be a scan, then let
go exactly as they were typed. In doubt it is typing. No Qt in here: keys are plain
values, so that every case can be played in a test.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

GAP_MS = 35
"""The longest pause between two characters of a scan; the fastest typists need 60."""
LEAST = 6
"""Characters of the shortest scan."""
LATE_END_MS = 200
"""So long after a scan that ended by a pause, its Enter may still come."""


class Sort(Enum):
    """What a stroke of a key is to the wedge."""

    LETTER = "letter"
    """It types something that a code may hold; a space too."""
    END = "end"
    """Enter or Tab, by which scanners end."""
    SHIFT = "shift"
    """A key that only changes others; scanners hold it down for capitals."""
    UP = "up"
    """A key is let go."""
    OTHER = "other"
    """What no scanner types: arrows, Ctrl with something, a key that repeats."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that goes down or up."""

    sort: Sort
    key: int
    text: str = ""
    at: int = 0
    """Ms, by the clock of whoever saw the key; 0 where nobody did."""
    token: Any = field(default=None, compare=False)
    """What to let go."""


@dataclass(frozen=True, slots=True)
class Told:
    """What to do now, in this order."""

    scan: str = ""
    """This was scanned, before the stroke that was fed."""
    let_go: tuple[Stroke, ...] = ()
    """These were typed after all; deliver them in this order."""
    keep: bool = False
    """The stroke that was fed goes nowhere now."""


class Wedge:
    """Feed it every stroke, and call `pause` GAP_MS after the last one it kept."""

    def __init__(self) -> None:
        self._held: list[Stroke] = []
        self._owed: set[int] = set()
        """Keys whose going down was part of a scan: their going up is nobody's."""
        self._scanned_at: int | None = None
        self._by_pause = False

    @property
    def holding(self) -> bool:
        """Whether `pause` is to be called."""
        return bool(self._held)

    def feed(self, stroke: Stroke) -> Told:
        """A key went down or up."""
        if stroke.sort is Sort.UP:
            return self._up(stroke)
        if stroke.sort is Sort.SHIFT:
            return self._behind(stroke)
        self._owed.discard(stroke.key)
        if stroke.sort is Sort.OTHER or not stroke.at:
            self._scanned_at = None
            return self.pause()
        if self._is_tail(stroke):
            return self._swallow(stroke)
        if stroke.sort is Sort.END:
            return self._end(stroke)
        return self._letter(stroke)

    def pause(self) -> Told:
        """Nothing came for GAP_MS, or something else happened: what is held is done."""
        held, self._held = self._held, []
        text = _text(held)
        if len(text) < LEAST:
            return Told(let_go=tuple(held))
        last = max(s.at for s in held if s.sort is Sort.LETTER)
        self._note_scan(held, last, by_pause=True)
        return Told(scan=text)

    def _letter(self, stroke: Stroke) -> Told:
        told = Told()
        if self._held and not self._follows(stroke):
            told = self.pause()
        self._held.append(stroke)
        return Told(told.scan, told.let_go, keep=True)

    def _end(self, stroke: Stroke) -> Told:
        if self._held and self._follows(stroke) and len(_text(self._held)) >= LEAST:
            held, self._held = self._held, []
            self._note_scan([*held, stroke], stroke.at, by_pause=False)
            return Told(scan=_text(held), keep=True)
        told = self.pause()
        if told.scan and self._is_tail(stroke):
            return Told(told.scan, keep=self._swallow(stroke).keep)
        return told

    def _follows(self, stroke: Stroke) -> bool:
        last = next(s.at for s in reversed(self._held) if s.sort is Sort.LETTER)
        return 0 <= stroke.at - last <= GAP_MS

    def _note_scan(self, strokes: list[Stroke], at: int, *, by_pause: bool) -> None:
        self._scanned_at, self._by_pause = at, by_pause
        down = {s.key for s in strokes if s.sort in (Sort.LETTER, Sort.END)}
        self._owed |= down - {s.key for s in strokes if s.sort is Sort.UP}

    def _is_tail(self, stroke: Stroke) -> bool:
        """A second Enter, or the further lines of a contact card: the same scan."""
        if self._scanned_at is None:
            return False
        late = stroke.sort is Sort.END and self._by_pause
        longest = LATE_END_MS if late else GAP_MS
        if 0 <= stroke.at - self._scanned_at <= longest:
            return True
        self._scanned_at = None
        return False

    def _swallow(self, stroke: Stroke) -> Told:
        self._scanned_at = stroke.at
        self._by_pause = False
        self._owed.add(stroke.key)
        return Told(keep=True)

    def _up(self, stroke: Stroke) -> Told:
        if stroke.key in self._owed and not self._is_held(stroke.key):
            self._owed.discard(stroke.key)
            return Told(keep=True)
        return self._behind(stroke)

    def _is_held(self, key: int) -> bool:
        return any(s.key == key and s.sort is Sort.LETTER for s in self._held)

    def _behind(self, stroke: Stroke) -> Told:
        """Keeps its place behind what is held."""
        if not self._held:
            return Told()
        self._held.append(stroke)
        return Told(keep=True)


def _text(strokes: list[Stroke]) -> str:
    return "".join(s.text for s in strokes if s.sort is Sort.LETTER)
