"""The catalogue of settings: every option has words, a default that fits, a line."""

import gettext

import pytest

from checkin.model import i18n
from checkin.settings import OPTIONS, options_table


def named(option):
    return option.name


@pytest.mark.parametrize("option", OPTIONS, ids=named)
def test_an_option_says_what_it_is_and_its_default_is_one_of_its_choices(option):
    assert option.words
    assert option.help.endswith(".")
    assert option.fits(option.default)
    assert option.unsaid == option.default
    assert not option.fits(None)


def test_no_two_options_have_one_name():
    assert len({option.name for option in OPTIONS}) == len(OPTIONS)


def test_the_table_in_the_help_has_a_line_for_each_option_with_its_choices():
    heading, line, *rows = options_table().splitlines()
    assert heading.count("|") == line.count("|") == 4
    for option, row in zip(OPTIONS, rows, strict=True):
        assert row.startswith(f"| {option.words} | {option.help} | ")
        for _value, words in option.choices or ():
            assert words in row


class Pirates(gettext.NullTranslations):
    """Another language."""

    def gettext(self, message):
        return f"arr {message}"


def test_a_text_nobody_typed_is_in_the_language_of_the_user_but_no_value(monkeypatch):
    monkeypatch.setattr(i18n, "_current", Pirates())
    unsaid = {option.name: option.unsaid for option in OPTIONS}
    assert unsaid["desk_name"] == "arr Main door"
    assert unsaid["theme"] == "system"
