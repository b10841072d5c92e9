/* SPDX-License-Identifier: Apache-2.0
 *
 * office_indicators: see office_indicators.h. The unit in which figures are kept follows from the one that is shown:
 * money is kept in đồng (measure_canonical_write).
 */
#include "office_indicators.h"

#include "buf.h"
#include "dimension.h"
#include "indicator.h"
#include "map.h"
#include "utf8.h"

enum { CODE_MOST = 40 };

static const uint32_t EVERY_TIME = EVERY_DAY | EVERY_WEEK | EVERY_MONTH | EVERY_QUARTER | EVERY_HALF | EVERY_YEAR;

static void use(const struct kept_indicator *k)
{
    struct buf b = buf_make(SIZE_MAX);
    measure_canonical_write(&b, k->measure);
    struct indicator i = {
        .code = k->code,
        .name = k->name,
        .unit = k->measure,
        .canonical_unit = buf_str(&b),
        .time = str_eq(k->time, STR("flow"))    ? TIME_FLOW
                : str_eq(k->time, STR("stock")) ? TIME_STOCK
                                                : TIME_RATE,
        .direction = str_eq(k->better, STR("up"))     ? DIRECTION_UP
                     : str_eq(k->better, STR("down")) ? DIRECTION_DOWN
                                                      : DIRECTION_NONE,
        .aggregation = k->added ? AGGREGATE_SUM : AGGREGATE_NONE,
        .periods = EVERY_TIME,
        .citation = k->source,
        .base = STR(""),
        .base_kind = KIND_LEVEL,
    };
    indicator_own_put(&i);
    buf_free(&b);
}

bool office_indicators_use(struct db *db, struct err *err)
{
    struct arena *scratch = arena_make(SIZE_MAX);
    struct kept_indicators all;
    bool ok = indicator_list(&all, db, scratch, err);
    for (size_t i = 0; ok && i < all.len; i++) use(&all.at[i]);
    arena_close(scratch);
    return ok;
}

/* --- judging */

bool indicator_code_fits(struct str code)
{
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        bool other = (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (!letter && !(other && i > 0)) return false;
    }
    return code.len > 0 && code.len <= CODE_MOST;
}

static bool is_one_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (str_eq(word, str_of(*words))) return true;
    return false;
}

static bool judge_words(struct kept_indicator *k, const struct indicator_wish *w, struct err *err)
{
    static const char *const TIMES[] = {"flow", "stock", "rate", NULL}, *const BETTER[] = {"", "up", "down", NULL},
                             *const YES_NO[] = {"", "yes", "no", NULL};
    struct str time = w->time.len ? w->time : STR("rate");
    if (!indicator_code_fits(w->code)) return fail(err, ERR_INDICATOR_CODE, w->code);
    if (!w->name.len) return fail(err, ERR_INDICATOR_LACKS, w->code, STR("name"));
    if (!w->measure.len) return fail(err, ERR_INDICATOR_LACKS, w->code, STR("measure"));
    if (!is_one_of(time, TIMES)) return fail(err, ERR_INDICATOR_WORD, w->code, time, STR("flow, stock, rate"));
    if (!is_one_of(w->better, BETTER)) return fail(err, ERR_INDICATOR_WORD, w->code, w->better, STR("up, down"));
    if (!is_one_of(w->added, YES_NO)) return fail(err, ERR_INDICATOR_WORD, w->code, w->added, STR("yes, no"));
    bool added = str_eq(w->added, STR("yes"));
    if (added && str_eq(time, STR("rate"))) return fail(err, ERR_INDICATOR_RATE_ADDED, w->code);
    *k = (struct kept_indicator){.code = w->code,
                                 .name = w->name,
                                 .measure = w->measure,
                                 .time = time,
                                 .better = w->better,
                                 .added = added,
                                 .source = w->source};
    return true;
}

struct judging {
    struct db *db;
    struct arena *arena;
    struct kept_indicators kept;
    struct kept_formulas formulas;
    struct map place_of, seen;
    struct err *err;
};

static bool is_taken(const struct judging *j, struct str code)
{
    for (size_t i = 0; i < j->formulas.len; i++)
        if (!j->formulas.at[i].removed && j->formulas.at[i].name.len && str_eq(j->formulas.at[i].code, code))
            return true;
    return false;
}

static bool judge(struct indicator_declared *out, struct judging *j, const struct indicator_wish *w)
{
    const struct indicator *known = indicator_typed(w->code);
    if (!judge_words(&out->is, w, j->err)) return false;
    if (known && known->own) out->is.code = known->code; /* capitals alone do not make another code */
    const uint32_t *place = map_find(&j->place_of, out->is.code);
    struct str folded = utf8_lower(j->arena, w->code);
    if (map_find(&j->seen, folded)) return fail(j->err, ERR_INDICATOR_TWICE, w->code);
    map_put(&j->seen, j->arena, folded, 1);
    out->outcome = INDICATOR_SAME;
    /* The list of indicators of a data package has those of the catalogue as well. */
    if (!place && known && str_eq(known->name, w->name)) return true;
    if (!place && known) return fail(j->err, ERR_INDICATOR_BUILT_IN, w->code, known->name);
    if (!place && is_taken(j, w->code)) return fail(j->err, ERR_INDICATOR_FORMULA, w->code);
    out->outcome = INDICATOR_NEW;
    if (!place) return true;
    const struct kept_indicator *k = &j->kept.at[*place];
    if (!str_eq(k->measure, out->is.measure))
        return fail(j->err, ERR_INDICATOR_OTHER, w->code, k->measure, out->is.measure);
    if (!str_eq(k->time, out->is.time)) return fail(j->err, ERR_INDICATOR_OTHER, w->code, k->time, out->is.time);
    bool same = str_eq(k->name, out->is.name) && str_eq(k->better, out->is.better) && k->added == out->is.added &&
                str_eq(k->source, out->is.source);
    out->outcome = same ? INDICATOR_SAME : INDICATOR_CHANGED;
    return true;
}

static bool declare_inside(struct indicators_declared *out, struct db *db, struct arena *a, const struct author *author,
                           const struct indicator_wish *wishes, size_t count, bool dry, struct err *err)
{
    struct judging j = {.db = db, .arena = a, .err = err};
    struct kept_indicator *changed = arena_array(a, struct kept_indicator, count);
    size_t n = 0;
    *out = (struct indicators_declared){0};
    if (!indicator_list(&j.kept, db, a, err) || !formula_list(&j.formulas, db, a, err)) return false;
    for (size_t i = 0; i < j.kept.len; i++) map_put(&j.place_of, a, j.kept.at[i].code, (uint32_t)i);
    for (size_t i = 0; i < count; i++) {
        struct indicator_declared d;
        if (!judge(&d, &j, &wishes[i])) {
            err->line = wishes[i].line;
            return false;
        }
        *vec_push(a, out) = d;
        if (d.outcome != INDICATOR_SAME) changed[n++] = d.is;
    }
    return dry || !n || change_indicators(db, a, author, changed, n, err);
}

bool indicators_declare(struct indicators_declared *out, struct db *db, struct arena *a, const struct author *author,
                        const struct indicator_wish *wishes, size_t count, bool dry, struct err *err)
{
    if (!db_begin(db, dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    if (!db_finish(db, declare_inside(out, db, a, author, wishes, count, dry, err), err)) return false;
    return dry || office_indicators_use(db, err);
}

/* --- lists */

enum field { FIELD_CODE, FIELD_NAME, FIELD_MEASURE, FIELD_TIME, FIELD_BETTER, FIELD_ADDED, FIELD_SOURCE, FIELDS };

static const struct named_field LIST[FIELDS] = {
    [FIELD_CODE] = {STR_INIT("code"), STR_INIT("code|mã|mã chỉ tiêu|mã số|indicator"), true},
    [FIELD_NAME] = {STR_INIT("name"), STR_INIT("name|title|tên|tên chỉ tiêu|chỉ tiêu"), true},
    [FIELD_MEASURE] = {STR_INIT("measure"), STR_INIT("measure|unit|đơn vị tính|đvt|đơn vị"), false},
    [FIELD_TIME] = {STR_INIT("time"), STR_INIT("time|thời gian"), false},
    [FIELD_BETTER] = {STR_INIT("better"), STR_INIT("better|chiều tốt"), false},
    [FIELD_ADDED] = {STR_INIT("added"), STR_INIT("added|cộng dồn"), false},
    [FIELD_SOURCE] = {STR_INIT("source"), STR_INIT("source|nguồn|căn cứ"), false},
};

/* All that stands in brackets, ", " between: which pair of them is the unit and which a remark nobody can tell. */
static struct str in_brackets(struct arena *a, struct str name)
{
    struct buf b = buf_make(SIZE_MAX);
    while (name.len) {
        struct str_cut open = str_cut(name, STR("(")), close = str_cut(open.tail, STR(")"));
        if (!open.found || !close.found) break;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, str_trim(close.head));
        name = close.tail;
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static struct str either(struct str said, struct str fallback)
{
    return said.len ? said : fallback;
}

bool indicator_wishes_read(struct indicator_wish **out, struct named_rows *rows, struct arena *a,
                           const struct workbook *w, struct str file, struct str told,
                           const struct indicator_defaults *d, struct err *err)
{
    if (!named_rows_read(rows, a, w, file, LIST, FIELDS, told, err)) return false;
    struct indicator_wish *list = *out = arena_array(a, struct indicator_wish, rows->len);
    for (size_t i = 0; i < rows->len; i++) {
        const struct named_row *r = &rows->at[i];
        struct str measure = r->of[FIELD_MEASURE];
        if (!measure.len && d->measure_in_name) measure = in_brackets(a, r->of[FIELD_NAME]);
        list[i] = (struct indicator_wish){
            .code = r->of[FIELD_CODE],
            .name = r->of[FIELD_NAME],
            .measure = either(measure, d->measure),
            .time = either(r->of[FIELD_TIME], d->time),
            .better = either(r->of[FIELD_BETTER], d->better),
            .added = either(r->of[FIELD_ADDED], d->added),
            .source = either(r->of[FIELD_SOURCE], d->source),
            .line = r->line,
        };
    }
    return true;
}
