/* SPDX-License-Identifier: Apache-2.0
 *
 * target_cells: see target_cells.h.
 */
#include "target_cells.h"

#include "asked.h"
#include "word_meaning.h"

#include "json_write.h"
#include "target_number.h"
#include "utf8.h"

bool cli_word_arguments(struct cli *c, size_t least, size_t most, struct err *err)
{
    struct str name = str_of(c->command->name);
    if (c->arg_count < least + 1) return fail(err, ERR_ARGUMENTS_FEW, name);
    if (c->arg_count > most + 1) return fail(err, ERR_ARGUMENTS_MANY, name, cli_shown(c->arena, c->args[most + 1]));
    return true;
}

struct str cli_code(struct cli *c, size_t argument)
{
    return argument < c->arg_count ? cli_shown(c->arena, c->args[argument]) : STR("");
}

bool programme_asked_read(struct programme_asked *out, struct cli *c, const struct target_rows *rows, bool status,
                          struct err *err)
{
    struct str *words = arena_array(c->arena, struct str, c->arg_count);
    struct wanted asked;
    size_t count = 0;
    *out = (struct programme_asked){.programme = STR(""), .unit = STR("")};
    for (size_t i = 1; i < c->arg_count; i++) {
        struct str word = cli_shown(c->arena, c->args[i]);
        if (status && !out->programme.len && programme_find(rows, word))
            out->programme = programme_find(rows, word)->code;
        else
            words[count++] = word;
    }
    /* A word that is neither place nor time was meant for a programme. */
    struct str unknown = out->programme;
    for (size_t i = 0; i < count && status; i++) {
        struct word_meaning m;
        struct formula_scope none = {0};
        if (!word_mean(&m, c->db, c->arena, &none, words[i], err)) return false;
        if (m.unit.len || m.is_period) continue;
        if (unknown.len) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), words[i]);
        unknown = words[i];
    }
    if (unknown.len && !out->programme.len) return fail(err, ERR_PROGRAMME_UNKNOWN, unknown);
    if (!asked_words(&asked, c, words, count, ASK_UNIT | (status ? ASK_PERIOD : 0), err)) return false;
    out->unit = asked.unit;
    return asked_period(&out->period, &asked, err);
}

void when_cell(struct rows *r, struct period p)
{
    struct buf b = buf_make(64), shown = buf_make(200);
    period_write(&b, p);
    period_write_vi(&shown, p);
    if (p.kind == PERIOD_NONE)
        rows_none(r);
    else
        rows_text_shown(r, buf_str(&b),
                        p.kind == PERIOD_YEARS || p.kind == PERIOD_YEAR ? buf_str(&b) : buf_str(&shown));
    buf_free(&b);
    buf_free(&shown);
}

void number_cell(struct rows *r, bool has, struct decimal d)
{
    if (has)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static const char *verdict_shown(enum target_verdict v)
{
    switch (v) {
    case TARGET_REACHED: return tr("đạt");
    case TARGET_MISSED: return tr("không đạt");
    case TARGET_UNDER_WAY: return tr("còn thời gian");
    case TARGET_UNCLEAR: return tr("không rõ");
    case TARGET_NO_FIGURE: return tr("thiếu số");
    case TARGET_NOT_JUDGED: return tr("chưa đánh giá");
    case TARGET_NOT_SET:
    case TARGET_VERDICTS: break;
    }
    return "";
}

void verdict_cell(struct cli *c, struct rows *r, const struct target_result *result)
{
    static const enum cell_style STYLES[] = {STYLE_GOOD, STYLE_BAD, STYLE_PLAIN, STYLE_DOUBT,
                                             STYLE_DIM,  STYLE_DIM, STYLE_PLAIN};
    _Static_assert(sizeof STYLES / sizeof *STYLES == TARGET_VERDICTS, "a style for each");
    struct buf b = buf_make(200);
    enum target_verdict v = result->verdict;
    if (v != TARGET_NOT_SET) buf_put(&b, tr_text(c->lang, verdict_shown(v)));
    if ((v == TARGET_REACHED || v == TARGET_MISSED) && result->number.estimate)
        buf_put(&b, tr_text(c->lang, tr(" (ước)")));
    rows_style(r, STYLES[v]);
    rows_text_shown(r, target_verdict_word(v), buf_str(&b));
    buf_free(&b);
}

void levels_cell(struct cli *c, struct rows *r, const struct target *t)
{
    struct buf json = buf_make(SIZE_MAX), shown = buf_make(4000);
    struct json_writer j = json_to(&json);
    const struct indicator *i = t->indicator.len ? indicator_find(t->indicator) : NULL;
    json_write_open(&j, '[');
    for (size_t k = 0; k < t->levels.len; k++) {
        const struct target_level *l = &t->levels.at[k];
        struct buf p = buf_make(64);
        period_write(&p, l->period);
        json_write_open(&j, '{');
        json_write_key(&j, STR("period"));
        json_write_text(&j, buf_str(&p));
        json_write_key(&j, STR("value"));
        l->has_value ? json_write_decimal(&j, l->value) : json_write_null(&j);
        if (l->has_max) {
            json_write_key(&j, STR("max"));
            json_write_decimal(&j, l->max);
        }
        json_write_close(&j, '}');
        if (k) buf_put(&shown, STR("; "));
        buf_put(&shown, buf_str(&p));
        buf_put(&shown, STR(": "));
        buf_put(&shown, target_wanted(c->arena, t, i, l));
        buf_free(&p);
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&json), buf_str(&shown));
    buf_free(&json);
    buf_free(&shown);
}

void cli_put_wrapped(struct cli *c, size_t indent, struct str words)
{
    size_t room = c->width > 0 ? (size_t)c->width : SIZE_MAX, used = indent;
    bool begun = false;
    buf_fill(c->out, ' ', indent);
    while (words.len) {
        struct str_cut cut = str_cut(words, STR(" "));
        size_t wide = utf8_length(cut.head);
        words = cut.tail;
        if (!cut.head.len) continue;
        if (begun && used + 1 + wide > room) {
            buf_char(c->out, '\n');
            buf_fill(c->out, ' ', indent + 2);
            used = indent + 2;
        } else if (begun) {
            buf_char(c->out, ' ');
            used++;
        }
        cli_put_words(c, cut.head);
        used += wide;
        begun = true;
    }
    buf_char(c->out, '\n');
}

void cli_put_sum(struct cli *c, const struct target_sum *s)
{
    struct buf ratio = buf_make(64);
    struct decimal d;
    const struct {
        size_t n;
        const char *text;
    } rest[] = {{s->by_estimate, tr("; {1} đạt theo ước")},          {s->missed, tr("; {1} không đạt")},
                {s->under_way, tr("; {1} chưa đạt, còn thời gian")}, {s->unclear, tr("; {1} không rõ vì làm tròn")},
                {s->no_figure, tr("; {1} chưa có số liệu")},         {s->not_judged, tr("; {1} chưa đánh giá")}};
    if (target_sum_ratio(&d, s)) number_write(&ratio, d, c->lang);
    cli_put(c, tr("đạt {1}/{2} chỉ tiêu ({3} %)"), cli_number(c, s->reached), cli_number(c, s->of), buf_str(&ratio));
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (rest[i].n) cli_put(c, rest[i].text, cli_number(c, rest[i].n));
    buf_free(&ratio);
}
