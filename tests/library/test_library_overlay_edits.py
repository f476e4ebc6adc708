"""What a program sets in an overlay is read as it was given, and is taken out again without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.library.formats import OverlayFile, read_overlay_text
from briefgen.library.overlay_edits import with_pick, with_saying
from briefgen.library.overlays import head_lines

HEAD = ("letter", "JP")
OFFER = "We enclose a briefing on the report."
BEGUN = "---\nchanges: letter\nfor: JP\n"
BODY = "---\n{% block offer %}\n---\nNo: {{ super() }}\n\n{% endblock %}"
OVERLAYS = [
    f"{BEGUN}reason: ''   # nobody knows\n{BODY}",
    f"{BEGUN}says: {{ko: {{One.: 하나.}}}}\n{BODY}\n",
    f'{BEGUN}says:\n    ko:   # read by the mission\n        "One.": "하나." # first\n\n    # no other\n{BODY}',
    f'{BEGUN}says: {{fr: {{"One.": Un.}}, }}\nwritten_against: {{offer: "d5997004949c"}}\n{BODY}',
    f"{BEGUN}reason: >\n  Folded over\n  lines.\n\nsays:\n  ko:\n    One.: |-\n      하나.\n\n# the end\n{BODY}",
    f"---\n{{changes: letter, for: JP, reason: why}}\n{BODY}",
]
LINE = st.one_of(st.text(), st.text(alphabet="\"'#:-{}[]&*!|>%@` ,?\\é가𝒳")).filter(lambda text: text.strip())


def read(text: str, head: tuple[str, str] = HEAD) -> OverlayFile:
    return read_overlay_text(text, Path("templates/delegations") / head[1] / f"{head[0]}.md")


def folded(text: str) -> str:
    return " ".join(filter(None, (line.strip() for line in text.splitlines())))


@given(st.sampled_from(OVERLAYS), st.sampled_from(["ko", "fr", "zh-Hans", "no"]), LINE, LINE)
@settings(deadline=None)
def test_a_saying_is_read_as_it_was_given_and_leaves_no_trace(text: str, tag: str, message: str, says: str) -> None:
    changed = with_saying(text, HEAD, tag, message, says)
    assert changed.endswith(BODY.removeprefix("---\n")) or changed.endswith(f"{BODY.removeprefix('---')}\n")
    assert read(changed).overlay.says[tag][message] == folded(says)
    assert with_saying(changed, HEAD, tag, message, "") == text


def test_the_first_saying_begins_a_file_and_the_last_ends_it() -> None:
    text = with_saying("", HEAD, "ko", OFFER, "브리핑을 동봉합니다.")
    assert text == f'{BEGUN}reason: ""\nsays:\n  ko:\n    "{OFFER}": "브리핑을 동봉합니다."\n---\n'
    assert with_saying(text, HEAD, "ko", OFFER, "") == ""
    assert with_saying("", HEAD, "ko", OFFER, "") == ""


@pytest.mark.parametrize("more", ["reason: why\n", "# why\n", 'written_against: {offer: "d5997004949c"}\n'])
def test_a_file_in_which_anything_else_stands_is_kept(more: str) -> None:
    text = f"{BEGUN}{more}---\n"
    assert with_saying(with_saying(text, HEAD, "ko", OFFER, "네."), HEAD, "ko", OFFER, "") == text


def test_a_saying_is_changed_where_it_stands() -> None:
    text = OVERLAYS[2]
    assert with_saying(text, HEAD, "ko", "One.", "둘.") == text.replace('"하나."', '"둘."')
    assert with_saying(text, HEAD, "ko", "One.", "하나.") == text


def test_line_ends_become_spaces() -> None:
    text = with_saying("", HEAD, "en", OFFER, "  We enclose  \r\n\n a briefing.\u2028")
    assert read(text).overlay.says["en"][OFFER] == "We enclose a briefing."


def test_an_overlay_for_norway_is_no_truth_value() -> None:
    head = ("letter", "NO")
    assert head_lines(*head).splitlines()[1] == 'for: "NO"'
    assert read(with_saying("", head, "no", OFFER, "Ja."), head).overlay.says["no"][OFFER] == "Ja."


def test_an_overlay_that_cannot_be_read_is_not_changed() -> None:
    with pytest.raises(BriefgenError, match="the overlay says `for: JP`, but its place says `KR`"):
        with_saying(OVERLAYS[0], ("letter", "KR"), "ko", OFFER, "네.")
    with pytest.raises(BriefgenError, match="the front matter is missing"):
        with_saying("text", HEAD, "ko", OFFER, "네.")


def test_a_way_of_writing_in_which_nothing_can_be_set_is_told() -> None:
    text = f"{BEGUN}says: {{ko: &a {{One.: 하나.}}, fr: *a}}\n---\n"
    with pytest.raises(BriefgenError, match="cannot be changed in the way in which it is written here"):
        with_saying(text, HEAD, "fr", "Two.", "Deux.")


NAMES = st.lists(st.sampled_from(["R1", "R2", "no", "1", "a b", "ä"]), min_size=1, max_size=3)


@given(st.sampled_from(OVERLAYS), NAMES, st.sampled_from([None, "none", "T1", "no"]), st.sampled_from(["", "a-pack"]))
@settings(deadline=None)
def test_a_pick_is_read_as_it_was_given_and_leaves_no_trace(
    text: str, asks: list[str], account: str | None, report: str
) -> None:
    changed = with_pick(text, HEAD, asks, account, report)
    overlay = read(changed).overlay
    assert (overlay.asks, overlay.account, overlay.report) == (tuple(asks), account, report)
    assert with_pick(changed, HEAD, None, None) == text


def test_a_pick_begins_a_file_and_ends_it() -> None:
    text = with_pick("", HEAD, ["R1", "R3"], "none", "a-pack")
    assert text == f'{BEGUN}reason: ""\nreport: a-pack\nasks: [R1, R3]\naccount: none\n---\n'
    assert with_pick(text, HEAD, ["R3"], None) == f'{BEGUN}reason: ""\nreport: a-pack\nasks: [R3]\n---\n'
    assert with_pick(text, HEAD, None, None) == ""


def test_no_asks_at_all_are_not_picked() -> None:
    with pytest.raises(BriefgenError, match="`asks` is empty"):
        with_pick("", HEAD, [], None)
