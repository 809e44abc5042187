"""The child that reads the words of PDFs: `python -m casebook.dossier.gaps.reader FOLDER` (see papers.py).

A PDF comes from strangers; whatever it does to the program that opens it, it does to this child alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from casebook.dossier.press.darkroom import limit_time
from casebook.dossier.press.inquiry import tell

_PAGES = 300
_MOST = 400_000
"""Characters of one file that are looked at."""


def main(arguments: list[str]) -> int:
    """Tell the words of each file in the folder. Returns the exit code."""
    tell(Path(arguments[0]), lambda file: {"words": _words(file)})
    return 0


def _words(file: Path) -> str:
    import pypdfium2

    limit_time()
    parts, left = list[str](), _MOST
    try:
        with pypdfium2.PdfDocument(file) as document:
            for number in range(min(len(document), _PAGES)):
                page = document[number]
                text = page.get_textpage()
                parts.append(text.get_text_bounded()[:left])
                left -= len(parts[-1])
                text.close()
                page.close()
                if left <= 0:
                    break
    except (pypdfium2.PdfiumError, MemoryError):  # drawn nowhere and read nowhere: the exhibit's page says so
        return "\n".join(parts)
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
