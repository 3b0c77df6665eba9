"""The door sounds if it can and may; else it is silent, and quiet about it."""

import pytest
from PySide6.QtMultimedia import QMediaDevices

from checkin.model.verdict import Family
from checkin.ui.door.sounds import Speaker


@pytest.mark.parametrize("family", list(Family))
def test_a_computer_without_loudspeakers_stays_silent(around, family, monkeypatch):
    monkeypatch.setattr(QMediaDevices, "audioOutputs", list)
    speaker = Speaker(around.settings)
    speaker.play(family)  # a line in Qt's log would fail this
    assert speaker._effects == {}


def test_nothing_is_loaded_while_sounds_are_off(around, monkeypatch):
    around.settings.set("sounds", False)
    loaded = []
    monkeypatch.setattr(
        "checkin.ui.door.sounds._effects", lambda: loaded.append(1) or {}
    )
    speaker = Speaker(around.settings)
    speaker.load()
    speaker.play(Family.OK)
    assert loaded == []


def test_what_was_loaded_when_the_page_came_is_not_loaded_again(around, monkeypatch):
    loaded = []
    monkeypatch.setattr(
        "checkin.ui.door.sounds._effects", lambda: loaded.append(1) or {}
    )
    speaker = Speaker(around.settings)
    speaker.load()
    speaker.play(Family.OK)
    assert loaded == [1]


def test_sounds_are_loaded_once_the_page_is_to_be_seen(volunteer):
    volunteer.window.go("attendees")
    volunteer.sounds.loaded = False
    volunteer.window.go("door")
    assert not volunteer.sounds.loaded  # not before the page is there
    volunteer.until(lambda: volunteer.sounds.loaded)


def test_each_family_has_the_sound_of_its_name(around, monkeypatch):
    played = []

    class Effect:
        def setSource(self, url) -> None:
            self._name = url.fileName()

        def setVolume(self, volume) -> None:
            assert 0 < volume <= 1

        def play(self) -> None:
            played.append(self._name)

    monkeypatch.setattr(QMediaDevices, "audioOutputs", lambda: [object()])
    monkeypatch.setattr("PySide6.QtMultimedia.QSoundEffect", Effect)
    speaker = Speaker(around.settings)
    for family in Family:
        speaker.play(family)
    heard = [family for family in Family if family is not Family.ASK]
    assert played == [f"{family.value}.wav" for family in heard]


def test_the_button_turns_sounds_off_and_on(volunteer, around):
    button = volunteer.page.parts.top.sound
    assert button.accessibleName() == "Sounds are on"
    button.click()
    assert around.settings.get("sounds") is False
    assert button.accessibleName() == "Sounds are off"
    button.click()
    assert around.settings.get("sounds") is True
