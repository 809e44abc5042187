"""The few words that the reader of a chat adds to its lines, in the language the user reads."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "photo": "photo",
        "video_file": "video",
        "voice_message": "voice message",
        "video_message": "video message",
        "audio_file": "audio",
        "animation": "animation",
        "sticker": "sticker",
        "file": "file",
        "location": "location",
        "contact": "contact card",
        "poll": "poll",
        "invoice": "invoice",
        "embed": "preview",
        "buttons": "buttons",
        "missing": "not in the export",
        "edited": "edited {time}",
        "forwarded": "forwarded from {who}",
        "answers": "answers line {number}",
        "answers_earlier": "answers an earlier message",
        "phone_call": "call",
        "seconds": "{n} s",
        "unread": "a message that cannot be read",
        "line": "line {number}",
        "nobody": "nobody named",
    },
    "zh": {
        "photo": "图片",
        "video_file": "视频",
        "voice_message": "语音消息",
        "video_message": "视频消息",
        "audio_file": "音频",
        "animation": "动图",
        "sticker": "贴纸",
        "file": "文件",
        "location": "位置",
        "contact": "名片",
        "poll": "投票",
        "invoice": "账单",
        "embed": "预览",
        "buttons": "按钮",
        "missing": "未包含在导出文件中",
        "edited": "{time} 编辑过",
        "forwarded": "转发自 {who}",
        "answers": "回复第 {number} 行",
        "answers_earlier": "回复更早的消息",
        "phone_call": "通话",
        "seconds": "{n} 秒",
        "unread": "一条无法读取的消息",
        "line": "第 {number} 行",
        "nobody": "未写明姓名",
    },
}


class Words:
    """The words of one language; English where it has none."""

    def __init__(self, language: str = "en") -> None:
        self._words = _WORDS.get(language[:2], _WORDS["en"])

    def __call__(self, name: str, **values: object) -> str:
        """Return a word or phrase with its values filled in; a name that has no words stands for itself."""
        found = self._words.get(name)
        return found.format(**values) if found else name.replace("_", " ")
