/* SPDX-License-Identifier: Apache-2.0
 *
 * form_propose: what the columns of a table seem to be (form.h). The head is believed first; where it says nothing the
 * cells of the first rows decide: texts at the left name the row, places when most of them are names of units, times
 * when they are years or days. Numbers without a head behind an empty column are workings, and skipped.
 */
#include "form_private.h"
#include "sheet_region.h"
#include "unit_search.h"
#include "utf8.h"

enum { LOOKED_AT = 200 };

const struct str FORM_ROLE_NAMES[FORM_ROLES] = {STR_INIT("skip"), STR_INIT("name"), STR_INIT("place"),
                                                STR_INIT("time"), STR_INIT("unit"), STR_INIT("value")};

/* What the cells of a column are. */
struct look {
    size_t cells, texts, numbers, times, places, codes, broken;
    size_t rising; /* numbers that are one more than the one before, or 1 */
    int64_t last;
};

static bool is_place(struct arena *a, struct str words)
{
    struct arena_mark mark = arena_mark(a);
    struct unit_ids ids = {0};
    if (words.len && words.len < 80) unit_search(&ids, a, words, (struct date){0});
    bool found = ids.len > 0;
    arena_reset(a, mark);
    return found;
}

static bool is_code(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80 || s.ptr[i] == ' ') return false;
    return s.len > 0 && ((s.ptr[0] >= '0' && s.ptr[0] <= '9') || s.ptr[0] == '#');
}

/* Numbers some or all of which cannot be read ("4712x", "#REF!"): it stays a column of values, so that these cells are
 * told of. */
static bool is_broken(const struct look *l, const struct table_head *h, uint32_t column)
{
    return column > 0 && l->texts && l->codes == l->texts && l->times * 10 < l->cells * 9 &&
           (l->broken || h->period.kind != PERIOD_NONE);
}

struct period form_time(struct arena *a, const struct sheet_cell *c, struct date date)
{
    struct period p = {0};
    uint64_t year;
    struct str s = str_trim(c->text);
    if (c->type == SHEET_DATE) return period_day(date_from_days((int32_t)c->number.coefficient));
    if (str_to_u64(&year, s, 2100)) return year >= 1900 ? period_year((int)year) : p;
    if (s.len > 40 || period_read(&p, s)) return p;
    return table_period_said(a, s, date);
}

/* "-", "…", "x": there is no number here. */
bool form_says_nothing(struct str s)
{
    static const struct str WORDS[] = {STR_INIT("-"),  STR_INIT("–"), STR_INIT("—"), STR_INIT("..."),
                                       STR_INIT(".."), STR_INIT("…"), STR_INIT("x"), STR_INIT("X")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(WORDS[i], s)) return true;
    return false;
}

static void look_cell(struct look *l, struct arena *a, const struct sheet_cell *c)
{
    if (l->cells == LOOKED_AT) return;
    if (c->type == SHEET_TEXT && form_says_nothing(str_trim(c->text))) return;
    l->cells++;
    if (c->type == SHEET_TEXT || c->type == SHEET_ERROR) {
        l->texts++;
        l->codes += is_code(c->text);
        l->broken += sheet_is_broken(c);
        l->places += is_place(a, str_trim(c->text));
    } else if (c->type == SHEET_NUMBER) {
        bool next = c->number.scale == 0 && (c->number.coefficient == l->last + 1 || c->number.coefficient == 1);
        l->numbers++;
        l->rising += next;
        l->last = c->number.coefficient;
    }
    bool time = form_time(a, c, (struct date){0}).kind != PERIOD_NONE;
    l->times += time || (c->type == SHEET_TEXT && table_time_impossible(a, str_trim(c->text)).len);
}

/* Of each column the first cells of the body that are not empty. */
static const struct look *look_at(struct arena *a, const struct form_source *s)
{
    struct look *looks = arena_array(a, struct look, s->columns);
    for (size_t i = 0; i < s->sheet->cell_count; i++) {
        const struct sheet_cell *c = &s->sheet->cells[i];
        if (c->row >= s->end) break;
        if (c->row >= s->body && c->column < s->columns) look_cell(&looks[c->column], a, c);
    }
    return looks;
}

static bool head_is(struct arena *a, struct str words, const char *const *names)
{
    struct str folded = utf8_fold(a, str_trim(words));
    for (; *names; names++)
        if (str_eq(folded, str_of(*names))) return true;
    return false;
}

static enum form_role role_of(struct arena *a, const struct form_source *s, uint32_t column, const struct look *l)
{
    static const char *const TIMES[] = {"nam",   "thang", "quy",    "ky",   "ngay", "year",
                                        "month", "date",  "period", "time", NULL};
    static const char *const UNITS[] = {"don vi", "ten don vi", NULL}; /* of measure, or of government */
    static const char *const CODES[] = {"ma", "ma so", "code", "id", NULL};
    const struct table_head *h = &s->heads[column];
    if (l->cells == 0 || h->role == HEAD_NUMBER || h->role == HEAD_NOTE) return FORM_SKIP;
    bool units = head_is(a, s->words[column], UNITS) && l->texts && l->places * 10 >= l->texts * 7;
    if (h->role == HEAD_UNIT && l->texts > l->numbers && !units) return FORM_UNIT;
    if (head_is(a, s->words[column], TIMES) && l->times * 10 >= l->cells * 9) return FORM_TIME;
    if (head_is(a, s->words[column], CODES)) return FORM_SKIP;
    size_t meant = l->numbers + (column > 0 ? l->broken : 0); /* as numbers, "5O,5" too */
    if (meant > l->numbers + l->texts - meant || is_broken(l, h, column)) return FORM_VALUE;
    if (l->codes * 10 >= l->texts * 9) return FORM_SKIP;
    if (l->places * 10 >= l->texts * 7 || h->places) return FORM_PLACE;
    if (l->times * 10 >= l->cells * 9) return FORM_TIME;
    return FORM_NAME;
}

/* Running numbers at the left: 1, 2, 3. */
static bool is_ordinal(const struct look *l, uint32_t column)
{
    return column == 0 && l->numbers > 0 && l->rising * 10 >= l->numbers * 9;
}

/* Whether any text stands in a column, or over it. */
static bool has_words(const struct sheet *s, uint32_t column)
{
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct sheet_cell *c = &s->cells[i];
        if (c->type != SHEET_TEXT || c->column > column) continue;
        const struct sheet_merge *g = sheet_merge_at(s, c);
        if (c->column + (g && c->column > 0 ? (uint32_t)g->columns : 1) > column) return true;
    }
    return false;
}

static const struct str WORKING = STR_INIT("không có đầu cột, đứng cách bảng");

static void propose_table(struct form_table *t, struct arena *a, const struct form_source *s)
{
    *t = (struct form_table){.sheet = str_trim(s->sheet->name),
                             .title = s->title,
                             .fingerprint = s->fingerprint,
                             .unit = s->unit,
                             .place = STR("")};
    bool valued = false;
    const struct look *looks = look_at(a, s);
    for (uint32_t c = 0; c < s->columns; c++) {
        const struct look *l = &looks[c];
        enum form_role role = role_of(a, s, c, l);
        if (role == FORM_VALUE && is_ordinal(l, c)) role = FORM_SKIP;
        if (l->cells == 0 && s->words[c].len == 0) continue;
        if (role == FORM_NAME && valued) role = FORM_SKIP; /* remarks behind the figures */
        bool working = role == FORM_VALUE && valued && c >= s->beside && !has_words(s->sheet, c);
        if (working) role = FORM_SKIP; /* nobody says what it is, and it stands apart */
        valued = valued || role == FORM_VALUE;
        *vec_push(a, &t->columns) = (struct form_column){.column = (uint16_t)c,
                                                         .role = role,
                                                         .indicator = STR(""),
                                                         .unit = STR(""),
                                                         .place = STR(""),
                                                         .head = working ? WORKING : s->words[c]};
    }
}

void form_propose(struct form *out, struct arena *a, const struct form_source *sources, size_t count)
{
    *out = (struct form){0};
    for (size_t i = 0; i < count; i++)
        if (!form_find(out, &sources[i])) propose_table(vec_push(a, out), a, &sources[i]);
}

const struct form_table *form_find(const struct form *f, const struct form_source *s)
{
    for (size_t i = 0; i < f->len; i++)
        if (f->at[i].fingerprint == s->fingerprint) return &f->at[i];
    return NULL;
}

const struct form_column *form_column_find(const struct form_table *t, uint32_t column)
{
    for (size_t i = 0; i < t->columns.len; i++)
        if (t->columns.at[i].column == column) return &t->columns.at[i];
    return NULL;
}
