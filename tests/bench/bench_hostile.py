"""Measure what pages and RTF built to choke a reader cost: seconds a MB, and the time of twice as much beside it.

The last column tells: 2 is the proportion of the length, 4 would be its square.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from casebook.mail.message import html
from casebook.mail.outlook import rtf

_BOLD = "<b>" * 390
_FONTS = "".join(f"<p><font color={number}>x" for number in range(399))
# What stands before, what is repeated (a number stands for {}), how often in about a MB, and what stands behind.
_PAGES: Mapping[str, tuple[str, str, int, str]] = {
    "open elements": ("", "<div>x", 170_000, ""),
    "formatting in every block": ("", "<p><font color={}>x", 50_000, ""),
    "399 formats over blocks": (_FONTS, "<p>x", 250_000, ""),
    "closed at the end": (_BOLD, "<p>x", 250_000, "</b>" * 390),
    "attributes": ("<p", " a{}=1", 120_000, ">"),
    "tags that never end": ("", "<a", 500_000, ""),
    "comments that never end": ("", "<!--", 250_000, ""),
    "tables": ("", "<table><tr><td>", 66_000, ""),
    "quotes within quotes": ("", "<blockquote>x", 77_000, ""),
    "lists within lists": ("", "<ol>", 250_000, ""),
    "items": ("", "<li>", 250_000, ""),
    "links": ("", "<a href=x>y</a>", 66_000, ""),
    "as it stands": ("", "<pre>", 200_000, ""),
    "entities": ("", "&amp;", 200_000, ""),
}
_RTF_HEAD = "{\\rtf1\\ansi\\fromhtml1 "
_RTF: Mapping[str, tuple[str, str, int, str]] = {
    "groups": (_RTF_HEAD, "{{x}}", 333_000, ""),
    "groups that never end": (_RTF_HEAD, "{{x", 500_000, ""),
    "control words": (_RTF_HEAD, "\\b\\i", 250_000, ""),
    "characters by number": (_RTF_HEAD, "\\u20320?", 125_000, ""),
    "bytes": (_RTF_HEAD, "\\'e4\\'bd", 125_000, ""),
    "fonts": (_RTF_HEAD + "{\\fonttbl", "{{\\f{}\\fcharset134 a;}}", 40_000, "}"),
    "changes of font": (_RTF_HEAD, "\\f1x\\f2x", 125_000, ""),
    "hidden tags": (_RTF_HEAD, "{{\\*\\htmltag x}}", 66_000, ""),
    "escaped braces": (_RTF_HEAD, "\\{{", 500_000, ""),
}


def _made(pieces: tuple[str, str, int, str], share: float) -> str:
    before, repeated, count, behind = pieces
    return before + "".join(repeated.format(number) for number in range(int(count * share))) + behind


def _seconds(run: Callable[[], object]) -> float:
    """Return the processor seconds of the quickest of three: the others waited for somebody."""
    taken = list[float]()
    for _ in range(3):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Run the bench and print it."""
    print(f"{'':34} {'MB':>5} {'s/MB':>6} {'twice':>6}")
    for name, pieces in _PAGES.items():
        small, large = _made(pieces, 1), _made(pieces, 2)
        _tell(
            f"page: {name}", len(small), _seconds(lambda s=small: html.read(s)), _seconds(lambda s=large: html.read(s))
        )
    for name, pieces in _RTF.items():
        data, more = _made(pieces, 1).encode(), _made(pieces, 2).encode()
        _tell(f"RTF: {name}", len(data), _seconds(lambda d=data: rtf.read(d)), _seconds(lambda d=more: rtf.read(d)))


def _tell(name: str, size: int, once: float, twice: float) -> None:
    print(f"{name:34} {size / 1e6:5.2f} {once / size * 1e6:6.2f} {twice / once:6.1f}")


if __name__ == "__main__":
    main()
