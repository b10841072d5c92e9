/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_target: the targets themselves: what each wants and wanted before, a person's word on those that no figure
 * measures, and why one is missed.
 */
#include "programme_import.h"
#include "record_cells.h"
#include "said.h"
#include "target_cells.h"
#include "unit_cells.h"

static const struct column COLUMNS[] = {
    {"target", tr("Mã"), COLUMN_FIXED},
    {"programme", tr("Thuộc"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {"indicator", tr("Số liệu"), COLUMN_FIXED},
    {"number", NULL, COLUMN_DATA},
    {"comparator", NULL, COLUMN_DATA},
    {"measure", NULL, COLUMN_DATA},
    {"levels", tr("Mức"), 0},
    {"base", NULL, COLUMN_DATA},
    {"base_period", NULL, COLUMN_DATA},
    {"weight", NULL, COLUMN_DATA},
    {"clause", NULL, COLUMN_DATA},
    {"revision", NULL, COLUMN_DATA},
    {"since", tr("Từ ngày"), COLUMN_FIXED},
    {"source", tr("Căn cứ điều chỉnh"), 0},
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

/* In a list for eyes adjustments take no room; of one target they are what is asked for. */
static const struct column *list_columns(struct cli *c)
{
    struct column *columns = arena_array(c->arena, struct column, COLUMN_COUNT);
    memcpy(columns, COLUMNS, sizeof COLUMNS);
    columns[COLUMN_COUNT - 1].flags |= COLUMN_DATA;
    columns[COLUMN_COUNT - 2].flags |= COLUMN_DATA;
    return columns;
}

static void put_target(struct cli *c, struct rows *r, const struct kept_target *kept)
{
    const struct target *t = &kept->target;
    rows_text(r, t->code);
    rows_text(r, t->programme);
    rows_text(r, t->name);
    rows_text(r, t->indicator);
    rows_text(r, kind_name(t->kind));
    rows_text(r, target_comparator_word(t->comparator));
    rows_text(r, t->measure);
    levels_cell(c, r, t);
    number_cell(r, t->has_base, t->base);
    when_cell(r, t->base_period);
    number_cell(r, t->has_weight, t->weight);
    rows_text(r, t->clause);
    rows_int(r, kept->revision);
    day_cell(r, t->since);
    rows_text(r, t->source);
    rows_end(r);
}

static bool run_list(struct cli *c, struct err *err)
{
    struct target_rows rows;
    struct str programme = cli_code(c, 1);
    if (!cli_word_arguments(c, 0, 1, err) || !known_on_open(c, DB_READ, err) ||
        !target_rows_load(&rows, c->db, c->arena, err))
        return false;
    if (programme.len && !programme_find(&rows, programme)) return fail(err, ERR_PROGRAMME_UNKNOWN, programme);
    if (programme.len) programme = programme_find(&rows, programme)->code;
    struct rows *r = cli_rows(c, list_columns(c), COLUMN_COUNT);
    for (size_t i = 0; i < rows.targets.len; i++) {
        const struct kept_target *first = &rows.targets.at[i];
        if (first->revision) continue;
        const struct kept_target *now = target_on(&rows, first->target.code, (struct date){0});
        if (!programme.len || str_eq(now->target.programme, programme)) put_target(c, r, now);
    }
    rows_close(r);
    return true;
}

/* --- one target: all revisions, and what people said */

static void put_said(struct cli *c, const struct target_rows *rows, struct str code)
{
    for (size_t i = 0; i < rows->judgements.len; i++) {
        const struct kept_judgement *g = &rows->judgements.at[i];
        if (!str_eq(g->target, code)) continue;
        cli_put(c, g->reached ? tr("\n{1}: đạt ({2}, {3})\n") : tr("\n{1}: không đạt ({2}, {3})\n"),
                period_text(c->arena, g->period), g->who, str_part(g->time, 0, 10));
        cli_put_wrapped(c, 2, g->evidence);
    }
    for (size_t i = 0; i < rows->notes.len; i++) {
        const struct kept_note *n = &rows->notes.at[i];
        const struct {
            const char *label;
            struct str text;
        } parts[] = {{tr("nguyên nhân: {1}\n"), n->cause},
                     {tr("biện pháp: {1}\n"), n->remedy},
                     {tr("chịu trách nhiệm: {1}\n"), n->owner}};
        if (!str_eq(n->target, code)) continue;
        cli_put(c, tr("\n{1}: giải trình ({2}, {3})\n"), period_text(c->arena, n->period), n->who,
                str_part(n->time, 0, 10));
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            if (!parts[k].text.len) continue;
            buf_put(c->out, STR("  "));
            cli_put(c, parts[k].label, parts[k].text);
        }
        if (!date_known(n->due)) continue;
        struct buf b = buf_make(16);
        buf_format(&b, "%d/%d/%d", n->due.day, n->due.month, n->due.year);
        buf_put(c->out, STR("  "));
        cli_put(c, tr("thời hạn: {1}\n"), buf_str(&b));
        buf_free(&b);
    }
}

static bool run_show(struct cli *c, struct err *err)
{
    struct target_rows rows;
    struct str code = cli_code(c, 1);
    if (!cli_word_arguments(c, 1, 1, err) || !known_on_open(c, DB_READ, err) ||
        !target_rows_load(&rows, c->db, c->arena, err))
        return false;
    if (!target_on(&rows, code, (struct date){0})) return fail(err, ERR_TARGET_UNKNOWN, code);
    struct rows *r = cli_rows(c, COLUMNS, COLUMN_COUNT);
    for (size_t i = 0; i < rows.targets.len; i++)
        if (str_eq(rows.targets.at[i].target.code, code)) put_target(c, r, &rows.targets.at[i]);
    rows_close(r);
    if (c->format == FORMAT_TABLE) put_said(c, &rows, code);
    return true;
}

/* --- what people say */

static bool said_period(struct period *out, struct cli *c, struct err *err)
{
    struct str text = cli_text(c, "period");
    if (!period_read(out, text)) return fail(err, ERR_PERIOD_UNKNOWN, text);
    return out->kind != PERIOD_NONE || fail(err, ERR_TARGET_OWNER_PERIOD);
}

/* Several targets that one document proves are judged by one command. */
static bool run_judge(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_judgement g = {.reached = cli_flag(c, "reached"), .evidence = str_trim(cli_text(c, "evidence"))};
    if (!cli_word_arguments(c, 1, SIZE_MAX - 1, err) || !said_period(&g.period, c, err)) return false;
    if (g.reached == cli_flag(c, "missed") || !g.evidence.len) return fail(err, ERR_TARGET_EVIDENCE);
    size_t count = c->arg_count - 1;
    struct kept_judgement *all = arena_array(c->arena, struct kept_judgement, count);
    for (size_t i = 0; i < count; i++) {
        all[i] = g;
        all[i].target = cli_code(c, i + 1);
    }
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !target_judge_by_hand(c->db, c->arena, &author, all, count, err))
        return false;
    if (count == 1)
        cli_note(c, g.reached ? tr("đã ghi: chỉ tiêu {1} đạt") : tr("đã ghi: chỉ tiêu {1} không đạt"), all->target);
    else
        cli_note(c, g.reached ? tr("đã ghi: {1} chỉ tiêu đạt") : tr("đã ghi: {1} chỉ tiêu không đạt"),
                 cli_number(c, count));
    return true;
}

/* "cause, day", in the language of the user. */
static struct str lacks_shown(struct cli *c, const struct kept_note *n)
{
    struct buf b = buf_make(400);
    const struct {
        bool there;
        const char *name;
    } parts[] = {{n->cause.len > 0, tr("nguyên nhân")},
                 {n->remedy.len > 0, tr("biện pháp")},
                 {n->owner.len > 0, tr("người chịu trách nhiệm")},
                 {date_known(n->due), tr("thời hạn")}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].there) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(c->lang, parts[i].name));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool run_note(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_note given = {.target = cli_code(c, 1),
                              .cause = str_trim(cli_text(c, "cause")),
                              .remedy = str_trim(cli_text(c, "remedy")),
                              .owner = str_trim(cli_text(c, "owner")),
                              .due = cli_date(c, "due")},
                     kept;
    if (!cli_word_arguments(c, 1, 1, err) || !said_period(&given.period, c, err)) return false;
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !target_note_add(&kept, c->db, c->arena, &author, &given, err))
        return false;
    struct str lacks = lacks_shown(c, &kept);
    if (lacks.len)
        cli_note(c, tr("đã ghi; còn thiếu: {1}"), lacks);
    else
        cli_note(c, tr("đã ghi đủ nguyên nhân, biện pháp, người chịu trách nhiệm, thời hạn"));
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str word = c->args[0];
    if (str_eq(word, STR("list"))) return run_list(c, err);
    if (str_eq(word, STR("add"))) return target_run_add(c, err);
    if (str_eq(word, STR("judge"))) return run_judge(c, err);
    if (str_eq(word, STR("note"))) return run_note(c, err);
    return run_show(c, err);
}

static const struct option_spec OPTIONS[] = {
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("judge, note: của kỳ nào, như 2023, 2023-H1")},
    {"programme", 0, OPTION_TEXT, tr("MÃ"), .help = tr("add: chương trình, đề án của chỉ tiêu")},
    {"name", 0, OPTION_TEXT, tr("TÊN"), .help = tr("add: tên chỉ tiêu")},
    {"indicator", 0, OPTION_TEXT, tr("MÃ"), .help = tr("add: mã số liệu; không nêu thì do người đánh giá")},
    {"number", 0, OPTION_TEXT, tr("SỐ"), .help = tr("add: level (mức), growth (tăng so với cùng kỳ) hay plan_ratio")},
    {"compare", 0, OPTION_TEXT, tr("SO-SÁNH"), .help = tr("add: như \">=\", \"không quá\", \"tăng thêm\"")},
    {"measure", 0, OPTION_TEXT, tr("ĐVT"), .help = tr("add: đơn vị tính của mức")},
    {"level", 0, OPTION_TEXT, tr("KỲ=MỨC"), .help = tr("add: mức từng kỳ, như \"2023=15 2020-2025=20\"")},
    {"base", 0, OPTION_TEXT, tr("SỐ"), .help = tr("add: giá trị gốc")},
    {"base-period", 0, OPTION_TEXT, tr("NĂM"), .help = tr("add: năm của giá trị gốc")},
    {"weight", 0, OPTION_TEXT, tr("SỐ"), .help = tr("add: trọng số, nếu có")},
    {"clause", 0, OPTION_TEXT, tr("ĐIỀU"), .help = tr("add: điều, khoản, mục của văn bản")},
    {"since", 0, OPTION_DATE, tr("NGÀY"), .help = tr("add: điều chỉnh từ ngày")},
    {"source", 0, OPTION_TEXT, tr("VĂN-BẢN"), .help = tr("add: văn bản điều chỉnh")},
    {"reached", 0, OPTION_FLAG, .help = tr("judge: đạt")},
    {"missed", 0, OPTION_FLAG, .help = tr("judge: không đạt")},
    {"evidence", 0, OPTION_TEXT, tr("CĂN-CỨ"), .help = tr("judge: văn bản, biên bản chứng tỏ")},
    {"cause", 0, OPTION_TEXT, tr("LỜI"), .help = tr("note: nguyên nhân không đạt")},
    {"remedy", 0, OPTION_TEXT, tr("LỜI"), .help = tr("note: biện pháp")},
    {"owner", 0, OPTION_TEXT, tr("AI"), .help = tr("note: đơn vị hoặc chức danh chịu trách nhiệm")},
    {"due", 0, OPTION_DATE, tr("NGÀY"), .help = tr("note: thời hạn khắc phục")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các chỉ tiêu, của mọi chương trình hoặc của một")},
    {"show", tr("một chỉ tiêu qua các lần điều chỉnh, với đánh giá và giải trình")},
    {"add", tr("thêm một chỉ tiêu, hoặc ghi lần điều chỉnh của nó")},
    {"judge", tr("ghi đánh giá của người có trách nhiệm, cho một hay nhiều chỉ tiêu không đo bằng số liệu")},
    {"note", tr("ghi nguyên nhân, biện pháp, người chịu trách nhiệm, thời hạn của chỉ tiêu không đạt")},
    {0},
};

const struct command cmd_target = {
    .name = "target",
    .summary = tr("từng chỉ tiêu: mức qua các lần điều chỉnh, đánh giá, giải trình khi không đạt"),
    .usage = {tr("list [CHƯƠNG-TRÌNH]"), tr("show MÃ"),
              tr("add MÃ --programme MÃ --name TÊN --level KỲ=MỨC [TÙY CHỌN]"),
              tr("judge MÃ... --period KỲ --reached|--missed --evidence CĂN-CỨ"), tr("note MÃ --period KỲ [TÙY CHỌN]")},
    .about = tr("Chỉ tiêu có mã số liệu do chương trình đối chiếu với số liệu của kho; chỉ tiêu không có mã số liệu do "
                "người có trách nhiệm đánh giá, kèm căn cứ. Mỗi lần ghi là một mục của nhật ký.\n"
                "Mức ghi theo đơn vị tính của danh mục (tỷ đồng, %) khi không nêu --measure."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh target show CT1.3", tr("một chỉ tiêu qua các lần điều chỉnh")},
                 {"dieuhanh target judge CT1.4 --period 2023 --reached --evidence \"biên bản nghiệm thu 12/BB\"",
                  tr("đánh giá một chỉ tiêu không đo bằng số liệu")},
                 {"dieuhanh target note CT1.3 --period 2023 --cause \"sức mua giảm\" --owner \"Phòng Kinh tế\" "
                  "--due 2024-06-30",
                  tr("vì sao không đạt, ai làm gì, đến khi nào")},
                 {"dieuhanh target add CT1.3 --level 2025=12 --since 2023-07-12 --source \"08-NQ/QU\"",
                  tr("ghi một lần điều chỉnh")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
