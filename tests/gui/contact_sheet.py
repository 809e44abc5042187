"""Every screen on sheets to look at, language x theme x scale: `python -m tests.gui.contact_sheet OUT --page today`.

The pictures themselves are in OUT/100 and OUT/200; OUT/sheet-LANG-THEME-SCALE-N.png holds them small, side by side.
Runs without a screen; the pages are those of `tests.gui.screenshots`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_ACROSS, _DOWN = 5, 4
_WIDE, _HIGH, _CAPTION, _GAP = 480, 340, 22, 8
_GROUND, _INK = "#808080", "#ffffff"


def main(arguments: list[str]) -> int:
    """Take all pictures and lay them out; return 1 where a page could not be shown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", nargs="+", default=["en", "zh"])
    parser.add_argument("--theme", nargs="+", default=["light", "dark"])
    parser.add_argument("--scale", nargs="+", type=int, default=[100, 200], help="percent")
    parser.add_argument("--page", nargs="+", default=[])
    wanted = parser.parse_args(arguments)
    code = 0
    for scale in wanted.scale:
        code |= _take(wanted, scale)
        for language, mode in product(wanted.lang, wanted.theme):
            found = sorted((wanted.out / str(scale)).glob(f"*-{language}-{mode}*.png"))
            for number in range(0, len(found), _ACROSS * _DOWN):
                name = f"sheet-{language}-{mode}-{scale}-{number // (_ACROSS * _DOWN) + 1}.png"
                _sheet(found[number : number + _ACROSS * _DOWN]).save(wanted.out / name)
                print(wanted.out / name)
    return code


def _take(wanted: argparse.Namespace, scale: int) -> int:
    """Have the pictures taken by a process of their own: Qt reads the scale only once."""
    command = [sys.executable, "-m", "tests.gui.screenshots", str(wanted.out / str(scale))]
    command += ["--lang", *wanted.lang, "--theme", *wanted.theme]
    command += ["--page", *wanted.page] if wanted.page else []
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": str(scale / 100)}
    return int(subprocess.run(command, env=environment).returncode != 0)


def _sheet(paths: Sequence[Path]) -> Image.Image:
    """Return pictures small and side by side, each under its name."""
    rows = -(-len(paths) // _ACROSS)
    sheet = Image.new("RGB", (_ACROSS * (_WIDE + _GAP) + _GAP, rows * (_HIGH + _CAPTION + _GAP) + _GAP), _GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    for number, path in enumerate(paths):
        left = _GAP + number % _ACROSS * (_WIDE + _GAP)
        top = _GAP + number // _ACROSS * (_HIGH + _CAPTION + _GAP)
        draw.text((left, top), path.stem, _INK, font)
        with Image.open(path) as picture:
            picture.thumbnail((_WIDE, _HIGH))
            sheet.paste(picture, (left, top + _CAPTION))
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
