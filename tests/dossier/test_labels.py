"""Both languages say the same things, and neither promises more than a hash can prove."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from casebook import paths
from casebook.dossier.pages.labels import LANGUAGES, Labels, grouped
from casebook.journal import BadInput
from casebook.journal.terms import (
    CaseStatus,
    Category,
    Channel,
    Direction,
    ExhibitSource,
    FirmKind,
    PromiseState,
    ReferenceKind,
    RequestState,
)
from casebook.journal.times import HowKnown, Precision, parse

FOLDER = paths.resources() / "dossier"
WORDS = tomllib.loads((FOLDER / "labels.toml").read_text("utf-8"))
BANNED = (
    *("tamper-proof", "tamperproof", "tamper-evident", "court-proof", "court-ready", "admissible", "authentic"),
    *("certified", "guarantee", "irrefutable", "undeniable", "fraud", "scam", "steal", "stolen", "liar", "criminal"),
    *("防篡改", "不可篡改", "法院认可", "法庭认可", "可采信", "具有法律效力", "司法效力", "铁证", "公证", "保证"),
    *("欺诈", "诈骗", "骗局", "无可辩驳", "真实有效"),
)


def flat(words: dict, path: str = "") -> dict[str, str]:
    found = {}
    for key, value in words.items():
        if isinstance(value, dict):
            found.update(flat(value, f"{path}{key}."))
        elif isinstance(value, list):
            found.update({f"{path}{key}.{i}": item for i, item in enumerate(value)})
        else:
            found[path + key] = value
    return found


def test_both_languages_have_the_same_keys_and_placeholders():
    english, chinese = flat(WORDS["en"]), flat(WORDS["zh"])
    assert set(english) == set(chinese)
    for key, text in english.items():
        fields = [{f for _, f, _, _ in string.Formatter().parse(t) if f} for t in (text, chinese[key])]
        assert fields[0] == fields[1], key


def test_no_word_promises_or_judges_too_much():
    template = (FOLDER / "dossier.typ").read_text("utf-8")
    for text in [*flat(WORDS["en"]).values(), *flat(WORDS["zh"]).values(), template]:
        for word in BANNED:
            assert word not in text.lower(), (word, text)


def test_every_value_of_every_enumeration_has_a_word():
    groups = {
        "channels": Channel, "directions": Direction, "firm_kinds": FirmKind, "statuses": CaseStatus,
        "categories": Category, "reference_kinds": ReferenceKind, "sources": ExhibitSource,
        "promise_states": PromiseState, "request_states": RequestState, "precisions": Precision, "known": HowKnown,
    }  # fmt: skip
    for language in LANGUAGES:
        labels = Labels.load(FOLDER, language)
        for group, values in groups.items():
            assert {str(v) for v in values} == set(labels.group(group)), (language, group)


def test_chinese_words_are_chinese():
    for key, text in flat(WORDS["zh"]).items():
        names = key.endswith(
            (".uid", "message_id", "sha256", "hash_sum", "api", ".utc", "utc", "offset", "program_value")
        )
        wordless = not re.search("[A-Za-z]", re.sub(r"\{.*?\}", "", text))
        assert names or wordless or re.search("[\u4e00-\u9fff]", text), (key, text)


def test_unknown_language_is_refused_in_one_sentence():
    with pytest.raises(BadInput, match="choose en or zh"):
        Labels.load(FOLDER, "fr")


def test_times_show_local_offset_and_utc():
    labels = Labels.load(FOLDER, "en")
    shown = labels.when(parse("2026-11-20 07:30", "Asia/Singapore", Precision.ABOUT, HowKnown.MEMORY))
    assert shown == {
        "date": "2026-11-20", "time": "about 07:30", "offset": "UTC+08:00", "utc": "2026-11-19 23:30 UTC",
        "how": "about, from memory",
    }  # fmt: skip
    day = labels.when(parse("2026-11-20", "America/New_York"))
    assert (day["time"], day["utc"], day["offset"]) == ("", "", "UTC-05:00")
    assert grouped(1234567) == "1\u202f234\u202f567"
