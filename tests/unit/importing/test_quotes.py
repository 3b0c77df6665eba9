"""Quotation marks of all kinds, each in a file as some program writes it."""

import pytest

from checkin.importing.quotes import Quotes, find_quotes
from checkin.importing.read import read_table
from checkin.importing.text_rows import MOST_LINES

HEAD = b"Name,Email,Note\n"


def rows(path):
    return read_table(path).rows


def test_mysql_writes_backslashes_before_quotation_marks_and_n_for_nothing(written):
    content = (
        b'"Name","Email","Note"\n'
        b'"Bob \\"The Boss\\" Ng, Jr.","bob@x.org","says \\"hi, you\\""\n'
        b'"Zo\xc3\xab","zoe@x.org","C:\\\\new"\n'
        b'"Jo","jo@x.org","two\\\nlines"\n'
        b'"Al",\\N,\\N\n'
    )
    table = read_table(written(content))
    assert table.how.quotes is Quotes.BACKSLASHED
    assert table.rows == (
        ('Bob "The Boss" Ng, Jr.', "bob@x.org", 'says "hi, you"'),
        ("Zoë", "zoe@x.org", "C:\\new"),
        ("Jo", "jo@x.org", "two\nlines"),
        ("Al", "", ""),
    )


def test_a_backslash_at_the_end_of_a_cell_escapes_nothing(written):
    content = HEAD + b'Jo,j@x.org,"C:\\"\n"Smith, Al",a@x.org,"D:\\lists\\"\n'
    table = read_table(written(content))
    assert table.how.quotes is Quotes.DOUBLED
    assert table.rows[1] == ("Smith, Al", "a@x.org", "D:\\lists\\")


def test_mysql_writes_n_for_nothing_between_tabs_too(written):
    content = b"name\temail\tnote\nNora\t\\N\t\\N\nJo\tjo@x.org\t\\N\n"
    assert rows(written(content)) == (("Nora", "", ""), ("Jo", "jo@x.org", ""))


def test_single_quotes_may_stand_around_cells(written):
    content = b"'Name';'Email'\n'Bell; Zoe';'z@x.org'\n'Pat O''Brien';'p@x.org'\n"
    table = read_table(written(content))
    assert table.how.quotes is Quotes.SINGLE
    assert table.rows == (("Bell; Zoe", "z@x.org"), ("Pat O'Brien", "p@x.org"))


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email\n't Hooft,h@x.org\nO'Brien,p@x.org\nd'Arc,j@x.org\n",
        "Name,Note\nJo,the 'best' one\nAl,'quoted'\nBo,none\nCy,none\n",
        "Name,Note\n\"Bell, Zoe\",'a'\n\"Ng, Al\",'b'\n",
    ],
)
def test_apostrophes_in_names_are_no_quotation_marks(text):
    assert find_quotes(text) is Quotes.DOUBLED


def test_doubled_quotes_and_quotes_in_the_middle_are_letters(written):
    content = HEAD + (
        b'"Robert ""Bob"" Ng",b@x.org,\n'
        b'Ana "Nita" Paz,a@x.org,5" screen\n'
        b'"""Quoted""",q@x.org,""\n'
    )
    assert rows(written(content)) == (
        ('Robert "Bob" Ng', "b@x.org", ""),
        ('Ana "Nita" Paz', "a@x.org", '5" screen'),
        ('"Quoted"', "q@x.org", ""),
    )


def test_what_follows_a_closing_quote_stays_with_its_cell(written):
    content = HEAD + b'"Zoe" Bell,z@x.org,a\n"Al" Ng,a@x.org,b\n'
    table = read_table(written(content))
    assert [cells[0] for cells in table.rows] == ["Zoe Bell", "Al Ng"]
    assert table.how.stray_quotes == ()


def people(n, start=0):
    return b"".join(b"Guest %d,g%d@x.org,ok\n" % (i, i) for i in range(start, n))


def test_a_mark_that_is_never_closed_swallows_nobody(written):
    content = HEAD + people(3) + b'Zoe,"zoe@x.org,late\n' + people(200, 3)
    table = read_table(written(content))
    assert len(table.rows) == 201
    assert table.rows[3] == ("Zoe", "zoe@x.org", "late")
    assert table.rows[4][0] == "Guest 3"
    assert table.how.stray_quotes == (5,)
    assert table.numbers == tuple(range(2, 203))


def test_a_mark_that_is_closed_by_the_next_cell_in_quotes_swallows_nobody(written):
    content = HEAD + (
        b'Zoe,z@x.org,"late\n' + people(4) + b'"Ng, Al",a@x.org,"x, y"\n' + people(9, 4)
    )
    table = read_table(written(content))
    assert [cells[0] for cells in table.rows] == [
        "Zoe",
        *(f"Guest {n}" for n in range(4)),
        "Ng, Al",
        *(f"Guest {n}" for n in range(4, 9)),
    ]
    assert table.how.stray_quotes == (2,)


def test_a_mark_at_the_end_of_the_file_only_loses_itself(written):
    content = HEAD + people(2) + b'"Smith, Jo",j@x.org,"late'
    table = read_table(written(content))
    assert table.rows[-1] == ("Smith, Jo", "j@x.org", "late")
    assert table.how.stray_quotes == (4,)


def test_line_breaks_within_a_cell_are_kept_as_long_as_they_are_a_cell(written):
    note = b"\n".join(b"line %d" % n for n in range(MOST_LINES - 1))
    content = HEAD + b'Zoe,z@x.org,"%s"\n' % note + people(3)
    table = read_table(written(content))
    assert table.rows[0][2].count("\n") == MOST_LINES - 2
    assert len(table.rows) == 4
    assert table.how.stray_quotes == ()


def test_a_cell_of_more_lines_than_anybody_writes_began_with_a_stray_mark(written):
    lines = people(MOST_LINES * 2)
    content = HEAD + b'Zoe,z@x.org,"late\n' + lines + b'Al,a@x.org,late"\n'
    table = read_table(written(content))
    assert len(table.rows) == MOST_LINES * 2 + 2
    assert table.how.stray_quotes == (2,)


def test_notes_with_line_breaks_next_to_a_stray_mark_stay_whole(written):
    content = HEAD + (
        b'"Ng, Al",a@x.org,"one\r\ntwo"\r\n"Zoe,z@x.org,late\r\n' + people(60)
    )
    table = read_table(written(content))
    assert table.rows[0] == ("Ng, Al", "a@x.org", "one\r\ntwo")
    assert table.rows[1] == ("Zoe", "z@x.org", "late")
    assert len(table.rows) == 62
