/* SPDX-License-Identifier: Apache-2.0
 *
 * form_figures: the figures of a workbook by its form (form.h). Of a number the column says period, aspect, kind and
 * base, the row its name, place, time or unit; what neither says is taken from the words above the table, then from
 * what the user told. The value is the number of the cell, exactly, in the canonical unit. A cell in a column of values
 * that is none ("4712x", #REF!, a date, "chưa có") is left out and told of, but for units of measure; "-", "…", "x" say
 * that there is nothing.
 */
#include "form_private.h"

#include "buf.h"
#include "indicator.h"
#include "sheet_number.h"
#include "utf8.h"

/* What the cells of a row say. */
struct row {
    struct str name, place, unit;
    struct period period;
    bool not_time; /* its time cannot be */
    const struct sheet_cell *place_cell;
    enum unit_kind level; /* that the places of its column are of */
    bool misplaced;       /* its place is none of that level, which was told */
};

struct work {
    struct arena *arena;
    const struct workbook *book;
    const struct form_source *source;
    const struct form_table *table;
    const struct read_options *options;
    enum unit_kind *levels; /* of the columns of places */
    uint32_t group;
    bool doubt; /* how its numbers are written is in doubt, which is told by column */
    struct {
        VEC_FIELDS(struct statement);
    } out;
    struct problems problems;
};

static struct str without_bullet(struct str s)
{
    s = str_trim(s);
    while (s.len && strchr("-+*. ", s.ptr[0])) s = str_from(s, 1);
    return s;
}

static void tell(struct work *w, enum err_code code, uint32_t row, uint32_t column, struct str words)
{
    struct buf b = buf_make(ERR_ARG_SIZE);
    buf_put(&b, w->source->sheet->name);
    buf_char(&b, '!');
    sheet_place_write(&b, row, column);
    problem_add(&w->problems, w->arena,
                (struct problem){code, SEVERITY_DOUBT, {0}, {str_copy(w->arena, buf_str(&b)), words}});
    buf_free(&b);
}

/* The time that a row says; one that cannot be is told, and nothing is read in the row. */
static void row_time(struct work *w, struct row *out, const struct sheet_cell *cell)
{
    struct str wrong = cell->type == SHEET_TEXT ? table_time_impossible(w->arena, str_trim(cell->text)) : STR("");
    out->period = form_time(w->arena, cell, w->options->date);
    out->not_time = wrong.len > 0;
    if (wrong.len) tell(w, ERR_FORM_TIME, cell->row, cell->column, wrong);
}

static void row_read(struct work *w, struct row *out, const struct sheet_cell *cells, size_t count)
{
    out->name = out->unit = STR("");
    bool named = false;
    for (size_t i = 0; i < count; i++) {
        const struct form_column *c = form_column_find(w->table, cells[i].column);
        struct str words = without_bullet(cells[i].text);
        if (!c) continue;
        switch (c->role) {
        case FORM_NAME:
            if (!named) out->name = words;
            named = true;
            break;
        case FORM_PLACE: /* stays for the rows below, which leave it out */
            out->place = words;
            out->place_cell = &cells[i];
            out->level = c->column < w->source->columns ? w->levels[c->column] : UNIT_OFFICE;
            out->misplaced = false;
            break;
        case FORM_TIME: row_time(w, out, &cells[i]); break;
        case FORM_UNIT: out->unit = words; break;
        case FORM_VALUE:
        case FORM_SKIP:
        case FORM_ROLES: break;
        }
    }
}

static struct str first_of(struct str a, struct str b)
{
    return a.len ? a : b;
}

/* The value in its canonical unit. */
static void set_value(struct work *w, struct figure_statement *f, const struct sheet_cell *cell, struct str unit)
{
    struct decimal factor, product;
    struct str name;
    f->value = cell->number;
    f->unit = STR("");
    if (cell->flags & SHEET_PERCENT) {
        f->unit = STR("%");
        if (decimal_shift(&product, f->value, 2)) f->value = product;
    } else if (unit.len && table_unit_read(&factor, &name, w->arena, unit) && decimal_mul(&product, f->value, factor)) {
        f->value = product;
        f->unit = name;
    }
    if (f->kind == KIND_GROWTH && f->unit.len == 0) f->unit = STR("%");
    if (f->kind == KIND_GROWTH && str_eq(f->unit, STR("%"))) (void)table_growth_of_index(&f->value);
}

static struct str indicator_of(const struct work *w, const struct form_column *c, const struct row *row,
                               const struct figure_statement *f)
{
    for (size_t i = 0; i < w->table->rows.len; i++)
        if (str_eq(w->table->rows.at[i].name, row->name)) return w->table->rows.at[i].indicator;
    if (c->indicator.len) return c->indicator;
    const struct indicator *found = f->subject.len ? indicator_of_phrase(f->subject, f->unit, f->kind) : NULL;
    return found ? found->code : STR("");
}

/* The place of a figure of a row is one of the level of its column; what is none is told of once a row. */
static void set_place(struct work *w, struct figure_statement *f, struct row *row)
{
    if (form_level_place(&f->place, w->arena, row->level, f->period.to) || row->misplaced) return;
    struct buf b = buf_make(ERR_ARG_SIZE);
    buf_put(&b, STR("tỉnh "));
    buf_put(&b, row->place);
    if (f->period.kind != PERIOD_NONE) {
        buf_put(&b, STR(", kỳ "));
        period_write_vi(&b, f->period);
    }
    buf_put(&b, STR(", ô "));
    sheet_place_write(&b, row->place_cell->row, row->place_cell->column);
    problem_add(&w->problems, w->arena,
                (struct problem){ERR_UNIT_NONE, SEVERITY_DOUBT, {0}, {str_copy(w->arena, buf_str(&b)), STR("")}});
    buf_free(&b);
    row->misplaced = true;
}

static void put_figure(struct work *w, const struct sheet_cell *cell, const struct form_column *c, struct row *row)
{
    const struct form_source *s = w->source;
    const struct table_head *h = &s->heads[cell->column];
    struct figure_statement f = {.kind = c->has_kind ? c->kind : h->kind,
                                 .aspect = c->has_aspect ? c->aspect : h->aspect,
                                 .against = c->has_against ? c->against : h->against,
                                 .against_period = h->against_period,
                                 .plan = STR(""),
                                 .group = w->group};
    f.period = c->period.kind ? c->period : row->period.kind ? row->period : h->period.kind ? h->period : s->period;
    f.place = first_of(c->place,
                       first_of(row->place, first_of(w->table->place, first_of(w->options->place, s->place))));
    if (!c->place.len && row->place.len) set_place(w, &f, row);
    /* A row that is a place, or a time, is measured by what its column names. */
    struct str head = first_of(h->name, s->words[cell->column]);
    f.subject = row->name.len ? row->name : first_of(head, s->title);
    struct str all = first_of(w->table->unit, s->unit), own = h->unit; /* brackets hold other things too */
    if (all.len && own.len && !table_unit_is(w->arena, own)) own = STR("");
    struct str unit = h->percent || f.kind != KIND_LEVEL ? STR("%") : first_of(row->unit, own);
    set_value(w, &f, cell, first_of(c->unit, first_of(unit, all)));
    if (f.kind == KIND_PLAN_RATIO) f.against = AGAINST_PLAN;
    if (f.kind == KIND_PLAN_RATIO || f.aspect == ASPECT_PLAN) /* whose plan: the column says it, never the row */
        f.plan = c->has_layer ? plan_layer_name(c->layer) : s->words[cell->column];
    f.indicator = indicator_of(w, c, row, &f);
    uint32_t start = (uint32_t)(cell->text.ptr - w->book->text.ptr);
    *vec_push(w->arena, &w->out) = (struct statement){.kind = STATEMENT_FIGURE,
                                                      .span = {0, start, start + (uint32_t)cell->text.len},
                                                      .quote = cell->text,
                                                      .rule = STR("form"),
                                                      .figure = f};
}

/* "Tháng 11", "3 = 1 + 2": words of a head that stands among the figures. */
static bool is_of_head(struct work *w, struct str s)
{
    static const struct str TIMES[] = {STR_INIT("thang"), STR_INIT("nam"),  STR_INIT("quy"),
                                       STR_INIT("ky"),    STR_INIT("ngay"), STR_INIT("tuan")};
    bool found = str_find_char(s, '=') >= 0;
    struct arena_mark mark = arena_mark(w->arena);
    for (struct str rest = utf8_fold(w->arena, s); rest.len && !found;) {
        struct str_cut cut = str_cut(rest, STR(" "));
        for (size_t i = 0; i < sizeof TIMES / sizeof *TIMES; i++) found |= str_eq(TIMES[i], cut.head);
        rest = cut.tail;
    }
    arena_reset(w->arena, mark);
    return found;
}

static bool is_unreadable(struct work *w, const struct sheet_cell *cell)
{
    struct str s = str_trim(cell->text);
    if (cell->type != SHEET_TEXT) return cell->type != SHEET_NUMBER && s.len > 0;
    if (s.len == 0 || (w->doubt && sheet_number_look(s)) || is_of_head(w, s)) return false;
    return !form_says_nothing(s) && !table_unit_is(w->arena, s);
}

/* The column has no time, since the one in its head cannot be. */
static bool lacks_time(const struct work *w, const struct form_column *c)
{
    return c->column < w->source->columns && w->source->heads[c->column].not_time.len && !c->period.kind;
}

/* Every number of the table has a time of its own, of its column or its row. */
static bool has_times(const struct work *w)
{
    bool all = true;
    for (size_t i = 0; i < w->table->columns.len; i++) {
        const struct form_column *c = &w->table->columns.at[i];
        if (c->role == FORM_TIME) return true;
        if (c->role != FORM_VALUE || c->column >= w->source->columns) continue;
        all &= c->period.kind || w->source->heads[c->column].period.kind;
    }
    return all;
}

static void tell_times(struct work *w)
{
    const struct form_source *s = w->source;
    for (size_t i = 0; i < w->table->columns.len; i++) {
        const struct form_column *c = &w->table->columns.at[i];
        if (c->role == FORM_VALUE && lacks_time(w, c))
            tell(w, ERR_FORM_TIME, s->head, c->column, s->heads[c->column].not_time);
    }
    if (s->not_time.len && !has_times(w)) tell(w, ERR_FORM_TIME, s->first, 0, s->not_time);
}

static void table_figures(struct work *w)
{
    struct row row = {.place = STR(""), .level = UNIT_OFFICE};
    w->levels = arena_array(w->arena, enum unit_kind, (size_t)w->source->columns + 1);
    for (uint32_t c = 0; c < w->source->columns; c++) {
        const struct form_column *f = form_column_find(w->table, c);
        w->levels[c] = f && f->role == FORM_PLACE ? form_level(w->arena, w->source, c) : UNIT_OFFICE;
    }
    tell_times(w);
    for (uint32_t r = w->source->body; r < w->source->end; r++) {
        size_t count;
        const struct sheet_cell *cells = sheet_row(w->source->sheet, r, &count);
        if (count == 0) continue;
        row_read(w, &row, cells, count);
        w->group++;
        for (size_t i = 0; i < count; i++) {
            const struct form_column *c = form_column_find(w->table, cells[i].column);
            if (!c || c->role != FORM_VALUE || (cells[i].flags & SHEET_HIDDEN)) continue;
            if (row.not_time || lacks_time(w, c)) continue;
            if (cells[i].type == SHEET_NUMBER)
                put_figure(w, &cells[i], c, &row);
            else if (is_unreadable(w, &cells[i]))
                tell(w, ERR_FORM_CELL, r, cells[i].column, str_trim(cells[i].text));
        }
    }
}

static bool fail_other(struct err *err, const struct form_source *s, struct str name)
{
    struct buf b = buf_make(ERR_ARG_SIZE), head = buf_make(ERR_ARG_SIZE);
    buf_put(&b, s->sheet->name);
    buf_char(&b, '!');
    sheet_place_write(&b, s->head, 0);
    for (uint32_t c = 0; c < s->columns && head.len + s->words[c].len + 3 < ERR_ARG_SIZE; c++) {
        if (c) buf_put(&head, STR(" | "));
        buf_put(&head, s->words[c]);
    }
    fail(err, ERR_FORM_OTHER, name, buf_str(&b), buf_str(&head));
    buf_free(&b);
    buf_free(&head);
    return false;
}

bool form_figures(struct reading *out, struct arena *a, const struct workbook *book, const struct form *f,
                  const struct form_source *sources, size_t count, const struct read_options *o, struct str name,
                  struct err *err)
{
    struct work w = {.arena = a, .book = book, .options = o};
    for (size_t i = 0; i < book->problems.len; i++) w.doubt |= book->problems.at[i].severity == SEVERITY_DOUBT;
    for (size_t i = 0; i < count; i++) {
        w.source = &sources[i];
        w.table = form_find(f, w.source);
        if (!w.table) return fail_other(err, w.source, name);
        table_figures(&w);
    }
    *out = (struct reading){
        .at = w.out.at, .len = w.out.len, .problems = w.problems, .date = o->date, .place = o->place};
    return true;
}
