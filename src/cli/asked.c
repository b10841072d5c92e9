/* SPDX-License-Identifier: Apache-2.0
 *
 * asked: see asked.h. Three kinds of things, one row each; whatever is done with a kind is done by its row.
 */
#include "asked.h"

#include "buf.h"
#include "period_parts.h"
#include "word_meaning.h"

#include <string.h>

enum asked_kind { KIND_OF_INDICATOR, KIND_OF_UNIT, KIND_OF_PERIOD, ASKED_KINDS };

static const struct {
    unsigned asks, needs;
    const char *option, *of_scope; /* of_scope: another name of it where a command asks for a scope */
    const char *name;
} KINDS[ASKED_KINDS] = {
    {ASK_INDICATOR | ASK_INDICATORS, NEED_INDICATOR, "indicator", NULL, tr("chỉ tiêu")},
    {ASK_UNIT | ASK_SCOPE, NEED_UNIT, "unit", "under", tr("nơi")},
    {ASK_PERIOD | ASK_PERIODS, NEED_PERIOD, "period", NULL, tr("kỳ")},
};

struct asking {
    struct wanted *out;
    struct cli *cli;
    unsigned what;
    struct str named[ASKED_KINDS]; /* the first word or option of a kind; "": none yet */
};

static struct str command_name(const struct asking *k)
{
    return str_of(k->cli->command->name);
}

static struct str name_of_kind(const struct asking *k, enum asked_kind kind)
{
    return tr_text(k->cli->lang, KINDS[kind].name);
}

static bool has_option(const struct cli *c, const char *name)
{
    for (size_t i = 0; i < c->value_count; i++)
        if (strcmp(c->values[i].spec->name, name) == 0) return true;
    return false;
}

/* --- what is named */

static bool add_indicator(struct asking *k, struct str text, struct err *err)
{
    struct arena *a = k->cli->arena;
    const struct formula_scope *scope = &k->out->formulas.book.scope;
    const struct indicator *i = indicator_said(a, scope, text);
    struct str near = i ? STR("") : indicator_near(a, scope, text);
    if (!i) return near.len ? fail(err, ERR_INDICATOR_NEAR, text, near) : fail(err, ERR_INDICATOR_UNKNOWN, text);
    for (size_t n = 0; n < k->out->indicators.len; n++)
        if (k->out->indicators.at[n] == i) return true;
    if (k->out->indicators.len && !(k->what & ASK_INDICATORS))
        return fail(err, ERR_ASKED_TWICE, command_name(k), name_of_kind(k, KIND_OF_INDICATOR),
                    k->named[KIND_OF_INDICATOR], text);
    *vec_push(a, &k->out->indicators) = i;
    k->out->indicator = k->out->indicators.at[0];
    return true;
}

/* One, or several with commas; a name may have a comma itself. */
static bool add_indicators(struct asking *k, struct str text, struct err *err)
{
    bool one = indicator_said(k->cli->arena, &k->out->formulas.book.scope, text) || !(k->what & ASK_INDICATORS);
    if (one || !str_has(text, STR(","))) return add_indicator(k, text, err);
    while (text.len) {
        struct str_cut cut = str_cut(text, STR(","));
        struct str word = str_trim(cut.head);
        if (word.len && !add_indicator(k, word, err)) return false;
        text = cut.tail;
    }
    return true;
}

static void join_period(struct asking *k, struct str text)
{
    struct buf b = buf_make(4000);
    buf_put(&b, k->out->period);
    if (b.len) buf_char(&b, ',');
    buf_put(&b, text);
    k->out->period = str_copy(k->cli->arena, buf_str(&b));
    buf_free(&b);
}

static bool add(struct asking *k, enum asked_kind kind, struct str text, struct err *err)
{
    bool several = kind == KIND_OF_INDICATOR || (kind == KIND_OF_PERIOD && (k->what & ASK_PERIODS));
    if (k->named[kind].len && !several) {
        if (str_eq(k->named[kind], text)) return true;
        return fail(err, ERR_ASKED_TWICE, command_name(k), name_of_kind(k, kind), k->named[kind], text);
    }
    if (kind == KIND_OF_INDICATOR && !add_indicators(k, text, err)) return false;
    if (kind == KIND_OF_UNIT) k->out->unit = text;
    if (kind == KIND_OF_PERIOD) join_period(k, text);
    if (!k->named[kind].len) k->named[kind] = text;
    return true;
}

/* --- words */

/* "chỉ tiêu C01 (Thu ngân sách ...)", "nơi phường Sài Gòn", "kỳ 2025" */
static struct str reading(const struct asking *k, enum asked_kind kind, const struct word_meaning *m, struct str typed)
{
    struct buf b = buf_make(1000);
    buf_put(&b, name_of_kind(k, kind));
    buf_char(&b, ' ');
    if (kind == KIND_OF_INDICATOR) {
        buf_put(&b, m->indicator->code);
        buf_put(&b, STR(" ("));
        buf_put(&b, m->indicator->name);
        buf_char(&b, ')');
    } else {
        buf_put(&b, kind == KIND_OF_UNIT ? m->unit : typed);
    }
    struct str s = str_copy(k->cli->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool is_period_list(struct str typed)
{
    struct period p;
    while (typed.len) {
        struct str_cut cut = str_cut(typed, STR(","));
        if (!period_read(&p, str_trim(cut.head)) || p.kind == PERIOD_NONE) return false;
        typed = cut.tail;
    }
    return true;
}

/* A word that means nothing known is what the command still needs, else the one thing that it asks about (a time is
 * always known by its form). */
static bool add_unknown(struct asking *k, struct str typed, struct err *err)
{
    int open = -1, count = 0;
    for (int kind = 0; kind < ASKED_KINDS; kind++) {
        if (k->named[kind].len) continue;
        bool preferred = kind == KIND_OF_INDICATOR && (k->what & PREFER_INDICATOR);
        if (preferred || (k->what & KINDS[kind].needs)) return add(k, (enum asked_kind)kind, typed, err);
        if (kind == KIND_OF_PERIOD || !(k->what & KINDS[kind].asks)) continue;
        open = kind;
        count++;
    }
    if (count == 1) return add(k, (enum asked_kind)open, typed, err);
    if (k->what & ASK_INDICATORS) return add(k, KIND_OF_INDICATOR, typed, err);
    return fail(err, ERR_ASKED_NONE, typed, command_name(k));
}

static bool read_word(struct asking *k, struct str typed, struct err *err)
{
    struct word_meaning m;
    if (!word_mean(&m, k->cli->db, k->cli->arena, &k->out->formulas.book.scope, typed, err)) return false;
    if (k->what & ASK_PERIODS) m.is_period = is_period_list(typed);
    const bool means[ASKED_KINDS] = {m.indicator != NULL, m.unit.len > 0, m.is_period};
    int found = -1, other = -1;
    for (int i = 0; i < ASKED_KINDS; i++) {
        if (!means[i]) continue;
        if (!(k->what & KINDS[i].asks))
            other = i;
        else if (found < 0)
            found = i;
        else
            return fail(err, ERR_ASKED_BOTH, typed, reading(k, (enum asked_kind)found, &m, typed),
                        reading(k, (enum asked_kind)i, &m, typed));
    }
    if (found >= 0) return add(k, (enum asked_kind)found, typed, err);
    if (other >= 0)
        return fail(err, ERR_ASKED_OTHER, typed, reading(k, (enum asked_kind)other, &m, typed), command_name(k),
                    name_of_kind(k, (enum asked_kind)other));
    return add_unknown(k, typed, err);
}

/* --- */

static bool read_option(struct asking *k, enum asked_kind kind, const char *option, struct err *err)
{
    struct str text = has_option(k->cli, option) ? cli_text(k->cli, option) : STR("");
    return !text.len || add(k, kind, text, err);
}

static bool read_options(struct asking *k, struct err *err)
{
    for (int i = 0; i < ASKED_KINDS; i++) {
        if (!(k->what & KINDS[i].asks)) continue;
        if (!read_option(k, (enum asked_kind)i, KINDS[i].option, err)) return false;
        bool scope = KINDS[i].of_scope && (k->what & ASK_SCOPE);
        if (scope && !read_option(k, (enum asked_kind)i, KINDS[i].of_scope, err)) return false;
    }
    return true;
}

bool asked_read(struct wanted *out, struct cli *c, size_t first, unsigned what, struct err *err)
{
    size_t count = c->arg_count > first ? c->arg_count - first : 0;
    return asked_words(out, c, c->args + (count ? first : 0), count, what, err);
}

bool asked_words(struct wanted *out, struct cli *c, const struct str *words, size_t count, unsigned what,
                 struct err *err)
{
    struct asking k = {.out = out, .cli = c, .what = what};
    *out = (struct wanted){.unit = STR(""), .period = STR("")};
    if (!formulas_load(&out->formulas, c->db, c->arena, err) || !read_options(&k, err)) return false;
    for (size_t i = 0; i < count; i++)
        if (!read_word(&k, words[i], err)) return false;
    if ((what & NEED_INDICATOR) && !out->indicator)
        return fail(err, ERR_ASKED_MISSING, command_name(&k), name_of_kind(&k, KIND_OF_INDICATOR), STR("--indicator"));
    if ((what & NEED_UNIT) && !out->unit.len)
        return fail(err, ERR_ASKED_MISSING, command_name(&k), name_of_kind(&k, KIND_OF_UNIT), STR("--unit"));
    if ((what & NEED_PERIOD) && !out->period.len) return fail(err, ERR_PERIOD_NEEDED, command_name(&k));
    return true;
}

bool asked_period(struct period *out, const struct wanted *a, struct err *err)
{
    *out = (struct period){0};
    if (!a->period.len) return true;
    if (period_read(out, a->period) && out->kind != PERIOD_NONE) return true;
    return fail(err, ERR_PERIOD_UNKNOWN, a->period);
}

static struct str shown_period(struct cli *c, struct period p)
{
    struct buf b = buf_make(200);
    if (c->lang == LANG_VI)
        period_write_vi(&b, p);
    else
        period_write(&b, p);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void asked_parts(struct cli *c, struct str parts, const struct kept_unit *unit, struct period period)
{
    struct buf b = buf_make(200);
    period_write(&b, period);
    if (parts.len)
        cli_note(c,
                 tr("có số của các kỳ con, chưa có số của cả {1}: {2}; cộng dồn và dự báo: «dieuhanh forecast MÃ {3} "
                    "{4}»"),
                 shown_period(c, period), parts, unit->code, str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

bool asked_nothing(struct cli *c, const struct cube *cube, const struct kept_unit *unit, struct period period,
                   struct err *err)
{
    struct period latest = stand_latest(cube, c->arena, unit->code);
    if (latest.kind == PERIOD_NONE) return fail(err, ERR_NO_FIGURES, unit->name);
    asked_parts(c, parts_words(c->arena, cube, unit->code, period), unit, period);
    return fail(err, ERR_NO_FIGURES_THEN, unit->name, shown_period(c, period), shown_period(c, latest));
}
