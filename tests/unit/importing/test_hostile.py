"""Files that are meant to harm: read or refused in words, in little time and memory."""

import os
import subprocess
import sys
import zipfile

import pytest
from workbooks import MAIN, cell, number, row, sheet, styles, write_xlsx

from checkin.importing import load
from checkin.model.errors import CheckinError

READING = r"""
import re, resource, sys
from pathlib import Path
from checkin.importing import load
from checkin.model.errors import CheckinError
try:
    load(Path(sys.argv[1]))
except CheckinError as error:
    assert str(error)
# ru_maxrss would begin with what the process that started this one takes
own = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print((own + child) // 1024)
"""
DOCTYPE = f'<!DOCTYPE a [<!ENTITY x "{"z" * 50_000}">]>'
TEXTS = {
    "one cell of 50 MB": b'Name,Email\nZo,"' + b"x" * 50_000_000,
    "a line of 12 million cells": b"Name\n" + b"ab," * 12_000_000,
    "30 million cells": b"Name,Email\n" + (b"ab," * 110 + b"\n") * 90_000,
    "a million headings": b"Name," + b"c1," * 1_000_000 + b"\nZo\n",
    "nothing but NULs": b"Name\n" + b"\0" * 20_000_000,
    "nothing but lines": b"Name,Email\n" + b"\n" * 20_000_000,
    "a tag that never ends": b"<table " + b"a=b " * 5_000_000,
    "a row of endless cells": b"<table><tr>" + b"<td colspan=250>x" * 300_000,
    "a comment that never ends": b"<html><!--" + b"-" * 5_000_000,
}
WORKBOOKS = {
    "quadratic text": {
        "shared": f"{DOCTYPE}<sst xmlns='{MAIN}'>{'&x;' * 50_000}</sst>"
    },
    "quadratic styles": {
        "style_sheet": f"{DOCTYPE}<styleSheet>{'&x;' * 50_000}</styleSheet>"
    },
    "endless formats": {"style_sheet": styles("0" * 2_000_000, "[" * 500_000)},
}


def megabytes_for(path):
    """What reading takes, in a process of its own with a child."""
    command = [sys.executable, "-c", READING, path]
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kB on Linux")
@pytest.mark.parametrize("what", TEXTS)
def test_a_hostile_text_takes_little_memory(written, what):
    assert megabytes_for(written(TEXTS[what])) < 500


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kB on Linux")
@pytest.mark.parametrize("what", WORKBOOKS)
def test_a_hostile_workbook_takes_little_memory(tmp_path, what):
    text = sheet(row(1, "Name", "Code"), row(2, "Zoë", number("B2", 5, 1)))
    path = write_xlsx(tmp_path / "list.xlsx", {"G": text}, **WORKBOOKS[what])
    assert megabytes_for(path) < 500


def test_thousands_of_sheets_are_read(tmp_path):
    text = sheet(row(1, "Name"), row(2, cell("A2", "Zoë")))
    path = write_xlsx(tmp_path / "list.xlsx", {f"S{n}": text for n in range(2000)})
    assert len(load(path).people) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_what_is_no_ordinary_file_is_refused(tmp_path):
    loop, pipe = tmp_path / "loop", tmp_path / "pipe"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    for path in (loop, pipe, tmp_path / "none", tmp_path):
        with pytest.raises(CheckinError):
            load(path)


def test_an_archive_of_a_version_to_come_is_refused(tmp_path):
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("list.csv", "Name,Email\nZoë,z@x.org\n")
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 6] = 101
    path.write_bytes(content)
    with pytest.raises(CheckinError, match="damaged"):
        load(path)
