"""A certificate authority and a certificate for loopback, made once and renewed when they end.

The authority's key is dropped at once: who trusts it trusts this one certificate, and no other
can ever be made.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAYS = 30
USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
MARGIN = datetime.timedelta(days=2)


def ensure(directory: Path) -> None:
    """Leave `ca.pem`, `cert.pem` and `key.pem` in `directory`, good for two days or more.

    `pin.txt` has the digest of the certificate's public key, for browsers.
    """
    now = datetime.datetime.now(datetime.UTC)
    certificate = directory / "cert.pem"
    if certificate.exists():
        old = x509.load_pem_x509_certificate(certificate.read_bytes())
        if old.not_valid_after_utc > now + MARGIN:
            return
    _make(directory, now)


def _make(directory: Path, now: datetime.datetime) -> None:
    pem = serialization.Encoding.PEM
    ca_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca_name = _name("Keyfill test authority")

    def builder(subject: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        # Strict verification, Python's since 3.13, wants both key identifiers.
        issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(ca_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            # A virtual machine's clock may have been behind a moment ago.
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(days=DAYS))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(issuer_id, critical=False)
        )

    ca = (
        builder(ca_name, ca_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage("key_cert_sign"), critical=True)
        .sign(ca_key, hashes.SHA256())
    )
    names: list[x509.GeneralName] = [
        x509.DNSName("localhost"),
        x509.IPAddress(ipaddress.IPv4Address("127.0.0.1")),
    ]
    leaf = (
        builder(_name("Keyfill test store"), key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (directory / "key.pem").write_bytes(private)
    (directory / "pin.txt").write_text(_pin(key.public_key()))
    (directory / "ca.pem").write_bytes(ca.public_bytes(pem))
    # Last, because its presence says that the others are there and belong to it.
    (directory / "cert.pem").write_bytes(leaf.public_bytes(pem))


def _pin(public: ec.EllipticCurvePublicKey) -> str:
    """Return what a browser may be told to trust: https://www.rfc-editor.org/rfc/rfc7469#section-2.4"""
    info = public.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(info).digest()).decode()


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _usage(only: str) -> x509.KeyUsage:
    uses = dict.fromkeys(USES, False)
    return x509.KeyUsage(**{**uses, only: True})
