"""kill -9 while chats go on and end: no step that was kept is lost, and a chat is under way or recorded, never both."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from casebook.journal import Journal, check
from casebook.journal.ending import proposed, record
from casebook.journal.talking import Step, beats, from_course
from casebook.journal.terms import Channel
from tests.conftest import finished
from tests.killing import ROUNDS, Tell, run_and_kill

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is a thing of Unix")]

_STEPS = (Step.ANSWERED, Step.TRANSFERRED, Step.ANSWERED, Step.WAITING, Step.ANSWERED)


def chats(folder: Path, tell: Tell) -> None:
    """Have one chat after the other, and tell of each step once it is kept."""
    with Journal.open(folder) as journal:
        for number in count():
            if journal.sessions.of_case(1):
                journal.sessions.end(1)  # what the kill before left
            journal.sessions.start(1, Channel.CHAT)
            tell(f"{number} 0")
            for kept, step in enumerate(_STEPS, 1):
                journal.sessions.note(1, step, "Lily")
                tell(f"{number} {kept}")
            ending = replace(proposed(journal, journal.sessions.get(1), "UTC"), outcome="ended")
            record(journal, journal.sessions.get(1), replace(ending, promise="within 24 hours"))
            tell(f"{number} end")


def test_no_step_is_lost_and_the_end_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    with Journal.create(folder) as journal:
        journal.cases.add(journal.firms.add("Kestrel").made, "Withdrawal on hold")
    chance, before, recorded = random.Random(7), 0, 0
    # First when many are recorded for certain, then by chance.
    moments = [(600, f"{ROUNDS // 3} end".__eq__), *((chance.uniform(0.1, 0.8), None) for _ in range(1, ROUNDS))]
    for instant, when in moments:
        killed = run_and_kill(lambda tell: chats(folder, tell), instant, when)
        assert not killed.finished
        ended = sum(line.endswith("end") for line in killed.told)
        with Journal.open(folder) as journal:
            contacts, session = journal.contacts.of_case(1), journal.sessions.of_case(1)
            new = len(contacts) - before
            assert ended <= new <= ended + 1, "what was told as recorded is there, and at most one more"
            assert len(journal.promises.of_case(1)) == len(contacts), "a promise without its contact, or the reverse"
            for contact in contacts[before:]:
                steps = [beat.step for beat in from_course(contact.details.course)]
                assert steps == [Step.STARTED, *_STEPS, Step.ENDED]
            last = killed.told[-1].split() if killed.told else ["", "end"]
            if new == ended and last[1] != "end":
                assert session is not None, "the chat that was under way is gone"
                assert len(beats(session)) - 1 >= int(last[1]), "a step that was told as kept is gone"
            if new > ended:
                assert session is None, "recorded, and still under way"
        assert finished(check(folder)).ok
        before, recorded = len(contacts), recorded + ended
    assert recorded > ROUNDS // 3
