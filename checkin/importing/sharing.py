"""What two guests may share beside their name: an address, a phone, a company."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from checkin.importing.alike import Likeness
from checkin.model.i18n import N_, _
from checkin.model.phones import end_of


class Shared(StrEnum):
    """What speaks for one person, the strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    DOMAIN = "domain"
    """Their e-mail addresses are of one organisation."""

    @property
    def words(self) -> str:
        """For people."""
        return _(_WORDS[self])

    def enough_with(self, likeness: Likeness | None) -> bool:
        """Whether it speaks for one person, if their names are that much alike.

        Half a name is common in a company, but hardly at one phone.
        """
        if likeness is Likeness.PART:
            return self in _PERSONAL
        return likeness is not None

    @property
    def personal(self) -> bool:
        """Whether few people share one, and rarely those who are strangers."""
        return self in _PERSONAL


_PERSONAL = frozenset({Shared.EMAIL, Shared.PHONE})

_WORDS = {
    Shared.EMAIL: N_("the same e-mail address"),
    Shared.PHONE: N_("the same phone number"),
    Shared.COMPANY: N_("the same company"),
    Shared.DOMAIN: N_("e-mail addresses of one organisation"),
}

_LARGEST = {Shared.EMAIL: 10, Shared.PHONE: 4, Shared.COMPANY: 60, Shared.DOMAIN: 60}
"""What more people share is a switchboard or a university, and says little: among 60
colleagues two people of one name, or nearly, are one in a hundred cases."""

_PUBLIC = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com msn.com"
    " yahoo.com yahoo.co.uk yahoo.fr yahoo.de ymail.com icloud.com me.com mac.com"
    " aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de proton.me"
    " protonmail.com pm.me mail.ru yandex.ru qq.com 163.com 126.com wp.pl o2.pl onet.pl"
    " interia.pl op.pl orange.fr free.fr laposte.net sfr.fr wanadoo.fr libero.it"
    " virgilio.it tiscali.it hotmail.fr hotmail.it hotmail.es telia.com ziggo.nl"
    " btinternet.com comcast.net verizon.net fastmail.com zoho.com hey.com".split()
)
"""Where anybody may have an e-mail address."""

_NO_COMPANY = frozenset(
    "- n/a na none no freelance freelancer self self-employed student independent"
    " retired private personal home individual unemployed".split()
)


def _email(fields: Mapping[str, Any]) -> str:
    return str(fields.get("email", "")).lower()


def _phone(fields: Mapping[str, Any]) -> str:
    return end_of(fields.get("phone") or "")


def _company(fields: Mapping[str, Any]) -> str:
    said = fields.get("company")
    found = str(said).casefold() if said else ""
    return "" if found in _NO_COMPANY else found


def _domain(fields: Mapping[str, Any]) -> str:
    domain = _email(fields).rpartition("@")[2]
    return "" if domain in _PUBLIC else domain


_VALUES: dict[Shared, Callable[[Mapping[str, Any]], str]] = {
    Shared.EMAIL: _email,
    Shared.PHONE: _phone,
    Shared.COMPANY: _company,
    Shared.DOMAIN: _domain,
}


def shared_by(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Shared]:
    """What two guests share, by their details."""
    for what, value in _VALUES.items():
        if (own := value(one)) and own == value(other):
            yield what


def sharing(
    what: Shared, everybody: Sequence[Mapping[str, Any]], new: Collection[int]
) -> Iterable[list[int]]:
    """Groups of those who share it, by their places in `everybody`.

    Only groups that are small enough to mean something, and with somebody `new`.
    """
    value = _VALUES[what]
    values = [value(fields) for fields in everybody]
    counts = Counter(values)
    counts[""] = 0
    largest = _LARGEST[what]
    wanted = {own for i in new if 1 < counts[own := values[i]] <= largest}
    groups: dict[str, list[int]] = {}
    if wanted:
        for i, own in enumerate(values):
            if own in wanted:
                groups.setdefault(own, []).append(i)
    return groups.values()
