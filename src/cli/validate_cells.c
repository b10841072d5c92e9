/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_cells: see validate_cells.h.
 */
#include "validate_cells.h"

#include "check_write.h"
#include "json_write.h"
#include "statement_cells.h"
#include "tr.h"

enum { TOLD_MOST = 20, LINE_MOST = 8000 };

static const char *severity_shown(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE: return tr("lưu ý");
    case SEVERITY_DOUBT: return tr("nghi vấn");
    case SEVERITY_CONTRADICTION: return tr("SAI");
    }
    return "";
}

static struct str color_of(const struct cli *c, enum severity s)
{
    if (!c->color) return STR("");
    return s == SEVERITY_CONTRADICTION ? STR("\033[31m") : s == SEVERITY_DOUBT ? STR("\033[33m") : STR("\033[2m");
}

/* "phường Sài Gòn, C01 Thu ngân sách ..., năm 2025" */
static void put_cell(struct buf *b, const struct cli *c, const struct validated *v)
{
    struct str unit = v->unit_name.len ? v->unit_name : v->unit;
    if (unit.len) {
        buf_put(b, unit);
        buf_put(b, STR(", "));
    }
    if (v->indicator) {
        buf_put(b, v->indicator->code);
        buf_char(b, ' ');
        buf_put(b, v->indicator->name);
    }
    if (v->period.kind != PERIOD_NONE) {
        buf_put(b, STR(", "));
        if (c->lang == LANG_VI)
            period_write_vi(b, v->period);
        else
            period_write(b, v->period);
    }
    if (v->aspect == ASPECT_PLAN) buf_put(b, tr_text(c->lang, tr(", kế hoạch")));
    if (v->aspect == ASPECT_ESTIMATE) buf_put(b, tr_text(c->lang, tr(", ước")));
}

/* A place is data, "Bieu 1!C4" or "dòng 12"; people read it in their language. */
static void put_place(struct buf *b, const struct cli *c, struct str place)
{
    struct str line = STR("dòng ");
    bool english = c->lang == LANG_EN && str_starts(place, line);
    if (english) buf_put(b, STR("line "));
    buf_put(b, english ? str_from(place, line.len) : place);
}

static void put_where(struct buf *b, const struct cli *c, const struct validated *v)
{
    buf_put(b, v->file);
    if (v->file.len && v->place.len) buf_put(b, STR(", "));
    put_place(b, c, v->place);
    if (v->figure.n && (v->file.len || v->place.len)) buf_put(b, STR(", "));
    if (v->figure.n) figure_id_write(b, v->figure);
}

void validated_show(struct cli *c, const struct validated *v)
{
    struct buf line = buf_make(LINE_MOST);
    buf_put(c->out, color_of(c, v->severity));
    buf_put(c->out, tr_text(c->lang, severity_shown(v->severity)));
    if (c->color) buf_put(c->out, STR("\033[0m"));
    buf_put(c->out, STR(": "));
    put_cell(&line, c, v);
    cli_put_words(c, buf_str(&line));
    buf_put(c->out, STR(" ["));
    buf_put(c->out, v->rule);
    buf_put(c->out, STR("]\n    "));
    cli_put_words(c, v->message);
    buf_put(c->out, STR("\n    "));
    buf_clear(&line);
    put_where(&line, c, v);
    cli_put_words(c, buf_str(&line));
    buf_put(c->out, STR("\n\n"));
    buf_free(&line);
}

void validation_note(struct cli *c, const struct validation *v)
{
    size_t wrong = validation_count(v, SEVERITY_CONTRADICTION), doubts = validation_count(v, SEVERITY_DOUBT);
    if (wrong || doubts)
        cli_note(c, tr("{1} điều sai, {2} nghi vấn về số liệu"), cli_number(c, wrong), cli_number(c, doubts));
    if (v->dropped) cli_note(c, tr("quá nhiều, còn {1} điều không liệt kê"), cli_number(c, v->dropped));
}

bool validation_show(struct cli *c, const struct validation *v, struct err *err)
{
    for (size_t i = 0; i < v->len; i++) {
        validated_show(c, &v->at[i]);
        if (!cli_drain(c, err)) return false;
    }
    if (!cli_flush(c, err)) return false;
    validation_note(c, v);
    return true;
}

void validation_write_json(struct buf *b, const struct validation *v, size_t statement)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < v->len; i++) {
        const struct validated *f = &v->at[i];
        if (f->statement != statement) continue;
        json_write_open(&j, '{');
        json_write_key(&j, STR("rule"));
        json_write_text(&j, f->rule);
        json_write_key(&j, STR("severity"));
        json_write_text(&j, severity_name(f->severity));
        json_write_key(&j, STR("place"));
        json_write_text(&j, f->place);
        json_write_key(&j, STR("message"));
        json_write_text(&j, f->message);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
}

void validation_cell(struct rows *r, const struct validation *v, size_t statement)
{
    struct buf b = buf_make(1 << 20);
    validation_write_json(&b, v, statement);
    rows_json(r, buf_str(&b), STR(""));
    buf_free(&b);
}

static bool is_impossible(const struct validated *v)
{
    return v->severity == SEVERITY_CONTRADICTION && str_eq(v->rule, inspect_rule_name(INSPECT_IMPOSSIBLE));
}

bool validation_permit(struct cli *c, const struct validation *v, struct str despite, struct err *err)
{
    const struct validated *first = NULL;
    size_t told = 0, all = 0;
    for (size_t i = 0; i < v->len; i++) {
        const struct validated *f = &v->at[i];
        if (!is_impossible(f)) continue;
        all++;
        if (!first) first = f;
        if (despite.len || told == TOLD_MOST) continue;
        struct buf line = buf_make(LINE_MOST);
        put_where(&line, c, f);
        buf_put(&line, STR(": "));
        put_cell(&line, c, f);
        buf_put(&line, STR(": "));
        buf_put(&line, f->message);
        cli_note(c, "{1}", cli_shown(c->arena, buf_str(&line)));
        buf_free(&line);
        told++;
    }
    if (!first || despite.len) return true;
    return fail(err, ERR_FIGURES_IMPOSSIBLE, first->file, cli_number(c, all), first->place);
}
