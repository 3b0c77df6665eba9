"""Entries: one way to write their data, one order on every desk."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.model.clock import Instant
from checkin.model.entry import CLOCK_SHIFT, MAX_CLOCK, Entry, canonical

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), values))
def test_what_is_written_reads_back_as_the_same(data):
    assert json.loads(canonical(data)) == data


@given(st.dictionaries(st.text(), values), st.randoms())
def test_the_order_of_keys_makes_no_difference(data, random):
    keys = list(data)
    random.shuffle(keys)
    assert canonical({key: data[key] for key in keys}) == canonical(data)


def test_data_is_written_short_and_readable():
    said = {"name": "Łukasz", "fields": {"b": [1, True, None], "a": ""}}
    assert canonical(said) == ('{"fields":{"a":"","b":[1,true,null]},"name":"Łukasz"}')


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_not_written(number):
    with pytest.raises(ValueError, match="JSON"):
        canonical({"n": number})


def entry(clock, desk, own):
    return Entry(own, None, desk, clock, 1000, 60, "event.set", 1, b"e", "Desk", {})


def test_entries_are_ordered_by_clock_then_desk_then_id():
    ordered = [
        entry(1, b"b", b"2"),
        entry(2, b"a", b"1"),
        entry(2, b"a", b"2"),
        entry(2, b"b", b"0"),
    ]
    mixed = ordered[:]
    Random(3).shuffle(mixed)
    assert sorted(mixed, key=lambda e: e.order) == ordered


def test_the_moment_of_an_entry_is_the_one_on_the_wall():
    assert entry(1, b"a", b"1").moment == Instant(1000, 60)


def test_the_last_clock_is_the_first_moment_of_2100():
    assert Instant(MAX_CLOCK >> CLOCK_SHIFT).iso() == "2100-01-01T00:00:00+00:00"
