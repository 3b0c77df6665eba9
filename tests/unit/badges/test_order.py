"""The order of the badges: what decides, and who comes first where it doesn't."""

from checkin.badges import Guests, Order, Which, line_up


def called(guests, order):
    queue = line_up(guests.event, Which.ALL, order)
    return [guest.called for guest in Guests(guests.event, queue)]


def test_each_order_goes_by_what_it_says(guests):
    guests.add("Zoë", "Adams", company="Ærø Boats", ticket_type="Guest")
    guests.add("Ada", "Żuk", company="Zinc", ticket_type="Speaker")
    guests.add("İpek", "Moss", company="Makers", ticket_type="Member")
    assert called(guests, Order.FIRST_NAME) == ["Ada", "İpek", "Zoë"]
    assert called(guests, Order.LAST_NAME) == ["Zoë", "İpek", "Ada"]
    assert called(guests, Order.ORGANISATION) == ["Zoë", "İpek", "Ada"]
    assert called(guests, Order.TICKET_TYPE) == ["Zoë", "İpek", "Ada"]


def test_people_of_one_ticket_type_are_by_first_name_and_those_without_one_last(guests):
    guests.add("Ben", "A")
    guests.add("Dora", "B", ticket_type="Guest")
    guests.add("Cleo", "C", ticket_type="Guest")
    guests.add("Anna", "D")
    expected = ["Cleo", "Dora", "Anna", "Ben"]
    assert called(guests, Order.TICKET_TYPE) == expected


def test_people_of_one_first_name_are_by_the_whole_name(guests):
    for last in ("Schmidt", "Adams", "Li"):
        guests.add("Anna", last, company=last)
    queue = line_up(guests.event, Which.ALL, Order.FIRST_NAME)
    lasts = [guest.details.last_name for guest in Guests(guests.event, queue)]
    assert lasts == ["Adams", "Li", "Schmidt"]


def test_a_short_word_comes_before_a_longer_one_that_begins_with_it(guests):
    guests.add("Annabel", "A")
    guests.add("Anna Lee", "A")
    guests.add("Anna", "Z")
    expected = ["Anna", "Anna Lee", "Annabel"]
    assert called(guests, Order.FIRST_NAME) == expected


def test_a_mononym_stands_by_its_whole_name(guests):
    guests.add("Xenia", "Adams")
    guests.add("", "", full_name="Sukma")
    guests.add("Ben", "Żuk")
    for order in (Order.FIRST_NAME, Order.LAST_NAME):
        assert "Sukma" in called(guests, order)[1]


def test_marks_and_case_do_not_tear_the_alphabet_apart(guests):
    for name in ("łukasz", "Zed", "Émile", "Dan", "Mia"):
        guests.add(name)
    expected = ["Dan", "Émile", "łukasz", "Mia", "Zed"]
    assert called(guests, Order.FIRST_NAME) == expected


def test_the_order_of_the_list_is_that_of_its_rows_and_others_come_last(guests):
    for first, row in (("Cy", 3), ("Bo", 12), ("Anna", 4)):
        guests.add(first, in_row=row)
    guests.add("Zoë")
    guests.add("Dora")
    assert called(guests, Order.LIST) == ["Cy", "Anna", "Bo", "Dora", "Zoë"]
