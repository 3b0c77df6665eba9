"""The invented language is longer, marked, legible, and keeps what is filled in."""

import math

import pytest
from pseudo import ACCENTED, PLAIN, Pseudo, stretched
from PySide6.QtGui import QRawFont

from checkin.model import i18n
from checkin.model.verdict import Verdict
from checkin.model.words import HEADLINES, headline
from checkin.resources import resource


@pytest.mark.parametrize(
    "words", ["Import a list…", "Nothing is saved yet.", "x" * 300]
)
def test_words_are_two_fifths_longer(words):
    assert len(stretched(words)) == math.ceil(len(words) * 1.4)


@pytest.mark.parametrize("words", ["Ok", "x", "Undo", HEADLINES[Verdict.FULL]])
def test_a_short_word_has_at_least_its_brackets(words):
    assert stretched(words)[0] + stretched(words)[-1] == "[]"
    assert len(stretched(words)) >= len(words) + 2


def test_letters_are_accented_and_stay_in_their_place():
    assert stretched("Print badge").startswith("[Přîñţ ƀáďğé")
    assert len(PLAIN) == len(ACCENTED)
    assert not set(ACCENTED) & set(PLAIN)


def test_the_font_of_the_window_has_the_accents(qapp):
    font = QRawFont(str(resource("fonts", "ui", "Inter-Regular.ttf")), 20)
    glyphs = font.glyphIndexesForString(ACCENTED)
    assert [a for a, g in zip(ACCENTED, glyphs, strict=True) if not g] == []


@pytest.mark.parametrize(
    "kept",
    [
        "{who}",
        "{n:,}",
        "%s",
        "%(file)s",
        "%%",
        "<b>",
        "</b>",
        '<a href="x.md">',
        "&amp;",
    ],
)
def test_what_is_filled_in_stays_as_it_is(kept):
    assert f"ţ {kept} á" in stretched(f"at {kept} a door")


def test_names_are_filled_in(longer_words):
    said = i18n._("{who} came in at {time}.").format(who="Anna", time="18:42")
    assert said.startswith("[Anna çáḿé")
    assert "18:42" in said


def test_one_and_many_are_told_apart(longer_words):
    assert i18n.ngettext("one guest", "{n} guests", 1).startswith("[öñé ğüéšţ")
    assert i18n.ngettext("one guest", "{n} guests", 60).startswith("[60 ğüéšţš")


def test_every_verdict_speaks_it(longer_words):
    assert all(headline(verdict).startswith("[") for verdict in Verdict)


def test_no_words_are_no_words():
    assert Pseudo().gettext("") == ""
