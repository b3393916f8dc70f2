"""The .docx package: python-docx keeps parts, relationships and content types (ISO 29500-2); texts of parts are ours.

The package is saved, then its zip is written anew with sorted entries and fixed times: the same manual gives the same
bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.package import Package as OpcPackage
from docx.parts.document import DocumentPart

from docgen.writers.dates import made_at
from docgen.writers.word.markup import DECLARATION, NAMESPACES, escape
from docgen.writers.word.pictures import Picture
from docgen.xml_text import legal

# The parts of every document beside its text. All are written by docgen: of python-docx's own blank document, most of
# it 350 KB of styles for other texts, only the theme is taken.
DOCUMENT_PARTS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "theme/theme1": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
}
THEME = "word/theme/theme1.xml"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
LONGEST_PROPERTY = 255
# Half the time of zlib's own choice, for a file a seventh (the sample) to a quarter (1,000 posts) larger.
COMPRESSION = 3


class Package:
    """A growing package; `save` closes it."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        root = parse_xml(f"<w:document {NAMESPACES}><w:body/></w:document>")
        name = PackURI("/word/document.xml")
        self._document = DocumentPart(name, CONTENT_TYPE.WML_DOCUMENT_MAIN, root, self._package)
        self._package.relate_to(self._document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        properties = self._empty("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES)
        self._package.relate_to(properties, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        for part, (content_type, relationship) in DOCUMENT_PARTS.items():
            self._document.relate_to(self._empty(f"/word/{part}.xml", content_type), relationship)
        self._parts: dict[str, list[bytes]] = {THEME: [_office_theme()]}
        self._furniture_pictures = 0
        self.relate = cache(self._relate)

    def _empty(self, name: str, content_type: str) -> Part:
        """A part to be written."""
        return Part(PackURI(name), content_type, b"", self._package)

    def _relate(self, address: str) -> str:
        """The relationship id of an address out of the document."""
        return self._document.relate_to(legal(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def header(self, content: str) -> str:
        """Add a header part; its relationship id."""
        return self._add("header", content)

    def footer(self, content: str) -> str:
        """Add a footer part; its relationship id."""
        return self._add("footer", content)

    def _add(self, name: str, content: str) -> str:
        part, relationship_id = self.empty(name)
        self.write(str(part.partname), content)
        return relationship_id

    def empty(self, name: str) -> tuple[Any, str]:
        """Add a header or footer part to be written; python-docx's part and its relationship id."""
        document = self._document
        add: Any = document.add_header_part if name == "header" else document.add_footer_part
        part, relationship_id = add()
        return part, str(relationship_id)

    def picture_name(self, source: str) -> PackURI:
        """The name of a further picture of a header or footer, with the ending of `source`."""
        self._furniture_pictures += 1
        return PackURI(f"/word/media/furniture{self._furniture_pictures}{Path(source).suffix.lower()}")

    def picture(self, path: Path) -> Picture | None:
        """Take an image file in; None where it is no sound PNG or JPEG."""
        try:
            relationship_id, image = self._document.get_or_add_image(str(path))
            if image.content_type not in ("image/png", "image/jpeg"):
                return None
            return Picture(relationship_id, int(image.width), int(image.height))
        except Exception:  # a damaged file makes python-docx raise whatever its bytes lead to
            return None

    def painted(self, png: bytes) -> Picture:
        """Take in a picture that docgen itself has made."""
        relationship_id, image = self._document.get_or_add_image(io.BytesIO(png))
        return Picture(relationship_id, int(image.width), int(image.height))

    def write(self, part_name: str, text: str) -> None:
        """Give the part of this name its text, all of whose character data went through `escape`."""
        self.write_pieces(part_name, [text])

    def write_pieces(self, part_name: str, pieces: Iterable[str]) -> None:
        """The same for a long text, in pieces that are encoded as they come: joined they would take three times as
        long, and kept twice the memory."""
        self._parts[part_name.removeprefix("/")] = [piece.encode() for piece in pieces]

    def save(self, fields: Mapping[str, str], language: str) -> bytes:
        """The file. `fields` are the document's: title, organization, code, version, classification, issued."""
        self._describe(fields, language)
        saved = io.BytesIO()
        self._package.save(saved)
        company = escape(fields.get("organization", ""))
        self.write(
            "docProps/app.xml",
            f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Company>{company}</Company></Properties>",
        )
        return _rewritten(saved, self._parts)

    def _describe(self, fields: Mapping[str, str], language: str) -> None:
        properties = self._package.core_properties
        organization = _property(fields, "organization")
        properties.title = _property(fields, "title")
        properties.author = properties.last_modified_by = organization
        properties.subject = properties.identifier = _property(fields, "code")
        properties.category = _property(fields, "classification")
        properties.version = _property(fields, "version")
        properties.language = language
        properties.comments = properties.keywords = ""
        properties.revision = 1
        properties.created = properties.modified = made_at(fields.get("issued", "")) or datetime(*ZIP_EPOCH, tzinfo=UTC)


def _office_theme() -> bytes:
    with zipfile.ZipFile(Path(docx.__file__).parent / "templates" / "default.docx") as blank:
        return blank.read(THEME)


def _property(fields: Mapping[str, str], name: str) -> str:
    return legal(fields.get(name, ""))[:LONGEST_PROPERTY]


def _rewritten(saved: io.BytesIO, parts: Mapping[str, list[bytes]]) -> bytes:
    result = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as target,
    ):
        # [Content_Types].xml sorts first, where readers of a stream want it.
        for name in sorted(source.namelist()):
            with target.open(name, "w") as part:  # of 1980-01-01, as a ZipInfo is that nobody gave a time
                part.writelines(parts[name] if name in parts else [source.read(name)])
    return result.getvalue()
