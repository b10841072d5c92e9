-- The record: what is kept for ever.
--
-- Two things are the truth: the documents as they came, and the journal of what was done with them. Every other table
-- (tables.sql) is made from these two and may be thrown away at any time; «dieuhanh rebuild» does just that. So a change of
-- the tables needs no migration, only a rebuild, and this file changes hardly ever. A file 0002_... would hold the script
-- that takes a record of version 1 to version 2; there is no way back.
--
-- Times are UTC, as text: 2024-02-15T03:00:00Z. Digests are SHA-256 in lower-case hexadecimal.

-- migration: 1

-- The versions that this record has been taken to. The greatest is the version of the record; a program that knows only
-- lower ones does not touch it.
CREATE TABLE migration (
    version INTEGER PRIMARY KEY
) STRICT;

-- Bytes under their own name. Three kinds of them: documents as they came, the text that was taken out of each, and what a
-- version of the reader said about the text (one JSON object a line). Nothing is ever changed or deleted here, and the same
-- bytes are kept once.
CREATE TABLE content (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- Every change, in order, without gaps from 1. The payload is JSON in one canonical form; the whole entry, written as one
-- line of JSON, is a leaf of the Merkle tree.
CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,
    time    TEXT NOT NULL,
    who     TEXT NOT NULL,
    kind    TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;

-- The right-hand edge of the tree: one node for every bit set in the number of entries (bit `level`).
CREATE TABLE journal_node (
    level INTEGER PRIMARY KEY,
    hash  TEXT NOT NULL
) STRICT;

-- The one latest checkpoint: number of entries, root of their tree, and the Ed25519 signature when the record has a key
-- (else empty).
CREATE TABLE checkpoint (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    size      INTEGER NOT NULL,
    root      TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
