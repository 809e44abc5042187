"""Senders for tests: 300 that imitate a firm, each in a way of its own, and 1,000 of an ordinary mailbox."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from casebook.guide.impostors import Register, Sender
from casebook.journal.incoming import Official
from casebook.journal.records import Firm
from casebook.journal.terms import FirmKind, OfficialKind

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
FIRMS = (
    *(
        ("Kestrel Exchange", "kestrel.example"),
        ("Northbank Pay", "northbank.test"),
        ("Orca Markets", "orcamarkets.test"),
    ),
    *(("WEXD", "wexd.example"), ("Zolumo", "zolumo.test"), ("CoinMarina", "coinmarina.example")),
    *(("Bimodex", "bimodex.co.zz"), ("Gridlow", "gridlow.example"), ("Ledgerwell", "mail.ledgerwell.test")),
    *(("VW Broker", "vwbroker.example"), ("Quillon 24", "quillon24.test"), ("鲸海交易所", "jinghai.example")),
)
_ELSEWHERE = ("acct-review.test", "mailer-7.example", "notice-center.invalid", "id-check.test", "bluehost7.example")
_FREE = ("gmail.com", "outlook.com", "proton.me", "163.com", "mail.ru")
_CYRILLIC = dict(zip("aceopxyijs", "асеорхуіјѕ", strict=True))
_GREEK = dict(zip("aoinv", "αοιην", strict=True))
_ACCENTS = dict(zip("aceilnorstuz", "àçéíļñóŕšťúž", strict=True))
_DIGITS = dict(zip("olieas", "011345", strict=True))
_GLYPHS = (("m", "rn"), ("w", "vv"), ("d", "cl"))
_KEYS = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxsrdhjokjkknpoqtfrybexgx", strict=True))


@dataclass(frozen=True)
class Pair:
    """An imitation: the way it is done, the firm it is of, and what the message says of its sender."""

    way: str
    firm: int
    sender: Sender


def register() -> Register:
    """Return the register of the twelve firms, each with the domain it writes from."""
    firms = [Firm(n, name, FirmKind.EXCHANGE, "", "", "", NOW) for n, (name, _) in enumerate(FIRMS, 1)]
    officials = [
        Official(n, n, OfficialKind.DOMAIN, domain, "", "its site", NOW, "", NOW, None)
        for n, (_, domain) in enumerate(FIRMS, 1)
    ]
    return Register.of(firms, officials, NOW, {"lin@example.org"})


def imitations(count: int = 300, seed: int = 7) -> list[Pair]:
    """Return that many imitations, every way as often as every other, as far as a name allows it."""
    chance, found, turn = random.Random(seed), dict[Sender, Pair](), 0
    while len(found) < count:
        way, make = _WAYS[turn % len(_WAYS)]
        number = chance.randrange(len(FIRMS)) + 1
        name, domain = FIRMS[number - 1]
        turn += 1
        sender = make(chance, name, _registered(domain))
        if sender is not None:
            found.setdefault(sender, Pair(way, number, sender))
    return list(found.values())


def _registered(domain: str) -> tuple[str, str]:
    labels = domain.removeprefix("mail.").split(".")
    return labels[0], ".".join(labels[1:])


Make = Callable[[random.Random, str, tuple[str, str]], Sender | None]


def _letter(table: dict[str, str], most: int = 1) -> Make:
    def make(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
        label, ending = domain
        places = [n for n, c in enumerate(label) if c in table]
        if not places:
            return None
        for place in chance.sample(places, min(len(places), most)):
            label = label[:place] + table[label[place]] + label[place + 1 :]
        return Sender(f"{_box(chance)}@{label}.{ending}", _shown(chance, name))

    return make


def _glyphs(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
    label, ending = domain
    fits = [(a, b) for a, b in _GLYPHS if a in label]
    if not fits:
        return None
    one, two = chance.choice(fits)
    return Sender(f"{_box(chance)}@{label.replace(one, two, 1)}.{ending}", _shown(chance, name))


def _slip(kind: str) -> Make:
    def make(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
        label, ending = domain
        place = chance.randrange(1, len(label) - 1)
        wrong = {
            "drop": label[:place] + label[place + 1 :],
            "double": label[:place] + label[place] + label[place:],
            "swap": label[:place] + label[place + 1] + label[place] + label[place + 2 :],
            "key": label[:place] + _KEYS.get(label[place], "x") + label[place + 1 :],
            "insert": label[:place] + chance.choice("abcehikot") + label[place:],
        }[kind]
        return None if wrong == label else Sender(f"{_box(chance)}@{wrong}.{ending}", _shown(chance, name))

    return make


def _domain(*patterns: str) -> Make:
    def make(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
        label, ending = domain
        pattern = chance.choice(patterns)
        host = pattern.format(l=label, e=ending, d=ending.replace(".", "-"), x=chance.choice(_ELSEWHERE))
        return Sender(f"{_box(chance)}@{host}", _shown(chance, name))

    return make


def _display(*patterns: str, free: bool = False) -> Make:
    def make(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
        box = (
            f"{chance.choice(('desk', 'no-reply', 'j.moore', 'a8812'))}@{chance.choice(_FREE if free else _ELSEWHERE)}"
        )
        bare = name.split(maxsplit=1)[0] if name.isascii() else name
        pattern = chance.choice(patterns)
        shown = pattern.format(
            n=name,
            b=bare,
            c="".join(_CYRILLIC.get(c, c) for c in bare.lower()).title(),
            s=" ".join(bare.upper()),
            z="\u200b".join(bare),
            a=f"support@{'.'.join(domain)}",
        )
        if "{c}" in pattern and shown.isascii():
            return None
        return Sender(box, shown)

    return make


def _local(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
    pattern = chance.choice(("{l}.support", "{l}-help", "support.{l}", "{l}.security.team", "{l}_customer_service"))
    host = chance.choice((*_FREE, *_ELSEWHERE))
    return Sender(f"{pattern.format(l=domain[0])}@{host}", chance.choice(("", "Customer Service", "Support")))


def _reply(chance: random.Random, name: str, domain: tuple[str, str]) -> Sender | None:
    label, ending = domain
    to = chance.choice(
        (f"{label}.desk@{chance.choice(_FREE)}", f"case@{label}{ending[0]}.{ending}", "x1@id-check.test")
    )
    return Sender(f"support@{label}.{ending}", name, to)


def _box(chance: random.Random) -> str:
    return chance.choice(("support", "no-reply", "help", "service", "security", "lily"))


def _shown(chance: random.Random, name: str) -> str:
    return chance.choice((name, f"{name} Support", "", "Lily", "Customer Service"))


_WAYS: tuple[tuple[str, Make], ...] = (
    ("like letters (rn, vv, cl)", _glyphs),
    ("a digit for a letter", _letter(_DIGITS)),
    ("a Cyrillic letter", _letter(_CYRILLIC)),
    ("all letters Cyrillic that can be", _letter(_CYRILLIC, 9)),
    ("a Greek letter", _letter(_GREEK)),
    ("an accent", _letter(_ACCENTS)),
    ("a letter left out", _slip("drop")),
    ("a letter twice", _slip("double")),
    ("two letters swapped", _slip("swap")),
    ("the key beside it", _slip("key")),
    ("a letter put in", _slip("insert")),
    ("another ending", _domain("{l}.invalid", "{l}.co", "{l}.org.{e}", "{l}.app")),
    ("a hyphen and an office", _domain("{l}-support.{e}", "secure-{l}.{e}", "{l}-login.invalid", "my-{l}.app")),
    ("an office glued on", _domain("{l}support.{e}", "{l}helpdesk.test", "help{l}.example", "{l}24.invalid")),
    ("a sub-domain", _domain("{l}.{e}.{x}", "{l}.{x}", "login.{l}.{e}.{x}", "{l}-{d}.{x}")),
    ("hyphens for dots", _domain("{l}-com.{x}", "www-{l}.{x}", "{l}-com.test")),
    ("the firm's name shown", _display("{n}", "{n} Support", "{n} Security Team", "{b} | Support")),
    ("an agent of the firm shown", _display("Lily from {b}", "Lily | {b}", "Marco ({b} Support)", "{b}: Lily")),
    ("the name in Chinese words", _display("{b}客服", "{b}官方客服", "{b}安全中心", "【{b}】客户服务")),
    ("the name in like letters", _display("{c} Support", "{c}")),
    ("the name with odd spaces", _display("{s}", "{z} Support", "{s} support")),
    ("the firm's address as the name", _display("{a}", "{b} <{a}>", "“{a}”")),
    ("free mail under the firm's name", _display("{n}", "{b} Customer Service", "{b} Help", free=True)),
    ("the firm's name before the @", _local),
    ("answers go elsewhere", _reply),
)


def ordinary(count: int = 1000, seed: int = 11) -> Iterator[Sender]:
    """Yield senders as a mailbox has them: people, shops, newsletters, lists, desks; some share a word with a firm."""
    chance = random.Random(seed)
    for number in range(count):
        yield _ORDINARY[number % len(_ORDINARY)](chance)


_FIRST_NAMES = (
    "Anna Ben Chen Daria Emil Fatima Georg Hui Ines Jakub Kenji Lea Marco Nadia Omar Petra Quinn Rosa Sven Tao"
)
_FIRST = _FIRST_NAMES.split()
_LAST_NAMES = "Moore Li Novak Okafor Pinto Weber Sato Kim Costa Haddad Berg Rossi Jensen Marsh Kestner North Wells"
_LAST = _LAST_NAMES.split()
_SHOPS = (
    *(
        "Bluebird Books",
        "Alpine Outdoor",
        "Casa Verde",
        "Marina Coffee",
        "Harbour Bikes",
        "Papier & Tinte",
        "Nordlicht",
    ),
    *("Saffron Kitchen", "Old Mill Bakery", "Pixel Garden", "Quiet Piano", "Orchard Toys", "Bridge Street Wine"),
    *("Ledger & Sons", "Coin Street Theatre", "Grid Energy", "Northern Bank of Seeds", "Falcon Gym", "Marketplace"),
)
_MENTIONS = (
    *("Orca Diving Club", "Kestrel Hill Farm", "Friends of the Kestrel", "Quillon Fencing", "Orca Whale Watch"),
    *("The Kestrel Inn", "Kestrel Bird Photography", "Northbank Cinema", "Northbank Festival"),
)
_ALL_WORDS = "river stone maple cloud harbor lantern copper willow ember meadow summit anchor birch falcon cedar orbit"
_WORDS = _ALL_WORDS.split()
_ENDINGS = ("example", "test", "org.zz", "co.zz", "invalid")


def _host(chance: random.Random) -> str:
    one, two = chance.sample(_WORDS, 2)
    joint = chance.choice(("", "-", ""))
    below = chance.choice(("", "", "mail.", "news.", "em.", "e.", "bounce."))
    return f"{below}{one}{joint}{two}.{chance.choice(_ENDINGS)}"


def _person(chance: random.Random) -> Sender:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    host = chance.choice((*_FREE, _host(chance)))
    local = chance.choice((f"{first}.{last}", f"{first[0]}{last}", f"{last}{chance.randrange(60, 99)}"))
    return Sender(f"{local.lower()}@{host}", chance.choice((f"{first} {last}", f"{last}, {first}", first, "")))


def _shop(chance: random.Random) -> Sender:
    shop = chance.choice(_SHOPS)
    label = "".join(c for c in shop.lower() if c.isalpha())
    box = chance.choice(("newsletter", "hello", "orders", "no-reply", "support", "info"))
    reply = chance.choice(("", "", f"reply-{chance.randrange(9999)}@{_host(chance)}"))
    return Sender(f"{box}@{label}.{chance.choice(_ENDINGS)}", chance.choice((shop, f"{shop} Support")), reply)


def _letter_of(chance: random.Random) -> Sender:
    return Sender(f"digest@{_host(chance)}", f"{chance.choice(_WORDS).title()} Weekly")


def _list(chance: random.Random) -> Sender:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    name = chance.choice(_WORDS)
    return Sender(
        f"{name}-users@lists.{_host(chance)}", f"{first} {last} via {name}-users", f"{first.lower()}@gmail.com"
    )


def _desk(chance: random.Random) -> Sender:
    word = chance.choice(_WORDS)
    return Sender(
        f"support+id{chance.randrange(99999)}@{word}.zendesk.com", f"{word.title()} ({chance.choice(_FIRST)})"
    )


def _shares_a_word(chance: random.Random) -> Sender:
    name = chance.choice(_MENTIONS)
    label = "".join(c for c in name.lower().removeprefix("the ") if c.isalpha())
    return Sender(f"{chance.choice(('hello', 'tickets', 'info'))}@{label}.{chance.choice(_ENDINGS)}", name)


def _real(chance: random.Random) -> Sender:
    name, domain = chance.choice(FIRMS)
    below = chance.choice(("", "mail.", "notify."))
    return Sender(f"{_box(chance)}@{below}{domain}", chance.choice((name, f"{name} Support", f"Lily | {name}")))


_ORDINARY: tuple[Callable[[random.Random], Sender], ...] = (
    *(_person, _shop, _letter_of, _person, _list, _desk, _shop, _person, _shares_a_word, _real),
)
