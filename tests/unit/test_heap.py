"""Many values made and let go: nobody else waits for it."""

import gc
import weakref

import pytest

from checkin.heap import let_go, quiet


class Thing:
    """Something that the collector keeps an eye on."""


@pytest.fixture(autouse=True)
def collector_on():
    gc.enable()
    yield
    gc.enable()


def generations_of(things):
    wanted = {id(thing) for thing in things}
    found = (
        generation
        for generation in range(3)
        for held in gc.get_objects(generation=generation)
        if id(held) in wanted
    )
    return set(found)


def test_nothing_is_collected_inside_and_the_collector_is_on_again_after():
    with quiet():
        assert not gc.isenabled()
        with quiet():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_inside_counts_as_old_so_that_nobody_looks_at_it_soon():
    with quiet():
        things = [Thing() for _ in range(2000)]
        assert generations_of(things) == {0}
    assert generations_of(things) == {2}


def test_what_went_in_a_circle_inside_is_still_found_some_day():
    with quiet():
        one, other = Thing(), Thing()
        one.other, other.one = other, one
        gone = weakref.ref(one)
        del one, other
    assert gone() is not None
    gc.collect()
    assert gone() is None


def test_an_error_inside_leaves_the_collector_on():
    with pytest.raises(ZeroDivisionError), quiet():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off():
    gc.disable()
    with quiet():
        pass
    assert not gc.isenabled()


def test_letting_go_frees_everything_but_what_somebody_else_holds():
    things = [Thing() for _ in range(1234)]
    kept, refs = things[7], [weakref.ref(thing) for thing in things]
    let_go(things, [])
    assert things == []
    assert [ref() for ref in refs if ref() is not None] == [kept]


def test_a_function_can_be_quiet_as_a_whole():
    @quiet()
    def work():
        return gc.isenabled()

    assert work() is False
    assert work() is False
    assert gc.isenabled()
