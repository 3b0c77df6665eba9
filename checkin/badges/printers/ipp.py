"""The few words of the Internet Printing Protocol that tell how jobs and printers are.

`lp` and `cancel` do things; but `lpstat` does not say of a job that has ended whether
it was printed or given up (tried with CUPS 2.4.2), and macOS translates what it says.

Source: RFC 8010 (encoding), RFC 8011 (operations, enumerations); CUPS-Get-Printers is
described with the CUPS programming manual.
"""

import http.client
import socket
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

Attributes = dict[str, list[Any]]
"""By name, with all its values: integers, booleans, texts, (across, down, unit)."""

_VERSION = b"\x02\x00"
_OK_UP_TO = 0x00FF
_NOT_FOUND = 0x0406
_TIMEOUT_S = 5.0
_PORT = 631


class Operation(IntEnum):
    """What is asked."""

    GET_JOB_ATTRIBUTES = 0x0009
    CUPS_GET_PRINTERS = 0x4002


class Tag(IntEnum):
    """Of groups and of values."""

    OPERATION = 0x01
    END = 0x03
    FIRST_VALUE = 0x10
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    NAME = 0x42


class IppRefused(Exception):
    """The print server answered, but not with what was asked for."""


class IppNotFound(IppRefused):
    """It knows of no such job."""


Wanted = Sequence[tuple[Tag, str, Any]]
"""(tag, name, text) of what a request says; a list as value has several."""


def ask(server: str, operation: Operation, wanted: Wanted) -> list[Attributes]:
    """Asks the print server; a set of attributes for each job or printer it tells of.

    `server` is as `lpstat -H` writes it: HOST:PORT, or the path of a socket.

    Raises:
        IppRefused, IppNotFound: it said no.
        OSError, HTTPException: it could not be asked.
    """
    connection = _connection(server)
    try:
        connection.request("POST", "/", encoded(operation, wanted), _headers(server))
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise IppRefused(f"{answer.status} {answer.reason}")
    return decoded(body)


def encoded(operation: Operation, wanted: Wanted) -> bytes:
    """A request, byte by byte."""
    parts = [_VERSION, struct.pack(">HIB", operation, 1, Tag.OPERATION)]
    always = [
        (Tag.CHARSET, "attributes-charset", "utf-8"),
        (Tag.LANGUAGE, "attributes-natural-language", "en"),
    ]
    for tag, name, value in [*always, *wanted]:
        several = value if isinstance(value, list) else [value]
        for at, one in enumerate(several):
            parts.append(_attribute(tag, name if at == 0 else "", one))
    return b"".join([*parts, bytes([Tag.END])])


def _attribute(tag: Tag, name: str, value: Any) -> bytes:
    raw, own = str(value).encode(), name.encode()
    head = struct.pack(">BH", tag, len(own))
    return head + own + struct.pack(">H", len(raw)) + raw


def decoded(body: bytes) -> list[Attributes]:
    """The groups of an answer but its first, which speaks of the answer itself.

    Raises:
        IppRefused, IppNotFound: the answer is a no, or none at all.
    """
    try:
        status = struct.unpack_from(">H", body, 2)[0]
        groups = list(_groups(body))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppRefused("not an answer") from error
    if status == _NOT_FOUND:
        raise IppNotFound(f"{status:#06x}")
    if status > _OK_UP_TO:
        raise IppRefused(f"{status:#06x}")
    return groups[1:]


def _groups(body: bytes) -> Iterator[Attributes]:
    at, name = 8, ""
    group: Attributes | None = None
    while body[at] != Tag.END:
        tag = body[at]
        if tag < Tag.FIRST_VALUE:
            if group is not None:
                yield group
            group, at = {}, at + 1
            continue
        length = struct.unpack_from(">H", body, at + 1)[0]
        if length:
            name = body[at + 3 : at + 3 + length].decode()
        at += 3 + length
        size = struct.unpack_from(">H", body, at)[0]
        raw = body[at + 2 : at + 2 + size]
        at += 2 + size
        if group is not None:
            group.setdefault(name, []).append(_value(tag, raw))
    if group is not None:
        yield group


def _value(tag: int, raw: bytes) -> Any:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return struct.unpack(">i", raw)[0]
    if tag == Tag.BOOLEAN:
        return raw != b"\0"
    if tag == Tag.RESOLUTION:
        return struct.unpack(">iib", raw)
    return raw.decode("utf-8", "replace")


class _SocketConnection(http.client.HTTPConnection):
    """HTTP through a socket that has a place in the file system."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_TIMEOUT_S)
        self._path = path

    def connect(self) -> None:
        assert sys.platform != "win32"
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(_TIMEOUT_S)
        self.sock.connect(self._path)


def _connection(server: str) -> http.client.HTTPConnection:
    if server.startswith("/"):
        return _SocketConnection(server)
    host, _sign, port = server.rpartition(":")
    if not port.isdecimal():
        host, port = server, str(_PORT)
    return http.client.HTTPConnection(host, int(port), timeout=_TIMEOUT_S)


def _headers(server: str) -> Mapping[str, str]:
    local = server.startswith("/")
    return {
        "Content-Type": "application/ipp",
        "Host": "localhost" if local else server,
    }
