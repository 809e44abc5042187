"""The ladder: labels, wrong labels, no labels, damage; no byte string may raise or come back with half characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.message import charset, words
from casebook.mail.message.charset import Rung
from tests.mail.samples import word
from tests.pace import within

CHINESE = "您好，提现审核已超过七十二小时，请尽快处理并书面说明原因。"
TRADITIONAL = "您好，提領審核已超過七十二小時，請儘快處理並書面說明原因。"
JAPANESE = "出金が三日間保留されています。理由を教えてください。"


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (CHINESE, "gbk", "gb2312"),
        (CHINESE, "gbk", "x-gbk"),
        (CHINESE, "gb18030", "GBK"),
        ("镕 㐀 𠮷", "gb18030", "gb2312"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "big5hkscs", "windows-950"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (JAPANESE, "iso2022_jp", ""),
        (JAPANESE, "cp932", "shift_jis"),
        (CHINESE, "hz", "hz-gb-2312"),
        (CHINESE, "utf-7", "utf-7"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-le", "utf-16le"),
        (CHINESE, "utf-8-sig", ""),
        (CHINESE, "utf-8", "iso-8859-1"),
        (CHINESE, "utf-8", "gb2312"),
        (CHINESE, "utf-8", "default"),
        ("“Größe” – 20 €", "cp1252", "iso-8859-1"),
        ("“smart” 8", "cp1252", "us-ascii"),
        ("Łódź", "iso8859-2", "iso-8859-2"),
        ("출금 문의", "cp949", "ks_c_5601-1987"),
    ],
)
def test_a_label_means_the_widest_charset_it_can(text: str, encoding: str, label: str) -> None:
    found = charset.decode(text.encode(encoding), label)
    assert (found.text, found.lossless) == (text, True)


@pytest.mark.parametrize(
    "label", ["", "x-unknown", "8bit", "_iso-2022-jp$esc", "<b>utf-8</b>", "base64", "rot13", "hex"]
)
@pytest.mark.parametrize(
    ("text", "encoding"), [(CHINESE, "gbk"), (CHINESE, "utf-8"), (TRADITIONAL, "big5"), (JAPANESE, "cp932")]
)
def test_no_label_that_helps(text: str, encoding: str, label: str) -> None:
    assert charset.decode(text.encode(encoding), label).text == text


def test_a_label_that_is_wrong_about_utf8_gives_way() -> None:
    assert charset.decode(CHINESE.encode("gbk"), "utf-8").text == CHINESE


def test_a_few_words_of_chinese_in_english() -> None:
    for text, encoding in (("hello 您好 there", "gbk"), ("Re: 關於提現 please answer soon", "big5")):
        assert charset.decode(text.encode(encoding)).text == text


def test_western_words_are_not_taken_for_anything_exotic() -> None:
    for text in ("café crème", "Größe: 20 €", "Señor, mañana"):
        assert charset.decode(text.encode("cp1252")).text == text


def test_damage_stays_small_and_is_told() -> None:
    broken = CHINESE.encode()[:30] + b"\xff" + CHINESE.encode()[30:]
    found = charset.decode(broken, "utf-8")
    assert found.rung is Rung.DAMAGED
    assert not found.lossless
    assert found.text.replace("\ufffd", "") == CHINESE
    cut = charset.decode(CHINESE.encode("gbk")[:-1], "gb2312")
    assert cut.text.startswith(CHINESE[:-1])


def test_labels_that_are_no_text_are_no_labels() -> None:
    for label in (
        "base64",
        "rot13",
        "hex",
        "zlib",
        "unicode_escape",
        "idna",
        "cp037",
        "mbcs",
        "",
        "a" * 300,
        "utf 8",
        "\0",
    ):
        assert charset.codec(label) == "", label


@settings(max_examples=300)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "gb2312", "big5", "iso-2022-jp", "utf-7", "utf-16", "hz", "us-ascii"]),
)
def test_any_bytes_give_text_that_can_be_stored(raw: bytes, label: str) -> None:
    found = charset.decode(raw, label)
    found.text.encode("utf-8")
    words.decode(raw, label).encode("utf-8")


@settings(max_examples=200)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=200))
def test_labelled_chinese_comes_back(text: str) -> None:
    for encoding in ("gbk", "utf-8", "gb18030"):
        assert charset.decode(text.encode(encoding), encoding).text == text


@settings(max_examples=200)
@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60),
    st.integers(1, 20),
    st.sampled_from("BQ"),
    st.sampled_from(["utf-8", "gb18030"]),
)
def test_characters_split_between_encoded_words_are_joined(text: str, split: int, encoding: str, name: str) -> None:
    assert words.decode(word(text, name, encoding, split)) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Re:=?gb2312?q?=CC=E1=CF=D6?=[T-1]", "Re:提现[T-1]"),
        (b"=?utf-8*en?B?5o+Q?= =?UTF-8?b?546w?=", "提现"),
        (b"=?utf-8?Q?a_b?= c =?utf-8?Q?d?=", "a b c d"),
        (b"=?utf-8?B?5o+Q54\n 6w?=", "提现"),
        (b"=?utf-8?B?5o+Q5?= =?utf-8?B?46w?=", "提现"),
        (b"folded\r\n\tline", "folded line"),
        (b"=?x-unknown?q?=CC=E1=CF=D6=C9=F3=BA=CB?=", "提现审核"),
        (b"=?utf-8?q?open", "=?utf-8?q?open"),
        ("关于提现".encode("gbk"), "关于提现"),
        ("关于提现".encode() + b" =?gbk?B?1tDOxA==?=", "关于提现 中文"),
        (b"a\x00b\x07c", "abc"),
    ],
)
def test_header_words_as_they_are_met(raw: bytes, text: str) -> None:
    assert words.decode(raw) == text


def test_raw_header_bytes_follow_the_charset_of_the_body() -> None:
    assert words.decode("提領".encode("big5"), "big5") == "提領"


@pytest.mark.parametrize(
    "raw", [b"a" * 1_000_000, b"=?utf-8?q?=41?= " * 5_000, b"=?utf-8?q?" * 100_000, b"=?" * 500_000, b"\xe9 " * 500_000]
)
def test_long_headers_take_no_time(raw: bytes) -> None:
    with within(2):
        words.decode(raw)
