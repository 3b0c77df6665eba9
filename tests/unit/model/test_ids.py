"""Identities: ids that sort by time, and ids that people type."""

from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from checkin.model.ids import SIZE, from_hex, uuid7

moments = st.integers(0, 2**48 - 1)


@given(moments, st.integers(0, 999))
def test_an_id_is_a_version_7_uuid_of_its_moment(ms, seed):
    own = uuid7(ms, Random(seed).randbytes)
    assert len(own) == SIZE
    assert UUID(bytes=own).version == 7
    assert UUID(bytes=own).variant == "specified in RFC 4122"
    assert int.from_bytes(own[:6], "big") == ms


@given(moments, moments)
def test_ids_sort_by_time(earlier, later):
    random = Random(1).randbytes
    if earlier < later:
        assert uuid7(earlier, random) < uuid7(later, random)


def test_two_ids_of_one_moment_differ():
    random = Random(1).randbytes
    assert len({uuid7(5, random) for _ in range(100)}) == 100


def test_an_id_that_was_typed_is_read_back():
    own = uuid7(5, Random(1).randbytes)
    assert from_hex(own.hex()) == from_hex(own.hex().upper()) == own


def test_what_is_no_id_is_none():
    assert [from_hex(text) for text in ("", "ab", "g" * 32, "0" * 33)] == [None] * 4
