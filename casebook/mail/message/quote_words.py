"""What mail programs of many languages write around a quoted message, as parts of patterns: one line, many words."""

from __future__ import annotations


def _any(words: str) -> str:
    """Return the alternatives of a list whose entries stand between bars."""
    return "|".join(filter(None, (word.strip() for word in words.replace("\n", " | ").split(" | "))))


WROTE = _any(r"""
wrote | writes | said on .{0,60} | 写道 | 寫道 | 写到 | 寫到 | 書き込み | 写了 | 寫了
のメール | は書きました | が書きました | schrieb | hat geschrieben | a écrit | a ecrit | escribió
escribio | escreveu | ha scritto | scrisse | schreef | geschreven | skrev | kirjoitti | napisał\(a\) | napisał
napisała | napsal\(a\) | napsal | napsala | napísal | написал\(а\) | написал | написала | писал\(а\) | пишет
пише | написав | έγραψε | yazdı | 님이 작성 | a scris | írta | ezt írta | đã viết | menulis | เขียนว่า
เขียน | כתב(?:ה|/ה)? | كتب
""")
"""The verb between a writer's name and the colon."""

ATTRIBUTION_BEGIN = _any(r"""
On\b | At \d | Am\b | Le\b | El\b | Em\b | Il\b | Op\b | Den\b | På\b | Dnia\b | Dne\b | W dniu\b | Vào\b
Pada\b | В\b | (?:Пн|Вт|Ср|Чт|Пт|Сб|Вс)\b | Στις\b | La data\b | pon\.? | wt\.? | śr\.? | czw\.? | pt\.?
sob\.? | niedz\.? | 在 | 于 | 於 | \d{1,2}[ ./-] | \d{4}[年년/.-] | (?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\b
(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b | (?:ma|ti|ke|to|pe|la|su) \d{1,2}\.
""")
"""How such a line begins; a name with an address is known by the address."""

FROM = _any(r"""
From | Von | De | Da | Van | Fra | Från | Od | От | От кого | Від | Gönderen | Kimden | Lähettäjä | Expéditeur
发件人 | 发 件 人 | 发自 | 寄件者 | 寄件人 | 差出人 | 送信者 | 보낸 사람 | 보낸사람 | 보낸이 | Mittente
Remitente | Remetente
""")

SENT = _any(r"""
Sent | Date | Sent on | Gesendet | Datum | Envoyé | Envoyé le | Enviado | Enviado el | Enviada em | Inviato
Data | Fecha | Verzonden | Skickat | Sendt | Wysłano | Дата | Отправлено | Gönderildi | Tarih | Lähetetty
Надіслано | 发送时间 | 发送日期 | 发件时间 | 日期 | 时间 | 寄件日期 | 傳送時間 | 送信日時 | 日時 | 보낸 날짜
보낸날짜 | 날짜
""")

TO = _any(r"""
To | An | À | A | Para | Aan | Til | Till | Do | Кому | Kime | Destinataire | Destinatario | Vastaanottaja
收件人 | 收 件 人 | 收件者 | 宛先 | 받는 사람 | 받는사람 | 받는이
""")

SUBJECT = _any(r"""
Subject | Betreff | Objet | Asunto | Assunto | Oggetto | Onderwerp | Emne | Ämne | Temat | Тема | Konu | Aihe
主题 | 主\s题 | 主題 | 主旨 | 标题 | 標題 | 件名 | 제목
""")

OTHER_HEADER = _any(r"""
Cc | Bcc | Kopie | Cci | CC | Копия | Reply-To | 抄送 | 抄 送 | 副本 | 參照 | 참조 | Importance | Priority
""")

BAR = _any(r"""
Original | Original Message | Original Email | Reply message | Replied Message | Forwarded message
Forwarded Message | Forwarded by .{0,100} | Weitergeleitete Nachricht | Ursprüngliche Nachricht
Original-?Nachricht | Originalnachricht | Message d.origine | Message original | Message transféré
Courriel original | Mensaje original | Mensaje reenviado | Mensagem original | Mensagem encaminhada
Messaggio originale | Messaggio inoltrato | Oorspronkelijk bericht | Origineel bericht
Doorgestuurd bericht | Opprinnelig melding | Oprindelig meddelelse | Oprindelig besked | Ursprungligt meddelande
Vidarebefordrat meddelande | Alkuperäinen viesti
Wiadomość oryginalna | Oryginalna wiadomość | Wiadomość przekazana | Původní zpráva | Přeposlaná zpráva
Исходное сообщение | Пересылаемое сообщение | Пересланное сообщение | Оригінальне повідомлення | İletilen ileti
Orijinal ileti | Özgün ileti | Eredeti üzenet | Mesajul original | Thư gốc | Tin nhắn gốc | Pesan asli
原始邮件 | 原始郵件 | 原邮件 | 原郵件 | 邮件原文 | 郵件原文 | 原文 | 原始信息 | 回复的原邮件 | 回复的邮件
转发邮件 | 转发的邮件 | 转发邮件信息 | 转发信息 | 轉寄郵件 | 轉寄的郵件 | 轉發郵件 | 元のメッセージ
転送メッセージ | 転送されたメッセージ | Original Message / 元のメッセージ | 원본 메시지 | 원본 메일 | 원본메일
전달된 메시지 | 전달된 메일
""")
"""The words between two runs of dashes above a whole quoted or forwarded message."""

BEGIN_FORWARD = _any(r"""
Begin forwarded message | Anfang der weitergeleiteten (?:Nachricht|E-Mail)
Début du message (?:transféré|réexpédié) | Inicio del mensaje reenviado
Início da mensagem (?:encaminhada|reencaminhada) | Inizio messaggio inoltrato | Begin doorgestuurd bericht
Vidarebefordrat brev | Начало переадресованного сообщения | 下面是被转发的邮件 | 以下是转发的邮件
以下為轉寄的郵件 | 開始轉寄郵件 | 転送されたメッセージ | 전달된 메시지 시작
""")

REPLY_ABOVE = _any(r"""
##- | (?:please )?(?:type|write|reply|enter|respond|add)[^\n]{0,40}(?:above|over) (?:this|the) line
(?:oberhalb|über) dieser (?:Zeile|Linie) | au-dessus de cette ligne | por encima de esta l[ií]nea
arriba de esta l[ií]nea | acima d(?:esta|essa) linha | sopra (?:a )?questa (?:riga|linea)
boven deze (?:regel|lijn) | выше этой (?:строки|линии|черты)
(?:此行|此线|这条线|本行|这一行|该行|分隔线|此分割线)(?:的)?(?:上方|以上|之上|上面) | 此行上方 | この行より上
この線より上 | 이 줄 위
""")
"""The line of a support desk above which an answer is to be written."""

REPLY_ABOVE_KEYS = ("this line", "the line", "dieser Zeile", "cette ligne", "esta l", "questa ri", "deze r")
"""One of these stands in such a line, where no dashes do."""

REPLY_ABOVE_EAST = ("行上方", "行以上", "线以上", "より上", "줄 위", "этой")
"""The same for what is not written in ASCII."""

_DEVICES = (
    "iPhone|iPad|iPod|Galaxy|Samsung|Android|BlackBerry|Huawei|Honor|Xiaomi|Redmi|OPPO|vivo|OnePlus|Pixel|Nokia|Sony|"
    "Motorola|HTC|LG|Windows|Mac|mobile|phone|smartphone|tablet|cell|Mail for|Outlook|Yahoo|Gmail|Proton|AOL|Spark"
)
SENT_FROM = _any(
    r"""
Sent from (?:my |a |the )?(?:DEVICES)\b
Sent (?:via|with|using) (?:the )?(?:Proton|ProtonMail|Tuta|Samsung|BlackBerry|Spark|Airmail|Canary|Yahoo|HEY)
Get Outlook for | Download Outlook | Von meinem .{2,40} gesendet | Gesendet (?:von|mit|über)
(?:Télécharger|Obtenir|Descargar|Obtener|Baixar|Obter|Ottieni|Scarica|Hent|Hämta|Pobierz|Скачать) Outlook
Diese Nachricht wurde von meinem | Envoyé (?:de|depuis|à partir de) (?:mon|ma|l|Yahoo|Outlook|Proton)
Enviado (?:desde|do|de) (?:mi|meu|Yahoo|Outlook|Proton) | Inviato da(?:l mio)? | Verzonden (?:vanaf|met)
Отправлено (?:с|из) | Надіслано з | Wysłane? z | Skickat från | Sendt fra | Lähetetty
iPhone(?:'dan|’dan)? gönderildi | Được gửi từ | Dikirim dari | Nosūtīts no | Enviat des
发自我?的? ?(?:iPhone|iPad|手机|华为|小米|荣耀|三星|OPPO|vivo|安卓|Android|Windows|Mac|企业微信)
发自我?的? ?(?:网易|QQ|Outlook|新浪|移动|邮箱)
發自我?的? ?(?:iPhone|iPad|手機|三星|Android|Windows|Mac) | 从我的.{2,30}发送 | 從我的.{2,30}(?:傳送|發送)
发送自 | 發送自 | 傳送自 | 来自我的 | 来自 ?(?:Outlook|iPhone|iPad|华为|小米|QQ邮箱|新浪邮箱|Windows|网易)
獲取 Outlook | 获取 ?Outlook | 下载 ?Outlook | 获取适用于
由 ?(?:网易邮箱大师|Outlook|Foxmail).{0,10}(?:定制|发送) | 签名由.{0,20}定制 | .{2,30}から送信
나의 .{2,30}에서 보냄 | 내 .{2,30}에서 보냄
""".replace("DEVICES", _DEVICES)
)
"""What a phone or a mail program writes below a message."""

DISCLAIMER = (
    "intended solely for",
    "intended only for",
    "intended exclusively for",
    "intended recipient",
    "legally privileged",
    "confidentiality notice",
    "strictly prohibited",
    "vertrauliche und/oder rechtlich",
    "nur für den adressaten",
    "destinataire prévu",
    "exclusivamente para su destinatario",
    "uso esclusivo del destinatario",
    "仅供收件人",
    "仅供指定",
    "指定收件人",
    "指定的收件人",
    "预期收件人",
    "邮件及其附件",
    "邮件及附件",
    "郵件及其附件",
    "郵件及附件",
    "宛先以外の方",
)
"""What the legal notice says that firms put below every mail, in lower case."""
