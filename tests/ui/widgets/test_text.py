"""Text on a page: the room that it asks for."""

from checkin.ui.tokens import Role
from checkin.ui.widgets.text import Label, breakable

SENTENCE = "If that is a mistake, choose Edit and set them to registered."


def test_a_wrapped_text_gives_back_the_height_that_it_no_longer_needs(qtbot):
    label = Label(SENTENCE, Role.BODY, wrap=True)
    qtbot.addWidget(label)
    label.resize(90, 200)
    label.show()
    narrow = label.minimumHeight()
    label.resize(600, 200)
    assert 0 < label.minimumHeight() < narrow / 3
    label.resize(90, 200)
    label.setText("Expected")
    assert label.minimumHeight() < narrow / 3


def test_a_very_long_word_is_broken_where_text_wraps_and_stays_what_it_is(qtbot):
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    wrapped, line = Label(word, wrap=True), Label(word)
    for label in (wrapped, line):
        qtbot.addWidget(label)
        assert label.text() == word
    assert wrapped.minimumSizeHint().width() < line.minimumSizeHint().width() / 3


def test_a_name_with_hyphens_is_broken_only_there():
    name = "Wilhelmina Ashcombe-Winterbourne-Thistlethwaite"
    assert breakable(name) == name
    assert breakable(f"{'a' * 20}@example.org") != f"{'a' * 20}@example.org"
