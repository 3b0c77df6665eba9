"""Who may be one person: asked about sparingly, and never decided."""

import random

import pytest

HEADER = "Name,Email,Company,Phone,Code\n"


def pairs(plan):
    """(row that gives way, the other row or 0, why) of each."""
    return [(one.row, one.other_row, one.why) for one in plan.doubles]


def listed(*rows):
    return HEADER + "".join(f"{row}\n" for row in rows)


EMAIL, PHONE = "the same e-mail address", "the same phone number"
COMPANY = "the same company"
DOMAIN = "e-mail addresses of one organisation"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("John Smith,js@x.org,,,1", "J. Smith,js@x.org,,,2", EMAIL),
        ("John Smith,js@x.org,,,", "Smith John,JS@x.org,,,", EMAIL),
        ("John Smith,js@x.org,,,", ",js@x.org,,,", EMAIL),
        ("John Smith,a@x.org,,+44 20 7946 0958,", "Jon Smith,,,020 79460958,", None),
        ("John Smith,,,+44 20 7946 0958,", "John Smtih,,,020 79460958,", PHONE),
        ("Zoë Bell,z@gmail.com,Harbour,,", "ZOE BELL,b@gmail.com,harbour,,", COMPANY),
        ("Bob Reed,b@acme.org,,,", "Robert Reed,r@acme.org,,,", DOMAIN),
        ("Katarzyna Nowak,,Ng,,", "Katrzyna Nowak,,Ng,,", COMPANY),
        ("Zoë Bell,z1@acme.org,,,", "Zoe Bell,z2@acme.org,,,", DOMAIN),
        # two people
        ("Zoë Bell,z1@acme.org,,,", "Zoë Bell,z2@acme.org,,,", None),
        ("Zoë Bell,z@gmail.com,,,", "Zoë Bell,b@gmail.com,,,", None),
        ("Zoë Bell,z@x.org,,,1", "Zoë Bell,z@x.org,,,2", None),
        ("Tom Bell,bell@x.org,,5550001234,", "Ines Bell,bell@x.org,,5550001234,", None),
        ("Maria Rossi,r@x.org,,,", "Mario Rossi,r@x.org,,,", None),
        ("J. Smith,j@acme.org,Acme,,", "Jane Smith,jane@acme.org,Acme,,", None),
        ("Zoë Bell,,Freelance,,", "Zoe Bell,q@x.org,freelance,,", None),
        (",a@x.org,,,1", ",a@x.org,,,2", None),
    ],
)
def test_two_rows_that_may_be_one_guest(office, one, other, why):
    plan = office.plan(listed("Otis Okoro,o@other.org,,,", one, other))
    assert pairs(plan) == ([(4, 3, why)] if why else [])
    assert plan.counts()["new"] == 3, "nobody is taken for somebody unasked"


def test_the_strongest_reason_is_told_once(office):
    rows = ("Bob Reed,r@x.org,Acme,5550001234,", "Robert Reed,r@x.org,Acme,5550001234,")
    assert pairs(office.plan(listed(*rows))) == [(3, 2, EMAIL)]


def test_the_guests_of_a_buyer_are_not_the_buyer(office):
    text = (
        "Attendee name,Email,Buyer name,Buyer email\n"
        "Zoë Bell,z@x.org,Zoë Bell,z@x.org\n"
        ",,Zoë Bell,z@x.org\n"
        ",,Zoë Bell,z@x.org\n"
    )
    assert office.plan(text).doubles == ()


def test_a_newcomer_may_be_somebody_who_left_this_list(office):
    office.take(listed("Zoë Bell,zoe@x.org,,,1", "Jo Ng,jo@x.org,,,2"))
    plan = office.plan(listed("Zoë Bell,z@y.org,,,9", "Jo Ng,jo@x.org,,,2"))
    (one,) = plan.doubles
    assert (one.row, one.other_row, one.other_name) == (2, 0, "Zoë Bell")
    assert one.why == "the same name; no longer on this list"
    assert one.key == (2, office.named("Zoë Bell").id.hex())


def test_a_name_that_several_have_says_nothing_of_who_left(office):
    rows = ("Zoë Bell,a@x.org,,,1", "Zoë Bell,b@y.org,,,2")
    office.take(listed(*rows))
    assert office.plan(listed("Zoë Bell,c@z.org,,,3")).doubles == ()


def test_a_newcomer_may_be_on_another_list_or_have_walked_in(office, walk_in):
    office.take(listed("Zoë Bell,zoe@x.org,,,"), "ours")
    walk_in("Otis Okoro")
    rows = ("Zoe Bell,ZOE@x.org,,,", "Otis Okoro,o@x.org,,,", "Jo Ng,,,,")
    plan = office.plan(listed(*rows), "theirs")
    assert pairs(plan) == [
        (2, 0, f"{EMAIL}; on the list “ours”"),
        (3, 0, "the same name; came without being on a list"),
    ]


def test_a_namesake_with_another_address_on_another_list_is_somebody_else(office):
    office.take(listed("Zoë Bell,zoe@x.org,,,"), "ours")
    assert office.plan(listed("Zoë Bell,bell@y.org,,,"), "theirs").doubles == ()


def test_those_who_are_known_already_are_not_asked_about_again(office):
    text = listed("John Smith,js@x.org,,,1", "J. Smith,js@x.org,,,2")
    assert len(office.plan(text).doubles) == 1
    office.take(text)
    assert office.plan(text).doubles == ()
    more = text + "Johnny Smith,,,,\nJohn A. Smith,js@x.org,,,3\n"
    assert [one.row for one in office.plan(more).doubles] == [5, 5]


def test_a_switchboard_and_a_university_say_nothing(office):
    rows = [f"Guest {n} Bell,,Uni,5550001234," for n in range(70)]
    assert office.plan(listed(*rows, rows[0] + "1", rows[1] + "1")).doubles == ()


def test_a_list_of_many_common_names_does_not_drown_in_questions(office):
    chance = random.Random(3)
    first = [f"{a}{b}" for a in ("mar", "al", "jo", "an", "kat", "pet") for b in
             ("ia", "io", "ina", "ek", "on", "a", "ette", "rin")]  # fmt: skip
    last = [f"{a}{b}" for a in ("kowal", "schmid", "no", "garc", "weber", "lind")
            for b in ("ski", "ska", "t", "ia", "er", "en", "qvist", "s")]  # fmt: skip
    rows = [
        f"{chance.choice(first)} {chance.choice(last)},{n}@{chance.randrange(400)}.org,"
        f"Company {chance.randrange(500)},,{n}"
        for n in range(5000)
    ]
    found = office.plan(listed(*rows)).doubles
    assert len(found) < 60, "one in a hundred"


def test_only_the_first_of_very_many_are_told(office):
    rows = [
        f"{name} Smith{'x' * (n % 7)}{n},a{n}@x{n}.org,,,{name}"
        for n in range(230)
        for name in ("Robert", "Bob")
    ]
    plan = office.plan(listed(*rows))
    assert (len(plan.doubles), plan.more_doubles) == (200, 30)
