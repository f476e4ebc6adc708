"""The zip file: what Python's own module writes, and reads."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.docx.archive import archive, entry

FILES = {
    "word/document.xml": b"<w/>" * 5000,
    "[Content_Types].xml": b"<Types/>",
    "word/media/\ubb3c.png": bytes(range(256)),
    "empty": b"",
    "_rels/.rels": b"<Relationships/>",
}
ORDER = ["[Content_Types].xml", "_rels/.rels", "empty", "word/document.xml", "word/media/\ubb3c.png"]


def written(files: dict[str, bytes]) -> bytes:
    return archive(entry(name, content) for name, content in files.items())


def by_zipfile(files: dict[str, bytes], order: list[str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in order:
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            file.writestr(member, files[name])
    return target.getvalue()


def test_it_is_what_the_standard_library_writes() -> None:
    assert written(FILES) == by_zipfile(FILES, ORDER)


def test_the_order_in_which_entries_come_does_not_matter() -> None:
    assert written(dict(reversed(FILES.items()))) == written(FILES)


@given(st.binary(max_size=3000))
def test_what_is_read_is_what_was_written(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written({"a": content, "b": content[::-1]}))) as file:
        assert file.testzip() is None
        assert (file.read("a"), file.read("b")) == (content, content[::-1])
