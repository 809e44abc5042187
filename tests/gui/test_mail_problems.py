"""Every remark that the mail room makes on a message is known to the window."""

import ast
from pathlib import Path

import pytest

from casebook.gui.models import mail_problems
from casebook.gui.models.mail_problems import PROBLEMS, problem_text
from casebook.mail.message.parse import parse
from tests.fuzz.seeds import seeds
from tests.fuzz.test_targets import damaged
from tests.mail import malformed, test_hostile

ROOMS = Path(__file__).parents[2] / "casebook" / "mail"


def known(problem: str) -> bool:
    return any(pattern.fullmatch(problem) for _template, pattern in mail_problems._patterns())


def test_what_malformed_mails_bring_up_is_known() -> None:
    raws = [*(each.raw for each in malformed.all_of_them()), *test_hostile.MAILS.values()]
    said = {problem for raw in raws for problem in parse(raw, "x").problems}
    assert len(said) > 5
    assert [problem for problem in said if not known(problem)] == []


def test_what_damaged_outlook_files_bring_up_is_known() -> None:
    import random

    from casebook.mail.outlook import reading

    dice, said = random.Random(3), set[str]()
    for seed in seeds()["outlook"]:
        for _ in range(200):
            said |= set(reading.read(damaged(seed, dice)[:20_000], "x.msg").problems)
    assert said
    assert [problem for problem in said if not known(problem)] == []


def test_no_sentence_is_here_that_nobody_says() -> None:
    sources = [path.read_text("utf-8") for room in ("message", "outlook") for path in (ROOMS / room).glob("*.py")]
    said = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for template in map(str, PROBLEMS):
        pieces = template.split("{value}")
        assert all(any(piece in each for each in said) for piece in pieces), template


@pytest.mark.parametrize("name", ["a.png", "12", "{value}", "x is damaged: y"])
def test_a_name_comes_through(name: str) -> None:
    assert problem_text(f"the attachment {name} is damaged: what could be read is kept").count(name) == 1
    assert problem_text("something nobody says") == "something nobody says"
