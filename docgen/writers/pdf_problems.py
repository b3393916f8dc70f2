"""What can stand in the way of a PDF: no Pango, a character that no font has, a picture that can't be used."""

from __future__ import annotations

from docgen.problems import Problem, Words, error
from docgen.source import Position


def no_pango(cause: OSError) -> Problem:
    return error(
        "PDF-NO-PANGO",
        None,
        Words(
            f"这台电脑缺少排版库 Pango，做不了 PDF（{cause}）".replace("\n", " "),
            f"the layout library Pango is missing on this machine, so no PDF ({cause})".replace("\n", " "),
        ),
        Words(
            "安装 Pango：Debian、Ubuntu 用 sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
            "Fedora 用 sudo dnf install pango；macOS 用 brew install pango；Windows 用 MSYS2 的 pacman -S "
            "mingw-w64-x86_64-pango。只要 Word 和 Markdown 时用 docgen build --to docx,md",
            "install Pango: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu); "
            "sudo dnf install pango (Fedora); brew install pango (macOS); pacman -S mingw-w64-x86_64-pango in MSYS2 "
            "(Windows). For Word and Markdown alone: docgen build --to docx,md",
        ),
    )


def missing_glyph(char: str, position: Position | None) -> Problem:
    name = f"“{char}”（U+{ord(char):04X}）"
    return error(
        "PDF-GLYPH",
        position,
        Words(
            f"现有字体里没有 {name} 这个字，PDF 里印不出来", f"no font has {name}, so it can't be printed in the PDF"
        ),
        Words(
            "换一个写法；或安装收字多的字体：docgen doctor --fetch-fonts，或 Debian 的 fonts-noto-cjk 软件包",
            "write it another way; or install a font that has it: docgen doctor --fetch-fonts, or the package "
            "fonts-noto-cjk",
        ),
    )


def unusable_picture(name: str, position: Position | None) -> Problem:
    return error(
        "PDF-FETCH",
        position,
        Words(
            f"“{name}”用不了：读不到、不是图片，或者不在项目里",
            f"“{name}” can't be used: it is unreadable, not an image, or outside the project",
        ),
        Words(
            "把 PNG、JPEG 或 SVG 图片放进 content 文件夹，用相对路径引用；不能引用网址和项目外的文件",
            "put a PNG, JPEG or SVG image into the content folder and give its relative path; web addresses and files "
            "outside the project can't be used",
        ),
    )
