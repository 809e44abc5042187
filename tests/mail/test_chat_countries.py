"""WhatsApp's exports from telephones of many countries: the same two messages in each country's dates and times."""

from __future__ import annotations

import io

import pytest

from casebook.mail.chats import whatsapp
from casebook.mail.chats.lines import Line
from casebook.mail.chats.stretches import Reading

COUNTRIES = {
    "spanish": ("20/11/26, 2:03\u202fp.\u00a0m. - ", "21/11/26, 12:05\u202fa.\u00a0m. - "),
    "arabic": ("٢٠\u200f/١١\u200f/٢٠٢٦، ٢:٠٣ م - ", "٢١\u200f/١١\u200f/٢٠٢٦، ١٢:٠٥ ص - "),
    "arabic, iphone": ("[20\u200f/11\u200f/2026، 2:03:00 م] ", "[21\u200f/11\u200f/2026، 12:05:00 ص] "),
    "persian": ("۲۰۲۶/۱۱/۲۰،\u200f ۱۴:۰۳ - ", "۲۰۲۶/۱۱/۲۱،\u200f ۰:۰۵ - "),
    "hindi": ("20/11/26, 2:03 pm - ", "21/11/26, 12:05 am - "),
    "marathi": ("२०/११/२६, २:०३ PM - ", "२१/११/२६, १२:०५ AM - "),
    "tamil": ("20/11/26, பிற்பகல் 2:03 - ", "21/11/26, முற்பகல் 12:05 - "),
    "korean": ("2026. 11. 20. 오후 2:03 - ", "2026. 11. 21. 오전 12:05 - "),
    "korean, iphone": ("[2026. 11. 20. 오후 2:03:00] ", "[2026. 11. 21. 오전 12:05:00] "),
    "japanese": ("2026/11/20 午後2:03 - ", "2026/11/21 午前12:05 - "),
    "taiwan": ("2026/11/20 下午2:03 - ", "2026/11/21 上午12:05 - "),
    "thai": ("20/11/2569 14:03 - ", "21/11/2569 00:05 - "),
    "vietnamese": ("14:03, 20/11/2026 - ", "00:05, 21/11/2026 - "),
    "malay": ("20/11/2026, 2:03 PTG - ", "21/11/2026, 12:05 PG - "),
    "finnish": ("20.11.2026 klo 14.03 - ", "21.11.2026 klo 0.05 - "),
    "danish, iphone": ("[20.11.2026 kl. 14.03.00] ", "[21.11.2026 kl. 00.05.00] "),
    "french": ("20/11/2026 à 14:03 - ", "21/11/2026 à 00:05 - "),
    "french, canada": ("2026-11-20 14 h 03 - ", "2026-11-21 00 h 05 - "),
    "hungarian": ("2026. 11. 20. 14:03 - ", "2026. 11. 21. 0:05 - "),
    "czech": ("20. 11. 2026 14:03 - ", "21. 11. 2026 0:05 - "),
    "bulgarian": ("20.11.26 г., 14:03 ч. - ", "21.11.26 г., 0:05 ч. - "),
    "greek": ("20/11/26, 2:03 μ.μ. - ", "21/11/26, 12:05 π.μ. - "),
    "turkish": ("20.11.2026 ÖS 2:03 - ", "21.11.2026 ÖÖ 12:05 - "),
}


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_same_two_messages(country: str) -> None:
    first, second = COUNTRIES[country]
    text = f"{first}Lily: Hello\nsecond line\n{second}Lin: Still on hold - 12:00, you said: soon\n"
    assert whatsapp.fits(text)
    found = [
        each for each in whatsapp.read(io.BytesIO(text.encode()), "x", Reading(zone="UTC")) if isinstance(each, Line)
    ]
    assert [each.at.utc.strftime("%Y-%m-%d %H:%M") for each in found if each.at] == [
        "2026-11-20 14:03",
        "2026-11-21 00:05",
    ]
    assert [(each.who, each.words) for each in found] == [
        ("Lily", "Hello\nsecond line"),
        ("Lin", "Still on hold - 12:00, you said: soon"),
    ]


def test_a_title_in_other_languages() -> None:
    for name in (
        "Chat de WhatsApp con Lily.txt",
        "Conversa do WhatsApp com Lily.txt",
        "Discussion WhatsApp avec Lily.txt",
    ):
        assert whatsapp.title_of(name) == "Lily"
