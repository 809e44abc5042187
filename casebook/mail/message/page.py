"""A page of plain text that is filled from HTML events: it knows which elements begin lines, lists and quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GAP = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "fieldset"]
)
_LINE = _GAP | frozenset(
    [
        "div",
        "li",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "address",
        "center",
        "form",
        "dt",
        "dd",
        "figcaption",
        "details",
        "summary",
        "caption",
        "legend",
        "html",
        "body",
    ]
)
_WHITE = re.compile(r"[ \t\n\r\f\xa0]+")
_INVISIBLE = {0x200B: None, 0xFEFF: None, 0x034F: None, 0x00AD: None, 0x2060: None}
_DEEPEST_QUOTE = 10
_LONGEST_LINK = 500


class Page:
    """Collects words and tags in document order; `text()` gives the finished page."""

    READS_ATTRIBUTES = frozenset({"a", "img", "ol", "li"})

    def __init__(self) -> None:
        self._lines = list[str]()
        self._line = list[str]()
        self._space = False
        self._gap = False
        self._quotes = self._quotes_before = 0
        self._preformatted = 0
        self._lists = list[int]()
        self._marker = ""
        self._links = list[tuple[str, int]]()
        self._marks: dict[str, int] = {}

    def words(self, text: str) -> None:
        """Add running text."""
        if self._preformatted:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self._line.append(first)
            for line in rest:
                self._end_line()
                self._line.append(line)
            return
        text = _WHITE.sub(" ", text)
        if not text.isascii():
            text = text.translate(_INVISIBLE)
        bare = text.strip(" ")
        if not bare:
            self._space = self._space or bool(text)
            return
        if (self._space or text[0] == " ") and self._line:
            self._line.append(" ")
        self._line.append(bare)
        self._space = text[-1] == " "

    def open(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Begin an element."""
        if tag == "br":
            self._gap = self._gap or not self._line
            self._end_line()
        elif tag in _LINE:
            self._block(gap=tag in _GAP)
            self._begin_block(tag, attributes)
        elif tag in {"td", "th"}:
            self._space = True
        elif tag == "hr":
            self._block(gap=False)
            self._line.append("-" * 20)
            self._block(gap=False)
        elif tag == "a":
            self._links.append(((attributes.get("href") or "").strip(), len(self._line)))
        elif tag == "img":
            name = " ".join((attributes.get("alt") or "").split())
            inline = (attributes.get("src") or "").lower().startswith("cid:")
            if name or inline:
                self.words(f"[{name or 'image'}]")

    def close(self, tag: str) -> None:
        """End an element."""
        if tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif tag in _LINE:
            self._block(gap=tag in _GAP)
            if tag == "blockquote":
                self._quotes = max(0, self._quotes - 1)
            elif tag == "pre":
                self._preformatted = max(0, self._preformatted - 1)
            elif tag in {"ul", "ol"} and self._lists:
                self._lists.pop()

    def mark(self, name: str) -> None:
        """Remember where in the text the next words will stand; only the first place of a name counts."""
        if name not in self._marks:
            self._end_line()
            self._marks[name] = len(self._lines)

    def text(self) -> str:
        """Return the page: lines without trailing space, never more than one empty line between two."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def marks(self) -> dict[str, int]:
        """Return where in the text the marked places are."""
        if not self._marks:
            return {}
        whole = "\n".join(self._lines)
        before = len(whole) - len(whole.lstrip("\n"))
        return {
            name: max(0, sum(len(line) + 1 for line in self._lines[:number]) - before)
            for name, number in self._marks.items()
        }

    def _begin_block(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._preformatted += 1
        elif tag in {"ul", "ol"}:
            start = attributes.get("start") or "1"
            known = tag == "ol" and len(start) <= 6 and start.isascii() and start.isdigit()
            self._lists.append(int(start) - 1 if known else -1)
            self._gap = self._gap and len(self._lists) == 1
        elif tag == "li":
            indent = "  " * min(len(self._lists) - 1, 10)
            if self._lists and self._lists[-1] >= 0:
                self._lists[-1] += 1
                self._marker = f"{indent}{self._lists[-1]}. "
            else:
                self._marker = f"{indent}- "

    def _end_link(self, target: str, since: int) -> None:
        """Write the target behind the words of a link, unless the words are the target."""
        shown = "".join(self._line[since:]).strip()
        plain = target.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
        if not shown or not plain or target.startswith(("#", "javascript:", "cid:", "data:")):
            return
        if plain.lower() not in shown.lower():
            target = target if len(target) <= _LONGEST_LINK else target[:_LONGEST_LINK] + "…"
            self._line.append(f" ({target.removeprefix('mailto:')})")

    def _block(self, *, gap: bool) -> None:
        self._end_line()
        self._gap = self._gap or gap

    def _end_line(self) -> None:
        line = ""
        if self._line:
            line = "".join(self._line).rstrip()
            self._line.clear()
        self._space = False
        if self._links:  # one that goes over lines keeps its target for the words on the last one
            self._links = [(target, 0) for target, _ in self._links]
        if not line and not self._preformatted:
            return
        quotes = min(self._quotes, _DEEPEST_QUOTE)
        if self._gap and self._lines:
            self._lines.append(("> " * min(quotes, self._quotes_before)).rstrip())
        self._gap, self._quotes_before = False, quotes
        if quotes or self._marker:
            line = f"{'> ' * quotes}{self._marker}{line}".rstrip()
            self._marker = ""
        self._lines.append(line)
