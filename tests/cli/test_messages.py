"""Words ready on the command line: drafts of every kind, what follows from sending, and templates of one's own."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from casebook.journal.terms import LetterKind
from tests.cli.conftest import Casebook

ASKED = [
    *("log", "1", "--channel", "email", "--direction", "out", "--at", "2026-11-17 18:10", "--zone", "Asia/Singapore"),
    *("--subject", "Withdrawal 88213 on hold", "--text", "My withdrawal of 1250 USDT is on hold since Sunday."),
]
SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def asked(filled: Casebook) -> Casebook:
    """A case with a mail that nobody has answered, and a way to write to the firm."""
    filled.ok("account", "edit", "1", "--holder", "Lin Mei")
    filled.ok("case", "edit", "1", "--remedy", "Release the withdrawal.", "--claim", "The withdrawal is on hold.")
    filled.ok("ticket", "add", "1", "T-99812")
    filled.ok(*ASKED)
    return filled


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_has_words_in_both_languages(asked: Casebook, kind: LetterKind, lang: str) -> None:
    made = asked.json("draft", "1", "--kind", kind, "--lang", lang, "--channel", "email")
    assert made["subject"]
    assert "Kestrel" in made["text"]
    assert "{" not in made["subject"] + made["text"]
    assert "80041277" in made["text"] or kind is LetterKind.NUDGE
    brackets = {one["words"] for one in made["missing"]}
    assert all(words in made["subject"] + made["text"] for words in brackets)


def test_a_resend_names_time_subject_and_that_it_was_sent_before(asked: Casebook) -> None:
    asked.wait(days=5)
    made = asked.json("draft", "1", "--kind", "resend", "--lang", "zh")
    assert made["subject"] == "Withdrawal 88213 on hold（已发送过一次，2026年11月17日）"
    assert "2026年11月17日（周二）18:10（UTC+08:00，Asia/Singapore；2026-11-17 10:10 UTC）" in made["text"]
    assert "- 主题：Withdrawal 88213 on hold" in made["text"]
    assert "My withdrawal of 1250 USDT is on hold since Sunday." in made["text"]
    assert made["resend"]["verdict"] == "resend"
    english = asked.json("draft", "1", "--kind", "resend")
    assert english["subject"] == "Withdrawal 88213 on hold (sent once already on 17 Nov 2026)"
    assert "Tue 17 Nov 2026 18:10 (UTC+08:00, Asia/Singapore; 2026-11-17 10:10 UTC)" in english["text"]


def test_too_early_is_said_and_nothing_is_forbidden(filled: Casebook) -> None:
    filled.ok(*ASKED[:7], "2026-11-20 13:00", *ASKED[8:])
    answer = filled.run("draft", "1", "--kind", "resend")
    assert answer.code == 0
    assert "Last sent" in answer.err
    assert "slows the case down" in answer.err


def test_a_second_resend_counts(asked: Casebook) -> None:
    asked.wait(days=5)
    asked.ok("draft", "1", "--kind", "resend", "--keep", "--to", "support@kestrel.example")
    made = asked.json("sent", "1", "--kind", "resend", "--at", "2026-11-25 09:00", "--zone", "Asia/Singapore")
    assert made["direction"] == "out"
    assert made["subject"].endswith("(sent once already on 17 Nov 2026)")
    again = asked.json("draft", "1", "--kind", "resend")
    assert again["subject"] == "Withdrawal 88213 on hold (sent 2 times already, last on 25 Nov 2026)"
    assert "no such message is kept" in asked.refused("sent", "1", "--kind", "resend")


def test_sending_logs_answers_and_sets_the_next_clock(asked: Casebook) -> None:
    follow_up = asked.json("follow-up", "add", "1", "--suggest")
    assert follow_up["rule"] == "mail-nudge"
    asked.wait(days=1)
    draft = asked.json("draft", "1", "--answers", "1")
    assert (draft["kind"], draft["contact"]) == ("nudge", 1)
    sent = asked.json("sent", "1", "--answers", "1", "--to", "support@kestrel.example", "--text", draft["text"])
    assert sent["answered"] == [1]
    assert sent["follow_up"]["rule"] == "mail-resend"  # it asked, so next it is sent again
    assert sent["follow_up"]["contact"] == sent["id"]
    assert sent["text"].strip() == draft["text"].strip()
    (first, second) = asked.json("follow-up", "list", "1")
    assert (first["state"], second["state"]) == ("done", "open")
    again = asked.json("draft", "1", "--answers", "2")
    assert (again["kind"], again["contact"]) == ("resend", 1)
    assert "My withdrawal of 1250 USDT is on hold" in again["text"]
    asked.wait(days=5)
    resent = asked.json("sent", "1", "--kind", "resend", "--text", again["text"], "--subject", again["subject"])
    assert resent["answered"] == [2]
    none = asked.json("sent", "1", "--kind", "nudge", "--text", "Any news?", "--no-follow-up")
    assert none["follow_up"] is None


def test_supplying_marks_the_request(asked: Casebook, tmp_path: Path) -> None:
    (tmp_path / "IMG_1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    asked.ok("request", "add", "1", "--text", "A statement of October")
    asked.ok("log", "1", "--channel", "other", "--text", "my file", "--attach", tmp_path / "IMG_1.png")
    made = asked.json("draft", "1", "--kind", "supply", "--exhibit", "EX-1")
    assert "A statement of October" in made["text"]
    assert made["exhibits"][0]["exhibit"] == "EX-1"
    sent = asked.json("sent", "1", "--kind", "supply", "--exhibit", "EX-1", "--text", made["text"])
    assert sent["supplied"] == [1]
    assert asked.json("request", "list", "1")[0]["state"] == "supplied"
    assert "there is no exhibit EX-9" in asked.refused("draft", "1", "--kind", "supply", "--exhibit", "EX-9")


def test_an_unsent_mail_opens_as_a_draft(asked: Casebook, tmp_path: Path) -> None:
    (tmp_path / "报表.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    asked.ok("log", "1", "--channel", "other", "--text", "my file", "--attach", tmp_path / "报表.png")
    out = tmp_path / "mail.eml"
    asked.ok("draft", "1", "--kind", "first", "--lang", "zh", "--to", "support@kestrel.example", "--eml", out)
    mail = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    assert (mail["X-Unsent"], mail["To"], mail["From"]) == ("1", "support@kestrel.example", "lin@example.org")
    assert mail["Date"] is None
    body = mail.get_body(("plain",))
    assert body is not None
    assert "尊敬的 Kestrel 客服团队" in body.get_content()
    (part,) = mail.iter_attachments()
    assert part.get_filename().startswith("报表")
    assert part.get_content() == b"\x89PNG\r\n\x1a\n"
    assert "is there already" in asked.refused("draft", "1", "--kind", "first", "--eml", out)
    assert "must end in .eml" in asked.refused("draft", "1", "--kind", "first", "--eml", tmp_path / "mail.txt")


def test_a_letter_is_saved_as_a_document(asked: Casebook, tmp_path: Path) -> None:
    out = tmp_path / "letter.txt"
    asked.ok("draft", "1", "--kind", "complaint", "--lang", "zh", "--channel", "letter", "--out", out)
    lines = out.read_text("utf-8").splitlines()
    greeting = lines.index("尊敬的 Kestrel 投诉处理部门：")
    assert lines[greeting - 2] == "正式投诉：Withdrawal on hold [T-99812]"
    assert lines[0] == "Lin Mei"
    asked.ok("draft", "1", "--kind", "complaint", "--channel", "letter", "--out", tmp_path / "letter.docx")
    assert (tmp_path / "letter.docx").read_bytes()[:2] == b"PK"


def test_mailto_says_when_it_is_too_long(asked: Casebook) -> None:
    short = asked.run("draft", "1", "--kind", "nudge", "--mailto", "--to", "a@kestrel.example")
    assert short.out.startswith("mailto:a@kestrel.example?subject=Re%3A%20Withdrawal")
    assert "use --eml" not in short.err
    long = asked.run("draft", "1", "--kind", "complaint", "--lang", "zh", "--mailto")
    assert "use --eml" in long.err


def test_a_secret_is_refused_and_named_not_shown(asked: Casebook) -> None:
    asked.ok("case", "edit", "1", "--claim", f"My recovery phrase is {SEED}, please check.")
    line = asked.refused("draft", "1", "--kind", "first")
    assert "seed-phrase" in line
    assert "sausage" not in line
    assert "sausage" in asked.run("draft", "1", "--kind", "first", "--anyway").out
    assert "sausage" not in asked.ok("draft", "1", "--kind", "data-request")


def test_in_public_nothing_of_the_account_is_said(asked: Casebook) -> None:
    asked.ok("reference", "add", "1", "order", "88213")
    for kind in LetterKind:
        made = asked.json("draft", "1", "--kind", kind, "--channel", "social")
        for private in ("80041277", "lin@example.org", "T-99812", "88213", "Lin Mei"):
            assert private not in made["text"], kind
    asked.ok("template", "set", "nudge", "--channel", "social", "--text", "Hello {firm}\nMy UID is {uid}\nT-99812!")
    own = asked.refused("draft", "1", "--kind", "nudge", "--channel", "social")
    assert "own data" in own
    asked.ok("template", "set", "nudge", "--channel", "social", "--text", "Hello {firm}\nMy UID is {uid}")
    made = asked.json("draft", "1", "--kind", "nudge", "--channel", "social")
    assert made["text"] == "Hello Kestrel\n"
    assert made["withheld"] == ["uid"]


def test_templates_of_ones_own(asked: Casebook) -> None:
    shipped = asked.json("template", "show", "nudge")
    assert not shipped["own"]
    asked.ok(
        "template",
        "set",
        "nudge",
        "--subject",
        "Re: {plain_subject}",
        "--text",
        "-",
        stdin=b"How is it, {firm}?\nMy VIP: {vip_tier?}\n",
    )
    made = asked.json("draft", "1", "--kind", "nudge")
    assert made["text"] == "How is it, Kestrel?\n"
    assert asked.json("template", "list")[0]["channel"] == ""
    assert "{nonsense}" in asked.refused("template", "set", "nudge", "--text", "Hello {nonsense}")
    assert asked.json("template", "reset", "nudge")["text"] == shipped["text"]
    assert "no words of your own" in asked.refused("template", "reset", "nudge")
    assert {"place": "ticket", "public": False}.items() <= next(
        p for p in asked.json("template", "places") if p["place"] == "ticket"
    ).items()


def test_a_message_is_kept_shown_and_forgotten(asked: Casebook) -> None:
    asked.ok("draft", "1", "--kind", "escalation", "--keep")
    asked.ok("case", "edit", "1", "--remedy", "Something else.")
    kept = asked.json("draft", "1", "--kind", "escalation", "--kept")
    assert "Release the withdrawal." in kept["text"]
    asked.ok("draft", "1", "--kind", "escalation", "--forget")
    assert "is kept in C-1" in asked.refused("draft", "1", "--kind", "escalation", "--kept")


def test_what_makes_no_sense_is_refused(asked: Casebook) -> None:
    assert "--kind" in asked.refused("draft", "1", code=2)
    assert "save it with --out" in asked.refused("draft", "1", "--kind", "police", "--channel", "email", code=2)
    assert "save another message with --eml" in asked.refused(
        "draft", "1", "--kind", "nudge", "--out", "x.docx", code=2
    )
    asked.ok("case", "add", "--firm", "Kestrel", "--title", "Another")
    assert "is not of C-2" in asked.refused("draft", "2", "--kind", "nudge", "--contact", "1")
    assert "a call is not sent" in asked.refused("sent", "1", "--kind", "nudge", "--channel", "phone", "--text", "x")
