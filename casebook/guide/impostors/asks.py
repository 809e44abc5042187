"""Words that ask for what no support needs: a password, a private key, a recovery phrase. The request is the sign."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.!?。！？;；\n]+")
_SECRET = re.compile(
    r"\b(?:seed|recovery|secret|backup|mnemonic)[ -]?(?:phrase|words?)\b|\bmnemonics?\b|\bprivate[ -]?keys?\b"
    r"|\bkeystore\b|\b(?:12|24|twelve|twenty-four)[ -]words?\b|\bpass(?:word|phrase|code)s?\b"
    r"|助记词|助記詞|私钥|私鑰|密码|密碼|密钥|密鑰",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:send|sent|give|tell|provide|share|enter|type|submit|confirm|verify|import|paste|upload|need|needs|require[sd]?"
    r"|let (?:me|us) (?:have|know)|what(?:'s|’s| is| are) your|ask(?:s|ed|ing)?)\b"
    r"|发|發|提供|告诉|告訴|告知|输入|輸入|填写|填寫|提交|导入|導入|上传|上傳|需要|索要|索取|要求|确认|確認|验证|驗證|给我|給我",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:never|not|nobody|no one|without|cannot|reset|resetting|change[ds]?|changing|forgot(?:ten)?|forget"
    r"|expired|new|protect|keep|keeps|incorrect|wrong|invalid|tip|manager)\b|n['’]t\b"
    r"|不|勿|切莫|别|別|无需|無需|重置|重设|重設|修改|更改|忘记|忘記|找回|错误|錯誤|保管|保护|保護|新密码|新密碼",
    re.IGNORECASE,
)


def asks_for_secret(text: str) -> str:
    """Return the first sentence that asks for a secret, empty where none does.

    A sentence that warns of such requests, or is about resetting a password, asks for nothing. What asks in other words
    is not found: this is a hint, and no proof either way.
    """
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if _SECRET.search(sentence) and _ASKING.search(sentence) and not _HARMLESS.search(sentence):
            return sentence
    return ""
