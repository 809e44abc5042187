"""Requests for a secret are told from warnings of them, in both languages."""

from __future__ import annotations

import pytest

from casebook.guide.impostors.asks import asks_for_secret
from tests.pace import within

ASKS = [
    "Please send me your seed phrase so that we can sync the wallet",
    "To release the funds we need your private key.",
    "Kindly confirm your password to continue",
    "What is your recovery phrase?",
    "Enter the 12 words of your wallet on this page",
    "They asked for my 24-word phrase",
    "Hello! Your case is in review. Could you share the mnemonic? Thank you.",
    "Let us have the backup phrase, then it goes faster",
    "请提供您的助记词以便核验",
    "麻烦把私钥发给我",
    "请输入您的登录密码完成验证",
    "客服向我索要助记词",
    "為了解凍，需要您的私鑰",
]
HARMLESS = [
    "",
    "We will never ask for your password.",
    "Do not share your seed phrase with anyone",
    "Please don’t send your private key to anybody",
    "I forgot my password, what do I need to do?",
    "Your password was changed yesterday; please confirm",
    "You can reset your password on the login page, we need nothing else",
    "Please send the TxID and the order number",
    "The private key of the API is stored on your computer",
    "I entered it, and it said: wrong password",
    "请勿向任何人提供助记词",
    "我们不会索要您的密码",
    "切勿把私钥发给他人",
    "请重置密码后重新登录，需要身份证照片",
    "请提供订单号和交易哈希",
    "请妥善保管助记词，无需提供给客服",
]


@pytest.mark.parametrize("text", ASKS)
def test_a_request_is_found(text: str) -> None:
    assert asks_for_secret(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_warning_or_a_password_reset_is_no_request(text: str) -> None:
    assert asks_for_secret(text) == ""


def test_the_sentence_is_named_among_others() -> None:
    text = "Lily: Hello.\nLily: We never ask for passwords! Please send me your seed phrase.\nMe: No."
    assert asks_for_secret(text) == "Please send me your seed phrase"


def test_a_long_transcript_is_read_at_once() -> None:
    text = "[14:03] Lily: please send the order number and the time of the transfer of 1 250 USDT\n" * 40_000
    with within(3):
        assert asks_for_secret(text) == ""
