"""What is exported and imported again as the same list changes nobody."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.followup.export import export
from checkin.importing import apply_plan, load, make_plan

from .events import Still, an_event

HEADINGS = "First name,Last name,Email,Phone,Company,Ticket code,Dietary".split(",")
NAMES = st.sampled_from("Zoë Anna Łukasz 東京 =1+1 -Bo".split())
PHONES = st.sampled_from(
    ["", "020 7946 0123", "+49 (0)30 123456", "0049 30 123456", "tel:+1-212-555-0123",
     "00123", "020 7946 0123 ext 4", "ask", "+442079460123"]
)  # fmt: skip
WORDS = st.sampled_from(["", "Café Nör", "=SUM(A1)", "+1-2", "a, b"])
PEOPLE = st.lists(st.tuples(NAMES, NAMES, PHONES, WORDS, WORDS), min_size=1, max_size=6)


@pytest.mark.parametrize("form", ["csv", "csv-machine", "xlsx"])
@settings(max_examples=10, deadline=None)
@given(people=PEOPLE)
def test_an_export_that_is_imported_again_has_nobody_new_and_nobody_changed(
    form, people
):
    with an_event(Still(), timezone="Europe/London") as (event, folder):
        first = written(folder / "guests.csv", people)
        apply_plan(event, make_plan(event, load(first), "guests"))
        again = folder / f"again.{form.partition('-')[0]}"
        export(event, again, format=form)
        reading = load(again)
        assert reading.mapping.taken_for().get("phone_e164") in (None, "ignore")
        counts = make_plan(event, reading, "guests").counts()
    assert (counts["new"], counts["changed"], counts["withdrawn"]) == (0, 0, 0)


def written(path, people):
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        for n, (first, last, phone, company, dietary) in enumerate(people):
            mail = f"guest{n}@example.org"
            out.writerow([first, last, mail, phone, company, f"T-{n:04}", dietary])
    return path
