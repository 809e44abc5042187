"""Names of holidays in Chinese, by their English name: the commonest, where a calendar has no Chinese ones itself."""

from __future__ import annotations

from collections.abc import Mapping

IN_CHINESE: Mapping[str, str] = {
    "New Year's Day": "元旦",
    "New Year's Eve": "除夕（公历）",
    "Chinese New Year": "春节",
    "Lunar New Year": "农历新年",
    "Korean New Year": "韩国春节",
    "Epiphany": "主显节",
    "Carnival Tuesday": "狂欢节星期二",
    "Maundy Thursday": "濯足星期四",
    "Good Friday": "耶稣受难日",
    "Easter Sunday": "复活节",
    "Easter Monday": "复活节星期一",
    "Ascension Day": "耶稣升天节",
    "Pentecost": "圣灵降临节",
    "Pentecost Monday": "圣灵降临节星期一",
    "Whit Monday": "圣灵降临节星期一",
    "Corpus Christi": "基督圣体节",
    "Assumption Day": "圣母升天节",
    "All Saints' Day": "诸圣节",
    "All Souls' Day": "追思节",
    "Immaculate Conception": "圣母无原罪节",
    "Christmas Eve": "平安夜",
    "Christmas": "圣诞节",
    "Christmas Day": "圣诞节",
    "Second Day of Christmas": "圣诞节次日",
    "Saint Stephen's Day": "圣斯德望日",
    "Boxing Day": "节礼日",
    "Labor Day": "劳动节",
    "International Labor Day": "国际劳动节",
    "Worker's Day": "劳动节",
    "Workers' Day": "劳动节",
    "May Day": "五一节",
    "Early May Bank Holiday": "五月初银行假日",
    "Spring Bank Holiday": "春季银行假日",
    "Summer Bank Holiday": "夏季银行假日",
    "National Day": "国庆日",
    "Independence Day": "独立日",
    "Constitution Day": "宪法日",
    "Republic Day": "共和国日",
    "Liberation Day": "解放日",
    "Freedom Day": "自由日",
    "Victory Day": "胜利日",
    "Memorial Day": "阵亡将士纪念日",
    "Veterans Day": "退伍军人节",
    "Armistice Day": "停战纪念日",
    "ANZAC Day": "澳新军团日",
    "Australia Day": "澳大利亚日",
    "Canada Day": "加拿大日",
    "German Unity Day": "德国统一日",
    "Martin Luther King Jr. Day": "马丁·路德·金日",
    "Washington's Birthday": "总统日",
    "Juneteenth National Independence Day": "六月节",
    "Columbus Day": "哥伦布日",
    "Thanksgiving Day": "感恩节",
    "Children's Day": "儿童节",
    "Mother's Day": "母亲节",
    "Chuseok": "中秋节（韩国）",
    "Buddha's Birthday": "佛诞",
    "Buddha Purnima": "佛诞",
    "Vesak Day": "卫塞节",
    "Songkran Festival": "宋干节",
    "Diwali": "排灯节",
    "Deepavali": "排灯节",
    "Holi": "洒红节",
    "Eid al-Fitr": "开斋节",
    "Eid al-Adha": "宰牲节",
    "Hari Raya Puasa": "开斋节",
    "Hari Raya Haji": "宰牲节",
    "Day of Arafah": "阿拉法特日",
    "Arafat Day": "阿拉法特日",
    "Islamic New Year": "伊斯兰历新年",
    "Prophet's Birthday": "圣纪节",
    "Isra' and Mi'raj": "登霄节",
    "Ashura": "阿舒拉节",
    "Bridge Public Holiday": "调休假日",
    "Substitute Holiday": "补假",
}
_MARKS = {" (observed)": "（补假）", " (estimated)": "（预计）", " Holiday": "假期"}
"""What may stand behind a name, one after the other."""


def in_chinese(name: str) -> str:
    """Return a holiday's name in Chinese where it is known, else as it came."""
    plain, marks = name, ""
    while plain not in IN_CHINESE:
        mark = next((mark for mark in _MARKS if plain.endswith(mark)), None)
        if mark is None:
            return name
        plain, marks = plain.removesuffix(mark), _MARKS[mark] + marks
    return IN_CHINESE[plain] + marks
