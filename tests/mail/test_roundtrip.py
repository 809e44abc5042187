"""Messages written by the standard library, in every charset and encoding, say the same when they are read."""

import base64
import email.policy
import quopri
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.formats import mbox
from casebook.mail.message.parse import parse
from tests.mail.samples import mbox as write_mbox

ALPHABETS = {
    "utf-8": "abc XYZ 0189 =?_.,:;<>\"'()[]@%+-/\\ 提现审核超过三天 ÄÖÜß Привет 한국어 🙂\n",
    "gb18030": "abc 提现审核超过三天请尽快处理，谢谢。\n",
    "big5": "abc 提領審核超過三天請儘快處理，謝謝。\n",
    "iso-8859-1": "abc äöüßéèñ ¿¡\n",
    "koi8-r": "abc Привет вывод средств\n",
    "shift_jis": "abc 出金が保留されています。\n",
    "euc-kr": "abc 출금이보류되었습니다\n",
}


def texts(charset: str, size: int = 200) -> st.SearchStrategy[str]:
    return st.text(alphabet=ALPHABETS[charset], min_size=1, max_size=size).filter(lambda text: only(text, charset))


def only(text: str, charset: str) -> bool:
    """Return whether the bytes of a text are no UTF-8 by chance: that beats a wrong label, which is more frequent."""
    raw = text.encode(charset)
    try:
        return raw.isascii() or raw.decode("utf-8") == text
    except ValueError:
        return True


def shown(text: str) -> str:
    """Return a text as it is shown: without white space at its ends."""
    return text.strip("\n").rstrip()


@settings(max_examples=60)
@given(st.data())
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ALPHABETS)
def test_text_and_subject_in_every_charset(charset: str, encoding: str, data: st.DataObject) -> None:
    text = data.draw(texts(charset))
    subject = " ".join(data.draw(texts(charset, 60)).split())
    message = Message()
    message["Content-Type"] = f"text/plain; charset={charset}"
    message["Content-Transfer-Encoding"] = encoding
    encode = base64.encodebytes if encoding == "base64" else quopri.encodestring
    message.set_payload(encode(text.encode(charset)).decode("ascii"))
    message["From"] = "a@b.example"
    message["Subject"] = Header(subject, charset).encode() if subject else ""
    found = parse(message.as_bytes(), "x")
    assert found.text == shown(text)
    assert found.subject == subject


names = st.text(alphabet="abcXYZ 0189_-提现截图äé()", min_size=1, max_size=40).map(str.strip).filter(bool)


@settings(max_examples=80)
@given(
    text=texts("utf-8"),
    files=st.lists(st.tuples(names, st.binary(min_size=1, max_size=400)), max_size=4),
    when=st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(lambda each: each.replace(microsecond=0)),
    offset=st.integers(-14 * 60, 14 * 60),
    policy=st.sampled_from([email.policy.SMTP, email.policy.default, email.policy.SMTPUTF8]),
)
def test_attachments_and_dates(
    text: str, files: list[tuple[str, bytes]], when: datetime, offset: int, policy: email.policy.EmailPolicy
) -> None:
    message = EmailMessage(policy=policy)
    message["From"], message["To"] = "Lily <lily@kestrel.example>", "lin@example.org, Li Na <li@example.org>"
    written = when.replace(tzinfo=timezone(timedelta(minutes=offset)))
    message["Date"] = format_datetime(written)
    message.set_content(text)
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="x-test", filename=f"{name}.bin")
    found = parse(message.as_bytes(), "x")
    assert found.text == shown(text)
    assert [(each.name, each.content) for each in found.attachments] == [(f"{name}.bin", each) for name, each in files]
    assert found.sent
    assert found.sent.utc == written.astimezone(UTC)
    assert found.to == ("lin@example.org", "li@example.org")


@settings(max_examples=60)
@given(st.recursive(texts("utf-8", 40), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8))
def test_parts_within_parts_are_found_in_order(tree: str | list[object]) -> None:
    def written(node: object) -> MIMEText | MIMEMultipart:
        if isinstance(node, str):
            return MIMEText(node, "plain", "utf-8")
        whole = MIMEMultipart("mixed")
        for each in node:  # type: ignore[attr-defined]
            whole.attach(written(each))
        return whole

    def leaves(node: object) -> list[str]:
        return [node] if isinstance(node, str) else [leaf for each in node for leaf in leaves(each)]  # type: ignore[attr-defined]

    message = written(tree)
    message["From"] = "a@b.example"
    wanted = [shown(leaf) for leaf in leaves(tree)]
    assert parse(message.as_bytes(), "x").text == "\n\n".join(leaf for leaf in wanted if leaf)


@settings(max_examples=80)
@given(st.lists(texts("utf-8", 120), min_size=1, max_size=6), st.booleans())
def test_an_mbox_gives_back_every_message(bodies: list[str], windows: bool) -> None:
    messages = []
    for number, body in enumerate(bodies):
        message = EmailMessage()
        message["From"], message["Message-ID"] = "a@b.example", f"<{number}@b.example>"
        message.set_content(f"From here\n{body}")
        messages.append(message.as_bytes())
    whole = write_mbox(messages)
    if windows:
        whole = whole.replace(b"\n", b"\r\n")
    found = [parse(whole[each.start : each.end], "x", from_mbox=True) for each in mbox.split(whole)]
    assert [each.message_id for each in found] == [f"{number}@b.example" for number in range(len(bodies))]
    assert [each.text for each in found] == [shown(f"From here\n{body}") for body in bodies]
