/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_read: see sheet.h. Joins the steps: the child parses and writes its message, the message is checked, the text
 * made NFC and the cells moved along with it, texts that are numbers made numbers.
 */
#include "child.h"
#include "ole.h"
#include "pdf.h"
#include "sheet_maker.h"
#include "sheet_number.h"
#include "text.h"
#include "zip.h"

enum { MEGA = 1024 * 1024, BYTES_A_SECOND = 512 * 1024 };

struct job {
    struct str bytes, name;
    enum workbook_kind kind;
    enum legacy_encoding from;
};

static bool ends_in(struct str name, struct str suffix)
{
    if (name.len < suffix.len) return false;
    for (size_t i = 0; i < suffix.len; i++)
        if ((name.ptr[name.len - suffix.len + i] | 32) != suffix.ptr[i]) return false;
    return true;
}

static bool is_text_table(struct str name)
{
    static const struct str SUFFIXES[] = {STR_INIT(".csv"), STR_INIT(".tsv"), STR_INIT(".tab")};
    if (ends_in(name, STR(".gz"))) name.len -= 3;
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++)
        if (ends_in(name, SUFFIXES[i])) return true;
    return false;
}

bool workbook_detect(enum workbook_kind *out, struct str bytes, struct str name)
{
    *out = WORKBOOK_PDF;
    if (pdf_is(bytes)) return true;
    *out = WORKBOOK_CSV;
    if (str_starts(bytes, STR("PK\x03\x04"))) {
        *out = WORKBOOK_XLSX;
        /* The names of its parts stand unpacked in the list at the end. */
        if (str_has(bytes, STR("xl/workbook.xml"))) return true;
        *out = WORKBOOK_CSV;
        return ends_in(name, STR(".zip")) && (str_has(bytes, STR(".csv")) || str_has(bytes, STR(".tsv")));
    }
    if (ole_is(bytes)) {
        *out = WORKBOOK_XLS;
        /* Names of the directory are UTF-16. */
        return str_has(bytes, STR("W\0o\0r\0k\0b\0o\0o\0k\0")) || str_has(bytes, STR("B\0o\0o\0k\0\0\0"));
    }
    return is_text_table(name);
}

static bool work(struct buf *answer, const void *input)
{
    const struct job *job = input;
    struct arena *a = arena_make(SIZE_MAX);
    struct sheet_maker m = sheet_maker_make(a);
    switch (job->kind) {
    case WORKBOOK_CSV: sheet_parse_csv(&m, job->bytes, job->name, job->from); break;
    case WORKBOOK_XLSX: sheet_parse_xlsx(&m, job->bytes); break;
    case WORKBOOK_XLS: sheet_parse_xls(&m, job->bytes); break;
    case WORKBOOK_PDF: sheet_parse_pdf(&m, job->bytes); break;
    case WORKBOOK_KINDS: break;
    }
    sheet_mend(&m);
    sheet_message_write(answer, &m);
    arena_close(a);
    return true;
}

static bool run(struct str *message, struct arena *a, const struct job *job, bool here, struct err *err)
{
    unsigned cpu = 20 + (unsigned)(job->bytes.len / BYTES_A_SECOND);
    struct child_limits limits = {
        .cpu_seconds = cpu, .wall_seconds = 30 + 4 * cpu, .memory = (size_t)3072 * MEGA, .answer = (size_t)1024 * MEGA};
    if (!here) return child_run(message, a, work, job, &limits, job->name, err);
    struct buf answer = buf_make(SIZE_MAX / 4);
    bool ok = work(&answer, job);
    *message = str_copy(a, buf_str(&answer));
    buf_free(&answer);
    return ok;
}

static bool fail_refused(struct err *err, enum sheet_refusal why, struct str name, struct str detail)
{
    enum legacy_encoding like = LEGACY_NONE;
    switch (why) {
    case REFUSED_DAMAGED: return fail(err, ERR_SHEET_DAMAGED, name, detail);
    case REFUSED_LOCKED: return fail(err, ERR_SHEET_LOCKED, name);
    case REFUSED_BOMB: return fail(err, ERR_SHEET_BOMB, name);
    case REFUSED_LARGE: return fail(err, ERR_SHEET_TOO_LARGE, name, detail);
    case REFUSED_OLD: return fail(err, ERR_SHEET_OLD, name);
    case REFUSED_UTF8: return fail(err, ERR_FILE_NOT_UTF8, name, detail);
    case REFUSED_QUOTE: return fail(err, ERR_SHEET_QUOTE, name, detail);
    case REFUSED_LEGACY:
        if (!legacy_by_name(&like, detail)) break;
        return fail(err, ERR_NOT_UTF8_LIKE, name, legacy_title(like), legacy_name(like));
    case REFUSED_ALREADY:
        if (!legacy_by_name(&like, detail)) break;
        return fail(err, ERR_LEGACY_ALREADY, legacy_title(like));
    case REFUSED_NOT:
    case REFUSALS: break;
    }
    return fail(err, ERR_PARSER_STOPPED, name);
}

/* The same piece of the text after it was made NFC. */
static struct str moved(const struct text *t, size_t *k, struct str before, struct str s)
{
    uint32_t start = (uint32_t)(s.ptr - before.ptr);
    uint32_t from = text_inside(t, k, start), to = text_inside(t, k, start + (uint32_t)s.len);
    return str_part(t->inside, from, to);
}

static bool normalise(struct workbook *w, struct arena *a, struct err *err)
{
    struct text t;
    struct str before = w->text;
    size_t k = 0;
    if (!text_make(&t, a, before, err)) return false;
    if (t.inside.ptr == before.ptr) return true;
    struct sheet *sheets = arena_array(a, struct sheet, w->sheet_count);
    for (size_t i = 0; i < w->sheet_count; i++) {
        sheets[i] = w->sheets[i];
        struct sheet_cell *cells = arena_array(a, struct sheet_cell, sheets[i].cell_count);
        sheets[i].name = moved(&t, &k, before, sheets[i].name);
        for (size_t n = 0; n < sheets[i].cell_count; n++) {
            cells[n] = sheets[i].cells[n];
            cells[n].text = moved(&t, &k, before, cells[n].text);
        }
        sheets[i].cells = cells;
    }
    w->sheets = sheets;
    w->text = t.inside;
    return true;
}

static struct str put(char **p, struct str s)
{
    struct str at = {*p, s.len};
    if (s.len) memcpy(*p, s.ptr, s.len);
    *p += s.len;
    return at;
}

/* The text anew, when numbers that were written in the English way are in the Vietnamese one now (sheet_number.h): the
 * pieces are put one behind the other as the message has them. The sheets and their cells are ours. */
static void rewrite(struct workbook *w, struct arena *a, struct sheet *sheets)
{
    size_t len = 1;
    for (size_t i = 0; i < w->sheet_count; i++) {
        len += sheets[i].name.len + 2;
        for (size_t k = 0; k < sheets[i].cell_count; k++) len += sheets[i].cells[k].text.len + 1;
    }
    char *start = arena_alloc(a, len, 1), *p = start;
    for (size_t i = 0; i < w->sheet_count; i++) {
        struct sheet *s = &sheets[i];
        struct sheet_cell *cells = arena_array(a, struct sheet_cell, s->cell_count);
        if (i) *p++ = '\n', *p++ = '\n';
        s->name = put(&p, s->name);
        for (size_t k = 0; k < s->cell_count; k++) {
            cells[k] = s->cells[k];
            *p++ = k && cells[k - 1].row == cells[k].row ? '\t' : '\n';
            cells[k].text = put(&p, cells[k].text);
        }
        s->cells = cells;
    }
    *p++ = '\n';
    w->text = (struct str){start, (size_t)(p - start)};
}

static void find_numbers(struct workbook *w, struct arena *a, enum sheet_habit habit)
{
    struct sheet *sheets = arena_array(a, struct sheet, w->sheet_count);
    bool rewritten = false;
    for (size_t i = 0; i < w->sheet_count; i++) {
        const struct sheet *s = &w->sheets[i];
        sheets[i] = *s;
        if (s->recoded)
            problem_add(&w->problems, a,
                        (struct problem){ERR_SHEET_RECODED, SEVERITY_NOTE, {0}, {s->name, STR("Windows-1252")}});
        bool any_text = false;
        for (size_t k = 0; k < s->cell_count && !any_text; k++) any_text = s->cells[k].type == SHEET_TEXT;
        if (!any_text) continue;
        struct sheet_cell *cells = arena_array(a, struct sheet_cell, s->cell_count);
        memcpy(cells, s->cells, s->cell_count * sizeof *cells);
        bool changed = sheet_numbers(&w->problems, a, cells, s->cell_count, w->sheet_count > 1 ? s->name : STR(""),
                                     habit);
        rewritten = rewritten || changed;
        sheets[i].cells = cells;
    }
    if (rewritten) rewrite(w, a, sheets);
    w->sheets = sheets;
}

bool workbook_read(struct workbook *out, struct arena *a, struct str bytes, struct str name, enum workbook_kind kind,
                   const struct workbook_options *o, struct err *err)
{
    struct job job = {bytes, name, kind, o->from};
    enum sheet_refusal refused;
    struct str message, detail;
    if (kind == WORKBOOK_PDF && !pdf_tsv(&job.bytes, a, bytes, name, err)) return false;
    if (!run(&message, a, &job, o->in_process, err)) return false;
    if (!sheet_message_read(out, &refused, &detail, a, message)) return fail(err, ERR_PARSER_STOPPED, name);
    if (refused) return fail_refused(err, refused, name, detail);
    out->kind = kind;
    size_t cells = 0;
    for (size_t i = 0; i < out->sheet_count; i++) cells += out->sheets[i].cell_count;
    if (cells == 0 && kind == WORKBOOK_PDF)
        return fail(err, str_has(job.bytes, STR("\n5\t")) ? ERR_PDF_NO_TABLE : ERR_PDF_SCANNED, name);
    if (cells == 0) return fail(err, ERR_DOCUMENT_BLANK, name);
    if (!normalise(out, a, err)) return false;
    find_numbers(out, a, o->habit);
    return true;
}
