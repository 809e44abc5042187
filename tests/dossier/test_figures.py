"""The numbers on the front page, worked out by hand and by brute force."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.pages.figures import figures
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import Precision
from tests.dossier.builder import AS_OF, at, contact, facts

FONTS = Fonts()
START = at("2026-11-01 00:00")


def test_figures_of_the_sample():
    found = figures(facts())
    assert found.directions == {Direction.IN: 2, Direction.OUT: 3, Direction.BOTH: 1}
    assert found.automatic == 1
    assert {number: answer and answer.id for number, answer in found.answers.items()} == {1: 2, 3: 5, 6: None}
    assert found.late == 1
    assert found.longest
    assert (found.longest.start.id, found.longest.end) == (6, None)
    assert found.last_in
    assert found.last_in.id == 5


def test_an_automatic_reply_is_no_answer():
    mail = contact(1, at("2026-11-18 10:00"), Channel.EMAIL, Direction.OUT, "x")
    auto = contact(2, at("2026-11-18 10:01"), Channel.EMAIL, Direction.IN, "x", automatic=Automatic.AUTO_REPLY)
    found = figures(dataclasses.replace(facts(), contacts=(mail, auto)))
    assert found.answers == {1: None}
    assert found.only_automatic == {1}


def test_a_date_alone_counts_from_the_end_of_its_day():
    asked = contact(1, at("2026-11-18", Precision.DATE), Channel.PHONE, Direction.OUT, "x")
    answered = contact(2, at("2026-11-19 06:00"), Channel.PHONE, Direction.IN, "x")
    found = figures(dataclasses.replace(facts(), contacts=(asked, answered)))
    assert found.longest
    assert found.longest.length == timedelta(hours=6)


steps = st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(Direction), st.booleans()), max_size=12)


@given(steps)
@settings(max_examples=200)
def test_longest_wait_against_brute_force(steps):
    contacts = []
    when = START.utc
    for number, (minutes, direction, automatic) in enumerate(steps, start=1):
        when += timedelta(minutes=minutes)
        happened = dataclasses.replace(START, utc=when)
        kind = Automatic.AUTO_REPLY if automatic and direction is Direction.IN else Automatic.NO
        contacts.append(contact(number, happened, Channel.CHAT, direction, "x", automatic=kind))
    found = figures(dataclasses.replace(facts(), contacts=tuple(contacts)))
    waits = []
    for index, asked in enumerate(contacts):
        if asked.direction is Direction.OUT:
            later = contacts[index + 1 :]
            answers = [c for c in later if c.direction is not Direction.OUT and c.automatic is Automatic.NO]
            end = answers[0].happened.utc if answers else AS_OF
            waits.append(max(end - asked.happened.utc, timedelta()))
    assert (found.longest.length if found.longest else None) == (max(waits) if waits else None)


def test_data_is_plain_json_and_the_same_each_time():
    labels = Labels.load(paths.resources() / "dossier", "zh")
    made = [json.dumps(present(facts("zh"), labels, Cleaner(FONTS), {}), sort_keys=True) for _ in range(2)]
    assert made[0] == made[1]
