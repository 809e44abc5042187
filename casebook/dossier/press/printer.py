"""The typesetter's child: `python -m casebook.dossier.press.printer FOLDER OUTPUT STAMP FONTS...` (see typeset.py)."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

REFUSED, DISK = 3, 4
"""Exit codes: the typesetter refused the document; the result could not be written."""


def main(arguments: list[str]) -> int:
    """Typeset `FOLDER/dossier.typ` into OUTPUT and return an exit code; the reason goes to standard error."""
    import typst

    folder, output, stamp, *fonts = arguments
    faces = typst.Fonts(include_system_fonts=False, font_paths=fonts)
    try:
        compiler = typst.Compiler(
            str(Path(folder) / "dossier.typ"), root=folder, font_paths=faces, ignore_system_fonts=True
        )
        pdf, _ = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=datetime.fromtimestamp(int(stamp), UTC)
        )
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return REFUSED
    assert isinstance(pdf, bytes), "one document without an output path is returned as bytes"
    try:
        # A newline after the last line: a signature appended later must not start in the middle of one.
        Path(output).write_bytes(pdf + b"\n")
    except OSError as error:
        sys.stderr.write(error.strerror or str(error))
        return DISK
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
