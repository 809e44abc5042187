"""What a name claims: whether it is only a firm's name and words of its office, or merely mentions the firm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from casebook.guide.impostors.confusables import skeleton, visible

_OFFICE = """
a account accounts admin administration advisor affairs agent airdrop alert alerts and antifraud app appeal appeals
asset assets assist assistance at auth authentication bank billing bonus bot broker business card care case center
central centre chat claim claims client clients com compensation complaint complaints compliance confirm contact
corporate crypto custody customer customers dept department deposit deposits desk device digital dispute disputes do
donotreply email escalation escalations event events exchange fi finance financial fraud from fund funds gateway get
global group guard hello help helpcenter helpcentre helpdesk home hotline hq id identity inc info information io
international invoice kyc legal limited live llc login logon ltd mail mailer main manager member members message
messages messenger mobile my net new news newsletter no noreply not notice notices notification notifications notify
of office official ombudsman on online operations org otp page pay payment payments portal premium priority prime pro
promo protect protection recover recovery refund refunds regulator relations release reply representative reset
resolution resolve restore review reward rewards risk safe safety secure secured security senior service services
session sign signin site specialist staff status support system systems team tech technical the ticket tickets to
trade trading transaction transactions treasury trust trusted unlock update updates user users validate validation
verification verified verify via vip wallet wallets web website welcome withdraw withdrawal withdrawals withdraws
world www your
atencion ayuda cliente clientes equipo servicio soporte assistenza atendimento suporte kundendienst kundenservice
sicherheit equipe clientele konto hilfe aide compte secours
поддержка служба безопасность
asia au ca ch cn de es eu fr hk in it jp kr nl pt ru sg tr tw uk us
"""
OFFICE = frozenset(_OFFICE.split())
"""Words that a firm's office puts beside its name."""
_KIND_OF_FIRM = """
brokers capital coin futures fx holding holdings investment investments labs market markets money securities
technologies technology ventures
"""
FORMS = frozenset(_KIND_OF_FIRM.split())
"""Words of a firm's own name that people leave out."""
_OFFICE_SEEN = frozenset(skeleton(word) for word in OFFICE if len(word) > 1)
_OFFICE_ZH = re.compile(
    "客服|客戶|客户|支持|支援|官方|团队|團隊|服务|服務|安全|中心|助手|通知|风控|風控|合规|合規|サポート|公式|고객|지원"
)
_PARTS = re.compile(r"[|/:;,()\[\]<>{}\u2013\u2014·•]+|\s[-~]\s|\s+(?:from|at|via|by)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"\b(?:\w[ ._-]){2,}\w\b")
_LONGEST = 300
_LONGEST_GLUED, _SHORTEST_GLUED, _SHORTEST_IN_NAMES = 40, 3, 5
_INITIALS = 2  # two letters stand in brackets behind many a name
_TELL = """
agent compliance dispute disputes escalation escalations fraud helpcenter helpcentre helpdesk kyc manager official
ombudsman recovery refund refunds representative security soporte suporte support verification withdrawal withdrawals
"""
_TELLING = frozenset(_TELL.split())
"""Words that make a name an office of the firm, whatever else is in it."""


class Claim(IntEnum):
    """How much a name claims."""

    NOTHING = 0
    MENTIONS = 1
    CLAIMS = 2


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without what takes no room; `M E X C` is one word."""
    plain = visible(text[:_LONGEST])
    plain = _SPACED.sub(lambda found: re.sub(r"[ ._-]", "", found[0]), plain)
    return [word.lower() for word in _WORD.findall(plain)]


def is_office(word: str) -> bool:
    """Return whether a word (or its look-alike) only names an office, or is a number."""
    bare = word.rstrip("0123456789")
    return not bare or bare in OFFICE or skeleton(bare) in _OFFICE_SEEN


@lru_cache(maxsize=8192)
def only_office(word: str) -> bool:
    """Return whether a word is made of office words and nothing else, written as one: `loginportal`."""
    if is_office(word):
        return True
    if len(word) > _LONGEST_GLUED:
        return False
    return any(is_office(word[:cut]) and only_office(word[cut:]) for cut in range(2, len(word) - 1))


def glued(word: str, known: str) -> bool:
    """Return whether a word is a firm's name and office words, written as one: `firmsupport`."""
    for name, whole in ((known, word), (skeleton(known), skeleton(word))):
        if len(name) < _SHORTEST_GLUED or len(whole) <= len(name):
            continue
        if whole.startswith(name) and only_office(whole[len(name) :]):
            return True
        if whole.endswith(name) and only_office(whole[: -len(name)]):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """A name that a firm goes by, taken apart once. One that is `common` others may have, too."""

    name: str
    joined: str
    seen: str
    words: int
    common: bool = False

    @classmethod
    def of(cls, name: str, *, common: bool = False) -> Known:
        """Return a name, taken apart."""
        words = words_of(name)
        return cls(visible(name).lower(), "".join(words), "".join(map(skeleton, words)), len(words), common)


class Shown:
    """A name that a message shows, taken apart once; it is asked about each firm."""

    def __init__(self, name: str) -> None:
        plain = visible(name[:_LONGEST])
        self._plain = plain.lower()
        self._office = _OFFICE_ZH.search(plain) is not None
        parts = [plain, *(part for part in _PARTS.split(plain) if part != plain)]
        self._parts = [(words, list(map(skeleton, words))) for words in map(words_of, parts) if words]
        words, seen = self._parts[0] if self._parts else ([], [])
        self._run, self._seen = "".join(words), "".join(seen)

    def claims(self, known: Known) -> Claim:
        """Return what the name claims of a firm that goes by `known`.

        `MEXC Support`, `Lily | MEXC` and `Lily from MEXC` claim to be the firm; `MEXC Rum Club` mentions it. A common
        name needs a word of an office beside it.
        """
        most = self._cjk(known)
        if not known.seen or (known.seen not in self._seen and known.joined not in self._run):
            return most
        for number, (words, seen) in enumerate(self._parts):
            if len(words) > 1 if known.common else number == 0 or len(known.joined) > _INITIALS:
                most = max(most, _claim(words, seen, known))
        return most

    def _cjk(self, known: Known) -> Claim:
        """Names in Chinese, Japanese and Korean have no spaces: the firm's name anywhere counts."""
        latin = known.name.isascii()
        place = self._plain.find(known.name) if known.name and (self._office or not latin) else -1
        if place < 0 or known.common:
            return Claim.NOTHING
        end = place + len(known.name)
        if latin and not _stands_alone(self._plain, place, end):
            return Claim.NOTHING
        rest = self._plain[:place] + self._plain[end:]
        return Claim.CLAIMS if not rest.strip() or _OFFICE_ZH.search(rest) else Claim.MENTIONS


def _claim(words: list[str], seen: list[str], known: Known) -> Claim:
    """Return what the words of one part of a name claim."""
    for start in range(len(seen)):
        for end in range(start + 1, min(len(seen), start + max(3, known.words)) + 1):
            if "".join(seen[start:end]) == known.seen:
                rest = words[:start] + words[end:]
                telling = all(map(is_office, rest)) or any(word in _TELLING for word in rest)
                return Claim.CLAIMS if telling else Claim.MENTIONS
    one = len(known.joined) >= _SHORTEST_IN_NAMES and any(glued(word, known.joined) for word in words)
    return Claim.CLAIMS if one else Claim.NOTHING


def _stands_alone(text: str, start: int, end: int) -> bool:
    around = text[start - 1 : start] + text[end : end + 1]
    return not any(letter.isascii() and letter.isalnum() for letter in around)
