"""Where quote and signature begin: 64 answers of many programs and languages, markup, and texts built to confuse."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.guide.advice.courtesy import bare_thanks
from casebook.journal.terms import Direction
from casebook.mail.message import html, quotes
from casebook.mail.message.parse import parse
from tests.guide.makers import contact
from tests.mail.quote_cases import CASES, Case, cited
from tests.mail.samples import mail, multipart
from tests.pace import within

MAY_LEAVE_MORE = {"netease, the app"}  # the table above its bar is no quote by any rule


def own(text: str) -> str:
    folds = quotes.find(text)
    return text[: min((at for at in (folds.quote_at, folds.signature_at) if at is not None), default=None)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_own_words_end_where_the_quote_begins(case: Case) -> None:
    found = own(case.own + case.rest)
    assert found.startswith(case.own.rstrip()), "own words are folded away"
    if case.name not in MAY_LEAVE_MORE:
        assert found.rstrip() == case.own.rstrip()


def test_the_cases_are_many_and_not_english_alone() -> None:
    assert len(CASES) == len({case.name for case in CASES}) == 64
    assert sum(not case.english for case in CASES) >= 22


@pytest.mark.parametrize("case", [case for case in CASES if case.rest], ids=lambda case: case.name)
def test_a_signature_lies_above_the_quote_or_there_is_no_quote(case: Case) -> None:
    folds = quotes.find(case.own + case.rest)
    if folds.quote_at is not None and folds.signature_at is not None:
        assert folds.signature_at < folds.quote_at


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("It is done. On Fri, May 6, 2026 at 6:03 PM, Bo <bo@b.example> wrote:\n> Hi", "It is done. On Fri"),
        ("Done On Fri, May 6, 2026 at 6:03 PM, bo@b.example wrote:\n> Hi", "Done On Fri"),
        ("Ja, erledigt. Am Fr., 6. Mai 2026 um 18:03 schrieb Bo <bo@b.example>:\n> Hallo", "Ja, erledigt."),
        ("已经放行。在 2026年11月20日 14:03，李 <li@b.example> 写道：\n> 你好", "已经放行。在"),
    ],
)
def test_own_words_on_the_line_of_an_attribution_stay(text: str, visible: str) -> None:
    found = own(text)
    assert found.startswith(visible)
    assert "\n> " not in found


@pytest.mark.parametrize(
    "rest",
    [
        "-------\nDate: Thu, 26 Nov 2026 13:53 +0400\nSubject: Hold\nFrom: bo@b.example\nTo: lin@a.example\n\nHi",
        "Date: Thu, 26 Nov 2026 13:53:45 +0400\nTo: lin@a.example\nFrom: bo@b.example\nSubject: Hold\n\nHi",
        "-------- Origineel bericht --------\nOnderwerp: Hold\nDatum: 26-11-2026\n\nHoi",
        "2026-11-20 11:28 GMT+03:00 Bo <\nbo@b.example>:\n\n> Hi",
        "2026/4/7 Bo <bo@b.example>\n\n> Hi",
        "-------- Oprindelig besked --------\nFra: Bo <bo@b.example>\nTil: lin@a.example\n\nHej",
        "pe 20. lokakuuta 2026 klo 17.50 Bo Berg\n<bo@b.example> kirjoitti:\n\nHei",
        "Bo Berg <bo@b.example> schrieb am So., 23.\nAugust 2026, 21:08:\n\n> Hallo",
        "Bo Berg <bo@b.example> schrieb am So., 23. August 2026, 21:08:\n\nHallo",
    ],
)
def test_older_programs_quotes_are_folded_whole(rest: str) -> None:
    assert own(f"It is done.\n\n{rest}") == "It is done.\n\n"


def test_where_a_program_is_to_be_had_is_no_word_of_the_writer() -> None:
    text = "It is done.\n\nTélécharger Outlook pour Android<https://aka.example/x>\n"
    assert own(text) == "It is done.\n\n"
    assert own("He wrote on 23 August at 21:08:\n\nPlease wait.") == "He wrote on 23 August at 21:08:\n\nPlease wait."


def test_the_two_ends_of_a_transfer_are_no_headers_of_a_mail() -> None:
    text = "The facts:\n\nDate: 5 May\nFrom: my wallet\nTo: their wallet\nSubject to review: yes\n\nPlease look."
    assert own(text) == text


GMAIL = (
    '<div dir="ltr"><p>Yes, <b>please</b>.</p></div><br><div class="gmail_quote"><div class="gmail_attr">'
    'Lily, vendredi dernier</div><blockquote class="gmail_quote"><p>Old words</p><p>more</p></blockquote></div>'
)
OUTLOOK = (
    '<p>As asked.</p><div id="Signature"><p>Lin Wei<br>Tel. 555</p></div><div id="appendonsend"></div><hr>'
    '<div id="divRplyFwdMsg"><b>Von:</b> Lily</div><p>Old words</p>'
)
WORD = (
    '<div class=WordSection1><p>As asked.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt">'
    "<p><b>Afzender</b> Lily</p></div><p>Old words</p></div>"
)
THUNDERBIRD = '<p>As asked.</p><div class="moz-cite-prefix">Lily:</div><blockquote type="cite">Old words</blockquote>'


@pytest.mark.parametrize(
    ("page", "wanted"),
    [(GMAIL, "Yes, please."), (OUTLOOK, "As asked."), (WORD, "As asked."), (THUNDERBIRD, "As asked.")],
    ids=["gmail", "outlook", "word", "thunderbird"],
)
def test_the_markup_of_mail_programs_tells_the_quote(page: str, wanted: str) -> None:
    found = parse(mail(page.encode(), b"Content-Type: text/html; charset=utf-8"), "x")
    at = min(each for each in (found.quote_at, found.signature_at) if each is not None)
    assert found.text[:at].strip() == wanted
    assert "Old words" in found.text[at:]


def test_words_below_or_between_in_the_markup_stay() -> None:
    below = GMAIL + "<div>And here is my answer.</div>"
    found = parse(mail(below.encode(), b"Content-Type: text/html; charset=utf-8"), "x")
    assert found.quote_at is None


def test_the_place_in_the_second_text_of_a_mail_is_right() -> None:
    kind, body = multipart(
        b"mixed",
        b"Content-Type: text/plain\n\nA first text.\x07",
        b"Content-Type: text/html; charset=utf-8\n\n\x0b" + GMAIL.encode(),
    )
    found = parse(mail(body, kind), "x")
    assert found.quote_at is not None
    assert found.text[: found.quote_at].strip() == "A first text.\n\nYes, please."


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "> ",
                "On 20 Nov 2026 at 14:03 Lily <a@b> wrote:",
                "wrote:",
                "-- ",
                "--",
                "-----Original Message-----",
                "From: a@b",
                "Sent: x",
                "To: y",
                "Subject: z",
                "于2026年11月20日 14:03写道：",
                "",
                "own",
                "________________",
                "Sent from my iPhone",
            ]
        )
        | st.text(max_size=30)
    ).map("\n".join),
    st.none() | st.integers(0, 400),
)
def test_folds_lie_in_the_text_at_the_start_of_a_line(text: str, marked: int | None) -> None:
    folds = quotes.find(text, marked=marked)
    for at in (folds.quote_at, folds.signature_at):
        assert at is None or (0 <= at <= len(text) and (at == 0 or text[at - 1] == "\n"))
    if folds.quote_at is not None:
        assert quotes.find(text[: folds.quote_at]).quote_at in {None, folds.quote_at} or folds.quote_at > 0


@pytest.mark.parametrize(
    "text",
    [
        "On 1 wrote\n" * 100_000,
        ":\n" * 500_000,
        "> a\nb\n" * 100_000,
        "From: a\nSent: b\n" * 60_000,
        "--\n" * 300_000,
        "- " * 500_000,
        "<" * 1_000_000 + ":",
        "On " + "a@b " * 250_000 + "wrote:",
        "于" * 200_000 + "写道：\n" * 1000,
        "=" * 1_000_000,
        "Sent from my iPhone\n\n" * 50_000,
        ("word " * 30 + ":\n") * 6_000,
        ("On 1.2.2026 at 14:03 " + "write " * 20 + ":\n") * 6_000,
        "--------------\nLily, Nov 20, 2026, 14:03 UTC\n" * 20_000,
        " \t\xa0" * 300_000 + ":",
    ],
    ids=range(15),
)
def test_no_text_takes_long(text: str) -> None:
    with within(1.5):
        quotes.find(text, marked=len(text) // 2)


def test_a_mark_of_the_markup_never_takes_the_place_of_an_earlier_sign() -> None:
    text = f"own\n\n{cited('old')}\n"
    assert quotes.find(text, marked=len(text)).quote_at == 5
    assert html.read("<p>plain</p>") == ("plain", {})


def test_thanks_above_a_quote_is_bare_thanks_whatever_the_language_of_the_quote() -> None:
    old = cited("Die Auszahlung 5521907 wird innerhalb von 24 Stunden freigegeben.\nLily (#4471)")
    text = f"Thank you!\n\nAm Fr., 20. Nov. 2026 um 14:03 Uhr schrieb Lily <lily@kestrel.example>:\n\n{old}\n"
    found = parse(mail(text.encode()), "x")
    thanks = contact(1, "2026-11-20 14:03", Direction.IN, text=found.text)
    assert not bare_thanks(thanks)
    assert bare_thanks(replace(thanks, quote_at=found.quote_at, signature_at=found.signature_at))
