"""Host names taken apart, and the kinds of host at which anybody can have an address."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.journal.official_values import shown_host

# Below these second-level names of countries anybody registers a domain, as below `com`.
_SECOND_LEVEL = "ac co com edu gob gouv gov gv ind ltd me mil ne net nom or org plc sch"
_SECOND = frozenset(_SECOND_LEVEL.split())
_ANYWHERE = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
_FREE_MAIL = """
126.com 139.com 163.com 21cn.com aim.com aliyun.com aol.com bk.ru btinternet.com comcast.net daum.net
disroot.org email.com fastmail.com fastmail.fm foxmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net
googlemail.com gmx.us hanmail.net hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it
hushmail.com icloud.com inbox.lv inbox.ru keemail.me kolabnow.com laposte.net libero.it list.ru live.com
live.co.uk mac.com mail.com mail.ru mailbox.org mailfence.com me.com msn.com naver.com o2.pl onionmail.org
orange.fr outlook.com outlook.de outlook.es outlook.fr outlook.jp pm.me posteo.de proton.me protonmail.ch
protonmail.com qq.com rambler.ru rediffmail.com riseup.net rocketmail.com runbox.com safe-mail.net sina.cn sina.com
sohu.com t-online.de tom.com tuta.com tuta.io tutamail.com tutanota.com uol.com.br vip.163.com vip.qq.com
virgilio.it wanadoo.fr web.de wp.pl ya.ru yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.com.hk
yahoo.com.tw yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com zohomail.com
"""
FREE_MAIL = frozenset(_FREE_MAIL.split())
"""Where anybody gets an address under a name of their choosing."""
_RENTED = """
atlassian.net freshdesk.com freshservice.com gorgias.com gorgias.io helpscoutapp.com helpscout.net hubspot.com
hubspotemail.net intercom-mail.com intercom.io kayako.com kustomerapp.com salesforce.com force.com tawk.email
zendesk.com zohodesk.com zohodesk.eu zoho.eu crisp.email front-mail.com reamaze.com happyfox.com teamwork.com
mailchimpapp.net sendgrid.net amazonses.com mailgun.org mandrillapp.com
"""
RENTED = frozenset(_RENTED.split())
"""Help desks and senders of mass mail: a name under them is rented by whoever pays."""


@dataclass(frozen=True, slots=True)
class Host:
    """A host name: `label` is the one somebody registered, `suffix` what it stands under, `below` what is before it."""

    name: str
    label: str
    suffix: str
    below: tuple[str, ...]

    @property
    def domain(self) -> str:
        """The registered domain."""
        return f"{self.label}.{self.suffix}" if self.suffix else self.label


def take_apart(name: str) -> Host:
    """Return the parts of a host name in the letters it is shown in; below a rented host the tenant counts as label."""
    labels = shown_host(name).split(".")
    for count in (2, 3):
        if ".".join(labels[-count:]) in RENTED and len(labels) > count:
            return Host(name, labels[-count - 1], ".".join(labels[-count:]), tuple(labels[: -count - 1]))
    second = len(labels) > 2 and labels[-2] in (_SECOND if len(labels[-1]) == 2 else _ANYWHERE)
    size = 2 if second else 1
    if len(labels) <= size:
        return Host(name, labels[0], ".".join(labels[1:]), ())
    return Host(name, labels[-size - 1], ".".join(labels[-size:]), tuple(labels[: -size - 1]))


def at_or_below(host: str, domain: str) -> bool:
    """Return whether a host is a domain or below it."""
    return host == domain or host.endswith(f".{domain}")
