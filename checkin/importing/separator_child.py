"""Asks clevercsv what separates the cells of a text: standard input → a JSON string.

Runs in a process of its own, for it may take longer than anybody wants to wait.
"""

import json
import sys


def main() -> None:
    """Write the separator; an empty one where none is found."""
    from clevercsv import Detector

    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    found = Detector().detect(text)
    sys.stdout.write(json.dumps(found.delimiter if found else ""))


if __name__ == "__main__":
    main()
