#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""transcript.py --check|--write FILE.md PROGRAM: the sessions that a page shows are what the program really says.

A session is what stands, indented by four columns, behind a line "    $ command". All commands of a page run one after the other in
one folder, which holds copies of examples/ and nothing else; PROGRAM is called dieuhanh there, $DIEUHANH_USER and the clock are
fixed. What a command prints, errors and notes included, must be the lines up to the next command or to the next line of the page
that is not indented. --write puts them there (./dev accept); git diff is the review.
"""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INDENT = "    "
PROMPT = INDENT + "$ "


def sessions(lines):
    """The page as pieces: (command or None, lines)."""
    piece = (None, [])
    for line in lines:
        if line.startswith(PROMPT):
            yield piece
            piece = (line[len(PROMPT):], [])
        elif piece[0] is not None and line and not line.startswith(INDENT):
            yield piece
            piece = (None, [line])
        else:
            piece[1].append(line)
    yield piece


def run(command, folder, programs):
    environment = {"PATH": programs + ":" + os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "DIEUHANH_USER": "an",
                   "SOURCE_DATE_EPOCH": "1795492800"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
    text = done.stdout.decode("utf-8").rstrip("\n")
    return [(INDENT + line).rstrip() for line in text.split("\n")] if text else []


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("--check", "--write"):
        sys.exit(__doc__)
    mode, page, program = sys.argv[1:]
    with open(page, encoding="utf-8") as file:
        old = file.read().split("\n")
    new = []
    with tempfile.TemporaryDirectory() as work:
        folder, programs = os.path.join(work, "reports"), os.path.join(work, "bin")
        shutil.copytree(os.path.join(ROOT, "examples"), folder)
        os.mkdir(programs)
        os.symlink(os.path.abspath(program), os.path.join(programs, "dieuhanh"))
        for command, lines in sessions(old):
            if command is None:
                new += lines
            else:
                new += [PROMPT + command] + run(command, folder, programs) + [""]
    if new == old:
        return
    if mode == "--write":
        with open(page, "w", encoding="utf-8") as file:
            file.write("\n".join(new))
        return
    for i, (a, b) in enumerate(zip(old + [""] * len(new), new + [""] * len(old))):
        if a != b:
            sys.exit(f"{page}:{i + 1}: the page shows\n{a}\nand the program says\n{b}\n(./dev accept writes it anew)")


main()
