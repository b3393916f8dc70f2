"""The problems of chapter files: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection

from docgen.problems import Problem, Words, error, is_it, nearest, warning
from docgen.source import Position

# What Markdown has and a chapter has not: its name, and the way out.
UNSUPPORTED = {
    "html": (
        Words("HTML 标记", "an HTML tag"),
        Words("用 Markdown 写；要印出“<”就写 \\<", "use Markdown; for a plain “<” write \\<"),
    ),
    "entity": (
        Words("HTML 字符代码", "an HTML character reference"),
        Words("直接写这个字符", "write the character itself"),
    ),
    "code": (Words("代码（反引号）", "code (backticks)"), Words("去掉反引号 `", "leave the backticks out")),
    "code block": (
        Words("代码块（行首空四格或 ```）", "a code block (four spaces, or ```)"),
        Words("去掉行首的空格；首行缩进由样式给出", "leave the indent out; the style indents first lines"),
    ),
    "quote": (
        Words("引用（行首的 >）", "a block quote (a line that begins with >)"),
        Words("去掉行首的 >；要印出来就写 \\>", "leave the > out, or write \\> to print it"),
    ),
    "rule": (
        Words("分隔线", "a horizontal rule"),
        Words("删掉这一行；另起一节就写标题 ##", "delete the line; a new section has a heading ##"),
    ),
    "underlined heading": (
        Words("下划线式标题", "an underlined heading"),
        Words("标题写成“## 标题”，删掉这一行", "write the heading as `## Heading` and delete this line"),
    ),
    "footnote": (Words("脚注", "a footnote"), Words("写进正文的括号里", "write it in brackets in the text")),
    "reference": (
        Words("引用式链接", "a reference link"),
        Words("链接写成 [文字](网址)", "write links as [text](address)"),
    ),
    "link": (
        Words("这样的链接", "a link like this"),
        Words("链接以 http://、https:// 或 mailto: 开头", "links begin with http://, https:// or mailto:"),
    ),
    "strikethrough": (
        Words("删除线", "struck-out text"),
        Words("删掉这些字；改了什么，修订记录里有", "delete the words themselves"),
    ),
    "picture in text": (
        Words("写在文字中间的图片", "a picture within text"),
        Words("图片单独写一段，前后各空一行", "put the picture in a paragraph of its own"),
    ),
    "block in item": (
        Words("列表项里的表格、标题或图片", "a table, heading or picture within a list item"),
        Words("写到列表后面，前面空一行，行首不空格", "write it after the list, unindented, after a blank line"),
    ),
    "deep list": (
        Words("九级以上的列表", "a list nested more than nine deep"),
        Words("少分几级，或把下级写成另一节", "nest less, or make the inner lists a section"),
    ),
    "nesting": (
        Words("几百层套在一起的 * 和 _", "hundreds of * and _ within each other"),
        Words("找到成串的 * 或 _，删掉，或在前面加 \\", "find the run of * or _ and delete it or escape it with \\"),
    ),
    "text after list": (
        Words("列表项里，下级列表之后又写的文字", "text of an item after its nested list"),
        Words("把这段文字写到下级列表前面，或另起一项", "write it before the nested list, or as an item of its own"),
    ),
}  # fmt: skip


def unsupported(kind: str, position: Position) -> Problem:
    name, way_out = UNSUPPORTED[kind]
    message = Words(f"章节里不能用{name.zh}", f"a chapter can't have {name.en}")
    return error("CHAPTER-UNSUPPORTED", position, message, way_out)


def no_space_after(sign: str, position: Position) -> Problem:
    example = {"#": "## 标题", "-": "- 每日巡查"}.get(sign, "1. 每日巡查")
    return error(
        "CHAPTER-MARK",
        position,
        Words(
            f"“{sign}”后面少一个空格，这一行会当成普通文字",
            f"a space is missing after “{sign}”: the line is read as text",
        ),
        Words(
            f"写成“{example}”；要印出这个符号就在前面加 \\",
            f"write “{example}”, or put \\ before the sign to print it",
        ),
    )


def list_mark(sign: str, position: Position) -> Problem:
    return error(
        "CHAPTER-MARK",
        position,
        Words(
            f"“{sign}”开头的行不会排成列表，会接到上一行后面",
            f"a line that begins with “{sign}” is no list item: it joins the line above",
        ),
        Words(
            "编号的项写“1. ”，不编号的写“- ”；另起一段就空一行",
            "write `1. ` or `- ` for items, or a blank line for a new paragraph",
        ),
    )


def list_start(number: str, position: Position) -> Problem:
    return warning(
        "CHAPTER-MARK",
        position,
        Words(
            f"列表从 {number} 开始，印出来从第一个编号开始",
            f"the list begins with {number} but is printed from the first label on",
        ),
        Words(
            "从“1. ”写起；和上面是一个列表就缩进中间的文字",
            "begin with `1. `; indent what stands between to go on with a list",
        ),
    )


def typed_label(label: str, position: Position) -> Problem:
    return error(
        "CHAPTER-HEADING-LABEL",
        position,
        Words(
            f"标题里写了编号“{label}”，印出来会有两个编号",
            f"the heading has a typed label “{label}”: it would be printed with two",
        ),
        Words("去掉编号，编号由样式自动加上", "leave the label out: the style adds it"),
    )


def second_title(position: Position) -> Problem:
    return error(
        "CHAPTER-LEVEL",
        position,
        Words("一个文件只有一个“# ”标题，就是这一章的标题", "a file has one `# ` heading: the chapter's title"),
        Words("节的标题写“## ”；另一章写到另一个文件里", "write `## ` for a section, or a file for another chapter"),
    )


def skipped_level(level: int, expected: int, position: Position) -> Problem:
    return error(
        "CHAPTER-LEVEL",
        position,
        Words(
            f"标题跳了一级：这里是 {level} 个 #，应当是 {expected} 个",
            f"the heading skips a level: {level} # where {expected} are due",
        ),
        Words(f"写成“{'#' * expected} 标题”", f"write `{'#' * expected} Heading`"),
    )


def too_deep(position: Position) -> Problem:
    return error(
        "CHAPTER-LEVEL",
        position,
        Words("标题最多 6 个 #", "a heading has six # at most"),
        Words("再往下分，用列表写", "use a list below that"),
    )


def empty_heading(position: Position) -> Problem:
    return error(
        "CHAPTER-MARK",
        position,
        Words("这个标题没有文字", "the heading has no text"),
        Words("写上标题，或删掉这一行", "write one, or delete the line"),
    )


def no_separator(position: Position) -> Problem:
    return error(
        "CHAPTER-TABLE",
        position,
        Words(
            "像表格，但表头下面没有 | --- | 这一行",
            "this looks like a table without a | --- | line under its head",
        ),
        Words(
            "在表头下面加一行，一列一个 ---：| --- | --- |",
            "add a line under the head with a --- a column: | --- | --- |",
        ),
    )


def cell_count(found: int, expected: int, position: Position) -> Problem:
    return error(
        "CHAPTER-TABLE",
        position,
        Words(f"这一行有 {found} 格，表头有 {expected} 格", f"this row has {found} cells, the head has {expected}"),
        Words("补上或去掉一格；格子里的竖线写成 \\|", "make them equal; write a bar inside a cell as \\|"),
    )


def no_image(path: str, position: Position) -> Problem:
    return error(
        "CHAPTER-IMAGE",
        position,
        Words(f"没有图片“{path}”", f"there is no picture “{path}”"),
        Words(
            "路径从这个章节文件或 content 文件夹算起，例如 images/组织机构图.png",
            "its path starts from this file's folder or from content/",
        ),
    )


def refused_image(path: str, position: Position) -> Problem:
    return error(
        "CHAPTER-IMAGE",
        position,
        Words(f"图片“{path}”用不了", f"the picture “{path}” can't be used"),
        Words(
            "把 PNG 或 JPEG 文件放进 content 文件夹，写它的相对路径",
            "put a PNG or JPEG file into content/ and give its relative path",
        ),
    )


def svg_image(path: str, position: Position) -> Problem:
    return error(
        "CHAPTER-IMAGE",
        position,
        Words(f"Word 文件放不下 SVG 图片“{path}”", f"a Word file can't hold the SVG picture “{path}”"),
        Words("另存为 PNG（300 dpi），改为引用该 PNG", "save it as PNG (300 dpi) and refer to that"),
    )


def broken_image(path: str, position: Position) -> Problem:
    return error(
        "CHAPTER-IMAGE",
        position,
        Words(f"“{path}”不是 PNG 或 JPEG 图片，或者打不开", f"“{path}” is no PNG or JPEG picture, or can't be opened"),
        Words("用画图等软件打开，另存为 PNG", "open it in an image editor and save it as PNG"),
    )


def empty_chapter(path: str) -> Problem:
    return error(
        "CHAPTER-EMPTY",
        Position(path),
        Words("这个章节文件没有内容", "this chapter file is empty"),
        Words("写上“# 标题”和正文，或删掉这个文件", "write a `# Title` and a text, or delete the file"),
    )


def unknown_placeholder(name: str, known: Collection[str], position: Position | None) -> Problem:
    guess = nearest(name, list(known))
    meant = is_it(guess and f"{{{guess}}}")
    shown = " ".join(f"{{{each}}}" for each in known)
    return error(
        "CHAPTER-PLACEHOLDER",
        position,
        Words(f"没有“{{{name}}}”这个填空", f"there is no placeholder “{{{name}}}”"),
        Words(f"{meant.zh}可以写：{shown}", f"{meant.en}there are: {shown}"),
    )


def empty_placeholder(name: str, position: Position | None) -> Problem:
    return error(
        "CHAPTER-PLACEHOLDER",
        position,
        Words(
            f"“{{{name}}}”没有可填的内容：manual.yaml 里没有写“{name}”",
            f"“{{{name}}}” has no value: manual.yaml has no {name}",
        ),
        Words(f"在 manual.yaml 里写上“{name}”，或改写这句话", f"write {name} in manual.yaml, or reword the sentence"),
    )
