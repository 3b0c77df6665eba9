"""Details and their values in words."""

from checkin.model.attendee import DETAIL_NAMES, RegistrationStatus
from checkin.model.detail_words import DETAIL_WORDS, changes, value_words


def test_every_detail_has_a_word_of_its_own():
    assert set(DETAIL_WORDS) == set(DETAIL_NAMES)
    assert len(set(DETAIL_WORDS.values())) == len(DETAIL_NAMES)


def test_every_status_has_words():
    for status in RegistrationStatus:
        assert "_" not in value_words("status", status.value, 0)


def test_what_does_not_differ_is_not_told():
    assert changes({"company": "Tea"}, {"company": "Tea", "note": ""}, 0) == []


def test_of_very_long_values_only_the_beginning_is_told():
    ((what, told),) = changes({"note": "short"}, {"note": "word " * 2000}, 0)
    assert what == "Note"
    assert told.startswith("short → word word")
    assert told.endswith("word…")
    assert len(told) < 140
