"""The laws of the ledger: however entries travel, the tables come out the same."""

from histories import (
    UNKNOWN_KINDS,
    arrivals,
    desks,
    histories,
    ledger,
    receive,
    tables,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.model.kinds import Kind

EXAMPLES = settings(max_examples=100)
FEW = settings(max_examples=80)


@EXAMPLES
@given(st.data())
def test_any_order_of_arrival_and_duplicates_give_the_same_tables(data):
    entries = data.draw(histories())
    batches = data.draw(arrivals(entries))
    with desks(2) as (straight, crooked):
        receive(straight, entries)
        receive(crooked, *batches)
        assert tables(crooked) == tables(straight)


@EXAMPLES
@given(histories())
def test_folding_entry_by_entry_is_the_same_as_folding_all_at_once(entries):
    with desks(1) as (event,):
        for entry in entries:
            receive(event, [entry])
            assert event.check() == []
        before = tables(event)
        event.rebuild()
        assert tables(event) == before


@EXAMPLES
@given(st.data())
def test_two_desks_that_shared_a_history_agree_once_they_told_each_other(data):
    entries = data.draw(histories(least=2))
    where = data.draw(
        st.lists(
            st.sampled_from([{0}, {1}, {0, 1}]),
            min_size=len(entries),
            max_size=len(entries),
        )
    )
    with desks(3) as (one, two, whole):
        receive(whole, entries)
        for n, event in enumerate((one, two)):
            receive(event, [e for e, at in zip(entries, where, strict=True) if n in at])
        # What a desk passes on is what lies in its file, erased people and all.
        receive(two, *data.draw(arrivals(ledger(one))))
        receive(one, *data.draw(arrivals(ledger(two))))
        assert tables(one) == tables(two) == tables(whole)
        assert {e.id for e in ledger(one)} == {e.id for e in ledger(whole)}
        assert one.check() == two.check() == []


@FEW
@given(st.data())
def test_kinds_that_nobody_knows_yet_are_kept_passed_on_and_change_no_table(data):
    entries = data.draw(histories(least=3))
    later = data.draw(histories(kinds=UNKNOWN_KINDS, most=4, salt="later"))
    with desks(3) as (without, with_them, third):
        receive(without, entries)
        receive(with_them, *data.draw(arrivals([*entries, *later])))
        assert tables(with_them) == tables(without)
        receive(third, ledger(with_them))
        assert {e.id for e in later} <= {e.id for e in ledger(third)}
        unknown = [e for e in (*entries, *later) if e.kind not in set(Kind)]
        assert sum(third.unknown_kinds().values()) == len(unknown)
        assert third.check() == []
