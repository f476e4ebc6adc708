"""Signatures: a signed file conforms, an altered one is found, what cannot sign is told before a file is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from briefgen import signature
from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.signature import load_signer, signature_of
from tests.verapdf import failures

NOW = datetime.now(UTC)
SENDER = """\
organisation: {en: Example Organisation}
address: {en: ["1 Example Street, Geneva"]}
signatory: {en: Jo Example}
post: {en: Director}
"""
ORDER = [
    "build",
    "letter",
    "--to",
    "FR",
    "--as",
    "pdf,docx",
    "--sender",
    "sender.yaml",
    "--date",
    "2026-11-23",
    "--final",
]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return issued(tmp_path_factory.mktemp("certificate") / "own.p12", NOW + timedelta(days=30))


def issued(path: Path, until: datetime) -> Path:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Organisation")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=60))
        .not_valid_after(until)
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(b"open sesame")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"own", key, made, None, locked))
    return path


@pytest.fixture
def build(certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFGEN_SIGN_PASSPHRASE", "open sesame")
    (tmp_path / "sender.yaml").write_text(SENDER, encoding="utf-8")
    return lambda *more: CliRunner().invoke(cli, [*ORDER, "--sign", str(certificate), *more])


def test_a_signed_letter_conforms_and_is_verified(build: Callable[..., Result]) -> None:
    result = build("--seal")
    assert result.exit_code == 0, result.output
    pdf = Path(result.output.split()[0])
    assert failures([pdf]) == []
    found = CliRunner().invoke(cli, ["verify", str(pdf)])
    assert found.exit_code == 0
    assert found.output.endswith("; signature by Example Organisation: valid\n")
    assert CliRunner().invoke(cli, ["check", str(pdf), "--sender", "sender.yaml"]).exit_code == 0


def test_a_signature_is_enough_without_a_seal(build: Callable[..., Result]) -> None:
    pdf = build().output.split()[0]
    assert CliRunner().invoke(cli, ["verify", pdf]).exit_code == 0


@pytest.mark.parametrize(
    "spoil", [lambda data: data + b"\n% more\n", lambda data: data.replace(b"/Title (", b"/Title [", 1)]
)
def test_an_altered_file_is_found(spoil: Callable[[bytes], bytes], build: Callable[..., Result]) -> None:
    pdf = Path(build().output.split()[0])
    changed = spoil(pdf.read_bytes())
    assert changed != pdf.read_bytes()
    pdf.write_bytes(changed)
    assert signature_of(changed).status == "invalid"
    assert CliRunner().invoke(cli, ["verify", str(pdf)]).exit_code == 1


def test_a_file_without_a_signature_has_none() -> None:
    assert signature_of(b"%PDF-1.7\n").status == "none"


def test_only_what_is_final_is_signed(build: Callable[..., Result], certificate: Path) -> None:
    result = CliRunner().invoke(cli, [*ORDER[:-1], "--sign", str(certificate)])
    assert result.exit_code == 2
    assert "add --final" in result.output


def test_without_a_passphrase_nothing_is_written(build: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFGEN_SIGN_PASSPHRASE")
    assert build().exit_code == 2
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("passphrase", "told"), [("wrong", "the passphrase is wrong"), ("", "the passphrase is wrong")]
)
def test_a_wrong_passphrase_is_told(passphrase: str, told: str, certificate: Path) -> None:
    with pytest.raises(BriefgenError, match=told):
        load_signer(certificate, passphrase, NOW)


def test_what_is_no_certificate_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.p12").write_bytes(b"nothing")
    for name, told in (("a.p12", "no certificate"), ("b.p12", "cannot be read")):
        with pytest.raises(BriefgenError, match=told):
            load_signer(tmp_path / name, "x", NOW)


def test_a_certificate_that_has_run_out_does_not_sign(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="the certificate is valid from"):
        load_signer(issued(tmp_path / "old.p12", NOW - timedelta(days=1)), "open sesame", NOW)


def test_without_pyhanko_the_extra_is_named(
    certificate: Path, build: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = Path(build().output.split()[0])
    monkeypatch.setattr(signature, "_has_pyhanko", lambda: False)
    with pytest.raises(BriefgenError, match=r"briefgen\[sign\]"):
        load_signer(certificate, "open sesame", NOW)
    assert signature_of(pdf.read_bytes()).status == "not checked"


def test_a_signer_who_may_not_be_named_is_refused(build: Callable[..., Result]) -> None:
    Path("do-not-name.txt").write_text("Example Organisation\n", encoding="utf-8")
    result = build()
    assert isinstance(result.exception, BriefgenError)
    assert any("certificate" in str(problem) for problem in result.exception.problems)
    assert not Path("output").exists()
