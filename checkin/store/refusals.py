"""Addresses at which somebody said no."""

from checkin.model.names import fold
from checkin.model.permission import Answer, Purpose
from checkin.store.reading import Reader


def refusing(reader: Reader, purpose: Purpose) -> frozenset[str]:
    """The folded e-mail addresses of all who said no, whether they are coming or not.

    Some 100 ms where 100,000 said so.
    """
    rows = reader.conn.execute(
        "SELECT email FROM permissions JOIN attendees ON id = attendee"
        " WHERE purpose = ? AND answer = ? AND erased = 0",
        (purpose.value, Answer.NO.value),
    )
    return frozenset(filter(None, (fold(email) for (email,) in rows)))
