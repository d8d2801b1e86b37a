"""`journey render --watch`: a page on this machine with pictures and findings that renews itself.

It listens on the loopback address alone, answers only to that name (so that no page of the web can
ask in the reader's stead), and serves nothing but what it was given.
"""

from __future__ import annotations

import threading
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>journey</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; font: 15px/1.5 Inter, Helvetica, Arial, sans-serif; display: grid;
  grid-template-columns: minmax(0, 1fr) 22rem; min-height: 100vh; }}
main {{ overflow: auto; }} img {{ display: block; max-width: 100%; }}
aside {{ padding: 1rem 1.25rem; border-left: 1px solid #94a3b8; }}
h1 {{ font-size: 1rem; }} ul {{ padding-left: 1.1rem; }} li {{ margin-bottom: .6rem; }}
.error {{ border-left: 4px solid #c81e1e; padding-left: .5rem; }}
</style></head>
<body><main>{pictures}</main><aside><h1>{heading}</h1>{problem}<ul>{findings}</ul></aside>
<script>
const shown = "{version}";
setInterval(async () => {{
  try {{ if ((await (await fetch("/version")).text()) !== shown) location.reload(); }} catch {{}}
}}, 700);
</script></body></html>
"""
_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline';"
    " script-src 'unsafe-inline'; connect-src 'self'"
)


class Shown(NamedTuple):
    """What the page shows: pictures as SVG, findings as lines, and what keeps it from being new."""

    version: int
    pictures: tuple[bytes, ...]
    findings: tuple[str, ...]
    problem: str = ""


class Live:
    """The page and its server; `show` renews what is seen."""

    def __init__(self, port: int = 0) -> None:
        self.shown = Shown(0, (), ())
        self.server = _Server(self, port)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/"

    def show(
        self, pictures: tuple[bytes, ...], findings: tuple[str, ...], problem: str = ""
    ) -> None:
        """Show something else; without pictures, those from before stay."""
        before = self.shown
        self.shown = Shown(before.version + 1, pictures or before.pictures, findings, problem)

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, live: Live, port: int) -> None:
        self.live = live
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer with the page, a picture or the version."""
        port = self.server.server_address[1]
        if self.headers.get("Host") not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        shown, path = self.server.live.shown, self.path.partition("?")[0]
        if path == "/":
            self._send(_page(shown).encode(), "text/html; charset=utf-8")
        elif path == "/version":
            self._send(str(shown.version).encode(), "text/plain")
        elif path.startswith("/") and path[1:].isdecimal() and int(path[1:]) < len(shown.pictures):
            self._send(shown.pictures[int(path[1:])], "image/svg+xml")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: standard error is for people."""

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)


def _page(shown: Shown) -> str:
    images = "".join(
        f'<img src="/{number}?v={shown.version}" alt="Picture {number + 1}">'
        for number in range(len(shown.pictures))
    )
    count = len(shown.findings)
    problem = f'<p class="error">{escape(shown.problem)}</p>' if shown.problem else ""
    return _PAGE.format(
        pictures=images,
        heading=f"{count} finding{'s' if count != 1 else ''}",
        problem=problem,
        findings="".join(f"<li>{escape(line)}</li>" for line in shown.findings),
        version=shown.version,
    )
