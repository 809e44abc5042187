"""Signing, stamping and verifying as typed: secrets from a file or the environment, a stamp that comes later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from tests.dossier.service import OPENSSL, Authority, serve

pytestmark = pytest.mark.slow
NOWHERE = "http://127.0.0.1:9/tsr"


@pytest.fixture
def filled(filled):
    filled.ok("log", "C-1", "--channel", "chat", "--text", "It will be released within 24 hours.")
    return filled


@pytest.fixture
def p12(tmp_path: Path) -> Path:
    """A certificate file with the passphrase "open sesame"."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lin Wei")])
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(begin).not_valid_after(begin + timedelta(days=900)).sign(key, SHA256())
    path = tmp_path / "lin.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", key, made, None, BestAvailableEncryption(b"open sesame"))
    )
    return path


def test_a_name_signs_and_verify_says_who_and_what_is_not_confirmed(filled, tmp_path):
    made = filled.json("export", "C-1", tmp_path / "out.zip", "--sign-as", "Lin Wei")
    assert (made["signed_by"], made["stamp"]) == ("Lin Wei", "")
    told = filled.json("verify", tmp_path / "out.zip")
    assert told["ok"]
    assert any("Lin Wei signed the whole file" in note for note in told["notes"])
    lines = filled.ok("verify", tmp_path / "out.zip").splitlines()
    assert lines[0].endswith("out.zip: ok, 4 checked")
    assert any(line.startswith("note: identity not confirmed") for line in lines)
    assert filled.json("exports", "C-1")[0]["signed_by"] == "Lin Wei"


def test_a_certificate_files_passphrase_comes_from_a_file_or_the_environment(filled, p12, tmp_path, monkeypatch):
    word = tmp_path / "word"
    word.write_text("open sesame\n")
    word.chmod(0o600)
    made = filled.json("export", "C-1", tmp_path / "a", "--sign", p12, "--sign-passphrase-file", word)
    assert made["signed_by"] == "Lin Wei"
    monkeypatch.setenv("CASEBOOK_SIGN_PASSPHRASE", "open sesame")
    filled.ok("export", "C-1", tmp_path / "b", "--sign", p12)
    assert (tmp_path / "a" / "dossier.pdf").read_bytes() == (tmp_path / "b" / "dossier.pdf").read_bytes()
    monkeypatch.setenv("CASEBOOK_SIGN_PASSPHRASE", "wrong")
    assert "passphrase" in filled.refused("export", "C-1", tmp_path / "c", "--sign", p12)
    monkeypatch.delenv("CASEBOOK_SIGN_PASSPHRASE")
    assert "passphrase" in filled.refused("export", "C-1", tmp_path / "c", "--sign", p12)
    assert not (tmp_path / "c").exists()


def test_what_does_not_go_together_is_a_usage_error(filled, p12, tmp_path):
    out = tmp_path / "out"
    filled.refused("export", "C-1", out, "--sign", p12, "--sign-as", "Lin", code=2)
    filled.refused("export", "C-1", out, "--sign-passphrase-file", p12, code=2)
    filled.refused("stamp", "--now", "--give-up", "1", code=2)
    assert "time-stamp service" in filled.refused("export", "C-1", out, "--stamp", "ftp://x.example/")
    assert "cannot be read" in filled.refused("export", "C-1", out, "--sign", tmp_path / "none.p12")
    assert not out.exists()


def test_a_stamp_that_did_not_come_is_noted_listed_and_given_up(filled, tmp_path):
    answer = filled.run("export", "C-1", tmp_path / "out.zip", "--stamp", NOWHERE, "--json")
    assert (answer.code, answer.json["stamp"]) == (0, "waiting")
    assert "casebook stamp --now" in answer.err
    listed = filled.json("stamp")
    assert [(one["case"], one["host"], one["state"]) for one in listed] == [("C-1", "127.0.0.1", "waiting")]
    assert listed[0]["path"] == str(tmp_path / "out.zip")
    tried = filled.run("stamp", "--now")
    assert tried.code == 1
    assert "gave no time stamp" in tried.out
    filled.ok("stamp", "--give-up", str(listed[0]["export"]))
    assert "no dossier waits for a time stamp" in filled.ok("stamp")
    assert filled.json("stamp", "--now") == []
    assert "waits for no" in filled.refused("stamp", "--give-up", str(listed[0]["export"]))
    filled.refused("stamp", "--give-up", "77")


@pytest.mark.skipif(not OPENSSL, reason="openssl is not installed")
def test_asking_again_stamps_every_pack_that_is_still_there(filled, tmp_path, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "authority"
    folder.mkdir()
    with serve(Authority(folder)) as service:
        service.status = 500
        for name in ("here.zip", "moved"):
            filled.ok("promise", "add", "C-1", "--text", name)  # another record, another manifest
            filled.run("export", "C-1", tmp_path / name, "--stamp", service.url)
        (tmp_path / "moved").rename(tmp_path / "elsewhere")
        service.status = 200
        tried = filled.run("stamp", "--now", "--json")
        assert tried.code == 1
        assert [one["state"] for one in tried.json] == ["stamped", "waiting"]
        assert "not there any more" in tried.json[1]["problem"]
        (tmp_path / "elsewhere").rename(tmp_path / "moved")
        assert [one["state"] for one in filled.json("stamp", "--now")] == ["stamped"]
    for name in ("here.zip", "moved"):
        told = filled.json("verify", tmp_path / name)
        assert told["ok"]
        assert any("states that the manifest existed" in note for note in told["notes"])
    assert [one["stamp"] for one in filled.json("exports", "C-1")] == ["stamped", "stamped"]
