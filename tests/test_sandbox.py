"""Templates end: whatever they say, they take little time and memory, and reach nothing but what they are given."""

from __future__ import annotations

import pickle
import threading
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from briefgen import sandbox
from briefgen.model.language import StateForms
from briefgen.sandbox import FAULTS, BoundedSandbox

STATE = StateForms.model_validate(
    {name: "x" for name in ("iso2", "name", "short", "formal", "of", "in", "to", "by", "sort")}
)
LOOP = "{% for i in range(100000) %}"
ENDLESS = {
    "nested loops": f"{LOOP}{LOOP}{LOOP}x{{% endfor %}}{{% endfor %}}{{% endfor %}}",
    "a loop over a list": "{% set r = range(100000) | list %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}",
    "a loop over a text": "{% set r = 'x' * 100000 %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}",
    "a text by a number": "{{ 'x' * 10 ** 3 * 10000000 }}",
    "a text many times": "{{ 'x' * 1000000000 }}",
    "a list many times": "{{ ([0] * 1000000000) | length }}",
    "a power": "{{ 10 ** 10 ** 8 }}",
    "a product": "{% set x = 4294967296 %}{{ x * x * x }}",
    "a wide format": "{{ '%1000000000d' % 1 }}",
    "a filter that pads": "{{ 'x' | center(1000000000) }}",
    "a filter that formats": "{{ '%1000000000d' | format(1) }}",
    "a filter that indents": "{{ 'x' | indent(1000000000) }}",
    "batches": "{{ [1] | batch(1000000000, 0) | list | length }}",
    "slices": "{{ [1] | slice(1000000000) | list | length }}",
    "a sum of lists": "{{ [[1], [2]] | sum(start=[]) }}",
    "a method that pads": "{{ 'x'.center(1000000000) }}",
    "a method that joins": "{{ ('x' * 1000000).join(range(100000) | map('string')) }}",
    "a method that formats": "{{ '{:1000000000}'.format(1) }}",
    "a method that expands": "{{ '\t'.expandtabs(1000000000) }}",
    "a join": "{{ range(100000) | join('x' * 100000) }}",
    "a replacement": "{{ ('x' * 100000) | replace('x', 'y' * 100000) }}",
    "doubled text": "".join(f"{{% set x = {'x ~ x' if n else repr('x')} %}}" for n in range(40)) + "{{ x }}",
    "added text": "".join(f"{{% set x = {'x + x' if n else repr('x')} %}}" for n in range(40)) + "{{ x }}",
    "doubled blocks": "{% set x = 'x' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
    "doubled in a loop": "{% set s = namespace(x='x') %}{% for i in range(99) %}{% set s.x = s.x + s.x %}{% endfor %}",
    "added lists": "{% set s = namespace(x=[1]) %}{% for i in range(99) %}{% set s.x = s.x + s.x %}{% endfor %}",
    "lists in lists": "{% set x = [1, y] %}" + "{% set x = [x, x] %}" * 40 + "{{ x == x }}",
    "tuples in tuples": "{% set x = y, y %}" + "{% set x = x, x %}" * 40 + "{{ x == x }}",
    "mappings in mappings": "{% set x = {'a': y} %}" + "{% set x = {'a': x, 'b': x} %}" * 40 + "{{ x }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that call twice": "{% macro m0() %}x{% endmacro %}"
    + "".join(f"{{% macro m{n + 1}() %}}{{{{ m{n}() }}}}{{{{ m{n}() }}}}{{% endmacro %}}" for n in range(40))
    + "{{ m40() }}",
    "a block that calls itself": "{% block a %}{{ self.a() }}{{ self.a() }}{% endblock %}",
    "a file that includes itself": "{% include 'self' %}{% include 'self' %}",
    "a recursive loop": "{% for x in [1, 2] recursive %}{{ loop([1, 2]) }}{{ loop([1, 2]) }}{% endfor %}",
    "lorem ipsum": "{{ lipsum(n=100000000) }}",
    "a long number": f"{{{{ {'9' * 5000} }}}}",
    "deep brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "deep loops": "{% for i in y %}" * 200 + "{% endfor %}" * 200,
    "deep conditions": "{% if y %}" * 2000 + "{% endif %}" * 2000,
    "a precise rounding": "{{ 1.5 | round(1000000000, 'floor') }}",
    "a huge whole number": "{{ ('f' * 1000000) | int(0, 16) * 2 }}",
}


def environment(**files: str) -> BoundedSandbox:
    return BoundedSandbox(autoescape=True, undefined=StrictUndefined, loader=DictLoader(files))


def render(source: str, /, **names: Any) -> str:
    return environment(self=source).get_template("self").render(y=1, state=STATE, **names)


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_what_would_not_end_is_refused(text: str) -> None:
    with pytest.raises(FAULTS):
        render(text)


@pytest.mark.parametrize(
    "expression",
    [
        "state.parse_raw(payload, content_type='application/pickle', allow_pickle=true)",
        "state.parse_file('/etc/hostname')",
        "state.model_construct(iso2='x')",
        "state['parse_file']('/etc/hostname')",
        "day.strftime('%1000000d')",
        "''.join.__self__.__class__",
        "y.to_bytes(1000000000)",
        "'x'.encode()",
        "text.join(['a'])",
        "[1].append(2)",
        "'{0.__class__}'.format(state)",
    ],
)
def test_no_method_of_a_value_is_called(expression: str, tmp_path: Path) -> None:
    class Touch:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "touched",)

    payload = pickle.dumps(Touch(), protocol=0).decode()
    with pytest.raises(FAULTS):
        render(
            f"{{{{ {expression} }}}}", payload=payload, day=__import__("datetime").date(2026, 1, 1), text=Markup("x")
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% for i in range(3) %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}", "1, 2, 3"),
        ("{% for i in [1, 2, 3] %}{{ loop.length }}{{ loop.cycle('a', 'b') }}{% endfor %}", "3a3b3a"),
        ("{{ 'a' ~ 1 ~ '<' }}", "a1&lt;"),
        ("{{ ['a', text, '<'] | join(', ') }}", "a, <b>, &lt;"),
        ("{{ ['b', 'a'] | sort | map('upper') | join }}", "AB"),
        ("{{ [1, 2, 3] | select('odd') | list | length }}", "2"),
        ("{{ 'a-b'.split('-') | last }}{{ {'a': 1}.get('a') }}", "b1"),
        ("{{ 'aXa' | replace('X', 'b') }}{{ '7' | int + 1 }}", "aba8"),
        ("{% macro m(x) %}<{{ x }}>{{ caller() }}{% endmacro %}{% call m('&') %}!{% endcall %}", "<&amp;>!"),
        ("{% set s = namespace(n=0) %}{% for i in [1, 2] %}{% set s.n = s.n + i %}{% endfor %}{{ s.n }}", "3"),
        ("{% for a, b in [('x', 1), ('y', 2)] %}{{ a }}{{ b }}{% endfor %}", "x1y2"),
        ("{% block a %}[{{ y }}]{% endblock %}{{ self.a() }}", "[1][1]"),
        ("{{ 7 // 2 }}{{ 7 % 2 }}{{ -7 }}{{ 2 * 3 - 1 }}", "31-75"),
    ],
)
def test_what_templates_do_they_may_go_on_doing(text: str, expected: str) -> None:
    assert render(text, text=Markup("<b>")) == expected


def test_a_rendering_has_a_budget_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.Budget.__init__, "__defaults__", (1_000, 10.0))
    template = environment().from_string("{% for i in range(100) %}x{% endfor %}")
    for _ in range(20):
        assert template.render() == "x" * 100
    with pytest.raises(FAULTS, match="more than any document needs"):
        environment().from_string("{% for i in range(2000) %}x{% endfor %}").render()


def test_the_clock_ends_what_counts_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.Budget.__init__, "__defaults__", (10**12, 0.01))
    with pytest.raises(FAULTS, match="seconds"):
        render("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}")


def test_the_bounds_hold_in_a_thread() -> None:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            render(ENDLESS["nested loops"])
        except FAULTS as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "more than any document needs" in str(caught[0])


def test_what_cannot_be_read_is_told_as_broken_syntax() -> None:
    with pytest.raises(TemplateSyntaxError, match="nested too deeply"):
        environment().parse(ENDLESS["deep brackets"], filename="letter.md")
