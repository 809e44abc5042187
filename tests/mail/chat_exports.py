"""One scripted conversation of forty messages, and how each chat program writes it down."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HERE = timezone(timedelta(hours=8))
ZONE = "Asia/Singapore"
START = datetime(2026, 11, 20, 14, 0, tzinfo=HERE)
ME, LILY, BOT = "Lin", "Lily", "Kestrel Assistant"


@dataclass(frozen=True)
class Told:
    """A scripted message: who, how many minutes after the start, what."""

    who: str
    minute: int
    text: str

    @property
    def at(self) -> datetime:
        return START + timedelta(minutes=self.minute)


_WORDS = (
    (BOT, "Hi, I am the virtual assistant. Please choose a topic."),
    (ME, "提现被冻结"),
    (LILY, "Hello, this is Lily. May I have your ticket number?"),
    (ME, "T-99812: the withdrawal of 1 250 USDT"),
    (ME, "it is on hold since Monday"),
    (LILY, "Thank you. One moment, please: I am looking."),
    (LILY, "您好，已看到：审核会在 24 小时内完成。"),
    (ME, "Can you confirm that in writing? See https://example.org/a?b=1"),
    (LILY, "Yes:\nit will be released\nwithin 24 hours"),
    (ME, "好的，谢谢"),
)
SCRIPT = tuple(Told(*_WORDS[n % len(_WORDS)][:1], 3 * n, f"{_WORDS[n % len(_WORDS)][1]} ({n})") for n in range(40))
"""Two hours without a long silence."""


def telegram_message(number: int, told: Told, **more: Any) -> dict[str, Any]:
    """Return a message as Telegram Desktop writes it."""
    ids = {ME: "user5", LILY: "user77", BOT: "user78"}
    return {
        "id": number,
        "type": "message",
        "date": told.at.strftime("%Y-%m-%dT%H:%M:%S"),
        "date_unixtime": str(int(told.at.timestamp())),
        "from": told.who,
        "from_id": ids.get(told.who, "user9"),
        "text": told.text,
        "text_entities": [{"type": "plain", "text": told.text}],
        **more,
    }


def telegram_chat(
    messages: Sequence[dict[str, Any]], title: str = LILY, ident: int = 77, **more: Any
) -> dict[str, Any]:
    """Return a chat as Telegram Desktop writes it."""
    return {"name": title, "type": "personal_chat", "id": ident, "messages": list(messages), **more}


def telegram(folder: Path, script: Sequence[Told] = SCRIPT) -> Path:
    """Write `result.json` of one chat."""
    messages = [telegram_message(number, told) for number, told in enumerate(script, 100)]
    return written(folder / "result.json", telegram_chat(messages))


def discord_message(number: int, told: Told, **more: Any) -> dict[str, Any]:
    """Return a message as the common Discord exporter writes it."""
    return {
        "id": str(10**18 + number),
        "type": "Default",
        "timestamp": told.at.isoformat(timespec="milliseconds"),
        "timestampEdited": None,
        "callEndedTimestamp": None,
        "isPinned": False,
        "content": told.text,
        "author": {
            "id": str(hash_of(told.who)),
            "name": told.who.lower(),
            "nickname": told.who,
            "isBot": told.who == BOT,
        },
        "attachments": [],
        "embeds": [],
        "stickers": [],
        "reactions": [],
        "mentions": [],
        **more,
    }


def discord(folder: Path, script: Sequence[Told] = SCRIPT, **more: Any) -> Path:
    """Write the export of a channel."""
    about = {
        "guild": {"id": "1", "name": "Kestrel"},
        "channel": {"id": "42", "type": "GuildTextChat", "category": "Help", "name": "support"},
        "dateRange": {"after": None, "before": None},
        "exportedAt": "2026-11-21T10:00:00+08:00",
        "messages": [discord_message(number, told) for number, told in enumerate(script)],
        "messageCount": len(script),
    }
    return written(folder / "Kestrel - support [42].json", about | more)


def ios(told: Told) -> str:
    return f"[{told.at:%d/%m/%Y, %H:%M:%S}] {told.who}: {told.text}"


def ios_zh(told: Told) -> str:
    half = "上午" if told.at.hour < 12 else "下午"
    hour = (told.at.hour - 1) % 12 + 1
    return f"[{told.at.year}/{told.at.month}/{told.at.day} {half}{hour}:{told.at:%M:%S}] {told.who}: {told.text}"


def android(told: Told) -> str:
    return f"{told.at:%d/%m/%Y, %H:%M} - {told.who}: {told.text}"


def android_us(told: Told) -> str:
    half = "AM" if told.at.hour < 12 else "PM"
    hour = (told.at.hour - 1) % 12 + 1
    return f"{told.at.month}/{told.at.day}/{told.at:%y}, {hour}:{told.at:%M}\u202f{half} - {told.who}: {told.text}"


def android_de(told: Told) -> str:
    return f"{told.at:%d.%m.%y, %H:%M} - {told.who}: {told.text}"


def android_zh(told: Told) -> str:
    return f"{told.at.year}年{told.at.month}月{told.at.day}日 {told.at:%H:%M} - {told.who}: {told.text}"


WHATSAPP: tuple[Callable[[Told], str], ...] = (ios, ios_zh, android, android_us, android_de, android_zh)


def whatsapp(folder: Path, form: Callable[[Told], str], script: Sequence[Told] = SCRIPT, ending: str = "\n") -> Path:
    """Write a text export; its name says with whom it is."""
    notice = Told("", script[0].minute, "")
    head = form(notice).removesuffix(": ") + "Messages and calls are end-to-end encrypted."
    path = folder / "WhatsApp Chat with Lily.txt"
    path.write_bytes((ending.join([head, *map(form, script)]) + ending).replace("\n", ending).encode())
    return path


def zipped(folder: Path, member: Path, *files: tuple[str, bytes]) -> Path:
    """Write an archive as WhatsApp for iOS does."""
    path = folder / "WhatsApp Chat - Lily.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(member, "_chat.txt")
        for name, content in files:
            archive.writestr(name, content)
    return path


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
    return path


def hash_of(who: str) -> int:
    return int.from_bytes(who.encode()[:6], "big")


def utc(told: Told) -> datetime:
    return told.at.astimezone(UTC)
