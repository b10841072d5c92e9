/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_series: one indicator of one unit through time, each value beside the same period of last year. Of a unit that
 * was made anew the years before are there too, like for like (series.h), each value with a mark and the reason under
 * the table.
 */
#include "answer_show.h"
#include "asked.h"
#include "buf.h"
#include "grid_options.h"
#include "grid_record.h"
#include "growth_cells.h"
#include "plan.h"
#include "reckon.h"
#include "rows.h"
#include "series.h"
#include "unit_look.h"

enum { TEXT_MOST = 1000, PLACES_SHOWN = 6 };

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"period", tr("Kỳ"), COLUMN_FIXED},
    {"value", tr("Giá trị"), COLUMN_NUMBER},
    {"bound", NULL, COLUMN_DATA},
    {"aspect", NULL, COLUMN_DATA},
    {"layer", tr("Cấp giao"), 0},
    {"measure", NULL, COLUMN_DATA},
    {"growth", tr("So cùng kỳ"), COLUMN_NUMBER},
    {"growth_why", NULL, COLUMN_DATA},
    {"growth_base", NULL, COLUMN_DATA},
    {"growth_note", NULL, COLUMN_DATA},
    {"ground", NULL, COLUMN_DATA},
    {"ground_note", NULL, COLUMN_DATA},
    {"figure", tr("Số liệu"), COLUMN_FIXED},
    {"growth_id", NULL, COLUMN_DATA},
    {"corrected", NULL, COLUMN_DATA},
    {"locked", NULL, COLUMN_DATA},
};
enum { COLUMN_TOTAL = sizeof COLUMNS / sizeof COLUMNS[0] };

/* --- lines under the table: what was found in which way, once, and where */

enum note_kind { NOTE_FORMER, NOTE_RECOMPUTED, NOTE_ESTIMATED, NOTE_NOT, NOTE_KINDS };

static const char *note_label(enum note_kind k)
{
    switch (k) {
    case NOTE_FORMER: return tr("◊ theo địa bàn của chính kỳ đó, trước khi sắp xếp");
    case NOTE_RECOMPUTED: return tr("† số của địa bàn mới");
    case NOTE_ESTIMATED: return tr("~ số của địa bàn mới");
    case NOTE_NOT:
    case NOTE_KINDS: break;
    }
    return tr("không so sánh được");
}

struct note {
    enum note_kind kind;
    struct str text;
    struct {
        VEC_FIELDS(struct str);
    } places; /* "C01 2025-H1" */
};

struct notes {
    VEC_FIELDS(struct note);
};

static void add_note(struct notes *all, struct arena *a, enum note_kind kind, struct str text, const struct question *q)
{
    struct note *n = NULL;
    for (size_t i = 0; i < all->len && !n; i++)
        if (all->at[i].kind == kind && str_eq(all->at[i].text, text)) n = &all->at[i];
    if (!n) {
        n = vec_push(a, all);
        *n = (struct note){.kind = kind, .text = text};
    }
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, q->indicator->code);
    buf_char(&b, ' ');
    period_write(&b, q->period);
    struct str place = str_copy(a, buf_str(&b));
    buf_free(&b);
    for (size_t i = 0; i < n->places.len; i++)
        if (str_eq(n->places.at[i], place)) return;
    *vec_push(a, &n->places) = place;
}

static void put_notes(struct cli *c, const struct notes *all)
{
    if (all->len) buf_char(c->out, '\n');
    for (int kind = 0; kind < NOTE_KINDS; kind++) {
        for (size_t i = 0; i < all->len; i++) {
            const struct note *n = &all->at[i];
            if ((int)n->kind != kind) continue;
            buf_put(c->out, tr_text(c->lang, note_label(n->kind)));
            buf_put(c->out, STR(" ("));
            for (size_t k = 0; k < n->places.len && k < PLACES_SHOWN; k++) {
                if (k) buf_put(c->out, STR(", "));
                buf_put(c->out, n->places.at[k]);
            }
            if (n->places.len > PLACES_SHOWN) buf_put(c->out, STR(", …"));
            buf_char(c->out, ')');
            if (n->text.len) buf_put(c->out, STR(": "));
            cli_put_words(c, n->text);
            buf_char(c->out, '\n');
        }
    }
}

static void note_like(struct notes *all, struct arena *a, const struct like *l, const struct question *q)
{
    if (l->rule == LIKE_RECOMPUTED) add_note(all, a, NOTE_RECOMPUTED, l->note, q);
    if (l->rule == LIKE_ESTIMATED) add_note(all, a, NOTE_ESTIMATED, l->note, q);
    if (l->rule == LIKE_NOT) add_note(all, a, NOTE_NOT, l->note, q);
}

/* Where a value or the base of its growth came about, at the time that it is of. */
static void note_row(struct notes *all, struct arena *a, const struct question *q, const struct series_row *row)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    if (row->ground == GROUND_FORMER) add_note(all, a, NOTE_FORMER, STR(""), q);
    note_like(all, a, &row->made, q);
    note_like(all, a, &row->like, row->like.rule == LIKE_NOT ? q : &before);
}

/* --- rows */

static void put_value(struct cli *c, struct rows *r, struct measured m, const struct indicator *i, bool estimate,
                      bool computed, enum series_ground ground, unsigned marks)
{
    static const char *const MARKS[] = {
        [GROUND_OWN] = "", [GROUND_FORMER] = " ◊", [GROUND_RECOMPUTED] = " †", [GROUND_ESTIMATED] = " ~"};
    struct buf b = buf_make(TEXT_MOST);
    show_measured(&b, m, i);
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    if (estimate) buf_put(&b, tr_text(c->lang, tr(" (ước)")));
    if (computed) buf_put(&b, STR(" ="));
    buf_put(&b, str_of(MARKS[ground]));
    if (marks & MARK_CORRECTED) buf_put(&b, STR(" §"));
    if (marks & MARK_LOCKED) buf_put(&b, STR(" ‡"));
    rows_decimal_shown(r, m.value, buf_str(&b));
    buf_free(&b);
}

static void put_ground(struct rows *r, const struct series_row *row)
{
    static const struct str NAMES[] = {
        [GROUND_OWN] = STR_INIT("own"),
        [GROUND_FORMER] = STR_INIT("former"),
        [GROUND_RECOMPUTED] = STR_INIT("recomputed"),
        [GROUND_ESTIMATED] = STR_INIT("estimated"),
    };
    rows_text(r, NAMES[row->ground]);
    rows_text(r, row->made.note);
}

/* The figure; of what was made of other units the id under which `explain` has it. */
static void put_id(struct rows *r, const struct series_row *row, const struct question *q)
{
    struct buf b = buf_make(TEXT_MOST);
    if (row->cell.known) {
        grid_id_put(r, &row->cell, q);
    } else {
        answer_id_write(&b, &(struct answer){.rule = ANSWER_NONE}, q, ASKED_VALUE);
        rows_text_shown(r, buf_str(&b), STR(""));
    }
    buf_free(&b);
}

static void put_growth_id(struct rows *r, const struct series_row *row, const struct question *q)
{
    struct buf b = buf_make(TEXT_MOST);
    bool told = row->cell.known && (row->growth.rule != ANSWER_NONE || row->like.rule == LIKE_NOT);
    if (told) answer_id_write(&b, &row->growth, q, ASKED_GROWTH);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_row(struct cli *c, struct rows *r, const struct grid *g, const struct question *q,
                    const struct series_row *row, struct corrected_marks *corrections)
{
    struct question before = {q->unit, q->indicator, period_years_back(q->period, 1)};
    struct grid_cell base = grid_value(g, &before);
    unsigned mark = grid_corrected(corrections, g, q, &row->cell) | locked_mark(&row->locked);
    bool corrected = (mark & MARK_CORRECTED) != 0;
    bool grown = row->growth.rule == ANSWER_GROWTH || row->growth.rule == ANSWER_DIFFERENCE;
    bool compared = grown &&
                    (corrected || (row->like.rule == LIKE_SAME && grid_corrected(corrections, g, &before, &base) != 0));
    struct growth_marks marks = {0};
    const struct grid_cell *cell = &row->cell;
    const struct grid_lane *lane = cell->known && !cell->computed ? grid_lane(g, cell->lane) : NULL;
    struct measured m = cell->known ? grid_measured(cell) : row->made.value;
    enum figure_aspect aspect = lane ? lane->aspect : cell->estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL;
    rows_text(r, q->unit);
    rows_text(r, q->indicator->code);
    grid_period_put(r, q->period);
    put_value(c, r, m, q->indicator, aspect == ASPECT_ESTIMATE, cell->computed || row->made.reckoned, row->ground,
              mark);
    rows_text(r, bound_name(m.bound));
    rows_text(r, aspect_name(aspect));
    rows_text_shown(r, lane ? lane->layer : STR(""), STR(""));
    rows_text(r, m.measure);
    comparison_cells(c, r, &row->growth, &row->like, compared, &marks);
    like_cells(r, &row->like);
    put_ground(r, row);
    put_id(r, row, q);
    put_growth_id(r, row, q);
    rows_bool(r, corrected);
    locked_id_put(c, r, &row->locked);
    rows_end(r);
}

static bool put_values(struct cli *c, struct rows *r, const struct grid *g, const struct formula_book *book,
                       struct question q, struct notes *notes, struct corrected_marks *corrections,
                       struct locked_marks *locks, struct err *err)
{
    struct series s;
    if (!series_make(&s, g, book, c->db, c->arena, locks, q.unit, q.indicator, err)) return false;
    for (size_t i = 0; i < s.len; i++) {
        q.period = s.at[i].period;
        put_row(c, r, g, &q, &s.at[i], corrections);
        note_row(notes, c->arena, &q, &s.at[i]);
    }
    return true;
}

static void put_plan(struct cli *c, struct rows *r, const struct grid *g, const struct question *q,
                     const struct grid_cell *cell, struct corrected_marks *corrections)
{
    const struct grid_lane *lane = grid_lane(g, cell->lane);
    unsigned corrected = grid_corrected(corrections, g, q, cell);
    enum plan_layer layer;
    rows_text(r, q->unit);
    rows_text(r, q->indicator->code);
    grid_period_put(r, grid_period(g, cell->period));
    grid_cell_put(c, r, g, q->indicator, cell, corrected);
    rows_text(r, bound_name(cell->bound));
    rows_text(r, aspect_name(lane->aspect));
    rows_text_shown(r, lane->layer, plan_layer_find(&layer, lane->layer) ? plan_layer_name(layer) : STR(""));
    rows_text(r, cell->measure);
    rows_none(r); /* growth is of values */
    for (int i = 0; i < 5; i++) rows_text(r, STR(""));
    grid_id_put(r, cell, q);
    rows_text(r, STR(""));
    rows_bool(r, corrected != 0);
    rows_text(r, STR(""));
    rows_end(r);
}

static void put_plans(struct cli *c, struct rows *r, const struct grid *g, const struct question *q,
                      struct corrected_marks *corrections)
{
    struct grid_series s;
    grid_series(&s, c->arena, g, q->unit, q->indicator, true);
    for (size_t i = 0; i < s.len; i++) put_plan(c, r, g, q, &s.at[i], corrections);
}

/* A table for eyes has no column that must be empty. */
static struct rows *open_rows(struct cli *c, bool plans)
{
    struct column *columns = arena_array(c->arena, struct column, COLUMN_TOTAL);
    memcpy(columns, COLUMNS, sizeof COLUMNS);
    for (size_t i = 0; i < COLUMN_TOTAL; i++)
        if (str_eq(str_of(columns[i].name), plans ? STR("growth") : STR("layer")))
            columns[i] = (struct column){columns[i].name, NULL, COLUMN_DATA};
    return cli_rows(c, columns, COLUMN_TOTAL);
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct kept_unit unit;
    struct notes notes = {0};
    struct wanted asked;
    struct corrected_marks corrections;
    struct locked_marks locks;
    bool plans = cli_flag(c, "plans");
    if (!asked_read(&asked, c, 0, ASK_INDICATORS | NEED_INDICATOR | ASK_UNIT | NEED_UNIT, err)) return false;
    if (!unit_typed(&unit, c->db, c->arena, asked.unit, (struct date){0}, err)) return false;
    if (!grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!corrected_open(&corrections, c->db, c->arena, unit.code, err)) return false;
    if (!locked_open(&locks, c->db, c->arena, unit.code, g, &asked.formulas.book, err)) return false;
    struct rows *rows = open_rows(c, plans);
    for (size_t k = 0; k < asked.indicators.len; k++) {
        struct question q = {.unit = unit.code, .indicator = asked.indicators.at[k]};
        if (plans)
            put_plans(c, rows, g, &q, &corrections);
        else if (!put_values(c, rows, g, &asked.formulas.book, q, &notes, &corrections, &locks, err))
            return false;
        if (!cli_drain(c, err)) return false;
    }
    size_t shown = rows_count(rows);
    rows_close(rows);
    if (c->format == FORMAT_TABLE) put_notes(c, &notes);
    corrected_put(c, &corrections, &locks);
    return shown || fail(err, ERR_NO_FIGURES, unit.name);
}

static const struct option_spec OPTIONS[] = {
    {"plans", 'p', OPTION_FLAG, .help = tr("các kế hoạch thay cho các số thực hiện")},
    ASKED_INDICATOR_OPTION,
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã")},
    {0},
};

const struct command cmd_series = {
    .name = "series",
    .summary = tr("chuỗi số liệu của một đơn vị qua các kỳ"),
    .usage = {tr("CHỈ-TIÊU... NƠI [--plans]")},
    .about = tr(
        "Mỗi kỳ một dòng, số thực hiện đi trước số ước, bên cạnh tăng giảm so với cùng kỳ năm trước. Đơn vị mới lập "
        "khi sắp xếp thì các kỳ trước đó là số của địa bàn mới: tính lại từ các đơn vị cũ (†) hoặc ước theo tỷ lệ (~); "
        "số đã báo cáo theo địa bàn cũ được giữ nguyên và đánh dấu ◊. Kỳ không báo cáo mà chỉ tiêu có công thức thì "
        "lấy "
        "số tính được (dấu =). Dưới bảng ghi cách tính.\n"
        "Chỉ tiêu và nơi nêu theo thứ tự nào cũng được, hay bằng --indicator, --unit."),
    .options = OPTIONS,
    .examples = {{"dieuhanh series C01 79", tr("thu ngân sách qua các kỳ")},
                 {"dieuhanh series C01 79 --plans", tr("các kế hoạch đã giao")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
