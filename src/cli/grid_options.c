/* SPDX-License-Identifier: Apache-2.0
 *
 * grid_options: see grid_options.h.
 */
#include "grid_options.h"

#include "answer_show.h"
#include "grid_record.h"
#include "record_id.h"
#include "rows.h"

enum { TEXT_MOST = 1000 };

const char *const LEVEL_CHOICES[] = {"country", "province", "district", "commune", "office", NULL};

bool grid_period_option(struct period *out, struct cli *c, struct err *err)
{
    struct str typed = cli_text(c, "period");
    if (!typed.len) return fail(err, ERR_PERIOD_NEEDED, str_of(c->command->name));
    if (period_read(out, typed) && out->kind != PERIOD_NONE) return true;
    return fail(err, ERR_PERIOD_UNKNOWN, typed);
}

bool grid_scope_option(struct grid_scope *out, struct cli *c, struct str under, const struct grid *g,
                       struct period period, struct err *err)
{
    static const enum unit_kind KINDS[] = {UNIT_COUNTRY, UNIT_PROVINCE, UNIT_DISTRICT, UNIT_COMMUNE, UNIT_OFFICE};
    enum unit_kind kind = KINDS[cli_choice(c, "level")];
    if (!scope_typed(out, c->db, c->arena, g, under, kind, period.to, err)) return false;
    if (out->units) return true;
    return fail(err, ERR_NO_UNITS, cli_text(c, "level"), under.len ? under : tr_text(c->lang, tr("cả nước")));
}

void grid_value_cell(struct cli *c, struct rows *r, const struct indicator *i, struct measured m, unsigned marks)
{
    struct buf b = buf_make(TEXT_MOST);
    if (!m.known) {
        rows_none(r);
        return;
    }
    show_measured(&b, m, i);
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    if (marks & MARK_ESTIMATE) buf_put(&b, tr_text(c->lang, tr(" (ước)")));
    if (marks & MARK_COMPUTED) buf_put(&b, STR(" ="));
    if (marks & MARK_CORRECTED) buf_put(&b, STR(" §"));
    if (marks & MARK_LOCKED) buf_put(&b, STR(" ‡"));
    rows_decimal_shown(r, m.value, buf_str(&b));
    buf_free(&b);
}

void grid_cell_put(struct cli *c, struct rows *r, const struct grid *g, const struct indicator *i,
                   const struct grid_cell *cell, unsigned marks)
{
    bool estimate = cell->computed ? cell->estimate
                                   : cell->known && grid_lane(g, cell->lane)->aspect == ASPECT_ESTIMATE;
    if (!cell->computed) marks &= ~(unsigned)MARK_COMPUTED;
    grid_value_cell(c, r, i, grid_measured(cell), (estimate ? MARK_ESTIMATE : 0) | marks);
}

unsigned grid_corrected(struct corrected_marks *m, const struct grid *g, const struct question *q,
                        const struct grid_cell *cell)
{
    if (!m->all.len || !cell->known || cell->computed) return 0;
    const struct grid_lane *lane = grid_lane(g, cell->lane);
    struct figure_key key = {
        .indicator = q->indicator->code,
        .unit = q->unit,
        .period = grid_period(g, cell->period),
        .kind = lane->kind,
        .aspect = lane->aspect,
        .against = lane->against,
        .against_period = lane->against_period,
        .layer = lane->layer,
    };
    return corrected_mark(m, &key) ? MARK_CORRECTED : 0;
}

unsigned locked_mark(const struct locked_cell *l)
{
    return l->state == LOCKED_HELD ? MARK_LOCKED : l->state == LOCKED_CORRECTED ? MARK_CORRECTED : 0;
}

void locked_id_put(struct cli *c, struct rows *r, const struct locked_cell *l)
{
    struct buf b = buf_make(TEXT_MOST);
    if (l->value) filing_id_write(&b, l->value->filing);
    rows_text(r, str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

static void put_line(struct cli *c, struct str words)
{
    buf_put(c->out, STR("    "));
    cli_put_words(c, words);
    buf_char(c->out, '\n');
}

void corrected_put(struct cli *c, const struct corrected_marks *m, const struct locked_marks *locked)
{
    size_t changed = locked ? locked->corrected.len : 0, held = locked ? locked->held.len : 0;
    if (c->format != FORMAT_TABLE) return;
    if (m->used.len || changed) cli_put(c, tr("§ đã đính chính sau khi báo cáo được khóa:\n"));
    for (size_t i = 0; i < m->used.len; i++) put_line(c, corrected_words(c->arena, &m->used.at[i]));
    for (size_t i = 0; i < changed; i++) put_line(c, locked->corrected.at[i]);
    if (held) cli_put(c, tr("‡ số tính được của báo cáo đã khóa, nay tính lại thì khác:\n"));
    for (size_t i = 0; i < held; i++) put_line(c, locked->held.at[i]);
}

void grid_id_put(struct rows *r, const struct grid_cell *cell, const struct question *q)
{
    struct buf b = buf_make(TEXT_MOST);
    if (cell->computed)
        answer_id_write(&b, &(struct answer){.rule = ANSWER_FORMULA}, q, ASKED_VALUE);
    else if (cell->known)
        figure_id_write(&b, (struct figure_id){cell->id});
    rows_text_shown(r, buf_str(&b), cell->computed ? STR("=") : buf_str(&b));
    buf_free(&b);
}

void grid_computed_note(struct cli *c, size_t count, const struct formula_book *book, const struct indicator *i,
                        struct period period, enum unit_kind kind)
{
    const struct formula_rule *rule = formula_rule_for(book, i->code, period, kind);
    if (count && !rule)
        cli_note(c, tr("{1} đơn vị không có số riêng của kỳ, cộng số {2} của các kỳ bên trong (ghi dấu =)"),
                 cli_number(c, count), i->code);
    if (count && rule)
        cli_note(c, tr("{1} đơn vị không báo cáo số này, tính theo {2} = {3} (ghi dấu =)"), cli_number(c, count),
                 i->code, rule->formula.text);
}

struct str grid_why_shown(const struct cli *c, enum grid_why why)
{
    switch (why) {
    case GRID_NO_FIGURES: return tr_text(c->lang, tr("không đơn vị nào có số"));
    case GRID_NOT_ADDITIVE: return tr_text(c->lang, tr("chỉ tiêu không cộng được giữa các đơn vị"));
    case GRID_NEEDS_WEIGHT: return tr_text(c->lang, tr("tỷ lệ không cộng, cần mẫu số để tính bình quân"));
    case GRID_ZERO_WEIGHT: return tr_text(c->lang, tr("tổng mẫu số không lớn hơn 0"));
    case GRID_OTHER_MEASURE: return tr_text(c->lang, tr("khác đơn vị tính"));
    case GRID_HAS_RANGE: return tr_text(c->lang, tr("có số liệu là một khoảng"));
    case GRID_TOO_LARGE: return tr_text(c->lang, tr("số quá lớn"));
    case GRID_ADDED:
    case GRID_WHYS: break;
    }
    return STR("");
}

void grid_period_put(struct rows *r, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write(&b, p);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}
