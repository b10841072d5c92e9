#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A mail server and a web hook for the tests of reminders: outlet_server.py DIRECTORY.

Both listen on free ports of 127.0.0.1, which are written to DIRECTORY/ports ("SMTP HTTP") when they are ready. What
arrives is kept there: mail-N.eml, hook-N.json and hook-N.head. How a mail is answered is said by its recipient:
nobody@ 550, later@ 451, dead@ the line goes dead behind the text, slow@ it is never answered; a hook by its path:
/refuse 400, /busy 503, all else 204. Ends when DIRECTORY/stop is there, or after five minutes.
"""
import http.server
import os
import socket
import sys
import threading
import time

from aiosmtpd.controller import Controller

directory = sys.argv[1]
lock = threading.Lock()
count = {"mail": 0, "hook": 0}


def next_name(kind):
    with lock:
        count[kind] += 1
        return os.path.join(directory, "%s-%d" % (kind, count[kind]))


def keep(path, data):
    with open(path + ".part", "wb") as f:
        f.write(data)
    os.rename(path + ".part", path)


class Mail:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        keep(next_name("mail") + ".eml", envelope.content)
        if envelope.rcpt_tos[0].startswith("dead@"):
            server.transport.abort()
        if envelope.rcpt_tos[0].startswith("slow@"):
            import asyncio

            await asyncio.sleep(300)
        return "250 OK"


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        name = next_name("hook")
        keep(name + ".json", body)
        keep(name + ".head", str(self.headers).encode())
        self.send_response({"/refuse": 400, "/busy": 503}.get(self.path, 204))
        self.end_headers()

    def log_message(self, *args):
        pass


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


mail = Controller(Mail(), hostname="127.0.0.1", port=free_port())
mail.start()
hook = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
threading.Thread(target=hook.serve_forever, daemon=True).start()
keep(os.path.join(directory, "ports"), b"%d %d\n" % (mail.port, hook.server_port))
end = time.monotonic() + 300
while time.monotonic() < end and not os.path.exists(os.path.join(directory, "stop")):
    time.sleep(0.1)
os._exit(0)
