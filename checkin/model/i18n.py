"""Words in the user's language: the one place that the core asks for a translation."""

import gettext as _gettext

_current: _gettext.NullTranslations = _gettext.NullTranslations()


def use(translations: _gettext.NullTranslations) -> None:
    """Make all later words come from `translations` (cli and ui choose them)."""
    global _current
    _current = translations


def _(message: str) -> str:
    """The message in the current language."""
    return _current.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for `n` things in the current language; `{n}` is filled in."""
    return _current.ngettext(one, many, n).format(n=n)


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Marks a constant for translation; it is translated where it is shown."""
    return message
