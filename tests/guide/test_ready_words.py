"""Subject lines, names of attachments, words for a help centre, and what to beware of: against tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casebook import paths
from casebook.guide.ready import file_names, help_words, subjects, warnings
from casebook.guide.ready.known import Known, known
from casebook.guide.ready.subjects import Flaw
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.records import Attachment, Exhibit, StoredFile
from casebook.journal.terms import Category, Channel, ExhibitSource, ReferenceKind

FOLDER = paths.resources() / "guides" / "checklists"
LISTS = subjects.load(FOLDER)
NOW = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
ZONE = "Asia/Singapore"
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"

VAGUE = (
    *("有个问题", "求助", "账户问题", "交易查询", "客服您好，我有个问题需要帮助", "急急急！！！", "咨询", "请尽快处理"),
    *("Help", "Problem", "account question", "Re: [T-998] help please", "Urgent issue", "Problem with my account"),
    *(
        "Hello, I have a question about my account",
        "Complaint",
        "withdrawal problem",
        "?",
        "客服",
        "关于我的账户的情况",
    ),
)
GOOD = (
    *("账户无法登录,提示密码错误", "提币申请被拒绝,交易ID:XXXX", "KYC认证未通过,需要申诉", "提币 T-9981", "充值未到账"),
    *("Withdrawal on hold", "Deposit of 1,250 USDT not credited", "KYC refused, appeal", "Order 88213 filled twice"),
    *("Re: Withdrawal refused, order 88213", "API error 50012 on order placement", "手续费多扣，订单号 88213"),
)


@pytest.mark.parametrize("line", VAGUE)
def test_a_line_that_says_nothing_is_vague(line: str) -> None:
    assert Flaw.VAGUE in LISTS.flaws(line)


@pytest.mark.parametrize("line", GOOD)
def test_a_line_that_names_the_problem_is_not(line: str) -> None:
    assert LISTS.flaws(line) == ()


def test_the_other_flaws() -> None:
    assert LISTS.flaws("  ") == (Flaw.EMPTY,)
    assert LISTS.flaws("WITHDRAWAL REFUSED AGAIN TODAY") == (Flaw.LOUD,)
    assert LISTS.flaws("Withdrawal refused!!") == (Flaw.LOUD,)
    assert LISTS.flaws("API, KYC: withdrawal refused") == ()
    assert LISTS.flaws("提币申请被拒绝" * 8) == (Flaw.LONG,)
    assert Flaw.SECRET in LISTS.flaws(f"Withdrawal refused, {PHRASE}")


@pytest.fixture
def facts(journal: Journal, case_id: int) -> Known:
    journal.cases.edit(case_id, title="Help", category=Category.WITHDRAWAL)
    return known(journal, case_id)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("category", list(Category))
def test_what_is_made_from_the_facts_is_good_itself(
    journal: Journal, case_id: int, category: Category, language: str
) -> None:
    journal.cases.edit(case_id, title="Help", category=category)
    for kind, value in (
        (ReferenceKind.ORDER, "88213"),
        (ReferenceKind.TXID, "0x" + "3f9a77a1" * 8),
        (ReferenceKind.ERROR, "50012"),
        (ReferenceKind.DEVICE, "Pixel 8, Android 16"),
    ):
        before = LISTS.better(known(journal, case_id), language)
        allowed = {Flaw.NO_NUMBER} | ({Flaw.VAGUE} if category is Category.OTHER else set())  # nothing is known yet
        assert not set(LISTS.flaws(before)) - allowed, before
        journal.references.add(case_id, kind, value)
    journal.tickets.add(case_id, "T-99812")
    made = LISTS.better(known(journal, case_id), language)
    assert LISTS.flaws(made, known(journal, case_id)) == (), made
    assert made.startswith("[T-99812] ")
    assert ("，" in made) == (language == "zh") or category is Category.OTHER or ", " in made


def test_the_users_own_title_is_taken_where_it_says_something(journal: Journal, case_id: int) -> None:
    journal.cases.edit(case_id, title="提币申请被拒绝", category=Category.WITHDRAWAL)
    journal.references.add(case_id, ReferenceKind.TXID, "0x" + "3f9a77a1" * 8)
    facts = known(journal, case_id)
    assert LISTS.better(facts, "zh") == "提币申请被拒绝，交易ID：0x3f9a77a1…9a77a1"
    assert LISTS.better(facts, "en") == "Withdrawal not paid out, TxID 0x3f9a77a1…9a77a1"


def test_a_subject_without_any_of_the_cases_numbers(journal: Journal, case_id: int, facts: Known) -> None:
    line = "Withdrawal refused without a reason"
    assert LISTS.flaws(line, facts) == ()  # there is no number yet
    journal.tickets.add(case_id, "T-99812")
    assert LISTS.flaws(line, known(journal, case_id)) == (Flaw.NO_NUMBER,)
    assert LISTS.flaws(f"{line}, t-99812", known(journal, case_id)) == ()


def exhibit(name: str, media_type: str = "image/png", **more: object) -> Exhibit:
    made = Exhibit(1, 1, None, 1, name, media_type, ExhibitSource.FILE, False, "", None, StoredFile("0" * 64, 9), NOW)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "language", "wanted"),
    [
        (exhibit("IMG_2041.PNG", description="账户无法登录"), "zh", "账户无法登录截图.png"),
        (
            exhibit("a.pdf", "application/pdf", description="交易记录", dated_on="2024-07-26"),
            "zh",
            "交易记录_20240726.pdf",
        ),
        (exhibit("IMG_2041.png"), "zh", "截图.png"),
        (exhibit("IMG_2041.png"), "en", "screenshot.png"),
        (exhibit("微信图片_20260720.jpg", "image/jpeg", taken_at=NOW), "zh", "截图_20261120.jpg"),
        (exhibit("Screenshot 2026-11-20 at 14.03.12.png"), "en", "screenshot.png"),
        (exhibit("3f9a77a1c0de55b0.jpeg", "image/jpeg"), "en", "screenshot.jpeg"),
        (exhibit("withdrawal refused.png", taken_at=NOW), "en", "withdrawal-refused-screenshot_20261120.png"),
        (exhibit("x.csv", "text/csv", description="deposit records"), "en", "deposit-records.csv"),
        (exhibit("list.csv", "text/csv"), "en", "list-record.csv"),
        (exhibit("api.log", "text/plain"), "en", "api-log.log"),
        (exhibit("call.m4a", "audio/mp4", description="Call with Lily"), "en", "Call-with-Lily-recording.m4a"),
        (exhibit("1.pdf", "application/pdf", clause="7.2", description="Fees"), "en", "Fees-terms.pdf"),
        (exhibit("1.mp4", "video/mp4", description="登录失败"), "zh", "登录失败录屏.mp4"),
        (
            exhibit("noending", "image/png", description="Login: refused? <yes>/no"),
            "en",
            "Login-refused-yes-no-screenshot.png",
        ),
        (exhibit("..\\CON.png", description=".../../etc"), "en", "etc-screenshot.png"),
        (exhibit("a.png", description=f"my words {PHRASE}"), "en", "a-screenshot.png"),
        (exhibit(f"{PHRASE}.png"), "en", "screenshot.png"),
        (exhibit("a.png", description="first line\nsecond line"), "en", "first-line-screenshot.png"),
        (
            exhibit("a.png", description="refusal " * 30),
            "en",
            "refusal-refusal-refusal-refusal-refusal-refusal-screenshot.png",
        ),
        (exhibit("a.exe.sh!", "application/x-sh", description="tool"), "en", "tool-attachment.sh"),
    ],
)
def test_a_name_says_what_the_file_shows(made: Exhibit, language: str, wanted: str) -> None:
    assert file_names.outgoing([made], language, ZONE) == {1: wanted}


def test_the_day_is_that_of_the_zone_and_no_two_names_are_the_same() -> None:
    late = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
    twins = [replace(exhibit("IMG_1.png", taken_at=late), id=n) for n in (1, 2, 3)]
    assert list(file_names.outgoing(twins, "en", ZONE).values()) == [
        "screenshot_20261121.png",
        "screenshot_20261121_2.png",
        "screenshot_20261121_3.png",
    ]
    assert file_names.outgoing(twins[:1], "en", "UTC") == {1: "screenshot_20261120.png"}
    copied = file_names.outgoing(twins[:1], "zh", ZONE, {1: "IMG_1.jpg"})
    assert copied == {1: "截图_20261121_已遮盖.jpg"}


def test_words_that_mean_the_same() -> None:
    assert help_words.synonyms(FOLDER, "充币")[:2] == ("充值", "入金")
    assert set(help_words.synonyms(FOLDER, "提现")) >= {"提币", "出金", "withdrawal"}
    assert set(help_words.synonyms(FOLDER, "交易")) >= {"现货交易", "合约交易"}
    assert help_words.synonyms(FOLDER, "Top Up")[0] == "deposit"
    assert help_words.synonyms(FOLDER, "nothing of the kind") == ()
    assert "order" not in help_words.synonyms(FOLDER, "border")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("充值", [("充值", "充币", "入金", "deposit", "top up")]),
        ("Deposits", [("deposits", "top up", "充币")]),
        ("top up Kestrel", [("top up", "deposit", "入金"), ("kestrel",)]),
        ("充值未到账 T-9", [("充值", "入金"), ("未到账", "没到账", "not credited"), ("t-9",)]),
    ],
)
def test_what_is_searched_for_is_parted_into_words_with_others_that_mean_the_same(
    typed: str, parts: list[tuple[str, ...]]
) -> None:
    found = help_words.alternatives(FOLDER, typed)
    assert [part[0] for part in found] == [part[0] for part in parts]
    for part, wanted in zip(found, parts, strict=True):
        assert set(wanted) <= set(part)
        assert len(part) == len(set(part))
        assert "deposit" not in part[1:] or typed != "Deposits"  # found as it was typed


@pytest.mark.parametrize("typed", ["", "交易所", "border", "Kestrel", "充" * 5000, "交易" * 5000, "top", "\x00 *"])
def test_what_has_no_other_words_is_searched_for_as_it_was_typed(typed: str) -> None:
    assert help_words.alternatives(FOLDER, typed) == []


def test_what_was_not_tried_yet_is_offered_in_the_users_language_first() -> None:
    first = help_words.hints(FOLDER, (), Category.DEPOSIT, "zh")
    assert first[0].id == "deposit"
    assert first[0].untried[:3] == ("充币", "充值", "入金")
    tried = help_words.hints(FOLDER, ("充币 到账", "top up"), Category.DEPOSIT, "en")
    deposit = next(hint for hint in tried if hint.id == "deposit")
    assert deposit.tried == ("充币 到账", "top up")
    assert deposit.untried[0] == "deposit"
    assert not {"充币", "top up"} & set(deposit.untried)
    every = next(s for s in help_words.load(FOLDER) if s.id == "deposit").words
    assert "deposit" not in {h.id for h in help_words.hints(FOLDER, every, Category.DEPOSIT, "en")}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("充币，充值、入金", ("充币", "充值", "入金")),
        (" withdrawal  limit ; fees,fees", ("withdrawal limit", "fees")),
        ("", ()),
        (",，;", ()),
    ],
)
def test_a_line_of_keywords(typed: str, words: tuple[str, ...]) -> None:
    assert help_words.keywords(typed) == words


def test_each_channel_has_its_warnings_before_those_of_all() -> None:
    on = {channel: [w.id for w in warnings.of_channel(FOLDER, channel)] for channel in Channel}
    general = ["no-secrets", "asking-is-the-sign", "verify"]
    assert all(found[-3:] == general for found in on.values())
    assert {"public", "mixed-truth", "posts-vanish", "impostors"} <= set(on[Channel.SOCIAL]) & set(on[Channel.FORUM])
    assert "recording" in on[Channel.PHONE]
    assert "wrong-recipient" in on[Channel.EMAIL]
    assert "pages-change" in on[Channel.HELP_CENTRE]
    assert "public" not in on[Channel.EMAIL]
    for caution in warnings.load(FOLDER):
        assert caution.checked_on <= date(2026, 11, 22)
        assert "指南" in caution.sources["zh"]


def test_the_users_own_data_in_a_public_post_is_named(journal: Journal, case_id: int) -> None:
    account = journal.cases.get(case_id).account_id
    assert account is not None
    journal.accounts.edit(account, phone="+65 8123 4567", user_name="lin88")
    journal.tickets.add(case_id, "T-99812")
    journal.references.add(case_id, ReferenceKind.TXID, "0x" + "3f9a77a1" * 8)
    facts = known(journal, case_id)
    post = "My withdrawal is stuck, ticket t-99812, call 658123-4567 or write to LIN@example.org, user lin88"
    assert set(warnings.own_data(post, facts)) == {"T-99812", "+65 8123 4567", "Lin@example.org", "lin88"}
    assert warnings.own_data("My withdrawal has been stuck for a week.", facts) == ()


@pytest.mark.parametrize("name", ["subjects", "synonyms", "warnings"])
@pytest.mark.parametrize("broken", ["checked_on", "source"])
def test_a_list_without_source_or_date_is_refused(tmp_path: Path, name: str, broken: str) -> None:
    lines = (FOLDER / f"{name}.toml").read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(broken)]
    (tmp_path / f"{name}.toml").write_text("\n".join(kept), "utf-8")
    load = {"subjects": subjects.load, "synonyms": help_words.load, "warnings": warnings.load}[name]
    with pytest.raises(BadInput, match=rf"{name}\.toml"):
        load(tmp_path)


def test_an_attachments_name_is_never_that_of_the_record(journal: Journal, case_id: int) -> None:
    made = journal.exhibits.add(case_id, Attachment("IMG_1.png", b"x", "image/png")).made
    journal.exhibits.describe(made, "Login refused")
    names = file_names.outgoing(journal.exhibits.of_case(case_id), "en", ZONE)
    assert names == {made: "Login-refused-screenshot.png"}
    assert journal.exhibits.get(made).name == "IMG_1.png"
