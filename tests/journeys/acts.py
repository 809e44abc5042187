"""The journeys, each from the window as it stands to what a person wanted; run by the system's Python, printed as JSON.

`acts.py JOURNEY… --lang en --work FOLDER --translations FILE`; the program is on the screen already.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from screen import Screen, text_of

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
    screen.tab_to("Day")
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
    """A thread from a file: in, looked at in the inbox, filed under its case, answered, the answer recorded."""
    screen.sees("Today", part=True)
    screen.press("ctrl+i")
    screen.tab_to("Add files…")
    screen.press("space")
    screen.focus_in("Choose mail files — Casebook", "text")
    screen.type(str(work / "thread.mbox"))
    screen.press("Return")
    screen.gone("Choose mail files — Casebook")
    screen.tab_to("Import without looking")
    screen.press("space")
    screen.focus_on("Close")
    screen.tab_to("Show in inbox", "shift+Tab")
    screen.press("space")

    screen.gone("Import mail — Casebook")
    screen.focus_on("Mails to file")
    screen.tab_to("File in {case}=C-1")
    screen.press("space")
    screen.sees("No mail waits to be filed.")
    screen.press("ctrl+3")
    screen.sees("Timeline of the case")
    _write_and_say_so(screen, "A person reads this")


def due(screen: Screen, work: Path, language: str) -> None:
    """The morning it is due: from the first page to the case, the draft, and "I sent it"."""
    screen.press("ctrl+1")
    screen.focus_on("What is due")
    screen.press("Return")
    screen.sees("Timeline of the case")
    _write_and_say_so(screen, "Please tell me when")


def export(screen: Screen, work: Path, language: str) -> None:
    """The dossier of the case that is shown."""
    screen.press("ctrl+e")
    screen.focus_on("Steps")
    screen.tab_to("Export")
    screen.press("space")
    screen.sees("The dossier is ready.")


def _write_and_say_so(screen: Screen, words: str) -> None:
    """Have a message made ready, add to it, and record it as sent."""
    screen.press("ctrl+m")
    field = screen.focus_on("The message")
    screen.wait(lambda: text_of(field).strip(), "words of the message")
    screen.press("ctrl+End")
    screen.type(words)
    screen.tab_to("I sent it…")
    screen.press("space")
    screen.sees("Log it as sent")
    screen.press("ctrl+Return")
    screen.gone("Write to them — Casebook")
    screen.sees("Logged as sent. You will be reminded {when}", part=True)


JOURNEYS = {"first": first, "thread": thread, "due": due, "export": export}


def _copy_picture(path: Path) -> None:
    """Have a screenshot on the clipboard, as the system's own tool leaves it there."""
    subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(path)], check=True, timeout=20)


def main() -> int:
    """Make the journeys one after the other and print the figures of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("journeys", nargs="+", choices=JOURNEYS)
    parser.add_argument("--lang", choices=list(_WORDS), default="en")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--translations", type=Path, required=True)
    wanted = parser.parse_args()
    screen = Screen(wanted.lang, wanted.translations)
    screen.wait(lambda: next(screen.everything(), None), "window")
    for name in wanted.journeys:
        screen.keys = screen.letters = 0
        screen.log.clear()
        began = time.monotonic()
        JOURNEYS[name](screen, wanted.work, wanted.lang)
        seconds = round(time.monotonic() - began, 1)
        figures = {"keys": screen.keys, "letters": screen.letters, "seconds": seconds, "pressed": screen.log}
        print(json.dumps({"journey": name, "language": wanted.lang, **figures}, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
