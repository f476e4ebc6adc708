"""Metadata that declares PDF/A-3a and PDF/UA-1 in one file; WeasyPrint itself declares one of the two."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

from weasyprint.css import ColorProfile
from weasyprint.document import DocumentMetadata

from briefgen.document import Document

VARIANT = "pdf/a-3a"
"""The variant that WeasyPrint writes; it brings tags, and a file identifier made of the content."""

INTENT = "sRGB2014"
"""The output intent: the colours are meant as sRGB (ISO 19005-3, 6.2.3)."""

# ISO 14289-1, 5: the part number. ISO 19005-3, 6.6.2.3.3: PDF/A allows a property that it does not know only
# together with a description of its schema.
PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
END = b"</rdf:RDF>"


class Metadata(DocumentMetadata):  # type: ignore[misc]  # WeasyPrint has no types
    """What a file says about itself: title, organisation, date and language, and the two standards it meets.

    It takes the place of the metadata that WeasyPrint reads from the HTML (`weasyprint.Document.metadata`), so
    nothing has to be patched. There is no time of day in it: the same document gives the same bytes.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(
            title=document.title,
            authors=[document.organisation] if document.organisation else [],
            created=document.date.isoformat(),
            lang=document.language,
        )

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """The XMP packet of WeasyPrint with the declaration of PDF/UA at its end."""
        rdf: bytes = super().generate_rdf_metadata(variant, version, conformance)
        if not rdf.endswith(END):
            raise RuntimeError("WeasyPrint's XMP metadata do not end as expected")
        return rdf.removesuffix(END) + PDF_UA + END


def color_profiles() -> dict[str, ColorProfile]:
    """The profile of the output intent, for one document; WeasyPrint carries the file but never closes it."""
    profile = BytesIO(_profile())
    return {INTENT: ColorProfile(profile, f"{INTENT}.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))}


@cache
def _profile() -> bytes:
    return (files("weasyprint.pdf") / f"{INTENT}.icc").read_bytes()
