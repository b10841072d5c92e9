/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_budget: the table of the budget of a place and period, and the lines and codes that such tables are made of.
 */
#include "answer_show.h"
#include "budget.h"

#include "budget_look.h"
#include "record.h"
#include "stand.h"
#include "unit_look.h"

enum { TEXT_MOST = 1000 };

/* Of every cell its value, its figure for `explain`, and of what it was reckoned. */
#define CELL(name) {name, NULL, COLUMN_DATA}, {name "_id", NULL, COLUMN_DATA}, {name "_made", NULL, COLUMN_DATA}
static const struct column DATA_COLUMNS[] = {
    {"unit", NULL, 0},       {"unit_name", NULL, 0}, {"period", NULL, 0}, {"so_far", NULL, 0},
    {"part", NULL, 0},       {"depth", NULL, 0},     {"number", NULL, 0}, {"indicator", NULL, 0},
    {"parent", NULL, 0},     {"name", NULL, 0},      {"sign", NULL, 0},   CELL("plan_given"),
    CELL("plan_council"),    CELL("plan_unnamed"),   CELL("plan_striving"), CELL("plan_adjusted"),
    CELL("value"),           CELL("value_so_far"),   CELL("value_before"),  {"aspect", NULL, 0},
    {"bound", NULL, 0},      {"ratio_given", NULL, 0}, {"ratio_council", NULL, 0}, {"ratio_unnamed", NULL, 0},
    {"ratio_striving", NULL, 0}, {"ratio_adjusted", NULL, 0}, {"ratio_stated", NULL, 0}, {"growth", NULL, 0},
    {"growth_why", NULL, 0}, {"growth_base", NULL, 0}, {"growth_id", NULL, 0}, {"measure", NULL, 0},
};
enum { DATA_COLUMN_TOTAL = sizeof DATA_COLUMNS / sizeof *DATA_COLUMNS, DEPTH_MOST = 8 };

static void put_period(struct rows *r, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    period_write(&b, p);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_cell(struct rows *r, const struct budget_cell *cell)
{
    struct buf id = buf_make(32);
    if (cell->figure) buf_format(&id, "F%u", (unsigned)cell->figure->id);
    if (cell->how == BUDGET_NOTHING)
        rows_none(r);
    else
        rows_decimal(r, cell->value.value);
    rows_text(r, buf_str(&id));
    rows_text(r, cell->made);
    buf_free(&id);
}

static void put_ratios(struct rows *r, const struct budget_row *row)
{
    struct buf stated = buf_make(TEXT_MOST);
    static const char *const NAMES[BUDGET_PLANS] = {"given", "council", "unnamed", "striving", "adjusted"};
    for (int i = 0; i < BUDGET_PLANS; i++) {
        if (row->ratios[i].comparison.why == COMPARABLE)
            rows_decimal(r, row->ratios[i].comparison.value);
        else
            rows_none(r);
        if (!row->ratios[i].stated) continue;
        if (stated.len) buf_char(&stated, '|');
        buf_put_z(&stated, NAMES[i]);
    }
    rows_text(r, buf_str(&stated));
    buf_free(&stated);
}

static void put_growth(struct rows *r, const struct budget_row *row)
{
    static const struct str BASES[] = {[LIKE_SAME] = STR_INIT("same"), [LIKE_RECOMPUTED] = STR_INIT("recomputed"),
                                       [LIKE_ESTIMATED] = STR_INIT("estimated"), [LIKE_NOT] = STR_INIT("none")};
    struct buf id = buf_make(TEXT_MOST);
    bool known = row->growth.rule != ANSWER_NONE && row->growth.comparison.why == COMPARABLE;
    bool told = row->cells[BUDGET_SO_FAR].how == BUDGET_FIGURE && row->growth.made_count > 0;
    if (known)
        rows_decimal(r, row->growth.comparison.value);
    else
        rows_none(r);
    rows_text(r, known                          ? STR("")
                 : row->like.rule == LIKE_NOT ? row->like.note
                                              : incomparable_reason(row->growth.comparison.why));
    rows_text(r, BASES[row->like.rule]);
    if (known && told) answer_id_write(&id, &row->growth, &row->question, ASKED_GROWTH);
    rows_text(r, buf_str(&id));
    buf_free(&id);
}

static void put_data(struct rows *r, const struct budget_table *t, const struct budget_row *row)
{
    const struct budget_cell *done = &row->cells[BUDGET_SO_FAR];
    rows_text(r, t->unit.code);
    rows_text(r, t->unit.name);
    put_period(r, t->period);
    put_period(r, t->so_far);
    rows_text(r, budget_part_word(t->part));
    rows_int(r, row->depth);
    rows_text(r, row->line->number);
    rows_text(r, row->line->indicator);
    rows_text(r, row->line->parent);
    rows_text(r, row->line->name);
    rows_text(r, budget_sign_word(row->line->sign));
    for (int i = 0; i < BUDGET_COLUMNS; i++) put_cell(r, &row->cells[i]);
    rows_text(r, done->how == BUDGET_NOTHING ? STR("")
                                             : aspect_name(done->estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL));
    rows_text(r, done->how == BUDGET_NOTHING ? STR("") : bound_name(done->value.bound));
    put_ratios(r, row);
    put_growth(r, row);
    rows_text(r, row->question.indicator->canonical_unit);
    rows_end(r);
}

/* --- for eyes */

struct seen {
    bool reckoned, stated, recomputed, estimated;
};

static void see(struct seen *s, const struct budget_row *r)
{
    for (int i = 0; i < BUDGET_COLUMNS - 1; i++)
        s->reckoned |= r->cells[i].how != BUDGET_NOTHING && r->cells[i].how != BUDGET_FIGURE;
    for (int i = 0; i < BUDGET_PLANS; i++) s->stated |= r->ratios[i].stated;
    if (r->growth.rule == ANSWER_NONE) return;
    s->stated |= r->growth.rule == ANSWER_STATED;
    s->recomputed |= r->like.rule == LIKE_RECOMPUTED;
    s->estimated |= r->like.rule == LIKE_ESTIMATED;
}

enum { WIDE = 110 };

static bool narrow(const struct cli *c)
{
    return c->width > 0 && c->width < WIDE;
}

static void put_seen(struct cli *c, struct rows *r, const struct budget_row *row, const struct budget_shown *shown,
                     size_t count, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    enum cell_style style = row->depth == 0 ? STYLE_HEAD : row->line->sign == BUDGET_APART ? STYLE_DIM : STYLE_PLAIN;
    cli_indent(&b, row->depth < DEPTH_MOST ? row->depth : DEPTH_MOST, narrow(c) ? 1 : 2);
    buf_put(&b, row->line->name);
    rows_style(r, style);
    rows_text(r, row->line->number);
    rows_style(r, style);
    rows_text(r, buf_str(&b));
    for (size_t i = 0; i < count; i++) {
        buf_clear(&b);
        budget_show(&b, row, shown[i], m);
        if (c->lang == LANG_EN) number_to_english(&b, 0);
        rows_style(r, style);
        rows_text(r, buf_str(&b));
    }
    rows_end(r);
    buf_free(&b);
}

static bool cannot_compare(const struct budget_row *r)
{
    return r->like.rule == LIKE_NOT && r->cells[BUDGET_SO_FAR].how != BUDGET_NOTHING && r->growth.rule == ANSWER_NONE;
}

/* Why last year's number of new ground cannot be had: each reason once, with the lines that it is of. */
static bool put_reasons(struct cli *c, const struct budget_table *t)
{
    bool any = false;
    for (size_t i = 0; i < t->rows.len; i++) {
        const struct budget_row *r = &t->rows.at[i];
        bool first = cannot_compare(r);
        for (size_t k = 0; k < i && first; k++)
            first = !cannot_compare(&t->rows.at[k]) || !str_eq(t->rows.at[k].like.note, r->like.note);
        if (!first) continue;
        any = true;
        cli_put(c, tr("không so sánh được với cùng kỳ ("));
        for (size_t k = i, n = 0; k < t->rows.len; k++) {
            if (!cannot_compare(&t->rows.at[k]) || !str_eq(t->rows.at[k].like.note, r->like.note)) continue;
            if (n++) buf_put(c->out, STR(", "));
            buf_put(c->out, t->rows.at[k].line->indicator);
        }
        buf_put(c->out, STR("): "));
        cli_put_words(c, r->like.note);
        buf_char(c->out, '\n');
    }
    return any;
}

static void put_footing(struct cli *c, const struct budget_table *t, struct seen seen, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    bool any = narrow(c) || seen.reckoned || seen.stated || seen.recomputed || seen.estimated || t->notes.len;
    if (narrow(c)) cli_put(c, tr("CT: dự toán cấp trên giao; HĐ: dự toán HĐND quyết định; ±%: so với cùng kỳ\n"));
    if (seen.reckoned) cli_put(c, tr("= tính: cộng từ các dòng dưới hoặc từ các kỳ của cùng dòng\n"));
    if (seen.stated) cli_put(c, tr("* theo báo cáo nêu, chưa đủ số liệu để tính lại\n"));
    if (seen.recomputed) cli_put(c, tr("† số cùng kỳ tính lại cho địa bàn mới từ số liệu của các đơn vị cũ\n"));
    if (seen.estimated) cli_put(c, tr("~ số cùng kỳ ước cho địa bàn mới theo tỷ lệ của các đơn vị cũ\n"));
    any = put_reasons(c, t) || any;
    if (t->notes.len) cli_put(c, tr("Số liệu chưa khớp:\n"));
    for (size_t i = 0; i < t->notes.len; i++) {
        buf_clear(&b);
        budget_show_note(&b, &t->notes.at[i], m);
        buf_put(c->out, STR("  - "));
        cli_put_words(c, buf_str(&b));
        buf_char(c->out, '\n');
    }
    if (any) buf_char(c->out, '\n');
    buf_free(&b);
}

static void put_heading(struct cli *c, const struct budget_table *t, enum budget_measure m)
{
    struct buf b = buf_make(TEXT_MOST);
    if (c->lang == LANG_VI)
        period_write_vi(&b, t->period);
    else
        period_write(&b, t->period);
    cli_put_words(c, budget_part_title(t->part));
    buf_put(c->out, STR(", "));
    cli_put_words(c, t->unit.name);
    cli_put(c, tr(", {1} (đơn vị tính: {2})\n\n"), buf_str(&b), budget_measure_name(m));
    buf_free(&b);
}

static bool put_table(struct cli *c, const struct budget_table *t, enum budget_measure m, struct err *err)
{
    struct budget_shown shown[BUDGET_SHOWN_MOST];
    struct column columns[BUDGET_SHOWN_MOST + 2] = {{NULL, tr("TT"), COLUMN_FIXED | COLUMN_EYES},
                                                    {NULL, tr("Nội dung"), COLUMN_EYES}};
    size_t count = budget_shown(shown, t);
    struct seen seen = {0};
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        columns[i + 2] = (struct column){NULL, narrow(c) ? shown[i].brief : shown[i].title, COLUMN_NUMBER | COLUMN_FIXED | COLUMN_EYES};
    put_heading(c, t, m);
    struct rows *r = cli_rows(c, columns, count + 2);
    for (size_t i = 0; i < t->rows.len && ok; i++) {
        const struct budget_row *row = &t->rows.at[i];
        if (!row->shown && !cli_flag(c, "all")) continue;
        see(&seen, row);
        put_seen(c, r, row, shown, count, m);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    buf_char(c->out, '\n');
    put_footing(c, t, seen, m);
    return ok;
}

static bool put_rows(struct cli *c, const struct budget_table *tables, size_t count, struct err *err)
{
    struct rows *r = cli_rows(c, DATA_COLUMNS, DATA_COLUMN_TOTAL);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < tables[i].rows.len; k++) {
            if (!tables[i].rows.at[k].shown && !cli_flag(c, "all")) continue;
            put_data(r, &tables[i], &tables[i].rows.at[k]);
            if (!cli_drain(c, err)) return false;
        }
    rows_close(r);
    return true;
}

/* --- what is asked */

/* Months counted from January are said in several ways: 2026-3M, -6M, -12M too. */
static bool read_period(struct period *out, struct str text, struct err *err)
{
    static const struct {
        struct str ending;
        int months;
    } ENDINGS[] = {{STR_INIT("-3M"), 3}, {STR_INIT("-6M"), 6}, {STR_INIT("-12M"), 12}};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        uint64_t year;
        if (!str_ends(text, ENDINGS[i].ending)) continue;
        if (!str_to_u64(&year, str_part(text, 0, text.len - ENDINGS[i].ending.len), 9999) || year == 0) break;
        *out = period_months((int)year, 1, ENDINGS[i].months);
        return true;
    }
    return period_read(out, text) || fail(err, ERR_PERIOD_UNKNOWN, text);
}

static bool has_rows(const struct budget_table *t)
{
    for (size_t i = 0; i < t->rows.len; i++)
        if (t->rows.at[i].shown) return true;
    return false;
}

static bool open_record(struct cli *c, struct err *err)
{
    if (c->db) return true;
    return record_open(&c->db, c->arena, c->record, DB_READ, err);
}

static bool run_table(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit unit;
    struct period period;
    struct budget_table tables[BUDGET_PARTS];
    size_t count = 0;
    bool any = cli_flag(c, "all");
    enum budget_measure m = (enum budget_measure)cli_choice(c, "measure");
    if (!cli_given(c, "unit")) return fail(err, ERR_OPTION_MISSING, STR("--unit"), STR("budget"));
    if (!read_period(&period, cli_text(c, "period"), err) || !open_record(c, err)) return false;
    if (!unit_typed(&unit, c->db, c->arena, cli_text(c, "unit"), period.to, err)) return false;
    if (!stand_load(&s, c->db, c->arena, unit.code, err)) return false;
    if (period.kind == PERIOD_NONE) period = stand_latest(&s, c->arena, unit.code);
    if (period.kind == PERIOD_NONE) return fail(err, ERR_NO_FIGURES, unit.name);
    enum budget_level level = cli_given(c, "level") ? (enum budget_level)cli_budget_levels(c) : budget_level_of(&unit);
    for (int part = 0; part < BUDGET_PARTS; part++) {
        if (!cli_budget_part_fits(c, (enum budget_part)part)) continue;
        struct budget_table *t = &tables[count];
        if (!budget_make(t, &s, c->db, c->arena, &unit, level, (enum budget_part)part, period, err)) {
            if (err->code == ERR_BUDGET_TREE && !cli_given(c, "part") && part != BUDGET_PARTS - 1) continue;
            if (err->code == ERR_BUDGET_TREE && count) break;
            return false;
        }
        any = any || has_rows(t);
        if (cli_flag(c, "all") || has_rows(t)) count++;
    }
    if (!any) return fail(err, ERR_NO_FIGURES, unit.name);
    if (c->format == FORMAT_HTML) {
        budget_write_html(c->out, tables, count, m, cli_flag(c, "all"));
        return cli_drain(c, err);
    }
    if (c->format != FORMAT_TABLE) return put_rows(c, tables, count, err);
    for (size_t i = 0; i < count; i++)
        if (!put_table(c, &tables[i], m, err)) return false;
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str name = STR("budget");
    if (c->arg_count == 0) return run_table(c, err);
    bool item = str_eq(c->args[0], STR("item"));
    size_t want = item ? 2 : 1;
    if (c->arg_count < want) return fail(err, ERR_ARGUMENTS_FEW, name);
    if (c->arg_count > want) return fail(err, ERR_ARGUMENTS_MANY, name, c->args[want]);
    if (c->format == FORMAT_HTML) return fail(err, ERR_OPTION_CHOICE, name, STR("--format"), STR("html"), STR("table, jsonl, json, csv, csv-excel"));
    return item ? budget_run_item(c, err) : budget_run_tree(c, err);
}

static const char *const MEASURES[] = {"dong", "nghin", "trieu", "ty", NULL};

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("kỳ cần xem: 2026-Q1 (hoặc 2026-3M), 2026-H1 (2026-6M), 2026-9M, 2026, 2026-05; không nêu thì kỳ gần "
                "nhất")},
    {"part", 'p', OPTION_CHOICE, tr("PHẦN"), BUDGET_PART_NAMES,
     .help = tr("một phần: thu trên địa bàn (revenue), thu của ngân sách (local), chi (expenditure)")},
    {"level", 0, OPTION_CHOICE, tr("CẤP"), BUDGET_LEVELS,
     .help = tr("các dòng của cấp nào; không nêu thì theo đơn vị, với tree, item thì mọi cấp")},
    {"measure", 0, OPTION_CHOICE, tr("ĐƠN VỊ TÍNH"), MEASURES, .fallback = "trieu",
     .help = tr("bảng tính bằng đồng, nghìn, triệu hay tỷ đồng")},
    {"all", 'a', OPTION_FLAG, .help = tr("cả những dòng chưa có số liệu")},
    {"on", 0, OPTION_DATE, tr("NGÀY"), .help = tr("tree, item: những dòng, mã có hiệu lực ngày đó")},
    {0},
};

static const struct command_word WORDS[] = {
    {"tree", tr("các dòng của bảng ngân sách: dòng nào thuộc dòng nào, hiệu lực, căn cứ")},
    {"item", tr("một dòng hay một mã mục lục ngân sách, theo mã hoặc một phần của tên")},
    {0},
};

const struct command cmd_budget = {
    .name = "budget",
    .summary = tr("lập bảng tình hình thực hiện ngân sách 3, 6, 9 tháng, năm"),
    .usage = {tr("--unit NƠI [--period KỲ] [--part PHẦN]"), tr("tree [--part PHẦN] [--level CẤP] [--on NGÀY]"),
              tr("item MÃ|TÊN [--on NGÀY]")},
    .about = tr("Ba bảng riêng, không cộng vào nhau: thu ngân sách nhà nước trên địa bàn, thu của ngân sách nơi đó, chi "
                "ngân sách. Mỗi dòng có dự toán cấp trên giao, dự toán HĐND quyết định, thực hiện (hoặc ước), lũy kế từ "
                "đầu năm, tỷ lệ so với từng dự toán và so với cùng kỳ năm trước.\n"
                "Dòng chưa có số của chính nó chỉ được cộng từ các dòng dưới khi các dòng ấy đủ và đều có số, và được ghi "
                "dấu «=»; chưa có số liệu thì để trống. Dòng có số mà các dòng dưới không khớp được nêu dưới bảng.\n"
                "Dự toán sau điều chỉnh: số ghi là điều chỉnh; không có thì dự toán HĐND (hoặc cấp trên giao) cộng các lần bổ "
                "sung trong năm (lớp bo_sung).\n"
                "Dạng csv, json có mã của từng con số cho «dieuhanh explain MÃ», giá trị bằng đồng."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh budget --unit \"phường An Hòa\" --period 2026-H1", tr("ba bảng 6 tháng đầu năm 2026")},
                 {"dieuhanh budget -u \"phường An Hòa\" -k 2026-Q3 --part revenue --format html > thu.html",
                  tr("bảng thu quý III và lũy kế, để in")},
                 {"dieuhanh budget tree --part expenditure --on 2026-06-30", tr("các dòng chi của năm 2026")},
                 {"dieuhanh budget item \"trước bạ\"", tr("dòng thu và các mục, tiểu mục về lệ phí trước bạ")}},
    .formats = FORMATS_ROWS | 1u << FORMAT_HTML,
    .arguments_max = 2,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NAME,
    .run = run,
};
