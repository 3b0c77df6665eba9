"""Text files as old and careless programs leave them, byte by byte."""

import pytest

from checkin.importing.read import read_table

HEAD = b"Name,Email\n"
ZOE = b"Zo\xc3\xab,z@x.org\n"
READ = (("Zoë", "z@x.org"), ("Al", "a@x.org"))


def rows(path):
    return read_table(path).rows


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ZOE + b"Al,a@x.org",
        (HEAD + ZOE + b"Al,a@x.org\n").replace(b"\n", b"\r"),
        HEAD.replace(b"\n", b"\r") + ZOE.replace(b"\n", b"\r\n") + b"Al,a@x.org\n",
        b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD + ZOE + b"Al,a@x.org\n",
        HEAD + ZOE + b"\xef\xbb\xbfAl,a@x.org\n",
        HEAD + ZOE + b"Al,a@x.org\n\x1a",
        HEAD + ZOE + b"Al,a@x.org\r\n" + b"\0" * 900,
        HEAD + ZOE + b"Al,a@x.org\r\n\x1a" + b"\0" * 3000,
        HEAD + ZOE + b"Al\0,a@x.org\n",
        HEAD + ZOE + b"Al,a@x.org,,,\n",
        b"Name,Email,,\n" + ZOE + b"Al,a@x.org\n",
        HEAD + b"\n" + ZOE + b"\n \n,\nAl,a@x.org\n\n",
        b"sep=,\r\n" + HEAD + ZOE + b"Al,a@x.org\n",
        b'"sep=,"\r\n' + HEAD + ZOE + b"Al,a@x.org\n",
        (b"sep=,\n" + HEAD + ZOE + b"Al,a@x.org\n").replace(b"\n", b"\r"),
        b"\xef\xbb\xbfSEP=,\n" + HEAD + ZOE + b"Al,a@x.org\n",
    ],
)
def test_all_of_these_are_the_same_two_guests(written, content):
    assert rows(written(content)) == READ


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_letters_with_excels_line_about_the_separator(written, codec):
    text = "sep=;\r\nName;Company\r\nZoë;Bell, Ltd\r\nAl;Ng, Inc\r\n"
    table = read_table(written(text.encode(codec)))
    assert table.rows == (("Zoë", "Bell, Ltd"), ("Al", "Ng, Inc"))
    assert table.how.separator == ";"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_letters_with_marks_in_the_middle_and_filler_at_the_end(written, codec):
    text = "Name\tCompany\r\n\ufeffZoë\tBell\r\nJoão\tNgô\x1a"
    content = text.encode(codec) + b"\0" * 512
    assert rows(written(content)) == (("Zoë", "Bell"), ("João", "Ngô"))


def test_wide_letters_with_a_broken_last_one(written):
    content = "Name;City\nZoë;Rome\nAl;Oslo\n".encode("utf-16") + b"x"
    assert rows(written(content))[:2] == (("Zoë", "Rome"), ("Al", "Oslo"))


def test_what_a_program_says_separates_is_believed(written):
    table = read_table(written("sep=^\nName^Company\nZoë^Bell, Ltd\nAl^Ng, Inc\n"))
    assert table.rows[0] == ("Zoë", "Bell, Ltd")


@pytest.mark.parametrize("separator", ["^", "~"])
def test_rare_separators_are_found(written, separator):
    text = "Name,Email,Company\n" + "".join(
        f"Zoë Bell {n},z{n}@x.org,Harbour Makers\n" for n in range(9)
    )
    table = read_table(written(text.replace(",", separator)))
    assert table.header == ("Name", "Email", "Company")
    assert table.how.separator == separator


def test_ragged_rows_are_as_wide_as_the_widest(written):
    table = read_table(written(b"Name,Email\nZoe\nAl,a@x.org,late,side door\n"))
    assert table.header == ("Name", "Email", "Column 3", "Column 4")
    assert table.rows == (
        ("Zoe", "", "", ""),
        ("Al", "a@x.org", "late", "side door"),
    )


def test_japanese_mail_programs_write_seven_bits(written):
    text = "氏名,会社\n山田太郎,港湾工業株式会社\n鈴木花子,東京電機\n"
    table = read_table(written(text.encode("iso2022_jp")))
    assert table.header == ("氏名", "会社")
    assert table.rows[1] == ("鈴木花子", "東京電機")


def test_a_row_that_goes_on_for_ever_is_cut_and_told(written):
    table = read_table(written(b"Name,Email\nZoe,z@x.org" + b",x" * 20_000 + b"\n"))
    assert len(table.header) <= 250
    assert table.rows[0][:2] == ("Zoe", "z@x.org")
    assert table.strays == {2}
