/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_read: see pdf.h. Joins the steps: poppler's pdftotext reads the bytes behind its fence, a child finds lines and
 * tables in what it says and sends them as a message, and the message is made blocks here. pdftotext is a program and
 * no library of ours: it is under another licence and has met hostile files before.
 *
 * pdftotext mends what is broken as well as it can and says nothing of what it could not read, so a file whose end is
 * missing is refused before: half a report that looks whole is worse than none.
 */
#include "child.h"
#include "pdf.h"
#include "pdf_mend.h"
#include "program.h"
#include "sheet_maker.h"

enum {
    MEGA = 1024 * 1024,
    BYTES_A_SECOND = 128 * 1024,
    CPU_LEAST = 20, /* seconds */
    CPU_MOST = 120,
    TAIL = 2048, /* bytes in which the mark of the end stands */
};

bool pdf_is(struct str bytes)
{
    struct str front = str_part(bytes, 0, 64);
    if (str_starts(front, STR("\xEF\xBB\xBF"))) front = str_from(front, 3);
    return str_starts(str_trim(front), STR("%PDF-"));
}

static struct child_limits limits_of(struct str bytes, size_t memory)
{
    unsigned cpu = CPU_LEAST + (unsigned)(bytes.len / BYTES_A_SECOND);
    if (cpu > CPU_MOST) cpu = CPU_MOST;
    return (struct child_limits){
        .cpu_seconds = cpu, .wall_seconds = 10 + 4 * cpu, .memory = memory, .answer = (size_t)256 * MEGA};
}

bool pdf_tsv(struct str *out, struct arena *a, struct str bytes, struct str name, struct err *err)
{
    static const char *const ARGS[] = {"-q", "-tsv", "-enc", "UTF-8", "-", "-", NULL};
    static const struct program PDFTOTEXT = {"pdftotext", STR_INIT("poppler-utils"), ARGS};
    struct child_limits limits = limits_of(bytes, (size_t)1024 * MEGA);
    struct text text;
    int status;
    if (!str_has(str_part(bytes, bytes.len > TAIL ? bytes.len - TAIL : 0, bytes.len), STR("%%EOF")))
        return fail(err, ERR_PDF_CUT, name);
    if (!program_run(out, &status, a, &PDFTOTEXT, bytes, &limits, name, err)) return false;
    if (status != 0) return fail(err, str_has(bytes, STR("/Encrypt")) ? ERR_PDF_LOCKED : ERR_PDF_DAMAGED, name);
    if (!str_has(*out, STR("\n1\t"))) return fail(err, ERR_PDF_DAMAGED, name); /* no page */
    if (!text_make(&text, a, *out, err)) return fail(err, ERR_PARSER_STOPPED, name);
    *out = text.inside;
    return true;
}

bool pdf_page_of(struct html_page *out, struct arena *a, struct str tsv)
{
    struct pdf_paper paper;
    struct pdf_items items;
    pdf_words_read(&paper, a, tsv);
    if (paper.too_large) return false;
    pdf_mend(&paper);
    pdf_lay_out(&items, &paper);
    pdf_page_make(out, a, &items);
    return true;
}

static bool work(struct buf *answer, const void *input)
{
    const struct str *tsv = input;
    struct html_page page;
    struct arena *a = arena_make(SIZE_MAX);
    if (pdf_page_of(&page, a, *tsv))
        html_page_write(answer, &page);
    else
        answer->too_big = true; /* which is said as a limit and not as a crash */
    arena_close(a);
    return true;
}

static bool run(struct str *message, struct arena *a, struct str tsv, bool here, struct str name, struct err *err)
{
    struct child_limits limits = limits_of(tsv, (size_t)3072 * MEGA);
    if (!here) return child_run(message, a, work, &tsv, &limits, name, err);
    struct buf answer = buf_make(SIZE_MAX / 4);
    bool ok = work(&answer, &tsv) && buf_ok(&answer);
    *message = str_copy(a, buf_str(&answer));
    buf_free(&answer);
    return ok || fail(err, ERR_PARSER_LIMIT, name);
}

bool pdf_read(struct html_page *out, struct text *text, struct arena *a, struct str bytes, bool in_process,
              struct str name, struct err *err)
{
    static const struct text_point origin = {0};
    struct str tsv, message;
    if (!pdf_tsv(&tsv, a, bytes, name, err) || !run(&message, a, tsv, in_process, name, err)) return false;
    if (!html_page_read(out, a, message)) return fail(err, ERR_PARSER_STOPPED, name);
    if (out->piece_count == 0) return fail(err, ERR_PDF_SCANNED, name);
    *text = (struct text){out->text, &origin, 1};
    return true;
}

void pdf_blocks(struct pieces *to, const struct html_page *from)
{
    uint16_t table = 0;
    for (size_t i = 0; i < from->piece_count && !to->list->too_many; i++) {
        const struct html_piece *p = &from->pieces[i];
        if (p->flags & HTML_FURNITURE) {
            piece_add_as(to, p->start, p->end, BLOCK_FURNITURE, 0);
        } else if (p->table == 0) {
            piece_add(to, p->start, p->end, 0);
        } else {
            if (p->table != table) to->list->tables++;
            table = p->table;
            block_add(to->list, (struct block){.start = p->start,
                                               .end = p->end,
                                               .kind = BLOCK_CELL,
                                               .table = to->list->tables,
                                               .row = p->row,
                                               .column = p->column,
                                               .row_span = p->row_span,
                                               .column_span = p->column_span,
                                               .header = p->flags & HTML_HEADER});
            to->any_text = true;
            to->related = false;
        }
    }
}

void sheet_parse_pdf(struct sheet_maker *m, struct str tsv)
{
    struct pdf_paper paper;
    struct pdf_items items;
    pdf_words_read(&paper, m->arena, tsv);
    if (paper.too_large) {
        (void)sheet_refuse(m, REFUSED_LARGE, STR("cells"));
        return;
    }
    pdf_mend(&paper);
    pdf_lay_out(&items, &paper);
    pdf_sheets_make(m, &items);
}
