"""A workspace in which the commands of the documentation find what they work on."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from briefgen.cli import cli
from briefgen.library.shelves import built_in_shelf
from tests.test_signature import issued

REPORT = "north-korea-border"
SENDER = """\
organisation: {en: Example Organisation}
address: {en: ["1 Example Street, Geneva"]}
signatory: {en: Jo Example}
post: {en: Director}
translations: marked
"""
DETAILS = """\
signatories:
  - name: {en: One}
sign_on:
  state: draft
  deadline:
    at: 2026-12-01T18:00
    zone: America/New_York
  reply_to: letters@example.org
"""
CAMPAIGN = """\
name: my-campaign
formats: [letter]
to: [France, Japan]
languages: [auto]
files: [pdf, docx]
date: 2026-12-01
sender: sender.yaml
contacts: contacts.csv
"""


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as `briefgen init` makes it, filled in, with all files that pages speak of."""
    folder = tmp_path_factory.mktemp("furnished") / "workspace"
    assert CliRunner().invoke(cli, ["init", str(folder)]).exit_code == 0
    files = {"sender.yaml": SENDER, "details.yaml": DETAILS, "campaign.yaml": CAMPAIGN}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    ours = built_in_shelf() / "reports" / REPORT
    for place in ("old", "reports"):
        shutil.copytree(ours, folder / place / REPORT)
    old = folder / "old" / REPORT / "report.yaml"
    old.write_text(old.read_text(encoding="utf-8").replace("Urgently address", "Soon address"), encoding="utf-8")
    word_file(folder / "release.docx", (ours / "source.txt").read_text(encoding="utf-8").splitlines())
    word_file(folder / "my-letter.docx", ["{{p body }}"])
    issued(folder / "organisation.p12", datetime.now(UTC) + timedelta(days=30))
    return folder


@pytest.fixture
def here(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one's own, in which the user works.

    What `make lint` proves of the whole library is taken as proved: it takes half a minute.
    """
    folder = tmp_path / "workspace"
    shutil.copytree(furnished, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BRIEFGEN_SIGN_PASSPHRASE", "open sesame")
    for module in ("briefgen.cli.check", "briefgen.translate.review"):
        monkeypatch.setattr(f"{module}.check_library", lambda *_: [])
    return folder


def word_file(path: Path, paragraphs: list[str]) -> None:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
