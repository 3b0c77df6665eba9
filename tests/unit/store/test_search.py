"""Search: the beginnings of words, whatever the order, marks and case; then typos."""

import pytest

from checkin.model.kinds import Kind
from checkin.store.acts import correct

NAMES = [
    "Łukasz Żółć",
    "Zoë Ångström",
    "Zoe Angstrom-Smith",
    "Seán O’Brien",
    "Nguyễn Thị Phương",
    "山田太郎",
    "प्रिया शर्मा",
    "محمد علي",
]


@pytest.fixture
def found(event, listed):
    """The names that a search finds, in order."""
    listed(event, *NAMES)
    listed(event, "Amina Diallo", company="Solar Bakery", email="amina@d.example")

    def names(text, **more):
        return [event.read.attendee(own).name for own in event.search(text, **more)]

    return names


@pytest.mark.parametrize(
    ("text", "name"),
    {
        "luk": "Łukasz Żółć",
        "ZOLC LUKASZ": "Łukasz Żółć",
        "zol lu": "Łukasz Żółć",
        "obrien": "Seán O’Brien",
        "angstromsmith": "Zoe Angstrom-Smith",
        "o'brien": "Seán O’Brien",
        "brien sean": "Seán O’Brien",
        "phuong nguyen": "Nguyễn Thị Phương",
        "山田": "山田太郎",
        "प्रिया": "प्रिया शर्मा",
        "مُحَمَّد": "محمد علي",
        "amina": "Amina Diallo",
        "bakery": "Amina Diallo",
        "amina@d.example": "Amina Diallo",
        "amina sol": "Amina Diallo",
        "smith ang": "Zoe Angstrom-Smith",
        "mith": None,
        "zzz": None,
    }.items(),
)
def test_a_guest_is_found_by_the_beginnings_of_words(found, text, name):
    assert found(text) == ([name] if name else [])


def test_who_has_the_whole_word_comes_first(found, event, listed):
    listed(event, "Zoelle Abel")
    assert found("zoe") == ["Zoë Ångström", "Zoe Angstrom-Smith", "Zoelle Abel"]


def test_no_more_than_asked_for_are_given(found, event, listed):
    listed(event, *(f"Guest {n:02}" for n in range(30)))
    assert len(found("guest", limit=7)) == 7


@pytest.mark.parametrize("text", ["", " ", "-", '"', "*", "'; DROP TABLE search; --"])
def test_what_holds_no_word_or_looks_like_a_query_finds_nobody(found, text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["NOT zoe", "zoe OR amina", "words:zoe"])
def test_words_of_a_query_language_are_only_words(found, text):
    assert found(text) == []
    assert found("zoe^") == found("zoe*") == found("zoe")


def test_a_correction_is_found_by_the_new_name_and_no_longer_by_the_old(
    event, listed, note
):
    (who,) = listed(event, "Jon Smit")
    note(event, Kind.ATTENDEE_CORRECTED, who, fields={"full_name": "John Smith"})
    assert event.search("smith") == [who]
    assert event.search("jon smit") == []


def test_a_full_name_is_found_among_very_many_that_begin_the_same(event, listed):
    listed(event, *(f"Ann Lin{n}" for n in range(600)))
    (ann,) = listed(event, "Ann Li")
    assert event.search("ann li")[0] == ann
    assert event.same_name("Ann Li") == [ann]


@pytest.mark.parametrize(
    "typed",
    ["Zoe Angstrm", "Zoe Angsrtom", "Ze Angstrom", "Zoex Angstrom", "Angstom Zo"],
)
def test_one_typo_still_finds_the_guest(found, event, typed):
    first = event.read.attendee(event.similar(typed)[0])
    assert first.name == "Zoë Ångström"


@pytest.mark.parametrize("typed", ["hanz", "webber", "hanz webr"])
def test_a_word_of_a_name_with_a_typo_finds_whoever_has_that_word(event, listed, typed):
    listed(event, "Zoe Weberling", "Jo Ng")
    (hans,) = listed(event, "Hans Jakob Weber")
    assert event.similar(typed)[0] == hans


def test_a_name_unlike_all_others_suggests_nobody(found, event):
    assert event.similar("Xqvw Bbbbb") == []
    assert event.similar("") == []


def test_suggestions_are_as_many_as_asked_for(event, listed):
    listed(event, *(f"Maria Gonzale{c}" for c in "abcdefgh"))
    assert len(event.similar("Maria Gonzalez", limit=3)) == 3


def test_two_of_the_same_name_are_both_given_whatever_case_marks_and_order(
    event, listed
):
    people = listed(event, "Zoë Ångström", "zoe angstrom", "ANGSTROM ZOE")
    listed(event, "Zoe Angstrom Smith", "Zoe A")
    assert set(event.same_name("Zoe Ångström")) == set(people)
    assert event.same_name("") == []


def test_the_names_of_a_list_with_parts_are_compared_too(event, listed):
    (one,) = listed(event, "", first_name="Anna", last_name="Nowak")
    assert event.same_name("Anna Nowak") == [one]
    assert event.search("nowak") == [one]


def test_the_same_name_is_the_one_that_was_corrected(event, listed):
    (who,) = listed(event, "Zoe Angstrom", first_name="Zoe", last_name="Angstrom")
    correct(event, event.read.attendee(who), {"full_name": "Zoë Abel"})
    assert event.same_name("zoe abel") == [who]
