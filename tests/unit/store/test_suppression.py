"""Keyed hashes of those who asked to be forgotten."""

from checkin.store.suppression import digests

KEY = b"k" * 32


def test_an_address_is_recognised_whatever_its_case_and_spaces():
    assert digests(KEY, " Zoe@Example.org", "Zoë") == digests(
        KEY, "zoe@example.org", ""
    )


def test_the_name_counts_only_where_there_is_no_address():
    assert digests(KEY, "", "Zoë  Bell") == digests(KEY, "", "ZOE BELL")
    assert digests(KEY, "zoe@x.org", "Zoë") != digests(KEY, "", "Zoë")
    assert digests(KEY, "", "") == []


def test_an_address_and_a_name_of_the_same_letters_are_told_apart():
    assert digests(KEY, "sukma", "") != digests(KEY, "", "sukma")


def test_nothing_of_the_person_and_nothing_without_the_key_is_in_it():
    (digest,) = digests(KEY, "zoe@x.org", "")
    assert len(bytes.fromhex(digest)) == 32
    assert [digest] != digests(b"x" * 32, "zoe@x.org", "")
