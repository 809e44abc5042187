"""A time-stamp service on this computer: openssl behind a small web server, with a certificate chain of its own."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

OPENSSL = shutil.which("openssl")

_CONFIG = """
[req]
distinguished_name = name
[name]
[tsa]
default_tsa = service
[service]
serial = {folder}/serial
signer_cert = {folder}/service.pem
certs = {folder}/between.pem
signer_key = {folder}/service.key
signer_digest = sha256
ess_cert_id_alg = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.5
digests = sha256, sha384, sha512
[for_service]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[for_mail]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,emailProtection
[for_authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
"""


class Authority:
    """A root, an authority between, and the service's own certificate; `root.pem` is what a stranger would fetch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "ca.cnf"
        self.config.write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01")
        self._run("req", "-x509", *self._new("root"), "-extensions", "for_authority", "-out", "root.pem")
        self._issue("between", "root", "for_authority")
        self._issue("service", "between", "for_service")

    def reply(self, question: bytes) -> bytes:
        """Return the answer to a question."""
        (self.folder / "question").write_bytes(question)
        self._run("ts", "-reply", "-config", "ca.cnf", "-section", "service", "-queryfile", "question", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def reissue(self, extensions: str) -> None:
        """Give the service a certificate for another use."""
        self._issue("service", "between", extensions)

    def _issue(self, name: str, issuer: str, extensions: str) -> None:
        self._run("req", *self._new(name), "-out", f"{name}.csr")
        signed_by = ["-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-CAcreateserial", "-days", "3650"]
        self._run("x509", "-req", "-in", f"{name}.csr", *signed_by, "-out", f"{name}.pem", "-extfile", "ca.cnf",
                  "-extensions", extensions)  # fmt: skip

    def _new(self, name: str) -> list[str]:
        subject = f"/CN=Test {name}"
        return ["-config", "ca.cnf", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-subj", subject]

    def _run(self, *words: str) -> None:
        subprocess.run([str(OPENSSL), *words], cwd=self.folder, capture_output=True, check=True)


class Service:
    """The service as a user sees it: an address. `asked` holds every question; `answer` may be replaced."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self.asked: list[bytes] = []
        self.others: list[str] = []
        self.status = 200
        self.headers: dict[str, str] = {}
        self.answer = authority.reply
        self.released = threading.Event()
        self.url = ""


@contextmanager
def serve(authority: Authority) -> Iterator[Service]:
    """Run the service on 127.0.0.1 until the block ends."""
    service = Service(authority)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            service.asked.append(question)
            answer = service.answer(question)
            self.send_response(service.status)
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer)

        def do_GET(self) -> None:
            service.others.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    service.url = f"http://127.0.0.1:{server.server_address[1]}/tsr"
    try:
        yield service
    finally:
        service.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
