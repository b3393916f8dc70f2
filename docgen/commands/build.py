"""docgen build: the manual in Word, PDF, Markdown."""

from __future__ import annotations

import argparse
from functools import partial

from docgen import terminal
from docgen.exit_codes import OK, PROBLEMS, exit_code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from docgen.problems import Language, Words


FORMATS = ("pdf", "docx", "md", "html")


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    to, layout = partial(formats, language=language), partial(_layout, language=language)
    command.add_argument("--to", metavar="格式", type=to, default=FORMATS[:3], help="pdf,docx,md,html，默认前三种")
    command.add_argument("--layout", metavar="布局", type=layout, help="全册改用这种布局")
    command.add_argument("--style", metavar="样式", help="改用这个样式，例如 公文、企业标准、现代")
    parts = command.add_mutually_exclusive_group()
    parts.add_argument("--only", metavar="部门[/岗位]", help="只生成一个部门或一个岗位")
    parts.add_argument("--split", metavar="部门", choices=("部门", "department"), help="每个部门一份文件")
    command.add_argument("--draft", action="store_true", help="有问题也生成，标明草稿，附待补事项")
    command.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output")
    add_pdf_kinds(command)


def add_pdf_kinds(command: argparse.ArgumentParser) -> None:
    kinds: Any = command.add_mutually_exclusive_group()
    kinds.add_argument(
        "--pdfa", dest="pdf_kind", action="store_const", const="archival", help="PDF 按归档格式 PDF/A-2a 生成"
    )
    kinds.add_argument(
        "--untagged", dest="pdf_kind", action="store_const", const="untagged", help="PDF 不加标签（无障碍结构），小一些"
    )
    command.set_defaults(pdf_kind="tagged")


def formats(text: str, language: Language, known: tuple[str, ...] = FORMATS) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(word.strip().lower() for word in text.replace("，", ",").split(",") if word.strip()))
    wrong = [word for word in chosen if word not in known]
    if wrong or not chosen:
        listed = ",".join(known)
        zh = f"不认识的格式 {'、'.join(wrong) or '（空）'}，可以写 {listed}"
        raise argparse.ArgumentTypeError(zh if language == "zh" else f"no such format; choose from {listed}")
    return chosen


def _layout(text: str, language: Language) -> str:
    from docgen.manual.layouts import LAYOUT_FILES, layout_called

    if layout := layout_called(text):
        return layout
    known = "、".join(LAYOUT_FILES) if language == "zh" else ", ".join(LAYOUT_FILES.values())
    wrong = f"没有“{text}”布局，可以写 {known}" if language == "zh" else f"no such layout; choose from {known}"
    raise argparse.ArgumentTypeError(wrong)


def run(options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.pipeline import build as build_files
    from docgen.pipeline import check_project
    from docgen.problems import Words

    root = terminal.root(options)
    terminal.progress(options)(Words("读取、检查……", "reading and checking …"))
    checked = check_project(root)
    terminal.print_problems(checked.problems, options)
    if checked.manual is None or (checked.has_errors and not options.draft):
        terminal.say(refusal(checked.manual is not None), options)
        return PROBLEMS
    draft = checked.problems if options.draft else None
    folder = Path(options.out) if options.out else root / "output"
    built = build_files(
        root,
        checked.manual,
        options.to,
        only=options.only,
        split=bool(options.split),
        layout=options.layout,
        style=options.style,
        pdf_kind=options.pdf_kind,
        draft=draft,
        progress=terminal.progress(options),
        folder=folder,
    )
    terminal.print_problems([each for each in built.problems if each not in checked.problems], options)
    if not built.files:
        terminal.say(Words("什么也没有写。", "Nothing was written."), options)
        return exit_code_of(built.problems)
    if failed := terminal.put_down(built.files, folder, options):
        return failed
    for remark in (*built.remarks, _next_step(options)):
        terminal.say(remark, options)
    return OK


def refusal(has_manual: bool) -> Words:
    from docgen.problems import Words

    if not has_manual:
        return Words(
            "有读不了的内容，什么也没有写。先按上面的提示改好。",
            "Some content cannot be read; nothing was written. Mend the problems above first.",
        )
    return Words(
        "内容有错误，什么也没有写。改好后再生成；要先看样子，用 docgen build --draft 出草稿。",
        "The content has errors; nothing was written. Mend them, or run docgen build --draft for a draft.",
    )


def _next_step(options: argparse.Namespace) -> Words:
    from docgen.problems import Words

    if options.draft:
        return Words(
            "这是草稿；把“待补事项”补齐，再运行 docgen build 出正式版。",
            "This is a draft: complete what 待补事项 lists, then run docgen build.",
        )
    return Words("下一步：打开看一遍，送审批、盖章、发放。", "Next: look it over, then have it approved and sealed.")
