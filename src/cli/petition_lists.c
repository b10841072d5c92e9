/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_lists: see petition_cells.h.
 */
#include "petition_cells.h"

#include "calendar_cells.h"
#include "matter_cells.h"
#include "petition_stats.h"
#include "petition_twins.h"

bool petition_kind_fits(struct cli *c, struct err *err)
{
    static const char *const OF_RECORD[] = {"kinds", "twins", "join", "outcomes", "stats"};
    struct str kind = cli_text(c, "kind");
    struct known_kinds kinds;
    bool reads = !kind.len;
    for (size_t i = 0; i < sizeof OF_RECORD / sizeof *OF_RECORD; i++) reads |= str_eq(c->args[0], str_of(OF_RECORD[i]));
    if (!kind.len || reads) return true; /* an office's own kind is known when the record is open */
    if (!petition_kinds(&kinds, NULL, c->arena, err)) return false;
    for (size_t i = 0; i < kinds.len; i++)
        if (str_eq(kinds.at[i].kind.word, kind)) return true;
    if (!known_kinds(&kinds, NULL, c->arena, err)) return false;
    for (size_t i = 0; i < kinds.len; i++)
        if (str_eq(kinds.at[i].kind.word, kind)) return fail(err, ERR_PETITION_KIND, STR("--kind"), kind);
    return true;
}

/* The record, the kind and the units that are asked for. */
static bool begin(struct petition_wish *w, struct cli *c, struct err *err)
{
    struct board_wish board;
    struct matter_filter filter;
    struct looked_unit unit, under;
    struct known_kinds kinds;
    bool known = false;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !matter_wish_of(&board, &unit, &under, c, err) ||
        !board_filter(&filter, c->db, c->arena, &board, err) || !petition_kinds(&kinds, c->db, c->arena, err))
        return false;
    for (size_t i = 0; i < kinds.len; i++) known |= str_eq(kinds.at[i].kind.word, filter.kind);
    if (filter.kind.len && !known) return fail(err, ERR_PETITION_KIND, STR("--kind"), filter.kind);
    *w = (struct petition_wish){filter.kind, filter.units, filter.unit_count, filter.by_units};
    return true;
}

static const struct column KIND_COLUMNS[] = {{"kind", tr("Loại"), COLUMN_FIXED},
                                             {"name", tr("Tên"), 0},
                                             {"apart", tr("Danh tính"), 0},
                                             {"citation", tr("Căn cứ"), 0}};

bool petition_run_kinds(struct cli *c, struct err *err)
{
    struct known_kinds kinds;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !petition_kinds(&kinds, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(KIND_COLUMNS));
    for (size_t i = 0; i < kinds.len; i++) {
        const struct matter_kind *k = &kinds.at[i].kind;
        rows_text(r, k->word);
        rows_text(r, k->name);
        rows_text_shown(r, k->petition.apart ? STR("yes") : STR("no"),
                        k->petition.apart ? tr_text(c->lang, tr("giữ riêng")) : STR(""));
        rows_text(r, k->citation);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- counts */

static void take_days(struct date *from, struct date *to, struct cli *c)
{
    *to = cli_given(c, "received-to") ? cli_date(c, "received-to") : matter_day(c);
    *from = cli_given(c, "received-from") ? cli_date(c, "received-from")
                                          : (struct date){.year = to->year, .month = 1, .day = 1};
}

static void put_rate(struct cli *c, struct rows *r, uint64_t part, uint64_t whole)
{
    struct decimal percent;
    if (!whole ||
        !decimal_div(&percent, DECIMAL_INT((int64_t)part * 100), DECIMAL_INT((int64_t)whole), 1, ROUND_HALF_UP))
        rows_none_shown(r, STR("–")); /* nothing to divide by is no 100 % */
    else
        rows_decimal_shown(r, percent, matter_rate_shown(c, part, whole, percent));
    rows_int(r, (int64_t)part);
    rows_int(r, (int64_t)whole);
}

static const struct column SUM_COLUMNS[] = {
    {"kind", NULL, COLUMN_DATA},
    {"name", tr("Loại"), 0},
    {"carried", tr("Tồn trước"), COLUMN_NUMBER},
    {"received", tr("Tiếp nhận"), COLUMN_NUMBER},
    {"total", tr("Tổng"), COLUMN_NUMBER},
    {"dropped", tr("Không xử lý"), COLUMN_NUMBER},
    {"passed", tr("Chuyển, hướng dẫn"), COLUMN_NUMBER},
    {"under", tr("Thẩm quyền"), COLUMN_NUMBER},
    {"settled", tr("Đã giải quyết"), COLUMN_NUMBER},
    {"settled_in_time", tr("Đúng hạn"), COLUMN_NUMBER},
    {"settled_late", tr("Quá hạn"), COLUMN_NUMBER},
    {"settled_no_clock", NULL, COLUMN_DATA},
    {"onward", NULL, COLUMN_DATA},
    {"left_in_time", tr("Còn trong hạn"), COLUMN_NUMBER},
    {"left_late", tr("Còn quá hạn"), COLUMN_NUMBER},
    {"rate_settled", tr("Giải quyết / thẩm quyền"), COLUMN_NUMBER},
    {"rate_settled_part", NULL, COLUMN_DATA},
    {"rate_settled_whole", NULL, COLUMN_DATA},
    {"rate_in_time", tr("Đúng hạn / đã giải quyết"), COLUMN_NUMBER},
    {"rate_in_time_part", NULL, COLUMN_DATA},
    {"rate_in_time_whole", NULL, COLUMN_DATA},
};

static void put_sum(struct cli *c, struct rows *r, const struct petition_sum *s, bool all)
{
    if (all) rows_style(r, STYLE_HEAD);
    rows_text(r, s->kind);
    rows_text_shown(r, s->name, all ? tr_text(c->lang, tr("Cộng")) : s->name);
    rows_int(r, (int64_t)s->carried);
    rows_int(r, (int64_t)s->received);
    rows_int(r, (int64_t)petition_total(s));
    rows_int(r, (int64_t)s->dropped);
    rows_int(r, (int64_t)s->passed);
    rows_int(r, (int64_t)petition_under(s));
    rows_int(r, (int64_t)petition_settled(s));
    rows_int(r, (int64_t)s->settled_in_time);
    rows_int(r, (int64_t)s->settled_late);
    rows_int(r, (int64_t)s->settled_no_clock);
    rows_int(r, (int64_t)s->onward);
    rows_int(r, (int64_t)s->left_in_time);
    if (s->left_late) rows_style(r, STYLE_BAD);
    rows_int(r, (int64_t)s->left_late);
    put_rate(c, r, petition_settled(s), petition_under(s));
    put_rate(c, r, s->settled_in_time, s->settled_in_time + s->settled_late);
    rows_end(r);
}

bool petition_run_stats(struct cli *c, struct err *err)
{
    struct petition_wish w;
    struct petition_stats stats;
    struct date from, to;
    take_days(&from, &to, c);
    if (!begin(&w, c, err) || !petition_stats(&stats, c->db, c->arena, &w, from, to, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(SUM_COLUMNS));
    for (size_t i = 0; i < stats.sums.len; i++) put_sum(c, r, &stats.sums.at[i], i + 1 == stats.sums.len);
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    const struct petition_sum *all = &stats.sums.at[stats.sums.len - 1];
    cli_note(c, tr("kỳ {1} đến {2}; số còn lại tính đến cuối kỳ"), matter_day_shown(c->arena, from),
             matter_day_shown(c->arena, to));
    if (all->onward)
        cli_note(c, tr("{1} đơn đã thụ lý thành việc khác (khiếu nại, vụ việc tố cáo), việc ấy đếm ở loại của nó"),
                 cli_number(c, all->onward));
    return true;
}

static const struct column OUTCOME_COLUMNS[] = {
    {"kind", NULL, COLUMN_DATA},   {"name", tr("Loại"), 0},
    {"outcome", tr("Kết quả"), 0}, {"rate", tr("Số vụ / đã giải quyết"), COLUMN_NUMBER},
    {"count", NULL, COLUMN_DATA},  {"of", NULL, COLUMN_DATA},
};

bool petition_run_outcomes(struct cli *c, struct err *err)
{
    struct petition_wish w;
    struct petition_stats stats;
    struct date from, to;
    take_days(&from, &to, c);
    if (!begin(&w, c, err) || !petition_stats(&stats, c->db, c->arena, &w, from, to, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(OUTCOME_COLUMNS));
    for (size_t i = 0; i < stats.outcomes.len; i++) {
        const struct petition_outcome *o = &stats.outcomes.at[i];
        rows_text(r, o->kind);
        rows_text(r, o->name);
        rows_text_shown(r, o->outcome, o->outcome.len ? o->outcome : tr_text(c->lang, tr("(chưa nêu)")));
        put_rate(c, r, o->count, o->of);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- twins */

static const struct column TWIN_COLUMNS[] = {
    {"matter", tr("Đơn"), COLUMN_FIXED},   {"title", tr("Nội dung"), COLUMN_KEEP},
    {"kind", NULL, COLUMN_DATA},           {"received", tr("Nhận"), COLUMN_FIXED},
    {"unit_name", tr("Chủ trì"), 0},       {"first", tr("Trùng với?"), COLUMN_FIXED},
    {"first_title", tr("Nội dung"), 0},    {"first_kind", NULL, COLUMN_DATA},
    {"first_received", NULL, COLUMN_DATA}, {"first_state", NULL, COLUMN_DATA},
    {"common", NULL, COLUMN_DATA},         {"words", NULL, COLUMN_DATA},
    {"same_sender", NULL, COLUMN_DATA},    {"same_place", NULL, COLUMN_DATA},
    {"days", NULL, COLUMN_DATA},           {"why", tr("Vì sao"), COLUMN_KEEP},
};

static struct str why_of(struct cli *c, const struct petition_twin *t)
{
    struct buf b = buf_make(SIZE_MAX);
    const struct str words[] = {cli_number(c, t->common), cli_number(c, t->of)};
    const struct str days = cli_number(c, (uint64_t)t->days);
    tr_fill(&b, c->lang, tr("chung {1}/{2} từ"), words, 2);
    if (t->same_sender) buf_put(&b, tr_text(c->lang, tr("; cùng người gửi")));
    if (t->same_place) buf_put(&b, tr_text(c->lang, tr("; cùng nơi")));
    tr_fill(&b, c->lang, t->days ? tr("; cách nhau {1} ngày") : tr("; cùng ngày"), &days, 1);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_flag(struct rows *r, bool yes)
{
    rows_text(r, yes ? STR("yes") : STR("no"));
}

static bool put_twin(struct cli *c, struct rows *r, const struct petition_twin *t, struct err *err)
{
    const struct kept_matter *m = &t->later->matter, *first = &t->first->matter;
    struct looked_unit unit;
    if (!unit_look_id(&unit, c->db, c->arena, m->unit, err)) return false;
    rows_text(r, matter_id_shown(c->arena, m->id));
    rows_text(r, m->title);
    rows_text(r, m->kind);
    day_cell(r, t->later->received);
    rows_text(r, unit.name);
    rows_text(r, matter_id_shown(c->arena, first->id));
    rows_text(r, first->title);
    rows_text(r, first->kind);
    day_cell(r, t->first->received);
    rows_text(r, first->state);
    rows_int(r, t->common);
    rows_int(r, t->of);
    put_flag(r, t->same_sender);
    put_flag(r, t->same_place);
    rows_int(r, t->days);
    rows_text(r, why_of(c, t));
    rows_end(r);
    return true;
}

bool petition_run_twins(struct cli *c, struct err *err)
{
    struct petition_wish w;
    struct petition_twins twins;
    struct petition_list list;
    if (!begin(&w, c, err) || !petition_twins(&twins, &list, c->db, c->arena, &w, matter_day(c),
                                              (uint32_t)cli_count(c, "within"), cli_flag(c, "all"), err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(TWIN_COLUMNS));
    for (size_t i = 0; i < twins.len; i++)
        if (!put_twin(c, r, &twins.at[i], err)) return false;
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    if (!twins.len) cli_note(c, tr("không thấy đơn nào có thể trùng"));
    if (twins.len) cli_note(c, tr("chỉ là gợi ý; trùng thật thì: dieuhanh petition join ĐƠN ĐƠN-TRƯỚC --note LÝ DO"));
    return true;
}

bool petition_run_join(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    struct petition_join j;
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > 3) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[3]);
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_MOVE, err)) return false;
    j = (struct petition_join){.note = w.note, .day = w.day, .today = w.today, .minute = w.minute, .said = w.said};
    if (!matter_typed(&j.same, c->db, c->arena, c->args[1], err) ||
        !matter_typed(&j.as, c->db, c->arena, c->args[2], err) ||
        !petition_join(&done, c->db, c->arena, &author, &j, err))
        return false;
    cli_note(c, tr("{1} đã được ghi là trùng với {2}; cả hai vẫn được giữ"), matter_id_shown(c->arena, j.same),
             matter_id_shown(c->arena, j.as));
    return true;
}
