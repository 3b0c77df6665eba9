"""The door's three sounds: told apart by rhythm and direction, or not there at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl, qInstallMessageHandler

from checkin.model.verdict import Family
from checkin.resources import resource
from checkin.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

VOLUME = 0.8
_HEARD = (Family.OK, Family.AGAIN, Family.STOP)
"""A question makes no sound: somebody reads it out."""


class Sounds(Protocol):
    """What the page needs of them."""

    def load(self) -> None:
        """Gets ready, so that the first one comes as fast as the others."""
        ...

    def play(self, family: Family) -> None:
        """At once, and without waiting."""
        ...


class Speaker:
    """Plays by the computer's loudspeaker, if it has one and sounds are wanted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._effects: dict[Family, QSoundEffect] | None = None

    def load(self) -> None:
        """Once, and only if sounds are wanted: it takes some 50 ms."""
        if self._effects is None and self._settings.get("sounds"):
            self._effects = _effects()

    def play(self, family: Family) -> None:
        """One of the three; nothing while sounds are off."""
        if not self._settings.get("sounds"):
            return
        self.load()
        if self._effects and (effect := self._effects.get(family)):
            effect.play()


def _effects() -> "dict[Family, QSoundEffect]":
    """Those of this computer: a desk without sounds needs none of it."""
    with _quietly():
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if not QMediaDevices.audioOutputs():
            return {}
        made = {}
        for family in _HEARD:
            effect = QSoundEffect()
            path = resource("sounds", f"{family.value}.wav")
            effect.setSource(QUrl.fromLocalFile(str(path)))
            effect.setVolume(VOLUME)
            made[family] = effect
    return made


@contextmanager
def _quietly() -> Iterator[None]:
    """The libraries below tell which of them are missing: no news to anybody."""
    before = qInstallMessageHandler(lambda _kind, _where, _words: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
