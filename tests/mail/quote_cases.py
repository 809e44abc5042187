"""Hand-made answers to mails, as many programs and languages write them: the whole text, and the writer's own words."""
# ruff: noqa: E501 - lines of mails stand as they are

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """One text: what its writer wrote, then the rest, which is folded."""

    name: str
    own: str
    rest: str
    english: bool = True


OLD = "We received your request and will answer within 24 hours.\n\nLily, Kestrel Support"
OLD_ZH = "您好，您的请求已收到，我们将在 24 小时内回复。\n\n客服 Lily"


def cited(text: str, mark: str = "> ") -> str:
    return "\n".join((mark + line).rstrip() for line in text.split("\n"))


ENGLISH = [
    Case(
        "gmail",
        "Yes, please release it.\n\nLin\n\n",
        f"On Fri, Nov 20, 2026 at 2:03 PM Kestrel Support <support@kestrel.example> wrote:\n\n{cited(OLD)}\n",
    ),
    Case(
        "gmail, folded",
        "Yes, please release it.\n\n",
        f"On Fri, Nov 20, 2026 at 2:03 PM Kestrel Support <support@kestrel.example>\nwrote:\n\n{cited(OLD)}\n",
    ),
    Case(
        "gmail, folded twice",
        "It is still on hold.\n\n",
        f"On Fri, Nov 20, 2026 at 2:03 PM Kestrel Support and all of its\nfriends <support@kestrel.example>\nwrote:\n\n{cited(OLD)}",
    ),
    Case(
        "apple mail", "Done.\n\n", f"> On 20 Nov 2026, at 14:03, Lily <lily@kestrel.example> wrote:\n> \n{cited(OLD)}\n"
    ),
    Case(
        "apple mail, outside",
        "Done, see the picture.\n\n",
        f"On 20 Nov 2026, at 14:03, Lily <lily@kestrel.example> wrote:\n\n{cited(OLD)}\n",
    ),
    Case("thunderbird", "I sent it twice.\n\n", f"On 20/11/2026 14:03, Kestrel Support wrote:\n{cited(OLD)}\n"),
    Case(
        "outlook",
        "Please see below.\n\n",
        f"-----Original Message-----\nFrom: Kestrel Support <support@kestrel.example>\nSent: Friday, November 20, 2026 2:03 PM\n"
        f"To: Lin\nSubject: RE: Ticket\n\n{OLD}\n",
    ),
    Case(
        "outlook, block alone",
        "The hash is in the picture.\n\n",
        f"From: Kestrel Support\nSent: Friday, November 20, 2026 2:03 PM\nTo: Lin\nCc: Risk\nSubject: RE: Ticket\n\n{OLD}\n",
    ),
    Case(
        "outlook, block in bold",
        "The hash is in the picture.\n\n",
        f"*From:* Kestrel Support <support@kestrel.example>\n*Sent:* Friday, November 20, 2026 2:03 PM\n*To:* Lin\n*Subject:* RE: Ticket\n\n{OLD}\n",
    ),
    Case(
        "outlook.com, a rule",
        "As asked.\n\n",
        f"________________________________\nFrom: Kestrel Support\nSent: Friday, November 20, 2026 14:03\nTo: Lin\nSubject: Ticket\n\n{OLD}\n",
    ),
    Case(
        "yahoo",
        "No.\n\n",
        f"    On Friday, November 20, 2026 at 02:03:00 PM GMT+8, Kestrel <support@kestrel.example> wrote:  \n \n {OLD}\n",
    ),
    Case(
        "proton",
        "It is the same address.\n\n",
        f"------- Original Message -------\nOn Friday, November 20th, 2026 at 14:03, Kestrel <s@kestrel.example> wrote:\n\n{cited(OLD)}\n",
    ),
    Case(
        "zoho",
        "It is the same address.\n\n",
        f"---- On Fri, 20 Nov 2026 14:03:00 +0800 Kestrel <s@kestrel.example> wrote ----\n\n{OLD}\n",
    ),
    Case(
        "netease in english",
        "ok, I wait until Friday\n\n",
        f'At 2026-11-20 14:03:00, "Kestrel Support" <support@kestrel.example> wrote:\n\n{cited(OLD, ">")}\n',
    ),
    Case(
        "qq in english",
        "See picture\n\n",
        f'------------------&nbsp;Original&nbsp;------------------\nFrom: &nbsp;"Kestrel"<s@kestrel.example&gt;;\nDate: &nbsp;Fri, Nov 20, 2026 02:03 PM\nTo: &nbsp;"lin";\nSubject: &nbsp;Ticket\n\n{OLD}\n'.replace(
            "&nbsp;", " "
        ).replace("&gt;", ">"),
    ),
    Case(
        "forwarded with words",
        "Is this from you?\n\n",
        f"---------- Forwarded message ---------\nFrom: Kestrel <s@kestre1.example>\nDate: Fri, Nov 20, 2026 at 2:03 PM\nSubject: Pay\nTo: <lin@example.org>\n\n{OLD}\n",
    ),
    Case(
        "forwarded without words",
        "",
        f"---------- Forwarded message ---------\nFrom: Kestrel <s@k.example>\nDate: Fri\nSubject: Pay\n\n{OLD}\n",
    ),
    Case(
        "apple forward",
        "Is this from you?\n\n",
        f"Begin forwarded message:\n\nFrom: Kestrel <s@kestrel.example>\nSubject: Pay\nDate: 20 November 2026 at 14:03\nTo: Lin\n\n{OLD}\n",
    ),
    Case(
        "answer to a desk",
        "Please hurry.\n\n",
        f"##- Please type your reply above this line -##\n\nYour request (23735) has been updated.\n\n{OLD}\n",
    ),
    Case(
        "a desk's mail",
        f"##- Please type your reply above this line -##\n\nYour request (23735) has been updated.\n\n{OLD}\n",
        "",
    ),
    Case(
        "help scout",
        "Thanks, but it is not there.\n\n",
        f"-- Please reply above this line --\n\nLily replied\n\n{OLD}\n",
    ),
    Case(
        "a desk's older comments",
        "----------------------------------------------\n\nLily (Support), Nov 20, 2026, 14:03 UTC\n\nIt was released.\n\n",
        "----------------------------------------------\n\nLin, Nov 19, 2026, 10:00 UTC\n\nWhere is it?\n",
    ),
    Case("quoted without a word", "I waited.\n\n", cited(OLD)),
    Case("answers in between", "> When did you send it?\nOn Monday.\n> What is the hash?\n0x12\n", ""),
    Case(
        "answers in between, announced",
        "On Fri, Nov 20, 2026 at 2:03 PM Lily <l@k.example> wrote:\n> When?\nOn Monday.\n> Hash?\n0x12\n",
        "",
    ),
    Case(
        "answer below", f"On 20/11/2026 14:03, Lily wrote:\n{cited(OLD)}\n\nThis has passed. Where is it?\n\nLin\n", ""
    ),
    Case(
        "answer below, signed",
        f"On 20/11/2026 14:03, Lily wrote:\n{cited(OLD)}\n\nThis has passed. Where is it?\n\n",
        "-- \nLin Wei\n",
    ),
    Case(
        "answer in between, older quote below",
        "> When?\nOn Monday.\n\n",
        f"-----Original Message-----\nFrom: Lily\nSent: Friday, 14:03\nTo: Lin\nSubject: T\n\n{OLD}",
    ),
    Case("signature", "The account is frozen.\n\nLin\n", "-- \nLin Wei\nTel. 555\n"),
    Case(
        "signature, then quote",
        "The account is frozen.\n\n",
        f"-- \nLin Wei\n\nOn 20/11/2026 14:03, Lily wrote:\n{cited(OLD)}\n",
    ),
    Case("phone", "Not yet.\n\n", "Sent from my iPhone\n"),
    Case(
        "phone, then quote",
        "Not yet.\n\n",
        f"Sent from my iPhone\n\n> On 20 Nov 2026, at 14:03, Lily <l@k.example> wrote:\n> \n{cited(OLD)}\n",
    ),
    Case(
        "outlook for a phone",
        "Not yet.\n\n",
        f"Get Outlook for iOS<https://example.org>\n________________________________\nFrom: Lily\nSent: Friday, November 20, 2026 2:03 PM\nTo: Lin\nSubject: T\n\n{OLD}",
    ),
    Case(
        "legal notice",
        "Your withdrawal was sent.\n\nBest regards,\nLily (#4471)\n\n",
        "This email and its attachments are confidential and intended solely for the person it is addressed to. If you are not the intended recipient, delete it.\n",
    ),
    Case("no quote", "Dear Support,\n\nMy withdrawal W-1 is on hold since Monday.\n\nPlease answer.\n\nLin\n", ""),
    Case("own words with a colon", "On 20 November 2026 at 14:03 I wrote to you:\n", ""),
    Case(
        "own words that tell of a talk",
        'On 20 November your agent wrote:\n"It will be released within 24 hours."\nIt was not.\n',
        "",
    ),
    Case(
        "own list of a transfer",
        "From: my wallet\nTo: 0xabc\nDate: 20 November 2026\nAmount: 5 ETH\n\nPlease check it.\n",
        "",
    ),
    Case("own rules", "First point.\n\n----------\n\nSecond point.\n", ""),
    Case("own arrow", "It went like this:\n-> deposit\n-> trade\n-> withdrawal\nThe last is missing.\n", ""),
    Case(
        "own sentence on a phone",
        "I sent it from my phone.\n\nSent from my phone wallet to your address on 9 Nov, it never arrived and I want an answer to that, please look at it today.\n",
        "",
    ),
]

OTHERS = [
    Case(
        "zh gmail",
        "好的，我等到周五。\n\n",
        f"Kestrel Support <support@kestrel.example> 于2026年11月20日周五 14:03写道：\n\n{cited(OLD_ZH)}\n",
        False,
    ),
    Case(
        "zh gmail, folded",
        "好的。\n\n",
        f"Kestrel Support <support@kestrel.example>\n于2026年11月20日周五 14:03写道：\n\n{cited(OLD_ZH)}\n",
        False,
    ),
    Case(
        "zh-hant gmail",
        "好的，我等到週五。\n\n",
        f"Kestrel Support <support@kestrel.example> 於 2026年11月20日 週五 下午2:03寫道：\n\n{cited(OLD_ZH)}\n",
        False,
    ),
    Case(
        "qq",
        "截图如下，请尽快处理。\n\n",
        f'------------------ 原始邮件 ------------------\n发件人: "Kestrel" <support@kestrel.example>;\n发送时间: 2026年11月20日(星期五) 下午2:03\n收件人: "林"<lin@example.org>;\n主题: 提现审核\n\n{OLD_ZH}\n',
        False,
    ),
    Case(
        "netease",
        "还没有到账。\n\n",
        f'在 2026-11-20 14:03:00，"Kestrel" <support@kestrel.example> 写道：\n\n{cited(OLD_ZH, ">")}\n',
        False,
    ),
    Case(
        "netease, the app",
        "还没有到账。\n\n",
        f"| |\n林\n|\n---- 回复的原邮件 ----\n| 发件人 | Kestrel |\n\n{OLD_ZH}\n",
        False,
    ),
    Case(
        "foxmail",
        "请查收附件。\n\n林\n\n",
        f"发件人： Kestrel\n发送时间： 2026-11-20 14:03\n收件人： lin\n主题： 回复: 提现\n\n{OLD_ZH}\n",
        False,
    ),
    Case(
        "aliyun",
        "请查收附件。\n\n",
        f"------------------------------------------------------------------\n发件人：Kestrel <support@kestrel.example>\n发送时间：2026年11月20日(星期五) 14:03\n收件人：林 <lin@example.org>\n主　题：回复：提现\n\n{OLD_ZH}\n",
        False,
    ),
    Case(
        "zh outlook",
        "已补充。\n\n",
        f"________________________________\n发件人: Kestrel Support\n发送时间: 2026年11月20日 14:03\n收件人: 林\n主题: 回复: 提现\n\n{OLD_ZH}\n",
        False,
    ),
    Case(
        "zh-hant outlook",
        "已補充。\n\n",
        f"寄件者: Kestrel Support\n寄件日期: 2026年11月20日 14:03\n收件者: 林\n主旨: 回覆: 提領\n\n{OLD_ZH}\n",
        False,
    ),
    Case("zh phone", "还没到账。\n\n", "发自我的iPhone\n", False),
    Case(
        "zh phone, then quote",
        "还没到账。\n\n",
        f"发自我的iPhone\n\n------------------ 原始邮件 ------------------\n发件人: Kestrel\n\n{OLD_ZH}\n",
        False,
    ),
    Case(
        "zh answer to a desk",
        "请尽快。\n\n",
        f"##- 请在此行上方键入您的回复 -##\n\n您的请求 (23735) 已更新。\n\n{OLD_ZH}\n",
        False,
    ),
    Case("zh own words", "客服说：\n24 小时内放行。\n但是到现在还没有放行，请说明原因。\n", "", False),
    Case("zh answers in between", "> 请提供 TxID\nTxID 是 0x12\n> 请提供截图\n见附件\n", "", False),
    Case(
        "ja gmail",
        "まだ届いていません。\n\n",
        f"2026年11月20日(金) 14:03 Kestrel Support <support@kestrel.example>:\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "ko gmail",
        "아직 도착하지 않았습니다.\n\n",
        f"2026년 11월 20일 (금) 오후 2:03, Kestrel <support@kestrel.example>님이 작성:\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "de gmail",
        "Bitte freigeben.\n\n",
        f"Am Fr., 20. Nov. 2026 um 14:03 Uhr schrieb Kestrel <\nsupport@kestrel.example>:\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "de outlook",
        "Bitte freigeben.\n\n",
        f"-----Ursprüngliche Nachricht-----\nVon: Kestrel\nGesendet: Freitag, 20. November 2026 14:03\nAn: Lin\nBetreff: AW: Ticket\n\n{OLD}\n",
        False,
    ),
    Case(
        "fr gmail",
        "Merci de débloquer.\n\n",
        f"Le ven. 20 nov. 2026 à 14:03, Kestrel <support@kestrel.example> a écrit :\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "es gmail",
        "Sigue bloqueado.\n\n",
        f"El vie, 20 nov 2026 a las 14:03, Kestrel (<support@kestrel.example>) escribió:\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "ru gmail",
        "Средства не пришли.\n\n",
        f"пт, 20 нояб. 2026 г. в 14:03, Kestrel <support@kestrel.example>:\n\n{cited(OLD)}\n",
        False,
    ),
    Case(
        "pt gmail",
        "Ainda está retido.\n\n",
        f"Em sex., 20 de nov. de 2026 às 14:03, Kestrel <support@kestrel.example>\nescreveu:\n\n{cited(OLD)}\n",
        False,
    ),
]

CASES = [*ENGLISH, *OTHERS]
