/* SPDX-License-Identifier: Apache-2.0
 *
 * document: see document.h. The table FORMATS is the whole list of what can be read. It is asked from its end to its
 * start, and its first row takes everything.
 */
#include "document.h"

#include "block_list.h"
#include "html.h"
#include "line.h"
#include "pdf.h"
#include "plain.h"
#include "sheet_blocks.h"
#include "sniff.h"
#include "utf8.h"

struct format {
    struct str name;
    bool (*detect)(struct str bytes, struct str name);
    /* Of a kind of file that is no text: makes out->text too. NULL: parse is called with the decoded text. */
    bool (*parse_bytes)(struct document *out, struct arena *a, struct str bytes, struct str name,
                        const struct document_options *o, struct err *err);
    /* out->text is made and is what the file holds. */
    bool (*parse)(struct document *out, struct arena *a, struct str name, const struct document_options *o,
                  struct err *err);
};

static bool ends_in(struct str name, struct str suffix)
{
    if (name.len < suffix.len) return false;
    for (size_t i = 0; i < suffix.len; i++)
        if ((name.ptr[name.len - suffix.len + i] | 32) != suffix.ptr[i]) return false;
    return true;
}

static bool detect_html(struct str bytes, struct str name)
{
    return ends_in(name, STR(".html")) || ends_in(name, STR(".htm")) || ends_in(name, STR(".xhtml")) ||
           sniff_html(bytes);
}

static bool detect_markdown(struct str bytes, struct str name)
{
    (void)bytes;
    return ends_in(name, STR(".md")) || ends_in(name, STR(".markdown"));
}

static bool detect_text(struct str bytes, struct str name)
{
    (void)bytes, (void)name;
    return true;
}

static bool finish(struct document *out, const struct pieces *p, struct str name, struct err *err)
{
    if (p->list->too_many) {
        char most[24];
        snprintf(most, sizeof most, "%d", DOCUMENT_BLOCKS_MAX);
        return fail(err, ERR_DOCUMENT_PIECES, name, str_of(most));
    }
    out->blocks = (struct blocks){p->text, p->list->at, p->list->len};
    out->store = p->list->store;
    out->dates = p->dates->at;
    out->date_count = p->dates->len;
    return true;
}

void document_drop_blocks(struct document *d)
{
    d->blocks.at = NULL;
    d->blocks.len = 0;
    if (d->store) buf_free(d->store);
}

static bool parse_plain(struct document *out, struct arena *a, struct str name, const struct document_options *o,
                        struct err *err)
{
    struct block_list list = block_list_make(a, out->text.inside);
    struct date_list dates = {0};
    struct pieces pieces = {.text = out->text.inside, .list = &list, .dates = &dates};
    (void)o;
    plain_blocks(&pieces);
    return finish(out, &pieces, name, err);
}

static bool parse_html(struct document *out, struct arena *a, struct str name, const struct document_options *o,
                       struct err *err)
{
    struct html_page page;
    if (!html_read(&page, &out->text, a, out->text.inside, o->in_process, name, err)) return false;
    struct block_list list = block_list_make(a, out->text.inside);
    struct date_list dates = {0};
    struct pieces pieces = {.text = out->text.inside, .list = &list, .dates = &dates};
    out->map = (struct legacy_map){0}; /* the text that was taken out is the reference */
    out->title = page.title;
    html_blocks(&pieces, &page);
    if (list.len == 0 && !list.too_many) return fail(err, ERR_DOCUMENT_BLANK, name);
    return finish(out, &pieces, name, err);
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

static bool detect_kind(struct str bytes, struct str name, enum workbook_kind wanted)
{
    enum workbook_kind kind;
    return workbook_detect(&kind, bytes, name) && kind == wanted;
}

static bool detect_csv(struct str bytes, struct str name)
{
    return detect_kind(bytes, name, WORKBOOK_CSV);
}

static bool detect_xlsx(struct str bytes, struct str name)
{
    return detect_kind(bytes, name, WORKBOOK_XLSX);
}

static bool detect_xls(struct str bytes, struct str name)
{
    return detect_kind(bytes, name, WORKBOOK_XLS);
}

static bool parse_workbook(struct document *out, struct arena *a, struct str bytes, struct str name,
                           const struct document_options *o, struct err *err)
{
    struct workbook_options how = {.from = o->from, .in_process = o->in_process};
    struct workbook w;
    enum workbook_kind kind;
    return workbook_detect(&kind, bytes, name) && workbook_read(&w, a, bytes, name, kind, &how, err) &&
           document_of_workbook(out, a, &w, name, err);
}

/* --- PDF ---------------------------------------------------------------------------------------------------------- */

static bool detect_pdf(struct str bytes, struct str name)
{
    (void)name;
    return pdf_is(bytes);
}

static bool parse_pdf(struct document *out, struct arena *a, struct str bytes, struct str name,
                      const struct document_options *o, struct err *err)
{
    struct html_page page;
    if (!pdf_read(&page, &out->text, a, bytes, o->in_process, name, err)) return false;
    struct block_list list = block_list_make(a, out->text.inside);
    struct date_list dates = {0};
    struct pieces pieces = {.text = out->text.inside, .list = &list, .dates = &dates};
    pdf_blocks(&pieces, &page);
    return finish(out, &pieces, name, err);
}

static const struct format FORMATS[] = {
    [DOCUMENT_TEXT] = {STR_INIT("text"), detect_text, NULL, parse_plain},
    [DOCUMENT_MARKDOWN] = {STR_INIT("markdown"), detect_markdown, NULL, parse_plain},
    [DOCUMENT_HTML] = {STR_INIT("html"), detect_html, NULL, parse_html},
    [DOCUMENT_CSV] = {STR_INIT("csv"), detect_csv, parse_workbook, NULL},
    [DOCUMENT_XLSX] = {STR_INIT("xlsx"), detect_xlsx, parse_workbook, NULL},
    [DOCUMENT_XLS] = {STR_INIT("xls"), detect_xls, parse_workbook, NULL},
    [DOCUMENT_PDF] = {STR_INIT("pdf"), detect_pdf, parse_pdf, NULL},
};
_Static_assert(sizeof FORMATS / sizeof *FORMATS == DOCUMENT_FORMATS, "a format without a row");

struct str document_format_name(enum document_format f)
{
    return FORMATS[f].name;
}

static bool fail_too_big(struct err *err, struct str name)
{
    char mega[24];
    snprintf(mega, sizeof mega, "%d", DOCUMENT_BYTES_MAX / (1024 * 1024));
    return fail(err, ERR_FILE_TOO_BIG, name, str_of(mega));
}

/* *err says at which line UTF-8 breaks. */
static bool fail_not_utf8(struct err *err, struct str bytes, struct str name)
{
    enum legacy_encoding like = legacy_guess(bytes);
    struct err broken = *err;
    if (like == LEGACY_NONE) return fail(err, ERR_FILE_NOT_UTF8, name, err_arg(&broken, 0));
    return fail(err, ERR_NOT_UTF8_LIKE, name, legacy_title(like), legacy_name(like));
}

/* The bytes as valid text: decoded where they are named or marked as another encoding. */
static bool decode(struct document *out, struct arena *a, struct str bytes, struct str name, enum legacy_encoding from,
                   struct err *err)
{
    if (from == LEGACY_NONE) from = legacy_guess_utf16(bytes);
    if (from == LEGACY_NONE && detect_html(bytes, name) && !utf8_valid(bytes, NULL)) from = sniff_charset(bytes);
    struct str what = sniff_foreign(bytes), utf8 = bytes;
    if (what.len) return fail(err, ERR_DOCUMENT_FORMAT, name, what);
    if (from != LEGACY_NONE && !legacy_convert(&utf8, &out->map, a, bytes, from, err)) return false;
    if (memchr(utf8.ptr, 0, utf8.len)) return fail(err, ERR_DOCUMENT_BINARY, name);
    if (!text_make(&out->text, a, utf8, err)) return fail_not_utf8(err, bytes, name);
    if (from != LEGACY_NONE || !legacy_maybe_garbled(out->text.inside)) return true;
    enum legacy_encoding like = legacy_guess(out->text.inside);
    return like == LEGACY_NONE || fail(err, ERR_TEXT_GARBLED, name, legacy_title(like), legacy_name(like));
}

bool document_make(struct document *out, struct arena *a, struct str bytes, struct str name,
                   const struct document_options *o, struct err *err)
{
    static const struct document_options usual;
    if (!o) o = &usual;
    *out = (struct document){.title = STR("")};
    if (bytes.len == 0) return fail(err, ERR_FILE_EMPTY, name);
    if (bytes.len > DOCUMENT_BYTES_MAX) return fail_too_big(err, name);
    for (int f = DOCUMENT_FORMATS - 1; f >= 0; f--)
        if (FORMATS[f].parse_bytes && FORMATS[f].detect(bytes, name)) {
            out->format = (enum document_format)f;
            return FORMATS[f].parse_bytes(out, a, bytes, name, o, err);
        }
    if (!decode(out, a, bytes, name, o->from, err)) return false;
    uint32_t start = 0, end = (uint32_t)out->text.inside.len;
    line_trim(out->text.inside, &start, &end);
    if (start == end) return fail(err, ERR_DOCUMENT_BLANK, name);
    for (int f = DOCUMENT_FORMATS - 1; f >= 0; f--)
        if (FORMATS[f].parse && FORMATS[f].detect(out->text.inside, name)) {
            out->format = (enum document_format)f;
            break;
        }
    return FORMATS[out->format].parse(out, a, name, o, err);
}

bool document_of_workbook(struct document *out, struct arena *a, const struct workbook *w, struct str name,
                          struct err *err)
{
    static const struct text_point origin = {0};
    struct block_list list = block_list_make(a, w->text);
    struct date_list dates = {0};
    struct pieces pieces = {.text = w->text, .list = &list, .dates = &dates};
    *out = (struct document){.title = STR(""),
                             .text = {w->text, &origin, 1},
                             .format = w->kind == WORKBOOK_CSV    ? DOCUMENT_CSV
                                       : w->kind == WORKBOOK_XLSX ? DOCUMENT_XLSX
                                       : w->kind == WORKBOOK_PDF  ? DOCUMENT_PDF
                                                                  : DOCUMENT_XLS};
    sheet_blocks(&pieces, w);
    return finish(out, &pieces, name, err);
}

uint32_t document_page(struct str text, uint32_t offset)
{
    uint32_t page = 1;
    if (!str_ends(text, STR("\f"))) return 0;
    for (uint32_t i = 0; i < offset && i < text.len; i++) page += text.ptr[i] == '\f';
    return page;
}

uint32_t document_original(const struct document *d, uint32_t offset)
{
    return legacy_original(&d->map, text_original(&d->text, offset));
}
