"""E-mail addresses by their form: those in use pass, slips are seen."""

import pytest

from checkin.importing.addresses import plausible


@pytest.mark.parametrize(
    "address",
    [
        "zoe@example.org",
        "m.al-farsi_77%x+y@mail.example",
        "o'neil@x.co.uk",
        "ZOE@EXAMPLE.ORG",
        "zoë@bücher.example",
        "用户@例子.广告",
        "a@xn--bcher-kva.example",
        "x!y@example.org",
        "guest@something.test",
    ],
)
def test_an_address_that_could_be_one_passes(address):
    assert plausible(address)


@pytest.mark.parametrize(
    "address",
    [
        "lukasz@@tartu.example",
        "bad.email(at)example",
        "zoe",
        "@example.org",
        "zoe@",
        "zoe@example",
        "zoe example@x.org",
        "a@x.org, b@x.org",
        "a..b@x.org",
        ".a@x.org",
        "a@-x.org",
        "a@x..org",
        "-",
        "",
        "a@x.org" + "g" * 260,
    ],
)
def test_a_slip_is_seen(address):
    assert not plausible(address)
