"""The words for times that people use without thinking, in English and in Chinese, as patterns."""

from __future__ import annotations

import re
import unicodedata

ABOUT = re.compile(
    r"\b(?:about|around|roughly|approx(?:imately|\.)?|circa|ca\.|or so|ish)(?![a-z])|~|≈"
    r"|大约|大概|差不多|左右|前后|约莫|约"
)
NOW = re.compile(r"\b(?:right |just )?now\b|\bimmediately\b|现在|此刻|这会儿")
JUST_NOW = re.compile(
    r"\bjust now\b|\b(?:just )?a (?:moment|minute|second) ago\b|\bjust\b|刚才|刚刚|刚|方才|一?会儿?前"
)
AHEAD = re.compile(r"\bin (?=(?:\d|an? |one |two |half ))|\bfrom now\b|(?<=[时头钟分天日周期拜月年半])(?:之后|以后|后)")

NUMBERS = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0,
    "a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "a quarter of an": 0.25,
    "a couple of": 2.0, "couple of": 2.0, "a few": 3.0, "few": 3.0, "半": 0.5, "几": 3.0,
}  # fmt: skip
"""How many. "A few" and "几" are three: only an about time ever comes of them."""
_UNITS = {
    "seconds": r"s|secs?|seconds?|秒钟?",
    "minutes": r"m|mins?|minutes?|分钟|分",
    "quarters": r"刻钟",
    "hours": r"h|hrs?|hours?|小时|钟头",
    "days": r"d|days?|天|日",
    "weeks": r"w|wks?|weeks?|周|星期|礼拜",
    "months": r"mo|mths?|months?|月",
    "years": r"y|yrs?|years?|年",
}
_MANY = "|".join(sorted((re.escape(word) for word in NUMBERS), key=len, reverse=True))
_UNIT = "|".join(sorted((each for group in _UNITS.values() for each in group.split("|")), key=len, reverse=True))
LENGTH = re.compile(
    rf"(?P<many>\d+(?:\.\d+)?|{_MANY})\s*个?\s*(?P<half>and a half|半)?\s*"
    rf"(?P<unit>{_UNIT})(?![a-z])(?P<more>\s*and a half|半)?",
    re.ASCII,
)
FIRST_LENGTH = re.compile(rf"(?<![\w.]){LENGTH.pattern}", re.ASCII)
AGO = re.compile(r"\s*(?:ago|earlier|back)\b|\s*(?:之前|以前|前)")
AND = re.compile(r"\s*(?:and|,|又|零)?\s*")

EARLIER_NIGHT, SMALL_HOURS = "last night", "small hours"
"""Parts of a night that belongs to the day on which it begins: as a whole, and what lies behind midnight."""
DAYS = (
    (re.compile(r"\b(?:the )?day before yesterday\b|(?<!大)前[天日]"), -2, ""),
    (re.compile(r"大前天"), -3, ""),
    (re.compile(r"\blast night\b|昨晚|昨夜"), -1, EARLIER_NIGHT),
    (re.compile(r"前晚"), -2, EARLIER_NIGHT),
    (re.compile(r"\btonight\b|今晚|今夜"), 0, EARLIER_NIGHT),
    (re.compile(r"今早|今晨"), 0, "morning"),
    (re.compile(r"昨早"), -1, "morning"),
    (re.compile(r"\byesterday\b|昨天|昨日"), -1, ""),
    (re.compile(r"\btoday\b|今天|今日"), 0, ""),
    (re.compile(r"\b(?:the )?day after tomorrow\b|后天"), 2, ""),
    (re.compile(r"\btomorrow\b|明天|明日|明早|明晚"), 1, ""),
    (re.compile(r"\bthis (?=(?:morning|afternoon|evening))"), 0, ""),
)
"""Days by their distance from today, and the part of the day that the word brings with it."""
PARTS = (
    ("dawn", re.compile(r"凌晨|清早|清晨")),
    ("morning", re.compile(r"\b(?:in the )?morning\b|早上|早晨|上午|早(?=\s*\d)|(?<![a-z])a\.?m\b\.?")),
    ("noon", re.compile(r"中午|正午|\bnoon\b|\bmidday\b")),
    ("afternoon", re.compile(r"\b(?:in the )?afternoon\b|下午|午后|(?<![a-z])p\.?m\b\.?")),
    (EARLIER_NIGHT, re.compile(r"\b(?:in the )?evening\b|晚上|傍晚|晚间|\b(?:at )?night\b|晚(?=\s*\d)")),
    ("midnight", re.compile(r"\bmidnight\b|午夜|零点")),
    ("night", re.compile(r"夜里|夜间|半夜|深夜")),
)

_ENGLISH_DAYS = (
    "mon(?:day)?", "tue(?:s|sday)?", "wed(?:s|nesday)?", "thu(?:r|rs|rsday)?", "fri(?:day)?", "sat(?:urday)?",
    "sun(?:day)?",
)  # fmt: skip
_WEEKDAY = "|".join(f"(?P<d{n}>{each})" for n, each in enumerate(_ENGLISH_DAYS))
WEEKDAY = re.compile(rf"(?:\b(?P<which>last|this|next|on)\s+)?\b(?:{_WEEKDAY})\b\.?")
WEEKDAY_ZH = re.compile(r"(?P<which>上上个?|上个?|本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")

DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*(?:[日号]|(?!\d))"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d\d(?![:\d]))?(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?=\s+\d{1,2}[:点时])"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})\s*(?:[日号]|(?!\d))"),
    re.compile(r"(?:(?P<month>上|这|本|下)个?月)?(?<!\d)(?P<d>\d{1,2})\s*[日号]"),
    re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>\d{4}|\d\d))?(?![\d/])"),
)
CLOCKS = (
    re.compile(r"(?<![\d:])(?P<h>\d{1,2})\s*[:h]\s*(?P<min>\d\d)(?::(?P<s>\d\d))?(?P<exact>)(?![\d:])"),
    re.compile(r"(?<![\d:.])(?P<h>\d{1,2})\.(?P<min>\d\d)(?=\s*[ap]\.?m)"),
    re.compile(
        r"(?<!\d)(?P<h>\d{1,2})\s*[点时]钟?\s*(?:(?P<q>[13])刻|(?P<half>半)|(?P<min>\d{1,2})\s*分?)?(?:(?P<s>\d{1,2})秒)?整?"
    ),
    re.compile(r"\b(?P<to>half past|quarter past|quarter to)\s+(?P<h>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d:./-])(?P<h>\d{1,2})(?P<bare>)(?:\s*o'?clock)?(?![\d:./]|\s*[日号月年])"),
)
"""The last one is a bare hour, which the words around it must make a time."""
FILLING = re.compile(r"\b(?:at|on|the|of|in|it was|exactly|sharp|past)\b|[,，.。;；、()（）]|的|在|于|是|时候|整")

ZONE = re.compile(
    r"(?<![\w/])(?P<name>[A-Za-z_]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)|(?<![A-Za-z])(?:UTC|GMT)\s*(?P<sign>[+-])"
    r"\s*(?P<h>\d{1,2})(?::?(?P<min>\d\d))?|(?<![A-Za-z])(?P<utc>UTC|GMT)(?![A-Za-z/])"
    r"|(?<=[\d\sm])(?P<sign2>[+-])(?P<h2>\d\d):?(?P<min2>\d\d)\s*$",
    re.IGNORECASE,
)

_PLAIN_FORMS = str.maketrans("點時鐘週禮後兩號剛個約現幾間晝会會", "点时钟周礼后两号刚个约现几间昼会会")
_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMERAL = re.compile("[零〇一二两三四五六七八九十]+")


def plain(text: str) -> str:
    """Return typed text in one form: half-width, lower case, simplified where it matters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN_FORMS).lower().split())


def digits(text: str) -> str:
    """Return text with its Chinese numerals as digits: 二十三 as 23, 二零二六 as 2026."""
    return _NUMERAL.sub(lambda found: str(_number(found[0])), text)


def unit(word: str) -> str:
    """Return what a word measures: "minutes", "hours", … of the patterns above."""
    return next(name for name, words in _UNITS.items() if re.fullmatch(words, word))


def _number(numeral: str) -> int:
    if "十" not in numeral:
        return int("".join(str(_DIGITS[char]) for char in numeral))
    tens, _, ones = numeral.partition("十")
    return (_DIGITS.get(tens, 1) if len(tens) < 2 else 1) * 10 + (_DIGITS.get(ones[:1], 0) if ones else 0)
