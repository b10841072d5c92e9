/* SPDX-License-Identifier: Apache-2.0
 *
 * project_give: what is entered of projects beside what every matter has: lines of capital, one or a list, struck out
 * again; days of stages; obstacles. Each is one entry of the journal.
 */
#include "project_cells.h"

#include "file.h"
#include "money_text.h"
#include "nearest.h"
#include "project_table.h"
#include "said.h"

enum { EVIDENCE_MOST = 256 << 20, LIST_BYTES_MOST = 1 << 30, DOUBTS_MOST = 20 };

static bool begin(struct author *author, struct cli *c, struct err *err)
{
    return known_on_open(c, DB_WRITE, err) && cli_author(author, c, err);
}

static struct str shown_name(struct cli *c, struct str path)
{
    struct str name = path;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/') name = str_from(path, i + 1);
    return cli_shown(c->arena, name);
}

/* --- lines */

static bool amount_of(struct capital_line *l, struct cli *c, struct err *err)
{
    struct str typed = str_trim(c->args[2]);
    struct kind_field percent = {.type = MATTER_FIELD_NUMBER};
    struct buf b = buf_make(64);
    bool ok;
    if (l->sort == CAPITAL_CLAIM && str_ends(typed, STR("%"))) {
        typed.len--;
        l->sort = CAPITAL_PROGRESS;
        ok = field_value_write(&b, &percent, str_trim(typed)) && decimal_read(&l->amount, buf_str(&b));
    } else {
        ok = money_read(&l->amount, NULL, typed);
    }
    buf_free(&b);
    return ok || fail(err, ERR_PROJECT_AMOUNT, c->args[2]);
}

static bool layer_of(struct capital_line *l, const struct cli *c, struct err *err)
{
    if (l->sort == CAPITAL_GIVEN) l->layer = CAPITAL_BY_COUNCIL;
    return !cli_given(c, "layer") || capital_layer_read(&l->layer, str_trim(cli_text(c, "layer"))) ||
           fail(err, ERR_PROJECT_LAYER, cli_text(c, "layer"));
}

/* --contract of a voucher. */
static bool contract_of(struct capital_line *l, const struct cli *c, struct err *err)
{
    if (!cli_given(c, "contract")) return true;
    if (!capital_is_voucher(l->sort)) return fail(err, ERR_PROJECT_CONTRACT_VOUCHER);
    return contract_id_read(&l->contract, str_trim(cli_text(c, "contract"))) ||
           fail(err, ERR_PROJECT_CONTRACT, cli_text(c, "contract"));
}

static struct str sort_shown(const struct cli *c, enum capital_sort s)
{
    return c->lang == LANG_VI ? capital_sort_name(s) : capital_sort_word(s);
}

static void tell_doubt(struct cli *c, const struct project_doubt *d)
{
    struct str year = project_year_shown(c, d->year), value = project_million_shown(c, d->value);
    struct str other = project_million_shown(c, d->other);
    bool percent = d->sort == CAPITAL_PROGRESS;
    struct str of = !d->source.len       ? STR("")
                    : c->lang == LANG_VI ? project_term_name(project_sources(), d->source)
                                         : d->source;
    switch (d->kind) {
    case DOUBT_OVER_PLAN:
        if (of.len)
            cli_note(c, tr("! {1}: giải ngân năm {2} nguồn {3} vượt kế hoạch: {4}"), d->number, year, of,
                     project_over_shown(c, d->value, d->other));
        else
            cli_note(c, tr("! {1}: giải ngân năm {2} vượt kế hoạch: {3}"), d->number, year,
                     project_over_shown(c, d->value, d->other));
        return;
    case DOUBT_NO_PLAN:
        if (of.len)
            cli_note(c, tr("! {1}: đã giải ngân {2} triệu đồng của năm {3} nguồn {4} mà chưa có kế hoạch của nguồn ấy"),
                     d->number, value, year, of);
        else
            cli_note(c, tr("! {1}: đã giải ngân {2} triệu đồng của năm {3} mà chưa có kế hoạch năm"), d->number, value,
                     year);
        return;
    case DOUBT_FALLS:
        cli_note(c, tr("! {1}: «{2}» là số lũy kế, mà số của ngày {3} là {4}; xem lại số nào sai"), d->number,
                 sort_shown(c, d->sort), matter_day_shown(c->arena, d->day),
                 percent ? project_percent_shown(c, d->other) : other);
        return;
    }
}

static void tell_doubts(struct cli *c, const struct project_doubts *all)
{
    for (size_t i = 0; i < all->len && i < DOUBTS_MOST; i++) tell_doubt(c, &all->at[i]);
    if (all->len > DOUBTS_MOST) cli_note(c, tr("… và {1} điều đáng ngờ khác"), cli_number(c, all->len - DOUBTS_MOST));
}

static bool enter(struct cli *c, enum capital_sort sort, struct err *err)
{
    struct author author;
    struct kept_matter project;
    uint32_t id;
    struct project_doubts doubts;
    struct project_entry e = {.today = c->today};
    struct capital_line *l = &e.line.line;
    if (c->arg_count != 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    l->sort = sort;
    if (!begin(&author, c, err) || !project_argument(&project, c, 1, err) || !amount_of(l, c, err) ||
        !project_year_option(&l->year, &l->until, c, err) || !project_source_option(&l->source, c, err) ||
        !layer_of(l, c, err) || !contract_of(l, c, err))
        return false;
    if (l->until && l->sort == CAPITAL_GIVEN) l->sort = CAPITAL_MEDIUM;
    if (l->until && l->sort == CAPITAL_ADJUST) l->sort = CAPITAL_MEDIUM_ADJUST;
    l->project = project.id;
    l->day = matter_day(c);
    l->number = str_trim(cli_text(c, "number"));
    l->note = str_trim(cli_text(c, "note"));
    if (cli_given(c, "file")) {
        if (!file_read(&e.file_bytes, c->arena, cli_text(c, "file"), EVIDENCE_MOST, err)) return false;
        e.file_name = shown_name(c, cli_text(c, "file"));
    }
    if (!project_enter(&id, &doubts, c->db, c->arena, &author, &e, err)) return false;
    struct str amount = l->sort == CAPITAL_PROGRESS ? project_percent_shown(c, l->amount)
                                                    : project_million_shown(c, l->amount);
    cli_note(
        c, l->sort == CAPITAL_PROGRESS ? tr("{1}: đã ghi {2} ({3}), {4}") : tr("{1}: đã ghi {2} ({3}), {4} triệu đồng"),
        project.number, project_line_shown(c->arena, id), sort_shown(c, l->sort), amount);
    if ((l->sort == CAPITAL_PROGRESS || l->sort == CAPITAL_CLAIM) && !e.file_name.len)
        cli_note(c, tr("chưa có minh chứng: thêm --file ảnh hiện trường, chứng từ khi báo cáo"));
    tell_doubts(c, &doubts);
    return true;
}

bool project_run_plan(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_GIVEN, err);
}

bool project_run_adjust(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_ADJUST, err);
}

bool project_run_supplement(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_SUPPLEMENT, err);
}

bool project_run_carry(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_CARRIED, err);
}

bool project_run_disburse(struct cli *c, struct err *err)
{
    /* In the order of the choices of --as. */
    static const enum capital_sort SORTS[] = {CAPITAL_PAID, CAPITAL_ADVANCE, CAPITAL_RECOVERED, CAPITAL_RETURNED};
    int as = cli_choice(c, "as");
    return enter(c, SORTS[as < 0 ? 0 : as], err);
}

bool project_run_confirm(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_TREASURY, err);
}

bool project_run_claim(struct cli *c, struct err *err)
{
    return enter(c, CAPITAL_CLAIM, err);
}

bool project_run_strike(struct cli *c, struct err *err)
{
    struct author author;
    size_t count = c->arg_count - 1;
    uint32_t *lines = arena_array(c->arena, uint32_t, count), *allots = arena_array(c->arena, uint32_t, count);
    struct project_change change = {
        .strikes = lines, .allot_strikes = allots, .strike_note = str_trim(cli_text(c, "note"))};
    if (!count) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    for (size_t i = 1; i <= count; i++) {
        if (project_line_id_read(&lines[change.strike_count], c->args[i]))
            change.strike_count++;
        else if (allot_id_read(&allots[change.allot_strike_count], c->args[i]))
            change.allot_strike_count++;
        else
            return fail(err, ERR_PROJECT_LINE, c->args[i]);
    }
    if (!change.strike_note.len) return fail(err, ERR_PROJECT_REASON, c->args[1]);
    if (!begin(&author, c, err) || !project_do(c->db, c->arena, &author, &change, err)) return false;
    for (size_t i = 1; i <= count; i++) cli_note(c, tr("{1}: đã gạch, không tính nữa; dòng vẫn được giữ"), c->args[i]);
    return true;
}

/* --- a list */

static const struct column PROBLEM_COLUMNS[] = {{"line", tr("Dòng"), COLUMN_NUMBER}, {"problem", tr("Sai ở đâu"), 0}};

static void put_problems(struct cli *c, const struct project_list_result *done)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(PROBLEM_COLUMNS));
    for (size_t i = 0; i < done->problems.len; i++) {
        struct err e = done->problems.at[i];
        struct buf b = buf_make(SIZE_MAX);
        rows_int(r, e.line);
        e.line = 0;
        err_write(&b, &e, c->lang);
        rows_text(r, str_copy(c->arena, buf_str(&b)));
        buf_free(&b);
        rows_end(r);
    }
    rows_close(r);
}

bool project_run_load(struct cli *c, struct err *err)
{
    struct author author;
    struct project_list_result done;
    if (c->arg_count != 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    struct project_list_wish w = {.name = shown_name(c, c->args[1]), .today = c->today, .dry = cli_flag(c, "dry-run")};
    if (!file_read(&w.bytes, c->arena, c->args[1], LIST_BYTES_MOST, err) || !begin(&author, c, err) ||
        !project_list_load(&done, c->db, c->arena, &author, &w, err))
        return false;
    if (done.problems.len) {
        put_problems(c, &done);
        return fail(err, ERR_PROJECT_LIST_WRONG, w.name, cli_number(c, done.problems.len));
    }
    cli_note(c,
             w.dry ? tr("{1} dòng: {2} dòng mới, {3} dòng đã có; chỉ xem, chưa ghi gì")
                   : tr("{1} dòng: {2} dòng mới, {3} dòng đã có"),
             cli_number(c, done.rows), cli_number(c, done.fresh), cli_number(c, done.same));
    tell_doubts(c, &done.doubts);
    return true;
}

/* --- stages */

/* "2026-03-01..2026-06-30", one end may be left out. */
static bool days_of(struct date *from, struct date *to, const struct cli *c, const char *option, struct err *err)
{
    struct str typed = str_trim(cli_text(c, option));
    struct str_cut cut = str_cut(typed, STR(".."));
    bool ok = str_has(typed, STR("..")) && (cut.head.len || cut.tail.len) &&
              (!cut.head.len || date_typed(from, str_trim(cut.head))) &&
              (!cut.tail.len || date_typed(to, str_trim(cut.tail))) &&
              (!date_known(*from) || !date_known(*to) || date_cmp(*from, *to) <= 0);
    return !cli_given(c, option) || ok || fail(err, ERR_PROJECT_STAGE_DAYS, typed);
}

bool project_run_stage(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_matter project;
    struct kept_stage s = {.day = matter_day(c), .note = str_trim(cli_text(c, "note"))};
    struct project_change change = {.stages = &s, .stage_count = 1};
    struct buf b = buf_make(SIZE_MAX);
    if (c->arg_count != 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    const struct project_term *t = project_term_find(project_stages(), str_trim(c->args[2]));
    if (!t) {
        project_terms_write(&b, project_stages());
        fail(err, ERR_PROJECT_STAGE, c->args[2], nearest_joined(c->arena, c->args[2], buf_str(&b), STR(", ")));
        buf_free(&b);
        return false;
    }
    if (!days_of(&s.planned_from, &s.planned_to, c, "planned", err) ||
        !days_of(&s.actual_from, &s.actual_to, c, "actual", err))
        return false;
    struct date last = date_known(s.actual_to) ? s.actual_to : s.actual_from;
    if (date_known(last) && date_cmp(last, c->today) > 0)
        return fail(err, ERR_PROJECT_STAGE_DAYS, cli_text(c, "actual"));
    if (!cli_given(c, "planned") && !cli_given(c, "actual") && !s.note.len)
        return fail(err, ERR_PROJECT_NOTHING, c->args[1]);
    if (!begin(&author, c, err) || !project_argument(&project, c, 1, err)) return false;
    s.project = project.id;
    s.stage = t->code;
    if (!project_do(c->db, c->arena, &author, &change, err)) return false;
    cli_note(c, tr("{1}: đã ghi giai đoạn «{2}»; các ngày đã nêu trước vẫn được giữ"), project.number, t->name);
    return true;
}

/* --- obstacles */

static bool class_of(struct str *out, const struct cli *c, struct err *err)
{
    const struct project_term *t = project_term_find(project_obstacles(), str_trim(cli_text(c, "class")));
    struct buf b = buf_make(SIZE_MAX);
    if (!t) project_terms_write(&b, project_obstacles());
    bool ok = t || fail(err, ERR_PROJECT_CLASS, cli_text(c, "class"),
                        nearest_joined(c->arena, cli_text(c, "class"), buf_str(&b), STR(", ")));
    buf_free(&b);
    if (t) *out = t->code;
    return ok;
}

bool project_run_obstacle(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_matter project;
    struct kept_obstacles all;
    struct kept_obstacle o = {.day = c->today,
                              .owner = str_trim(cli_text(c, "owner")),
                              .due = cli_date(c, "due"),
                              .note = str_trim(cli_text(c, "note"))};
    struct project_change change = {.obstacles = &o, .obstacle_count = 1};
    bool known = c->arg_count == 2 && project_obstacle_id_read(&o.id, c->args[1]);
    if (c->arg_count != 3 && !known) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if ((!known || cli_given(c, "class")) && !class_of(&o.kind, c, err)) return false;
    if (known && !cli_given(c, "class") && !o.owner.len && !date_known(o.due))
        return fail(err, ERR_PROJECT_NOTHING, c->args[1]);
    if (!begin(&author, c, err)) return false;
    if (!known) {
        if (!project_argument(&project, c, 1, err)) return false;
        o.project = project.id;
        o.title = str_trim(c->args[2]);
        o.opened = matter_day(c);
        if (date_cmp(o.opened, c->today) > 0)
            return fail(err, ERR_PROJECT_DAY, date_text(c->arena, o.opened), date_text(c->arena, c->today));
    }
    if (!project_do(c->db, c->arena, &author, &change, err)) return false;
    if (known) {
        cli_note(c, tr("{1}: đã ghi; hạn, người phụ trách nêu trước vẫn được giữ"),
                 project_obstacle_shown(c->arena, o.id));
        return true;
    }
    if (!project_obstacle_rows_of(&all, c->db, c->arena, o.project, err)) return false;
    cli_note(c, tr("{1}: đã ghi vướng mắc {2}"), project.number,
             project_obstacle_shown(c->arena, all.at[all.len - 1].id));
    return true;
}

bool project_run_settle(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_obstacle o = {.day = c->today, .settled = matter_day(c), .note = str_trim(cli_text(c, "note"))};
    struct project_change change = {.obstacles = &o, .obstacle_count = 1};
    if (c->arg_count != 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!project_obstacle_id_read(&o.id, c->args[1])) return fail(err, ERR_PROJECT_OBSTACLE, c->args[1]);
    if (date_cmp(o.settled, c->today) > 0)
        return fail(err, ERR_PROJECT_DAY, date_text(c->arena, o.settled), date_text(c->arena, c->today));
    if (!begin(&author, c, err) || !project_do(c->db, c->arena, &author, &change, err)) return false;
    cli_note(c, tr("{1}: đã tháo gỡ ngày {2}"), project_obstacle_shown(c->arena, o.id),
             matter_day_shown(c->arena, o.settled));
    return true;
}
