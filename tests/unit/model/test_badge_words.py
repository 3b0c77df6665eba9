"""Whether the words on a badge are still those of its guest."""

import pytest

from checkin.model.attendee import Details
from checkin.model.badge_words import words_changed, words_of


def values(details):
    return [getattr(details, name) for name in Details.__dataclass_fields__]


ANNA = Details(first_name="Anna", last_name="Berger", company="Tea", job_title="Host")


@pytest.mark.parametrize(
    "other",
    [
        Details(first_name="Anne", last_name="Berger", company="Tea", job_title="Host"),
        Details(first_name="Anna", last_name="Berger", company="Te", job_title="aHost"),
        Details(first_name="Anna", last_name="Berger", company="Tea"),
        Details("", "Anna", "Berger", company="Tea", job_title="Host", pronouns="she"),
        Details(
            first_name="Anna", last_name="Berger", company="Tea", job_title="Host",
            ticket_type="Speaker",
        ),
    ],
)  # fmt: skip
def test_other_words_are_seen(other):
    assert words_changed(words_of(ANNA), values(other))


def test_what_stands_on_no_badge_and_spaces_make_no_difference():
    same = Details(
        "Anna Berger", "Anna ", "Berger", company=" Tea", job_title="Host",
        email="a@b.example",
    )  # fmt: skip
    assert not words_changed(words_of(ANNA), values(same))


def test_only_the_words_that_were_printed_count():
    promoted = Details(first_name="Anna", last_name="Berger", job_title="Chair")
    assert not words_changed(words_of(ANNA, "n"), values(promoted))
    assert words_changed(words_of(ANNA, "nr"), values(promoted))


def test_words_of_a_later_version_are_left_alone():
    assert not words_changed("nportz:0123456789ab", values(ANNA))


def test_the_digest_is_the_same_for_ever():
    assert words_of(ANNA) == "nport:71dfbb1ff5f0"
