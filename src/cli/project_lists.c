/* SPDX-License-Identifier: Apache-2.0
 *
 * project_lists: lines of capital, stages and obstacles of projects as lists. The list of lines as CSV is one that
 * `project load` takes.
 */
#include "project_cells.h"

#include "project_table.h"

static struct str year_shown(struct cli *c, const struct capital_line *l)
{
    struct buf b = buf_make(16);
    buf_u64(&b, (uint64_t)l->year);
    if (l->until) buf_char(&b, '-');
    if (l->until) buf_u64(&b, (uint64_t)l->until);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str term_name(const struct cli *c, struct project_terms t, struct str code)
{
    return c->lang == LANG_VI ? project_term_name(t, code) : code;
}

static struct str layer_shown(const struct cli *c, enum capital_layer l)
{
    return c->lang == LANG_VI ? capital_layer_name(l) : capital_layer_word(l);
}

/* --- lines */

static const struct column LINE_COLUMNS[] = {
    {"line", tr("Dòng"), COLUMN_FIXED},
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"sort", tr("Loại"), 0},
    {"year", tr("Năm"), COLUMN_FIXED},
    {"source", tr("Nguồn vốn"), 0},
    {"layer", tr("Cấp giao"), 0},
    {"amount", tr("Triệu đồng"), COLUMN_NUMBER},
    {"day", tr("Ngày"), COLUMN_FIXED},
    {"number", tr("Số"), 0},
    {"file", tr("Minh chứng"), 0},
    {"note", tr("Nội dung"), 0},
    {"struck", tr("Đã gạch"), 0},
    {"sha256", NULL, COLUMN_DATA},
    {"who", NULL, COLUMN_DATA},
    {"time", NULL, COLUMN_DATA},
    {"entry", NULL, COLUMN_DATA},
};

static void put_line(struct cli *c, struct rows *r, const struct kept_line *k, struct str number)
{
    const struct capital_line *l = &k->line;
    rows_text(r, project_line_shown(c->arena, l->id));
    rows_text(r, number);
    rows_text_shown(r, capital_sort_word(l->sort),
                    c->lang == LANG_VI ? capital_sort_name(l->sort) : capital_sort_word(l->sort));
    rows_text(r, year_shown(c, l));
    rows_text_shown(r, l->source, term_name(c, project_sources(), l->source));
    rows_text_shown(r, capital_layer_word(l->layer), layer_shown(c, l->layer));
    if (l->sort == CAPITAL_PROGRESS)
        rows_decimal_shown(r, l->amount, project_percent_shown(c, l->amount));
    else
        rows_decimal_shown(r, l->amount, project_million_shown(c, l->amount));
    day_cell(r, l->day);
    rows_text(r, l->number);
    rows_text(r, l->file_name);
    rows_text(r, l->note);
    rows_style(r, STYLE_DIM);
    rows_text(r, k->struck_note);
    rows_text(r, l->file);
    rows_text(r, k->who);
    rows_text(r, k->time);
    rows_int(r, k->entry);
    rows_end(r);
}

static bool line_is_asked(const struct cli *c, const struct capital_line *l, int year, struct str source)
{
    bool of_year = !cli_given(c, "year") || l->year == year || (l->year <= year && year <= l->until);
    return of_year && (!source.len || str_eq(l->source, source)) && (!l->struck || cli_flag(c, "all"));
}

bool project_run_capital(struct cli *c, struct err *err)
{
    struct matter_ids ids = {0};
    int16_t year, until;
    struct str source;
    size_t shown = 0;
    if (!known_on_open(c, DB_READ, err) || !project_year_option(&year, &until, c, err) ||
        !project_source_option(&source, c, err) || (c->arg_count > 1 && !matter_arguments(&ids, NULL, c, 1, err)))
        return false;
    if (!ids.len) *vec_push(c->arena, &ids) = (struct matter_id){0}; /* all of them */
    struct rows *r = cli_rows(c, COLUMNS_OF(LINE_COLUMNS));
    for (size_t i = 0; i < ids.len; i++) {
        struct project_book b;
        size_t at = 0;
        if (!project_book_asked(&b, c, ids.at[i], err)) return false;
        for (size_t n = 0; n < b.lines.len; n++) {
            const struct kept_line *k = &b.lines.at[n];
            while (at < b.len && b.at[at].row.matter.id.n < k->line.project.n) at++;
            bool ours = at < b.len && b.at[at].row.matter.id.n == k->line.project.n;
            bool asked = ours && line_is_asked(c, &k->line, year, source);
            if (asked && project_row_left(c, shown++)) put_line(c, r, k, b.at[at].number);
            if (!cli_drain(c, err)) return false;
        }
    }
    rows_close(r);
    return true;
}

/* --- stages */

static const struct column STAGE_COLUMNS[] = {
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"title", tr("Tên"), 0},
    {"stage", tr("Giai đoạn"), 0},
    {"planned_from", tr("Kế hoạch từ"), COLUMN_FIXED},
    {"planned_to", tr("Kế hoạch đến"), COLUMN_FIXED},
    {"first_planned_to", tr("Hạn ban đầu"), COLUMN_FIXED},
    {"actual_from", tr("Thực tế từ"), COLUMN_FIXED},
    {"actual_to", tr("Thực tế đến"), COLUMN_FIXED},
    {"days_late", tr("Trễ (ngày)"), COLUMN_NUMBER},
    {"note", tr("Ghi chú"), 0},
};

static void put_stage(struct cli *c, struct rows *r, const struct book_project *p, const struct book_stage *s)
{
    const struct kept_stage *k = s->last;
    rows_text(r, p->number);
    rows_text(r, p->row.matter.title);
    rows_text_shown(r, k->stage, term_name(c, project_stages(), k->stage));
    day_cell(r, k->planned_from);
    day_cell(r, k->planned_to);
    day_cell(r, s->first ? s->first->planned_to : (struct date){0});
    day_cell(r, k->actual_from);
    day_cell(r, k->actual_to);
    if (s->late) rows_style(r, s->open ? STYLE_BAD : STYLE_DOUBT);
    if (date_known(k->planned_to))
        rows_int(r, s->late);
    else
        rows_none(r);
    rows_text(r, k->note);
    rows_end(r);
}

static bool book_of_arguments(struct project_book *b, struct cli *c, struct err *err)
{
    struct kept_matter one = {0};
    return known_on_open(c, DB_READ, err) && (c->arg_count < 2 || project_argument(&one, c, 1, err)) &&
           project_book_asked(b, c, one.id, err);
}

bool project_run_stages(struct cli *c, struct err *err)
{
    struct project_book b;
    size_t shown = 0;
    if (!book_of_arguments(&b, c, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(STAGE_COLUMNS));
    for (size_t i = 0; i < b.len; i++)
        for (size_t s = 0; s < b.at[i].stages.len; s++)
            if ((b.at[i].stages.at[s].open || cli_flag(c, "all")) && project_row_left(c, shown++))
                put_stage(c, r, &b.at[i], &b.at[i].stages.at[s]);
    rows_close(r);
    return true;
}

/* --- obstacles */

static const struct column OBSTACLE_COLUMNS[] = {
    {"obstacle", tr("Mã"), COLUMN_FIXED},
    {"project", tr("Dự án"), COLUMN_FIXED},
    {"class", tr("Loại"), 0},
    {"title", tr("Vướng mắc"), 0},
    {"owner", tr("Ai tháo gỡ"), 0},
    {"opened", tr("Từ ngày"), COLUMN_FIXED},
    {"due", tr("Hạn"), COLUMN_FIXED},
    {"first_due", NULL, COLUMN_DATA},
    {"settled", tr("Tháo gỡ"), COLUMN_FIXED},
    {"days_late", tr("Quá hạn (ngày)"), COLUMN_NUMBER},
    {"note", tr("Ghi chú"), 0},
};

bool project_run_obstacles(struct cli *c, struct err *err)
{
    struct project_book b;
    struct str class = STR("");
    if (cli_given(c, "class")) {
        const struct project_term *t = project_term_find(project_obstacles(), str_trim(cli_text(c, "class")));
        class = t ? t->code : cli_text(c, "class");
    }
    size_t shown = 0;
    if (!book_of_arguments(&b, c, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(OBSTACLE_COLUMNS));
    for (size_t i = 0; i < b.len; i++) {
        for (size_t n = 0; n < b.at[i].obstacles.len; n++) {
            const struct book_obstacle *o = &b.at[i].obstacles.at[n];
            const struct kept_obstacle *k = o->last;
            if ((!o->open && !cli_flag(c, "all")) || (class.len && !str_eq(class, k->kind))) continue;
            if (!project_row_left(c, shown++)) continue;
            rows_text(r, project_obstacle_shown(c->arena, k->id));
            rows_text(r, b.at[i].number);
            rows_text_shown(r, k->kind, term_name(c, project_obstacles(), k->kind));
            rows_text(r, k->title);
            rows_text(r, k->owner);
            day_cell(r, k->opened);
            day_cell(r, k->due);
            day_cell(r, o->first->due);
            day_cell(r, k->settled);
            if (o->late) rows_style(r, o->open ? STYLE_BAD : STYLE_DOUBT);
            if (date_known(k->due))
                rows_int(r, o->late);
            else
                rows_none(r);
            rows_text(r, k->note);
            rows_end(r);
        }
    }
    rows_close(r);
    return true;
}

/* --- codes */

static const struct column TERM_COLUMNS[] = {
    {"of", tr("Của"), COLUMN_KEEP},
    {"code", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
};

static void put_terms(struct cli *c, struct rows *r, const char *word, const char *shown, struct project_terms t)
{
    for (size_t i = 0; i < t.len; i++) {
        rows_text_shown(r, str_of(word), tr_text(c->lang, shown));
        rows_text(r, t.at[i].code);
        rows_text(r, t.at[i].name);
        rows_end(r);
    }
}

bool project_run_terms(struct cli *c, struct err *err)
{
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    struct rows *r = cli_rows(c, COLUMNS_OF(TERM_COLUMNS));
    put_terms(c, r, "source", tr("nguồn vốn (--source)"), project_sources());
    put_terms(c, r, "stage", tr("giai đoạn (stage)"), project_stages());
    put_terms(c, r, "class", tr("loại vướng mắc (--class)"), project_obstacles());
    rows_close(r);
    return true;
}
