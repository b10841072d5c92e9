/* SPDX-License-Identifier: Apache-2.0
 *
 * like_formula: last year's value, by its formula, of a unit that was made anew: every figure that the formula needs
 * is found for the new ground by itself (like_base), and the formula is reckoned with these. So the revenue per head of
 * a new ward is the revenue of its ground over the people of its ground, though heads of revenue cannot be added up.
 *
 * The figures that were found stand in a small cube beside what the unit itself reported for that time, and the
 * formula is asked of that cube. A stock that nobody has for just that time is looked for in the twelve months before
 * it, as for any unit (reckon.h). Plans of old units say nothing of a new one; what of last year compares with the year
 * before that would need the ground of two years.
 */
#include "buf.h"
#include "like_private.h"
#include "reckon.h"

enum { WORDS_MOST = 8000 };

struct trial {
    const struct like_family *family;
    const struct cube *cube;
    const struct formula_book *book;
    struct arena *arena;
    const struct question *before;
    struct like *out;
    struct {
        VEC_FIELDS(struct str);
    } codes; /* of the formula and of those in it, each once */
    struct {
        VEC_FIELDS(struct cube_figure);
    } figures;
    struct buf note, why; /* how each part was found; what stands in the way */
    bool estimated, found;
};

static void want(struct trial *t, struct str code)
{
    for (size_t i = 0; i < t->codes.len; i++)
        if (str_eq(t->codes.at[i], code)) return;
    *vec_push(t->arena, &t->codes) = code;
}

static void put_words(struct buf *b, struct str code, struct str words)
{
    if (b->len) buf_put(b, STR("; "));
    buf_put(b, code);
    buf_put(b, STR(": "));
    buf_put(b, words);
}

/* All that the unit itself said of an indicator. */
static void take_own(struct trial *t, struct str code)
{
    struct cube_cell cell = cube_cell_find(t->cube, t->before->unit, code);
    for (uint32_t row = cell.first; row < cell.end; row++) *vec_push(t->arena, &t->figures) = *cube_row(t->cube, row);
}

static void take_made(struct trial *t, const struct question *q, const struct like *l)
{
    bool estimate = false;
    for (size_t i = 0; i < l->parts.len; i++) {
        estimate |= l->parts.at[i].figure->figure.key.aspect == ASPECT_ESTIMATE;
        *vec_push(t->arena, &t->out->parts) = l->parts.at[i];
    }
    struct figure f = {.key = {.indicator = q->indicator->code,
                               .unit = q->unit,
                               .period = q->period,
                               .kind = KIND_LEVEL,
                               .aspect = estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL,
                               .layer = STR("")},
                       .value = l->value.value,
                       .bound = l->value.bound,
                       .measure = l->value.measure,
                       .document = STR(""),
                       .quote = STR(""),
                       .by = STR("")};
    *vec_push(t->arena, &t->figures) = (struct cube_figure){0, f};
    put_words(&t->note, q->indicator->code, l->note);
    t->estimated |= l->rule == LIKE_ESTIMATED;
    t->found = true;
}

/* The last time in the twelve months before for which a stock is known of the ground; false: there is none. */
static bool find_stock(struct like *l, struct question *q, const struct trial *t)
{
    struct date first = date_add_days(t->before->period.to, -365);
    struct question best = *q;
    bool any = false;
    for (size_t u = 0; u < like_unit_count(t->family); u++) {
        struct cube_cell cell = cube_cell_find(t->cube, like_unit(t->family, u), q->indicator->code);
        for (uint32_t row = cell.first; row < cell.end; row++) {
            const struct figure_key *k = &cube_row(t->cube, row)->figure.key;
            if (k->aspect == ASPECT_PLAN || k->kind != KIND_LEVEL || date_cmp(k->period.to, t->before->period.to) > 0 ||
                date_cmp(k->period.to, any ? date_add_days(best.period.to, 1) : first) < 0)
                continue;
            struct question tried = {q->unit, q->indicator, k->period};
            struct like found = like_base(t->family, t->cube, t->arena, &tried);
            if (found.rule != LIKE_RECOMPUTED && found.rule != LIKE_ESTIMATED) continue;
            any = true;
            best = tried;
            *l = found;
        }
    }
    *q = best;
    return any;
}

static bool take_operand(struct trial *t, const struct formula_node *n)
{
    const struct indicator *i = formula_indicator(t->book, n->code);
    if (!i) return false;
    if (n->role != ROLE_VALUE) {
        put_words(&t->why, i->code,
                  n->role == ROLE_PLAN ? STR("kế hoạch của các đơn vị cũ không chia được cho địa bàn mới")
                                       : STR("công thức cần cả số của năm trước đó"));
        return false;
    }
    struct question q = {t->before->unit, i, t->before->period};
    struct like l = like_base(t->family, t->cube, t->arena, &q);
    if (l.rule == LIKE_SAME) {
        take_own(t, i->code);
        return true;
    }
    if (l.rule == LIKE_NOT && formula_rule_for(t->book, i->code, q.period, like_kind(t->family))) {
        want(t, i->code);
        return true;
    }
    if (l.rule == LIKE_NOT && (i->time != TIME_STOCK || !find_stock(&l, &q, t))) {
        put_words(&t->why, i->code, l.note);
        return false;
    }
    take_made(t, &q, &l);
    return true;
}

/* Every operand of the formulas that are wanted, also those that come up meanwhile. All are looked at, so that all that
 * stands in the way is told. */
static bool take_operands(struct trial *t)
{
    bool good = true;
    for (size_t k = 0; k < t->codes.len && k < RECKON_MOST; k++) {
        const struct formula_rule *rule = formula_rule_for(t->book, t->codes.at[k], t->before->period,
                                                           like_kind(t->family));
        for (size_t i = 0; rule && i < rule->formula.len; i++) {
            const struct formula_node *n = &rule->formula.at[i];
            bool again = false;
            for (size_t j = 0; j < i && !again; j++)
                again = rule->formula.at[j].op == FORMULA_OPERAND && str_eq(rule->formula.at[j].code, n->code) &&
                        rule->formula.at[j].role == n->role;
            if (n->op == FORMULA_OPERAND && !again) good = take_operand(t, n) && good;
        }
    }
    return good;
}

static void finish(struct trial *t, bool good)
{
    struct like *out = t->out;
    struct figure_source from = {.cube = cube_make(t->arena, t->figures.at, t->figures.len),
                                 .unit = t->before->unit,
                                 .kind = like_kind(t->family)};
    const struct reckoned *r = good ? reckon(t->arena, t->book, &from, t->before->indicator->code, t->before->period)
                                    : NULL;
    if (r && r->value.known) {
        struct buf b = buf_make(WORDS_MOST);
        buf_put(&b, STR("tính theo "));
        buf_put(&b, r->rule->formula.text);
        buf_put(&b, STR(" trên địa bàn mới ("));
        buf_put(&b, buf_str(&t->note));
        buf_char(&b, ')');
        out->rule = t->estimated ? LIKE_ESTIMATED : LIKE_RECOMPUTED;
        out->value = r->value;
        if (t->estimated && out->value.bound == BOUND_EXACT) out->value.bound = BOUND_ABOUT;
        out->reckoned = r;
        out->note = str_copy(t->arena, buf_str(&b));
        buf_free(&b);
        return;
    }
    if (r) put_words(&t->why, t->before->indicator->code, formula_why_reason(r->result.why));
    *out = (struct like){.rule = LIKE_NOT, .note = str_copy(t->arena, buf_str(&t->why))};
}

struct measured like_full(const struct like *l)
{
    struct measured m = l->value;
    if (l->reckoned) m.value = reckoned_full(l->reckoned).value;
    return m;
}

bool like_by_formula(struct like *out, const struct like_family *f, const struct cube *c,
                     const struct formula_book *book, struct arena *a, const struct question *before)
{
    struct like found = {.rule = LIKE_NOT, .note = STR("")};
    struct trial t = {.family = f,
                      .cube = c,
                      .book = book,
                      .arena = a,
                      .before = before,
                      .out = &found,
                      .note = buf_make(WORDS_MOST),
                      .why = buf_make(WORDS_MOST)};
    if (!book || !like_changed(f) || !formula_rule_for(book, before->indicator->code, before->period, like_kind(f)))
        return false;
    want(&t, before->indicator->code);
    finish(&t, take_operands(&t));
    buf_free(&t.note);
    buf_free(&t.why);
    *out = found;
    return true;
}
