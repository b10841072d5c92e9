/* SPDX-License-Identifier: Apache-2.0
 *
 * project_list: a list of plans and vouchers as a file becomes lines of capital (project_make.h). A row is one line;
 * heads of columns, in any order, with the unit of the amounts in brackets:
 *
 *     Dự án | Loại | Năm | Nguồn vốn | Số tiền (triệu đồng) | Ngày | Số chứng từ | Cấp giao | Nội dung
 *
 * Under the head `amount` amounts are as `project capital --format csv` prints them. Without a sort a row is a payment;
 * without a year it is of that of its day. Rows are judged in their order, each against what the project has and what
 * the rows before it bring; all that is wrong is told with its line, and then nothing comes in.
 */
#include "matter_heads.h"
#include "matter_make.h"
#include "matter_sheet.h"
#include "nearest.h"
#include "project_make.h"
#include "project_table.h"

#include "buf.h"
#include "map.h"
#include "money_text.h"
#include "said.h"

enum list_head {
    HEAD_PROJECT,
    HEAD_SORT,
    HEAD_YEAR,
    HEAD_SOURCE,
    HEAD_AMOUNT,
    HEAD_DAY,
    HEAD_NUMBER,
    HEAD_LAYER,
    HEAD_NOTE,
    HEADS
};
enum { HEAD_ROWS = 20, LIST_PART = 5000 };

static const struct str HEAD_WORDS[HEADS] = {
    [HEAD_PROJECT] = STR_INIT("dự án|mã dự án|số dự án|project"),
    [HEAD_SORT] = STR_INIT("loại|loại vốn|loại chứng từ|loại thanh toán|sort"),
    [HEAD_YEAR] = STR_INIT("năm|năm kế hoạch|kế hoạch năm|year"),
    [HEAD_SOURCE] = STR_INIT("nguồn vốn|nguồn|source"),
    [HEAD_AMOUNT] = STR_INIT("số tiền|giá trị|amount"),
    [HEAD_DAY] = STR_INIT("ngày|ngày chứng từ|ngày thanh toán|ngày quyết định|day"),
    [HEAD_NUMBER] = STR_INIT("số chứng từ|chứng từ|số, ký hiệu|số quyết định|số|number"),
    [HEAD_LAYER] = STR_INIT("cấp giao|layer"),
    [HEAD_NOTE] = STR_INIT("nội dung|diễn giải|ghi chú|note"),
};

struct known_project {
    struct matter_id id;
    struct str number;
    struct {
        VEC_FIELDS(struct capital_line);
    } lines; /* of the record and of the list so far */
};

/* A row that is new: which line of which project it became. */
struct fresh_row {
    size_t project, place;
    uint32_t line; /* of the list */
};

struct loading {
    struct db *db;
    struct arena *arena;
    const struct project_list_wish *wish;
    struct project_list_result *out;
    size_t places[HEADS]; /* of its column; LIST_COLUMNS_MOST: none */
    int zeros;            /* of the unit of the amounts */
    bool plain;           /* amounts are digits with a point, as programs write them */
    struct map typed;     /* words for a project -> place in projects */
    struct {
        VEC_FIELDS(struct known_project);
    } projects;
    struct {
        VEC_FIELDS(struct kept_line);
    } fresh;
    struct {
        VEC_FIELDS(struct fresh_row);
    } rows; /* of `fresh` */
};

/* --- heads */

/* "số tiền (triệu đồng)" -> "số tiền", 6. */
static struct str without_unit(struct str head, int *zeros)
{
    struct str_cut cut = str_cut(head, STR("("));
    *zeros = 0;
    if (!cut.tail.len) return head;
    *zeros = str_starts(cut.tail, STR("tỷ")) || str_starts(cut.tail, STR("tỉ"))        ? 9
             : str_starts(cut.tail, STR("triệu"))                                      ? 6
             : str_starts(cut.tail, STR("nghìn")) || str_starts(cut.tail, STR("ngàn")) ? 3
                                                                                       : 0;
    return str_trim(cut.head);
}

static bool take_heads(struct loading *m, const struct list_row *row)
{
    for (size_t h = 0; h < HEADS; h++) m->places[h] = LIST_COLUMNS_MOST;
    for (size_t i = 0; i < row->len; i++) {
        int zeros;
        struct str head = without_unit(matter_head_tidy(m->arena, row->at[i].text), &zeros);
        for (size_t h = 0; head.len && h < HEADS; h++) {
            if (m->places[h] != LIST_COLUMNS_MOST || !project_words_have(HEAD_WORDS[h], head)) continue;
            m->places[h] = i;
            if (h == HEAD_AMOUNT) {
                m->zeros = zeros;
                m->plain = str_eq(head, STR("amount"));
            }
            break;
        }
    }
    return m->places[HEAD_PROJECT] != LIST_COLUMNS_MOST && m->places[HEAD_AMOUNT] != LIST_COLUMNS_MOST &&
           m->places[HEAD_DAY] != LIST_COLUMNS_MOST;
}

static bool find_heads(struct list_source **out, struct loading *m, struct list_sources *all, struct err *err)
{
    struct list_row *row = arena_new(m->arena, struct list_row);
    for (size_t i = 0; i < all->len; i++) {
        bool more = true;
        for (int n = 0; more && n < HEAD_ROWS; n++) {
            if (!list_source_next(row, &more, &all->at[i], m->arena, err)) return false;
            if (!more || !take_heads(m, row)) continue;
            *out = &all->at[i];
            return true;
        }
    }
    return fail(err, ERR_PROJECT_LIST_HEAD, m->wish->name);
}

/* --- a row */

static struct list_cell cell_of(const struct loading *m, const struct list_row *row, enum list_head h)
{
    size_t place = m->places[h];
    struct list_cell c = {0};
    if (place < row->len) c = row->at[place];
    c.text = str_trim(c.text);
    return c;
}

static bool project_of(struct known_project **out, struct loading *m, struct str typed, struct err *err)
{
    const uint32_t *at = map_find(&m->typed, typed);
    struct kept_matter matter;
    struct matter_id id;
    struct kept_lines kept;
    if (at) {
        *out = &m->projects.at[*at];
        return true;
    }
    if (!matter_typed(&id, m->db, m->arena, typed, err) || !matter_load(&matter, m->db, m->arena, id, err))
        return false;
    if (!str_eq(matter.kind, STR("project"))) return fail(err, ERR_PROJECT_KIND, typed, matter.kind);
    for (size_t i = 0; i < m->projects.len; i++)
        if (m->projects.at[i].id.n == id.n) {
            *out = &m->projects.at[i];
            return true;
        }
    if (!project_lines(&kept, m->db, m->arena, id, err)) return false;
    map_put(&m->typed, m->arena, str_copy(m->arena, typed), (uint32_t)m->projects.len);
    struct known_project *p = vec_push(m->arena, &m->projects);
    *p = (struct known_project){.id = id, .number = matter.number};
    for (size_t i = 0; i < kept.len; i++) *vec_push(m->arena, &p->lines) = kept.at[i].line;
    *out = p;
    return true;
}

/* "2026-03-02", "2/3/2026". */
static bool day_of(struct date *out, struct str typed)
{
    return date_typed(out, typed);
}

static bool amount_of(struct decimal *out, const struct loading *m, struct list_cell cell, enum capital_sort sort)
{
    int zeros = sort == CAPITAL_PROGRESS ? 0 : m->zeros;
    if (cell.number || m->plain) return decimal_read(out, cell.text) && decimal_shift(out, *out, zeros);
    if (sort == CAPITAL_PROGRESS && str_ends(cell.text, STR("%"))) cell.text.len--;
    if (number_typed_read(out, cell.text)) return decimal_shift(out, *out, zeros);
    bool has_unit; /* what stands in the cell goes before what the head says */
    return money_read(out, &has_unit, cell.text) && decimal_shift(out, *out, has_unit ? 0 : zeros);
}

static bool words_of(struct capital_line *l, const struct loading *m, const struct list_row *row, struct err *err)
{
    struct str sort = cell_of(m, row, HEAD_SORT).text, source = cell_of(m, row, HEAD_SOURCE).text,
               layer = cell_of(m, row, HEAD_LAYER).text;
    struct buf b = buf_make(SIZE_MAX);
    bool ok = true;
    l->sort = CAPITAL_PAID;
    if (sort.len && !capital_sort_read(&l->sort, sort)) {
        for (size_t i = 0; i < CAPITAL_SORTS; i++) {
            if (i) buf_put(&b, STR(", "));
            buf_put(&b, capital_sort_name((enum capital_sort)i));
        }
        ok = fail(err, ERR_PROJECT_SORT, sort, buf_str(&b));
    }
    const struct project_term *t = source.len ? project_term_find(project_sources(), source) : NULL;
    if (ok && source.len && !t) {
        project_terms_write(&b, project_sources());
        ok = fail(err, ERR_PROJECT_SOURCE, source, nearest_joined(m->arena, source, buf_str(&b), STR(", ")));
    }
    if (t) l->source = t->code;
    if (ok && l->sort == CAPITAL_GIVEN) l->layer = CAPITAL_BY_COUNCIL;
    if (ok && layer.len && !capital_layer_read(&l->layer, layer)) ok = fail(err, ERR_PROJECT_LAYER, layer);
    buf_free(&b);
    return ok;
}

static bool line_of(struct capital_line *l, struct loading *m, const struct list_row *row, struct err *err)
{
    struct str year = cell_of(m, row, HEAD_YEAR).text, day = cell_of(m, row, HEAD_DAY).text;
    struct list_cell amount = cell_of(m, row, HEAD_AMOUNT);
    if (!words_of(l, m, row, err)) return false;
    if (!day_of(&l->day, day)) return fail(err, ERR_REGISTER_VALUE, STR("day"), day, STR("dd/mm/yyyy, yyyy-mm-dd"));
    l->year = l->day.year;
    if (year.len && !project_year_read(&l->year, &l->until, year)) return fail(err, ERR_PROJECT_YEAR, year);
    if (!amount_of(&l->amount, m, amount, l->sort)) return fail(err, ERR_PROJECT_AMOUNT, amount.text);
    l->number = str_copy(m->arena, cell_of(m, row, HEAD_NUMBER).text);
    l->note = str_copy(m->arena, cell_of(m, row, HEAD_NOTE).text);
    return true;
}

static bool take_row(struct loading *m, const struct list_row *row, struct err *err)
{
    struct known_project *p;
    struct kept_line k = {0};
    struct err same = {0};
    if (!project_of(&p, m, cell_of(m, row, HEAD_PROJECT).text, err) || !line_of(&k.line, m, row, err)) return false;
    k.line.project = p->id;
    if (!project_line_fits(m->arena, &k.line, p->lines.at, p->lines.len, p->number, m->wish->today, &same)) {
        m->out->same += same.code == ERR_PROJECT_SAME;
        *err = same;
        return same.code == ERR_PROJECT_SAME;
    }
    *vec_push(m->arena, &p->lines) = k.line;
    *vec_push(m->arena, &m->rows) = (struct fresh_row){(size_t)(p - m->projects.at), p->lines.len - 1, row->line};
    *vec_push(m->arena, &m->fresh) = k;
    m->out->fresh++;
    return true;
}

/* Whether it is the row that is wrong, and not the record. */
static bool is_of_row(const struct err *err)
{
    struct str name = err_name(err->code);
    return str_starts(name, STR("project_")) || str_starts(name, STR("matter_")) || str_starts(name, STR("register_"));
}

static bool take_rows(struct loading *m, struct list_source *s, struct err *err)
{
    struct list_row *row = arena_new(m->arena, struct list_row);
    for (bool more = true; more && m->out->problems.len < PROJECT_PROBLEMS_MOST;) {
        struct err wrong = {0};
        if (!list_source_next(row, &more, s, m->arena, err)) return false;
        if (!more) break;
        if (!cell_of(m, row, HEAD_PROJECT).text.len) continue; /* sums and notes below a table */
        m->out->rows++;
        if (take_row(m, row, &wrong)) continue;
        wrong.line = row->line;
        *err = wrong;
        if (!is_of_row(&wrong)) return false;
        *vec_push(m->arena, &m->out->problems) = wrong;
    }
    return true;
}

/* A plan may stand below what is said of it, so these are asked when all rows are there. */
static void judge_together(struct loading *m)
{
    for (size_t i = 0; i < m->rows.len; i++) {
        const struct fresh_row *r = &m->rows.at[i];
        const struct known_project *p = &m->projects.at[r->project];
        struct err wrong = {0};
        project_line_doubts(&m->out->doubts, m->arena, p->number, p->lines.at, p->lines.len, r->place);
        if (project_plan_fits(m->arena, &p->lines.at[r->place], p->lines.at, p->lines.len, p->number, &wrong)) continue;
        wrong.line = r->line;
        *vec_push(m->arena, &m->out->problems) = wrong;
    }
}

static bool keep(struct loading *m, const struct author *author, struct err *err)
{
    struct project_change c = {.list_name = m->wish->name, .list_file = sha256_of(m->wish->bytes)};
    for (size_t from = 0; from < m->fresh.len; from += LIST_PART) {
        c.lines = m->fresh.at + from;
        c.line_count = m->fresh.len - from < LIST_PART ? m->fresh.len - from : LIST_PART;
        if (!change_project(m->db, m->arena, author, &c, err)) return false;
    }
    return true;
}

bool project_list_load(struct project_list_result *out, struct db *db, struct arena *a, const struct author *author,
                       const struct project_list_wish *w, struct err *err)
{
    struct loading *m = arena_new(a, struct loading);
    struct list_sources all;
    struct list_source *s;
    struct list_options o = {0};
    *m = (struct loading){.db = db, .arena = a, .wish = w, .out = out};
    *out = (struct project_list_result){0};
    if (!list_sources_open(&all, a, w->bytes, w->name, &o, err) || !db_begin(db, DB_TRANSACTION_WRITE, err))
        return false;
    bool ok = find_heads(&s, m, &all, err) && take_rows(m, s, err);
    if (ok) judge_together(m);
    if (ok && (w->dry || out->problems.len || !out->fresh)) {
        db_rollback(db);
        return true;
    }
    return db_finish(db, ok && keep(m, author, err), err);
}
