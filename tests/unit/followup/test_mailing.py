"""Who may be written to: counted for the cards, and shown as first rows."""

import pytest

from checkin.door.walkin import add_walk_in
from checkin.followup.audiences import AUDIENCES, choose
from checkin.followup.errors import UnknownAudience
from checkin.followup.export import export
from checkin.followup.mailing import Reach, Survey, first_rows, reason_words, survey
from checkin.model.attendee import Details
from checkin.model.permission import Answer, Purpose
from checkin.model.progress import WasCancelled
from checkin.store.acts import erase, set_permission

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
            assert told.may_write + sum(told.left_out().values()) == told.people


@pytest.fixture
def family(evening):
    """Two at one address; she said yes, he was not asked yet."""
    both = {"email": "Webers@Example.org "}
    evening.comes(evening.guest(full_name="Hanz Weber", permissions=YES, **both))
    his = evening.guest(full_name="Hans Weber", email="webers@example.org")
    return evening, his


def test_who_shares_an_address_with_somebody_unasked_may_be_written_to(family):
    evening, _his = family
    assert survey(evening.event)["attended"] == Survey(1, 1, 0, 0, 0)


@pytest.mark.parametrize("audience", ["everyone", "attended"])
def test_no_mail_goes_to_an_address_at_which_somebody_said_no(
    family, tmp_path, audience
):
    evening, his = family
    set_permission(evening.event, his, Purpose.CONTACT, Answer.NO)
    found = survey(evening.event)[audience]
    assert (found.may_write, found.address_said_no) == (0, 1)
    assert first_rows(evening.event, audience, mailing=True, n=5) == []
    report = export(evening.event, tmp_path / "m.csv", audience, mailing=True)
    assert (report.rows, report.reasons[Reach.ADDRESS_SAID_NO]) == (0, 1)
    assert "example.org" not in (tmp_path / "m.csv").read_text("utf-8").casefold()


def test_a_companion_was_not_asked_whatever_the_host_said(evening):
    host = evening.guest(full_name="Ada", email="ada@example.org", permissions=YES)
    said = Details(full_name="Guest 2 of Ada", email="ada@example.org")
    guest, _act = add_walk_in(
        evening.event, said, evening.event.main_list(), companion_of=host
    )
    assert first_rows(evening.event, "attended", mailing=True, n=5) == []
    assert survey(evening.event)["attended"] == Survey(1, 0, 0, 1, 0)
    assert guest.companion_of == host


def test_who_was_erased_is_in_no_mailing(family):
    evening, _his = family
    (anna,) = choose(evening.event, "attended")
    erase(evening.event, anna)
    assert survey(evening.event)["everyone"] == Survey(1, 0, 0, 1, 0)


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
    shared = Reach.ADDRESS_SAID_NO
    assert reason_words(shared, 1) == "1 shares an address with somebody who said no"
    assert reason_words(shared, 1200) == (
        "1,200 share an address with somebody who said no"
    )
