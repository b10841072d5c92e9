/* SPDX-License-Identifier: Apache-2.0
 *
 * record_cells: see record_cells.h.
 */
#include "record_cells.h"

#include "buf.h"
#include "explain.h"
#include "file.h"
#include "indicator.h"
#include "options.h"

bool cli_author(struct author *out, struct cli *c, struct err *err)
{
    const struct option_value *correction = options_find(c->values, c->value_count, STR("correction"));
    *out = (struct author){.who = c->by, .now = c->now};
    if (correction && correction->given) out->correction = str_trim(correction->text);
    if (correction && correction->given && !out->correction.len) return fail(err, ERR_CORRECTION_REASON);
    if (!c->key.len) return true;
    struct signing_key *key = arena_new(c->arena, struct signing_key);
    out->key = key;
    return signing_key_load(key, c->arena, c->key, err);
}

bool cli_statement_ids(struct statement_id **out, struct cli *c, struct err *err)
{
    *out = arena_array(c->arena, struct statement_id, c->arg_count);
    for (size_t i = 0; i < c->arg_count; i++)
        if (!statement_id_read(&(*out)[i], c->args[i])) return fail(err, ERR_STATEMENT_ID, c->args[i]);
    return true;
}

bool cli_document_id(struct document_id *out, struct cli *c, const char *option, struct err *err)
{
    *out = (struct document_id){0};
    if (!cli_given(c, option)) return true;
    return document_id_read(out, cli_text(c, option)) || fail(err, ERR_DOCUMENT_ID, cli_text(c, option));
}

bool cli_checkpoint(struct checkpoint *out, struct cli *c, const char *option, struct err *err)
{
    enum { FILE_MOST = 1 << 20 };
    struct str given = cli_text(c, option), mark = STR("dieuhanh-checkpoint");
    if (!str_has(given, mark) && !file_read(&given, c->arena, given, FILE_MOST, err)) return false;
    ptrdiff_t at = str_find(given, mark);
    return checkpoint_read(out, at > 0 ? str_from(given, (size_t)at) : given, err);
}

void statement_id_cell(struct rows *r, struct statement_id id)
{
    struct buf b = buf_make(16);
    if (id.n) statement_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

void document_id_cell(struct rows *r, struct document_id id)
{
    struct buf b = buf_make(16);
    if (id.n) document_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static struct str outcome_name(enum import_outcome o)
{
    switch (o) {
    case IMPORT_UNCHANGED: return STR("unchanged");
    case IMPORT_NEW: return STR("new");
    case IMPORT_AGAIN: return STR("again");
    }
    return STR("");
}

static const char *outcome_shown(enum import_outcome o)
{
    switch (o) {
    case IMPORT_UNCHANGED: return tr("đã có, không đổi gì");
    case IMPORT_NEW: return tr("mới");
    case IMPORT_AGAIN: return tr("đọc lại");
    }
    return "";
}

void outcome_cell(struct rows *r, enum lang lang, const struct import_result *of)
{
    bool accepts = of->outcome == IMPORT_UNCHANGED && of->accepted > 0;
    const char *shown = accepts ? tr("đã có, nay chấp nhận") : outcome_shown(of->outcome);
    rows_text_shown(r, outcome_name(of->outcome), tr_text(lang, shown));
}

struct str time_shown(struct arena *a, struct str utc)
{
    enum { VIETNAM = 7 }; /* hours before UTC, all year */
    struct date day;
    uint64_t hour, minute;
    char shown[24];
    if (!date_read(&day, str_part(utc, 0, 10)) || !str_to_u64(&hour, str_part(utc, 11, 13), 23) ||
        !str_to_u64(&minute, str_part(utc, 14, 16), 59))
        return utc;
    hour += VIETNAM;
    if (hour >= 24) day = date_add_days(day, 1);
    snprintf(shown, sizeof shown, "%02d/%02d/%04d %02d:%02d", day.day, day.month, day.year, (int)(hour % 24),
             (int)minute);
    return str_copy(a, str_of(shown));
}

void time_cell(struct rows *r, struct str utc)
{
    struct arena *a = arena_make(SIZE_MAX);
    rows_text_shown(r, utc, time_shown(a, utc));
    arena_close(a);
}

void cli_put_left(struct cli *c, const struct import_result *result)
{
    for (size_t i = 0; i < result->left.len; i++) {
        const struct left_statement *l = &result->left.at[i];
        const struct indicator *n = indicator_find(l->figure.key.indicator);
        struct buf b = buf_make(2000), id = buf_make(16);
        statement_id_write(&id, l->id);
        buf_put(&b, l->figure.key.indicator);
        if (n) buf_format(&b, " %.*s", STR_ARG(n->name));
        buf_put(&b, STR(", "));
        period_write_vi(&b, l->figure.key.period);
        cli_note(c,
                 tr("chưa đính chính được {1} ({2}: {3}): tài liệu nêu số khác nhau hoặc tự mâu thuẫn; còn chờ duyệt"),
                 buf_str(&id), buf_str(&b), explain_number(c->arena, &l->figure));
        buf_free(&b);
        buf_free(&id);
    }
    if (!result->left.len) return;
    cli_note(c, tr("chọn số đúng: dieuhanh accept MÃ --correction LÝ-DO"));
    if (c->status < EXIT_SAYS_NO) c->status = EXIT_SAYS_NO;
}
