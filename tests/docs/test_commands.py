"""What the documentation tells a reader to run does what it says: every command is run, every option is there."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefgen.cli import cli
from tests.docs.commands import BEFORE, INSTEAD, NOT_RUN, PROGRAM, STANDS_FOR, Command, commands, is_name, stories
from tests.docs.pages import ROOT, Piece, fences, pages, spans

KINDS = {"sh", "yaml", "css", "markdown", "jinja", "text"}
_OF_OTHERS = {"--nworkers", "--no-nanny", "--dist", "--refresh-golden"}
"""Options of Dask and pytest."""


def run(words: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a command; what it printed and raised where it did not end with exit code 0."""
    if words[0] == "cd":
        monkeypatch.chdir(words[1])
        return ""
    result = CliRunner().invoke(cli, words)
    return "" if result.exit_code == 0 else f"exit code {result.exit_code}: {result.exception} {result.output[-300:]}"


@pytest.mark.parametrize("page", stories())
def test_the_commands_of_a_page_do_what_they_say(page: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in BEFORE.get(page, ()):
        assert run(line.split(), here, monkeypatch) == ""
    told = {}
    for command in stories()[page]:
        if not command.not_run:
            told[str(command.piece)] = run(command.words, here, monkeypatch)
    assert {where: what for where, what in told.items() if what} == {}


def test_most_commands_are_run() -> None:
    every = [command for own in stories().values() for command in own]
    assert len(every) > 50
    assert sum(not command.not_run for command in every) > len(every) * 2 / 3


def test_every_exception_is_of_use() -> None:
    """An exception of which no page has the command any more goes."""
    every = [command for page in pages() for command in commands(page)]
    plain = [command.line.removeprefix(".venv/bin/") for command in every] + [command.line for command in every]
    assert [start for start in NOT_RUN if not any(line.startswith(start) for line in plain)] == []
    assert [word for word in (*STANDS_FOR, *INSTEAD) if not any(word in line for line in plain)] == []
    assert set(BEFORE) <= set(stories())


def test_a_command_that_fails_is_noticed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piece = Piece("docs/none.md", 1, "briefgen build lettr --to FR", "sh")
    assert "there is no format `lettr`" in run(Command(piece, piece.text).words, here, monkeypatch)


@pytest.mark.parametrize("page", pages())
def test_every_block_says_what_it_is(page: str) -> None:
    assert [str(piece) for piece in fences(page) if piece.info not in KINDS] == []


def named() -> list[Piece]:
    """The spans of code that begin with the program or with an option."""
    every = (piece for page in pages() for piece in spans(page))
    return [piece for piece in every if PROGRAM.match(piece.text) or piece.text.startswith("--")]


@pytest.mark.parametrize("piece", named(), ids=str)
def test_every_command_and_option_that_is_named_is_there(piece: Piece) -> None:
    options = {word.split("=")[0] for word in piece.text.split() if word.startswith("--")}
    if not PROGRAM.match(piece.text):
        assert options <= {name for command in every_command() for name in options_of(command)} | _OF_OTHERS
        return
    command = command_of(re.sub(PROGRAM, "", piece.text).split())
    assert command
    assert options <= options_of(command)
    assert is_name(piece.text) or piece.text in {each.line for each in commands(piece.page)}


def command_of(words: list[str], group: click.Command = cli) -> click.Command | None:
    """The command that the first words name."""
    if not words or not isinstance(group, click.Group):
        return group
    found = group.get_command(click.Context(group), words[0])
    return command_of(words[1:], found) if found else None


def every_command(group: click.Group = cli) -> list[click.Command]:
    found: list[click.Command] = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        found += [*every_command(command)] if isinstance(command, click.Group) else [command]
    return found


def options_of(command: click.Command) -> set[str]:
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)}


def test_every_command_of_the_program_stands_in_the_readme() -> None:
    shown = {piece.text.split()[1] for piece in spans("README.md") if piece.text.startswith("briefgen ")}
    beside = {"init"}  # in one cell with `customize`
    assert set(cli.list_commands(click.Context(cli))) <= shown | beside


def targets() -> set[str]:
    """The targets of the Makefile that are for people."""
    (line,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return set(line.split())


@pytest.mark.parametrize("page", pages())
def test_every_target_and_tool_that_is_named_is_there(page: str) -> None:
    lines = [line for piece in (*spans(page), *fences(page)) for line in piece.text.splitlines()]
    made = {line.split()[1] for line in lines if re.match(r"make [a-z-]+", line)}
    assert made <= targets()
    modules = {found[1] for line in lines if (found := re.match(r"\.venv/bin/python -m ([\w.]+)", line))}
    assert {name for name in modules if not find_spec(name)} == set()
