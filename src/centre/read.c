/* SPDX-License-Identifier: Apache-2.0
 *
 * read: see read.h. The date of a document is, strongest first: what the user says, what the document declares of
 * itself (meta data, a <time>), what its text says (reader.c). The indicator of a figure is the one that its subject
 * names (domain/indicator.h); a subject that names none keeps its words and no code.
 */
#include "read.h"

#include "arena.h"
#include "file.h"
#include "indicator.h"

static struct date declared_date(const struct document *d, struct date given)
{
    if (date_known(given)) return given;
    for (size_t i = 0; i < d->date_count; i++)
        if (d->dates[i].source != DOCUMENT_DATE_LINE) return d->dates[i].date;
    return given;
}

/* Names the indicator of each figure. The phrase of one figure is mostly that of the one before: it is asked once. */
static void name_indicators(struct statement *at, size_t count)
{
    struct str phrase = STR(""), unit = STR(""), code = STR("");
    enum figure_kind kind = KIND_COUNT;
    for (size_t i = 0; i < count; i++) {
        struct figure_statement *f = &at[i].figure;
        if (at[i].kind != STATEMENT_FIGURE) continue;
        if (!str_eq(f->subject, phrase) || !str_eq(f->unit, unit) || f->kind != kind) {
            const struct indicator *found = f->subject.len ? indicator_of_phrase(f->subject, f->unit, f->kind) : NULL;
            phrase = f->subject;
            unit = f->unit;
            kind = f->kind;
            code = found ? found->code : STR("");
        }
        f->indicator = code;
    }
}

/* The document and what its reading is told. */
static bool open_bytes(struct read_result *out, struct reader_options *told, struct arena *a, struct str bytes,
                       struct str name, const struct read_options *o, struct err *err)
{
    struct document_options how = {.from = o->from};
    *out = (struct read_result){.name = name};
    if (!document_make(&out->document, a, bytes, name, &how, err)) return false;
    *told = (struct reader_options){declared_date(&out->document, o->date), o->place};
    return true;
}

bool read_bytes(struct read_result *out, struct arena *a, struct str bytes, struct str name,
                const struct read_options *o, struct err *err)
{
    struct reader_options told;
    if (!open_bytes(out, &told, a, bytes, name, o, err)) return false;
    reader_read(&out->reading, a, &out->document.blocks, &told);
    name_indicators(out->reading.at, out->reading.len);
    return true;
}

bool read_file(struct read_result *out, struct arena *a, struct str path, const struct read_options *o, struct err *err)
{
    struct str bytes;
    if (!file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, err)) return false;
    return read_bytes(out, a, bytes, path, o, err);
}

struct stream {
    const struct read_result *read;
    struct read_sink sink;
};

static bool pass_on(void *to, struct statement *at, size_t count)
{
    const struct stream *s = to;
    name_indicators(at, count);
    return s->sink.put(s->sink.to, s->read, at, count);
}

bool read_file_stream(struct read_result *out, struct arena *a, struct str path, const struct read_options *o,
                      struct read_sink sink, struct err *err)
{
    struct reader_options told;
    struct str bytes;
    struct stream stream = {out, sink};
    if (!file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, err)) return false;
    if (!open_bytes(out, &told, a, bytes, path, o, err)) return false;
    reader_stream(&out->reading, a, &out->document.blocks, &told, (struct reader_sink){pass_on, &stream});
    return true;
}

struct span read_original(const struct read_result *r, struct span span)
{
    return (struct span){span.document, document_original(&r->document, span.start),
                         document_original(&r->document, span.end)};
}
