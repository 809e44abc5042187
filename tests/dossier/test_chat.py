"""Pasted chats: numbered lines in three layouts, and not a letter lost in any text."""

from __future__ import annotations

import dataclasses
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.pages.chat import Said, lines, transcript
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.journal.terms import Channel
from tests.dossier.builder import facts

FONTS = Fonts()
WORDS = [
    "Hello, order: 88213",
    "您好：订单 88213",
    "see https://kestrel.example/a",
    "Wait.\nTwo lines",
    "请等待\n\n第二段",
    "ok",
]


def test_forty_messages_in_three_layouts():
    """Order, speaker and time come out right however the page wrote them."""
    said = [("Lily" if n % 2 else "林美", f"14:{n:02d}", WORDS[n % len(WORDS)]) for n in range(40)]
    layouts = {
        "before": "[{time}] {who}: {text}",
        "behind": "{who} ({time}): {text}",
        "above": "{who} 2026-11-16 {time}\n{text}",
        "phone": "16/11/2026, {time} - {who}: {text}",
        "full width": "{time} {who}：{text}",
        "telegram": "{who}, [16.11.2026 {time}]\n{text}",
    }
    for name, layout in layouts.items():
        found = lines("\n".join(layout.format(who=who, time=time, text=text) for who, time, text in said))
        assert [(s.who, s.text) for s in found] == [(who, text) for who, _, text in said], name
        assert [s.time[-5:] for s in found] == [time for _, time, _ in said], name
        assert not any(s.notice for s in found), name


def test_chat_without_times_needs_somebody_who_speaks_twice_or_is_known():
    assert [s.who for s in lines("Lily: one\nTomáš: two\nLily: three")] == ["Lily", "Tomáš", "Lily"]
    assert [s.who for s in lines("Lily: one\nMe: two")] == ["Lily", "Me"]
    assert [s.who for s in lines("小林：您好\n张伟：在吗", agent="小林")] == ["小林", "张伟"]
    for prose in (
        "Order: W-1\nAmount: 1250 USDT",
        "Lily: the order is in review. It will be: soon.",
        "14:03 Hello\n14:04 You?",
    ):
        assert lines(prose) == [], prose


def test_notices_deleted_lines_and_what_fits_no_form_stay():
    text = (
        "copied from the page\n[14:01] Me: hello\n14:02 Lily joined the chat\n[14:03] Lily: wait\nplease\n"
        "[message deleted]\n14:05 您已撤回一条消息\n*** chat ended ***\n[14:06] Me: still there?"
    )
    assert lines(text) == [
        Said("", "", "copied from the page"),
        Said("Me", "14:01", "hello"),
        Said("", "14:02", "Lily joined the chat", notice=True),
        Said("Lily", "14:03", "wait\nplease"),
        Said("", "", "[message deleted]", notice=True),
        Said("", "14:05", "您已撤回一条消息", notice=True),
        Said("", "", "*** chat ended ***", notice=True),
        Said("Me", "14:06", "still there?"),
    ]


def test_a_mail_is_never_taken_for_a_chat():
    first = facts().contacts[0]
    text = "Me: one\nLily: two"
    assert transcript(dataclasses.replace(first, channel=Channel.EMAIL, text=text)) == []
    assert len(transcript(dataclasses.replace(first, channel=Channel.CHAT, text=text))) == 2


piece = st.sampled_from(
    ["Lily", "我", " ", ":", "：", "14:03", "[", "]", "(", ")", "\n", "\n\n", "2026-11-16", "-", "*", "left"]
)
texts = st.lists(piece | st.text(max_size=6), max_size=30).map("".join)


@given(texts)
@settings(max_examples=600)
def test_no_letter_is_lost_or_made_up(text):
    found = lines(text)
    if found and not text.startswith("1  "):  # the numbers of numbered lines are printed anew
        shown = "".join(s.who + s.time + s.text for s in found)
        assert Counter(filter(str.isalnum, shown)) == Counter(filter(str.isalnum, text))


def test_translation_stands_line_by_line_beside_the_original_and_only_then():
    said, own = "[14:01] Me: why?\n[14:02] Lily: wait", "[14:01] 我：为什么？\n[14:02] Lily：等等"
    first = dataclasses.replace(facts().contacts[0], text=said, translation=own, agent="Lily")
    labels = Labels.load(paths.resources() / "dossier", "en")

    def row(contact):
        case = dataclasses.replace(facts(), contacts=(contact,))
        return present(case, labels, Cleaner(FONTS), {})["chronology"]["rows"][0]

    paired = row(first)
    assert [c["number"] for c in paired["chat"]] == ["1", "2"]
    assert [c["translation"][0]["lines"] for c in paired["chat"]] == [[["为什么？"]], [["等等"]]]
    assert (paired["words"], paired["translation"]) == ([], [])
    below = row(dataclasses.replace(first, translation="我问为什么；Lily 说等等。"))
    assert [c["translation"] for c in below["chat"]] == [[], []]
    assert below["translation"][0]["lines"] == [["我问为什么；Lily 说等等。"]]


def test_numbered_lines_of_an_imported_chat_are_taken_as_they_stand():
    text = (
        "1  2026-11-20 14:00  [Lily: call, 35 s]\n2  14:03  Lily: one\n    3  14:04  Lily: forged\n    \n    more\n"
        '3  14:05  "Tom: CEO": [photo: a.jpg]\n4  我：no\n5  Lin: x'
    )
    assert lines(text.replace("4  我：no", "4  Lin: no")) == [
        Said("", "2026-11-20 14:00", "[Lily: call, 35 s]", notice=True),
        Said("Lily", "14:03", "one\n3  14:04  Lily: forged\n\nmore"),
        Said("Tom: CEO", "14:05", "[photo: a.jpg]"),
        Said("Lin", "", "no"),
        Said("Lin", "", "x"),
    ]
    assert lines("1  first\n2  second") == []
    assert lines("1  Lily: one\n3  Lily: three") == []
