#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One request to a site, and its answer as text.

    site.py HOST:PORT GET /chi-tieu [COOKIE]             status and headers to standard output, then the body
    site.py HOST:PORT POST /dang-nhap COOKIE 'a=1&b=2'   a form, as a page of the site sends it
    site.py HOST:PORT RAW 'GET / HTTP/1.1\\r\\n...'        bytes as they are (escapes of Python); the first line of the answer
    site.py HOST:PORT LINKS / COOKIE                      every page that links lead to from there, each asked once,
                                                      of each room of the site at most 20: status, path
    site.py HOST:PORT SLOW N SECONDS                      hold N connections open that send nothing
"""
import collections
import http.client
import re
import socket
import sys
import time
import urllib.parse

host = sys.argv[1]


def ask(method, path, cookie="", body=None, more=None):
    connection = http.client.HTTPConnection(host, timeout=60)
    headers = {"Cookie": cookie} if cookie else {}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Origin"] = "http://" + host
    headers.update(more or {})
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read().decode()


def show(answer, body):
    print(answer.status)
    for name, value in answer.getheaders():
        if name != "Date":
            print(f"{name}: {value}")
    print()
    print(body, end="")


def links(start, cookie):
    seen, open_, rooms = set(), [start], collections.Counter()
    while open_:
        path = open_.pop(0)
        room = path.split("?")[0].split("/")[1]
        if path in seen or rooms[room] >= 20:
            continue
        seen.add(path)
        rooms[room] += 1
        answer, body = ask("GET", path, cookie)
        print(answer.status, path)
        if answer.status != 200:
            continue
        for link in re.findall(r'(?:href|src)="([^"]*)"', body):
            link = urllib.parse.urljoin(path, link.replace("&amp;", "&")).split("#")[0]
            if link.startswith("/"):
                open_.append(link)


what = sys.argv[2]
if what == "RAW":
    with socket.create_connection(tuple(host.split(":")), timeout=20) as s:
        s.sendall(sys.argv[3].encode().decode("unicode_escape").encode("latin-1"))
        s.shutdown(socket.SHUT_WR)
        print(s.makefile("rb").readline().decode("latin-1").strip())
elif what == "LINKS":
    links(sys.argv[3], sys.argv[4])
elif what == "SLOW":
    held = [socket.create_connection(tuple(host.split(":"))) for _ in range(int(sys.argv[3]))]
    for s in held:
        s.sendall(b"GET / HTTP/1.1\r\nHost:")
    time.sleep(float(sys.argv[4]))
else:
    more = dict(pair.split(": ", 1) for pair in sys.argv[6:])
    show(*ask(what, sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else "", sys.argv[5] if len(sys.argv) > 5 and sys.argv[5] else None, more))
