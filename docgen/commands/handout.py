"""docgen handout: one person's copy of a post, a roster's, or whose a hash is."""

from __future__ import annotations

from functools import partial

from docgen import terminal
from docgen.commands.build import add_pdf_kinds, formats, refusal
from docgen.exit_codes import OK, PROBLEMS, USAGE, exit_code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.handout import Handouts
    from docgen.manual.model import Manual
    from docgen.problems import Language, Words
    from docgen.typesetting import Typesetting


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    to = partial(formats, language=language)
    command.add_argument("post", metavar="部门/岗位", nargs="?", help="一个岗位的一份，姓名、工号空着")
    command.add_argument("--roster", metavar="名单", help="按花名册（.csv、.xlsx）一人一份，并出发放登记")
    command.add_argument("--keep-going", action="store_true", help="名单里有错也给其他人生成")
    command.add_argument("--verify", metavar="校验码", help="查内容校验码是哪个岗位的哪一版")
    command.add_argument("--to", metavar="格式", type=to, default=None, help="pdf,docx，默认 pdf；花名册只出 pdf")
    command.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output/发放")
    add_pdf_kinds(command)


def run(options: argparse.Namespace) -> int:
    """One post's copy, a roster's, or whose a hash is."""
    from docgen.pipeline import check_project
    from docgen.problems import Words

    if wrong := _wrong_handout(options):
        terminal.say(wrong, options)
        return USAGE
    terminal.progress(options)(Words("读取、检查……", "reading and checking …"))
    checked = check_project(terminal.root(options))
    terminal.print_problems(checked.problems, options)
    if checked.manual is None or checked.has_errors:
        terminal.say(refusal(False) if checked.manual is None else _no_handout(), options)
        return PROBLEMS
    if options.verify is not None:
        return _verify(checked.manual, options)
    return _hand_out(checked.manual, options)


def _wrong_handout(options: argparse.Namespace) -> Words | None:
    """What is wrong with the words of a `handout` that argparse can't know."""
    from docgen.problems import Words

    asked = [each for each in (options.post, options.roster, options.verify) if each is not None]
    if len(asked) != 1:
        return Words(
            "docgen: 命令写得不对：“部门/岗位”、--roster、--verify 要写其中一样\n  看全部说明：docgen handout --help",
            "docgen: wrong usage: give a post, --roster or --verify, one of them\n  see docgen handout --help",
        )
    if set(options.to or ()) - {"pdf", "docx"} or (options.roster and options.to not in (None, ("pdf",))):
        return Words(
            "docgen: 命令写得不对：--to 可以写 pdf,docx；有 --roster 时只有 pdf\n  看全部说明：docgen handout --help",
            "docgen: wrong usage: --to takes pdf,docx; with --roster pdf alone\n  see docgen handout --help",
        )
    return None


def _no_handout() -> Words:
    from docgen.problems import Words

    return Words(
        "内容有错误，什么也没有写。发给个人的要是正式内容：改好后再运行。",
        "The content has errors; nothing was written. Mend them first: what is handed out must be sound.",
    )


def _verify(manual: Manual, options: argparse.Namespace) -> int:
    from docgen.handout import matching, no_match

    wanted = options.verify.replace(" ", "").lower()
    places = matching(manual, wanted)
    for place in places:
        print(f"{place}\t{manual.version}")
    if not places:
        terminal.print_problems([no_match(wanted, manual)], options)
    return OK if places else PROBLEMS


def _hand_out(manual: Manual, options: argparse.Namespace) -> int:
    from tempfile import TemporaryDirectory

    from docgen import handout as handing
    from docgen.problems import Problem
    from docgen.typesetting import Typesetting, typesetting

    setting = typesetting(terminal.root(options), manual, terminal.progress(options), options.pdf_kind)
    if not isinstance(setting, Typesetting):
        terminal.print_problems(setting, options)
        return PROBLEMS
    if options.roster is not None:
        with TemporaryDirectory(prefix="docgen-") as scratch:
            return _hand_out_to_all(setting, scratch, options)
    place = handing.find_post(manual, options.post)
    if isinstance(place, Problem):
        terminal.print_problems([place], options)
        return USAGE
    return _put_down(handing.handout(place, setting, options.to or ("pdf",)), options)


def _hand_out_to_all(setting: Typesetting, scratch: str, options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.handout import handouts
    from docgen.roster import read_roster_file

    people, wrong = read_roster_file(options.roster, setting.manual)
    terminal.print_problems(wrong, options)
    if not people or (wrong and not options.keep_going):
        terminal.say(_nobody(bool(people)), options)
        return exit_code_of(wrong) if wrong else PROBLEMS
    done = _put_down(handouts(people, setting, Path(scratch), keep_going=options.keep_going), options)
    return done or (PROBLEMS if wrong else OK)


def _put_down(made: Handouts, options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.handout import FOLDER
    from docgen.problems import Words

    terminal.print_problems(made.problems, options)
    if not made.files:
        terminal.say(Words("什么也没有写。", "Nothing was written."), options)
        return exit_code_of(made.problems)
    folder = Path(options.out) if options.out else terminal.root(options) / "output" / FOLDER
    if failed := terminal.put_down(made.files, folder, options):
        return failed
    for remark in made.remarks:
        terminal.say(remark, options)
    signed = "下一步：打印，请本人在签收回执上签字，回执收回存档。"
    terminal.say(Words(signed, "Next: print it, have the receipt signed, and keep the receipt."), options)
    return PROBLEMS if any(problem.is_error for problem in made.problems) else OK


def _nobody(others: bool) -> Words:
    from docgen.problems import Words

    if others:
        return Words(
            "名单里有错，什么也没有写。改好后再运行；要先给其他人生成，加 --keep-going。",
            "The roster has errors; nothing was written. Mend them, or make the others with --keep-going.",
        )
    return Words("名单里没有可以生成的人，什么也没有写。", "There is nobody to make a copy for; nothing was written.")
