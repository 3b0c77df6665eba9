"""A scanned text becomes a guest, or the reason why it is nobody here."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.door import recognise
from checkin.model.attendee import Attendee
from checkin.model.code import ALPHABET, BadgeCodes, grouped
from checkin.model.entry import Draft
from checkin.model.ids import EventId, SubjectId
from checkin.model.kinds import Kind
from checkin.model.verdict import Decision, Verdict
from checkin.store import acts
from checkin.store.acts import erase

VCARD = "BEGIN:VCARD\r\nFN:Mei-Ling Castellanos\r\nEMAIL:mei@example.com\r\nEND:VCARD"


def by_code(evening, text):
    return recognise.by_code(evening.event, text)


def verdict_of(evening, text):
    found = by_code(evening, text)
    assert isinstance(found, Decision)
    return found.verdict


def is_guest(found, who):
    return isinstance(found, Attendee) and found.id == who.id


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        str.lower,
        grouped,
        lambda code: f"  {code}\r\n",
        lambda code: grouped(code.lower()).replace(" ", "-"),
    ],
    ids=["as printed", "caps lock", "in groups", "with line end", "by hand"],
)
def test_our_code_is_known_however_it_was_typed(evening, anna, typed):
    assert is_guest(by_code(evening, typed(anna.code)), anna)


def test_a_code_that_came_with_the_list_is_known_like_ours(evening):
    zoe = evening.guest(full_name="Zoë", external_code="EB-0041")
    assert is_guest(by_code(evening, "EB-0041"), zoe)
    assert is_guest(by_code(evening, "eb-0041"), zoe)
    assert is_guest(by_code(evening, zoe.code), zoe)


def test_codes_that_differ_by_case_only_are_told_apart_when_exact(evening):
    upper = evening.guest(full_name="Ulla", external_code="ticket-A")
    lower = evening.guest(full_name="Lars", external_code="TICKET-a")
    assert is_guest(by_code(evening, "ticket-A"), upper)
    assert is_guest(by_code(evening, "TICKET-a"), lower)
    neither = by_code(evening, "Ticket-A")
    assert neither.verdict is Verdict.AMBIGUOUS
    assert {guest.id for guest in neither.candidates} == {upper.id, lower.id}


def test_one_code_of_two_guests_asks_which(evening):
    evening.guest(full_name="Ines Reed", external_code="FAMILY-7")
    evening.guest(full_name="Tom Reed", external_code="FAMILY-7")
    assert verdict_of(evening, "FAMILY-7") is Verdict.AMBIGUOUS


def test_a_badge_of_another_event_is_foreign(evening, anna):
    seeded = random.Random(3).randbytes
    while True:
        other = BadgeCodes.of(EventId(SubjectId(seeded(16))), seeded(32))
        if other.tag != evening.event.codes.tag:
            break
    assert verdict_of(evening, other.make(seeded)) is Verdict.FOREIGN


def test_one_letter_off_is_misread_and_accuses_nobody(evening, anna):
    for place in (0, 10, 13, 19):
        wrong = ALPHABET[(ALPHABET.index(anna.code[place]) + 1) % len(ALPHABET)]
        code = anna.code[:place] + wrong + anna.code[place + 1 :]
        assert verdict_of(evening, code) is Verdict.MISREAD


def test_a_genuine_code_that_nobody_has_yet_is_unlisted(evening):
    assert verdict_of(evening, evening.event.new_code()) is Verdict.GENUINE_UNLISTED


@pytest.mark.parametrize("text", ["", "   ", "hello", "https://example.org", VCARD])
def test_anything_else_is_unknown(evening, anna, text):
    assert verdict_of(evening, text) is Verdict.UNKNOWN


def test_a_replaced_badge_is_revoked_and_the_new_one_admits(evening, anna):
    with evening.event.write() as write:
        write.append(
            Draft(Kind.CODE_REVOKED, anna.id, {"code": anna.code}),
            Draft(Kind.CODE_GIVEN, anna.id, {"code": (fresh := "BCDF" * 5)}),
        )
    old = by_code(evening, anna.code)
    assert old.verdict is Verdict.REVOKED
    assert old.attendee.id == anna.id
    assert is_guest(by_code(evening, fresh), anna)


def test_the_badge_of_somebody_erased_is_nobodys(evening, anna):
    acts.erase(evening.event, anna)
    assert verdict_of(evening, anna.code) is Verdict.GENUINE_UNLISTED


def test_of_a_very_long_text_no_more_is_looked_at_than_a_code_can_have(evening):
    kept = recognise.kept_of(evening.event, VCARD * 1000)
    assert kept["length"] == recognise.MAX_TEXT


def test_names_find_one_ask_about_several_and_know_when_there_is_none(evening, anna):
    other = evening.guest(first_name="Anna", last_name="Schmidt", company="Freelance")
    zoe = evening.guest(first_name="Zoë", last_name="Ångström")
    both = recognise.by_name(evening.event, "anna schmidt")
    assert both.verdict is Verdict.AMBIGUOUS
    assert {guest.id for guest in both.candidates} == {anna.id, other.id}
    assert is_guest(recognise.by_name(evening.event, "ANGSTROM zoe"), zoe)
    assert recognise.by_name(evening.event, "Nemo").verdict is Verdict.UNKNOWN
    assert recognise.by_name(evening.event, "").verdict is Verdict.UNKNOWN


def test_the_whole_name_of_one_is_not_confused_with_a_longer_one(evening):
    ann = evening.guest(full_name="Ann Lee")
    evening.guest(full_name="Ann Leeds")
    assert is_guest(recognise.by_name(evening.event, "Ann Lee"), ann)


@pytest.mark.parametrize("text", ["AB1D", "0318204462", "eb_00-41", "x1" * 32])
def test_what_looks_like_a_code_is_kept_when_refused(evening, text):
    assert recognise.kept_of(evening.event, f" {text}\n") == {"code": text}


@pytest.mark.parametrize(
    "text", [VCARD, "abc", "x1" * 33, "a b c d", "naïve-code1", "MariaBlethorpe"]
)
def test_of_anything_else_only_length_and_a_keyed_hash_are_kept(evening, text):
    kept = recognise.kept_of(evening.event, text)
    assert set(kept) == {"length", "digest"}
    assert kept["length"] == len(text)
    assert kept == recognise.kept_of(evening.event, text)


def test_the_hash_of_a_text_differs_from_event_to_event(evening, tmp_path):
    other = type(evening)(tmp_path / "other.checkin", seed=8)
    ours, theirs = (recognise.kept_of(e.event, VCARD) for e in (evening, other))
    other.event.close()
    assert ours["length"] == theirs["length"]
    assert ours["digest"] != theirs["digest"]


CONTACT = st.text(min_size=1).filter(lambda text: text.strip())


@given(text=CONTACT)
def test_nothing_that_holds_a_space_or_an_at_sign_is_ever_kept(text):
    class Keyed:
        """An event, as far as the hash needs one."""

        def sub_key(self, label):
            return b"k" * 32

    for personal in (f"{text} x", f"{text}@x"):
        assert "code" not in recognise.kept_of(Keyed(), personal)


def test_a_badge_code_of_letters_alone_is_kept_when_refused(evening):
    code = evening.event.new_code()
    assert recognise.kept_of(evening.event, code) == {"code": code}


def test_half_a_character_is_no_guest_and_no_trouble(evening):
    assert recognise.by_code(evening.event, "EB\ud800").verdict is Verdict.UNKNOWN


def test_who_was_erased_is_nobody_to_let_in(evening, anna):
    erase(evening.event, anna)
    assert recognise.by_id(evening.event, anna.id).verdict is Verdict.UNKNOWN
