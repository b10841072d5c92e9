/* SPDX-License-Identifier: Apache-2.0
 *
 * programme_status: `dieuhanh programme status`: a table for each programme for eyes, one list of rows for programs.
 * The level of the year and that of the term are two judgements and stand in two columns.
 */
#include "asked.h"
#include "explain_target.h"
#include "matter_aim.h"
#include "said.h"
#include "stand.h"
#include "target_cells.h"
#include "unit_cells.h"

enum { LINE_MOST = 8000 };

static const struct column COLUMNS[] = {
    {"programme", NULL, COLUMN_DATA},
    {"programme_name", NULL, COLUMN_DATA},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", NULL, COLUMN_DATA},
    {"period", NULL, COLUMN_DATA},
    {"target", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {"indicator", NULL, COLUMN_DATA},
    {"comparator", NULL, COLUMN_DATA},
    {"measure", NULL, COLUMN_DATA},
    {"wanted", tr("Mức"), COLUMN_KEEP},
    {"year_period", NULL, COLUMN_DATA},
    {"year_level", NULL, COLUMN_DATA},
    {"year_level_max", NULL, COLUMN_DATA},
    {"term_period", NULL, COLUMN_DATA},
    {"term_level", NULL, COLUMN_DATA},
    {"term_level_max", NULL, COLUMN_DATA},
    {"value", tr("Thực hiện"), COLUMN_NUMBER},
    {"estimate", NULL, COLUMN_DATA},
    {"year_verdict", tr("Mức năm"), COLUMN_KEEP},
    {"term_verdict", tr("Giai đoạn"), COLUMN_KEEP},
    {"year_lacking", NULL, COLUMN_DATA},
    {"term_lacking", NULL, COLUMN_DATA},
    {"why", NULL, COLUMN_DATA},
    {"figures", NULL, COLUMN_DATA},
    {"revision", NULL, COLUMN_DATA},
    {"weight", NULL, COLUMN_DATA},
    {"clause", NULL, COLUMN_DATA},
    {"evidence", NULL, COLUMN_DATA},
    {"cause", NULL, COLUMN_DATA},
    {"remedy", NULL, COLUMN_DATA},
    {"owner", NULL, COLUMN_DATA},
    {"due", NULL, COLUMN_DATA},
    {"note_lacks", NULL, COLUMN_DATA},
    {"id", NULL, COLUMN_DATA},
    {"tasks", tr("Nhiệm vụ"), COLUMN_KEEP},
    {"tasks_done", NULL, COLUMN_DATA},
    {"tasks_late", NULL, COLUMN_DATA},
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

static void level_cells(struct rows *r, const struct target_level *l)
{
    if (l)
        when_cell(r, l->period);
    else
        rows_none(r);
    number_cell(r, l && l->has_value, l ? l->value : (struct decimal){0});
    number_cell(r, l && l->has_max, l ? l->max : (struct decimal){0});
}

/* The number against the level of the year; without one against that of the term. */
static const struct target_result *main_result(const struct target_state *t)
{
    return t->on[AXIS_YEAR].level ? &t->on[AXIS_YEAR] : &t->on[AXIS_TERM];
}

/* For eyes the unit of measure stands once, in what is wanted, and that it is an estimate in the verdict. */
static struct str short_number(const struct target_result *m)
{
    struct str shown = m->number.shown;
    ptrdiff_t blank = str_find_char(shown, ' ');
    return blank > 0 && str_ends(m->wanted, str_from(shown, (size_t)blank)) ? str_part(shown, 0, (size_t)blank) : shown;
}

static void value_cell(struct cli *c, struct rows *r, const struct target_result *m)
{
    struct buf b = buf_make(LINE_MOST);
    const struct target_number *n = &m->number;
    buf_put(&b, short_number(m));
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    bool told = m->verdict == TARGET_REACHED || m->verdict == TARGET_MISSED;
    if (n->estimate && b.len && !told) buf_put(&b, tr_text(c->lang, tr(" (ước)")));
    if (n->known)
        rows_decimal_shown(r, n->value, buf_str(&b));
    else
        rows_none_shown(r, buf_str(&b));
    buf_free(&b);
}

static void figures_cell(struct rows *r, const struct target_state *t)
{
    struct buf b = buf_make(LINE_MOST);
    size_t n = 0;
    buf_char(&b, '[');
    for (enum target_axis axis = 0; axis < AXES; axis++)
        for (size_t i = 0; i < t->on[axis].number.made.len; i++)
            if (axis == AXIS_YEAR || !t->on[AXIS_YEAR].number.made.len)
                buf_format(&b, "%s\"F%u\"", n++ ? "," : "", t->on[axis].number.made.at[i]->id);
    buf_char(&b, ']');
    rows_json(r, buf_str(&b), STR(""));
    buf_free(&b);
}

static void note_cells(struct cli *c, struct rows *r, const struct target_state *t)
{
    const struct kept_note *n = t->note;
    rows_text(r, n ? n->cause : STR(""));
    rows_text(r, n ? n->remedy : STR(""));
    rows_text(r, n ? n->owner : STR(""));
    day_cell(r, n ? n->due : (struct date){0});
    rows_text(r, target_is_missed(t) ? target_note_lacks(c->arena, n) : STR(""));
}

/* "3/4" tasks under it. */
static void task_cells(struct rows *r, const struct aim_sum *tasks)
{
    struct buf b = buf_make(LINE_MOST);
    buf_format(&b, "%llu/%llu", (unsigned long long)tasks->done, (unsigned long long)tasks->all);
    rows_decimal_shown(r, DECIMAL_INT((int64_t)tasks->all), tasks->all ? buf_str(&b) : STR(""));
    rows_int(r, (int64_t)tasks->done);
    rows_int(r, (int64_t)tasks->late);
    buf_free(&b);
}

static void put_target(struct cli *c, struct rows *r, const struct programme_status *s, const struct programme_state *p,
                       const struct target_state *t, const struct aim_sum *tasks)
{
    const struct target *g = &t->kept->target;
    const struct target_result *m = main_result(t);
    struct buf id = buf_make(LINE_MOST);
    target_id_write(&id, g->code, s->period);
    rows_text(r, p->programme->code);
    rows_text(r, p->programme->name);
    rows_text(r, s->unit);
    rows_text(r, s->unit_name);
    when_cell(r, s->period);
    rows_text(r, g->code);
    rows_text(r, g->name);
    rows_text(r, g->indicator);
    rows_text(r, target_comparator_word(g->comparator));
    rows_text(r, g->measure);
    rows_text(r, m->wanted);
    level_cells(r, t->on[AXIS_YEAR].level);
    level_cells(r, t->on[AXIS_TERM].level);
    value_cell(c, r, m);
    rows_bool(r, m->number.estimate);
    verdict_cell(c, r, &t->on[AXIS_YEAR]);
    verdict_cell(c, r, &t->on[AXIS_TERM]);
    for (enum target_axis axis = 0; axis < AXES; axis++)
        number_cell(r, t->on[axis].lacking.len > 0, t->on[axis].lacking_value);
    rows_text(r, m->number.why);
    figures_cell(r, t);
    rows_int(r, t->kept->revision);
    number_cell(r, g->has_weight, g->weight);
    rows_text(r, g->clause);
    rows_text(r, m->judgement ? m->judgement->evidence : STR(""));
    note_cells(c, r, t);
    rows_text(r, buf_str(&id));
    task_cells(r, tasks);
    rows_end(r);
    buf_free(&id);
}

/* --- for eyes */

static void put_missed(struct cli *c, const struct programme_status *s, const struct target_state *t)
{
    struct buf b = buf_make(LINE_MOST);
    buf_put(&b, t->kept->target.code);
    buf_put(&b, STR(" "));
    buf_put(&b, t->kept->target.name);
    buf_put(&b, STR("; "));
    for (enum target_axis axis = 0; axis < AXES; axis++) {
        if (t->on[axis].verdict != TARGET_MISSED || (axis && t->on[1].level == t->on[0].level)) continue;
        if (axis && t->on[0].verdict == TARGET_MISSED) buf_put(&b, STR("; "));
        target_axis_write(&b, c->arena, s, t, axis);
    }
    cli_put_wrapped(c, 2, buf_str(&b));
    buf_clear(&b);
    target_note_write(&b, c->arena, t->note);
    cli_put_wrapped(c, 4, buf_str(&b));
    buf_free(&b);
}

static void put_sums(struct cli *c, const struct programme_status *s, const struct target_sum *sum)
{
    for (enum target_axis axis = 0; axis < AXES; axis++) {
        struct buf b = buf_make(LINE_MOST);
        if (!sum[axis].of) continue;
        if (axis == AXIS_YEAR)
            cli_put(c, tr("Với mức năm {1}: "), (buf_format(&b, "%d", s->period.to.year), buf_str(&b)));
        else
            cli_put(c, tr("Với mức cả giai đoạn: "));
        cli_put_sum(c, &sum[axis]);
        buf_char(c->out, '\n');
        buf_free(&b);
    }
}

/* A judgement that no target of the programme has takes no room. */
static const struct column *shown_columns(struct cli *c, const struct programme_status *s,
                                          const struct programme_state *p, const struct aim_sum *tasks)
{
    struct column *columns = arena_array(c->arena, struct column, COLUMN_COUNT);
    bool has[AXES] = {false}, has_tasks = false;
    memcpy(columns, COLUMNS, sizeof COLUMNS);
    for (size_t i = p->first; i < p->end; i++)
        for (enum target_axis axis = 0; axis < AXES; axis++) has[axis] |= s->targets.at[i].on[axis].level != NULL;
    for (size_t i = p->first; i < p->end; i++) has_tasks |= tasks[i].all > 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (!has_tasks && strcmp(columns[i].name, "tasks") == 0) columns[i].flags |= COLUMN_DATA;
        if (!has[AXIS_YEAR] && strcmp(columns[i].name, "year_verdict") == 0) columns[i].flags |= COLUMN_DATA;
        if (!has[AXIS_TERM] && strcmp(columns[i].name, "term_verdict") == 0) columns[i].flags |= COLUMN_DATA;
    }
    return columns;
}

/* Tasks under each target, in their order; of programmes behind them. */
static bool count_tasks(struct aim_sum **out, struct cli *c, const struct programme_status *s, struct err *err)
{
    size_t targets = s->targets.len, all = targets + s->programmes.len;
    struct aim_sum *at = *out = arena_array(c->arena, struct aim_sum, all);
    for (size_t i = 0; i < all; i++) {
        struct str code = i < targets ? s->targets.at[i].kept->target.code
                                      : s->programmes.at[i - targets].programme->code;
        if (!matter_aim(&at[i], c->db, c->arena, code, c->today, err)) return false;
    }
    return true;
}

/* Of a programme, its targets, and all below it; NULL: of all programmes. */
static struct aim_sum tasks_under(const struct programme_status *s, const struct programme_state *p,
                                  const struct aim_sum *tasks)
{
    struct aim_sum sum = {0};
    for (size_t i = p ? (size_t)(p - s->programmes.at) : 0; i < s->programmes.len; i++) {
        const struct programme_state *q = &s->programmes.at[i];
        if (p && q != p && q->depth <= p->depth) break;
        aim_add(&sum, &tasks[s->targets.len + i]);
        for (size_t t = q->first; t < q->end; t++) aim_add(&sum, &tasks[t]);
    }
    return sum;
}

/* "Nhiệm vụ: 8/10 hoàn thành (80,0 %), trễ hạn 1." */
static void put_tasks(struct cli *c, const struct aim_sum *sum)
{
    struct decimal percent;
    struct buf b = buf_make(LINE_MOST);
    if (sum->all && decimal_div(&percent, DECIMAL_INT((int64_t)sum->done * 100), DECIMAL_INT((int64_t)sum->all), 1,
                                ROUND_HALF_UP)) {
        number_write(&b, percent, c->lang);
        cli_put(c, tr("Nhiệm vụ: {1}/{2} hoàn thành ({3} %), trễ hạn {4}\n"), cli_number(c, sum->done),
                cli_number(c, sum->all), buf_str(&b), cli_number(c, sum->late));
    }
    buf_free(&b);
}

static bool put_programme(struct cli *c, const struct programme_status *s, const struct programme_state *p,
                          const struct aim_sum *tasks, struct err *err)
{
    struct buf b = buf_make(LINE_MOST);
    bool missed = false;
    buf_put(&b, p->programme->name);
    buf_put(&b, STR(" ("));
    buf_put(&b, p->programme->code);
    if (p->programme->symbol.len) buf_put(&b, STR("; "));
    buf_put(&b, p->programme->symbol);
    buf_put(&b, STR("), "));
    buf_put(&b, s->unit_name);
    buf_put(&b, STR(", "));
    period_write_vi(&b, s->period);
    cli_put_wrapped(c, 0, buf_str(&b));
    buf_char(c->out, '\n');
    buf_free(&b);
    if (p->first < p->end) {
        struct rows *r = cli_rows(c, shown_columns(c, s, p, tasks), COLUMN_COUNT);
        for (size_t i = p->first; i < p->end; i++) put_target(c, r, s, p, &s->targets.at[i], &tasks[i]);
        rows_close(r);
        buf_char(c->out, '\n');
    }
    put_sums(c, s, p->sum);
    struct aim_sum under = tasks_under(s, p, tasks);
    put_tasks(c, &under);
    for (size_t i = p->first; i < p->end; i++) {
        const struct target_state *t = &s->targets.at[i];
        if (!target_is_missed(t)) continue;
        if (!missed) cli_put(c, tr("Không đạt:\n"));
        missed = true;
        put_missed(c, s, t);
    }
    buf_char(c->out, '\n');
    return cli_drain(c, err);
}

static void put_claims(struct cli *c, const struct programme_status *s)
{
    for (size_t i = 0; i < s->claims.len; i++) {
        struct buf b = buf_make(LINE_MOST);
        if (s->claims.at[i].comparable && !s->claims.at[i].agrees) buf_put(&b, STR("nghi vấn: "));
        target_claim_write(&b, c->arena, s, &s->claims.at[i]);
        cli_put_wrapped(c, 0, buf_str(&b));
        buf_free(&b);
    }
}

/* Programmes that have nothing of their own and nothing below are not shown. */
static bool says_something(const struct programme_state *p, const struct aim_sum *own)
{
    return p->sum[AXIS_YEAR].of || p->sum[AXIS_TERM].of || p->first < p->end || own->all;
}

static bool put_tables(struct cli *c, const struct programme_status *s, const struct aim_sum *tasks, struct err *err)
{
    size_t shown = 0;
    for (size_t i = 0; i < s->programmes.len; i++) {
        if (!says_something(&s->programmes.at[i], &tasks[s->targets.len + i])) continue;
        shown++;
        if (!put_programme(c, s, &s->programmes.at[i], tasks, err)) return false;
    }
    if (shown > 1 && !(s->programmes.len && s->programmes.at[0].sum[0].of == s->sum[0].of &&
                       s->programmes.at[0].sum[1].of == s->sum[1].of)) {
        cli_put(c, tr("Tất cả chương trình của {1}\n"), s->unit_name);
        put_sums(c, s, s->sum);
    }
    put_claims(c, s);
    return cli_drain(c, err);
}

static void put_target_rows(struct cli *c, struct rows *r, const struct programme_status *s,
                            const struct aim_sum *tasks)
{
    for (size_t i = 0; i < s->programmes.len; i++)
        for (size_t k = s->programmes.at[i].first; k < s->programmes.at[i].end; k++)
            put_target(c, r, s, &s->programmes.at[i], &s->targets.at[k], &tasks[k]);
}

/* --- what is asked for */

/* The latest period for which somebody judged a target of a unit; NONE: nobody did. */
static struct period latest_judged(const struct target_rows *rows, struct str unit)
{
    struct period last = {0};
    for (size_t i = 0; i < rows->judgements.len; i++) {
        const struct kept_judgement *g = &rows->judgements.at[i];
        const struct kept_target *t = target_on(rows, g->target, (struct date){0});
        const struct programme *p = t ? programme_find(rows, t->target.programme) : NULL;
        if (p && str_eq(p->unit, unit) && (last.kind == PERIOD_NONE || date_cmp(g->period.to, last.to) > 0))
            last = g->period;
    }
    return last;
}

/* The one that was asked for, else the latest with figures, else with judgements, else this year. */
static struct period period_of(struct cli *c, const struct programme_asked *asked, const struct target_rows *rows,
                               const struct snapshot *s, struct str unit)
{
    struct period out = asked->period;
    if (out.kind == PERIOD_NONE) out = stand_latest(s->cube, c->arena, unit);
    if (out.kind == PERIOD_NONE) out = latest_judged(rows, unit);
    if (out.kind == PERIOD_NONE) out = period_year(c->today.year);
    return out;
}

/* The units that have programmes, or the one that was asked for. */
struct unit_choice {
    VEC_FIELDS(struct kept_unit);
};

static bool asked_units(struct unit_choice *out, struct cli *c, const struct target_rows *rows,
                        const struct programme_asked *asked, struct err *err)
{
    struct kept_unit one;
    struct str programme = asked->programme;
    if (asked->unit.len) {
        if (!unit_typed(&one, c->db, c->arena, asked->unit, asked->period.to, err)) return false;
        const struct programme *p = programme.len ? programme_find(rows, programme) : NULL;
        if (p && !str_eq(p->unit, one.code)) return fail(err, ERR_PROGRAMME_NONE, one.name);
        *vec_push(c->arena, out) = one;
        return true;
    }
    for (size_t i = 0; i < rows->programmes.len; i++) {
        const struct programme *p = &rows->programmes.at[i];
        bool there = programme.len && !str_eq(p->code, programme);
        for (size_t k = 0; k < out->len; k++) there |= str_eq(out->at[k].code, p->unit);
        if (there) continue;
        if (!unit_load(&one, c->db, c->arena, p->unit, err)) return false;
        *vec_push(c->arena, out) = one;
    }
    return true;
}

/* --sum: with the tasks of each programme, and of all of them behind. */
static void put_sum_rows(struct cli *c, struct rows *r, const struct programme_status *s, const struct aim_sum *tasks,
                         bool all)
{
    struct aim_sum *sums = arena_array(c->arena, struct aim_sum, s->programmes.len + 1);
    for (size_t i = 0; i < s->programmes.len; i++) sums[i] = tasks_under(s, &s->programmes.at[i], tasks);
    sums[s->programmes.len] = tasks_under(s, NULL, tasks);
    programme_put_sums(c, r, s, sums, all);
}

struct shown {
    size_t targets;
    struct period period; /* the last that was looked at */
};

static bool put_unit(struct shown *shown, struct cli *c, struct rows *r, const struct target_rows *rows,
                     const struct kept_unit *unit, const struct programme_asked *asked, struct err *err)
{
    struct snapshot s;
    struct programme_status status;
    struct str programme = asked->programme;
    if (!stand_load(&s, c->db, c->arena, unit->code, err)) return false;
    shown->period = period_of(c, asked, rows, &s, unit->code);
    if (!programme_status_make(&status, rows, &s, c->db, c->arena, unit, programme, shown->period, err)) return false;
    struct aim_sum *tasks;
    if (!count_tasks(&tasks, c, &status, err)) return false;
    shown->targets += status.targets.len;
    if (cli_flag(c, "sum"))
        put_sum_rows(c, r, &status, tasks, !programme.len);
    else if (r)
        put_target_rows(c, r, &status, tasks);
    else
        return put_tables(c, &status, tasks, err);
    return cli_drain(c, err);
}

/* Nothing was shown: there are no programmes, or none for that time. */
static bool fail_nothing(struct cli *c, const struct target_rows *rows, const struct unit_choice *units,
                         struct period period, struct err *err)
{
    struct str whose = units->len == 1 ? units->at[0].name : tr_text(c->lang, tr("đơn vị nào"));
    for (size_t i = 0; i < rows->programmes.len; i++)
        for (size_t k = 0; k < units->len; k++)
            if (str_eq(rows->programmes.at[i].unit, units->at[k].code))
                return fail(err, ERR_PROGRAMME_TIME, whose, period_text(c->arena, period));
    return fail(err, ERR_PROGRAMME_NONE, whose);
}

bool programme_run_status(struct cli *c, struct err *err)
{
    struct target_rows rows;
    struct unit_choice units = {0};
    struct programme_asked asked;
    struct rows *r = NULL;
    struct shown shown = {0};
    if (!known_on_open(c, DB_READ, err) || !target_rows_load(&rows, c->db, c->arena, err)) return false;
    if (!programme_asked_read(&asked, c, &rows, true, err) || !asked_units(&units, c, &rows, &asked, err)) return false;
    if (cli_flag(c, "sum"))
        r = programme_sum_rows(c);
    else if (c->format != FORMAT_TABLE)
        r = cli_rows(c, COLUMNS, COLUMN_COUNT);
    for (size_t i = 0; i < units.len; i++)
        if (!put_unit(&shown, c, r, &rows, &units.at[i], &asked, err)) return false;
    if (r) rows_close(r);
    return shown.targets || fail_nothing(c, &rows, &units, shown.period, err);
}
