/* SPDX-License-Identifier: Apache-2.0
 *
 * read: one file from its bytes to its statements: document/ makes text and blocks, reader/ the statements, the
 * catalogue names the indicators. Nothing is stored; `dieuhanh read`, `check` and `import` all read by these functions.
 */
#ifndef READ_H
#define READ_H
#include "document.h"
#include "reader.h"

struct read_options {
    struct date date;          /* --date; unknown: as the document or its text says */
    struct str place;          /* --place, or "" */
    enum legacy_encoding from; /* --from */
};

struct read_result {
    struct str name; /* as named by the caller */
    struct document document;
    struct reading reading; /* statements in order; indicators are set where the catalogue knows the phrase */
};

/* bytes must live as long as *out. Errors: those of document_make. */
[[nodiscard]] bool read_bytes(struct read_result *out, struct arena *a, struct str bytes, struct str name,
                              const struct read_options *o, struct err *err);
/* Reads the file `path` ("-": standard input), at most DOCUMENT_BYTES_MAX bytes. Errors: those of file_read and
 * document_make. */
[[nodiscard]] bool read_file(struct read_result *out, struct arena *a, struct str path, const struct read_options *o,
                             struct err *err);

/* read_file for who needs no statement twice: they go to the sink as they are made, some at a time and in order; *read
 * has the document, its reading is not yet done. What they borrow is good until `put` returns. False stops the reading,
 * which is no error. */
struct read_sink {
    bool (*put)(void *to, const struct read_result *read, const struct statement *at, size_t count);
    void *to;
};
[[nodiscard]] bool read_file_stream(struct read_result *out, struct arena *a, struct str path,
                                    const struct read_options *o, struct read_sink sink, struct err *err);

/* The place of a statement in the file as it is on disk (text files) or in the extracted text (see
 * document_original). */
struct span read_original(const struct read_result *r, struct span span);
#endif
