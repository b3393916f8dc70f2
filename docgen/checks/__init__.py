"""The rules of a manual: one a module, whose docstring is its page of `docgen explain`.

A rule has a CODE, a SEVERITY and `find(manual)`, which yields problems; it never prints and never exits. `check` runs
them all and gives each the severity that 检查 in manual.yaml sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from docgen.checks import (
    annex_department,
    assessor_unknown,
    assessor_weights,
    award_no_cap,
    book_empty,
    cap_above_full,
    chapter_nothing,
    chapter_twice,
    chapter_unknown,
    clause_no_effect,
    clause_unread,
    clause_untied,
    contents_levels,
    deduction_above_full,
    department_duty_uncarried,
    department_unplaced,
    direction_inverted,
    duty_no_clause,
    duty_no_standard,
    duty_no_verb,
    duty_twice,
    effective_before_approval,
    effective_not_published,
    fine,
    grades_band,
    grades_factor,
    grades_order,
    grades_share,
    grades_share_differs,
    handout_chapter_unknown,
    heading_unknown,
    indicator_untied,
    indicator_weights,
    issuing_number,
    layout_unavailable,
    low_rank_dismissal,
    makeup_missing,
    makeup_sum,
    makeup_unknown,
    mojibake,
    name_twice,
    num_dup,
    num_gap,
    num_start,
    parent_circle,
    parent_unknown,
    period_differs,
    period_unscored,
    points_sum,
    post_empty,
    post_no_safety,
    post_pages_number,
    promise_absent,
    rate_differs,
    requirement_discriminates,
    same_offence,
    serves_unknown,
    standard_no_clause,
    step_or_once,
    superior_asymmetry,
    superior_self,
    superior_unknown,
    term_variant,
    tie_nested,
    tie_unknown,
    tier_gap,
    tier_order,
    tier_overlap,
    unit_unclear,
    vague_words,
    version_no_revision,
    wage_deduction,
    word_padded,
)
from docgen.checks.ignoring import unused_problems, without_ignored
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words, did_you_mean, error
from docgen.source import Text

if TYPE_CHECKING:
    from typing import Protocol

    class Rule(Protocol):
        """A module of this package."""

        @property
        def CODE(self) -> str: ...  # noqa: N802 - the module's constant

        @property
        def SEVERITY(self) -> Severity: ...  # noqa: N802 - the module's constant

        def find(self, manual: Manual) -> Iterator[Problem]: ...


RULES: Final[tuple[Rule, ...]] = (
    duty_no_standard,
    duty_no_clause,
    tie_unknown,
    tie_nested,
    serves_unknown,
    superior_unknown,
    superior_self,
    parent_unknown,
    parent_circle,
    name_twice,
    post_empty,
    chapter_unknown,
    chapter_nothing,
    chapter_twice,
    annex_department,
    book_empty,
    department_unplaced,
    layout_unavailable,
    heading_unknown,
    contents_levels,
    post_pages_number,
    points_sum,
    indicator_weights,
    makeup_missing,
    makeup_unknown,
    makeup_sum,
    assessor_unknown,
    assessor_weights,
    grades_order,
    grades_band,
    grades_factor,
    grades_share,
    handout_chapter_unknown,
    issuing_number,
    clause_unread,
    clause_no_effect,
    unit_unclear,
    step_or_once,
    deduction_above_full,
    cap_above_full,
    award_no_cap,
    tier_overlap,
    tier_gap,
    tier_order,
    direction_inverted,
    same_offence,
    num_gap,
    num_dup,
    num_start,
    mojibake,
    word_padded,
    fine,
    wage_deduction,
    rate_differs,
    requirement_discriminates,
    low_rank_dismissal,
    effective_before_approval,
    effective_not_published,
    version_no_revision,
    post_no_safety,
    department_duty_uncarried,
    indicator_untied,
    clause_untied,
    standard_no_clause,
    promise_absent,
    term_variant,
    superior_asymmetry,
    duty_twice,
    vague_words,
    duty_no_verb,
    period_differs,
    period_unscored,
    grades_share_differs,
)

LEVELS: Final[dict[str, Severity | None]] = {
    "错误": "error",
    "警告": "warning",
    "忽略": None,
    "error": "error",
    "warning": "warning",
    "ignore": None,
}


def check(manual: Manual) -> list[Problem]:
    """Every problem that the rules find in a manual, which may be incomplete, by rule."""
    problems: list[Problem] = []
    settings = {str(code): LEVELS[word] for code, word in manual.checks.items() if word in LEVELS}
    for rule in RULES:
        level = settings.get(rule.CODE, rule.SEVERITY)
        if level:
            problems += [problem._replace(severity=level) for problem in rule.find(manual)]
    problems, unused = without_ignored(manual, problems)
    off = {code for code, level in settings.items() if level is None}
    problems += unused_problems(manual, unused, [rule.CODE for rule in RULES], off)
    return [*_settings_problems(manual), *problems]


def _settings_problems(manual: Manual) -> Iterator[Problem]:
    """What 检查 itself gets wrong: a code that is no rule's, a word that is no severity."""
    codes = [rule.CODE for rule in RULES]
    for code, level in manual.checks.items():
        if code not in codes:
            listing = Words("docgen explain 列出全部代码", "docgen explain lists all codes")
            yield _unknown(code, Words("规则代码", "rule"), codes, listing)
        if level not in LEVELS:
            words = Words("可以写：错误、警告、忽略", "write error, warning or ignore")
            yield _unknown(level, Words("轻重", "severity"), list(LEVELS), words)


def _unknown(name: Text, kind: Words, known: list[str], listing: Words) -> Problem:
    guess = did_you_mean(name, known)
    return error(
        "CHECK-UNKNOWN",
        name.position,
        Words(f"“检查”里没有“{name}”这个{kind.zh}", f"“{name}” is not a {kind.en}"),
        Words(f"{guess.zh}{listing.zh}", f"{guess.en}{listing.en}"),
    )
