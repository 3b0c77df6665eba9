"""Who may be written to: counted for the cards, and shown as first rows."""

import pytest

from checkin.followup.audiences import AUDIENCES, choose
from checkin.followup.errors import UnknownAudience
from checkin.followup.mailing import Reach, Survey, first_rows, reason_words, survey
from checkin.model.progress import WasCancelled

YES, NO = {"contact": "yes"}, {"contact": "no"}


@pytest.fixture
def replies(evening):
    """Came: two yes, one of them without an address, one no. Missed: nobody asked."""
    came = [
        evening.guest(full_name="Ada", email="ada@example.org", permissions=YES),
        evening.guest(full_name="Bo", permissions=YES),
        evening.guest(full_name="Cy", email="cy@example.org", permissions=NO),
    ]
    evening.guest(full_name="Di", email="di@example.org")
    evening.guest(full_name="Ed", permissions={"photos": "yes", "contact": "no"})
    evening.guest(full_name="Flo", email="flo@example.org", permissions=YES)
    for who in came:
        evening.comes(who)
    return evening


def test_every_audience_is_counted_with_who_may_be_written_to(replies):
    found = survey(replies.event)
    assert found["everyone"] == Survey(6, 2, 2, 1, 1)
    assert found["attended"] == Survey(3, 1, 1, 0, 1)
    assert found["missed"] == Survey(3, 1, 1, 1, 0)
    assert found["walk-ins"] == Survey(0, 0, 0, 0, 0)


def test_the_reasons_add_up_and_the_sizes_are_those_of_the_files(replies, party):
    for evening in (replies, party):
        found = survey(evening.event)
        assert list(found) == [one.name for one in AUDIENCES]
        for name, told in found.items():
            assert told.people == len(choose(evening.event, name))
            parts = told.may_write, told.said_no, told.never_asked, told.no_email
            assert sum(parts) == told.people


def test_a_survey_that_nobody_waits_for_ends(replies):
    with pytest.raises(WasCancelled):
        survey(replies.event, lambda: True)


def test_the_first_rows_are_those_of_the_file(replies):
    def names(*args):
        return [guest.name for guest in first_rows(replies.event, *args)]

    assert names("everyone", False, 3) == ["Ada", "Bo", "Cy"]
    assert names("everyone", True, 3) == ["Ada", "Flo"]
    assert names("missed", False, 1) == ["Di"]
    assert names("walk-ins", True, 5) == []
    with pytest.raises(UnknownAudience):
        names("vips", False, 5)


def test_few_rows_are_found_without_reading_everybody(replies, monkeypatch):
    read = []
    many = replies.event.read.attendees

    def counted(*args):
        for guest in many(*args):
            read.append(guest.name)
            yield guest

    monkeypatch.setattr(replies.event.read, "attendees", counted)
    first_rows(replies.event, "everyone", mailing=True, n=1)
    assert read == ["Ada"]


def test_the_reasons_in_words():
    assert reason_words(Reach.SAID_NO, 3) == "3 said no"
    assert reason_words(Reach.NEVER_ASKED, 1) == "1 was never asked"
    assert reason_words(Reach.NO_EMAIL, 2) == "2 gave no e-mail address"
