"""What is left out of a text before it is set."""

import pytest

from checkin.typeset.clean import LONGEST, MOST_MARKS, clean


@pytest.mark.parametrize(
    ("given", "set_as"),
    [
        ("Anna", "Anna"),
        ("  Anna\t Maria\n", "Anna Maria"),
        ("Zoe\u0308", "Zoë"),
        ("An\u202ena", "Anna"),
        ("An\x00na", "Anna"),
        ("Jean\u00a0Luc", "Jean Luc"),
        ("\ufeffAnna\u200b", "Anna"),
        ("♥\ufe0f", "♥"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("An\ud800na", "An\ufffdna"),
    ],
)
def test_what_cannot_be_seen_is_not_set(given, set_as):
    assert clean(given) == set_as


def test_a_tower_of_marks_is_cut_down_to_what_languages_use():
    assert len(clean("x" + "\u0317" * 40)) == 1 + MOST_MARKS


def test_a_text_of_a_megabyte_is_not_looked_at_whole():
    assert len(clean("a" * 1_000_000)) == LONGEST
