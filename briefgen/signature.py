"""Electronic signatures of PDF files: PAdES, level B-B (ETSI EN 319 142-1), without a time stamp and without a network.

pyHanko does the work; it comes with the extra `sign`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from briefgen.errors import BriefgenError, Place

FIELD = "Signature"
SignatureStatus = Literal["none", "valid", "invalid", "not checked"]


@dataclass(frozen=True, slots=True)
class Signer:
    """A certificate with its key, and the time at which it signs."""

    name: str
    """Whose certificate it is."""
    names: str
    """All that the certificate says of its holder and of who issued it: readers of a file see it."""
    at: datetime
    _certificate: Any = field(repr=False)

    def signed(self, data: bytes) -> bytes:
        """A PDF file with a signature that no page shows; the file stays PDF/A and PDF/UA.

        Its field lies outside the page: PDF/A wants it printable, PDF/UA wants no untagged field within the page
        (ISO 19005-3, 6.3.2; ISO 14289-1, 7.18.1).
        """
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - part of an extra
        from pyhanko.sign import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415
        from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter  # noqa: PLC0415

        at = self.at

        class Punctual(PdfSigner):  # pyHanko would note the time zone of the machine
            def init_signing_session(self, *args: Any, **options: Any) -> Any:
                session = super().init_signing_session(*args, **options)
                session.system_time = at
                return session

        settings = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
        place = SigFieldSpec(FIELD, on_page=0, invis_sig_settings=settings, readable_field_name=self.name)
        described = PdfSignatureMetadata(field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
        signer = Punctual(described, self._certificate, new_field_spec=place)
        made = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)))
        return bytes(made.getbuffer())


@dataclass(frozen=True, slots=True)
class Signature:
    """What the signatures of a file come to, and by whose certificate it was signed."""

    status: SignatureStatus
    by: str = ""


def load_signer(path: Path, passphrase: str, at: datetime) -> Signer:
    """The certificate and key of a PKCS #12 file (.p12, .pfx), to sign at a time with its zone.

    Raises a BriefgenError where pyHanko is not installed, the file cannot be read, the passphrase is wrong, or the
    certificate is not valid at that time.
    """
    if not _has_pyhanko():
        raise BriefgenError.one("signing needs pyHanko", None, 'pip install "briefgen[sign]"')
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12  # noqa: PLC0415 - part of an extra
    from pyhanko.sign import SimpleSigner  # noqa: PLC0415

    try:
        data = path.read_bytes()
        content = load_pkcs12(data, passphrase.encode())
    except OSError as error:
        message = f"the certificate cannot be read: {error.strerror}"
        raise BriefgenError.one(message, Place(path), "name a .p12 or .pfx file") from error
    except ValueError as error:
        message = "the passphrase is wrong, or this is no certificate with its key"
        raise BriefgenError.one(message, Place(path), "name a .p12 or .pfx file") from error
    if content.cert is None or content.key is None:
        raise BriefgenError.one("the file lacks a certificate or its key", Place(path), "export both into one file")
    certificate = content.cert.certificate
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begins <= at <= ends:
        message = f"the certificate is valid from {begins:%Y-%m-%d} to {ends:%Y-%m-%d}"
        raise BriefgenError.one(message, Place(path), "use one that is valid today")
    signer = SimpleSigner.load_pkcs12_data(data, (), passphrase.encode())
    own = signer.signing_cert
    names = f"{own.subject.human_friendly}; {own.issuer.human_friendly}"
    return Signer(_name_of(own), names, at, signer)


def signature_of(data: bytes) -> Signature:
    """What the signatures of a file come to: valid where each holds for the whole file, by whatever certificate.

    Whether a certificate is to be trusted is not judged: that needs lists that change. Without pyHanko a signature is
    seen, and not checked.
    """
    if b"/ByteRange" not in data or not data.startswith(b"%PDF"):
        return Signature("none")
    if not _has_pyhanko():
        return Signature("not checked")
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415 - part of an extra
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.sign.general import SigningError  # noqa: PLC0415

    try:
        signatures = PdfFileReader(BytesIO(data)).embedded_regular_signatures
        names = [_name_of(each.signer_cert) for each in signatures if each.signer_cert]
        held = [_holds(each) for each in signatures]
    except (PdfError, SigningError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return Signature("invalid")  # what it raises for a file that was cut or altered
    status: SignatureStatus = "valid" if held and all(held) else "invalid"
    return Signature(status, "; ".join(dict.fromkeys(names)))


def _holds(signature: Any) -> bool:
    """Whether the bytes are those that were signed, all of them, by the key of the certificate in the file."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415 - part of an extra
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    intact, valid = validate_sig_integrity(
        signature.signer_info, signature.signer_cert, "data", signature.compute_digest()
    )
    whole = signature.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    return bool(intact and valid and whole)


def _name_of(certificate: Any) -> str:
    """Whose certificate it is, by its common name or else by all that it says."""
    subject = certificate.subject
    return str(subject.native.get("common_name") or subject.human_friendly)


def _has_pyhanko() -> bool:
    return find_spec("pyhanko") is not None
