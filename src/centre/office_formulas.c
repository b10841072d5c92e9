/* SPDX-License-Identifier: Apache-2.0
 *
 * office_formulas: see office_formulas.h. A formula that was right when it was added and is not any more (another
 * program, another catalogue) does not stop the others: it is kept as broken, with why.
 *
 * A code that the catalogue does not have becomes an indicator of the office: name, unit and direction are those of its
 * first formula in use, the unit in which it is kept has money in đồng, and its time behaviour is what the formula
 * gives. An indicator that the office declared (office_indicators.h) is as it was declared.
 */
#include "office_formulas.h"

#include "buf.h"

static const uint32_t EVERY_TIME = EVERY_DAY | EVERY_WEEK | EVERY_MONTH | EVERY_QUARTER | EVERY_HALF | EVERY_YEAR;

static enum direction direction_of(struct str better)
{
    if (str_eq(better, STR("up"))) return DIRECTION_UP;
    return str_eq(better, STR("down")) ? DIRECTION_DOWN : DIRECTION_NONE;
}

static struct indicator indicator_of(struct arena *a, struct str code, struct str name, struct str measure,
                                     struct str better, struct str source)
{
    struct buf b = buf_make(1000);
    measure_canonical_write(&b, measure);
    struct indicator i = {
        .code = code,
        .name = name,
        .unit = measure,
        .canonical_unit = str_copy(a, buf_str(&b)),
        .time = TIME_RATE,
        .direction = direction_of(better),
        .aggregation = AGGREGATE_NONE,
        .periods = EVERY_TIME,
        .citation = source,
        .base_kind = KIND_LEVEL,
    };
    buf_free(&b);
    return i;
}

static struct indicator *own_indicator(struct indicator *own, size_t len, struct str code)
{
    for (size_t i = 0; i < len; i++)
        if (str_eq(own[i].code, code)) return &own[i];
    return NULL;
}

static struct formula_row row_of(const struct kept_formula *k)
{
    return (struct formula_row){k->code, k->expression, 0, k->from, k->to, k->decimals, k->source};
}

/* The indicators that own formulas make, into own[]; how many. */
static size_t make_indicators(struct indicator *own, struct arena *a, const struct kept_formulas *kept)
{
    size_t len = 0;
    for (size_t i = 0; i < kept->len; i++) {
        const struct kept_formula *k = &kept->at[i];
        if (k->removed || !k->name.len || indicator_find(k->code) || own_indicator(own, len, k->code)) continue;
        own[len++] = indicator_of(a, k->code, k->name, k->measure, k->better, k->source);
    }
    return len;
}

static void add_rule(struct formula_book *b, struct arena *a, const struct formula_row *row, uint32_t id,
                     struct indicator *own)
{
    struct formula_rule *r = &b->at[b->len++];
    struct err why = {0};
    bool good = formula_rule_make(r, a, row, &b->scope, &why);
    r->own = id;
    r->broken = !good;
    r->why = why;
    struct indicator *i = indicator_find(row->code) ? NULL : own_indicator(own, b->scope.own.len, row->code);
    if (good && i) i->time = r->type.time;
}

bool formulas_load(struct office_formulas *out, struct db *db, struct arena *a, struct err *err)
{
    struct formula_rows table = formula_table();
    *out = (struct office_formulas){0};
    if (db && !formula_list(&out->kept, db, a, err)) return false;
    struct indicators declared = indicator_own();
    struct indicator *own = arena_array(a, struct indicator, out->kept.len + declared.len);
    size_t made = make_indicators(own, a, &out->kept);
    for (size_t i = 0; i < declared.len; i++) own[made + i] = declared.at[i];
    out->book = (struct formula_book){
        .scope = {indicator_table(), {own, made + declared.len}},
        .at = arena_array(a, struct formula_rule, out->kept.len + table.len),
    };
    for (size_t i = 0; i < out->kept.len; i++) {
        struct formula_row row = row_of(&out->kept.at[i]);
        if (!out->kept.at[i].removed) add_rule(&out->book, a, &row, out->kept.at[i].id, own);
    }
    for (size_t i = 0; i < table.len; i++) add_rule(&out->book, a, &table.at[i], 0, own);
    return true;
}

/* --- adding */

static bool code_fits(struct str code)
{
    bool digit = false;
    if (!code.len || code.len > 40 || code.ptr[0] < 'A' || code.ptr[0] > 'Z') return false;
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && c != '_') return false;
        digit |= is_digit;
    }
    return digit;
}

static bool meet(const struct formula_row *a, const struct formula_wish *w)
{
    bool before = date_known(a->to) && date_known(w->from) && date_cmp(a->to, w->from) < 0;
    bool after = date_known(w->to) && date_known(a->from) && date_cmp(w->to, a->from) < 0;
    return !before && !after;
}

static bool fail_days(const struct formula_wish *w, struct err *err)
{
    struct buf from = buf_make(16), to = buf_make(16);
    date_write(&from, w->from);
    date_write(&to, w->to);
    fail(err, ERR_FORMULA_DAYS, buf_str(&from), buf_str(&to));
    buf_free(&from);
    buf_free(&to);
    return false;
}

static bool judge(const struct office_formulas *f, const struct formula_wish *w, struct err *err)
{
    struct buf b = buf_make(40), most = buf_make(40);
    buf_u64(&b, w->decimals);
    buf_u64(&most, FORMULA_DECIMALS);
    bool fits = w->decimals <= FORMULA_DECIMALS || fail(err, ERR_FORMULA_DECIMALS, buf_str(&b), buf_str(&most));
    buf_free(&b);
    buf_free(&most);
    if (!fits) return false;
    if (!code_fits(w->code)) return fail(err, ERR_FORMULA_CODE_FORM, w->code);
    if (date_known(w->from) && date_known(w->to) && date_cmp(w->from, w->to) > 0) return fail_days(w, err);
    for (size_t i = 0; i < f->book.len; i++) {
        const struct formula_rule *r = &f->book.at[i];
        if (r->own && str_eq(r->row.code, w->code) && meet(&r->row, w))
            return fail(err, ERR_FORMULA_EXISTS, w->code, r->row.expression);
    }
    return true;
}

/* A code that is there is not made anew; one that is not there needs a name and a unit. */
static bool judge_code(const struct indicator *known, const struct formula_wish *w, struct err *err)
{
    if (!known) return (w->name.len && w->measure.len) || fail(err, ERR_FORMULA_NEW, w->code);
    bool same = !w->measure.len || str_eq(w->measure, known->unit) || str_eq(w->measure, known->canonical_unit);
    return same || fail(err, ERR_FORMULA_MEASURE_OTHER, w->code, known->unit, w->measure);
}

bool formula_try(struct formula_rule *out, const struct office_formulas *f, struct arena *a,
                 const struct formula_wish *w, struct err *err)
{
    struct formula_book with = f->book;
    struct formula_row row = {w->code, w->expression, 0, w->from, w->to, (int)w->decimals, w->source};
    struct str path;
    if (!judge(f, w, err)) return false;
    const struct indicator *known = formula_indicator(&f->book, w->code);
    if (!judge_code(known, w, err)) return false;
    if (!known) {
        struct indicators own = with.scope.own;
        struct indicator *more = arena_array(a, struct indicator, own.len + 1);
        for (size_t i = 0; i < own.len; i++) more[i] = own.at[i];
        more[own.len] = indicator_of(a, w->code, w->name, w->measure, w->better, w->source);
        with.scope.own = (struct indicators){more, own.len + 1};
    }
    if (!formula_rule_make(out, a, &row, &with.scope, err)) return false;
    with.at = arena_array(a, struct formula_rule, f->book.len + 1);
    with.at[0] = *out;
    with.len = f->book.len + 1;
    for (size_t i = 0; i < f->book.len; i++) with.at[i + 1] = f->book.at[i];
    return !formula_cycle(&path, a, &with) || fail(err, ERR_FORMULA_CYCLE, path);
}

static bool add_inside(struct formula_rule *out, struct db *db, struct arena *a, const struct author *author,
                       const struct formula_wish *w, struct err *err)
{
    struct office_formulas f;
    uint32_t id;
    if (!formulas_load(&f, db, a, err) || !formula_try(out, &f, a, w, err)) return false;
    struct new_formula n = {
        .code = w->code,
        .expression = out->formula.text,
        .from = w->from,
        .to = w->to,
        .decimals = (int)w->decimals,
        .name = out->indicator->name,
        .measure = out->indicator->unit,
        .better = w->better,
        .source = w->source,
    };
    if (indicator_find(w->code)) n.name = n.measure = n.better = STR("");
    if (!change_formula(&id, db, a, author, &n, err)) return false;
    out->own = id;
    return true;
}

bool formula_add(struct formula_rule *out, struct db *db, struct arena *a, const struct author *author,
                 const struct formula_wish *w, struct err *err)
{
    if (!w->source.len) return fail(err, ERR_FORMULA_SOURCE);
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, add_inside(out, db, a, author, w, err), err);
}

/* --- removing */

static bool uses(const struct formula_rule *r, struct str code)
{
    for (size_t i = 0; i < r->formula.len; i++)
        if (r->formula.at[i].op == FORMULA_OPERAND && str_eq(r->formula.at[i].code, code)) return true;
    return false;
}

/* An indicator that only its formulas make is gone with the last of them: nothing may need it then. */
static bool judge_removal(const struct office_formulas *f, struct str code, size_t going, struct err *err)
{
    size_t there = 0;
    for (size_t i = 0; i < f->book.len; i++) there += f->book.at[i].own && str_eq(f->book.at[i].row.code, code);
    if (indicator_find(code) || there > going) return true;
    for (size_t i = 0; i < f->book.len; i++)
        if (!str_eq(f->book.at[i].row.code, code) && uses(&f->book.at[i], code))
            return fail(err, ERR_FORMULA_USED, code, f->book.at[i].row.code);
    return true;
}

static bool remove_inside(size_t *count, struct db *db, struct arena *a, const struct author *author, struct str code,
                          struct date from, struct str reason, struct err *err)
{
    struct office_formulas f;
    bool built_in = false;
    *count = 0;
    if (!formulas_load(&f, db, a, err)) return false;
    uint32_t *ids = arena_array(a, uint32_t, f.book.len);
    for (size_t i = 0; i < f.book.len; i++) {
        const struct formula_rule *r = &f.book.at[i];
        if (!str_eq(r->row.code, code)) continue;
        built_in |= !r->own;
        if (r->own && (!date_known(from) || date_cmp(r->row.from, from) == 0)) ids[(*count)++] = r->own;
    }
    if (!*count) return fail(err, built_in ? ERR_FORMULA_BUILT_IN : ERR_FORMULA_NONE, code);
    return judge_removal(&f, code, *count, err) && change_formula_remove(db, a, author, ids, *count, reason, err);
}

bool formula_remove(size_t *count, struct db *db, struct arena *a, const struct author *author, struct str code,
                    struct date from, struct str reason, struct err *err)
{
    if (!reason.len) return fail(err, ERR_FORMULA_REASON);
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, remove_inside(count, db, a, author, code, from, reason, err), err);
}
