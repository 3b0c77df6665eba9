"""Sets Checkin up and runs it, its tests and its benchmarks: run, test, bench, lock.

Needs Python 3.11 or newer and nothing else. This file itself is kept readable for
older Pythons, so that they can say what is wrong.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said here, before newer syntax is met
    found = ".".join(str(number) for number in sys.version_info[:2])
    sys.exit("Checkin needs Python 3.11 or newer; this is Python " + found + ".")

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
