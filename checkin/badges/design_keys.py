"""Reads the tables of a design file key by key; what is wrong is told with its key."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, NoReturn, TypeVar

from checkin.badges.conditions import When, read_when
from checkin.badges.elements import Box, Words
from checkin.badges.errors import DesignNotUsable
from checkin.badges.stock import Size
from checkin.badges.templates import read_template
from checkin.model.i18n import _

_MOST = 1000.0
"""mm or pt; no badge comes near."""

Value = TypeVar("Value")
Word = TypeVar("Word", bound=Enum)


class Table:
    """A table of the file. Each key is taken once; `end` tells of those left over."""

    def __init__(self, file: str, given: object, path: str = "") -> None:
        self.file, self._path = file, path
        if not isinstance(given, dict):
            self._refuse("", _("it has to be a table"))
        self._left: dict[str, Any] = dict(given)

    def _refuse(self, key: str, reason: str) -> NoReturn:
        raise self.wrong(key, reason)

    def wrong(self, key: str, reason: str) -> DesignNotUsable:
        """What to raise if the value of a key will not do."""
        where = ".".join(filter(None, (self._path, key)))
        return DesignNotUsable(file=self.file, key=where or self.file, reason=reason)

    def take(self, key: str, default: object = None) -> Any:
        """The value of a key; without a default it has to be there."""
        if key in self._left:
            return self._left.pop(key)
        if default is None:
            self._refuse(key, _("it is missing"))
        return default

    def has(self, key: str) -> bool:
        """Whether it is there and not yet taken."""
        return key in self._left

    def end(self) -> None:
        """All keys have to be taken by now."""
        for key in self._left:
            self._refuse(key, _("there is no such key here"))

    def text(self, key: str, default: str | None = None) -> str:
        """Words."""
        value = self.take(key, default)
        if not isinstance(value, str):
            self._refuse(key, _("it has to be words in quotation marks"))
        return str(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """`true` or `false`."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            self._refuse(key, _("it has to be true or false"))
        return bool(value)

    def number(
        self,
        key: str,
        default: float | None = None,
        least: float = 0,
        most: float = _MOST,
    ) -> float:
        """A number from `least` to `most`."""
        value = self.take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(key, _("it has to be a number"))
        if not least <= value <= most:
            words = _("it has to be from {least} to {most}")
            self._refuse(key, words.format(least=f"{least:g}", most=f"{most:g}"))
        return float(value)

    def numbers(self, key: str, count: int, default: object = None) -> list[float]:
        """So many numbers in brackets, none below 0."""
        value = self.take(key, default)
        fine = isinstance(value, list) and len(value) == count
        if not fine or not all(_is_length(one) for one in value):
            words = _("it has to be {count} numbers in brackets, none below 0")
            self._refuse(key, words.format(count=count))
        return [float(one) for one in value]

    def box(self, key: str = "at") -> Box:
        """A place."""
        return Box(*self.numbers(key, 4))

    def size(self, key: str) -> Size:
        """Width and height."""
        return Size(*self.numbers(key, 2))

    def word(self, key: str, kind: type[Word], default: Word | None = None) -> Word:
        """One of a few words."""
        value = self.text(key, default.value if default else None)
        if value not in {one.value for one in kind}:
            known = ", ".join(str(one.value) for one in kind)
            self._refuse(key, _("it has to be one of {known}").format(known=known))
        return kind(value)

    def tables(self, key: str, *, needed: bool = False) -> Iterator["Table"]:
        """Tables in brackets, one after the other."""
        value = self.take(key, None if needed else [])
        if not isinstance(value, list):
            self._refuse(key, _("it has to be a list of tables"))
        where = ".".join(filter(None, (self._path, key)))
        for number, one in enumerate(value, 1):
            yield Table(self.file, one, f"{where}[{number}]")

    def when(self) -> When:
        """A condition."""
        return self._read("when", read_when, self.text("when", ""))

    def words(self) -> Words:
        """What a line says, in one text or in several to choose from."""
        value = self.take("say")
        texts = value if isinstance(value, list) else [value]
        if not texts or not all(isinstance(text, str) for text in texts):
            self._refuse("say", _("it has to be words in quotation marks"))
        found = tuple(self._read("say", read_template, text) for text in texts)
        return Words(found, self.when())

    def _read(self, key: str, read: Callable[[str], Value], text: str) -> Value:
        try:
            return read(text)
        except ValueError as problem:
            raise self.wrong(key, str(problem)) from problem

    def rest(self) -> Mapping[str, Any]:
        """All keys that were not taken."""
        left, self._left = self._left, {}
        return left


def _is_length(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 <= value <= _MOST
    )
