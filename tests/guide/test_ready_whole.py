"""What the two guides name, walked through: each field, check and warning of theirs has its item."""

from __future__ import annotations

import pytest

from casebook import paths
from casebook.guide.ready import checklists, subjects, warnings
from casebook.journal.terms import Category

FOLDER = paths.resources() / "guides" / "checklists"
ITEMS = {item.id: item for item in checklists.load_all(FOLDER)}

# The fields of a case, in the words of the guides. A case cannot be without its firm, kind of problem and status.
FIELDS = {
    "user name, UID": ["account-id"],
    "registered mail": ["registered-mail"],
    "bound phone": ["bound-phone"],
    "how to call back": ["callback"],
    "registration date": ["registered-on"],
    "usual login IPs": ["usual-ip"],
    "VIP tier": ["vip-tier"],
    "description": ["what-happened", "description"],
    "time to the minute": ["problem-time"],
    "web or app": ["seen-on"],
    "device and system": ["device", "seen-on"],
    "steps taken": ["steps"],
    "error code and text": ["error-text", "error-message", "login-refusal"],
    "trading pair": ["pair"],
    "order number": ["order-number", "transaction-id"],
    "TxID": ["transaction-id"],
    "explorer link": ["explorer-result"],
    "wallet address": ["wallet-address"],
    "amount": ["amount", "trade-amount"],
    "transaction type": ["transfer-kind"],
    "transaction status": ["transfer-status"],
    "transaction time": ["transfer-time"],
    "what is abnormal": ["what-happened"],
    "what is asked for": ["wanted"],
    "deposit and withdrawal records": ["records"],
    "until solved": ["until-solved"],
    "attachments": ["screenshot", "screen-video", "business-licence", "api-log", "error-report", "identity-papers"],
}
CHECKS = {
    "help centre searched": ["help-centre-searched", "help-centre"],
    "at hand before a chat": ["at-hand"],
    "account data ready": ["account-id", "identity-proof"],
    "clear, short, numbered": ["clear"],
    "correct and current": ["correct"],
    "subject": ["subject"],
    "registered address": ["own-address", "sent-from-own"],
    "recipient twice": ["recipient"],
    "attachments present, legible, whole, named": ["attachments", "legible", "whole", "named"],
    "copy kept": ["copy-kept"],
    "read receipt": ["receipt"],
    "spam folder": ["spam"],
    "forum rules": ["forum-rules"],
    "badge": ["badge"],
    "platform safe": ["safe-platform", "official"],
    "polite": ["polite"],
    "reply read, steps followed, same thread": ["reply-read", "same-thread"],
    "requests supplied": ["supplied"],
    "go on until solved": ["until-solved"],
}
WARNINGS = (
    *("no-secrets", "asking-is-the-sign", "verify", "impostors", "public", "mixed-truth", "recording"),
    *("anti-phishing", "wrong-recipient", "posts-vanish", "pages-change"),
)
# Evidence that each kind of problem is asked for beyond what every case is.
EVIDENCE = {
    Category.ACCOUNT_SECURITY: {"identity", "registered-on", "usual-ip", "login-refusal"},
    Category.TRADE: {"order-number", "trade-record", "pair", "transfer-time"},
    Category.DEPOSIT: {"transaction-id", "explorer-result", "amount", "wallet-address", "network"},
    Category.WITHDRAWAL: {"transaction-id", "explorer-result", "amount", "wallet-address", "network", "error-message"},
    Category.API: {"api-log", "error-report", "error-text"},
    Category.KYC: {"identity-papers", "business-licence", "error-text"},
    Category.ACCOUNT_APPEAL: {"identity-papers", "error-text", "what-happened"},
    Category.FEES: {"help-centre", "terms-clause", "amount"},
    Category.PRODUCT: {"description", "screenshot", "screen-video", "device"},
}


@pytest.mark.parametrize("table", [FIELDS, CHECKS], ids=["fields", "checks"])
def test_each_field_and_check_has_its_items(table: dict[str, list[str]]) -> None:
    assert {name for names in table.values() for name in names} <= set(ITEMS)
    assert all(table.values())


def test_no_item_is_there_that_no_guide_names() -> None:
    named = {name for table in (FIELDS, CHECKS) for names in table.values() for name in names}
    named |= set().union(*EVIDENCE.values()) | {"coin", "ticket", "nothing-private", "copy-public"}
    assert set(ITEMS) <= named, set(ITEMS) - named


@pytest.mark.parametrize("category", list(EVIDENCE))
def test_each_kind_of_problem_asks_for_its_evidence(category: Category) -> None:
    assert {item.id for item in ITEMS.values() if item.is_for(category)} >= EVIDENCE[category]
    assert subjects.load(FOLDER).problems[category]


def test_each_warning_of_the_guides_is_there() -> None:
    assert set(WARNINGS) <= {caution.id for caution in warnings.load(FOLDER)}
