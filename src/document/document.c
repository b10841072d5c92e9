/* SPDX-License-Identifier: Apache-2.0
 *
 * document: see document.h. The table FORMATS is the whole list of what can be read; the order is the order of asking, and the
 * last row takes everything.
 */
#include "document.h"

#include "block_list.h"
#include "line.h"
#include "plain.h"
#include "utf8.h"

struct format {
    struct str name;
    bool (*detect)(struct str bytes, struct str name);
    bool (*parse)(struct document *out, struct arena *a, struct err *err); /* out->text is made */
};

static bool ends_in(struct str name, struct str suffix)
{
    if (name.len < suffix.len) return false;
    for (size_t i = 0; i < suffix.len; i++)
        if ((name.ptr[name.len - suffix.len + i] | 32) != suffix.ptr[i]) return false;
    return true;
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

static bool parse_plain(struct document *out, struct arena *a, struct err *err)
{
    struct block_list list = block_list_make(a, out->text.inside);
    struct date_list dates = {0};
    plain_blocks(&list, &dates, out->format == DOCUMENT_MARKDOWN);
    if (list.too_many) {
        char most[24];
        snprintf(most, sizeof most, "%d", DOCUMENT_BLOCKS_MAX);
        return fail(err, ERR_DOCUMENT_PIECES, str_of(most));
    }
    out->blocks = (struct blocks){list.text, list.at, list.len};
    out->dates = dates.at;
    out->date_count = dates.len;
    return true;
}

static const struct format FORMATS[DOCUMENT_FORMATS] = {
    [DOCUMENT_MARKDOWN] = {STR_INIT("markdown"), detect_markdown, parse_plain},
    [DOCUMENT_TEXT] = {STR_INIT("text"), detect_text, parse_plain},
};

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

bool document_make(struct document *out, struct arena *a, struct str bytes, struct str name, const struct document_options *o,
                   struct err *err)
{
    (void)o;
    *out = (struct document){.title = STR("")};
    if (bytes.len == 0) return fail(err, ERR_FILE_EMPTY, name);
    if (bytes.len > DOCUMENT_BYTES_MAX) return fail_too_big(err, name);
    if (memchr(bytes.ptr, 0, bytes.len)) return fail(err, ERR_DOCUMENT_BINARY, name);
    if (!text_make(&out->text, a, bytes, err)) return false;
    uint32_t start = 0, end = (uint32_t)out->text.inside.len;
    line_trim(out->text.inside, &start, &end);
    if (start == end) return fail(err, ERR_DOCUMENT_BLANK, name);
    for (int f = DOCUMENT_FORMATS - 1; f >= 0; f--)
        if (FORMATS[f].detect(bytes, name)) {
            out->format = (enum document_format)f;
            if (f != DOCUMENT_TEXT) break;
        }
    return FORMATS[out->format].parse(out, a, err);
}

uint32_t document_original(const struct document *d, uint32_t offset)
{
    return text_original(&d->text, offset);
}
