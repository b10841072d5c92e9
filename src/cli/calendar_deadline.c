/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_deadline: one time limit with every step of its reckoning, and whether it was kept.
 */
#include "clock_cells.h"
#include "clock_event.h"
#include "lateness.h"
#include "unit_cells.h"

#define COLUMNS_OF(columns) (columns), sizeof(columns) / sizeof *(columns)
enum { TEXT_MOST = 4000 };

struct wanted {
    struct clock_rule rule;
    struct office_hours office;
    struct clock_events events;
    struct clock_question question;
    struct clock_answer answer;
    struct lateness_facts facts;
    struct lateness_verdict verdict;
};

static bool moment_option(struct moment *out, struct cli *c, const char *name, struct err *err)
{
    *out = (struct moment){.minute = MINUTE_UNKNOWN};
    return !cli_given(c, name) || cli_moment(out, cli_text(c, name), err);
}

static bool find_rule(struct wanted *a, struct cli *c, struct err *err)
{
    struct buf day = buf_make(32);
    bool ok = false;
    date_write(&day, a->question.start.day);
    switch (clock_rule_find(&a->rule, c->args[1], a->question.start.day)) {
    case CLOCK_RULE_FOUND: ok = true; break;
    case CLOCK_RULE_UNKNOWN: ok = fail(err, ERR_CLOCK_RULE_UNKNOWN, c->args[1]); break;
    case CLOCK_RULE_NOT_THEN: ok = fail(err, ERR_CLOCK_RULE_THEN, c->args[1], buf_str(&day)); break;
    }
    buf_free(&day);
    return ok;
}

static bool ask(struct wanted *a, struct cli *c, struct err *err)
{
    enum clock_event_kind kind;
    struct str wrong, office = cli_text(c, "office");
    struct clock_question *q = &a->question;
    if (!cli_given(c, "from")) return fail(err, ERR_OPTION_MISSING, STR("--from"), STR("calendar"));
    if (!moment_option(&q->start, c, "from", err) || !moment_option(&q->printed, c, "printed", err) ||
        !moment_option(&a->facts.done, c, "done", err) || !moment_option(&a->facts.recorded, c, "recorded", err) ||
        !moment_option(&a->facts.now, c, "now", err) || !find_rule(a, c, err))
        return false;
    if (!cli_given(c, "now")) a->facts.now = cli_now(c);
    if (!cli_given(c, "recorded")) a->facts.recorded = a->facts.done;
    if (!office_find(&a->office, office, q->start.day)) return fail(err, ERR_OFFICE_UNKNOWN, office);
    if (!clock_events_read(&a->events, cli_text(c, "wait"), cli_text(c, "extend"), &wrong, &kind))
        return fail(err, kind == CLOCK_WAITING ? ERR_CLOCK_WAITING : ERR_CLOCK_MORE, wrong);
    q->rule = &a->rule;
    q->office = &a->office;
    q->events = a->events.at;
    q->event_count = a->events.len;
    const struct workdays *w;
    if (!cli_workdays(&w, c, err)) return false;
    if (!clock_answer(&a->answer, c->arena, q, w, err)) return false;
    a->facts.due = a->answer.holds;
    a->verdict = lateness_of(&a->facts, w);
    return true;
}

/* --- words */

/* By how much: of a term in hours by the clock, else in days. */
static struct str amount_shown(struct cli *c, const struct wanted *a)
{
    const struct lateness_verdict *v = &a->verdict;
    bool hours = term_is_hours(a->rule.term) && (v->minutes || !v->days);
    struct buf b = buf_make(200);
    struct str args[] = {cli_number(c, (uint64_t)(hours ? v->minutes / 60 : v->days)),
                         cli_number(c, (uint64_t)(hours ? v->minutes % 60 : v->working_days))};
    tr_fill(&b, c->lang, hours ? tr("{1} giờ {2} phút") : tr("{1} ngày ({2} ngày làm việc)"), args, 2);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_verdict(struct cli *c, const struct wanted *a)
{
    const struct lateness_verdict *v = &a->verdict;
    struct str amount = amount_shown(c, a);
    struct str now = term_is_hours(a->rule.term) ? moment_shown(c, a->facts.now) : day_shown(c, a->facts.now.day);
    switch (v->truth) {
    case LATENESS_NONE: break;
    case LATENESS_EARLY: cli_put(c, tr("Trước hạn {1}\n"), amount); break;
    case LATENESS_ON_TIME: cli_put(c, tr("Đúng hạn\n")); break;
    case LATENESS_LATE: cli_put(c, tr("Quá hạn {1}\n"), amount); break;
    case LATENESS_RUNNING: cli_put(c, tr("Tính đến {2}: còn {1}\n"), amount, now); break;
    case LATENESS_OVERDUE: cli_put(c, tr("Tính đến {2}: nếu chưa xong thì quá hạn {1}\n"), amount, now); break;
    }
    if (v->by_synchronisation) cli_put(c, tr("Trễ do đồng bộ: xong trong hạn, trên Cổng ghi sau hạn hoặc chưa ghi\n"));
}

static void put_result(struct cli *c, const struct wanted *a)
{
    const struct clock_answer *r = &a->answer;
    if (r->waiting)
        cli_put(c, tr("Hạn: chưa có, đang tạm dừng\n"));
    else if (a->rule.row.way == CLOCK_BEFORE)
        cli_put(c, tr("Hạn: chậm nhất {1}\n"), moment_shown(c, r->due));
    else
        cli_put(c, term_is_hours(a->rule.term) ? tr("Hạn: {1}\n") : tr("Hạn: hết {1}\n"), moment_shown(c, r->due));
    if (r->extensions) cli_put(c, tr("Hạn đầu: {1}\n"), moment_shown(c, r->first));
    if (moment_cmp(r->holds, r->due) != 0) cli_put(c, tr("Xét theo phiếu hẹn: {1}\n"), moment_shown(c, r->holds));
    if (r->provisional_year) cli_put(c, tr("Hạn này là tạm tính\n"));
    put_verdict(c, a);
}

/* --- for programs */

static const struct column COLUMNS[] = {
    {"rule", NULL, 0},
    {"term", NULL, 0},
    {"citation", NULL, 0},
    {"rule_from", NULL, 0},
    {"start", NULL, 0},
    {"begins", NULL, 0},
    {"original", NULL, 0},
    {"first", NULL, 0},
    {"due", NULL, 0},
    {"holds", NULL, 0},
    {"waiting", NULL, 0},
    {"left", NULL, 0},
    {"extensions", NULL, 0},
    {"provisional", NULL, 0},
    {"doubts", NULL, 0},
    {"truth", NULL, 0},
    {"portal", NULL, 0},
    {"days", NULL, 0},
    {"working_days", NULL, 0},
    {"minutes", NULL, 0},
    {"by_synchronisation", NULL, 0},
    {"steps", NULL, COLUMN_DATA},
};

static void doubts_cell(struct rows *r, unsigned doubts)
{
    static const struct {
        enum clock_doubt flag;
        struct str word;
    } WORDS[] = {{CLOCK_EXTENDED_LATE, STR_INIT("extended_late")},
                 {CLOCK_EXTENDED_OFTEN, STR_INIT("extended_often")},
                 {CLOCK_EXTENDED_LONG, STR_INIT("extended_long")},
                 {CLOCK_HOUR_UNKNOWN, STR_INIT("hour_unknown")}};
    struct buf b = buf_make(200);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!(doubts & WORDS[i].flag)) continue;
        if (b.len) buf_char(&b, '|');
        buf_put(&b, WORDS[i].word);
    }
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_row(struct cli *c, const struct wanted *a)
{
    const struct clock_answer *x = &a->answer;
    struct buf term = buf_make(100);
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    term_write(&term, a->rule.term);
    rows_text(r, a->rule.row.code);
    rows_text(r, buf_str(&term));
    rows_text(r, a->rule.row.citation);
    day_cell(r, a->rule.row.from);
    moment_cell(r, c, a->question.start);
    moment_cell(r, c, x->begins);
    moment_cell(r, c, x->original);
    moment_cell(r, c, x->first);
    moment_cell(r, c, x->due);
    moment_cell(r, c, x->holds);
    rows_bool(r, x->waiting);
    if (x->waiting)
        rows_int(r, x->left);
    else
        rows_none(r);
    rows_int(r, x->extensions);
    rows_bool(r, x->provisional_year != 0);
    doubts_cell(r, x->doubts);
    rows_text(r, lateness_word(a->verdict.truth));
    rows_text(r, lateness_word(a->verdict.told));
    rows_int(r, a->verdict.days);
    rows_int(r, a->verdict.working_days);
    rows_int(r, a->verdict.minutes);
    rows_bool(r, a->verdict.by_synchronisation);
    clock_steps_cell(r, c, &(struct shown_clock){&a->rule, &a->question, &a->answer});
    rows_end(r);
    rows_close(r);
    buf_free(&term);
}

bool calendar_run_deadline(struct cli *c, struct err *err)
{
    struct wanted *a = arena_new(c->arena, struct wanted);
    if (!ask(a, c, err)) return false;
    if (c->format != FORMAT_TABLE) {
        put_row(c, a);
        return true;
    }
    clock_put_rule(c, &a->rule);
    clock_put_steps(c, &(struct shown_clock){&a->rule, &a->question, &a->answer});
    put_result(c, a);
    return true;
}
