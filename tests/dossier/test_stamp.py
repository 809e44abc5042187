"""The outside time stamp: asked of nobody but the named host, sent a hash only, never in the way of an export."""

from __future__ import annotations

import secrets
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from asn1crypto import tsp

from casebook.dossier import export
from casebook.dossier.choices import Choices, Signing
from casebook.dossier.pack import hash_of, write_manifest
from casebook.dossier.proof import token, waiting
from casebook.dossier.proof.stamp import host_of
from casebook.journal import BadInput, Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction, ExhibitSource, StampState
from casebook.journal.times import parse
from tests.dossier.conftest import check, fill, finish, make
from tests.dossier.service import OPENSSL, Authority, Service, serve

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not OPENSSL, reason="openssl is not installed")]
STAMP, MANIFEST = "MANIFEST.sha256.tsr", "MANIFEST.sha256"
NOWHERE = "http://127.0.0.1:9/tsr"  # the port "discard": nobody listens there


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def service(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serve(authority) as running:
        yield running


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return b"# SHA-256 of the lines below: 0\n"


@pytest.fixture
def case(journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> int:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return journal.cases.add(journal.firms.add("Orca").made, "Nothing came").made


def test_the_service_is_sent_a_hash_and_its_answer_goes_into_the_pack(journal, case, service, tmp_path):
    pack = make(journal, case, tmp_path / "pack", stamp_url=service.url)
    asked = tsp.TimeStampReq.load(service.asked[0])
    assert asked["message_imprint"]["hashed_message"].native.hex() == hash_of(pack / MANIFEST)
    assert asked["cert_req"].native
    assert asked["nonce"].native
    assert len(service.asked[0]) < 100
    assert len(service.asked) == 1
    assert STAMP not in (pack / MANIFEST).read_text()
    verdict = check(pack)
    assert verdict.ok, verdict
    assert verdict.checked == 4
    assert any("Test service states that the manifest existed at 20" in note for note in verdict.notes)
    made = journal.exports.of_case(case)[-1]
    assert (made.stamp, made.stamp_host) == (StampState.STAMPED, "127.0.0.1")


def test_nobody_is_asked_unless_a_service_was_named(journal, case, service, tmp_path):
    pack = make(journal, case, tmp_path / "pack")
    assert not service.asked
    assert not (pack / STAMP).exists()
    assert "openssl ts" not in (pack / "VERIFY.txt").read_text("utf-8")
    assert journal.exports.of_case(case)[-1].stamp is StampState.NONE


def test_only_the_stamp_differs_between_two_exports(journal, case, service, tmp_path):
    first, second = (make(journal, case, tmp_path / name, stamp_url=service.url) for name in ("a", "b"))
    for path in first.rglob("*"):
        if path.is_file() and path.name != STAMP:
            assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path
    assert (first / STAMP).read_bytes() != (second / STAMP).read_bytes()


def test_a_zip_has_the_stamp_in_it(journal, case, service, tmp_path):
    made = make(journal, case, tmp_path / "out.zip", stamp_url=service.url)
    with zipfile.ZipFile(made) as archive:
        assert STAMP in archive.namelist()
    assert check(made).ok


def test_a_service_that_is_not_there_leaves_the_stamp_waiting(journal, case, service, tmp_path):
    service.status, out = 503, tmp_path / "out.zip"
    folder = make(journal, case, tmp_path / "folder", stamp_url=service.url)
    archive = make(journal, case, out, stamp_url=service.url)
    for made in (folder, archive):
        assert check(made).ok
        assert not check(made).notes
    assert [e.stamp for e in journal.exports.waiting()] == [StampState.WAITING] * 2
    whole = archive.read_bytes()
    tried = finish(waiting.try_again(journal))
    assert [("HTTP 503" in one.said, one.pack) for one in tried] == [(True, folder), (True, archive)]
    asked = len(service.asked)
    assert archive.read_bytes() == whole
    service.status = 200
    assert [one.said for one in finish(waiting.try_again(journal))] == ["", ""]
    assert len(service.asked) == asked + 1  # both have the same manifest
    for made in (folder, archive):
        verdict = check(made)
        assert verdict.ok
        assert "time stamp" in verdict.notes[0]
    assert not journal.exports.waiting()
    assert not list((tmp_path / "data" / "casebook" / "stamps").iterdir())
    with zipfile.ZipFile(archive) as grown:
        assert {entry.compress_type for entry in grown.infolist()} == {zipfile.ZIP_STORED}
        assert grown.testzip() is None
    assert finish(waiting.try_again(journal)) == []


def test_a_pack_that_was_moved_or_replaced_is_not_stamped_by_mistake(journal, case, service, tmp_path):
    pack = make(journal, case, tmp_path / "pack", stamp_url=NOWHERE)
    pack.rename(tmp_path / "moved")
    assert "not there any more" in finish(waiting.try_again(journal))[0].said
    other = shutil.copytree(tmp_path / "moved", pack)
    (other / "VERIFY.txt").write_text("another")
    (other / MANIFEST).unlink()
    write_manifest(other)
    assert "another pack" in finish(waiting.try_again(journal))[0].said
    assert not (other / STAMP).exists()
    assert journal.exports.waiting()
    waiting.give_up(journal, journal.exports.waiting()[0].id)
    assert not journal.exports.waiting()
    with pytest.raises(BadInput, match="waits for no"):
        waiting.give_up(journal, 1)


def test_a_preview_asks_nobody(journal, case, service, tmp_path):
    finish(export.run(journal, case, tmp_path / "seen", Choices(stamp_url=service.url), listed=False))
    assert not service.asked


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda real: b"", "cannot be read"),
        (lambda real: b"<html>sorry</html>", "cannot be read"),
        (lambda real: real + b"\x00", "cannot be read"),
        (lambda real: real[:-1], "cannot be read"),
        (lambda real: bytes.fromhex("30053003020102"), "refused"),
        (lambda real: b"\x30" * 300_000, "too long"),
    ],
)
def test_an_answer_that_is_no_time_stamp_is_not_kept(journal, case, service, tmp_path, answer, reason):
    service.answer = lambda question: answer(service.authority.reply(question))
    pack = make(journal, case, tmp_path / "pack", stamp_url=service.url)
    assert not (pack / STAMP).exists()
    assert reason in finish(waiting.try_again(journal))[0].said


def test_an_answer_to_another_question_is_not_kept(journal, case, service, tmp_path):
    earlier = service.authority.reply(token.query((b"other"), 5))
    service.answer = lambda question: earlier
    make(journal, case, tmp_path / "pack", stamp_url=service.url)
    assert "other bytes" in finish(waiting.try_again(journal))[0].said
    same = (tmp_path / "pack" / MANIFEST).read_bytes()
    replayed = service.authority.reply(token.query(same, 5))
    service.answer = lambda question: replayed
    assert "another question" in finish(waiting.try_again(journal))[0].said


def test_a_redirection_is_not_followed(journal, case, service, tmp_path):
    service.status, service.headers = 302, {"Location": service.url.replace("/tsr", "/elsewhere")}
    pack = make(journal, case, tmp_path / "pack", stamp_url=service.url)
    assert not service.others
    assert not (pack / STAMP).exists()
    assert "HTTP 302" in finish(waiting.try_again(journal))[0].said


def test_stopping_while_the_service_is_silent_leaves_nothing_and_takes_no_time(journal, case, service, tmp_path):
    def silent(question: bytes) -> bytes:
        service.released.wait(60)
        return b""

    service.answer = silent
    running = export.run(journal, case, tmp_path / "pack", Choices(stamp_url=service.url))
    for step in running:
        if step.unit == "stamp" and service.asked:
            break
    begun = time.monotonic()
    running.close()
    assert time.monotonic() - begun < 10, "the service is asked for longer than that"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book"]
    assert not journal.exports.of_case(case)


def test_a_certificate_for_another_use_is_refused(tmp_path, manifest):
    own = Authority(tmp_path)
    good = own.reply(token.query(manifest, 3))
    assert token.read(good, manifest, 3).service == "Test service"
    reply = tsp.TimeStampResp.load(good)
    mail = Authority(_folder(tmp_path / "mail"))
    mail.reissue("for_mail")
    signed = reply["time_stamp_token"]["content"]
    from asn1crypto import pem, x509

    _, _, der = pem.unarmor((mail.folder / "service.pem").read_bytes())
    signed["certificates"] = [x509.Certificate.load(der)]
    with pytest.raises(token.BadToken):
        token.read(reply.dump(force=True), manifest, 3)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_no_changed_byte_of_what_was_signed_passes(authority, manifest):
    answer = authority.reply(token.query(manifest, 3))
    said = token.read(answer, manifest)
    content = tsp.TimeStampResp.load(answer)["time_stamp_token"]["content"]
    signed = content["encap_content_info"]["content"].contents
    signer = content["signer_infos"][0]
    for part in (signed, signer["signed_attrs"].contents, signer["signature"].native):
        begin = answer.index(part)
        for place in range(begin, begin + len(part), 5):
            changed = answer[:place] + bytes([answer[place] ^ 1]) + answer[place + 1 :]
            with pytest.raises(token.BadToken):
                token.read(changed, manifest)
    assert said.issuer == "Test between"


def test_verify_names_a_stamp_of_another_manifest_and_a_broken_one(journal, case, service, tmp_path):
    pack = make(journal, case, tmp_path / "pack", stamp_url=service.url)
    good = (pack / STAMP).read_bytes()
    for content in (service.authority.reply(token.query(b"other", 1)), good[:100], b"", good + b"x"):
        (pack / STAMP).write_bytes(content)
        assert [fault.where for fault in check(pack).faults] == [STAMP]
    (pack / STAMP).unlink()
    (pack / STAMP).symlink_to(tmp_path / "book")
    assert [(f.where, "link" in f.what) for f in check(pack).faults] == [(STAMP, True)]


WRONG = ["ftp://x.example/", "x.example", "https://", "http://a b.example/", "file:///etc/passwd", "http://x/\n"]
WRONG += ["https://u:p@x.example/", "http://[::1", "http://x.example:99999/"]


@pytest.mark.parametrize("url", WRONG)
def test_an_address_that_is_none_is_refused_before_any_work(url):
    with pytest.raises(BadInput, match="time-stamp service"):
        Choices(stamp_url=url)
    assert host_of("https://tsa.example.org:8443/path?x=1") == "tsa.example.org"


def test_verify_text_says_whom_it_was_asked_of_and_what_it_does_not_say(journal, case, service, tmp_path):
    for language, words in (("en", "nor that the service can be trusted"), ("zh", "也不说明该服务是否可信")):
        pack = make(journal, case, tmp_path / language, stamp_url=service.url, language=language)
        text = (pack / "VERIFY.txt").read_text("utf-8")
        assert "127.0.0.1" in text
        assert words in text


def test_every_part_is_signed_and_stamped_by_itself(journal, service, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    case = fill(journal)
    for number in range(4):
        shot = Attachment(f"{number}.bin", secrets.token_bytes(300_000), "application/octet-stream", ExhibitSource.FILE)
        journal.contacts.log(
            case, channel=Channel.CHAT, direction=Direction.IN, happened=parse("2026-11-18", "UTC"), text="x",
            attachments=[shot],
        )  # fmt: skip
    (tmp_path / "out").mkdir()
    service.status = 500
    how = Choices(stamp_url=service.url, signing=Signing(name="Lin"), part_size=1_500_000)
    first = finish(export.run(journal, case, tmp_path / "out" / "d.zip", how))
    made = journal.exports.of_case(case)[-1]
    assert made.parts > 1
    assert made.stamp is StampState.WAITING
    packs = sorted((tmp_path / "out").iterdir())
    assert first in packs
    assert len(packs) == made.parts
    service.status = 200
    assert {one.said for one in finish(waiting.try_again(journal))} == {""}
    assert journal.exports.of_case(case)[-1].stamp is StampState.STAMPED
    for pack in packs:
        verdict = check(pack)
        assert verdict.ok, verdict
        assert any("signed the whole file" in note for note in verdict.notes)
        assert any("the manifest existed" in note for note in verdict.notes)
    assert check(tmp_path / "out").ok
