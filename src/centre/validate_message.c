/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_message: a finding of inspect.h as a Vietnamese sentence with its arithmetic. Numbers are shown in the unit
 * of the table that an officer knows (tỷ đồng), as he writes them.
 */
#include "answer_show.h"
#include "buf.h"
#include "grid_record.h"
#include "validate_private.h"

enum { MESSAGE_MOST = 4000 };

static struct str keep(struct speaker *s, struct buf *b)
{
    struct str text = str_copy(s->arena, buf_str(b));
    buf_free(b);
    return text;
}

bool speaker_unit(struct str *name, struct speaker *s, struct str unit, struct err *err)
{
    const uint32_t *at = map_find(&s->names, unit);
    if (at) {
        *name = s->list.at[*at];
        return true;
    }
    if (!grid_unit_name(name, s->db, s->arena, unit, err)) return false;
    map_put(&s->names, s->arena, str_copy(s->arena, unit), (uint32_t)s->list.len);
    *vec_push(s->arena, &s->list) = *name;
    return true;
}

void validate_put_number(struct buf *b, struct decimal value, enum figure_bound bound, struct str measure,
                         const struct indicator *i)
{
    show_with_unit(b, (struct measured){true, value, bound, measure}, i);
}

/* The number alone. */
static void put_bare(struct buf *b, struct decimal value, const struct indicator *i)
{
    show_measured(b, (struct measured){true, value, BOUND_EXACT, i->canonical_unit}, i);
}

static void put_cell(struct buf *b, const struct inspect_cell *c)
{
    show_measured(b, grid_measured(&c->cell), c->indicator);
}

static void put_size(struct buf *b, size_t n)
{
    decimal_write_vi(b, DECIMAL_INT((int64_t)n));
}

/* --- limits */

static void put_limits(struct buf *b, const struct range_limit *l, const struct indicator *i)
{
    if (l->whole) {
        buf_put(b, STR("có phần lẻ"));
    } else if (l->has_low && l->has_high) {
        buf_put(b, STR("nằm ngoài khoảng từ "));
        put_bare(b, l->low, i);
        buf_put(b, STR(" đến "));
        put_bare(b, l->high, i);
    } else {
        buf_put(b, l->has_low ? STR("nhỏ hơn ") : STR("lớn hơn "));
        put_bare(b, l->has_low ? l->low : l->high, i);
    }
}

struct str validate_say_range(struct arena *a, const struct range_limit *l, const struct indicator *i, struct str value)
{
    struct buf b = buf_make(MESSAGE_MOST);
    buf_put(&b, value);
    buf_char(&b, ' ');
    put_limits(&b, l, i);
    buf_put(&b, STR(": "));
    buf_put(&b, l->reason);
    buf_put(&b, STR(" ("));
    buf_put(&b, l->source);
    buf_char(&b, ')');
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

static struct str say_range(struct speaker *s, const struct inspected *f)
{
    struct buf b = buf_make(MESSAGE_MOST);
    enum figure_kind kind = grid_lane(s->grid, f->at.cell.lane)->kind;
    if (kind == KIND_LEVEL) {
        validate_put_number(&b, f->at.cell.value, f->at.cell.bound, f->at.cell.measure, f->at.indicator);
    } else {
        decimal_write_vi(&b, f->at.cell.value);
        buf_put(&b, STR(" %"));
    }
    struct str text = validate_say_range(s->arena, &f->limit, f->at.indicator, buf_str(&b));
    buf_free(&b);
    return text;
}

/* --- sums */

static bool put_parts(struct buf *b, struct speaker *s, const struct inspected *f, struct err *err)
{
    buf_put(b, STR(" ("));
    for (size_t i = 0; i < f->other_count; i++) {
        const struct inspect_cell *c = &f->others[i];
        struct str name = c->indicator->name;
        if (f->rule == INSPECT_UNITS && !speaker_unit(&name, s, grid_unit(s->grid, c->slot), err)) return false;
        if (i) buf_put(b, c->minus ? STR(" − ") : STR(" + "));
        if (!i && c->minus) buf_put(b, STR("−"));
        buf_put(b, name);
        buf_char(b, ' ');
        put_cell(b, c);
    }
    if (f->other_total > f->other_count) {
        buf_put(b, STR(" + … "));
        put_size(b, f->other_total - f->other_count);
        buf_put(b, f->rule == INSPECT_UNITS ? STR(" đơn vị nữa") : STR(" phần nữa"));
    }
    buf_char(b, ')');
    return true;
}

static void put_difference(struct buf *b, const struct inspected *f)
{
    struct decimal more;
    if (!decimal_sub(&more, f->made, f->total)) return;
    buf_put(b, f->verdict == SUM_EXCEEDS ? STR(", nhiều hơn ") : STR(", ít hơn "));
    put_bare(b, decimal_sign(more) < 0 ? decimal_neg(more) : more, f->at.indicator);
    buf_char(b, ' ');
    buf_put(b, f->at.indicator->unit);
}

static bool say_sum(struct str *out, struct speaker *s, const struct inspected *f, struct err *err)
{
    struct buf b = buf_make(MESSAGE_MOST);
    bool units = f->rule == INSPECT_UNITS;
    buf_put(&b, STR("tổng "));
    put_size(&b, f->other_total);
    buf_put(&b, units ? STR(" đơn vị trực thuộc là ") : STR(" phần là "));
    put_bare(&b, f->made, f->at.indicator);
    if (!put_parts(&b, s, f, err)) {
        buf_free(&b);
        return false;
    }
    if (f->missing) {
        buf_put(&b, STR(", còn "));
        put_size(&b, f->missing);
        buf_put(&b, units ? STR(" đơn vị chưa có số") : STR(" phần chưa có số"));
    }
    bool whole = f->missing == 0 && (units ? !f->sum || f->sum->complete : f->sum->complete);
    buf_put(&b, whole ? STR("; khác ") : STR("; không thể lớn hơn "));
    if (f->has_total) {
        buf_put(&b, units ? STR("số của cả đơn vị là ") : STR("tổng số là "));
        put_cell(&b, &f->at);
    } else {
        put_bare(&b, f->total, f->at.indicator);
    }
    put_difference(&b, f);
    if (f->sum) {
        buf_put(&b, STR(" (theo "));
        buf_put(&b, f->sum->dimension);
        buf_put(&b, STR("; "));
        buf_put(&b, f->sum->source);
        buf_char(&b, ')');
    }
    *out = keep(s, &b);
    return true;
}

/* --- history */

static struct str say_measure(struct speaker *s, const struct inspected *f)
{
    struct buf b = buf_make(MESSAGE_MOST);
    int power = f->jump.power < 0 ? -f->jump.power : f->jump.power;
    struct str times = power == 3 ? STR("1.000") : power == 6 ? STR("1.000.000") : STR("1.000.000.000");
    validate_put_number(&b, f->at.cell.value, f->at.cell.bound, f->at.cell.measure, f->at.indicator);
    buf_put(&b, f->jump.power > 0 ? STR(" gấp khoảng ") : STR(" chỉ bằng khoảng một phần "));
    buf_put(&b, times);
    buf_put(&b, f->jump.power > 0 ? STR(" lần ") : STR(" "));
    buf_put(&b, f->against_plan ? STR("kế hoạch (") : STR("mức các năm trước ("));
    put_bare(&b, f->jump.base, f->at.indicator);
    bool money = str_starts(f->at.indicator->canonical_unit, STR("VND"));
    buf_put(&b, money ? STR("): có thể nhầm đơn vị tính nghìn/triệu/tỷ đồng")
                      : STR("): có thể nhầm đơn vị tính nghìn/triệu"));
    return keep(s, &b);
}

static void put_percent(struct buf *b, struct decimal d)
{
    if (decimal_sign(d) > 0) buf_char(b, '+');
    decimal_write_vi(b, d);
    buf_put(b, STR(" %"));
}

static struct str say_jump(struct speaker *s, const struct inspected *f)
{
    struct buf b = buf_make(MESSAGE_MOST);
    struct comparison growth = {0};
    validate_put_number(&b, f->at.cell.value, f->at.cell.bound, f->at.cell.measure, f->at.indicator);
    buf_put(&b, STR(" so với "));
    put_bare(&b, f->jump.base, f->at.indicator);
    buf_put(&b, STR(" của "));
    if (f->other_count) period_write_vi(&b, grid_period(s->grid, f->others[0].cell.period));
    if (f->jump.kind == JUMP_SPREAD) {
        buf_put(&b, STR(": "));
        put_percent(&b, f->jump.growth);
        buf_put(&b, STR(", trong khi "));
        put_size(&b, f->jump.points);
        buf_put(&b, STR(" năm trước thường "));
        put_percent(&b, f->jump.median);
        buf_put(&b, STR(", lệch thường không quá "));
        decimal_write_vi(&b, f->jump.away);
        buf_put(&b, STR(" điểm %"));
    } else {
        if (f->other_count) growth = grid_compare(&f->at.cell, &f->others[0].cell);
        if (f->other_count && growth.why == COMPARABLE) {
            buf_put(&b, STR(": "));
            show_comparison(&b, &growth, true);
        }
        buf_put(&b, STR(", chênh lệch bất thường"));
    }
    return keep(s, &b);
}

/* --- series that are the same */

static bool say_twin(struct str *out, struct speaker *s, const struct inspected *f, struct err *err)
{
    struct buf b = buf_make(MESSAGE_MOST);
    const struct inspect_cell *other = &f->others[0];
    struct str name = other->indicator->name;
    if (f->rule == INSPECT_SAME_UNITS && !speaker_unit(&name, s, grid_unit(s->grid, other->slot), err)) return false;
    put_size(&b, f->points);
    buf_put(&b, STR(" số đến "));
    period_write_vi(&b, f->last);
    buf_put(&b, f->rule == INSPECT_SAME_UNITS ? STR(" trùng từng số với «") : STR(" trùng từng số với chỉ tiêu «"));
    buf_put(&b, name);
    buf_put(&b, STR("»: có thể chép nhầm"));
    *out = keep(s, &b);
    return true;
}

bool speaker_say(struct validated *out, struct speaker *s, const struct inspected *f, struct err *err)
{
    const struct grid_lane *lane = grid_lane(s->grid, f->at.cell.lane);
    *out = (struct validated){.severity = f->severity,
                              .rule = inspect_rule_name(f->rule),
                              .indicator = f->at.indicator,
                              .unit = grid_unit(s->grid, f->at.slot),
                              .period = grid_period(s->grid, f->at.cell.period),
                              .kind = lane->kind,
                              .aspect = lane->aspect,
                              .layer = lane->layer,
                              .figure = {f->at.cell.id},
                              .value = f->at.cell.value,
                              .measure = f->at.cell.measure};
    if (!speaker_unit(&out->unit_name, s, out->unit, err)) return false;
    switch (f->rule) {
    case INSPECT_IMPOSSIBLE:
    case INSPECT_IMPLAUSIBLE: out->message = say_range(s, f); return true;
    case INSPECT_PARTS:
    case INSPECT_UNITS: return say_sum(&out->message, s, f, err);
    case INSPECT_MEASURE: out->message = say_measure(s, f); return true;
    case INSPECT_JUMP: out->message = say_jump(s, f); return true;
    case INSPECT_SAME_UNITS:
    case INSPECT_SAME_INDICATORS: return say_twin(&out->message, s, f, err);
    case INSPECT_RULES: break;
    }
    return true;
}
