/* SPDX-License-Identifier: Apache-2.0
 *
 * project_contracts: contracts of projects, the capital that a unit was given to spread over its projects, and by when
 * finished projects have to be settled: entered and as lists. Amounts for eyes are triệu đồng; programs get đồng.
 */
#include "contract_book.h"
#include "money_text.h"
#include "project_cells.h"
#include "project_settlement.h"
#include "project_table.h"

/* --- entering a contract */

static bool value_read(struct kept_contract *g, const struct name_value *v, struct err *err)
{
    struct date *const days[] = {&g->signed_on, &g->finish, &g->guarantee_to, &g->recover_by, &g->ended};
    static const struct str DAYS[] = {STR_INIT("signed"), STR_INIT("finish"), STR_INIT("guarantee_to"),
                                      STR_INIT("recover_by"), STR_INIT("ended")};
    struct str *const texts[] = {&g->number, &g->package, &g->contractor};
    static const struct str TEXTS[] = {STR_INIT("number"), STR_INIT("package"), STR_INIT("contractor")};
    struct str value = str_trim(v->value);
    bool fits = false;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++)
        if (str_eq(DAYS[i], v->name)) fits = date_read(days[i], value);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        if (!str_eq(TEXTS[i], v->name)) continue;
        *texts[i] = value;
        fits = value.len > 0;
    }
    if (str_eq(v->name, STR("value")))
        fits = g->has_value = money_read(&g->value, NULL, value) && decimal_sign(g->value) > 0;
    return fits || fail(err, ERR_PROJECT_CONTRACT_FIELD, v->name, value,
                        STR("number, package, contractor, value, signed, finish, guarantee_to, recover_by, ended"));
}

static bool values_read(struct kept_contract *g, struct cli *c, struct err *err)
{
    for (size_t i = 2; i < c->arg_count; i++) {
        struct name_value v;
        if (!matter_assignment(&v, c->args[i])) return fail(err, ERR_MATTER_FORM, c->args[i]);
        if (!value_read(g, &v, err)) return false;
    }
    if (date_known(g->signed_on) && date_cmp(g->signed_on, c->today) > 0)
        return fail(err, ERR_PROJECT_DAY, date_text(c->arena, g->signed_on), date_text(c->arena, c->today));
    if (date_known(g->ended) && date_cmp(g->ended, c->today) > 0)
        return fail(err, ERR_PROJECT_DAY, date_text(c->arena, g->ended), date_text(c->arena, c->today));
    return true;
}

bool project_run_contract(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_matter project;
    struct kept_contract old, g = {.day = matter_day(c), .note = str_trim(cli_text(c, "note"))};
    uint32_t id;
    bool found;
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!values_read(&g, c, err)) return false;
    if (date_cmp(g.day, c->today) > 0)
        return fail(err, ERR_PROJECT_DAY, date_text(c->arena, g.day), date_text(c->arena, c->today));
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err)) return false;
    if (contract_id_read(&g.id, c->args[1])) {
        if (!contract_find(&old, &found, c->db, c->arena, g.id, err)) return false;
        if (!found) return fail(err, ERR_PROJECT_CONTRACT, c->args[1]);
        g.project = old.project;
    } else {
        if (!project_argument(&project, c, 1, err)) return false;
        g.project = project.id;
    }
    if (!contract_enter(&id, c->db, c->arena, &author, &g, err)) return false;
    if (g.id)
        cli_note(c, tr("{1}: đã ghi thay đổi; nội dung trước vẫn được giữ"), contract_shown(c->arena, id));
    else
        cli_note(c, tr("{1}: đã ghi hợp đồng {2}, {3} triệu đồng"), contract_shown(c->arena, id), g.number,
                 project_million_shown(c, g.value));
    return true;
}

/* --- contracts as a list */

static const struct column CONTRACT_COLUMNS[] = {
    {"contract", tr("Mã"), COLUMN_FIXED},
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"number", tr("Số hợp đồng"), 0},
    {"package", tr("Gói thầu"), 0},
    {"contractor", tr("Nhà thầu"), 0},
    {"value", tr("Giá trị"), COLUMN_NUMBER},
    {"first_value", NULL, COLUMN_DATA},
    {"signed", tr("Ngày ký"), COLUMN_FIXED},
    {"finish", tr("Hoàn thành"), COLUMN_FIXED},
    {"paid", tr("Đã thanh toán"), COLUMN_NUMBER},
    {"advance", NULL, COLUMN_DATA},
    {"open_advance", tr("Tạm ứng còn"), COLUMN_NUMBER},
    {"recover_by", tr("Hạn thu hồi"), COLUMN_FIXED},
    {"guarantee_to", tr("Bảo lãnh đến"), COLUMN_FIXED},
    {"ended", tr("Thanh lý"), COLUMN_FIXED},
    {"state", tr("Tình trạng"), 0},
};

static void money_cell(struct rows *r, struct cli *c, struct money m)
{
    if (m.known)
        rows_decimal_shown(r, m.value, project_million_shown(c, m.value));
    else
        rows_none(r);
}

/* What is wrong with it, the worst first. */
static struct str state_shown(struct cli *c, const struct book_contract *x)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str late = cli_number(c, (uint64_t)x->late), bare = cli_number(c, (uint64_t)x->unguarded);
    bool over = x->paid.known && decimal_cmp(x->paid.value, x->last->value) > 0;
    if (over) tr_fill(&b, c->lang, tr("thanh toán vượt giá trị hợp đồng"), NULL, 0);
    if (b.len && x->overdue) buf_put(&b, STR("; "));
    if (x->overdue) tr_fill(&b, c->lang, tr("tạm ứng quá hạn chưa thu hồi"), NULL, 0);
    if (b.len && x->unguarded) buf_put(&b, STR("; "));
    if (x->unguarded) tr_fill(&b, c->lang, tr("bảo lãnh hết hạn {1} ngày mà còn tạm ứng"), &bare, 1);
    if (b.len && x->late) buf_put(&b, STR("; "));
    if (x->late) tr_fill(&b, c->lang, tr("chậm hoàn thành {1} ngày"), &late, 1);
    if (b.len && x->unknown) buf_put(&b, STR("; "));
    if (x->unknown) tr_fill(&b, c->lang, tr("còn tạm ứng, chưa nêu hạn thu hồi"), NULL, 0);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_contract(struct cli *c, struct rows *r, const struct book_contract *x, struct str project)
{
    const struct kept_contract *g = x->last;
    rows_text(r, contract_shown(c->arena, g->id));
    rows_text(r, project);
    rows_text(r, g->number);
    rows_text(r, g->package);
    rows_text(r, g->contractor);
    rows_decimal_shown(r, g->value, project_million_shown(c, g->value));
    rows_decimal(r, x->first->value);
    day_cell(r, g->signed_on);
    day_cell(r, g->finish);
    money_cell(r, c, x->paid);
    money_cell(r, c, x->advance);
    money_cell(r, c, x->open);
    day_cell(r, g->recover_by);
    day_cell(r, g->guarantee_to);
    day_cell(r, g->ended);
    rows_style(r, x->overdue || x->late ? STYLE_BAD : STYLE_DOUBT);
    rows_text(r, state_shown(c, x));
    rows_end(r);
}

bool project_run_contracts(struct cli *c, struct err *err)
{
    struct project_book b;
    struct book_contracts all;
    struct kept_matter one = {0};
    size_t at = 0, shown = 0;
    if (!known_on_open(c, DB_READ, err) || (c->arg_count > 1 && !project_argument(&one, c, 1, err)) ||
        !project_book_asked(&b, c, one.id, err) || !contract_book(&all, c->db, c->arena, &b, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(CONTRACT_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        while (at < b.len && b.at[at].row.matter.id.n < all.at[i].last->project.n) at++;
        if (project_row_left(c, shown++)) put_contract(c, r, &all.at[i], b.at[at].number);
    }
    rows_close(r);
    return true;
}

/* --- what a unit was given */

bool project_run_allot(struct cli *c, struct err *err)
{
    struct author author;
    struct looked_unit unit;
    bool has_unit;
    int16_t until;
    uint32_t id;
    struct kept_allot p = {
        .day = matter_day(c), .number = str_trim(cli_text(c, "number")), .note = str_trim(cli_text(c, "note"))};
    if (c->arg_count != 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!money_read(&p.amount, NULL, c->args[1]) || decimal_sign(p.amount) == 0)
        return fail(err, ERR_PROJECT_AMOUNT, c->args[1]);
    if (date_cmp(p.day, c->today) > 0)
        return fail(err, ERR_PROJECT_DAY, date_text(c->arena, p.day), date_text(c->arena, c->today));
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !project_year_option(&p.year, &until, c, err) || !project_source_option(&p.source, c, err) ||
        !matter_unit_option(&unit, &has_unit, c, "unit", err))
        return false;
    if (!has_unit) return fail(err, ERR_OPTION_MISSING, STR("--unit"), str_of(c->command->name));
    if (until) return fail(err, ERR_PROJECT_YEAR, cli_text(c, "year"));
    if (!p.source.len) {
        struct buf b = buf_make(SIZE_MAX);
        project_terms_write(&b, project_sources());
        fail(err, ERR_PROJECT_SOURCE_LACKS, buf_str(&b));
        buf_free(&b);
        return false;
    }
    p.unit = unit.id;
    if (!allot_enter(&id, c->db, c->arena, &author, &p, &unit, err)) return false;
    cli_note(c, tr("{1}: đã ghi {2} được giao {3} triệu đồng năm {4}"), allot_shown(c->arena, id), unit.name,
             project_million_shown(c, p.amount), project_year_shown(c, p.year));
    return true;
}

static const struct column ALLOT_COLUMNS[] = {
    {"allotment", tr("Mã"), COLUMN_FIXED}, {"unit", NULL, COLUMN_DATA},    {"unit_name", tr("Đơn vị"), 0},
    {"year", tr("Năm"), COLUMN_FIXED},     {"source", tr("Nguồn vốn"), 0}, {"amount", tr("Triệu đồng"), COLUMN_NUMBER},
    {"day", tr("Ngày"), COLUMN_FIXED},     {"number", tr("Số"), 0},        {"note", tr("Nội dung"), 0},
    {"struck", tr("Đã gạch"), 0},
};

static bool put_allot(struct cli *c, struct rows *r, const struct kept_allot *p, struct err *err)
{
    struct looked_unit u;
    if (!unit_look_id(&u, c->db, c->arena, p->unit, err)) return false;
    rows_text(r, allot_shown(c->arena, p->id));
    rows_text(r, p->unit);
    rows_text(r, u.name);
    rows_text(r, project_year_shown(c, p->year));
    rows_text_shown(r, p->source, c->lang == LANG_VI ? project_term_name(project_sources(), p->source) : p->source);
    rows_decimal_shown(r, p->amount, project_million_shown(c, p->amount));
    day_cell(r, p->day);
    rows_text(r, p->number);
    rows_text(r, p->note);
    rows_text(r, p->struck_note);
    rows_end(r);
    return true;
}

/* What is not spread yet, or spread too much. */
static bool tell_left(struct cli *c, struct err *err)
{
    struct project_book b;
    struct book_spreads all;
    if (!project_book_asked(&b, c, (struct matter_id){0}, err) || !book_spread(&all, c->db, c->arena, &b, err))
        return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct book_spread *s = &all.at[i];
        struct looked_unit u;
        if (!unit_look_id(&u, c->db, c->arena, s->unit, err)) return false;
        if (s->has_left && decimal_sign(s->left) >= 0)
            cli_put(c, tr("{1}: được giao {2}, dự án đã có {3}, chưa phân bổ {4}\n"), u.name,
                    project_money_shown(c, s->given), project_money_shown(c, s->spread),
                    project_million_shown(c, s->left));
        else if (s->has_left)
            cli_put(c, tr("! {1}, năm {2}: kế hoạch của các dự án {3} vượt vốn được giao {4}\n"), u.name,
                    project_year_shown(c, b.year), project_money_shown(c, s->spread), project_money_shown(c, s->given));
    }
    return true;
}

bool project_run_allotments(struct cli *c, struct err *err)
{
    struct kept_allots all;
    struct looked_unit unit;
    bool has_unit;
    size_t shown = 0;
    if (!known_on_open(c, DB_READ, err) || !matter_unit_option(&unit, &has_unit, c, "unit", err) ||
        !allot_rows(&all, c->db, c->arena, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(ALLOT_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_allot *p = &all.at[i];
        if ((has_unit && !str_eq(p->unit, unit.id)) || (p->struck && !cli_flag(c, "all"))) continue;
        if (project_row_left(c, shown++) && !put_allot(c, r, p, err)) return false;
    }
    rows_close(r);
    return c->format != FORMAT_TABLE || tell_left(c, err);
}

/* --- settling */

static const struct column SETTLE_COLUMNS[] = {
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"title", tr("Tên"), 0},
    {"unit_name", tr("Đơn vị"), 0},
    {"group", tr("Nhóm"), 0},
    {"handed", tr("Bàn giao"), COLUMN_FIXED},
    {"filed", tr("Nộp hồ sơ"), COLUMN_FIXED},
    {"due", tr("Hạn quyết toán"), COLUMN_FIXED},
    {"days_late", tr("Trễ (ngày)"), COLUMN_NUMBER},
    {"owed_by", tr("Ai phải làm"), 0},
    {"citation", tr("Căn cứ"), 0},
};

static void put_settlement(struct cli *c, struct rows *r, const struct book_project *p, const struct settle_facts *f)
{
    bool filed = date_known(f->filed);
    rows_text(r, p->number);
    rows_text(r, p->row.matter.title);
    rows_text(r, p->row.unit_name);
    rows_text_shown(r, project_group_word(p->group.group), project_group_shown(c, p->group.group));
    day_cell(r, f->handed);
    day_cell(r, f->filed);
    day_cell(r, f->due);
    if (f->late) rows_style(r, STYLE_BAD);
    if (date_known(f->due))
        rows_int(r, f->late);
    else
        rows_none(r);
    rows_text_shown(r, filed ? STR("giver") : STR("responsible"),
                    tr_text(c->lang, filed ? tr("cơ quan thẩm tra, phê duyệt") : tr("chủ đầu tư lập hồ sơ")));
    rows_text(r, f->rule ? f->rule->citation : STR(""));
    rows_end(r);
}

bool project_run_settlement(struct cli *c, struct err *err)
{
    struct project_book b;
    size_t shown = 0, unsure = 0;
    if (!known_on_open(c, DB_READ, err) || !project_book_asked(&b, c, (struct matter_id){0}, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(SETTLE_COLUMNS));
    for (size_t i = 0; i < b.len; i++) {
        struct settle_facts f;
        if (!settle_facts(&f, c->db, c->arena, &b.at[i].row.matter, b.on, err)) return false;
        if (!f.owes) continue;
        unsure += !date_known(f.due);
        if (project_row_left(c, shown++)) put_settlement(c, r, &b.at[i], &f);
    }
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    if (unsure)
        cli_note(c, tr("{1} dự án chưa tính được hạn quyết toán: thiếu tổng mức đầu tư (nhóm) hoặc ngày bàn giao"),
                 cli_number(c, unsure));
    return true;
}
