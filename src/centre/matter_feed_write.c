/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_feed_write: counts of matters as a document of figures (matter_feed.h). A line says what was counted so that
 * somebody who doubts it can list the same matters.
 */
#include "buf.h"
#include "figure_file.h"
#include "indicator.h"
#include "json_write.h"
#include "matter_feed.h"
#include "statement_rows.h"

static void conditions_write(struct buf *b, const struct kind_condition *at, size_t count, struct str between)
{
    for (size_t i = 0; i < count; i++) {
        const struct kind_condition *c = &at[i];
        buf_put(b, i ? between : STR("; "));
        buf_put(b, c->field);
        switch (c->test) {
        case TEST_ANY: buf_put(b, STR(" có")); break;
        case TEST_NONE: buf_put(b, STR(" trống")); break;
        case TEST_VALUES:
            for (size_t v = 0; v < c->values.len; v++) {
                buf_put(b, v ? STR(" | ") : STR(" = "));
                buf_put(b, c->values.at[v]);
            }
            break;
        case TEST_RANGE:
            buf_put(b, STR(" "));
            if (c->has_min) decimal_write(b, c->min);
            buf_put(b, STR(".."));
            if (c->has_max) decimal_write(b, c->max);
            break;
        }
    }
}

/* "57 việc loại dossier (phiên bản 2): window=handled, end=told, stands=early|on_time; channel = trực tuyến". */
static void note_write(struct buf *b, const struct matter_fed *r)
{
    const struct kind_figure *g = r->figure;
    buf_u64(b, r->n);
    buf_put(b, g->distinct.len ? STR(" giá trị khác nhau của ") : STR(" việc loại "));
    if (g->distinct.len) {
        buf_put(b, g->distinct);
        buf_put(b, STR(" ở việc loại "));
    }
    buf_put(b, r->kind->word);
    if (g->hours) buf_put(b, STR(", giờ làm việc trung bình mỗi việc, trừ thời gian chờ"));
    buf_put(b, STR(": window="));
    buf_put(b, figure_window_word(g->window));
    if (g->told) buf_put(b, STR(", end=told"));
    bool first = true;
    for (unsigned s = 0; s < FIGURE_STANDS; s++) {
        if (!(g->stands >> s & 1)) continue;
        buf_put(b, first ? STR(", stands=") : STR("|"));
        buf_put(b, figure_stand_word((enum figure_stand)s));
        first = false;
    }
    for (size_t i = 0; i < g->states.len; i++) {
        buf_put(b, i ? STR("|") : STR(", state="));
        buf_put(b, g->states.at[i]);
    }
    conditions_write(b, g->where, g->where_count, STR("; "));
    conditions_write(b, g->any, g->any_count, STR(" hoặc "));
    for (unsigned s = 0; s < FIGURE_STANDS; s++) {
        if (!(g->any_stands >> s & 1)) continue;
        buf_put(b, STR(" hoặc "));
        buf_put(b, figure_stand_word((enum figure_stand)s));
    }
    if (!r->silent) return;
    buf_put(b, STR("; "));
    buf_u64(b, r->silent);
    buf_put(b, STR(" việc không nói rõ"));
}

/* "dieuhanh matter feed 2026-06 --kind dossier --unit 26740 --figure H17b". */
static void source_write(struct buf *b, const struct matter_fed *r, const struct feed_wish *w)
{
    buf_put(b, r->kind->name);
    buf_put(b, STR("; liệt kê: dieuhanh matter feed "));
    period_write(b, w->period);
    buf_put(b, STR(" --kind "));
    buf_put(b, r->kind->word);
    buf_put(b, w->as_one ? STR(" --under ") : STR(" --unit "));
    buf_put(b, r->unit);
    if (w->as_one) buf_put(b, STR(" --sum"));
    buf_put(b, STR(" --figure "));
    buf_put(b, r->figure->indicator);
}

static void line_write(struct buf *b, const struct matter_fed *r, const struct feed_wish *w)
{
    struct json_writer j = json_to(b);
    struct buf text = buf_make(SIZE_MAX);
    json_write_open(&j, '{');
    json_write_key(&j, STR("unit"));
    json_write_text(&j, r->unit);
    json_write_key(&j, STR("indicator"));
    json_write_text(&j, r->figure->indicator);
    json_write_key(&j, STR("period"));
    period_write(&text, w->period);
    json_write_text(&j, buf_str(&text));
    json_write_key(&j, STR("value"));
    json_write_decimal(&j, matter_fed_value(r));
    if (r->silent && !r->figure->hours) {
        json_write_key(&j, STR("value_max"));
        json_write_int(&j, (int64_t)(r->n + r->silent));
    }
    json_write_key(&j, STR("note"));
    buf_clear(&text);
    note_write(&text, r);
    json_write_text(&j, buf_str(&text));
    json_write_key(&j, STR("source"));
    buf_clear(&text);
    source_write(&text, r, w);
    json_write_text(&j, buf_str(&text));
    json_write_close(&j, '}');
    buf_char(b, '\n');
    buf_free(&text);
}

/* "matter-dossier-26740-2026-06.jsonl": the same question has the same name. */
static void name_write(struct buf *b, const struct feed_wish *w)
{
    buf_put(b, STR("matter-"));
    buf_put(b, w->kind.len ? w->kind : STR("all"));
    buf_char(b, '-');
    if (w->unit) buf_put(b, w->unit->id);
    if (w->under) buf_put(b, w->under->id);
    if (w->unit || w->under) buf_char(b, '-');
    if (w->indicator.len) buf_put(b, w->indicator);
    if (w->indicator.len) buf_char(b, '-');
    period_write(b, w->period);
    buf_put(b, STR(".jsonl"));
}

/* What the rule did not accept, because the record holds otherwise. */
static bool settle(struct feed_result *out, struct db *db, struct arena *a, const struct author *author, bool revise,
                   struct err *err)
{
    struct id_list left;
    struct accept_result done;
    struct accept_choice as_it_is = {0};
    if (!statement_ids_proposed(&left, db, a, out->import.document, err)) return false;
    out->differs = left.len;
    if (!revise || !left.len) return true;
    struct statement_id *ids = arena_array(a, struct statement_id, left.len);
    for (size_t i = 0; i < left.len; i++) ids[i].n = left.at[i];
    if (!accept_statements(&done, db, a, author, ids, left.len, &as_it_is, err)) return false;
    out->differs = 0;
    out->revised = done.revised;
    return true;
}

bool matter_feed_save(struct feed_result *out, struct db *db, struct arena *a, const struct author *author,
                      const struct matter_fed_list *fed, const struct feed_wish *w, bool revise, struct err *err)
{
    struct figure_file file;
    struct read_options o = {0};
    struct buf b = buf_make(SIZE_MAX), name = buf_make(SIZE_MAX);
    for (size_t i = 0; i < fed->len; i++)
        if (fed->at[i].lack == FEED_HAS) line_write(&b, &fed->at[i], w);
    name_write(&name, w);
    struct str bytes = str_copy(a, buf_str(&b)), called = str_copy(a, buf_str(&name));
    buf_free(&b);
    buf_free(&name);
    *out = (struct feed_result){.import = {.outcome = IMPORT_UNCHANGED}};
    if (!bytes.len) return true;
    return figure_bytes_read(&file, db, a, bytes, called, &o, err) &&
           figure_file_save(&out->import, db, a, author, &file, &o, true, STR(""), err) &&
           settle(out, db, a, author, revise, err);
}
