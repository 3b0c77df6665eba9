"""The order of the badges: what decides, and who comes first where it doesn't."""

from checkin.badges import Order, in_order


def called(people):
    return [guest.called for guest in people]


def test_each_order_goes_by_what_it_says(guests):
    people = [
        guests.add("Zoë", "Adams", company="Ærø Boats", ticket_type="Guest"),
        guests.add("Ada", "Żuk", company="Zinc", ticket_type="Speaker"),
        guests.add("İpek", "Moss", company="Makers", ticket_type="Member"),
    ]
    assert called(in_order(people, Order.FIRST_NAME)) == ["Ada", "İpek", "Zoë"]
    assert called(in_order(people, Order.LAST_NAME)) == ["Zoë", "İpek", "Ada"]
    assert called(in_order(people, Order.ORGANISATION)) == ["Zoë", "İpek", "Ada"]
    assert called(in_order(people, Order.TICKET_TYPE)) == ["Zoë", "İpek", "Ada"]


def test_people_of_one_ticket_type_are_by_first_name_and_those_without_one_last(guests):
    people = [
        guests.add("Ben", "A"),
        guests.add("Dora", "B", ticket_type="Guest"),
        guests.add("Cleo", "C", ticket_type="Guest"),
        guests.add("Anna", "D"),
    ]
    expected = ["Cleo", "Dora", "Anna", "Ben"]
    assert called(in_order(people, Order.TICKET_TYPE)) == expected


def test_marks_and_case_do_not_tear_the_alphabet_apart(guests):
    people = [guests.add(name) for name in ("łukasz", "Zed", "Émile", "Dan", "Mia")]
    expected = ["Dan", "Émile", "łukasz", "Mia", "Zed"]
    assert called(in_order(people, Order.FIRST_NAME)) == expected
