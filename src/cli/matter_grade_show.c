/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_grade_show: what somebody's tasks give for his grading, task by task and sum by sum.
 */
#include "matter_cells.h"

#include "matter_grade.h"
#include "period.h"
#include "said.h"

static const struct column COLUMNS[] = {
    {"matter", tr("Mã"), COLUMN_FIXED},
    {"number", tr("Số"), COLUMN_FIXED},
    {"title", tr("Nội dung"), 0},
    {"first_due", tr("Hạn đầu"), COLUMN_FIXED},
    {"due", tr("Hạn"), COLUMN_FIXED},
    {"ended", tr("Xong"), COLUMN_FIXED},
    {"coefficient", tr("Hệ số"), COLUMN_NUMBER},
    {"done", tr("Hoàn thành"), COLUMN_FIXED},
    {"returns", tr("Trả lại"), COLUMN_NUMBER},
    {"late", tr("Chậm"), COLUMN_FIXED},
    {"excused", NULL, COLUMN_DATA},
};

static void put_day(struct rows *r, struct cli *c, struct date d)
{
    rows_text_shown(r, date_known(d) ? date_text(c->arena, d) : STR(""), matter_day_shown(c->arena, d));
}

static void put_task(struct rows *r, struct cli *c, const struct graded_task *t)
{
    const struct kept_matter *m = &t->row.matter;
    const char *late = !t->item.late ? "" : t->item.excused ? tr("có, đã gia hạn") : tr("có");
    rows_text(r, matter_id_shown(c->arena, m->id));
    rows_text(r, m->number);
    rows_text(r, m->title);
    put_day(r, c, m->first_due);
    put_day(r, c, m->due_day);
    put_day(r, c, m->ended);
    rows_decimal(r, t->item.weight);
    rows_bool(r, t->item.done);
    rows_int(r, t->item.returns);
    rows_text_shown(r, t->item.late ? STR("true") : STR("false"), *late ? tr_text(c->lang, late) : STR(""));
    rows_bool(r, t->item.excused);
    rows_end(r);
}

static struct str number_of(struct cli *c, struct rational n)
{
    struct decimal d;
    struct buf b = buf_make(60);
    if (rational_round(&d, n, 2)) number_write(&b, decimal_trim(d), c->lang);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str percent_of(struct cli *c, struct rational n)
{
    struct rational whole;
    return rational_mul(&whole, n, RATIONAL_OF(100)) ? number_of(c, whole) : STR("");
}

static void put_share(struct cli *c, const char *msgid, struct rational part, struct rational whole,
                      struct rational share)
{
    cli_put(c, msgid, number_of(c, part), number_of(c, whole), percent_of(c, share));
}

/* --common, between 0 and what the rule gives at most. */
static bool common_points(struct rational *out, bool *given, struct cli *c, const struct grading_rule *r,
                          struct err *err)
{
    struct decimal d;
    char most[8];
    int len = snprintf(most, sizeof most, "%u", (unsigned)r->common);
    *given = cli_given(c, "common");
    if (!*given) return true;
    bool fits = decimal_read_grouped(&d, str_trim(cli_text(c, "common")), '.', ',') && rational_of_decimal(out, d) &&
                rational_sign(*out) >= 0 && rational_cmp(*out, RATIONAL_OF(r->common)) <= 0;
    return fits || fail(err, ERR_GRADE_COMMON, (struct str){most, (size_t)len});
}

static void put_total(struct cli *c, const struct task_grade *g, struct rational common)
{
    struct rational total;
    if (!rational_add(&total, common, g->grade.result)) return;
    cli_put(c, tr("Tổng: {1} + {2} = {3} điểm: {4}\n"), number_of(c, common), number_of(c, g->grade.result),
            number_of(c, total), grade_level_words(grade_level(g->rule, total)));
}

enum { RATES_MOST = 8 };
struct leader_rates {
    bool given;
    struct rational of[RATES_MOST];
    struct str shown; /* "95 + 90 + 100" */
};

/* --leader, "95; 90; 100" in %; as many as the rule has. */
static bool leader_rates(struct leader_rates *out, struct cli *c, const struct grading_rule *r, struct err *err)
{
    struct str rest = str_trim(cli_text(c, "leader")), typed = rest;
    struct buf b = buf_make(SIZE_MAX);
    size_t count = 0;
    bool fits = true;
    *out = (struct leader_rates){.given = cli_given(c, "leader")};
    if (!out->given) return true;
    while (fits && (rest.len || !count)) {
        struct str_cut cut = str_cut(rest, STR(";"));
        struct decimal d;
        struct rational percent;
        fits = count < RATES_MOST && decimal_read_grouped(&d, str_trim(cut.head), '.', ',') &&
               rational_of_decimal(&percent, d) && rational_sign(percent) >= 0 &&
               rational_cmp(percent, RATIONAL_OF(100)) <= 0 && rational_div(&out->of[count], percent, RATIONAL_OF(100));
        if (b.len) buf_put(&b, STR(" + "));
        if (fits) buf_put(&b, number_of(c, percent));
        count += fits;
        rest = cut.tail;
    }
    out->shown = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return (fits && count == r->unit_rates) || fail(err, ERR_GRADE_LEADER, typed);
}

static void put_result(struct cli *c, const struct task_grade *g, const struct leader_rates *leader)
{
    struct str most = number_of(c, RATIONAL_OF(g->rule->result)), points = number_of(c, g->grade.result);
    if (!leader->given) {
        cli_put(c, tr("Kết quả nhiệm vụ: (a + b + c) / 3 × {1} = {2} điểm\n"), most, points);
        return;
    }
    cli_put(c, tr("d, đ, e, kết quả của đơn vị (theo người nhập): {1} %\n"), leader->shown);
    cli_put(c, tr("Kết quả nhiệm vụ của lãnh đạo: (a + b + c + d + đ + e) / {3} × {1} = {2} điểm\n"), most, points,
            cli_number(c, 3u + g->rule->unit_rates));
}

static void put_sums(struct cli *c, const struct task_grade *g, const struct leader_rates *leader, bool has_common,
                     struct rational common)
{
    const struct grade *s = &g->grade;
    bool excused = false;
    buf_char(c->out, '\n');
    if (s->has_a) put_share(c, tr("a, số lượng: {1} / {2} = {3} %\n"), s->done, s->given, s->a);
    if (s->has_bc) {
        put_share(c, tr("b, chất lượng: {1} / {2} = {3} %\n"), s->quality, s->done, s->b);
        put_share(c, tr("c, tiến độ: {1} / {2} = {3} %\n"), s->pace, s->done, s->c);
        put_result(c, g, leader);
        if (has_common) put_total(c, g, common);
    } else {
        cli_put(c, tr("Chưa có sản phẩm hoàn thành: chất lượng, tiến độ và điểm chưa tính được\n"));
    }
    for (size_t i = 0; !excused && i < g->tasks.len; i++) excused = g->tasks.at[i].item.excused;
    if (excused)
        cli_put(
            c, tr("Việc quá hạn đầu mà kịp hạn đã gia hạn thì không bị trừ ở đây; gia hạn có phải vì nguyên nhân khách "
                  "quan hay không là do người đánh giá\n"));
    cli_put(c, tr("Căn cứ: {1}. {2}\n"), g->rule->citation, g->rule->note);
}

/* --- the sums for programs: one row */

static const struct column SUM_COLUMNS[] = {
    {"person", tr("Người thực hiện"), 0},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},
    {"from", tr("Từ ngày"), COLUMN_FIXED},
    {"to", tr("Đến ngày"), COLUMN_FIXED},
    {"rule", NULL, COLUMN_DATA},
    {"tasks", tr("Việc"), COLUMN_NUMBER},
    {"without_due", NULL, COLUMN_DATA},
    {"given", NULL, COLUMN_DATA},
    {"done", NULL, COLUMN_DATA},
    {"quality", NULL, COLUMN_DATA},
    {"pace", NULL, COLUMN_DATA},
    {"a", tr("a, %"), COLUMN_NUMBER},
    {"b", tr("b, %"), COLUMN_NUMBER},
    {"c", tr("c, %"), COLUMN_NUMBER},
    {"leader", NULL, COLUMN_DATA},
    {"result", tr("Điểm kết quả"), COLUMN_NUMBER},
    {"common", tr("Điểm chung"), COLUMN_NUMBER},
    {"total", tr("Tổng điểm"), COLUMN_NUMBER},
    {"grade", tr("Mức"), 0},
    {"citation", NULL, COLUMN_DATA},
    {"note", NULL, COLUMN_DATA},
};

/* What is not known is none, and not 0. */
static void put_rational(struct rows *r, bool known, struct rational n)
{
    struct decimal d;
    if (known && rational_round(&d, n, 2))
        rows_decimal(r, decimal_trim(d));
    else
        rows_none(r);
}

static void put_percent(struct rows *r, bool known, struct rational share)
{
    struct rational whole = RATIONAL_OF(0);
    bool fits = rational_mul(&whole, share, RATIONAL_OF(100));
    put_rational(r, known && fits, whole);
}

static void put_sum_row(struct cli *c, const struct task_grade *g, const struct grade_wish *w,
                        const struct leader_rates *leader, bool has_common, struct rational common)
{
    const struct grade *s = &g->grade;
    struct rational total = RATIONAL_OF(0);
    bool has_result = s->has_a && s->has_bc;
    bool has_total = has_result && has_common && rational_add(&total, common, s->result);
    struct rows *r = cli_rows(c, COLUMNS_OF(SUM_COLUMNS));
    rows_text(r, w->person);
    rows_text(r, w->unit ? w->unit->id : STR(""));
    rows_text(r, w->unit ? w->unit->name : STR(""));
    put_day(r, c, w->from);
    put_day(r, c, w->to);
    rows_text(r, g->rule->code);
    rows_int(r, (int64_t)g->tasks.len);
    rows_int(r, (int64_t)g->without_due);
    put_rational(r, true, s->given);
    put_rational(r, true, s->done);
    put_rational(r, s->has_bc, s->quality);
    put_rational(r, s->has_bc, s->pace);
    put_percent(r, s->has_a, s->a);
    put_percent(r, s->has_bc, s->b);
    put_percent(r, s->has_bc, s->c);
    rows_text(r, leader->shown);
    put_rational(r, has_result, s->result);
    put_rational(r, has_common, common);
    put_rational(r, has_total, total);
    if (has_total)
        rows_text_shown(r, grade_level_word(grade_level(g->rule, total)),
                        grade_level_words(grade_level(g->rule, total)));
    else
        rows_none(r);
    rows_text(r, g->rule->citation);
    rows_text(r, g->rule->note);
    rows_end(r);
    rows_close(r);
}

/* Which days: of a period, or from and to. */
static bool take_days(struct grade_wish *w, struct cli *c, struct err *err)
{
    struct period period;
    struct str typed = str_trim(cli_text(c, "period"));
    w->from = cli_date(c, "due-from");
    w->to = cli_date(c, "due-to");
    if (typed.len) {
        if (!period_read(&period, typed)) return fail(err, ERR_TASK_PERIOD, typed);
        w->from = period.from;
        w->to = period.to;
    }
    return (date_known(w->from) && date_known(w->to)) || fail(err, ERR_GRADE_WHO);
}

bool matter_run_grade(struct cli *c, struct err *err)
{
    struct task_grade g;
    struct leader_rates leader;
    struct looked_unit unit;
    struct rational common = RATIONAL_OF(0);
    bool by_unit, has_common;
    struct grade_wish w = {.person = str_trim(cli_text(c, "person"))};
    bool sums = c->arg_count == 2 && str_eq(c->args[1], STR("sums"));
    if (c->arg_count > 1 && !sums) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (cli_given(c, "person") == cli_given(c, "unit")) return fail(err, ERR_GRADE_WHO);
    if (!take_days(&w, c, err)) return false;
    if (!known_on_open(c, DB_READ, err) || !matter_unit_option(&unit, &by_unit, c, "unit", err)) return false;
    if (by_unit) w.unit = &unit;
    if (!matter_grade(&g, c->db, c->arena, &w, err) || !common_points(&common, &has_common, c, g.rule, err) ||
        !leader_rates(&leader, c, g.rule, err))
        return false;
    if (leader.given && g.grade.has_a && g.grade.has_bc && !grade_leader(&g.grade, g.rule, leader.of))
        return fail(err, ERR_GRADE_LEADER, cli_text(c, "leader"));
    if (sums) {
        put_sum_row(c, &g, &w, &leader, has_common, common);
        return true;
    }
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; i < g.tasks.len; i++) put_task(r, c, &g.tasks.at[i]);
    rows_close(r);
    if (c->format == FORMAT_TABLE) put_sums(c, &g, &leader, has_common, common);
    if (g.without_due) cli_note(c, tr("{1} nhiệm vụ không có hạn, không tính"), cli_number(c, g.without_due));
    return true;
}
