"""What tests of printing get: PDFs, a print server of their own, and its double."""

from printservers import a_print_server, over, print_server  # noqa: F401 - fixtures
