"""Words: every verdict and every kind has some, and names keep their direction."""

import gettext
import unicodedata

import pytest

from checkin.model import i18n, words
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind
from checkin.model.verdict import Decision, Family, Verdict

EVENING = Instant(1_763_663_520_000, 0)
"""18:32"""

ALWAYS_SOMEBODY = {Verdict.ADMITTED, Verdict.LEFT, Verdict.ALREADY_IN}
"""Said to a guest whom we know; all others may meet a stranger."""


def guest(name="Zoë", **said):
    details = Details(full_name=f"{name} Ångström", first_name=name, **said)
    return Attendee(AttendeeId(b"a" * 16), details)


def entry(kind, data):
    return Entry(b"i", None, b"d", 1, EVENING.ms, 0, kind, 1, b"s", "Main door", data)


def complete(said):
    return bool(said) and "{" not in said and "None" not in said


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_headline_without_a_full_stop(verdict):
    assert complete(words.headline(verdict))
    assert not words.headline(verdict).endswith(".")
    assert words.reason(Decision(verdict))


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_something_to_say_to_a_guest(verdict):
    decision = Decision(
        verdict,
        guest(),
        first_at=EVENING,
        first_desk="Main door",
        limit=EVENING,
        capacity=80,
        amount_due="£12",
        question="Any allergies?",
    )
    assert complete(words.say(decision))
    assert isinstance(verdict.family, Family)


@pytest.mark.parametrize("verdict", set(Verdict) - ALWAYS_SOMEBODY)
def test_every_verdict_that_may_meet_a_stranger_has_words_without_a_name(verdict):
    said = words.say(Decision(verdict, limit=EVENING, question="Who is it?"))
    assert complete(said)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision(Verdict.ADMITTED, guest("Ann")), "Welcome, Ann!"),
        (
            Decision(Verdict.ADMITTED, guest("Ann", first_time=True)),
            "Welcome, Ann! Lovely to have you here for the first time.",
        ),
        (
            Decision(Verdict.ALREADY_IN, guest("Ann"), EVENING, "Main door"),
            "Ann came in at 18:32 at Main door.",
        ),
        (Decision(Verdict.ALREADY_IN, guest("Ann")), "Ann is checked in already."),
        (
            Decision(Verdict.UNPAID, amount_due="£12"),
            "There is £12 still open. Would you like to pay now?",
        ),
        (
            Decision(Verdict.FULL, capacity=80),
            "We are full, 80 of 80. Let me call the host, one moment.",
        ),
        (
            Decision(Verdict.TOO_EARLY, limit=EVENING),
            "Doors open at 18:32. Would you like to wait inside the foyer?",
        ),
        (Decision(Verdict.QUESTION, question="Any allergies?"), "Any allergies?"),
    ],
)
def test_the_words_of_a_verdict_hold_what_the_guest_wants_to_know(decision, said):
    assert words.say(decision) == said


def test_nobody_is_blamed_and_nothing_ends_in_an_exclamation_but_a_welcome():
    for verdict in set(Verdict) - {Verdict.ADMITTED, Verdict.LEFT}:
        said = words.say(Decision(verdict, guest(), limit=EVENING, question="?"))
        assert "!" not in said
        assert not {"error", "invalid", "fake"} & set(said.lower().split())


@pytest.mark.parametrize("name", ["محمد", "דנה"])
def test_a_name_in_a_sentence_keeps_its_own_direction(name):
    said = words.say(Decision(Verdict.ADMITTED, guest(name)))
    assert said == f"Welcome, \u2068{name}\u2069!"
    bidi = [unicodedata.bidirectional(c) for c in said]
    assert bidi.count("FSI") == bidi.count("PDI") == 1


@pytest.mark.parametrize("name", ["Anna", "Łukasz", "山田太郎", ""])
def test_a_name_written_from_the_left_has_no_marks_around_it(name):
    assert words.isolate(name) == name


def test_the_line_about_a_guest_has_the_organisation_in_brackets():
    assert words.who(guest("Ann")) == "Ann Ångström"
    assert words.who(guest("Ann", company="Tea Ltd")).endswith(" (Tea Ltd)")


def test_why_somebody_was_let_in_anyway_is_said():
    decision = Decision(Verdict.ADMITTED, guest(), forced=True, note="host agreed")
    assert words.reason(decision) == "let in anyway: host agreed"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_words_in_the_history(kind):
    line = words.happened(entry(kind, {"verdict": "unpaid"}))
    assert complete(line)
    assert line.endswith(", 18:32, Main door")
    assert not line.startswith("Something")


def test_what_a_newer_version_wrote_has_words_too():
    unknown = words.happened(entry("hologram.shown", {}))
    assert unknown == "Something a newer Checkin knows, 18:32, Main door"
    refused = words.happened(entry(Kind.CHECKIN_REFUSED, {"verdict": "on_fire"}))
    assert refused == "Not admitted, 18:32, Main door"


def test_a_refused_scan_says_the_verdict():
    refused = words.happened(entry(Kind.CHECKIN_REFUSED, {"verdict": "waitlisted"}))
    assert refused == "On the waiting list, 18:32, Main door"


class Shouting(gettext.NullTranslations):
    """A language that anybody can check."""

    def gettext(self, message):
        return message.upper().replace("{CALLED}", "{called}")


def test_words_come_in_the_language_that_was_chosen():
    i18n.use(Shouting())
    try:
        assert words.headline(Verdict.ADMITTED) == "ADMITTED"
        assert words.say(Decision(Verdict.ADMITTED, guest("Ann"))) == "WELCOME, Ann!"
    finally:
        i18n.use(gettext.NullTranslations())
