"""A real mail server on this computer, for the tests of what is read over IMAP, and a wire that can be cut."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from imapclient import IMAPClient

PASSWORD = "secret-a"
"""Lets every user in, whatever the name, but those who have another one."""
UNUSUAL = {"spaces": 'a "b\\c d', "chinese": "密码 é"}
_CONF = """
protocols = imap
listen = 127.0.0.1
base_dir = {d}/run
state_dir = {d}/state
log_path = {d}/dovecot.log
ssl = yes
ssl_cert = <{d}/cert.pem
ssl_key = <{d}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
mail_fsync = never
default_internal_user = {internal}
default_internal_group = {internal}
default_login_user = {login}
default_process_limit = 20
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {d}/users
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={d}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
}}
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  {chroot}
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  {chroot}
}}
"""


def skip_without_dovecot() -> None:
    """Skip the test where the server is not installed, or speaks another configuration."""
    if not (program := shutil.which("dovecot") or shutil.which("/usr/sbin/dovecot")):
        pytest.skip("dovecot is not installed")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    if not version.startswith("2.3."):
        pytest.skip(f"the server's configuration is written for dovecot 2.3, not {version.split()[0]}")


class Dovecot:
    """The server in a folder of its own; every user starts with an empty mailbox."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port, self.tls_port = _free_ports(2)
        self.certificate = folder / "cert.pem"
        make_certificate(folder)
        import pwd  # not on Windows, where there is no such server either

        root = os.getuid() == 0
        owner = pwd.getpwnam("mail") if root else pwd.getpwuid(os.getuid())
        self._owner = owner.pw_uid, owner.pw_gid
        for name in ("run", "state", "mail"):
            (folder / name).mkdir()
        os.chown(folder / "mail", *self._owner)
        (folder / "users").write_text("".join(f"{user}:{{PLAIN}}{word}::::::\n" for user, word in UNUSUAL.items()))
        (folder / "dovecot.conf").write_text(
            _CONF.format(
                d=folder,
                password=PASSWORD,
                internal="dovecot" if root else owner.pw_name,
                login="dovenull" if root else owner.pw_name,
                uid=owner.pw_uid,
                gid=owner.pw_gid,
                port=self.port,
                tls_port=self.tls_port,
                chroot="" if root else "chroot =",
            )
        )
        self._process = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", str(folder / "dovecot.conf")])
        self._wait()

    def deliver(self, user: str, messages: list[bytes]) -> None:
        """Put messages into a user's inbox, unread, in this order."""
        maildir = self.folder / "mail" / user / "Maildir"
        for path in (maildir.parent, maildir, *(maildir / part for part in ("cur", "new", "tmp"))):
            path.mkdir(exist_ok=True)
            os.chown(path, *self._owner)
        already = sum(1 for part in ("cur", "new") for _each in (maildir / part).iterdir())
        for number, message in enumerate(messages, already):
            path = maildir / "new" / f"{1_700_000_000 + number}.M{number}.test"
            path.write_bytes(message)
            os.chown(path, *self._owner)

    def client(self, user: str, password: str = PASSWORD) -> IMAPClient:
        """Return a logged-in client, to look at the mailbox and change it from elsewhere."""
        client = IMAPClient("127.0.0.1", self.port, ssl=False)
        client.login(user, password)
        return client

    def restart_with_another_certificate(self) -> None:
        """Serve another certificate from now on."""
        make_certificate(self.folder)
        subprocess.run(["/usr/bin/doveadm", "-c", str(self.folder / "dovecot.conf"), "reload"], check=True)
        self._wait()

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(20)

    def _wait(self) -> None:
        until = time.monotonic() + 20
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.tls_port), timeout=5) as wire:
                    if ssl.get_server_certificate(("127.0.0.1", self.tls_port), timeout=5) == _pem(self.certificate):
                        return
                    wire.close()
            except OSError:
                assert self._process.poll() is None, (self.folder / "dovecot.log").read_text()
            assert time.monotonic() < until, (self.folder / "dovecot.log").read_text()
            threading.Event().wait(0.05)  # between two looks at the port


@contextmanager
def running() -> Iterator[Dovecot]:
    """Yield a server, and end it afterwards."""
    skip_without_dovecot()
    folder = Path(
        tempfile.mkdtemp(prefix="cb-imap-")
    )  # short, for the sockets in it; pytest's own is for no other user
    folder.chmod(0o755)
    try:
        server = Dovecot(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_certificate(folder: Path) -> None:
    """Write a new self-signed certificate for this computer, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _pem(path: Path) -> str:
    return ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(path.read_text()))


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in held]
    for each in held:
        each.close()
    return ports


class Wire:
    """A port that leads to another, and does to the connections what a bad line does."""

    def __init__(
        self, target: int, *, cut_after: int = 0, cuts: int = 1, mute_after: int = 0, gone: bool = False
    ) -> None:
        self._target = target
        self._cut_after, self.cuts_left = cut_after, cuts if cut_after else 0
        self._mute_after, self._gone = mute_after, gone
        self.connections = 0
        self.sent: list[bytes] = []
        """What the client sent, as far as it can be read."""
        self.hidden = b""
        """What the client is not shown of what the server says."""
        self.poison = b""
        """Words at which the connection breaks each time they would pass."""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """End all connections and take no more."""
        _end(self._server)
        for each in self._open:
            _end(each)
        for thread in self._threads:
            thread.join(10)

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._server.accept()
            except OSError:
                return
            self.connections += 1
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                near.close()
                continue
            self._open += [near, far]
            for work in (lambda n=near, f=far: self._up(n, f), lambda n=near, f=far: self._down(n, f)):
                thread = threading.Thread(target=work)
                self._threads.append(thread)
                thread.start()

    def _up(self, near: socket.socket, far: socket.socket) -> None:
        try:
            while some := near.recv(65_536):
                self.sent.append(some)
                far.sendall(some)
        except OSError:
            pass
        _end(far)

    def _down(self, near: socket.socket, far: socket.socket) -> None:
        passed = 0
        try:
            while some := far.recv(65_536):
                if self.hidden:
                    some = some.replace(self.hidden, b"X" * len(self.hidden))
                if self.poison and self.poison in some:
                    break
                passed += len(some)
                if self.cuts_left and passed > self._cut_after:
                    self.cuts_left -= 1
                    if self._gone and not self.cuts_left:
                        _end(self._server)
                    near.sendall(some[: len(some) // 2])
                    break
                if self._mute_after and passed > self._mute_after:
                    continue
                near.sendall(some)
        except OSError:
            pass
        _end(near)
        _end(far)


def _end(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
