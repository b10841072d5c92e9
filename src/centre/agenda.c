/* SPDX-License-Identifier: Apache-2.0
 *
 * agenda: see agenda.h.
 */
#include "agenda.h"

#include "buf.h"
#include "indicator.h"
#include "project_book.h"
#include "stand.h"
#include "target_status.h"

static const struct str WORDS[] = {STR_INIT("late"),   STR_INIT("petition"),  STR_INIT("obstacle"),
                                   STR_INIT("target"), STR_INIT("indicator"), STR_INIT("soon")};
_Static_assert(sizeof WORDS / sizeof *WORDS == AGENDA_SOURCES, "a word for each");

struct str agenda_source_word(enum agenda_source s)
{
    return WORDS[s];
}

struct making {
    struct agenda *out;
    struct db *db;
    struct arena *arena;
    const struct agenda_wish *wish;
    struct known_kinds kinds;
};

static struct str kept(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

/* --- matters */

static struct str matter_code(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    return kept(a, &b);
}

static struct str matter_reason(struct arena *a, const struct board_matter *m)
{
    struct buf b = buf_make(SIZE_MAX);
    struct date due = m->matter.due_day;
    if (m->verdict == MATTER_LATE) {
        buf_format(&b, "quá hạn %d ngày", m->late);
    } else if (m->verdict == MATTER_SOON) {
        buf_format(&b, m->late ? "còn %d ngày" : "đến hạn hôm nay", -m->late);
    }
    if (date_known(due)) buf_format(&b, "%shạn %d/%d/%d", b.len ? ", " : "", due.day, due.month, due.year);
    buf_put(&b, b.len ? STR("; ") : STR(""));
    buf_put(&b, m->state_name);
    return kept(a, &b);
}

static bool is_voice(const struct making *k, struct str kind)
{
    for (size_t i = 0; i < k->kinds.len; i++)
        if (str_eq(k->kinds.at[i].kind.word, kind)) return k->kinds.at[i].kind.petition.has;
    return false;
}

static void put_matter(struct making *k, enum agenda_source source, const struct board_matter *m)
{
    *vec_push(k->arena, k->out) = (struct agenda_item){.source = source,
                                                       .code = matter_code(k->arena, m->matter.id),
                                                       .title = m->matter.title,
                                                       .unit = m->matter.unit,
                                                       .unit_name = m->unit_name,
                                                       .reason = matter_reason(k->arena, m)};
}

static enum agenda_source late_source(const struct making *k, const struct board_matter *m)
{
    if (str_eq(m->matter.kind, STR("firm_issue"))) return AGENDA_OBSTACLE;
    return is_voice(k, m->matter.kind) ? AGENDA_PETITION : AGENDA_LATE;
}

static struct board_wish asking(const struct making *k)
{
    return (struct board_wish){.filter = {.most = k->wish->most},
                               .unit = k->wish->unit,
                               .under = k->wish->under,
                               .on = k->wish->on,
                               .by_verdict = true};
}

/* Meetings are no topic of a meeting. */
static bool put_verdict(struct making *k, struct matter_board *late, enum matter_verdict verdict, struct err *err)
{
    struct board_wish w = asking(k);
    w.verdict = verdict;
    if (!matter_board(late, k->db, k->arena, &w, err)) return false;
    k->out->more |= late->more;
    return true;
}

/* What was laid before a superior waits for him, whether it is late or not. */
static bool put_proposed(struct making *k, struct err *err)
{
    struct board_wish w = asking(k);
    struct matter_board board;
    w.by_verdict = false;
    w.filter.kind = STR("firm_issue");
    w.filter.state = STR("proposed");
    if (!matter_board(&board, k->db, k->arena, &w, err)) return false;
    for (size_t i = 0; i < board.len; i++)
        if (board.at[i].verdict != MATTER_LATE) put_matter(k, AGENDA_OBSTACLE, &board.at[i]);
    return true;
}

static bool put_matters(struct making *k, struct matter_board *soon, struct err *err)
{
    struct matter_board late;
    static const enum agenda_source ORDER[] = {AGENDA_LATE, AGENDA_PETITION, AGENDA_OBSTACLE};
    if (!put_verdict(k, &late, MATTER_LATE, err) || !put_verdict(k, soon, MATTER_SOON, err)) return false;
    for (size_t o = 0; o < sizeof ORDER / sizeof *ORDER; o++)
        for (size_t i = 0; i < late.len; i++)
            if (late_source(k, &late.at[i]) == ORDER[o] && !str_eq(late.at[i].matter.kind, STR("meeting")))
                put_matter(k, ORDER[o], &late.at[i]);
    return put_proposed(k, err);
}

static void put_soon(struct making *k, const struct matter_board *soon)
{
    for (size_t i = 0; i < soon->len; i++)
        if (!str_eq(soon->at[i].matter.kind, STR("meeting"))) put_matter(k, AGENDA_SOON, &soon->at[i]);
}

/* --- what hinders projects of public investment, and is past its day */

static void put_hindrance(struct making *k, const struct book_project *p, const struct book_obstacle *o)
{
    struct buf code = buf_make(16), b = buf_make(SIZE_MAX);
    struct date due = o->last->due;
    buf_format(&code, "X%u", (unsigned)o->last->id);
    buf_format(&b, "vướng mắc của dự án, quá hạn %d ngày, hạn %d/%d/%d; dự án ", o->late, due.day, due.month, due.year);
    buf_put(&b, p->row.matter.title);
    if (o->last->owner.len) buf_put(&b, STR("; gỡ: "));
    buf_put(&b, o->last->owner);
    *vec_push(k->arena, k->out) = (struct agenda_item){.source = AGENDA_OBSTACLE,
                                                       .code = kept(k->arena, &code),
                                                       .title = o->last->title,
                                                       .unit = p->row.matter.unit,
                                                       .unit_name = p->row.unit_name,
                                                       .reason = kept(k->arena, &b)};
}

static bool put_hindrances(struct making *k, struct err *err)
{
    struct project_book book;
    struct book_wish w = {
        .unit = k->wish->unit, .under = k->wish->under, .source = STR(""), .year = k->wish->on.year, .on = k->wish->on};
    uint32_t shown = 0;
    if (!project_book(&book, k->db, k->arena, &w, err)) return false;
    for (size_t i = 0; i < book.len; i++)
        for (size_t o = 0; o < book.at[i].obstacles.len; o++) {
            const struct book_obstacle *at = &book.at[i].obstacles.at[o];
            if (!at->open || at->late <= 0) continue;
            if (shown++ < k->wish->most)
                put_hindrance(k, &book.at[i], at);
            else
                k->out->more = true;
        }
    return true;
}

/* --- figures */

static void put_target(struct making *k, const struct target_state *t, const struct kept_unit *unit)
{
    struct buf b = buf_make(SIZE_MAX);
    const struct target_result *missed = t->on[AXIS_YEAR].verdict == TARGET_MISSED ? &t->on[AXIS_YEAR]
                                                                                   : &t->on[AXIS_TERM];
    target_result_write(&b, missed);
    buf_put(&b, STR(": mức "));
    buf_put(&b, missed->wanted);
    if (missed->number.shown.len) buf_put(&b, STR(", thực hiện "));
    buf_put(&b, missed->number.shown);
    if (missed->lacking.len) buf_put(&b, STR(", thiếu "));
    buf_put(&b, missed->lacking);
    struct str lacks = target_note_lacks(k->arena, t->note);
    if (lacks.len) buf_put(&b, STR("; chưa nêu "));
    buf_put(&b, lacks);
    *vec_push(k->arena, k->out) = (struct agenda_item){.source = AGENDA_TARGET,
                                                       .code = t->kept->target.code,
                                                       .title = t->kept->target.name,
                                                       .unit = unit->code,
                                                       .unit_name = unit->name,
                                                       .reason = kept(k->arena, &b)};
}

static bool put_targets(struct making *k, const struct snapshot *s, const struct kept_unit *unit, struct period p,
                        struct err *err)
{
    struct target_rows rows;
    struct programme_status status;
    if (!target_rows_load(&rows, k->db, k->arena, err) ||
        !programme_status_make(&status, &rows, s, k->db, k->arena, unit, STR(""), p, err))
        return false;
    for (size_t i = 0; i < status.targets.len; i++)
        if (target_is_missed(&status.targets.at[i])) put_target(k, &status.targets.at[i], unit);
    return true;
}

/* --- targets whose day is over and of which nobody knows how they went */

static bool is_silent(const struct target_result *r, struct date on)
{
    bool silent = r->verdict == TARGET_NO_FIGURE || r->verdict == TARGET_NOT_JUDGED;
    return silent && r->level && date_cmp(r->level->period.to, on) < 0;
}

static bool is_listed(const struct making *k, struct str code)
{
    for (size_t i = 0; i < k->out->len; i++)
        if (k->out->at[i].source == AGENDA_TARGET && str_eq(k->out->at[i].code, code)) return true;
    return false;
}

static void put_silent(struct making *k, const struct target_state *t, const struct target_result *r,
                       const struct kept_unit *unit)
{
    struct buf b = buf_make(SIZE_MAX);
    struct date end = r->level->period.to;
    target_result_write(&b, r);
    buf_put(&b, STR(": mức "));
    buf_put(&b, r->wanted);
    buf_format(&b, ", đã hết kỳ ngày %d/%d/%d", end.day, end.month, end.year);
    *vec_push(k->arena, k->out) = (struct agenda_item){.source = AGENDA_TARGET,
                                                       .code = t->kept->target.code,
                                                       .title = t->kept->target.name,
                                                       .unit = unit->code,
                                                       .unit_name = unit->name,
                                                       .reason = kept(k->arena, &b)};
}

/* Of one unit, in the period that was asked for, else the last year that is over: missing is not missed, and it is not
 * nothing either. */
static bool put_unknown(struct making *k, const struct target_rows *rows, const struct snapshot *s, struct str code,
                        struct err *err)
{
    struct kept_unit unit;
    struct programme_status status;
    const struct agenda_wish *w = k->wish;
    struct period p = w->period.kind != PERIOD_NONE ? w->period : period_year(w->on.year - 1);
    if (!unit_load(&unit, k->db, k->arena, code, err) ||
        !programme_status_make(&status, rows, s, k->db, k->arena, &unit, STR(""), p, err))
        return false;
    for (size_t i = 0; i < status.targets.len; i++) {
        const struct target_state *t = &status.targets.at[i];
        for (enum target_axis axis = 0; axis < AXES; axis++)
            if (is_silent(&t->on[axis], w->on) && !is_listed(k, t->kept->target.code))
                put_silent(k, t, &t->on[axis], &unit);
    }
    return true;
}

/* Of every unit that has programmes, whether it has figures or not. */
static bool put_all_unknown(struct making *k, const struct snapshot *s, const struct looked_unit *asked,
                            struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, k->db, k->arena, err)) return false;
    for (size_t i = 0; i < rows.programmes.len; i++) {
        struct str unit = rows.programmes.at[i].unit;
        bool again = false;
        for (size_t n = 0; n < i && !again; n++) again = str_eq(rows.programmes.at[n].unit, unit);
        if (again || (asked && !str_eq(asked->id, unit))) continue;
        if (!put_unknown(k, &rows, s, unit, err)) return false;
    }
    return true;
}

static struct str indicator_code(struct arena *a, const struct stand_row *row)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, row->question.indicator->code);
    buf_char(&b, '@');
    buf_put(&b, row->question.unit);
    return kept(a, &b);
}

static void put_indicator(struct making *k, const struct stand_row *row, const struct kept_unit *unit)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, row->plan_verdict == PLAN_NOT_REACHED ? STR("không đạt kế hoạch: ") : STR("chậm so với kế hoạch: "));
    show_with_unit(&b, row->value.value, row->question.indicator);
    buf_put(&b, STR(" trên "));
    show_with_unit(&b, row->plan.value, row->question.indicator);
    buf_put(&b, STR(", đạt "));
    show_comparison(&b, &row->ratio.comparison, false);
    if (row->share.by != PACE_BY_NOTHING) {
        buf_put(&b, row->share.by == PACE_BY_SEASON ? STR("; các năm trước đến lúc này được ")
                                                    : STR("; theo số ngày đã qua là "));
        decimal_write_vi(&b, row->share.expected);
        buf_put(&b, STR(" %"));
    }
    *vec_push(k->arena, k->out) = (struct agenda_item){.source = AGENDA_INDICATOR,
                                                       .code = indicator_code(k->arena, row),
                                                       .title = row->question.indicator->name,
                                                       .unit = unit->code,
                                                       .unit_name = unit->name,
                                                       .reason = kept(k->arena, &b)};
}

static bool put_stand(struct making *k, const struct snapshot *s, const struct kept_unit *unit, struct period p,
                      struct err *err)
{
    struct stand stand;
    if (!stand_make(&stand, s, k->db, k->arena, *unit, p, err)) return false;
    for (size_t i = 0; i < stand.len; i++)
        if (stand.at[i].plan_verdict == PLAN_NOT_REACHED || stand.at[i].pace == PACE_BEHIND)
            put_indicator(k, &stand.at[i], unit);
    return true;
}

/* Of the unit that was asked for, else of every unit that has figures: targets, then indicators. */
static bool put_figures(struct making *k, struct err *err)
{
    struct snapshot s;
    const struct looked_unit *asked = k->wish->unit ? k->wish->unit : k->wish->under;
    if (!stand_load(&s, k->db, k->arena, asked ? asked->id : STR(""), err)) return false;
    struct codes units = cube_units(s.cube);
    for (int targets = 1; targets >= 0; targets--) {
        if (!targets && !put_all_unknown(k, &s, asked, err)) return false; /* behind those that are missed */
        for (size_t i = 0; i < units.len; i++) {
            const struct kept_unit *unit = snapshot_unit(&s, units.at[i]);
            struct period p = k->wish->period.kind != PERIOD_NONE ? k->wish->period
                                                                  : stand_latest(s.cube, k->arena, units.at[i]);
            if (!unit || p.kind == PERIOD_NONE || (asked && !str_eq(asked->id, unit->code))) continue;
            if (!(targets ? put_targets(k, &s, unit, p, err) : put_stand(k, &s, unit, p, err))) return false;
        }
    }
    return true;
}

bool agenda_make(struct agenda *out, struct db *db, struct arena *a, const struct agenda_wish *w, struct err *err)
{
    struct making k = {.out = out, .db = db, .arena = a, .wish = w};
    struct matter_board soon;
    *out = (struct agenda){0};
    if (!known_kinds(&k.kinds, db, a, err) || !put_matters(&k, &soon, err) || !put_hindrances(&k, err) ||
        !put_figures(&k, err))
        return false;
    put_soon(&k, &soon);
    return true;
}

/* --- picking */

static const struct agenda_item *find(const struct agenda *from, struct str code)
{
    for (size_t i = 0; i < from->len; i++)
        if (str_eq(from->at[i].code, code)) return &from->at[i];
    return NULL;
}

bool agenda_pick(struct str *out, size_t *count, struct arena *a, const struct agenda *from, struct str codes,
                 struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str missing = STR("");
    *count = 0;
    while (codes.len && !missing.len) {
        struct str_cut cut = str_cut(codes, STR(";"));
        struct str code = str_trim(cut.head);
        const struct agenda_item *item = find(from, code);
        codes = cut.tail;
        if (!code.len) continue;
        if (!item) missing = code;
        if (!item) continue;
        buf_format(&b, "%s%zu. [", *count ? "; " : "", *count + 1);
        buf_put(&b, item->code);
        buf_put(&b, STR("] "));
        buf_put(&b, item->title);
        buf_put(&b, STR(" ("));
        buf_put(&b, item->unit_name);
        buf_put(&b, STR("): "));
        buf_put(&b, item->reason);
        ++*count;
    }
    *out = kept(a, &b);
    if (missing.len) return fail(err, ERR_AGENDA_ITEM, missing);
    return *count || fail(err, ERR_AGENDA_EMPTY);
}
