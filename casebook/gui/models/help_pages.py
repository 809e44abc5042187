"""The pages of the help: short texts in both languages, their order, and a search that understands either."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KEYS = "keys"
"""The page that is made from the table of actions: its file holds the words above the table."""
FIRST = "welcome"
_AROUND = 60
_MARKS = re.compile(r"[*`#\[\]]|\]\([^)]*\)|\([a-z-]+\.md\)")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page, in the language of the window."""

    slug: str
    title: str
    text: str
    """Markdown, with its heading. A link to another page is `[words](slug.md)`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a search found, with the words around the first place."""

    page: HelpPage
    snippet: str


class HelpPages:
    """All pages in one language; what is looked for may be in the other one as well."""

    def __init__(self, folder: Path, language: str, more: dict[str, str] | None = None) -> None:
        """Read the pages. `more` are further words by which a page is found, such as the captions of a table."""
        names = [line.strip() for line in (folder / "pages.txt").read_text("utf-8").splitlines() if line.strip()]
        self.pages = [_page(folder / language / f"{name}.md") for name in names]
        extra = more or {}
        self._words = {
            page.slug: "\n".join(
                [page.text, extra.get(page.slug, ""), *_others(folder, language, page.slug)]
            ).casefold()
            for page in self.pages
        }

    def get(self, slug: str) -> HelpPage:
        """Return a page; the first one for a name that there is none of."""
        return next((page for page in self.pages if page.slug == slug), self.pages[0])

    def find(self, words: str) -> list[Found]:
        """Return the pages with all of these words: those named so first, then those that say it often."""
        wanted = words.casefold().split()
        if not wanted:
            return [Found(page, "") for page in self.pages]
        hits = [page for page in self.pages if all(word in self._words[page.slug] for word in wanted)]
        phrase = " ".join(wanted)
        hits.sort(
            key=lambda page: (
                not all(word in page.title.casefold() for word in wanted),
                -self._words[page.slug].count(phrase),
            )
        )
        return [Found(page, snippet(page.text, wanted)) for page in hits]


def plain(text: str) -> str:
    """Return the words of Markdown as one line without its marks."""
    return " ".join(_MARKS.sub("", text).split())


def snippet(text: str, wanted: Iterable[str]) -> str:
    """Return the words around the first place in a text that holds one of `wanted`; empty where none does."""
    line = plain(text.partition("\n")[2])
    places = [place for place in (line.casefold().find(word) for word in wanted) if place >= 0]
    if not places:
        return ""
    start = max(0, min(places) - _AROUND // 2)
    shown = line[start : start + 2 * _AROUND]
    return f"{'…' if start else ''}{shown.strip()}{'…' if start + 2 * _AROUND < len(line) else ''}"


def _page(path: Path) -> HelpPage:
    text = path.read_text("utf-8")
    return HelpPage(path.stem, text.partition("\n")[0].removeprefix("#").strip(), text)


def _others(folder: Path, language: str, slug: str) -> list[str]:
    """Return the same page in every other language there is."""
    found = (each / f"{slug}.md" for each in sorted(folder.iterdir()) if each.is_dir() and each.name != language)
    return [path.read_text("utf-8") for path in found if path.is_file()]
