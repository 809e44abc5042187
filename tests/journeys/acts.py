"""The journeys, each from a start of the program to what a person wanted; run by the system's Python, printed as JSON.

`acts.py first|thread|due|export --lang en --work FOLDER --translations FILE`; the program is on the screen already.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from screen import Screen

_WORDS = {
    "en": ("Kestrel", "Withdrawal on hold", "Will be released within 24 hours", "Lily", "Released", "Ask again"),
    "zh": ("Kestrel", "提币被冻结", "将在二十四小时内放行", "Lily", "放行", "再问一次"),
}


def first(screen: Screen, work: Path, language: str) -> None:
    """From the first start to a case with a chat, its screenshot, a promise and a follow-up."""
    firm, title, said, agent, promise, follow_up = _WORDS[language]
    screen.focus_on("Start my own")
    screen.press("Return")
    screen.sees("Start your first case")
    screen.press("ctrl+n")
    screen.focus_on("Firm")
    screen.type(firm)
    screen.tab_to("Title")
    screen.type(title)
    screen.press("ctrl+Return")

    screen.focus_on("What happened")
    _copy_picture(work / "shot.png")
    screen.press("ctrl+v")
    screen.sees("Remove {name}", part=True)
    screen.type(said)
    screen.tab_to("Agent", "shift+Tab")
    screen.type(agent)
    screen.press("ctrl+Return")
    screen.sees(said, "list item", part=True)

    screen.press("ctrl+p")
    screen.focus_on("They said")
    screen.type(promise)
    screen.tab_to("Not known")
    screen.press("Down")
    screen.tab_to("Day", "shift+Tab")
    screen.press("Up")
    screen.press("ctrl+Return")
    screen.gone("Add promise — Casebook", "dialog")

    screen.press("ctrl+u")
    screen.focus_on("What to do")
    screen.type(follow_up)
    screen.press("ctrl+Return")
    screen.gone("Add follow-up — Casebook", "dialog")
    screen.sees(follow_up, "list item", part=True)


def thread(screen: Screen, work: Path, language: str) -> None:
    """A thread from a file: in, filed under its case, answered, the answer recorded."""
    screen.sees("Today", "list item", part=True)
    screen.press("ctrl+i")
    raise NotImplementedError


JOURNEYS = {"first": first}


def _copy_picture(path: Path) -> None:
    """Have a screenshot on the clipboard, as the system's own tool leaves it there."""
    subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(path)], check=True, timeout=20)


def main() -> int:
    """Make one journey and print its figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("journey", choices=JOURNEYS)
    parser.add_argument("--lang", choices=list(_WORDS), default="en")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--translations", type=Path, required=True)
    wanted = parser.parse_args()
    screen = Screen(wanted.lang, wanted.translations)
    screen.wait(lambda: next(screen.everything(), None), "window")
    began = time.monotonic()
    JOURNEYS[wanted.journey](screen, wanted.work, wanted.lang)
    seconds = round(time.monotonic() - began, 1)
    figures = {"keys": screen.keys, "letters": screen.letters, "seconds": seconds, "pressed": screen.log}
    print(json.dumps({"journey": wanted.journey, "language": wanted.lang, **figures}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
