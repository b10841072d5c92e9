/* SPDX-License-Identifier: Apache-2.0
 *
 * explain: see explain.h. The way back is made of what the record keeps anyway:
 *
 *   question -> answer -> figures -> statements that made or confirm them -> reading -> text -> sentence
 *
 * Nothing is stored for explanations, so they cannot be out of date.
 */
#include "explain_private.h"

#include "buf.h"
#include "content.h"
#include "document.h"
#include "document_rows.h"
#include "formula_show.h"
#include "journal.h"
#include "stand.h"

struct str explain_keep(struct explain_maker *m, struct buf *b)
{
    struct str s = str_copy(m->arena, buf_str(b));
    buf_free(b);
    return s;
}

static bool add_quote(struct explain_maker *m, struct explain_quote *q, const struct kept_statement *s)
{
    struct listed_document d;
    struct journal_entry entry;
    struct digest name;
    struct str text;
    *q = (struct explain_quote){.statement = s->id, .state = s->state, .document = s->document};
    if (!document_load(&d, m->db, m->arena, s->document, m->err)) return false;
    if (!reading_text(&name, m->db, s->reading, m->err) || !content_load(&text, m->db, m->arena, name, m->err))
        return false;
    if (!journal_load(&entry, m->db, m->arena, s->decided, m->err)) return false;
    q->document_name = d.document.name;
    q->page = document_page(text, s->said.statement.span.start);
    q->time = entry.time;
    q->who = entry.who;
    q->words = explain_sentence(&q->first, &q->last, m->arena, text, s->said.statement.span);
    return true;
}

static bool add_quotes(struct explain_maker *m, struct explain_figure *f)
{
    struct statement_list list = {0};
    if (!statement_list_of_figure(&list, m->db, m->arena, f->kept.id, m->err)) return false;
    for (size_t i = 0; i < list.len; i++) {
        struct explain_quote q;
        if (list.at[i].state == STATE_REJECTED) continue;
        if (!add_quote(m, &q, &list.at[i])) return false;
        *vec_push(m->arena, &f->quotes) = q;
    }
    return true;
}

/* A figure that no statement made came with a load. */
static bool add_load(struct explain_maker *m, struct explain_figure *f)
{
    struct load_list all;
    uint32_t id = f->kept.id.n;
    if (f->kept.statement.n) return true;
    if (!load_list(&all, m->db, m->arena, m->err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (id >= all.at[i].first && id - all.at[i].first < all.at[i].count) f->load = all.at[i];
    return true;
}

/* What was done to it after its report was locked. */
static bool add_corrections(struct explain_maker *m, struct explain_figure *f)
{
    struct correction_list all;
    const struct figure_key *k = &f->kept.figure.key;
    uint32_t id = f->kept.id.n;
    if (!correction_list(&all, m->db, m->arena, (struct filing_id){0}, k->indicator, k->unit, m->err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].old.figure.n == id || all.at[i].new.figure.n == id)
            *vec_push(m->arena, &f->corrections) = all.at[i];
    return true;
}

bool explain_add_figure(struct explain_maker *m, uint32_t id)
{
    struct explain_figure f = {0};
    struct figure_list all = {0};
    if (!figure_load(&f.kept, m->db, m->arena, (struct figure_id){id}, m->err)) return false;
    if (!unit_name_of(&f.unit_name, m->db, m->arena, f.kept.figure.key.unit, m->err)) return false;
    if (!add_quotes(m, &f) || !add_load(m, &f) || !add_corrections(m, &f)) return false;
    if (!figure_revisions(&all, m->db, m->arena, &f.kept.figure.key, m->err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].revision < f.kept.revision) *vec_push(m->arena, &f.earlier) = all.at[i];
    *vec_push(m->arena, &m->out->figures) = f;
    return true;
}

struct str explain_title(struct explain_maker *m, struct str indicator, struct str unit, struct period period)
{
    struct buf b = buf_make(2000);
    buf_put(&b, indicator);
    buf_put(&b, STR(", "));
    buf_put(&b, unit);
    buf_put(&b, STR(", "));
    period_write_vi(&b, period);
    return explain_keep(m, &b);
}

static struct str aspect_shown(enum figure_aspect a)
{
    switch (a) {
    case ASPECT_ACTUAL: return STR("thực hiện");
    case ASPECT_ESTIMATE: return STR("ước thực hiện");
    case ASPECT_PLAN: return STR("kế hoạch");
    case ASPECT_COUNT: break;
    }
    return STR("");
}

static struct str kind_shown(const struct figure_key *k)
{
    switch (k->kind) {
    case KIND_LEVEL: return aspect_shown(k->aspect);
    case KIND_GROWTH: return STR("tăng giảm, như báo cáo nêu");
    case KIND_CHANGE: return STR("mức tăng giảm, như báo cáo nêu");
    case KIND_PLAN_RATIO: return STR("% kế hoạch, như báo cáo nêu");
    case KIND_SHARE: return STR("tỷ trọng");
    case KIND_FRACTION: return STR("đạt trên tổng số");
    case KIND_COUNT: break;
    }
    return STR("");
}

static bool explain_figure(struct explain_maker *m, struct figure_id id)
{
    m->out->kind = EXPLAIN_FIGURE;
    if (!explain_add_figure(m, id.n)) return false;
    const struct explain_figure *f = &m->out->figures.at[0];
    const struct figure_key *k = &f->kept.figure.key;
    const struct indicator *known = indicator_find(k->indicator);
    m->out->title = explain_title(m, known ? known->name : k->indicator, f->unit_name, k->period);
    m->out->asked = kind_shown(k);
    m->out->result = explain_number(m->arena, &f->kept.figure);
    if (!f->kept.is_current) m->out->remark = STR("số này đã được thay bằng số mới hơn");
    return true;
}

static bool explain_statement(struct explain_maker *m, struct statement_id id)
{
    struct kept_statement s;
    m->out->kind = EXPLAIN_STATEMENT;
    if (!statement_load(&s, m->db, m->arena, id, m->err) || !add_quote(m, &m->out->said, &s)) return false;
    m->out->title = s.said.statement.quote;
    m->out->asked = STR("báo cáo nêu");
    m->out->result = s.said.statement.quote;
    return s.figure.n == 0 || explain_add_figure(m, s.figure.n);
}

/* --- what was reckoned */

static void put_side(struct buf *b, const struct measured *m, const struct indicator *i)
{
    if (m->known)
        show_measured(b, *m, i);
    else
        buf_put(b, STR("?"));
}

/* "7.500 + 100 + 50": a plan and its supplements. */
static struct str changed_formula(struct explain_maker *m, const struct answer *a, const struct question *q)
{
    struct buf b = buf_make(4000);
    size_t count = answer_supplements(NULL, 0, m->snapshot->cube, q);
    const struct cube_figure **all = arena_array(m->arena, const struct cube_figure *, count);
    answer_supplements(all, count, m->snapshot->cube, q);
    for (size_t i = 0; i <= count; i++) {
        const struct figure *f = i ? &all[i - 1]->figure : &a->made[0]->figure;
        if (i) buf_put(&b, STR(" + "));
        show_measured(&b, (struct measured){true, f->value, f->bound, f->measure}, q->indicator);
    }
    return explain_keep(m, &b);
}

/* The supplements of a plan, behind what they are added to. */
static bool add_supplements(struct explain_maker *m, const struct question *q)
{
    size_t count = answer_supplements(NULL, 0, m->snapshot->cube, q);
    const struct cube_figure **all = arena_array(m->arena, const struct cube_figure *, count);
    answer_supplements(all, count, m->snapshot->cube, q);
    for (size_t i = 0; i < count; i++)
        if (!explain_add_figure(m, all[i]->id)) return false;
    return true;
}

static struct str formula_of(struct explain_maker *m, const struct answer *a, const struct question *q, enum asked what,
                             const struct like *like)
{
    struct buf b = buf_make(2000);
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    if (a->rule == ANSWER_WHOLE) return STR("mẫu số của tỷ số mà báo cáo nêu");
    if (a->rule == ANSWER_CHANGED) return changed_formula(m, a, q);
    if (what != ASKED_PLAN_RATIO && what != ASKED_GROWTH) return STR("");
    if (a->rule == ANSWER_NONE || a->rule == ANSWER_STATED) return STR("");
    const struct cube *cube = m->snapshot->cube;
    struct answer value = answer_value(cube, q),
                  base = what == ASKED_GROWTH ? answer_value(cube, &before) : answer_plan(cube, q);
    put_side(&b, &value.value, q->indicator);
    buf_put(&b, a->rule == ANSWER_DIFFERENCE ? STR(" − ") : STR(" / "));
    if (like->parts.len)
        explain_put_like(&b, m->arena, like, q->indicator);
    else
        put_side(&b, &base.value, q->indicator);
    if (a->rule != ANSWER_DIFFERENCE) buf_put(&b, STR(" × 100"));
    if (a->rule == ANSWER_GROWTH) buf_put(&b, STR(" − 100"));
    return explain_keep(m, &b);
}

struct str explain_why(struct explain_maker *m, const struct answer *a, const struct question *q, enum asked what,
                       const struct like *like)
{
    struct buf b = buf_make(2000);
    bool compared = what == ASKED_PLAN_RATIO || what == ASKED_GROWTH;
    if (a->rule != ANSWER_NONE) return STR("");
    if (compared) {
        buf_put(&b, STR("không so sánh được: "));
        buf_put(&b, like->rule == LIKE_NOT ? like->note : incomparable_reason(a->comparison.why));
    } else {
        buf_put(&b, what == ASKED_PLAN ? STR("không có kế hoạch của ") : STR("không có số liệu của "));
        period_write_vi(&b, q->period);
    }
    if (compared && a->missing.kind != PERIOD_NONE) {
        buf_put(&b, STR(" ("));
        period_write_vi(&b, a->missing);
        buf_char(&b, ')');
    }
    return explain_keep(m, &b);
}

static struct str remark_of(struct explain_maker *m, const struct answer *a, const struct like *like)
{
    struct buf b = buf_make(2000);
    if (a->rule != ANSWER_NONE && like->rule != LIKE_SAME) {
        buf_put(&b, STR("số cùng kỳ năm trước "));
        buf_put(&b, like->note);
        if (a->stated) buf_put(&b, STR("; "));
    }
    if (a->rule == ANSWER_STATED) return STR("theo báo cáo nêu, chưa đủ số liệu để tính lại");
    if (a->rule == ANSWER_CHANGED) {
        enum plan_layer base = PLAN_UNNAMED;
        (void)plan_layer_find(&base, a->made[0]->figure.key.layer);
        buf_put(&b, STR("lớp "));
        buf_put(&b, plan_layer_name(base));
        buf_put(&b, STR(", cộng các khoản bổ sung trong năm"));
        return explain_keep(m, &b);
    }
    if (!a->stated) return explain_keep(m, &b);
    buf_put(&b, a->differs ? STR("khác con số mà báo cáo nêu: ") : STR("báo cáo cũng nêu: "));
    buf_put(&b, explain_number(m->arena, &a->stated->figure));
    return explain_keep(m, &b);
}

static struct str result_of(struct explain_maker *m, const struct answer *a, const struct question *q, enum asked what)
{
    struct buf b = buf_make(2000);
    if (what == ASKED_PLAN_RATIO || what == ASKED_GROWTH) {
        if (a->rule != ANSWER_NONE) show_comparison(&b, &a->comparison, what == ASKED_GROWTH);
    } else if (a->value.known) {
        show_measured(&b, a->value, q->indicator);
        buf_char(&b, ' ');
        buf_put(&b, q->indicator->unit);
        if (a->made_count && a->made[0]->figure.key.aspect == ASPECT_ESTIMATE) buf_put(&b, STR(" (ước)"));
    }
    return explain_keep(m, &b);
}

/* The indicator of a code: of the catalogue or of the office. */
static bool read_question(bool *failed, struct question *q, enum asked *what, struct explain_maker *m, struct str id)
{
    if (m->snapshot && m->snapshot->formulas) return answer_id_read(q, what, id, &m->snapshot->formulas->book.scope);
    struct office_formulas *f = arena_new(m->arena, struct office_formulas);
    *failed = !formulas_load(f, m->db, m->arena, m->err);
    return !*failed && answer_id_read(q, what, id, &f->book.scope);
}

bool explain_snapshot(struct explain_maker *m, struct str unit)
{
    if (m->snapshot) return true;
    struct snapshot *s = arena_new(m->arena, struct snapshot);
    m->snapshot = s;
    return stand_load(s, m->db, m->arena, unit, m->err);
}

static bool growth_of(struct answer *a, struct like *like, struct explain_maker *m, const struct question *q)
{
    struct like_family *family;
    if (!like_family_make(&family, m->db, m->arena, q->unit, period_years_back(q->period, 1), q->period, m->err))
        return false;
    *a = like_growth(like, family, m->snapshot->cube, m->arena, q);
    struct answer value = answer_value(m->snapshot->cube, q);
    if (a->rule == ANSWER_NONE && value.value.known) *a = explain_grown(like, m, family, q, &value.value);
    return true;
}

static bool explain_answer(struct explain_maker *m, const struct question *q, enum asked what)
{
    static const struct str NAMES[] = {STR_INIT("thực hiện"), STR_INIT("kế hoạch"), STR_INIT("% kế hoạch"),
                                       STR_INIT("so với cùng kỳ năm trước"), STR_INIT("dự báo cả năm")};
    _Static_assert(sizeof NAMES / sizeof *NAMES == ASKED_COUNT, "a name for each");
    struct str name;
    struct answer a = {.rule = ANSWER_NONE};
    struct like like = {.rule = LIKE_SAME};
    m->out->kind = EXPLAIN_ANSWER;
    if (!unit_name_of(&name, m->db, m->arena, q->unit, m->err)) return false;
    if (name.len == 0) return fail(m->err, ERR_UNIT_UNKNOWN, q->unit);
    if (what == ASKED_FORECAST) return explain_forecast(m, q, name);
    if (!explain_snapshot(m, q->unit)) return false;
    const struct cube *cube = m->snapshot->cube;
    switch (what) {
    case ASKED_VALUE: a = answer_value(cube, q); break;
    case ASKED_PLAN: a = answer_plan(cube, q); break;
    case ASKED_PLAN_RATIO: a = answer_plan_ratio(cube, q); break;
    case ASKED_GROWTH:
        if (!growth_of(&a, &like, m, q)) return false;
        break;
    case ASKED_FORECAST:
    case ASKED_COUNT: break;
    }
    m->out->title = explain_title(m, q->indicator->name, name, q->period);
    m->out->asked = NAMES[what];
    m->out->result = result_of(m, &a, q, what);
    m->out->formula = formula_of(m, &a, q, what, &like);
    m->out->why = explain_why(m, &a, q, what, &like);
    m->out->remark = remark_of(m, &a, &like);
    const struct kept_unit *unit = snapshot_unit(m->snapshot, q->unit);
    struct figure_source source = {cube, NULL, q->unit, unit ? kept_unit_kind(unit) : UNIT_KINDS};
    const struct reckoned *r = NULL;
    if (m->snapshot->formulas && what != ASKED_PLAN)
        r = reckon(m->arena, &m->snapshot->formulas->book, &source, q->indicator->code, q->period);
    bool told;
    struct locked_look look;
    const struct locked_value *locked = explain_locked(&look, m, q, r);
    if (what == ASKED_VALUE && look.state == LOCKED_HELD) return explain_held(m, locked, &look, q->indicator);
    if (what == ASKED_VALUE && a.rule == ANSWER_NONE && !(r && r->value.known)) {
        if (!explain_made(&told, m, q)) return false;
        if (told) return true;
    }
    if (r && what == ASKED_VALUE && a.rule == ANSWER_NONE)
        return explain_computed(m, r, &look) && explain_operands(m, r);
    if (r && what != ASKED_VALUE && r->value.known && answer_value(cube, q).rule == ANSWER_NONE)
        return explain_compared(m, r, q, what == ASKED_GROWTH);
    if (what == ASKED_GROWTH && a.rule == ANSWER_NONE && like.rule == LIKE_SAME) {
        struct answer value = answer_value(cube, q);
        if (value.made_count && !explain_over_parts(&told, m, &value, q)) return false;
        if (value.made_count && told) return true;
    }
    if (r && what == ASKED_VALUE && reckoned_differs(r, &a.value))
        m->out->remark = formula_doubt(m->arena, r, &a.value);
    for (size_t i = 0; i < a.made_count; i++)
        if (!explain_add_figure(m, a.made[i]->id)) return false;
    bool of_plan = what == ASKED_PLAN || (what == ASKED_PLAN_RATIO && a.rule != ANSWER_STATED);
    if (of_plan && answer_plan(cube, q).rule == ANSWER_CHANGED && !add_supplements(m, q)) return false;
    for (size_t i = 0; i < like.parts.len; i++)
        if (!explain_add_once(m, like.parts.at[i].figure->id)) return false;
    return !a.differs || explain_add_figure(m, a.stated->id);
}

bool explain_make(struct explanation *out, struct db *db, struct arena *a, struct str id, struct err *err)
{
    return explain_with(out, NULL, db, a, id, err);
}

bool explain_with(struct explanation *out, const struct snapshot *s, struct db *db, struct arena *a, struct str id,
                  struct err *err)
{
    struct explain_maker m = {out, s, db, a, err};
    struct figure_id figure;
    struct statement_id statement;
    struct question q;
    enum asked what;
    bool failed = false;
    *out = (struct explanation){.id = id};
    char letter = id.len ? (char)(id.ptr[0] & ~32) : 0;
    if (letter == 'F' && figure_id_read(&figure, id)) return explain_figure(&m, figure);
    if (letter == 'S' && statement_id_read(&statement, id)) return explain_statement(&m, statement);
    if (target_explained_by(id)) return explain_target_id(&m, id);
    if (read_question(&failed, &q, &what, &m, id)) return explain_answer(&m, &q, what);
    return !failed && fail(err, ERR_ANSWER_UNKNOWN, id);
}
