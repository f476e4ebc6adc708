from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.languages.sentences import PlaceholderError, fill, placeholders


@dataclass
class State:
    short: str = "북한"
    in_: str = "북한에서"
    empty: str = ""
    number: int = 3
    _private: str = "hidden"
    neighbour: object = None

    def method(self) -> str:
        return "called"


STATE = State(neighbour=State(short="일본"))
NAMES = {"state": STATE, "title": "보고서", "count": 3}


@pytest.mark.parametrize(
    ("sentence", "filled"),
    [
        ("Nothing to fill.", "Nothing to fill."),
        ("", ""),
        ("On {state.short}.", "On 북한."),
        ("{title}{title}", "보고서보고서"),
        ("{state.in}", "북한에서"),
        ("{state.in_}", "북한에서"),
        ("{state.neighbour.short}", "일본"),
        ("{{not}} {title}", "{not} 보고서"),
        ("{state.short:은/는} {title:을}", "북한은 보고서를"),
        ("{title:으로}", "보고서로"),
        ("{title:}", "보고서"),
    ],
)
def test_placeholders_are_filled(sentence: str, filled: str) -> None:
    assert fill(sentence, NAMES) == filled


def test_a_value_is_escaped_but_neither_the_sentence_nor_the_particle() -> None:
    assert fill("*{title:은/는}*", {"title": "일본"}, lambda value: f"<{value}>") == "*<일본>은*"


def test_a_value_is_never_filled_again() -> None:
    assert fill("{title}", {"title": "{count} {state.short}"}) == "{count} {state.short}"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("none", set()),
        ("{a} {b.c} {a}", {"a", "b.c"}),
        ("{a:은/는} {b.c:로}", {"a", "b.c"}),
        ("{{a}}", set()),
    ],
)
def test_the_names_of_placeholders(sentence: str, names: set[str]) -> None:
    assert placeholders(sentence) == names


FORBIDDEN = [
    "{state._private}", "{state.__class__}", "{_state}", "{state[0]}", "{state['short']}", "{state.method()}", "{}",
    "{0}", "{state.short!r}", "{state.short!s}", "{State}", "{state..short}", "{state.}", "{ title }",
    "{state.short-x}", "{title.__len__}", "{title\n}",
]  # fmt: skip


@pytest.mark.parametrize("sentence", FORBIDDEN)
def test_only_names_and_public_attributes_are_placeholders(sentence: str) -> None:
    with pytest.raises(PlaceholderError, match="is not a placeholder; write"):
        fill(sentence, NAMES)
    with pytest.raises(PlaceholderError):
        placeholders(sentence)


@pytest.mark.parametrize("sentence", ["{title", "title}", "{title!}", "a { b", "}{", "{title!r"])
def test_braces_that_do_not_match_are_an_error(sentence: str) -> None:
    with pytest.raises(PlaceholderError, match="the braces of a placeholder do not match"):
        fill(sentence, NAMES)


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("{other}", r"\{other\} names nothing; known are count, state, title"),
        ("{state.long}", r"\{state\.long\} names nothing: `state` has no `long`"),
        ("{state.empty}", "`state` has no `empty`"),
        ("{state}", "is not a text; name one of its forms"),
        ("{count}", "is not a text"),
        ("{state.number}", "is not a text"),
        ("{state.method}", "is not a text"),
        ("{title.upper}", "is not a text"),
        ("{title.format}", "is not a text"),
        ("{title:에서}", r"in \{title:에서\}: `에서` is not a Korean particle"),
        ("{title:{count}}", "is not a Korean particle"),
        ("{title:>10}", "is not a Korean particle"),
    ],
)
def test_what_cannot_be_filled_is_told_in_plain_words(sentence: str, message: str) -> None:
    with pytest.raises(PlaceholderError, match=message):
        fill(sentence, NAMES)


def test_a_particle_after_a_sign_without_a_reading_is_an_error() -> None:
    with pytest.raises(PlaceholderError, match="the reading of “%” is not known"):
        fill("{title:은}", {"title": "100%"})


@given(st.text())
def test_any_sentence_is_filled_or_refused(sentence: str) -> None:
    try:
        names = placeholders(sentence)
    except PlaceholderError:
        return
    if not names:
        assert fill(sentence, {}) == sentence.replace("{{", "{").replace("}}", "}")


@given(st.text(), st.text())
def test_any_value_arrives_unchanged(before: str, value: str) -> None:
    literal = before.replace("{", "{{").replace("}", "}}")
    assert fill(literal + "{title}", {"title": value}) == before + value
