/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_lists: matters as lists: all of them by what is asked for, those that wait for somebody, and counts by unit.
 */
#include "matter_cells.h"

#include "cli_private.h"
#include "decimal.h"
#include "matter_aim.h"
#include "matter_reports.h"

#define LIST_COLUMNS                                                                                                   \
    {"matter", tr("Mã"), COLUMN_FIXED}, {"number", tr("Số"), COLUMN_FIXED}, {"kind", NULL, COLUMN_DATA},               \
        {"title", tr("Nội dung"), COLUMN_KEEP}, {"unit", NULL, COLUMN_DATA}, {"unit_name", tr("Chủ trì"), 0},          \
        {"person", tr("Người thực hiện"), 0}, {"giver", NULL, COLUMN_DATA}, {"follower", NULL, COLUMN_DATA},           \
        {"document", NULL, COLUMN_DATA}, {"clause", NULL, COLUMN_DATA}, {"parent", NULL, COLUMN_DATA},                 \
        {"priority", NULL, COLUMN_DATA}, {"secrecy", NULL, COLUMN_DATA}, {"state", tr("Trạng thái"), 0},               \
        {"group", NULL, COLUMN_DATA}, {"waits", NULL, COLUMN_DATA}, {"opened", NULL, COLUMN_DATA},                     \
        {"first_due", NULL, COLUMN_DATA}, {"due", tr("Hạn"), COLUMN_FIXED}, {"ended", NULL, COLUMN_DATA},              \
        {"verdict", tr("So với hạn"), 0}, {"days_late", tr("Ngày"), COLUMN_FIXED}, {"with", NULL, COLUMN_DATA},        \
        {"with_names", NULL, COLUMN_DATA}, {"returns", NULL, COLUMN_DATA}, {"chases", NULL, COLUMN_DATA},              \
    {                                                                                                                  \
        "reminders", NULL, COLUMN_DATA                                                                                 \
    }
/* Where something was sent back or chased: how often. */
#define TIMES_COLUMN                                                                                                   \
    {                                                                                                                  \
        "times", tr("Trả lại, đôn đốc"), COLUMN_EYES                                                                   \
    }

static const struct column ALL_COLUMNS[] = {LIST_COLUMNS, TIMES_COLUMN};
static const struct column MINE_COLUMNS[] = {{"part", tr("Việc"), COLUMN_FIXED}, LIST_COLUMNS, TIMES_COLUMN};
enum { ALL_COLUMN_COUNT = sizeof ALL_COLUMNS / sizeof *ALL_COLUMNS, MINE_COLUMN_COUNT = ALL_COLUMN_COUNT + 1 };

/* "phường Bến Thành (phối hợp: phường Sài Gòn)". */
static struct str units_shown(struct cli *c, const struct board_matter *row)
{
    struct buf b = buf_make(SIZE_MAX);
    if (!row->with_names.len) return row->unit_name;
    buf_put(&b, row->unit_name);
    buf_put(&b, tr_text(c->lang, tr(" (phối hợp: ")));
    buf_put(&b, row->with_names);
    buf_char(&b, ')');
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool has_times(const struct board_matter *row)
{
    return row->returns || row->chases || row->reminders;
}

/* "trả lại 2; đôn đốc 1; nhắc 3" */
static struct str times_shown(struct cli *c, const struct board_matter *row)
{
    struct buf b = buf_make(400);
    const struct {
        uint32_t n;
        const char *words;
    } parts[] = {{row->returns, tr("trả lại {1}")}, {row->chases, tr("đôn đốc {1}")}, {row->reminders, tr("nhắc {1}")}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct str n = cli_number(c, parts[i].n);
        if (!parts[i].n) continue;
        if (b.len) buf_put(&b, STR("; "));
        tr_fill(&b, c->lang, parts[i].words, &n, 1);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* What it is found by; a report that is owed has no id among matters. */
static struct str code_shown(struct cli *c, const struct kept_matter *m)
{
    return m->id.n ? matter_id_shown(c->arena, m->id) : m->document;
}

static void put_row(struct cli *c, struct rows *r, const struct board_matter *row, bool times)
{
    const struct kept_matter *m = &row->matter;
    rows_text(r, code_shown(c, m));
    rows_text(r, m->number);
    rows_text(r, m->kind);
    rows_text(r, m->title);
    rows_text(r, m->unit);
    rows_text_shown(r, row->unit_name, units_shown(c, row));
    rows_text(r, m->person);
    rows_text(r, m->giver);
    rows_text(r, m->follower);
    rows_text(r, m->document);
    rows_text(r, m->clause);
    rows_text(r, m->parent);
    rows_text(r, m->priority);
    rows_text(r, m->secrecy);
    rows_text_shown(r, m->state, c->lang == LANG_VI ? row->state_name : m->state);
    rows_text(r, matter_group_word(m->group));
    rows_text(r, matter_party_word(m->waits));
    day_cell(r, m->opened);
    day_cell(r, m->first_due);
    day_cell(r, m->due_day);
    day_cell(r, m->ended);
    matter_style(r, row->verdict);
    rows_text_shown(r, matter_verdict_word(row->verdict), matter_verdict_shown(c, row->verdict));
    if (date_known(m->due_day))
        rows_decimal_shown(r, DECIMAL_INT(row->late), matter_late_shown(c, row));
    else
        rows_none(r);
    rows_text(r, row->with);
    rows_text(r, row->with_names);
    rows_int(r, row->returns);
    rows_int(r, row->chases);
    rows_int(r, row->reminders);
    if (times) rows_text(r, times_shown(c, row));
    rows_end(r);
}

/* --- lists */

/* --after, where it is a report that is owed and no matter. */
static struct str after_report(const struct cli *c)
{
    struct str typed = str_trim(cli_text(c, "after"));
    return matter_report_code(typed) ? typed : STR("");
}

bool matter_wish_of(struct board_wish *w, struct looked_unit *unit, struct looked_unit *under, struct cli *c,
                    struct err *err)
{
    bool has_unit, has_under;
    if (!matter_filter_option(c, err)) return false;
    *w = (struct board_wish){
        .filter = {.kind = matter_kind_option(c),
                   .state = cli_text(c, "state"),
                   .person = cli_text(c, "person"),
                   .giver = cli_text(c, "giver"),
                   .follower = cli_text(c, "follower"),
                   .words = cli_text(c, "text"),
                   .due_from = cli_date(c, "due-from"),
                   .due_to = cli_date(c, "due-to"),
                   .most = (uint32_t)cli_count(c, "limit")},
        .voice = matter_of_voice(c),
        .every = cli_flag(c, "all"),
        .on = matter_day(c),
        .own_soon = cli_given(c, "soon"),
        .soon = (uint32_t)cli_count(c, "soon"),
    };
    if (!w->filter.most || w->filter.most > MATTER_PAGE_MOST) w->filter.most = MATTER_PAGE_MOST;
    if (!matter_unit_option(unit, &has_unit, c, "unit", err) || !matter_unit_option(under, &has_under, c, "under", err))
        return false;
    if (has_unit && has_under) return fail(err, ERR_FILING_SCOPE);
    if (has_unit) w->unit = unit;
    if (has_under) w->under = under;
    if (cli_given(c, "group")) w->filter.groups = 1u << cli_choice(c, "group");
    if (w->filter.state.len && !w->filter.groups) w->every = true;
    w->by_verdict = cli_given(c, "clock");
    if (w->by_verdict) w->verdict = (enum matter_verdict)cli_choice(c, "clock");
    if (!cli_given(c, "after") || after_report(c).len) return true;
    return matter_typed(&w->filter.after, c->db, c->arena, cli_text(c, "after"), err);
}

static bool state_known(struct cli *c, const struct board_wish *w, struct err *err)
{
    struct known_kinds kinds;
    if (!w->filter.state.len || str_eq(w->filter.kind, REPORT_KIND)) return true;
    if (!known_kinds(&kinds, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        const struct matter_kind *k = &kinds.at[i].kind;
        bool asked = !w->filter.kind.len || str_eq(w->filter.kind, k->word);
        if (asked && kind_state_find(k, w->filter.state)) return true;
    }
    return fail(err, ERR_MATTER_STATE, w->filter.state);
}

static bool no_arguments(struct cli *c, struct err *err)
{
    return c->arg_count == 1 || fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
}

/* --target: of it and of all that is below it. */
static bool take_target(struct board_wish *w, struct cli *c, struct err *err)
{
    struct str_list codes;
    if (!cli_given(c, "target")) return true;
    if (!matter_aim_below(&codes, c->db, c->arena, str_trim(cli_text(c, "target")), err)) return false;
    w->aims = codes.at;
    w->aim_count = codes.len;
    return true;
}

bool matter_run_list(struct cli *c, struct err *err)
{
    struct board_wish w;
    struct matter_board board;
    struct looked_unit unit, under;
    bool ok = true, times = false;
    if (!no_arguments(c, err) || !known_on_open(c, DB_READ, err) || !matter_wish_of(&w, &unit, &under, c, err) ||
        !state_known(c, &w, err))
        return false;
    if (!take_target(&w, c, err) || !state_known(c, &w, err) ||
        !matter_board_all(&board, c->db, c->arena, &w, after_report(c), err))
        return false;
    for (size_t i = 0; i < board.len; i++) times |= has_times(&board.at[i]);
    struct rows *r = cli_rows(c, ALL_COLUMNS, ALL_COLUMN_COUNT - !times);
    for (size_t i = 0; ok && i < board.len; i++) {
        put_row(c, r, &board.at[i], times);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    if (!ok || !cli_flush(c, err)) return false;
    if (!board.len) cli_note(c, tr("không có việc nào"));
    if (board.more)
        cli_note(c, tr("còn nữa; trang sau: thêm --after {1}"), code_shown(c, &board.at[board.len - 1].matter));
    return true;
}

bool matter_put_list(struct cli *c, const struct matter_list *list, struct err *err)
{
    bool ok = true;
    struct rows *r = cli_rows(c, ALL_COLUMNS, ALL_COLUMN_COUNT - 1);
    for (size_t i = 0; ok && i < list->len; i++) {
        struct board_matter row;
        ok = board_matter(&row, c->db, c->arena, &list->at[i], matter_day(c), err);
        if (ok) put_row(c, r, &row, false);
        ok = ok && cli_drain(c, err);
    }
    rows_close(r);
    return ok && cli_flush(c, err);
}

/* --- mine */

static struct str part_shown(const struct cli *c, enum mine_part p)
{
    switch (p) {
    case MINE_LATE: return tr_text(c->lang, tr("Quá hạn"));
    case MINE_RETURNED: return tr_text(c->lang, tr("Bị trả lại"));
    case MINE_SOON: return tr_text(c->lang, tr("Sắp đến hạn"));
    case MINE_DECIDE: return tr_text(c->lang, tr("Chờ xử lý"));
    case MINE_REST: return tr_text(c->lang, tr("Còn hạn"));
    case MINE_HELPING: return tr_text(c->lang, tr("Phối hợp"));
    case MINE_PARTS: break;
    }
    return STR("");
}

static struct str part_word(enum mine_part p)
{
    static const struct str WORDS[MINE_PARTS] = {STR_INIT("late"),   STR_INIT("returned"), STR_INIT("soon"),
                                                 STR_INIT("decide"), STR_INIT("rest"),     STR_INIT("helping")};
    return WORDS[p];
}

/* Reports are owed by units, and are of no kind that is asked for by a command of one. */
static bool add_reports(struct mine_board *board, struct cli *c, const struct mine_wish *w, struct err *err)
{
    bool all = !w->asked.filter.kind.len || str_eq(w->asked.filter.kind, REPORT_KIND);
    if (!w->asked.unit || w->person.len || !all || w->asked.voice) return true;
    return matter_mine_reports(board, c->db, c->arena, &w->asked, err);
}

bool matter_run_mine(struct cli *c, struct err *err)
{
    struct mine_board board;
    struct looked_unit unit, under;
    struct mine_wish w;
    bool ok = true, times = false;
    if (!no_arguments(c, err) || !known_on_open(c, DB_READ, err) || !matter_wish_of(&w.asked, &unit, &under, c, err) ||
        !state_known(c, &w.asked, err))
        return false;
    w.person = w.asked.filter.person;
    w.most = w.asked.filter.most;
    if (!w.asked.unit && !w.asked.under && !w.person.len) w.person = c->by;
    if (!matter_mine(&board, c->db, c->arena, &w, err) || !add_reports(&board, c, &w, err)) return false;
    for (size_t i = 0; i < board.len; i++) times |= has_times(&board.at[i].row);
    struct rows *r = cli_rows(c, MINE_COLUMNS, MINE_COLUMN_COUNT - !times);
    for (size_t i = 0; ok && i < board.len; i++) {
        if (board.at[i].part == MINE_LATE) rows_style(r, STYLE_BAD);
        rows_text_shown(r, part_word(board.at[i].part), part_shown(c, board.at[i].part));
        put_row(c, r, &board.at[i].row, times);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    if (!ok || !cli_flush(c, err)) return false;
    cli_note(c, tr("quá hạn {1}; bị trả lại {2}; sắp đến hạn {3}; chờ xử lý {4}"), cli_number(c, board.of[MINE_LATE]),
             cli_number(c, board.of[MINE_RETURNED]), cli_number(c, board.of[MINE_SOON]),
             cli_number(c, board.of[MINE_DECIDE]));
    if (board.of[MINE_HELPING]) cli_note(c, tr("phối hợp với đơn vị khác {1}"), cli_number(c, board.of[MINE_HELPING]));
    if (board.more) cli_note(c, tr("còn nữa: các số trên chỉ đếm những việc hiện ra; xem đủ bằng list"));
    return true;
}

/* --- counts */

static const struct column SUM_COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},
    {"all", tr("Tổng"), COLUMN_NUMBER},
    {"waiting", tr("Chưa nhận"), COLUMN_NUMBER},
    {"open", tr("Đang làm"), COLUMN_NUMBER},
    {"paused", tr("Tạm dừng"), COLUMN_NUMBER},
    {"dropped", tr("Không tính"), COLUMN_NUMBER},
    {"in_time", NULL, COLUMN_DATA},
    {"soon", tr("Sắp đến hạn"), COLUMN_NUMBER},
    {"late", tr("Quá hạn"), COLUMN_NUMBER},
    {"no_clock", NULL, COLUMN_DATA},
    {"done", tr("Hoàn thành"), COLUMN_NUMBER},
    {"ended_in_time", NULL, COLUMN_DATA},
    {"ended_late", NULL, COLUMN_DATA},
    {"ended", NULL, COLUMN_DATA},
    {"rate_in_time", tr("Đúng hạn / có hạn đã xong"), COLUMN_NUMBER},
    {"rate_in_time_of", NULL, COLUMN_DATA},
    {"rate_late", tr("Quá hạn / chưa xong"), COLUMN_NUMBER},
    {"rate_late_of", NULL, COLUMN_DATA},
};

struct str matter_rate_shown(struct cli *c, uint64_t part, uint64_t whole, struct decimal percent)
{
    struct buf b = buf_make(200);
    buf_put(&b, cli_number(c, part));
    buf_char(&b, '/');
    buf_put(&b, cli_number(c, whole));
    buf_put(&b, STR(" ("));
    number_write(&b, percent, c->lang);
    buf_put(&b, c->lang == LANG_VI ? STR(" %)") : STR("%)"));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* For eyes as above, per cent and denominator for programs; nothing over nothing is no rate. */
static void put_rate(struct cli *c, struct rows *r, struct matter_rate rate)
{
    struct decimal percent;
    if (!rate.whole || !decimal_div(&percent, DECIMAL_INT((int64_t)rate.part * 100), DECIMAL_INT((int64_t)rate.whole),
                                    1, ROUND_HALF_UP))
        rows_none_shown(r, STR("–"));
    else
        rows_decimal_shown(r, percent, matter_rate_shown(c, rate.part, rate.whole, percent));
    rows_int(r, (int64_t)rate.whole);
}

/* A condition of lists that counts do not look at is said, typed or out of a filter: else a number of all would look
 * like one of some. */
void matter_note_unused(struct cli *c)
{
    static const char *const OF_LISTS[] = {"clock", "person", "giver", "follower", "state", "group", "text"};
    struct buf b = buf_make(400);
    for (size_t i = 0; i < sizeof OF_LISTS / sizeof *OF_LISTS; i++) {
        if (!cli_given(c, OF_LISTS[i])) continue;
        buf_put(&b, b.len ? STR(", --") : STR("--"));
        buf_put(&b, str_of(OF_LISTS[i]));
    }
    if (b.len) cli_note(c, tr("phép đếm này không xét {1}; các điều kiện ấy dùng cho list"), buf_str(&b));
    buf_free(&b);
}

bool matter_run_stats(struct cli *c, struct err *err)
{
    struct board_wish w;
    struct matter_sums sums;
    struct looked_unit unit, under;
    if (!no_arguments(c, err) || !known_on_open(c, DB_READ, err) || !matter_wish_of(&w, &unit, &under, c, err) ||
        !matter_sums_all(&sums, c->db, c->arena, &w, err))
        return false;
    matter_note_unused(c);
    struct rows *r = cli_rows(c, COLUMNS_OF(SUM_COLUMNS));
    for (size_t i = 0; i < sums.len; i++) {
        const struct matter_sum *s = &sums.at[i];
        bool last = i + 1 == sums.len;
        if (last) rows_style(r, STYLE_HEAD);
        rows_text(r, s->unit);
        rows_text_shown(r, s->unit_name, last ? tr_text(c->lang, tr("Cộng")) : s->unit_name);
        rows_int(r, (int64_t)s->all);
        rows_int(r, (int64_t)s->groups[MATTER_WAITING]);
        rows_int(r, (int64_t)s->groups[MATTER_OPEN]);
        rows_int(r, (int64_t)s->groups[MATTER_PAUSED]);
        rows_int(r, (int64_t)s->groups[MATTER_DROPPED]);
        rows_int(r, (int64_t)s->of[MATTER_IN_TIME]);
        rows_int(r, (int64_t)s->of[MATTER_SOON]);
        rows_int(r, (int64_t)s->of[MATTER_LATE]);
        rows_int(r, (int64_t)s->of[MATTER_NO_CLOCK]);
        rows_int(r, (int64_t)s->groups[MATTER_DONE]);
        rows_int(r, (int64_t)s->of[MATTER_ENDED_IN_TIME]);
        rows_int(r, (int64_t)s->of[MATTER_ENDED_LATE]);
        rows_int(r, (int64_t)s->of[MATTER_ENDED]);
        put_rate(c, r, matter_rate_in_time(s));
        put_rate(c, r, matter_rate_late(s));
        rows_end(r);
    }
    rows_close(r);
    return true;
}
