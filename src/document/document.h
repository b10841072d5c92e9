/* SPDX-License-Identifier: Apache-2.0
 *
 * document: the border where a file becomes one text cut into blocks (block.h). This is the seam behind which every
 * kind of file lives: a format is one row of the table in document.c, with a function that knows it by its bytes and a
 * function that reads it. The reader sees text and blocks and never asks what the file was.
 *
 *   bytes -> [ detect ] -> [ decode: UTF-8, UTF-16, --from ] -> [ parse ] -> text + blocks
 *
 * Offsets in blocks are into `text.inside`. document_original leads back to the bytes on disk for text files; for
 * formats whose text is taken out of something else (HTML, PDF, tables) the extracted text is the reference and has its
 * own offsets. That of a PDF has a form feed at the end of each page.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H
#include "arena.h"
#include "block.h"
#include "date.h"
#include "err.h"
#include "legacy.h"
#include "text.h"

enum document_format {
    DOCUMENT_TEXT,
    DOCUMENT_MARKDOWN,
    DOCUMENT_HTML,
    DOCUMENT_CSV,
    DOCUMENT_XLSX,
    DOCUMENT_XLS,
    DOCUMENT_PDF,
    DOCUMENT_FORMATS
};

enum {
    DOCUMENT_BYTES_MAX = 64 * 1024 * 1024, /* give this as the limit of file_read */
    DOCUMENT_BLOCKS_MAX = 4 * 1024 * 1024,
    DOCUMENT_DATES_MAX = 16,
};

/* Where a date that the document declares for itself was found, from the strongest to the weakest. */
enum document_date_source { DOCUMENT_DATE_META, DOCUMENT_DATE_TIME, DOCUMENT_DATE_LINE, DOCUMENT_DATE_SOURCES };

/* A candidate for the day of the document: the one who reads decides, with what the text itself says. */
struct document_date {
    struct date date;
    enum document_date_source source;
    struct str words; /* as written */
};

struct buf;

struct document_options {
    /* --from: the encoding that the user names; LEGACY_NONE: UTF-8, or UTF-16 with its mark. */
    enum legacy_encoding from;
    /* Parse strangers' formats here and not in a child: for fuzzing and for finding errors, never for strangers. */
    bool in_process;
};

struct document {
    struct text text;
    struct blocks blocks; /* blocks.text is text.inside */
    struct buf *store;    /* of the blocks */
    enum document_format format;
    struct str title; /* where the format carries one, else "" */
    const struct document_date *dates;
    size_t date_count;
    struct legacy_map map; /* from the decoded text back to the disk, when it was decoded */
};

/* Reads a whole document. `bytes` must outlive *out; `name` is the file name, for messages (their first argument) and
 * for its suffix; o may be NULL. Errors: ERR_FILE_EMPTY, ERR_FILE_TOO_BIG (over DOCUMENT_BYTES_MAX), ERR_DOCUMENT_BLANK
 * (only spaces), ERR_DOCUMENT_BINARY (NUL bytes), ERR_DOCUMENT_FORMAT (a kind of file that is not read),
 * ERR_DOCUMENT_PIECES (over DOCUMENT_BLOCKS_MAX blocks), ERR_FILE_NOT_UTF8 (line), ERR_NOT_UTF8_LIKE and
 * ERR_TEXT_GARBLED (title and --from word of the encoding that it looks like), ERR_LEGACY_ALREADY (title),
 * the errors of workbook_read (sheet.h) for tables and of pdf_read (pdf.h) for PDF, ERR_PARSER_LIMIT and
 * ERR_PARSER_STOPPED (the child that read the markup took too long, or crashed). */
[[nodiscard]] bool document_make(struct document *out, struct arena *a, struct str bytes, struct str name,
                                 const struct document_options *o, struct err *err);

/* The document that a workbook is: its text and blocks, for who has read the workbook already (sheet.h). */
struct workbook;
[[nodiscard]] bool document_of_workbook(struct document *out, struct arena *a, const struct workbook *w,
                                        struct str name, struct err *err);

/* For who has read the blocks and still needs the text: gives their memory back. The document then has no blocks. */
void document_drop_blocks(struct document *d);

/* The offset on disk of an offset in the text; see above. */
uint32_t document_original(const struct document *d, uint32_t offset);

/* The page of an offset in the text of a document that has pages (PDF), from 1; 0: it has none. The text alone says. */
uint32_t document_page(struct str text, uint32_t offset);

/* "text", "markdown", "html", "csv", "xlsx", "xls", "pdf": stable, for programs. */
struct str document_format_name(enum document_format f);
#endif
