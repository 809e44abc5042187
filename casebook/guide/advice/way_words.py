"""The sentences of the channel advice, and what the words that a user typed of a firm's desk mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from casebook.guide.dates import wording
from casebook.guide.dates.rules import LANGUAGES
from casebook.journal.terms import Category

__all__ = ["LANGUAGES", "About", "Say", "about", "day", "free", "language", "same", "say"]


class Say(StrEnum):
    """What may speak for or against a way."""

    FIRST = "first"
    FITS = "fits"
    UNFIT = "unfit"
    MINUTES = "minutes"
    AT_ONCE = "at-once"
    HOURS = "hours"
    UNCERTAIN = "uncertain"
    LASTING = "lasting"
    OWN_RECORD = "own-record"
    PUBLIC = "public"
    FIRST_STOP = "first-stop"
    LOOKED_UP = "looked-up"
    WAITS = "waits"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    TOPIC = "topic"
    OTHER_TOPIC = "other-topic"
    STALE = "stale"
    HOURS_UNREAD = "hours-unread"
    LANGUAGE = "language"
    SPEAKS = "speaks"
    COST = "cost"
    AS_IT_IS = "as-it-is"


class About(StrEnum):
    """Whether the topic of a desk is the one that is looked for."""

    THIS = "this"
    OTHER = "other"
    UNSURE = "unsure"


_WORDS = {
    Say.FIRST: ("the guides name it first for such a problem", "指南对此类问题首推"),
    Say.FITS: ("will do for such a problem", "适用于此类问题"),
    Say.UNFIT: ("for simple questions only", "仅适合简单咨询"),
    Say.MINUTES: ("a person within minutes", "几分钟内有人回应"),
    Say.AT_ONCE: ("no waiting", "无需等待"),
    Say.HOURS: ("takes hours to days", "需要数小时至数天"),
    Say.UNCERTAIN: ("whether and when somebody answers is uncertain", "是否以及何时回复都不确定"),
    Say.LASTING: ("leaves a record that both sides have", "双方都留有记录"),
    Say.OWN_RECORD: ("leaves nothing but what you keep yourself", "除自己保存外不留记录"),
    Say.PUBLIC: (
        "public: no personal or trade data; beware of impostors",
        "公开渠道：不要透露个人或交易信息，谨防冒充",
    ),
    Say.FIRST_STOP: ("the first stop, before asking a person", "求助人工之前的第一站"),
    Say.LOOKED_UP: ("looked up already", "已查阅过"),
    Say.WAITS: (
        "your message of {when} waits for an answer there: a duplicate slows it down",
        "您{when}的消息仍在等待回复：重复发送会拖慢处理",
    ),
    Say.ANSWERED: ("a person answered there on {when}", "{when}曾有人回复"),
    Say.UNKNOWN: (
        "not recorded for this firm: look it up on its own site, never in a search result, and note it",
        "尚未记录此平台的该渠道：请到其官网查找（不要用搜索结果），并记录下来",
    ),
    Say.TOPIC: ("meant for {topic}", "专门处理：{topic}"),
    Say.OTHER_TOPIC: ("meant for something else: {topic}", "用于其他问题：{topic}"),
    Say.STALE: (
        "looked up more than 90 days ago: check that it is still right",
        "查证已超过 90 天：请核对是否仍然有效",
    ),
    Say.HOURS_UNREAD: ("hours as you noted them: “{hours}”", "您记录的时间：“{hours}”"),
    Say.LANGUAGE: ("only in {languages}", "仅支持：{languages}"),
    Say.SPEAKS: ("in {languages}", "支持：{languages}"),
    Say.COST: ("costs: {cost}", "费用：{cost}"),
    Say.AS_IT_IS: ("{words}", "{words}"),
}

# Words in the topic of a desk by which the kind of problem is known; plain text, looked for as it stands.
_TOPICS = {
    Category.ACCOUNT_SECURITY: "security hack stolen 2fa password login 安全 被盗 密码 登录 验证器",
    Category.TRADE: "trade trading order spot futures 交易 订单 现货 合约",
    Category.DEPOSIT: "deposit top-up fiat 充值 充币 入金 法币",
    Category.WITHDRAWAL: "withdraw payout fiat 提币 提现 出金 法币",
    Category.API: "api developer integration 接口 开发",
    Category.KYC: "kyc aml verif compliance identity 认证 审核 合规 身份",
    Category.ACCOUNT_APPEAL: "appeal account frozen restricted 申诉 账户 冻结 封禁",
    Category.FEES: "fee fees rule policy 手续费 费用 规则",
    Category.PRODUCT: "product feedback suggestion bug 产品 建议 反馈",
}
_GENERAL = re.compile(r"general|all|any|support|help|customer|综合|客服|通用|一般|所有|全部")
_LANGUAGE_NAMES = {
    "en": "en eng english 英文 英语",
    "zh": "zh zh-cn zh-tw zh-hans zh-hant cn chinese mandarin cantonese 中文 汉语 普通话 国语 简体中文 繁体中文 粤语",
}
_FREE = re.compile(r"^(free|none|no|0|免费|无|不收费)\b|^(免费|无|不收费)", re.IGNORECASE)


def say(what: Say, values: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return a sentence by language; `values` are what it names, by language too."""
    return {
        name: text.format(**{key: value[name] for key, value in values.items()})
        for name, text in zip(LANGUAGES, _WORDS[what], strict=True)
    }


def same(text: str) -> dict[str, str]:
    """Return words that are the same in every language: the user's own."""
    return dict.fromkeys(LANGUAGES, " ".join(text.split()))


def day(when: date) -> dict[str, str]:
    """Return a day by language."""
    return {name: wording.words(name).day(when) for name in LANGUAGES}


def about(topic: str, category: Category) -> About:
    """Return whether a desk's topic speaks of a kind of problem, or of another."""
    plain = topic.casefold()

    def names(kind: Category) -> bool:
        return any(_speaks(plain, word) for word in _TOPICS.get(kind, "").split())

    if names(category):
        return About.THIS
    if _GENERAL.search(plain):
        return About.UNSURE
    return About.OTHER if any(names(kind) for kind in _TOPICS) else About.UNSURE


def language(name: str) -> str:
    """Return `en` or `zh` for a language as people name it, anything else as it came."""
    plain = re.sub(r"[(（].*", "", name).strip().casefold()
    return next((code for code, names in _LANGUAGE_NAMES.items() if plain in names.split()), plain)


def free(cost: str) -> bool:
    """Return whether the words say that nothing is to be paid."""
    return _FREE.search(cost.strip()) is not None


def _speaks(plain: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}" if word.isascii() else re.escape(word), plain) is not None
