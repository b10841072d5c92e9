/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_cells: see formula_cells.h.
 */
#include "formula_cells.h"

#include "formula_lacks.h"
#include "grid_options.h"
#include "record_id.h"
#include "unit_cells.h"

/* --- formulas */

static const struct column LIST_COLUMNS[] = {
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {"expression", tr("Công thức"), COLUMN_KEEP},
    {"measure", tr("ĐVT"), 0},
    {"decimals", NULL, COLUMN_DATA},
    {"levels", tr("Cấp"), 0},
    {"from", tr("Từ ngày"), COLUMN_FIXED},
    {"to", tr("Đến ngày"), COLUMN_FIXED},
    {"origin", tr("Của"), COLUMN_FIXED},
    {"source", NULL, COLUMN_DATA},
    {"who", NULL, COLUMN_DATA},
    {"entry", NULL, COLUMN_DATA},
    {"error", NULL, COLUMN_DATA},
};
enum { LIST_COLUMN_TOTAL = sizeof LIST_COLUMNS / sizeof *LIST_COLUMNS };

/* "commune", for people "cấp xã"; "" of all. */
static void levels_write(struct buf *b, struct cli *c, uint32_t levels, bool shown)
{
    static const char *const NAMES[] = {tr("cả nước"), tr("cấp tỉnh"), tr("cấp huyện"), tr("cấp xã"), tr("cơ quan")};
    _Static_assert(sizeof NAMES / sizeof *NAMES == UNIT_KINDS, "a name for each");
    for (enum unit_kind k = 0; k < UNIT_KINDS; k++) {
        if (!(levels >> k & 1)) continue;
        if (b->len) buf_put(b, shown ? STR(", ") : STR("|"));
        buf_put(b, shown ? tr_text(c->lang, NAMES[k]) : unit_kind_word(k));
    }
}

static void levels_cell(struct cli *c, struct rows *rows, uint32_t levels)
{
    struct buf word = buf_make(100), shown = buf_make(100);
    levels_write(&word, c, levels, false);
    levels_write(&shown, c, levels, true);
    rows_text_shown(rows, buf_str(&word), buf_str(&shown));
    buf_free(&word);
    buf_free(&shown);
}

static void put_rule(struct cli *c, struct rows *rows, const struct office_formulas *f, const struct formula_rule *r)
{
    const struct kept_formula *k = r->own ? &f->kept.at[r->own - 1] : NULL;
    rows_text(rows, r->row.code);
    rows_text(rows, r->indicator ? r->indicator->name : STR(""));
    rows_text(rows, r->row.expression);
    rows_text(rows, r->indicator ? r->indicator->unit : STR(""));
    rows_int(rows, r->row.decimals);
    levels_cell(c, rows, r->row.levels);
    day_cell(rows, r->row.from);
    day_cell(rows, r->row.to);
    rows_text_shown(rows, r->own ? STR("office") : STR("catalogue"),
                    tr_text(c->lang, r->broken ? tr("cơ quan (hỏng)")
                                     : r->own  ? tr("cơ quan")
                                               : tr("danh mục")));
    rows_text(rows, r->row.citation);
    rows_text(rows, k ? k->who : STR(""));
    if (k)
        rows_int(rows, k->entry);
    else
        rows_none(rows);
    rows_text(rows, r->broken ? err_name(r->why.code) : STR(""));
    rows_end(rows);
}

bool formula_rows_put(struct cli *c, const struct office_formulas *f, struct str code, struct err *err)
{
    bool there = false;
    for (size_t i = 0; i < f->book.len; i++) there |= !code.len || str_eq(f->book.at[i].row.code, code);
    if (!there) return fail(err, ERR_FORMULA_NONE, code);
    struct rows *rows = cli_rows(c, LIST_COLUMNS, LIST_COLUMN_TOTAL);
    for (size_t i = 0; i < f->book.len; i++) {
        if (code.len && !str_eq(f->book.at[i].row.code, code)) continue;
        put_rule(c, rows, f, &f->book.at[i]);
        if (!cli_drain(c, err)) return false;
    }
    rows_close(rows);
    return true;
}

static void put_name(struct cli *c, const struct indicator *i)
{
    cli_put_words(c, i->code);
    buf_put(c->out, STR("  "));
    cli_put_words(c, i->name);
    buf_put(c->out, STR(" ("));
    cli_put_words(c, i->unit);
    buf_put(c->out, STR(")\n"));
}

/* Each code of a formula once. */
static void put_operands(struct cli *c, const struct formula_scope *s, const struct formula *f)
{
    for (size_t i = 0; i < f->len; i++) {
        bool told = f->at[i].op != FORMULA_OPERAND;
        for (size_t k = 0; k < i && !told; k++)
            told = f->at[k].op == FORMULA_OPERAND && str_eq(f->at[k].code, f->at[i].code);
        const struct indicator *known = told ? NULL : formula_scope_find(s, f->at[i].code);
        if (!known) continue;
        buf_put(c->out, STR("    "));
        put_name(c, known);
    }
}

static void put_days(struct cli *c, const struct formula_row *row)
{
    struct buf from = buf_make(16), to = buf_make(16), levels = buf_make(100);
    levels_write(&levels, c, row->levels, true);
    if (levels.len) cli_put(c, tr("  chỉ của {1}\n"), buf_str(&levels));
    buf_free(&levels);
    date_write(&from, row->from);
    date_write(&to, row->to);
    if (from.len) cli_put(c, tr("  có hiệu lực từ {1}\n"), buf_str(&from));
    if (to.len) cli_put(c, tr("  hết hiệu lực sau {1}\n"), buf_str(&to));
    buf_free(&from);
    buf_free(&to);
}

void formula_put(struct cli *c, const struct office_formulas *f, const struct formula_rule *r)
{
    if (r->indicator) put_name(c, r->indicator);
    buf_put(c->out, STR("  = "));
    cli_put_words(c, r->row.expression);
    buf_char(c->out, '\n');
    if (r->broken) {
        buf_put(c->out, STR("  "));
        err_write(c->out, &r->why, c->lang);
        buf_char(c->out, '\n');
        return;
    }
    put_operands(c, &f->book.scope, &r->formula);
    put_days(c, &r->row);
    buf_put(c->out, STR("  "));
    cli_put_words(c, formula_rule_note(c->arena, r));
    buf_char(c->out, '\n');
}

/* --- an expression on trial */

static const struct column CHECK_COLUMNS[] = {
    {"expression", tr("Công thức"), COLUMN_KEEP},
    {"measure", tr("Cho ra"), 0},
    {"time", tr("Loại số"), COLUMN_FIXED},
    {"steps", NULL, COLUMN_DATA},
};

bool formula_check_put(struct cli *c, const struct office_formulas *f, const struct formula_rule *r, struct err *err)
{
    static const struct str TIMES[] = {STR_INIT("flow"), STR_INIT("stock"), STR_INIT("rate")};
    static const char *const SHOWN[] = {tr("số phát sinh"), tr("số tại thời điểm"), tr("tỷ lệ")};
    struct rows *rows = cli_rows(c, CHECK_COLUMNS, sizeof CHECK_COLUMNS / sizeof *CHECK_COLUMNS);
    struct buf b = buf_make(400), named = buf_make(400);
    dimension_write(&b, &r->type.dimension);
    dimension_write_vi(&named, &r->type.dimension);
    rows_text(rows, r->formula.text);
    rows_text_shown(rows, r->indicator ? r->indicator->unit : buf_str(&b),
                    r->indicator ? r->indicator->unit : buf_str(&named));
    rows_text_shown(rows, TIMES[r->type.time], tr_text(c->lang, SHOWN[r->type.time]));
    rows_int(rows, (int64_t)r->formula.len);
    rows_end(rows);
    rows_close(rows);
    buf_free(&b);
    buf_free(&named);
    if (c->format == FORMAT_TABLE) put_operands(c, &f->book.scope, &r->formula);
    return cli_drain(c, err);
}

/* --- what a formula gives */

static const struct column VALUE_COLUMNS[] = {
    {"role", NULL, COLUMN_DATA},           {"formula", NULL, COLUMN_DATA},
    {"indicator", tr("Mã"), COLUMN_FIXED}, {"name", tr("Chỉ tiêu"), 0},
    {"period", tr("Kỳ"), COLUMN_FIXED},    {"value", tr("Giá trị"), COLUMN_NUMBER},
    {"bound", NULL, COLUMN_DATA},          {NULL, tr("ĐVT"), COLUMN_EYES},
    {"measure", NULL, COLUMN_DATA},        {"figure", tr("Số liệu"), COLUMN_FIXED},
    {"note", tr("Ghi chú"), COLUMN_KEEP},  {"locked", NULL, COLUMN_DATA},
};
enum { VALUE_COLUMN_TOTAL = sizeof VALUE_COLUMNS / sizeof *VALUE_COLUMNS };

static void put_cells(struct cli *c, struct rows *rows, const struct indicator *i, struct period period,
                      const struct measured *m, unsigned marks, uint32_t figure, struct str note,
                      const struct locked_cell *locked)
{
    struct grid_cell id = {.known = figure != 0, .id = figure};
    rows_text(rows, i->code);
    rows_text(rows, i->name);
    grid_period_put(rows, period);
    grid_value_cell(c, rows, i, *m, marks);
    rows_text(rows, m->known ? bound_name(m->bound) : STR(""));
    rows_text(rows, i->unit);
    rows_text(rows, m->known ? m->measure : STR(""));
    grid_id_put(rows, &id, NULL); /* reported or nothing */
    rows_text(rows, note);
    locked_id_put(c, rows, locked);
    rows_end(rows);
}

static void put_operand(struct cli *c, struct rows *rows, const struct reckoned *r, const struct reckoned_operand *o)
{
    static const struct str ROLES[] = {STR_INIT("value"), STR_INIT("plan"), STR_INIT("previous")};
    struct measured m = o->computed ? o->computed->value : o->figure.value;
    bool estimate = o->computed ? o->computed->estimate : o->figure.aspect == ASPECT_ESTIMATE;
    if (o->state == OPERAND_MISSING) m.known = false;
    rows_text(rows, ROLES[o->node->role]);
    rows_text(rows, r->rule->row.code);
    put_cells(c, rows, o->indicator, o->figure.known ? o->figure.period : o->period, &m,
              m.known && estimate ? MARK_ESTIMATE : 0, o->computed ? 0 : o->figure.id,
              formula_operand_note(c->arena, o, c->lang), &(struct locked_cell){0});
}

/* Whether a formula has named the same number before: one row says it. */
static bool is_named_before(const struct reckoned *r, size_t operand)
{
    const struct formula_node *n = r->operands.at[operand].node;
    for (size_t i = 0; i < operand; i++) {
        const struct formula_node *k = r->operands.at[i].node;
        if (k && k->role == n->role && k->any_layer == n->any_layer && k->layer == n->layer && str_eq(k->code, n->code))
            return true;
    }
    return false;
}

static void put_heading(struct cli *c, const struct reckoned *r, struct str unit, const struct locked_look *look)
{
    struct buf b = buf_make(4000);
    buf_put(&b, r->rule->indicator->name);
    buf_put(&b, STR(", "));
    buf_put(&b, unit);
    buf_put(&b, STR(", "));
    period_write_vi(&b, r->period);
    cli_put_words(c, buf_str(&b));
    buf_clear(&b);
    buf_put(&b, r->rule->row.code);
    buf_put(&b, STR(" = "));
    buf_put(&b, formula_whole(c->arena, r));
    if (r->value.known) {
        buf_put(&b, STR(" = "));
        show_with_unit(&b, r->value, r->rule->indicator);
    }
    buf_char(c->out, '\n');
    cli_put_words(c, buf_str(&b));
    buf_clear(&b);
    buf_put(&b, r->value.known ? formula_given(c->arena, r) : formula_why(c->arena, r, c->lang));
    if (b.len) buf_char(c->out, '\n');
    cli_put_words(c, buf_str(&b));
    buf_char(c->out, '\n');
    cli_put_words(c, formula_rule_note(c->arena, r->rule));
    buf_char(c->out, '\n');
    bool corrected = look->state == LOCKED_CORRECTED;
    if (look->state == LOCKED_HELD || corrected) {
        cli_put(c, corrected ? tr("§ đã đính chính sau khi báo cáo được khóa:\n")
                             : tr("‡ số tính được của báo cáo đã khóa, nay tính lại thì khác:\n"));
        buf_put(c->out, STR("    "));
        cli_put_words(c, look->words);
        buf_char(c->out, '\n');
    }
    buf_char(c->out, '\n');
    buf_free(&b);
}

/* The result: what a lock keeps, and behind it today's, or today's alone. */
static void put_result(struct cli *c, struct rows *rows, const struct reckoned *r, const struct locked_value *locked,
                       const struct locked_look *look)
{
    bool held = look->state == LOCKED_HELD;
    struct locked_cell kept = {look->state, locked};
    struct str note = r->value.known ? formula_whole(c->arena, r) : formula_why(c->arena, r, c->lang);
    unsigned marks = r->estimate ? MARK_ESTIMATE : 0;
    if (held) {
        rows_text(rows, STR("result"));
        rows_text(rows, r->rule->row.code);
        put_cells(c, rows, r->rule->indicator, locked->period, &locked->value,
                  MARK_LOCKED | (locked->estimate ? MARK_ESTIMATE : 0), 0, tr_text(c->lang, tr("báo cáo đã khóa")),
                  &kept);
        kept = (struct locked_cell){0};
    }
    rows_text(rows, held ? STR("today") : STR("result"));
    rows_text(rows, r->rule->row.code);
    if (look->state == LOCKED_CORRECTED) marks |= MARK_CORRECTED;
    put_cells(c, rows, r->rule->indicator, r->period, &r->value, marks, 0, note, &kept);
}

bool formula_value_put(struct cli *c, const struct reckoned *root, struct str unit, const struct answer *reported,
                       const struct locked_value *locked, const struct locked_look *look, struct err *err)
{
    struct {
        VEC_FIELDS(const struct reckoned *);
    } open = {0};
    if (c->format == FORMAT_TABLE) put_heading(c, root, unit, look);
    struct rows *rows = cli_rows(c, VALUE_COLUMNS, VALUE_COLUMN_TOTAL);
    put_result(c, rows, root, locked, look);
    if (reported->made_count) {
        rows_text(rows, STR("reported"));
        rows_text(rows, STR(""));
        struct str doubt = formula_doubt(c->arena, root, &reported->value);
        put_cells(c, rows, root->rule->indicator, reported->made[0]->figure.key.period, &reported->value,
                  reported->made[0]->figure.key.aspect == ASPECT_ESTIMATE ? MARK_ESTIMATE : 0, reported->made[0]->id,
                  doubt.len ? doubt : tr_text(c->lang, tr("như báo cáo nêu")), &(struct locked_cell){0});
    }
    *vec_push(c->arena, &open) = root;
    for (size_t k = 0; k < open.len; k++)
        for (size_t i = 0; i < open.at[k]->operands.len; i++) {
            const struct reckoned_operand *o = &open.at[k]->operands.at[i];
            bool told = !o->node || !o->computed;
            if (o->node && !is_named_before(open.at[k], i)) put_operand(c, rows, open.at[k], o);
            for (size_t n = 0; n < open.len && !told; n++) told = open.at[n] == o->computed;
            if (!told) *vec_push(c->arena, &open) = o->computed;
        }
    rows_close(rows);
    return cli_drain(c, err);
}

/* --- what has to be entered */

static const struct column LACKS_COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},           {"indicator", tr("Mã"), COLUMN_FIXED}, {"name", tr("Số liệu cần nhập"), 0},
    {NULL, tr("ĐVT"), COLUMN_EYES},        {"measure", NULL, COLUMN_DATA},        {"period", NULL, COLUMN_DATA},
    {"role", NULL, COLUMN_DATA},           {"aspect", NULL, COLUMN_DATA},         {"value", NULL, COLUMN_DATA},
    {"uses", tr("Dùng cho"), COLUMN_KEEP}, {"note", tr("Ghi chú"), COLUMN_KEEP},
};

static void put_lacked(struct cli *c, struct rows *rows, const struct lacked *l, const struct kept_unit *unit)
{
    static const struct str ROLES[] = {STR_INIT("value"), STR_INIT("plan"), STR_INIT("previous")};
    const struct reckoned_operand *o = l->operand;
    const struct indicator *i = o->indicator;
    rows_text(rows, unit->code);
    rows_text(rows, i->code);
    rows_text(rows, i->name);
    rows_text(rows, i->unit);
    rows_text(rows, i->canonical_unit);
    grid_period_put(rows, o->period);
    rows_text(rows, ROLES[o->node->role]);
    rows_text(rows, aspect_name(o->node->role == ROLE_PLAN ? ASPECT_PLAN : ASPECT_ACTUAL));
    if (o->state == OPERAND_KNOWN && o->figure.value.known)
        rows_decimal(rows, o->figure.value.value);
    else
        rows_none(rows);
    rows_text(rows, l->uses);
    rows_text(rows, formula_lacked_note(c->arena, l, c->lang));
    rows_end(rows);
}

bool formula_lacks_put(struct cli *c, const struct reckoned *root, const struct kept_unit *unit, struct err *err)
{
    struct formula_lacks l;
    struct buf b = buf_make(4000);
    formula_lacks_find(&l, c->arena, root);
    if (c->format == FORMAT_TABLE) {
        period_write_vi(&b, root->period);
        cli_put_words(c, root->rule->indicator->name);
        cli_put(c, tr(", {1}, {2}\n"), unit->name, buf_str(&b));
        if (l.missing.len) buf_char(c->out, '\n');
    }
    buf_clear(&b);
    if (l.missing.len + l.zero.len || c->format != FORMAT_TABLE) {
        struct rows *rows = cli_rows(c, LACKS_COLUMNS, sizeof LACKS_COLUMNS / sizeof *LACKS_COLUMNS);
        for (size_t i = 0; i < l.missing.len; i++) put_lacked(c, rows, &l.missing.at[i], unit);
        for (size_t i = 0; i < l.zero.len; i++) put_lacked(c, rows, &l.zero.at[i], unit);
        rows_close(rows);
    }
    if (!cli_drain(c, err) || !cli_flush(c, err)) return false;
    if (root->value.known) show_with_unit(&b, root->value, root->rule->indicator);
    if (root->value.known)
        cli_note(c, tr("đã đủ số liệu: {1} = {2}"), root->rule->row.code, str_copy(c->arena, buf_str(&b)));
    else if (l.missing.len)
        cli_note(c,
                 tr("cần nhập {1} số liệu; ghi thành tệp bằng --format csv-excel, điền cột value rồi nạp bằng "
                    "«dieuhanh load "
                    "TỆP»"),
                 cli_number(c, l.missing.len));
    buf_free(&b);
    return true;
}
