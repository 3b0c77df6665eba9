"""Errors that a user can mend: three sentences, filled in, none left out."""

import importlib
import pkgutil
import string

import pytest

import checkin
from checkin.model.errors import CheckinError, DiskFull


def load_all():
    for package in ("model", "store"):
        module = importlib.import_module(f"checkin.{package}")
        for found in pkgutil.walk_packages(module.__path__, f"checkin.{package}."):
            importlib.import_module(found.name)


def every_error():
    load_all()
    found, queue = [], [CheckinError]
    while queue:
        for kind in queue.pop().__subclasses__():
            if kind.__module__.startswith(("checkin.model", "checkin.store")):
                found.append(kind)
            queue.append(kind)
    return found


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_an_error_says_what_is_wrong_what_it_means_and_what_to_do(kind):
    sentences = (kind.title, kind.message, kind.hint)
    assert all(sentences)
    names = {
        name
        for sentence in sentences
        for _, name, _, _ in string.Formatter().parse(sentence)
        if name
    }
    error = kind(**dict.fromkeys(names, "this"))
    assert len(str(error).splitlines()) == 3
    assert "{" not in str(error)
    assert not error.title_words().endswith(".")


def test_the_details_of_an_error_stay_readable():
    error = DiskFull(file="evening.checkin")
    assert error.details == {"file": "evening.checkin"}
    assert str(error) == (
        "The disk is full\n"
        "evening.checkin could not be written. What was there before is unharmed.\n"
        "Free some space, then try again."
    )


def test_an_error_without_words_of_its_own_still_has_a_headline():
    assert str(CheckinError()) == "That did not work"
    assert checkin.__doc__
