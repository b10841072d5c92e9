/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import: see matter_import.h. One write transaction around all of it: rows are read, parts become content, and
 * where one row is wrong everything is rolled back.
 */
#include "matter_import.h"

#include "agency_code.h"
#include "buf.h"
#include "content.h"
#include "matter_heads.h"
#include "matter_import_private.h"
#include "record_calendar.h"
#include "said.h"
#include "utf8.h"
#include "value_list.h"

enum { HEAD_ROWS = 30, HEADS_LEAST = 3, VALUE_SHOWN = 80 };

struct str import_target_name(const struct importing *i, size_t cell)
{
    if (cell == IMPORT_NOTE) return STR("note");
    if (cell == IMPORT_HANDED) return STR("handed");
    return cell < matter_cell_count(&i->kind.kind) ? matter_cell_name(&i->kind.kind, cell) : STR("");
}

void import_tell(struct importing *i, struct import_row *row, size_t cell, const struct err *e)
{
    row->wrong = true;
    if (i->out->problem_count++ >= IMPORT_PROBLEMS_SHOWN) return;
    struct str name = cell < IMPORT_TARGETS ? i->heads[cell].len ? i->heads[cell] : import_target_name(i, cell)
                                            : STR("");
    struct str value = cell < IMPORT_TARGETS ? row->cells[cell] : row->cells[CELL_NUMBER];
    *vec_push(i->arena, &i->out->problems) = (struct import_problem){
        row->line, str_copy(i->arena, name), str_copy(i->arena, utf8_clip(value, VALUE_SHOWN)), *e};
}

void import_doubt(struct importing *i, const struct import_row *row, enum import_doubt_kind kind, struct str name,
                  struct str said, struct str reckoned)
{
    if (i->out->doubt_count[kind]++ >= IMPORT_DOUBTS_SHOWN) return;
    *vec_push(i->arena, &i->out->doubts) = (struct import_doubt){kind,
                                                                 row->line,
                                                                 str_copy(i->arena, row->cells[CELL_NUMBER]),
                                                                 str_copy(i->arena, name),
                                                                 str_copy(i->arena, utf8_clip(said, VALUE_SHOWN)),
                                                                 str_copy(i->arena, utf8_clip(reckoned, VALUE_SHOWN))};
}

/* --- heads */

static size_t target_find(const struct importing *i, struct str name)
{
    size_t cells = matter_cell_count(&i->kind.kind);
    if (str_eq(name, STR("note"))) return IMPORT_NOTE;
    if (str_eq(name, STR("handed"))) return IMPORT_HANDED;
    for (size_t c = 0; c < cells; c++)
        if (str_eq(matter_cell_name(&i->kind.kind, c), name) && c != CELL_CLOCK && c != CELL_FROM && c != CELL_LINE)
            return c;
    return IMPORT_TARGETS;
}

static bool is_skipped(const struct importing *i, struct str tidy)
{
    for (size_t k = 0; i->wish->map && k < i->wish->map->skip.len; k++)
        if (str_eq(i->wish->map->skip.at[k], tidy)) return true;
    return false;
}

/* What a head means: what the map says goes before the usual words. */
static size_t target_of(const struct importing *i, struct str head, struct arena *a)
{
    const struct matter_map *m = i->wish->map;
    struct str tidy = matter_head_tidy(a, head);
    if (!tidy.len || is_skipped(i, tidy)) return IMPORT_TARGETS;
    for (size_t k = 0; m && k < m->columns.len; k++)
        if (str_eq(m->columns.at[k].value, tidy)) return target_find(i, m->columns.at[k].name);
    struct str name = matter_head_column(&i->kind.kind, a, tidy);
    return name.len && !(m && name_value_find(&m->columns, name)) ? target_find(i, name) : IMPORT_TARGETS;
}

static bool is_head(const struct importing *i, const struct list_row *row, struct arena *a)
{
    bool has[IMPORT_TARGETS] = {false};
    size_t count = 0;
    for (size_t c = 0; c < row->len; c++) {
        size_t t = target_of(i, row->at[c].text, a);
        if (t == IMPORT_TARGETS || has[t]) continue;
        has[t] = true;
        count++;
    }
    return has[CELL_NUMBER] && count >= HEADS_LEAST;
}

/* The heads of the first source that has a row of them; the source stands behind it then. */
static bool find_heads(struct list_source *source, struct list_row *row, struct importing *i)
{
    struct list_sources all;
    struct list_options options = {.from = i->wish->from};
    struct arena *a = i->arena;
    if (!list_sources_open(&all, a, i->wish->bytes, i->wish->name, &options, i->err)) return false;
    for (size_t s = 0; s < all.len; s++) {
        *source = all.at[s];
        bool more = true;
        struct err ignored;
        for (int n = 0; more && n < HEAD_ROWS && list_source_next(row, &more, source, a, &ignored) && more; n++)
            if (is_head(i, row, a)) return true;
    }
    return fail(i->err, ERR_MATTER_LIST_HEAD, i->wish->name, STR("number"));
}

static bool read_heads(struct importing *i, const struct list_row *row)
{
    const struct matter_map *m = i->wish->map;
    for (size_t t = 0; t < IMPORT_TARGETS; t++) i->column[t] = -1;
    for (size_t c = 0; c < row->len; c++) {
        struct str head = str_copy(i->arena, row->at[c].text);
        size_t t = target_of(i, head, i->arena);
        if (t == IMPORT_TARGETS) {
            if (head.len) *vec_push(i->arena, &i->out->passed) = head;
            continue;
        }
        struct str name = import_target_name(i, t);
        if (i->column[t] >= 0) return fail(i->err, ERR_MATTER_LIST_HEAD_TWICE, i->wish->name, name, i->heads[t], head);
        i->column[t] = (int)c;
        i->heads[t] = head;
        *vec_push(i->arena, &i->out->columns) = (struct name_value){name, head};
    }
    for (size_t k = 0; m && k < m->columns.len; k++) {
        size_t t = target_find(i, m->columns.at[k].name);
        if (t < IMPORT_TARGETS && i->column[t] < 0)
            return fail(i->err, ERR_MATTER_LIST_HEAD_TOLD, i->wish->name, m->columns.at[k].value,
                        m->columns.at[k].name);
    }
    return true;
}

static bool heads_suffice(const struct importing *i)
{
    static const enum matter_cell NEEDED[] = {CELL_NUMBER, CELL_TITLE, CELL_UNIT, CELL_STATE, CELL_OPENED};
    for (size_t k = 0; k < sizeof NEEDED / sizeof *NEEDED; k++) {
        struct str name = import_target_name(i, NEEDED[k]);
        bool set = i->wish->map && name_value_find(&i->wish->map->set, name);
        for (size_t b = 0; i->wish->map && b < i->wish->map->by.len; b++)
            set |= str_eq(i->wish->map->by.at[b].of, name);
        if (i->column[NEEDED[k]] < 0 && !set && !(NEEDED[k] == CELL_UNIT && i->wish->unit))
            return fail(i->err, ERR_MATTER_LIST_HEAD, i->wish->name, name);
    }
    return true;
}

/* --- parts */

static bool keep_part(struct importing *i, struct str bytes, uint32_t count, bool events)
{
    struct matter_list_part part = {.count = count};
    if (!i->wish->dry && !content_save(&part.content, i->db, bytes, i->err)) return false;
    if (events)
        *vec_push(i->arena, &i->event_parts) = part;
    else
        *vec_push(i->arena, &i->parts) = part;
    return true;
}

bool import_events_end(struct importing *i)
{
    uint32_t count = i->event_count;
    i->event_count = 0;
    bool ok = !count || keep_part(i, buf_str(&i->events), count, true);
    buf_clear(&i->events);
    return ok;
}

/* A number of a dossier in the other orders of the code of its agency (agency_code.h). */
static size_t other_orders(struct str out[2], struct arena *a, struct str number)
{
    static bool (*const ORDERS[])(struct buf * b, struct str typed) = {dossier_code_write, dossier_code_old_write};
    size_t count = 0;
    for (size_t n = 0; n < 2; n++) {
        struct buf b = buf_make(100);
        if (ORDERS[n](&b, number) && !str_eq(buf_str(&b), number)) out[count++] = str_copy(a, buf_str(&b));
        buf_free(&b);
    }
    return count;
}

static void ask_number(struct value_list *numbers, struct arena *a, struct str number)
{
    struct str others[2];
    size_t count = other_orders(others, a, number);
    value_list_row(numbers);
    value_list_text(numbers, number);
    for (size_t n = 0; n < count; n++) {
        value_list_row(numbers);
        value_list_text(numbers, others[n]);
    }
}

static void know_number(struct map *at, struct arena *a, struct str number, uint32_t place)
{
    struct str others[2];
    size_t count = other_orders(others, a, number);
    for (size_t n = 0; n < count; n++)
        if (!map_find(at, others[n])) map_put(at, a, others[n], place);
    map_put(at, a, number, place);
}

/* The matters that are known of these rows: number, in every order, -> place in *known. */
static bool find_known(struct map *at, struct matter_list *known, struct importing *i)
{
    int64_t used;
    struct value_list numbers = {0};
    bool ok = db_get_int(&used, i->db, SQL_MATTER_KIND_IS_USED, DB_VALUES(db_text(i->kind.kind.word)), i->err);
    for (size_t r = 0; ok && used && r < i->rows.len;) {
        struct db_rows rows;
        for (size_t end = r + VALUE_LIST_ROWS; r < end && r < i->rows.len; r++) {
            ask_number(&numbers, i->part, i->rows.at[r].cells[CELL_NUMBER]);
        }
        ok = db_query(&rows, i->db, SQL_MATTERS_OF_NUMBERS,
                      DB_VALUES(value_list_end(&numbers), db_text(i->kind.kind.word)), i->err);
        bool right = true;
        while (ok && right && db_next(&rows)) {
            struct kept_matter *m = vec_push(i->part, known);
            right = matter_row_read(m, i->part, &rows);
            if (right) know_number(at, i->part, m->number, (uint32_t)known->len - 1);
        }
        ok = ok && db_end(&rows, i->err) && (right || fail(i->err, ERR_RECORD_BROKEN, db_where(i->db), STR("matter")));
        value_list_free(&numbers);
    }
    value_list_free(&numbers);
    return ok;
}

/* A new one: judged as the record will judge it, then into the part. */
static void enter(struct importing *i, struct import_row *row)
{
    struct kept_matter m;
    struct err e;
    import_row_complete(i, row);
    if (row->wrong) return;
    if (!matter_enter(&m, i->part, &i->kind.kind, row->cells, &e)) {
        import_tell(i, row, IMPORT_TARGETS, &e);
        return;
    }
    i->out->fresh++;
    i->out->late += m.truth == OUTCOME_LATE;
    i->out->in_time += m.truth == OUTCOME_EARLY || m.truth == OUTCOME_ON_TIME;
    matter_part_row(&i->writer, row->cells);
}

/* The rows that wait become a part, or go on. */
static bool end_part(struct importing *i)
{
    struct map at = {0};
    struct matter_list known = {0};
    struct str heads[MATTER_PART_COLUMNS];
    size_t columns = matter_cell_count(&i->kind.kind);
    for (size_t c = 0; c < columns; c++) heads[c] = matter_cell_name(&i->kind.kind, c);
    matter_part_begin(&i->writer, i->part, heads, columns);
    bool ok = find_known(&at, &known, i);
    for (size_t r = 0; ok && r < i->rows.len; r++) {
        struct import_row *row = &i->rows.at[r];
        const uint32_t *place = map_find(&at, row->cells[CELL_NUMBER]);
        if (row->wrong) continue;
        if (place)
            ok = import_go_on(i, row, &known.at[*place]);
        else if ((ok = import_look_up(i, row)))
            enter(i, row);
    }
    if (ok && i->writer.rows) ok = keep_part(i, buf_str(&i->writer.text), (uint32_t)i->writer.rows, false);
    i->rows.len = i->rows.cap = 0;
    i->rows.at = NULL;
    return ok;
}

/* One number, one row. */
static void note_number(struct importing *i, struct import_row *row)
{
    struct str number = row->cells[CELL_NUMBER];
    const uint32_t *before = number.len ? map_find(&i->numbers, number) : NULL;
    if (before) {
        struct err e;
        struct buf b = buf_make(16);
        buf_u64(&b, *before);
        fail(&e, ERR_LIST_CELL_TWICE, number, buf_str(&b));
        import_tell(i, row, CELL_NUMBER, &e);
        buf_free(&b);
    } else if (number.len) {
        map_put(&i->numbers, i->arena, str_copy(i->arena, number), row->line);
    }
}

static bool read_rows(struct importing *i, struct list_source *source, struct list_row *texts)
{
    bool more = true, ok = true;
    while (ok && more) {
        struct arena_mark mark = arena_mark(i->part);
        while (ok && more && i->rows.len < MATTER_PART_ROWS) {
            ok = list_source_next(texts, &more, source, i->part, i->err);
            if (!ok || !more) break;
            struct import_row *row = vec_push(i->part, &i->rows);
            *row = (struct import_row){.cells = arena_array(i->part, struct str, IMPORT_TARGETS), .line = texts->line};
            ok = import_row_read(i, row, texts);
            note_number(i, row);
            i->out->rows++;
            for (size_t s = 0; s < i->kind.kind.state_count; s++)
                i->out->states[s] += str_eq(i->kind.kind.states[s].word, row->cells[CELL_STATE]);
        }
        ok = ok && end_part(i);
        arena_reset(i->part, mark);
    }
    return ok && import_events_end(i);
}

/* In the order of the list. */
static void sort_problems(struct matter_import_result *r)
{
    for (size_t k = 1; k < r->problems.len; k++) {
        struct import_problem p = r->problems.at[k];
        size_t at = k;
        for (; at && r->problems.at[at - 1].line > p.line; at--) r->problems.at[at] = r->problems.at[at - 1];
        r->problems.at[at] = p;
    }
}

/* --- all of it */

/* Whether a matter that is in a state has come through the one where the clock begins: it cannot be reached past it. */
static void find_begun(struct importing *i)
{
    const struct matter_kind *k = &i->kind.kind;
    bool *reached = arena_array(i->arena, bool, k->state_count), grew = k->clock.state.len > 0;
    i->clock_begun = arena_array(i->arena, bool, k->state_count);
    if (grew) reached[0] = !str_eq(k->states[0].word, k->clock.state);
    while (grew) {
        grew = false;
        for (size_t m = 0; m < k->move_count; m++)
            for (size_t s = 0; s < k->state_count; s++) {
                if (!reached[s] || !word_list_has(k->moves[m].from, k->states[s].word)) continue;
                for (size_t to = 0; to < k->state_count; to++) {
                    if (reached[to] || !str_eq(k->states[to].word, k->moves[m].to) ||
                        str_eq(k->moves[m].to, k->clock.state))
                        continue;
                    reached[to] = grew = true;
                }
            }
    }
    for (size_t s = 0; s < k->state_count; s++) i->clock_begun[s] = !reached[s];
}

static bool save(struct importing *i, const struct author *author)
{
    struct digest map_digest;
    struct digest_text hex = {0};
    struct buf map = buf_make(SIZE_MAX);
    if (i->wish->map) matter_map_write(&map, i->wish->map);
    map_digest = sha256_of(buf_str(&map));
    if (map.len) hex = digest_text(map_digest);
    struct matter_list_change c = {.name = i->wish->name,
                                   .file = sha256_of(i->wish->bytes),
                                   .size = i->wish->bytes.len,
                                   .map = map.len ? digest_str(&hex) : STR(""),
                                   .kind = i->kind.kind.word,
                                   .version = i->kind.version,
                                   .parts = i->parts.at,
                                   .part_count = i->parts.len,
                                   .events = i->event_parts.at,
                                   .event_count = i->event_parts.len,
                                   .units = i->units.at,
                                   .unit_count = i->units.len};
    bool ok = change_matter_list(&i->out->first, i->db, i->arena, author, &c, i->err);
    buf_free(&map);
    return ok;
}

static struct str count_text(char room[24], uint64_t n)
{
    int len = snprintf(room, 24, "%llu", (unsigned long long)n);
    return (struct str){room, (size_t)len};
}

static bool default_unit(struct importing *i)
{
    struct str name;
    const struct looked_unit *u = i->wish->unit;
    if (!u) return true;
    if (!unit_name_of(&name, i->db, i->arena, u->id, i->err)) return false;
    if (!name.len && u->known.n)
        *vec_push(i->arena,
                  &i->units) = (struct new_unit){.code = u->id, .name = u->name, .key = unit_key(i->arena, u->name)};
    return true;
}

static bool begin(struct importing *i, const struct author *author, struct list_source *source, struct list_row *row)
{
    bool ok = i->wish->dry ? known_kind(&i->kind, i->db, i->arena, i->wish->kind, i->err)
                           : kind_begin(&i->kind, i->db, i->arena, author, i->wish->kind, i->err);
    if (!ok || (i->wish->map && !matter_map_fits(i->wish->map, i->arena, &i->kind.kind, i->err))) return false;
    i->out->kind = i->kind.kind;
    find_begun(i);
    return record_workdays(&i->workdays, i->db, i->arena, i->err) && find_heads(source, row, i) && read_heads(i, row) &&
           heads_suffice(i) && default_unit(i);
}

static bool import_inside(struct importing *i, const struct author *author)
{
    struct list_source source;
    struct list_row *row = arena_new(i->arena, struct list_row);
    char room[24];
    if (!begin(i, author, &source, row) || !read_rows(i, &source, row)) return false;
    sort_problems(i->out);
    if (i->out->problem_count)
        return fail(i->err, ERR_MATTER_LIST_ROWS, i->wish->name, count_text(room, i->out->problem_count));
    if (!i->out->rows) return fail(i->err, ERR_MATTER_LIST_EMPTY, i->wish->name);
    return i->wish->dry || (!i->parts.len && !i->event_parts.len) || save(i, author);
}

bool matter_import(struct matter_import_result *out, struct db *db, struct arena *a, const struct author *author,
                   const struct matter_import_wish *w, struct err *err)
{
    struct importing i = {.db = db, .arena = a, .wish = w, .out = out, .events = buf_make(SIZE_MAX), .err = err};
    *out = (struct matter_import_result){0};
    if (!db_begin(db, w->dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    i.part = arena_make(SIZE_MAX);
    bool ok = import_inside(&i, author);
    bool nothing = w->dry || (ok && !i.parts.len && !i.event_parts.len);
    if (nothing)
        db_rollback(db);
    else
        ok = db_finish(db, ok, err);
    matter_part_free(&i.writer);
    buf_free(&i.events);
    arena_close(i.part);
    return ok;
}

/* --- a map to be completed */

static void put_question(struct buf *b, struct str x, struct str y, struct str z)
{
    const struct str f[] = {x, y, z};
    for (size_t k = 0; k < 3; k++) {
        if (k && f[k].len) buf_char(b, '\t');
        buf_put(b, f[k]);
    }
}

static void put_unknown_words(struct buf *b, const struct importing *i, size_t cell)
{
    const struct import_words *all = &i->words[cell];
    for (size_t s = 0; s < all->at.size; s++) {
        const struct map_slot *slot = &all->at.slots[s];
        if (!slot->key || all->list.at[slot->value].right) continue;
        put_question(b, STR("value"), import_target_name(i, cell), (struct str){slot->key, slot->len});
        buf_put(b, STR("\t?\n"));
    }
}

bool matter_import_propose(struct buf *out, struct db *db, struct arena *a, const struct matter_import_wish *w,
                           struct err *err)
{
    struct matter_import_result result = {0};
    struct importing i = {.db = db, .arena = a, .wish = w, .out = &result, .events = buf_make(SIZE_MAX), .err = err};
    struct list_source source;
    struct list_row *row = arena_new(a, struct list_row);
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    i.part = arena_make(SIZE_MAX);
    bool ok = known_kind(&i.kind, db, a, w->kind, err) && record_workdays(&i.workdays, db, a, err) &&
              find_heads(&source, row, &i) && read_heads(&i, row);
    find_begun(&i);
    ok = ok && read_rows(&i, &source, row);
    if (ok) {
        buf_put(out, STR("matter-map\t1\n"));
        for (size_t c = 0; c < result.columns.len; c++) {
            put_question(out, STR("column"), result.columns.at[c].name, result.columns.at[c].value);
            buf_char(out, '\n');
        }
        for (size_t c = 0; c < result.passed.len; c++) {
            put_question(out, STR("skip"), result.passed.at[c], STR(""));
            buf_char(out, '\n');
        }
        for (size_t t = 0; t < matter_cell_count(&i.kind.kind); t++) put_unknown_words(out, &i, t);
        buf_put(out, STR("# state:"));
        for (size_t s = 0; s < i.kind.kind.state_count; s++) {
            buf_put(out, s ? STR(", ") : STR(" "));
            put_question(out, i.kind.kind.states[s].word, STR(""), STR(""));
            buf_put(out, STR(" = "));
            buf_put(out, i.kind.kind.states[s].name);
        }
        buf_char(out, '\n');
    }
    db_rollback(db);
    matter_part_free(&i.writer);
    buf_free(&i.events);
    arena_close(i.part);
    return ok;
}
