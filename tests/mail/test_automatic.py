"""What a machine sent is told from what a person wrote, as mail servers of all ages and languages mark it."""

from __future__ import annotations

import pytest

from casebook.journal.terms import Automatic
from casebook.mail.message.parse import parse
from tests.mail.samples import mail


def test_subjects_of_absence_in_other_languages() -> None:
    for subject in (
        "[Automatyczna odpowiedź] Wypłata",
        "Автоответ: заявка",
        "AUTO: Lin is out of the office (back 5 May)",
    ):
        assert parse(mail(Subject=subject.encode()), "x").automatic is Automatic.AUTO_REPLY
    assert parse(mail(Subject=b"Auto: my car was out of fuel"), "x").automatic is Automatic.NO
    assert (
        parse(mail(b"Back on 5 May.", b"Precedence: bulk", Subject=b"Out of the office"), "x").automatic
        is Automatic.AUTO_REPLY
    )
    assert parse(mail(Subject=b"Out of the office"), "x").automatic is Automatic.NO
    assert parse(mail(b"", b"Precedence: bulk", Subject=b"Withdrawal"), "x").automatic is Automatic.NO


@pytest.mark.parametrize(
    ("sender", "subject", "text", "expected"),
    [
        (b"postmaster@mail.example", "Undeliverable: Withdrawal", "Your message did not arrive.", Automatic.BOUNCE),
        (b"Postmaster <post-master@qq.example>", "系统退信", "您的邮件没有送到。", Automatic.BOUNCE),
        (b"ndr@mail.example", "Delivery Failure", "Failed Recipient: lin@example.org, 550", Automatic.BOUNCE),
        (b"it@mail.example", "邮件投递失败", "抱歉，您的邮件被退回。", Automatic.BOUNCE),
        (
            b"it@mail.example",
            "Mail could not be delivered",
            "The following mail could not be delivered.",
            Automatic.BOUNCE,
        ),
        (b"no-reply@mail.example", "メールエラー通知", "送信先が一杯のため、送信できませんでした。", Automatic.BOUNCE),
        (b"MicrosoftExchange329e71ec88ae4615bbc36ab6ce@m.example", "Non remis : Retrait", "Bonjour.", Automatic.BOUNCE),
        (b"mia@firm.example", "No entregado: su tarjeta", "La enviamos otra vez ayer.", Automatic.NO),
        (b"postmaster@mail.example", "Your ticket", "A user unknown to us wrote to you.", Automatic.NO),
        (b"mia@firm.example", "Re: Undeliverable: Withdrawal", "Failed recipients? Try lin@firm.example", Automatic.NO),
        (b"mia@firm.example", "Undelivered card", "The courier will come again on Monday.", Automatic.NO),
        (b"mia@firm.example", "Delivery failed", "Your card could not be delivered, so we sent another.", Automatic.NO),
    ],
)
def test_what_an_old_mail_server_returns_is_no_answer_and_what_a_person_says_of_it_is(
    sender: bytes, subject: str, text: str, expected: Automatic
) -> None:
    raw = mail(text.encode(), Content_Type=b"text/plain; charset=utf-8", From=sender, Subject=subject.encode())
    assert parse(raw, "x").automatic is expected


def test_a_thank_you_that_nothing_can_come_back_to_is_a_machine_s() -> None:
    text = b"Thank you for your e-mail. I will endeavour to reply as soon as possible."
    assert parse(mail(text, b"Return-Path: <>"), "x").automatic is Automatic.AUTO_REPLY
    assert parse(mail(text, b"Return-Path: <mia@firm.example>"), "x").automatic is Automatic.NO
    assert parse(mail(b"It was released today.", b"Return-Path: <>"), "x").automatic is Automatic.NO
