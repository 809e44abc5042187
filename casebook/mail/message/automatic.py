"""Whether a person wrote a mail, as far as it says so. In doubt a person did: to miss an answer is the worse error."""

from __future__ import annotations

import re

from casebook.journal.terms import Automatic
from casebook.mail.message.headers import Headers, Value

# Support desks mark every mail they send as automatic, answers by people too.
_DESK_HEADERS = re.compile(
    r"x-zendesk|x-freshdesk|x-fd-|x-sfdc|x-hs-format|x-msg-context|x-freescout|x-jira|x-gorgias|x-rt-|rt-|x-otrs|"
    r"x-intercom|x-redmine|x-gitlab|x-zoho|x-znuny|x-kayako|x-front-|x-hubspot|x-livechat"
)
_DESK_NAMES = re.compile(
    rb"zendesk|zdsys\.com|freshdesk|helpscout|intercom|gorgias|salesforce|zohodesk|atlassian|freescout|otrs|front-mail",
    re.IGNORECASE,
)
_DESK_PLACES = ("message-id", "x-mailer", "reply-to", "return-path", "user-agent")
_SUBJECT = re.compile(
    r"\[?(?:auto(?:matic(?:ally)?)?[ -]?(?:reply|response|antwort)|out of (?:the )?office|automatische antwort|"
    r"abwesenheitsnotiz|réponse automatique|respuesta automática|risposta automatica|resposta automática|"
    r"automatisch antwoord|automatyczna odpowiedź|automatická odpověď|automatiskt? svar|autosvar|automaattinen vastaus|"
    r"automatikus válasz|răspuns automat|αυτόματη απάντηση|автоматический ответ|автоответ|автоматична відповідь|"
    r"otomatik yanıt|trả lời tự động|balasan otomatis|رد تلقائي|תשובה אוטומטית|"
    r"自动回复|自動回覆|自动答复|自動応答|자동 ?회신)\s*[:：\]】]"
    r"|auto ?: [^\n]{0,100}\bout of (?:the )?office\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\W{0,3}(?:i(?: a|['’])m )?(?:currently )?(?:out of (?:the )?office|on (?:vacation|holiday|leave)|away from)\b",
    re.IGNORECASE,
)
# What mail servers call a mail that did not arrive; an answer to one ("Re: …") is somebody's.
_RETURNED = re.compile(
    r"\W{0,3}(?:undeliver(?:able|ed)\b|non-?delivery\b|returned (?:e-?)?mail\b|failed mail\b|failure notice\b|"
    r"(?:(?:permanent|mail|message) )?delivery (?:status notification|has failed|fail|error|problem|warning|report)|"
    r"(?:the |your )?(?:(?:e-?)?mail|message) (?:delivery (?:has )?failed|could not be (?:delivered|sent)|"
    r"not delivered)|"
    r"mail (?:system )?error\b|delayed mail\b|warning: [^\n]{0,80}(?:user unknown|delayed|could not)|"
    r"unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|non remis|échec de (?:la )?remise|message non distribué|"
    r"no (?:se puede )?entrega(?:r|do)\b|não é possível entregar|falha na entrega|non recapitabile|mancato recapito|"
    r"onbestelbaar|niedostarczalne|teslim edilemedi|не удалось доставить|недоставлен|сообщение не доставлено|"
    r"배달되지 않|(?:メール|配信|送信)(?:エラー|不能|できません)|未配信|"
    r"(?:系统|系統)?退信|(?:邮件|郵件|信件)(?:被?退回|[^\n]{0,4}(?:投递|投遞|发送|發送|傳送|送达|送達)失[败敗])|"
    r"[无未無][法能]?(?:投递|投遞|送达|送達|传递|傳遞))",
    re.IGNORECASE,
)
_NOT_DELIVERED = re.compile(
    r"\b(?:(?:e-?)?mail|message)s?\b[^\n]{0,160}\b(?:could not|cannot|can't) be (?:\w+ )?delivered\b|\bRCPT TO:|"
    r"\bfailed recipients?\b|\bfollowing (?:recipient|address|user)|\bdelivery failed\b|\b(?:no such|unknown) user\b|"
    r"\b(?:user|recipient) (?:is )?unknown\b|\bstill being retried\b|"
    r"(?:邮件|郵件|信件|来信|來信)[^\n]{0,60}(?:退回|退信|(?:无法|無法|未能)(?:投递|投遞|送达|送達))|"
    r"收件人[^\n]{0,60}(?:不存在|被拒|拒绝|拒絕)|\bcould not be delivered to:|送信できませんでした",
    re.IGNORECASE,
)
_SERVERS = re.compile(
    r"(?:post-?master|mailer[-_.]?daemon|mdaemon|mail[-_.]?daemon|mail-?system|microsoftexchange[0-9a-f]{20,})\W?"
)
_NOBODY = re.compile(rb"\s*(?:<\s*>|<?mailer-daemon\b)", re.IGNORECASE)
_MARKS = ("x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-autoresponder", "x-autoreply-from")
_RECEIVED = re.compile(
    r"\b(?:request|ticket|case|enquiry|inquiry|query|message|e-?mail)\b[^.\n]{0,40}"
    r"\b(?:has been|was|have been)\s+(?:successfully\s+)?(?:received|created|opened|logged|submitted)"
    r"|\bwe(?: have|'ve|’ve)?(?: successfully)? received your "
    r"(?:\w+ ){0,2}(?:request|ticket|enquiry|inquiry|query|message|e-?mail)"
    r"|(?:已|已经|已經)(?:成功)?收到了?(?:您|你)的?(?:[^。，,\n]{0,6})(?:邮件|郵件|请求|請求|工单|工單|反馈|咨询|諮詢|来信|來信|问题|申请)"
    r"|(?:工单|工單|请求|請求|案件)[^。\n]{0,20}(?:已|被)(?:成功)?(?:创建|建立|受理|收到|提交|登记)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\bas soon as possible\b|\bget back to you\b|\bbe in touch\b|"
    r"\bwill (?:\w+ (?:to )?)?(?:respond|reply|answer|contact you)\b|"
    r"\bbeing reviewed\b|\bbe reviewed by\b|\bautomat(?:ed|ic) (?:reply|response|message|e-?mail)\b|"
    r"(?:尽快|儘快|稍后|稍後|将(?:会)?在|將(?:會)?在)[^。\n]{0,20}(?:回复|回覆|答复|处理|處理|联系|聯繫)|"
    r"自动(?:发送|回复|生成)|自動(?:發送|回覆|生成)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?m)^(?:>|##- |-{5,}|_{5,}|On .{5,120} wrote:|.{0,80}写道[:：])")
_THANKS = re.compile(r"\bthank(?:s| you) for your? (?:e-?mail|message|enquiry|inquiry)\b", re.IGNORECASE)
_ACKNOWLEDGEMENT_LENGTH = 1_200


def judge(headers: Headers, top: Value, sender: str, subject: str, text: str) -> Automatic:
    """Return why a message does not count as an answer, or `Automatic.NO`.

    Delivery reports are bounces (RFC 6522), and so is what older mail servers send: a subject that says so, from a
    server or with words about recipients. Auto-Submitted other than `no` (RFC 3834), X-Auto-Response-Suppress,
    Precedence auto_reply and the usual subjects mark an automatic reply; but where the mail comes from a support desk,
    whose software sets them on everything, only words that merely acknowledge do.
    """
    if top.main == "multipart/report":
        receipt = top.parameters.get("report-type", b"").lower() == b"disposition-notification"
        return Automatic.AUTO_REPLY if receipt else Automatic.BOUNCE
    if "x-failed-recipients" in headers or sender.partition("@")[0] == "mailer-daemon":
        return Automatic.BOUNCE
    if _SUBJECT.match(subject):
        return Automatic.AUTO_REPLY
    if _RETURNED.match(subject) and _came_back(headers, sender, text):
        return Automatic.BOUNCE
    marked = (
        headers.token("auto-submitted") not in {"", "no"}
        or headers.token("precedence") == "auto_reply"
        or (headers.token("precedence") in {"bulk", "junk"} and _AWAY.match(subject) is not None)
        or any(name in headers for name in _MARKS)
    )
    if marked:
        person = from_desk(headers) and not acknowledges(text)
    else:  # RFC 3834: a machine answers so that nothing can come back
        person = not (_NOBODY.match(headers.get("return-path")[:200]) and acknowledges(text, thanks=True))
    return Automatic.NO if person else Automatic.AUTO_REPLY


def _came_back(headers: Headers, sender: str, text: str) -> bool:
    """Return whether a mail with a bounce's subject is one: a server wrote it, or it speaks of recipients."""
    if _SERVERS.fullmatch(sender.partition("@")[0]) or _NOBODY.match(headers.get("return-path")[:200]):
        return True
    return not from_desk(headers) and _NOT_DELIVERED.search(text[:4_000]) is not None


def from_desk(headers: Headers) -> bool:
    """Return whether support desk software left its mark in the headers."""
    if any(_DESK_HEADERS.match(name) for name in headers.names()):
        return True
    if any(_DESK_NAMES.search(headers.get(name)[:2000]) for name in _DESK_PLACES):
        return True
    return any(b"zdsys.com" in value[:2000] for value in headers.all("received")[:10])


def acknowledges(text: str, *, thanks: bool = False) -> bool:
    """Return whether the words only confirm receipt: short, "received" or the like (or `thanks`), an answer later."""
    own = text.lstrip()[:20_000]
    if own.startswith("##-"):  # the "reply above this line" of the desk
        own = own.partition("\n")[2]
    if quoted := _QUOTED.search(own):
        own = own[: quoted.start()]
    received = _RECEIVED.search(own) or (thanks and _THANKS.search(own))
    return len(own) <= _ACKNOWLEDGEMENT_LENGTH and bool(received and _LATER.search(own))
