"""PERIOD-UNSCORED: 标准有期限，条款没有说时间 / A period in the standard, and no clause about time

工作标准写了三个工作日内办完，考核办法只说差错扣分：晚了扣不扣、扣几分，没有依据。“逾期”“未按时”“不及时”指的就是标准的期限，
这样写的不提；“未按要求”“每次扣2分”指的是整条标准，“漏报”“未报送”说的是到期没有做，也不提。

错：

    工作标准: 来文三个工作日内办结。
    考核办法: 来文登记错一处扣1分。

对：

    工作标准: 来文三个工作日内办结。
    考核办法: 来文逾期一个工作日扣1分。

依据：扣分要有条款；标准的期限没有条款，就没有后果。

---

The standard sets a period, and none of the clauses for the same duty speaks of time: being late costs nothing, or
whatever the assessor likes. 逾期, 未按时 and 不及时 mean the standard's period, 未按要求 the whole standard, and
漏报 or 未报送 that nothing was done by then: these are enough.

Wrong: 来文三个工作日内办结 and 登记错一处扣1分. Right: 来文三个工作日内办结 and 逾期一个工作日扣1分.

Basis: a deduction needs a clause; a period without one has no consequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import Hit, search
from docgen.checks.walk import Together, tied_together
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, Text, part_of

CODE: Final = "PERIOD-UNSCORED"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    periods = {hit.text: hit for hit in search(manual, _periods(), ("standard",))}
    silent: dict[Position, Text] = {}
    covered: set[Position] = set()
    for together in tied_together(manual) if periods else ():
        limited = [standard.content for standard in together.standards if standard.content in periods]
        said = _said(together) if limited else []
        for text in limited if said else ():
            if any(_covers(clause, periods[text]) for clause in said):
                covered.add(text.position)
            else:
                silent[text.position] = text
    for position, text in silent.items():
        if position not in covered:
            yield _problem(text, periods[text])


def _said(together: Together) -> list[str]:
    """What is scored; nothing where some of it could not be read."""
    clauses = [*together.clauses, *together.untied]
    if any(clause.damaged for clause in clauses):
        return []
    return [text for text in (*(clause.content for clause in clauses), *together.measures) if text]


def _covers(text: str, period: Hit) -> bool:
    """Whether a clause speaks of time, of the whole standard, or of its work left undone: 漏回访 for 三天内回访."""
    if _time().search(text) or _bare().fullmatch(text):
        return True
    sentence = period.sentence
    for undone in re.findall("[漏少缺未没不]([\u4e00-\u9fff]+)", text):
        if any(undone[at : at + 2] in sentence for at in range(len(undone) - 1)):
            return True
    return False


def _problem(standard: Text, hit: Hit) -> Problem:
    period = hit.match[0]
    return Problem(
        SEVERITY,
        CODE,
        part_of(standard, hit.start, hit.start + len(period)),
        Words(f"标准有期限“{period}”，条款没有说晚了怎样", f"no clause says what being later than “{period}” costs"),
        Words("写明晚了扣几分，例如“每晚1天扣1分”", "say what being late costs, such as “每晚1天扣1分”"),
    )


@cache
def _periods() -> re.Pattern[str]:
    """三个工作日内, 提前30分钟, 5日前, 月底前, 当天办结; but not 三天内无差错, which is no deadline."""
    amount = "(?:[0-9]+|[一二两三四五六七八九十半]+)"
    units = "(?:个?工作日|天|日|个?小时|分钟|周|个月)"
    done = "(?:必须|应|要|全部|内)?(?:完|处理|解决|录|办|[上汇]?报|交|送|登|入|答|回|清|整改|存|归|验收)"
    return re.compile(
        f"{amount}{units}[以之]?内(?![无不未没])|提前{amount}{units}|{amount}[日号时点][以之]?前"
        f"|(?:周[一二三四五六日末]|[月季年][底末])[以之]?前|(?:当[天日]|次日|第二天)(?={done})"
    )


@cache
def _time() -> re.Pattern[str]:
    """Lateness, a time, or the standard as a whole."""
    return re.compile(
        "[逾晚迟拖延误超慢早]|期限|时限|时间|[到按限过定如]期|[及按准]时|滞后|过夜|隔[夜天日]|当[天日晚班]|[次翌]日|第二天"
        "|[0-9０-９一二两三四五六七八九十半]个?(?:工作日|天|日|小时|分钟|周)|[日号底末][以之]?前|小时"
        "|[未没不][有能]?按|未达|达不到|没有?达到|[不未]符|不合|[未没不][有能]?(?:完成|做到|落实|执行|履行)|完不成|做不到"
        "|违反|标准|要求|规定"
    )


@cache
def _bare() -> re.Pattern[str]:
    """A clause that names nothing but points: each time that the standard is missed."""
    return re.compile("(?:每|一|发现|出现|[次处项件单份人例起个]|最多|扣|减|分|完为止|不超过|[^\\u4e00-\\u9fff])*")
