"""What badges say of guests, with the list's own columns where a design asks."""

from dataclasses import replace
from typing import Any

import pytest

from checkin.badges import Looks, badge_texts, design
from checkin.model.entry import Draft
from checkin.model.kinds import Kind


@pytest.fixture
def listed(guests):
    """Somebody with further columns, as an import keeps them."""

    def make(first: str, columns: dict[str, str], **fields: Any):
        guest = guests.add(first, **fields)
        header = guests.event.new_id().hex()
        data = {
            "fields": {"first_name": first, "last_name": "Guest", **fields},
            "source": guests._source.hex(),
            "header_id": header,
            "extra": list(columns.values()),
        }
        imported = {
            "name": "list",
            "file": "list.csv",
            "digest": "00",
            "header": list(columns),
            "header_id": header,
        }
        with guests.event.write() as write:
            write.append(Draft(Kind.SOURCE_IMPORTED, guests._source, imported))
            write.append(Draft(Kind.ATTENDEE_LISTED, guest.id, data))
        return guests.again(guest)

    return make


def test_only_the_columns_that_a_design_asks_for_are_on_the_badge(guests, listed):
    zoe = listed("Zoë", {"Ask me about…": "bees", "Diet": "vegan", "Looking for": ""})
    (text,) = badge_texts(guests.event, [zoe], Looks(design("conversation")))
    assert dict(text.more) == {"ask me about": "bees"}
    (text,) = badge_texts(guests.event, [zoe], Looks(design("classic")))
    assert dict(text.more) == {}


def test_a_design_for_some_asks_for_all(guests, listed):
    zoe = listed("Zoë", {"Ask me about": "bees"})
    looks = Looks(design(), (("Speaker", design("conversation")),))
    (text,) = badge_texts(guests.event, [zoe], looks)
    assert text.said("ask me about") == "bees"


def test_the_event_and_the_guest_s_own_words_are_there(guests):
    zoe = guests.add("Zoë", first_time=True, plus_one="Jonas", handle="@zoe")
    (text,) = badge_texts(guests.event, [zoe], Looks(design()))
    assert (text.event_name, text.plus_one, text.handle) == ("Evening", "Jonas", "@zoe")
    assert text.said("first_time")


def test_a_companion_s_badge_knows_whom_they_came_with(guests):
    anna = guests.add("Anna", "Berg")
    other = replace(guests.add("Jonas"), companion_of=anna.id)
    looks = Looks(design("companion"))
    (text,) = badge_texts(guests.event, [other], looks)
    assert text.host_name == "Anna"
