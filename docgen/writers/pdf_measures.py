"""A number and its unit (20分, 3个工作日) stay on one line of the PDF.

Unicode lets a line break between a digit and a 汉字 (UAX #14). An attribute tells Pango not to break there, and changes
neither the text nor its boxes; WeasyPrint 70 has no property for it.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

MEASURE = re.compile("[0-9][0-9.,]*(?:小时|分钟|个?工作日|个月|[\u4e00-\u9fff%℃])")

ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);")  # Pango 1.44
set_text = Layout.set_text


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """`Layout.set_text`, with no line breaks within measures."""
    set_text(layout, text, justify)
    found = list(MEASURE.finditer(layout.text))
    if not found:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for measure in found:
        attribute = pango.pango_attr_allow_breaks_new(False)
        attribute.start_index = len(layout.text[: measure.start()].encode())
        attribute.end_index = attribute.start_index + len(measure[0].encode())
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def keep_measures_whole() -> None:
    """Make WeasyPrint's layouts of text keep measures whole."""
    Layout.set_text = _set_text
