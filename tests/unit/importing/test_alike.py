"""Names that may be one person's, and names that are two people's."""

import pytest

from checkin.importing.alike import Likeness, likeness, words_of
from checkin.model.names import fold
from checkin.resources import resource


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Łukasz Żółć", "lukasz ZOLC", Likeness.SAME),
        ("Smith, John", "John Smith", Likeness.SAME),
        ("山田太郎", "山田太郎", Likeness.SAME),
        ("John Smith", "John Smtih", Likeness.SLIP),
        ("Katarzyna Nowak", "Katrzyna Nowak", Likeness.SLIP),
        ("Magnus Lindgren", "Magnus Lindbren", Likeness.SLIP),
        ("Bob Reed", "Robert Reed", Likeness.NICKNAME),
        ("José García", "Pepe Garcia", Likeness.NICKNAME),
        ("J. Smith", "John Smith", Likeness.PART),
        ("John Smith", "John Michael Smith", Likeness.PART),
        ("J. R. R. Tolkien", "John Ronald Reuel Tolkien", Likeness.PART),
        ("Zoë", "Zoë Bell", Likeness.PART),
    ],
)
def test_names_that_may_be_one_persons(one, other, how):
    assert likeness(words_of(one), words_of(other)) is how
    assert likeness(words_of(other), words_of(one)) is how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Rossi", "Mario Rossi"),
        ("Anna Berg", "Anne Berg"),
        ("Jan Kowalski", "Jan Kowalska"),
        ("Jana Novák", "Jana Nováková"),
        ("Martin Weber", "Martina Weber"),
        ("Tom Bell", "Zoë Bell"),
        ("Jon Weber", "Jan Weber"),
        ("J. Smith", "Anna Smith"),
        ("Martin Holm", "Sartin Holm"),
        ("Guest 12345 Bell", "Guest 12845 Bell"),
        ("佐藤", "佐藤花子"),
        ("Anna Bell", "Tom Reed"),
        ("", "Anna Bell"),
        ("", ""),
    ],
)
def test_names_of_two_people(one, other):
    assert likeness(words_of(one), words_of(other)) is None
    assert likeness(words_of(other), words_of(one)) is None


def test_the_shipped_nicknames_are_folded_and_no_line_says_nothing():
    text = resource("importing", "nicknames.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(len(line.split()) > 1 for line in lines)
    assert all(fold(line) == line for line in lines)
    assert lines == sorted(lines)
