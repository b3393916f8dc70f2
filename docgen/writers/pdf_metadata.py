"""What a PDF says it conforms to, in its XMP metadata (ISO 16684-1).

WeasyPrint names one standard a file. A file for the archives keeps to two, PDF/A-2a and PDF/UA-1, and PDF/A wants every
property that it doesn't know itself, so PDF/UA's, to be described in the file (ISO 19005-2 §6.6.2.3).
"""

from __future__ import annotations

from typing import Any

END = b"</rdf:RDF>"

PDF_UA = """\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def name_pdf_ua_too(metadata: Any) -> None:
    """Make a `weasyprint` DocumentMetadata that is written for PDF/A name PDF/UA-1 beside it."""
    theirs = metadata.generate_rdf_metadata

    def with_pdf_ua(*of_pdf_a: Any) -> bytes:
        rdf: bytes = theirs(*of_pdf_a)
        return rdf.removesuffix(END) + PDF_UA.encode() + END

    metadata.generate_rdf_metadata = with_pdf_ua
