/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import_row: what a row of a list means (matter_import.h): its words, its days, and when it is due.
 */
#include "buf.h"
#include "indicator.h"
#include "matter_heads.h"
#include "matter_import_private.h"
#include "moment_typed.h"
#include "nearest.h"
#include "said.h"
#include "utf8.h"

static struct str text_of(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

static struct str moment_text(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    if (date_known(m.day)) moment_write(&b, m);
    return text_of(a, &b);
}

static const struct kind_field *field_of(const struct importing *i, size_t cell)
{
    return cell >= MATTER_CELLS && cell < MATTER_CELLS + i->kind.kind.field_count
               ? &i->kind.kind.fields[cell - MATTER_CELLS]
               : NULL;
}

/* --- words */

static struct str joined(struct arena *a, struct str left, struct str between, struct str right)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, left);
    buf_put(&b, between);
    buf_put(&b, right);
    return text_of(a, &b);
}

static bool is_missing_unit(enum err_code code)
{
    return code == ERR_UNIT_NONE || code == ERR_UNIT_NEAR || code == ERR_UNIT_OTHER_DAY || code == ERR_UNIT_MANY;
}

static bool look(struct looked_unit *out, struct importing *i, struct str name, struct err *e)
{
    struct looked_units several;
    return unit_look_one(out, &several, i->db, i->arena, name, (struct date){0}, i->wish->today, e);
}

/* A unit; below the one that was named first, since every ward has departments of the same names. */
static bool unit_word(struct import_word *w, struct importing *i, struct str name)
{
    struct looked_unit unit;
    struct err e = {0};
    const struct looked_unit *above = i->wish->unit;
    bool found = above && look(&unit, i, joined(i->arena, name, STR(", "), above->name), &e);
    if (!found && above && !is_missing_unit(e.code)) return (*i->err = e, false);
    if (!found) found = look(&unit, i, name, &e);
    if (!found && !is_missing_unit(e.code)) return (*i->err = e, false);
    w->right = found;
    w->err = e;
    if (!found) return true;
    struct str kept;
    w->meant = unit.id;
    if (!unit_name_of(&kept, i->db, i->arena, unit.id, i->err)) return false;
    for (size_t k = 0; k < i->units.len; k++)
        if (str_eq(i->units.at[k].code, unit.id)) return true;
    if (!kept.len && unit.known.n)
        *vec_push(i->arena, &i->units) = (struct new_unit){
            .code = unit.id, .name = unit.name, .key = unit_key(i->arena, unit.name)};
    return true;
}

static struct str states_of(struct importing *i)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t s = 0; s < i->kind.kind.state_count; s++) {
        if (s) buf_put(&b, STR(", "));
        buf_put(&b, i->kind.kind.states[s].word);
        buf_put(&b, STR(" ("));
        buf_put(&b, i->kind.kind.states[s].name);
        buf_char(&b, ')');
    }
    return text_of(i->arena, &b);
}

static void state_word(struct import_word *w, struct importing *i, struct str word)
{
    const struct kind_state *s = matter_head_state(&i->kind.kind, i->arena, matter_head_tidy(i->arena, word));
    w->right = s != NULL;
    if (s)
        w->meant = s->word;
    else
        fail(&w->err, ERR_LIST_CELL_STATE, word, i->kind.kind.word,
             nearest_joined(i->arena, word, states_of(i), STR(", ")));
}

static void priority_word(struct import_word *w, struct importing *i, struct str word)
{
    static const struct {
        struct str word, meant;
    } WORDS[] = {{STR_INIT("high"), STR_INIT("high")},     {STR_INIT("cao"), STR_INIT("high")},
                 {STR_INIT("urgent"), STR_INIT("urgent")}, {STR_INIT("khẩn"), STR_INIT("urgent")},
                 {STR_INIT("normal"), STR_INIT("")},       {STR_INIT("thường"), STR_INIT("")}};
    struct str tidy = matter_head_tidy(i->arena, word);
    for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
        if (!str_eq(WORDS[k].word, tidy)) continue;
        w->right = true;
        w->meant = WORDS[k].meant;
        return;
    }
    fail(&w->err, ERR_MATTER_VALUE, STR("priority"), word, STR("normal, high, urgent"));
}

static bool field_word(struct import_word *w, struct importing *i, const struct kind_field *f, struct str word)
{
    struct buf b = buf_make(SIZE_MAX);
    if (f->type == MATTER_FIELD_UNIT) return unit_word(w, i, word);
    if (f->type == MATTER_FIELD_CHOICE) {
        w->meant = matter_head_choice(&i->kind.kind, f, i->arena, matter_head_tidy(i->arena, word));
        w->right = w->meant.len > 0;
    } else if (f->type == MATTER_FIELD_INDICATOR) {
        w->meant = word;
        w->right = indicator_find(word) != NULL;
    } else {
        w->right = field_value_write(&b, f, f->type == MATTER_FIELD_FLAG ? matter_head_tidy(i->arena, word) : word);
        w->meant = str_copy(i->arena, buf_str(&b));
    }
    buf_free(&b);
    if (!w->right) fail(&w->err, ERR_MATTER_VALUE, f->name, word, matter_field_takes(i->arena, f, word));
    return true;
}

/* Whether words of a column repeat and mean something: these are looked up once. */
static bool is_looked_up(const struct importing *i, size_t cell)
{
    const struct kind_field *f = field_of(i, cell);
    return cell == CELL_UNIT || cell == CELL_STATE || cell == CELL_PRIORITY ||
           (f && f->type != MATTER_FIELD_TEXT && f->type != MATTER_FIELD_PERSON && f->type != MATTER_FIELD_DAY &&
            f->type != MATTER_FIELD_MOMENT);
}

const struct str *import_word(bool *failed, struct importing *i, struct import_row *row, size_t cell, struct str word)
{
    struct import_words *all = &i->words[cell];
    const uint32_t *at = map_find(&all->at, word);
    *failed = false;
    if (!at) {
        struct import_word w = {0};
        const struct str *told = matter_map_value(i->wish->map, import_target_name(i, cell),
                                                  matter_head_tidy(i->part, word));
        struct str meant = told ? *told : word;
        if (cell == CELL_UNIT)
            *failed = !unit_word(&w, i, meant);
        else if (cell == CELL_STATE)
            state_word(&w, i, meant);
        else if (cell == CELL_PRIORITY)
            priority_word(&w, i, meant);
        else
            *failed = !field_word(&w, i, field_of(i, cell), meant);
        if (*failed) return NULL;
        map_put(&all->at, i->arena, str_copy(i->arena, word), (uint32_t)all->list.len);
        w.meant = str_copy(i->arena, w.meant);
        *vec_push(i->arena, &all->list) = w;
        at = map_find(&all->at, word);
    }
    const struct import_word *w = &all->list.at[*at];
    if (!w->right) import_tell(i, row, cell, &w->err);
    return w->right ? &w->meant : NULL;
}

/* --- one cell */

static bool is_day(const struct importing *i, size_t cell)
{
    const struct kind_field *f = field_of(i, cell);
    return cell == IMPORT_HANDED || cell == CELL_OPENED || cell == CELL_ENDED || cell == CELL_SINCE ||
           cell == CELL_DUE || cell == CELL_APPOINTMENT ||
           (f && (f->type == MATTER_FIELD_DAY || f->type == MATTER_FIELD_MOMENT));
}

static void read_day(struct importing *i, struct import_row *row, size_t cell, struct str text)
{
    struct moment m;
    struct err e;
    const struct kind_field *f = field_of(i, cell);
    bool past = f ? kind_field_is_past(&i->kind.kind, f) : cell != CELL_DUE && cell != CELL_APPOINTMENT;
    if (!moment_typed(&m, text)) {
        fail(&e, ERR_LIST_CELL_DAY, text);
        import_tell(i, row, cell, &e);
        return;
    }
    if (past && date_cmp(m.day, i->wish->today) > 0) {
        fail(&e, ERR_MATTER_FUTURE, date_text(i->part, m.day), date_text(i->part, i->wish->today));
        import_tell(i, row, cell, &e);
    }
    if ((f && f->type == MATTER_FIELD_DAY) || cell == CELL_SINCE || cell == IMPORT_HANDED) m.minute = MINUTE_UNKNOWN;
    row->cells[cell] = moment_text(i->part, m);
}

/* "1500000" of a spreadsheet: a number is typed with a comma. */
static struct str typed_number(struct importing *i, size_t cell, const struct list_cell *c)
{
    const struct kind_field *f = field_of(i, cell);
    if (!c->number || !f || (f->type != MATTER_FIELD_NUMBER && f->type != MATTER_FIELD_MONEY)) return c->text;
    char *s = arena_alloc(i->part, c->text.len, 1);
    for (size_t k = 0; k < c->text.len; k++) s[k] = c->text.ptr[k] == '.' ? ',' : c->text.ptr[k];
    return (struct str){s, c->text.len};
}

static bool read_cell(struct importing *i, struct import_row *row, size_t cell, struct str text)
{
    bool failed = false;
    if (!text.len) return true;
    row->cells[cell] = text; /* for messages, where it is wrong */
    if (is_looked_up(i, cell)) {
        const struct str *meant = import_word(&failed, i, row, cell, text);
        if (meant) row->cells[cell] = *meant;
    } else if (is_day(i, cell)) {
        read_day(i, row, cell, text);
    } else {
        const struct str *told = field_of(i, cell) && i->wish->map && i->wish->map->values.len
                                     ? matter_map_value(i->wish->map, import_target_name(i, cell),
                                                        matter_head_tidy(i->part, text))
                                     : NULL;
        row->cells[cell] = told ? *told : text;
    }
    return !failed;
}

/* What the map says for rows that say nothing, first by another cell, then for all. */
static struct str from_map(const struct importing *i, const struct import_row *row, size_t cell)
{
    const struct matter_map *m = i->wish->map;
    struct str name = import_target_name(i, cell);
    if (!m) return STR("");
    for (size_t k = 0; k < m->by.len; k++) {
        if (!str_eq(m->by.at[k].of, name)) continue;
        for (size_t c = 0; c < matter_cell_count(&i->kind.kind); c++) {
            if (!row->cells[c].len || !str_eq(import_target_name(i, c), m->by.at[k].name)) continue;
            const struct str *meant = matter_map_by(m, m->by.at[k].name, row->cells[c], name);
            if (meant) return *meant;
        }
        break;
    }
    const struct name_value *set = name_value_find(&m->set, name);
    return set ? set->value : STR("");
}

/* --- when it is due */

static struct str rule_of(const struct importing *i, const struct import_row *row)
{
    const struct kind_clock *k = &i->kind.kind.clock;
    for (size_t f = 0; k->choose.len && f < i->kind.kind.field_count; f++) {
        if (!str_eq(i->kind.kind.fields[f].word, k->choose)) continue;
        for (size_t r = 0; r < k->rule_count; r++)
            if (str_eq(k->rules[r].value, row->cells[MATTER_CELLS + f])) return k->rules[r].rule;
    }
    return k->rule;
}

static struct str field_value(const struct importing *i, const struct import_row *row, struct str field)
{
    for (size_t f = 0; field.len && f < i->kind.kind.field_count; f++)
        if (str_eq(i->kind.kind.fields[f].word, field)) return row->cells[MATTER_CELLS + f];
    return STR("");
}

static void put_clock(struct importing *i, struct import_row *row, const struct matter_clock *c)
{
    static const struct str FROM = STR_INIT("from=");
    struct buf b = buf_make(SIZE_MAX);
    matter_clock_write(&b, c);
    struct str literal = text_of(i->part, &b);
    size_t cut = (size_t)str_find(literal, FROM) + FROM.len;
    row->cells[CELL_CLOCK] = str_part(literal, 0, cut);
    row->cells[CELL_FROM] = str_from(literal, cut);
}

static void compare_day(struct importing *i, struct import_row *row, size_t cell, struct moment due)
{
    struct moment said;
    if (!row->cells[cell].len || !moment_read(&said, row->cells[cell]) || date_cmp(said.day, due.day) == 0) return;
    import_doubt(i, row, IMPORT_APPOINTMENT, import_target_name(i, cell), row->cells[cell], moment_text(i->part, due));
}

/* By the rule, from the question alone; false with *e when there is no answer. */
static bool reckon(struct importing *i, struct import_row *row, struct str rule, struct str term, struct err *e)
{
    const struct kind_clock *k = &i->kind.kind.clock;
    struct str start = field_value(i, row, k->start);
    const struct kind_state *s = kind_state_find(&i->kind.kind, row->cells[CELL_STATE]);
    struct matter_clock c;
    struct clock_answer answer;
    struct moment from, since;
    if (!moment_read(&from, start.len ? start : row->cells[CELL_OPENED])) return false;
    if (!matter_clock_begin(&c, rule, term, k->office, from, e) || !matter_clock_ask_next(&i->clock, &c, e) ||
        !clock_answer(&answer, NULL, &i->clock.question, i->workdays, e))
        return false;
    c.provisional = answer.provisional_year;
    compare_day(i, row, CELL_APPOINTMENT, answer.due);
    compare_day(i, row, CELL_DUE, answer.due);
    row->cells[CELL_DUE] = moment_text(i->part, answer.due);
    if (k->appointment && !row->cells[CELL_APPOINTMENT].len) row->cells[CELL_APPOINTMENT] = row->cells[CELL_DUE];
    if (s && s->group == MATTER_PAUSED && moment_read(&since, row->cells[CELL_SINCE]))
        matter_clock_wait(&c, i->part, since);
    put_clock(i, row, &c);
    return true;
}

/* Nothing to reckon by: the day that was printed for the citizen is the one that binds. */
static void take_printed(struct importing *i, struct import_row *row, const struct err *why)
{
    struct err e;
    struct str printed = row->cells[CELL_DUE].len ? row->cells[CELL_DUE] : row->cells[CELL_APPOINTMENT];
    if (!printed.len) {
        fail(&e, ERR_LIST_CELL_TERM);
        import_tell(i, row, IMPORT_TARGETS, why ? why : &e);
        return;
    }
    row->cells[CELL_DUE] = printed;
    import_doubt(i, row, IMPORT_NO_RULE, STR("due"), printed, STR(""));
}

/* Where the term stands that a message is about; no cell where the kind has none. */
static size_t term_cell(const struct importing *i)
{
    const struct matter_kind *k = &i->kind.kind;
    for (size_t f = 0; k->clock.term.len && f < k->field_count; f++)
        if (str_eq(k->fields[f].word, k->clock.term)) return MATTER_CELLS + f;
    return IMPORT_TARGETS;
}

static void find_due(struct importing *i, struct import_row *row)
{
    const struct matter_kind *k = &i->kind.kind;
    const struct kind_state *s = kind_state_find(k, row->cells[CELL_STATE]);
    struct str rule = rule_of(i, row), term = field_value(i, row, k->clock.term);
    struct err e;
    if (!k->clock.has || row->wrong || !s || !i->clock_begun[s - k->states]) return;
    if ((k->clock.term.len && !term.len) || (!rule.len && !term.len)) {
        take_printed(i, row, NULL);
        return;
    }
    if (reckon(i, row, rule, term, &e)) return;
    if (e.code == ERR_CLOCK_RULE_THEN || e.code == ERR_CLOCK_BEYOND)
        take_printed(i, row, &e);
    else
        import_tell(i, row, term_cell(i), &e);
}

/* The day of its state, where the list has another of its days. */
static void complete_days(struct importing *i, struct import_row *row)
{
    const struct kind_state *s = kind_state_find(&i->kind.kind, row->cells[CELL_STATE]);
    struct str *since = &row->cells[CELL_SINCE], *ended = &row->cells[CELL_ENDED];
    if (!s) return;
    if (matter_group_ended(s->group) && row->cells[IMPORT_HANDED].len) *since = row->cells[IMPORT_HANDED];
    if (matter_group_ended(s->group) && !ended->len) *ended = *since;
    if (matter_group_ended(s->group) && !since->len) *since = str_part(*ended, 0, 10);
    if (s->group == MATTER_PAUSED && !since->len) *since = date_text(i->part, i->wish->today);
    size_t early = ended->len ? CELL_ENDED : IMPORT_HANDED;
    if (!matter_group_ended(s->group) && row->cells[early].len) {
        struct err e;
        fail(&e, ERR_MATTER_END_SAID, s->name, row->cells[early]);
        import_tell(i, row, early, &e);
    }
}

static void find_missing(struct importing *i, struct import_row *row)
{
    static const enum matter_cell NEEDED[] = {CELL_NUMBER, CELL_TITLE, CELL_UNIT, CELL_STATE, CELL_OPENED};
    struct err e;
    for (size_t k = 0; !row->wrong && k < sizeof NEEDED / sizeof *NEEDED; k++) {
        if (row->cells[NEEDED[k]].len) continue;
        struct str name = import_target_name(i, NEEDED[k]);
        fail(&e, ERR_LIST_CELL_LACKS, i->heads[NEEDED[k]].len ? i->heads[NEEDED[k]] : name, name);
        import_tell(i, row, NEEDED[k], &e);
    }
}

void import_row_complete(struct importing *i, struct import_row *row)
{
    for (size_t k = 0; k < i->kind.kind.field_count; k++) {
        const struct kind_field *f = &i->kind.kind.fields[k];
        if (f->required && f->type != MATTER_FIELD_PERSON && !row->cells[MATTER_CELLS + k].len)
            import_doubt(i, row, IMPORT_LACKS, f->word, f->name, STR(""));
    }
    find_due(i, row);
}

bool import_row_read(struct importing *i, struct import_row *row, const struct list_row *texts)
{
    size_t cells = matter_cell_count(&i->kind.kind);
    for (size_t cell = 0; cell < IMPORT_TARGETS; cell++) {
        if (cell >= cells && cell < IMPORT_NOTE) continue;
        int at = i->column[cell];
        if (at < 0 || (size_t)at >= texts->len) continue;
        if (!read_cell(i, row, cell, typed_number(i, cell, &texts->at[at]))) return false;
    }
    for (size_t cell = 0; cell < IMPORT_TARGETS; cell++) {
        if ((cell >= cells && cell < IMPORT_NOTE) || row->cells[cell].len || row->wrong) continue;
        if (!read_cell(i, row, cell, from_map(i, row, cell))) return false;
    }
    if (!row->cells[CELL_UNIT].len && i->wish->unit) row->cells[CELL_UNIT] = i->wish->unit->id;
    complete_days(i, row);
    find_missing(i, row);
    struct buf b = buf_make(16);
    buf_u64(&b, row->line);
    row->cells[CELL_LINE] = text_of(i->part, &b);
    return true;
}
