"""Finished PDF files, read back."""

from __future__ import annotations

import pypdfium2


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF file has."""
    return len(pypdfium2.PdfDocument(pdf))
