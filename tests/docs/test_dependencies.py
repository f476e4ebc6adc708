"""The page on dependencies names those that there are, where each is used, and under which licence it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.docs.pages import ROOT, headings

PAGE = "docs/dependencies.md"
PARTS = {
    "At run time": ("briefgen",),
    "Extras": ("briefgen", "benchmarks"),
    "For tests and tools": ("tests", "tools", "Makefile", "pyproject.toml", "briefgen"),
}
"""The tables of the page, and the parts of the project in which what they list is used."""
SUITABLE = re.compile(
    r"(MIT|BSD|Apache|LGPL|GNU Lesser|MPL|Mozilla|ZPL|Zope|HPND|PSF|Python Software|ISC)\b", re.IGNORECASE
)
"""What a licence begins with that a program under the MIT licence may rest on, whoever gets it."""
ALIKE = {"ZPL": "Zope|ZPL", "Apache": "Apache", "MPL": "MPL|Mozilla"}


@cache
def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table below a heading, by the dependency."""
    text = (ROOT / PAGE).read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| `")]
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in rows}


@cache
def declared() -> dict[str, dict[str, Requirement]]:
    """What `pyproject.toml` asks for, by the table in which it stands on the page."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {name: _by_name(texts) for name, texts in project["optional-dependencies"].items()}
    offered = {name: each for extra, found in extras.items() if extra != "dev" for name, each in found.items()}
    rest = {name: each for name, each in extras["dev"].items() if name not in offered}
    return {"At run time": _by_name(project["dependencies"]), "Extras": offered, "For tests and tools": rest}


def _by_name(texts: list[str]) -> dict[str, Requirement]:
    return {each.name: each for each in map(Requirement, texts)}


ROWS = [(heading, name) for heading in PARTS for name in table(heading)]


@pytest.mark.parametrize("heading", PARTS)
def test_the_page_lists_exactly_what_the_project_asks_for(heading: str) -> None:
    assert sorted(table(heading)) == sorted(declared()[heading])


def test_the_tests_use_the_versions_that_are_offered() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tested, offered = _by_name(project["optional-dependencies"]["dev"]), declared()["Extras"]
    assert offered
    assert {name: tested[name] for name in offered} == offered


@pytest.mark.parametrize(("heading", "name"), ROWS)
def test_each_is_used_where_the_page_says(heading: str, name: str) -> None:
    paths = [span for span in re.findall("`([^`]+)`", table(heading)[name][1]) if (ROOT / span).exists()]
    assert paths
    assert all(path.split("/")[0] in PARTS[heading] for path in paths)
    uses = re.compile(rf"(?:{'|'.join(map(re.escape, {name, *modules(name)}))})\b")
    assert [path for path in paths if not any(uses.search(text) for text in texts_below(ROOT / path))] == []


@pytest.mark.parametrize("name", declared()["At run time"])
def test_what_is_installed_with_the_program_is_used_by_it(name: str) -> None:
    uses = re.compile(rf'^\s*(?:from|import) (?:{"|".join(modules(name))})\b|"{re.escape(name)}"', re.MULTILINE)
    assert any(uses.search(text) for text in texts_below(ROOT / "briefgen"))


def modules(name: str) -> list[str]:
    """The modules that a distribution brings; of one that holds types alone, those that it describes."""
    wanted = {name.lower(), re.sub(r"^types-|-stubs$", "", name).lower()}
    found = [each for each, owners in installed().items() if not owners.isdisjoint(wanted)]
    used = {"import-linter": ["lint-imports"], "pytest-xdist": ["--dist"]}
    return [each for each in found if not each.startswith("_")] + used.get(name, []) or [name]


@cache
def installed() -> dict[str, set[str]]:
    """The distributions of each module that is installed, in lower case."""
    return {module: {owner.lower() for owner in owners} for module, owners in packages_distributions().items()}


@cache
def texts_below(path: Path) -> tuple[str, ...]:
    """The texts of the program files at a path."""
    files = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return tuple(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize(("heading", "name"), ROWS)
def test_its_licence_is_the_one_of_its_metadata(heading: str, name: str) -> None:
    told = licences(name)
    family = re.split(r"[-, ]", table(heading)[name][0])[0]
    assert any(re.search(ALIKE.get(family, rf"\b{family}"), text) for text in told) or not told


def test_nothing_that_is_installed_with_it_is_under_another_kind_of_licence() -> None:
    shipped = {**declared()["At run time"], **declared()["Extras"]}
    found = {name: licences(name) for name in closure(shipped.values())}
    assert len(found) > len(shipped)
    assert {name: told for name, told in found.items() if not suits(told)} == {}


@pytest.mark.parametrize(
    "told", [["GPL-3.0-only"], ["GNU General Public License v2"], ["MIT AND AGPL-3.0"], ["Other"], []]
)
def test_a_licence_that_does_not_suit_is_noticed(told: list[str]) -> None:
    assert not suits(told)


def licences(name: str) -> list[str]:
    """The licences of what is installed, each of which one may choose, as its metadata have it."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return []
    named = [each.split("::")[-1].strip() for each in found.get_all("Classifier", []) if each.startswith("License")]
    given = found.get("License-Expression", "") or found.get("License", "").split("\n")[0]
    return given.split(" OR ") if given else named


def suits(told: list[str]) -> bool:
    """Whether there is a licence among them on which the program may rest."""
    return any(all(SUITABLE.match(part.strip(" ()")) for part in text.split(" AND ")) for text in told)


def closure(roots: Iterator[Requirement]) -> list[str]:
    """The names of what is installed for requirements, and for what these require."""
    found: dict[str, None] = {}
    waiting = list(roots)
    while waiting:
        each = waiting.pop()
        name = re.sub(r"[-_.]+", "-", each.name).lower()
        if name in found or not _is_installed(name):
            continue
        found[name] = None
        asked = map(Requirement, requires(name) or ())
        waiting += [
            it for it in asked if not it.marker or any(it.marker.evaluate({"extra": x}) for x in (each.extras or {""}))
        ]
    return list(found)


def _is_installed(name: str) -> bool:
    try:
        return bool(metadata(name))
    except PackageNotFoundError:
        return False


def test_the_libraries_of_the_system_are_those_that_the_setup_installs() -> None:
    setup = (ROOT / "tools/setup/system.sh").read_text(encoding="utf-8")
    wanted = re.findall(r"^\s*need \S+ (\S+)|missing=\"\$missing ([\w.-]+)\"", setup, re.MULTILINE)
    packages = {first or second for first, second in wanted}
    assert len(packages) > 4
    text = (ROOT / PAGE).read_text(encoding="utf-8").partition("## Of the system\n")[2]
    assert {each for each in packages if f"`{each}`" not in text} == set()
    assert "of-the-system" in headings(PAGE)
