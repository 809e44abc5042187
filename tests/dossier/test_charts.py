"""The drawings of a case: what they show is what was recorded, for three contacts and for a thousand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.dossier.pages.axis import Span, bins, nice, ticks
from casebook.dossier.pages.charts import charts, rounds
from casebook.dossier.pages.figures import figures
from casebook.journal.outgoing import Answer
from casebook.journal.terms import Automatic, Channel, Direction, PromiseState
from casebook.journal.times import HowKnown, Moment, Precision, parse
from tests.dossier.builder import AS_OF, ZONE, at, contact, facts
from tests.dossier.conftest import fill, make
from tests.dossier.writing import writer

DAY = timedelta(days=1)


def moment(when: datetime) -> Moment:
    return Moment(when, ZONE, 28800, Precision.EXACT, HowKnown.DEVICE_CLOCK)


def case_of(*contacts, **more):
    return replace(facts(), contacts=contacts, mails={}, promises=(), exhibits=(), amendments=(), **more)


def ping(number, when, direction=Direction.OUT, channel=Channel.EMAIL, **more):
    return contact(number, moment(when), channel, direction, "words", **more)


def words(line) -> str:
    return "".join(p if isinstance(p, str) else p[0] for p in line)


def test_every_contact_of_a_small_case_is_one_mark_in_its_row():
    timeline = charts(writer(facts()))["timeline"]
    marks = {words(row["name"]): [m["shape"] for m in row["marks"]] for row in timeline["rows"]}
    assert marks == {
        "Live chat": ["out", "in"], "Email": ["out", "auto"], "Phone": ["both"], "Social media": ["out"],
        "Promise broken": ["broken"], "Promise open": ["open"],
    }  # fmt: skip
    assert timeline["kinds"] == ["out", "in", "both", "auto"]
    assert "Live chat: 2" in timeline["alt"]
    assert "No silence of more than 7 days." in timeline["alt"]


def test_a_thousand_contacts_are_counted_and_none_is_lost():
    made = charts(writer(facts(more=994)))["timeline"]
    told = {row: sum(sum(bar["counts"]) for bar in row_["bars"]) for row, row_ in enumerate(made["rows"])}
    most = int(made["unit"].rsplit(" ", 1)[1].rstrip("."))
    assert [round(total * most) for total in told.values()] == [996, 2, 1, 1, 1, 1]
    assert all(not row["marks"] for row in made["rows"])
    assert max(len(row["bars"]) for row in made["rows"]) <= 91
    assert max(sum(bar["counts"]) for row in made["rows"] for bar in row["bars"]) == pytest.approx(1)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4000), st.sampled_from(list(Direction)), st.sampled_from(list(Channel)))))
def test_marks_and_bars_always_add_up(steps):
    contacts = [ping(n, AS_OF - timedelta(hours=h), d, c) for n, (h, d, c) in enumerate(steps, start=1)]
    made = charts(writer(case_of(*sorted(contacts, key=lambda c: c.happened.utc))))
    if not steps:
        assert made["empty"]
        return
    timeline = made["timeline"]
    drawn = sum(len(row["marks"]) for row in timeline["rows"])
    if not drawn:
        most = int(timeline["unit"].rsplit(" ", 1)[1].rstrip("."))
        drawn = round(sum(sum(bar["counts"]) for row in timeline["rows"] for bar in row["bars"]) * most)
    assert drawn == len(steps)
    places = [mark["x"] for row in timeline["rows"] for mark in row["marks"]]
    places += [bar["x"] for row in timeline["rows"] for bar in row["bars"]]
    assert all(0 <= x <= 1 for x in [*places, timeline["end"], *(k["x"] for k in timeline["ticks"])])
    lanes = [(row["lanes"], [(m["lane"], m["x"]) for m in row["marks"]]) for row in timeline["rows"]]
    for count, marks in lanes:
        assert all(lane < count for lane, _ in marks)
        for lane in range(count):
            row = sorted(x for at_, x in marks if at_ == lane)
            assert all(later - earlier >= 0.0219 for earlier, later in pairwise(row))


def test_a_silence_is_shaded_told_and_explained_but_not_to_the_firm():
    given_ = case_of(ping(1, AS_OF - 30 * DAY), ping(2, AS_OF - 18 * DAY, Direction.IN), ping(3, AS_OF - 12 * DAY))
    answer = Answer(1, 12, "silence:1", "I was in hospital.", AS_OF)
    given_ = replace(given_, answers={answer.finding: answer})
    made = charts(writer(given_))
    assert [band["text"] for band in made["timeline"]["bands"]] == ["12 d", "12 d"]
    assert [words(line["text"]) for line in made["silences"]] == [
        "2026-10-23 to 2026-11-04: 12 days",
        "2026-11-10 to the end of the record: 12 days",
    ]
    assert "in hospital" in str(made["silences"][0]["why"])
    assert "hospital" not in str(charts(writer(given_, audience="firm")))


def test_messages_that_share_an_answer_are_one_round_and_an_automatic_reply_ends_none():
    given_ = case_of(
        ping(1, AS_OF - 9 * DAY),
        ping(2, AS_OF - 8 * DAY),
        ping(3, AS_OF - 7 * DAY, Direction.IN, automatic=Automatic.AUTO_REPLY),
        ping(4, AS_OF - 5 * DAY, Direction.IN),
        ping(5, AS_OF - 2 * DAY),
    )
    found = rounds(given_, dict(figures(given_).answers))
    assert [(w.start.id, w.end.id if w.end else None, w.length) for w in found] == [(1, 4, 4 * DAY), (5, None, 2 * DAY)]
    made = charts(writer(given_))["waits"]
    assert [(bar["text"], bar["open"], bar["wide"]) for bar in made["bars"]] == [
        ("4 d", False, 1.0),
        ("2 d", True, 0.5),
    ]
    assert made["alt"].endswith("Unanswered at the end of the record: 1.")


def test_many_rounds_become_at_most_sixty_columns_that_keep_the_longest():
    contacts = []
    for n in range(300):
        start = AS_OF - timedelta(hours=6 * (301 - n))
        contacts.append(ping(2 * n + 1, start))
        contacts.append(ping(2 * n + 2, start + timedelta(hours=5 if n == 137 else 1), Direction.IN))
    made = charts(writer(case_of(*contacts)))["waits"]
    assert made["mode"] == "binned"
    assert len(made["bars"]) == 60
    assert [i for i, bar in enumerate(made["bars"]) if bar["high"] > 0.5] == [137 // 5]
    assert "longest 5 h" in made["note"]


def test_a_promise_stands_at_its_date_and_one_far_ahead_points_there():
    base = facts()
    far = replace(base.promises[1], due=at("2031-01-01"))
    made = charts(writer(replace(base, promises=(base.promises[0], far))))["timeline"]
    shapes = {words(row["name"]): [m["shape"] for m in row["marks"]] for row in made["rows"]}
    assert shapes["Promise open"] == ["later"]
    assert shapes["Promise broken"] == ["broken"]
    assert PromiseState.KEPT not in {m["shape"] for row in made["rows"] for m in row["marks"]}


def test_an_empty_case_has_nothing_to_draw_and_one_contact_has():
    assert charts(writer(case_of()))["empty"]
    one = charts(writer(case_of(ping(1, AS_OF - timedelta(minutes=5), Direction.IN))))
    assert one["waits"]["mode"] == "none"
    assert len(one["timeline"]["rows"]) == 1


@settings(max_examples=200)
@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)), st.integers(0, 60 * 24 * 15_000)
)
def test_an_axis_has_a_handful_of_round_dates_in_order(start, minutes):
    span = Span.around(start, start + timedelta(minutes=minutes))
    found = list(ticks(span))
    places = [span.at(when) for when, _ in found]
    assert len(found) <= 8
    assert places == sorted(places)
    assert all(0 <= x <= 1 for x in places)
    assert len({text for _, text in found}) == len(found)
    assert 1 <= span.length / bins(span) <= 92


@given(st.timedeltas(timedelta(), timedelta(days=4000)))
def test_the_top_of_an_axis_is_round_and_not_below_the_longest(length):
    top = nice(length)
    assert top >= length
    assert top.total_seconds() % (4 * 900) == 0
    assert top <= timedelta(hours=1) or top <= 2.1 * length + 40 * DAY


@pytest.mark.slow
@pytest.mark.parametrize(("language", "title"), [("en", "The case at a glance"), ("zh", "案件概览")])
def test_the_drawing_is_one_page_of_vectors_with_words_for_those_who_cannot_see_it(journal, tmp_path, language, title):
    case = fill(journal)
    for n in range(120):
        journal.contacts.log(
            case, channel=Channel.CHAT, direction=Direction.OUT if n % 3 else Direction.IN, text=f"word {n}",
            happened=parse(f"2026-{9 + n // 60:02d}-{n // 2 % 28 + 1:02d} {n % 24:02d}:00", ZONE),
        )  # fmt: skip
    pdf = make(journal, case, tmp_path / "out", language=language) / "dossier.pdf"
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    places = [i for i, text in enumerate(texts) if title in text and i > 0]
    assert len(places) == 1
    raw = pypdfium2.raw
    page = document[places[0]]
    kinds = [item.type for item in page.get_objects(max_depth=4)]
    assert kinds.count(raw.FPDF_PAGEOBJ_PATH) > 100
    assert raw.FPDF_PAGEOBJ_IMAGE not in kinds
    document.close()
    chronology = next(
        i for i, text in enumerate(texts) if i > 0 and ("Chronology\r\n" in text or "时间顺序记录\r\n" in text)
    )
    assert chronology == places[0] + 1
