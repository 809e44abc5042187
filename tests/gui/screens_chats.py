"""The dialogs of chats, each with a conversation as a user would have it, for their pictures."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal

Settle = Callable[[], None]
PAGES = ("chat-paste", "chat-paste-empty", "chat-import", "chat-inbox")

PASTED = """Today
Kestrel Assistant 14:02
Hi, I am the virtual assistant. Please choose a topic.
Me 14:02
withdrawal on hold
System 14:03
You are now connected with Lily
Lily 14:03
Hello, thank you for waiting. May I have your ticket number?
Me 14:04
T-99812. The withdrawal of 1 250 USDT has been on hold since Monday.
Lily 14:09
I see it. The review will be finished and the amount
released within 24 hours.
Me 14:10
Could you please confirm that in writing?
"""
PASTED_ZH = """在线客服 14:02
您好，我是智能助手，请选择问题类型。
我 14:02
提现被冻结
客服 Lily 14:03
您好，请提供工单号。
我 14:04
T-99812，提现 1250 USDT 从周一开始被暂停。
客服 Lily 14:09
已看到，审核会在 24 小时内完成并放行。
"""
_CHATS = ("Kestrel Support", "妈妈", "Hiking on Sundays", "Kestrel Announcements", "Tom", "Northbank Pay Bot")


def export(folder: Path) -> Path:
    """Write a Telegram export of a whole account."""
    chats = []
    for number, title in enumerate(_CHATS, 1):
        messages = [
            {
                "id": line,
                "type": "message",
                "date": f"2026-11-20T14:{line:02d}:00",
                "date_unixtime": str(1_795_154_400 + 60 * line),
                "from": title if line % 2 else "Mei",
                "from_id": f"user{number if line % 2 else 500}",
                "text": "Your withdrawal will be released within 24 hours." if line % 2 else "Thank you, T-99812.",
            }
            for line in range(1, 7)
        ]
        chats.append({"name": title, "type": "personal_chat", "id": number, "messages": messages})
    path = folder / "result.json"
    about = {"about": "…", "personal_information": {"user_id": 500}, "chats": {"about": "…", "list": chats}}
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1), "utf-8")
    return path


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    chinese = window.locale().name().startswith("zh")
    if page.startswith("chat-paste"):
        text = "" if page == "chat-paste-empty" else PASTED_ZH if chinese else PASTED
        dialog: QWidget = window.commands.chats.paste(journal.cases.rows()[0].id, text)
        settle()
        settle()
        return dialog
    window.commands.chats.open(export(Path(tempfile.mkdtemp())))
    settle()
    [dialog] = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    if page == "chat-inbox":
        dialog.model.setData(dialog.model.index(0), 2, 10)  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]
        settle()
        return window
    return dialog
