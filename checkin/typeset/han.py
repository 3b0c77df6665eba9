"""In which form ideographs are drawn: one letter, several countries.

A list doesn't tell the language of a name. Its letters often do: kana are Japanese, and
many letters are in the character set of one country only.
"""

from checkin.typeset.faces import Face, face_named

_JAPANESE, _TRADITIONAL = "NotoSansCJKjp-Bold.ttf", "NotoSansCJKtc-Bold.ttf"


def special_forms(text: str) -> Face | None:
    """The face with the forms for this text; None: the usual, Simplified Chinese ones.

    What is in several character sets is taken as Simplified Chinese if all of it is in
    GB 2312, then as Traditional Chinese (Big5), then as Japanese.
    """
    ideographs = "".join(letter for letter in text if _is_ideograph(letter))
    if not ideographs:
        return None
    if any("\u3041" <= letter <= "\u30ff" for letter in text):
        return face_named(_JAPANESE)
    if any("\u3105" <= letter <= "\u312f" for letter in text):
        return face_named(_TRADITIONAL)
    if _within(ideographs, "gb2312"):
        return None
    if _within(ideographs, "cp950"):
        return face_named(_TRADITIONAL)
    return face_named(_JAPANESE) if _within(ideographs, "cp932") else None


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


def _within(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
