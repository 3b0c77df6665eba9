"""Bytes become the letters that were meant."""

import pytest

from checkin.importing import load
from checkin.importing.encodings import encoding_words, find_encoding

LISTS = {
    "cp1250": "Imię;Nazwisko;E-mail\nŁukasz;Żółkiewski;lz@x.org\nŚwiętosława;Wójcik;\n",
    "iso8859-2": "Imię;Nazwisko;Miasto\nŁukasz;Żółkiewski;Łódź\nŚwiętosława;Wójcik;\n",
    "cp1251": "Имя;Фамилия;Почта\nИван;Петров;ip@x.org\nЕлена;Жукова;ez@x.org\n",
    "koi8-r": "Имя;Фамилия;Почта\nИван;Петров;ip@x.org\nЕлена;Жукова;ez@x.org\n",
    "cp1252": "Prénom;Nom;Courriel\nFrançoise;Lévêque;fl@x.org\nJürgen;Groß;jg@x.org\n",
    "cp1253": "Όνομα;Επώνυμο\nΑνδρομάχη;Κανελλοπούλου\nΓιώργος;Παπαδάκης\n",
    "cp1254": "Ad;Soyad\nİbrahim;Şahin\nIşık;Çağlayan\nOğuz;Yıldız\n",
    "mac-roman": "Prénom;Nom;Courriel\nFrançoise;Lévêque;fl@x.org\nBjørn;Groß;\n",
    "cp932": "氏名,メール\n松本 晃,ma@x.org\n長谷川 舞,hm@x.org\n",
    "euc_jp": "氏名,メール,会社\n松本 晃,ma@x.org,株式会社山田\n長谷川 舞,hm@x.org,\n",
    "gb18030": "姓名,邮箱,公司\n李小龙,li@x.org,海港设计\n王小梅,wx@x.org,\n",
    "big5": "姓名,電郵,公司\n李小龍,li@x.org,海港設計\n王小梅,wx@x.org,\n",
    "cp949": "이름,이메일,회사\n김영미,ky@x.org,삼성\n오지은,oj@x.org,\n",
}


@pytest.mark.parametrize("encoding", LISTS)
def test_a_list_reads_as_it_was_written(encoding):
    text = LISTS[encoding]
    found, mark = find_encoding(text.encode(encoding))[:2]
    assert mark == 0
    assert text.encode(encoding).decode(found) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_need_no_mark(encoding):
    text = LISTS["cp1252"].encode(encoding)
    assert find_encoding(text)[:2] == (encoding, 0)


def test_a_few_broken_letters_do_not_spoil_the_others(written):
    whole = "Name;Company\n" + "Françoise Lévêque;Café Nör\n" * 9
    path = written(whole.encode() + "Zoë Bell;Café\n".encode("cp1252"))
    people = load(path).people
    assert people[0].name == "Françoise Lévêque"
    assert people[-1].name == "Zoë Bell"
    assert people[-1].fields["company"] == "Café"


def test_two_letters_are_no_evidence_of_another_language():
    assert find_encoding("Name\nZoë\n".encode("cp1252"))[:2] == ("cp1252", 0)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-8", "UTF-8"), ("cp1250", "Windows-1250"), ("utf-16-le", "UTF-16"),
     ("cp932", "Shift JIS"), ("mac-roman", "Mac Roman"), ("koi8-r", "KOI8-R")],
)  # fmt: skip
def test_encodings_are_called_as_people_know_them(encoding, words):
    assert encoding_words(encoding) == words


def test_an_encoding_that_only_others_know_is_not_asked_for(monkeypatch):
    monkeypatch.setattr("chardet.detect", lambda _sample: {"encoding": "EUC-TW"})
    text = LISTS["big5"]
    found = find_encoding(text.encode("big5")).codec
    assert text.encode("big5").decode(found) == text
