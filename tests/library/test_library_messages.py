"""What is to be translated is found whole, with comments, at the lines where it really stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.formats import FormatFile, load_format, read_format
from briefgen.library.messages import Message, format_messages, messages_to_translate
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library

FRONT_MATTER = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\n---\n"


def memo(folder: Path, body: str) -> FormatFile:
    path = folder / "memo.md"
    path.write_text(FRONT_MATTER + body, encoding="utf-8")
    return read_format(path)


@pytest.fixture(scope="module")
def messages(library: Library, pack: ReportPack) -> dict[str, tuple[Message, ...]]:
    return messages_to_translate(library, [pack])


def lines_from(place: Place, count: int) -> str:
    lines = Path(place.path).read_text(encoding="utf-8").splitlines()
    return " ".join(" ".join(lines[place.line - 1 : place.line - 1 + count]).split())


@pytest.mark.parametrize("name", ["briefing", "letter"])
def test_the_line_of_a_sentence_of_a_format_is_where_it_stands(library: Library, name: str) -> None:
    messages = format_messages(load_format(library, name))
    assert len(messages) > 5
    for message in messages:
        assert "trans" in lines_from(message.place, 1)
        assert message.text in lines_from(message.place, 3)


def test_the_line_of_a_text_of_a_pack_is_where_it_stands(messages: dict[str, tuple[Message, ...]]) -> None:
    found = messages["north-korea-border"]
    assert len(found) > 100
    for message in found:
        assert " ".join(message.text.split())[:60] in lines_from(message.place, 4), message.place


def test_every_domain_has_its_messages(messages: dict[str, tuple[Message, ...]]) -> None:
    assert set(messages) == {"formats", "interface", "north-korea-border"}
    interface = {message.text for message in messages["interface"]}
    assert {"Page {page} of {pages}", "The Security Council"} <= interface
    assert "concerned" not in interface, "the kind of members of a role is no text"


def test_anchors_ids_and_speakers_are_not_translated(
    messages: dict[str, tuple[Message, ...]], pack: ReportPack
) -> None:
    texts = {message.text for message in messages["north-korea-border"]}
    report = pack.report
    kept = {claim.anchor for claim in report.claims.values()} | {item.speaker for item in report.testimonies}
    assert not texts & kept
    assert {claim.claim for claim in report.claims.values()} <= texts
    assert {item.text for item in report.testimonies} <= texts


def test_texts_of_a_pack_carry_the_comment_of_their_key(messages: dict[str, tuple[Message, ...]]) -> None:
    comments = {message.text: message.comments for message in messages["north-korea-border"]}
    assert comments["the DPRK"] == ("The state concerned after its first mention.",)
    assert comments["6,820"] == ("Key figure, set large; as short as possible.",)


def test_a_comment_for_translators_goes_with_its_sentence(tmp_path: Path) -> None:
    file = memo(tmp_path, "{# translators: the greeting #}\n{% trans %}Hello{% endtrans %}\n{# other #}\n")
    (message,) = format_messages(file)
    assert message.comments == ("the greeting",)


def test_a_sentence_on_several_lines_is_one(tmp_path: Path) -> None:
    (message,) = format_messages(memo(tmp_path, "text\n{% trans %}\n  Hello,\n  world.\n{% endtrans %}\n"))
    assert message == Message("Hello, world.", Place(tmp_path / "memo.md", 9))


def test_a_per_cent_sign_stays_single(tmp_path: Path) -> None:
    (message,) = format_messages(memo(tmp_path, "{% trans %}10% of {name}{% endtrans %}\n"))
    assert message.text == "10% of {name}"


def test_broken_syntax_is_found_at_its_line(tmp_path: Path) -> None:
    file = memo(tmp_path, "text\n\n{% if asks %}\n{% trans %}Hello{% endtrans %}\n{% endfor %}\n")
    with pytest.raises(BriefgenError) as caught:
        format_messages(file)
    (problem,) = caught.value.problems
    assert problem.place == Place(file.path, 12)
