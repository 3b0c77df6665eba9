"""The door sounds if it can and may; else it is silent, and quiet about it."""

import pytest

from checkin.model.verdict import Family
from checkin.ui.door.sounds import Speaker


@pytest.mark.parametrize("family", list(Family))
def test_a_computer_without_loudspeakers_stays_silent(around, family):
    Speaker(around.settings).play(family)  # a line in Qt's log would fail this


def test_nothing_is_loaded_while_sounds_are_off(around, monkeypatch):
    around.settings.set("sounds", False)
    loaded = []
    monkeypatch.setattr(
        "checkin.ui.door.sounds._effects", lambda: loaded.append(1) or {}
    )
    Speaker(around.settings).play(Family.OK)
    assert loaded == []


def test_each_family_has_the_sound_of_its_name(around, monkeypatch):
    played = []

    class Effect:
        def __init__(self, name: str) -> None:
            self._name = name

        def play(self) -> None:
            played.append(self._name)

    effects = {Family.OK: Effect("ok"), Family.STOP: Effect("stop")}
    monkeypatch.setattr("checkin.ui.door.sounds._effects", lambda: effects)
    speaker = Speaker(around.settings)
    for family in (Family.OK, Family.STOP, Family.ASK):
        speaker.play(family)
    assert played == ["ok", "stop"]


def test_the_button_turns_sounds_off_and_on(volunteer, around):
    button = volunteer.page.parts.top.sound
    assert button.accessibleName() == "Sounds are on"
    button.click()
    assert around.settings.get("sounds") is False
    assert button.accessibleName() == "Sounds are off"
    button.click()
    assert around.settings.get("sounds") is True
