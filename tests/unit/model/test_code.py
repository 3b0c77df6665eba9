"""Badge codes: their form, their tag, and codes that people print and type."""

from random import Random

import pytest

from checkin.model.code import (
    ALPHABET,
    BadgeCodes,
    Origin,
    grouped,
    looks_like_code,
    normalise,
    readable,
    sub_key,
    tag_of,
)
from checkin.model.ids import EventId, SubjectId

EVENT = EventId(SubjectId(bytes(range(16))))
SECRET = bytes(range(32))


def test_a_code_of_today_is_ours_in_ten_years():
    # Badges that were printed must scan for ever: this may never change.
    code = BadgeCodes.of(EVENT, SECRET).make(bytes)
    assert code == "BBBBBBBBBBBGVKPVRKKF"
    assert BadgeCodes.of(EVENT, SECRET).origin(code) is Origin.OURS


def test_the_letters_come_through_a_scanner_set_to_another_keyboard():
    broken_somewhere = "AEIOQUWYZM" + "0123456789"
    assert len(set(ALPHABET)) == 16
    assert not set(ALPHABET) & set(broken_somewhere)


def test_another_secret_makes_the_same_letters_not_genuine():
    code = BadgeCodes.of(EVENT, SECRET).make(Random(1).randbytes)
    assert BadgeCodes.of(EVENT, b"other" * 7).origin(code) is Origin.DAMAGED


def test_another_event_has_another_tag_and_so_it_can_be_named():
    other = BadgeCodes.of(EventId(SubjectId(bytes(16))), SECRET)
    code = other.make(Random(1).randbytes)
    assert tag_of(code) == other.tag != BadgeCodes.of(EVENT, SECRET).tag
    assert BadgeCodes.of(EVENT, SECRET).origin(code) is Origin.OTHER_EVENT


@pytest.mark.parametrize(
    "text", ["", "EB-0041", "https://e.example/c/BCDFGHJKLNPRSTVXBCDF", "A" * 20]
)
def test_other_texts_are_no_badge_codes(text):
    assert not looks_like_code(normalise(text))
    assert BadgeCodes.of(EVENT, SECRET).origin(normalise(text)) is Origin.NO_BADGE


def test_a_code_is_shown_in_groups_of_four():
    assert grouped("BCDFGHJKLNPRSTVXBCDF") == "BCDF GHJK LNPR STVX BCDF"


def test_keys_for_two_uses_have_nothing_in_common():
    keys = {sub_key(SECRET, label) for label in (b"badge/1", b"refused/1")}
    assert len(keys) == 2
    assert {len(key) for key in keys} == {32}
    assert SECRET not in keys


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("bktrvnsxpldghjcfxklv", "BKTR VNSX PLDG HJCF XKLV"),
        ("0318204462", "0318204462"),
        ("EARLY-BIRD-TICKET-42", "EARLY-BIRD-TICKET-42"),
        ("", ""),
    ],
)
def test_a_code_of_a_list_is_read_as_it_stands_there(code, read):
    assert readable(code) == read
