/* SPDX-License-Identifier: Apache-2.0
 *
 * matter: the kinds that the program brings, every move of a task allowed and refused (tests/domain/task_moves.tsv),
 * values of fields, how a matter stands against its clock; and matters in a record: what an event leaves, what is
 * refused, that pages and counts agree with the rule, and that the journal alone makes the same tables.
 */
#include "scratch.h"

#include "buf.h"
#include "change.h"
#include "content.h"
#include "kind_read.h"
#include "kind_table.h"
#include "matter_page.h"
#include "schema.h"
#include "table_digest.h"

#include <stdio.h>

static const struct author officer = {STR_INIT("an"), 1772420400, NULL}; /* 2026-03-02T03:00:00Z */
static const struct new_unit wards[] = {
    {STR_INIT("ben-thanh"), STR_INIT("phường Bến Thành"), STR_INIT("ben thanh")},
    {STR_INIT("tan-dinh"), STR_INIT("phường Tân Định"), STR_INIT("tan dinh")},
};

static struct matter_kind task_of(struct arena *a)
{
    struct matter_kind k;
    struct err err;
    for (size_t i = 0; i < kind_texts_count; i++)
        if (str_eq(kind_texts[i].kind, STR("task"))) {
            assert_true(kind_read(&k, a, kind_texts[i].text, STR("task"), &err));
            return k;
        }
    fail_msg("the program has no kind task");
    return (struct matter_kind){0};
}

static void every_kind_of_the_program_reads(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct err err;
    for (size_t i = 0; i < kind_texts_count; i++) {
        struct matter_kind k;
        assert_true(kind_read(&k, s.arena, kind_texts[i].text, kind_texts[i].kind, &err));
        assert_str(k.word, kind_texts[i].kind);
        assert_true(k.citation.len > 0);
    }
    scratch_close(&s);
}

struct way {
    struct str state, move, to, needs;
};

static size_t load_ways(struct way *out, size_t most, struct arena *a)
{
    char path[1000], line[1000];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/tests/domain/task_moves.tsv", getenv("SOURCE_ROOT"));
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0]) continue;
        assert_true(count < most);
        struct str rest = str_copy(a, str_of(line)),
                   *cells[] = {&out[count].state, &out[count].move, &out[count].to, &out[count].needs};
        for (size_t i = 0; i < 4; i++) {
            struct str_cut cut = str_cut(rest, STR("\t"));
            *cells[i] = cut.head;
            rest = cut.tail;
        }
        count++;
    }
    fclose(f);
    return count;
}

static void every_move_of_a_task(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct way ways[100];
    struct matter_kind k = task_of(s.arena);
    size_t count = load_ways(ways, 100, s.arena), allowed = 0;
    for (size_t i = 0; i < k.state_count; i++)
        for (size_t n = 0; n < k.move_count; n++) {
            const struct way *w = NULL;
            struct str lacks;
            struct matter_facts bare = {.state = k.states[i].word}, full = bare;
            full.note = full.attachment = full.person = full.due = true;
            for (size_t x = 0; x < count; x++)
                if (str_eq(ways[x].state, k.states[i].word) && str_eq(ways[x].move, k.moves[n].word)) w = &ways[x];
            enum matter_refusal with = matter_may_move(&lacks, &k, k.moves[n].word, &full);
            assert_int_equal(with, w ? MATTER_MAY : MATTER_NOT_FROM);
            if (!w) continue;
            allowed++;
            assert_str(k.moves[n].to, w->to);
            enum matter_refusal without = matter_may_move(&lacks, &k, k.moves[n].word, &bare);
            assert_int_equal(without, w->needs.len ? MATTER_LACKS : MATTER_MAY);
            assert_str(lacks, w->needs);
        }
    assert_int_equal(allowed, count); /* no row names a state or move that is not there */
    struct str lacks;
    assert_int_equal(matter_may_move(&lacks, &k, STR("fly"), &(struct matter_facts){.state = STR("given")}),
                     MATTER_NO_MOVE);
    scratch_close(&s);
}

static void values_of_fields(void **state)
{
    (void)state;
    static const struct str CHOICES[] = {STR_INIT("rác"), STR_INIT("ngập")};
    static const struct {
        enum field_type type;
        const char *typed, *kept; /* NULL: refused */
    } CASES[] = {
        {MATTER_FIELD_TEXT, "Kế hoạch", "Kế hoạch"}, {MATTER_FIELD_TEXT, "", NULL},
        {MATTER_FIELD_NUMBER, "12,50", "12.50"},     {MATTER_FIELD_NUMBER, "1.250", "1250"},
        {MATTER_FIELD_NUMBER, "1.5", NULL},          {MATTER_FIELD_NUMBER, "1.2345", NULL},
        {MATTER_FIELD_NUMBER, "một", NULL},          {MATTER_FIELD_MONEY, "1.500.000", "1500000"},
        {MATTER_FIELD_MONEY, "1.500.00", NULL},      {MATTER_FIELD_DAY, "2026-02-28", "2026-02-28"},
        {MATTER_FIELD_DAY, "2026-02-29", NULL},      {MATTER_FIELD_CHOICE, "ngập", "ngập"},
        {MATTER_FIELD_CHOICE, "khói", NULL},         {MATTER_FIELD_FLAG, "có", "yes"},
        {MATTER_FIELD_FLAG, "không", "no"},          {MATTER_FIELD_FLAG, "chắc", NULL},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct kind_field f = {.word = STR("x"), .type = CASES[i].type, .choices = {CHOICES, 2}};
        struct buf b = buf_make(100);
        bool fits = field_value_write(&b, &f, str_of(CASES[i].typed));
        assert_int_equal(fits, CASES[i].kept != NULL);
        if (fits) assert_str(buf_str(&b), str_of(CASES[i].kept));
        if (fits) assert_true(field_value_kept(&f, buf_str(&b)));
        buf_free(&b);
    }
}

static struct date day(int d)
{
    return d ? (struct date){2026, 3, (uint8_t)d} : (struct date){0};
}

static void how_it_stands_against_its_clock(void **state)
{
    (void)state;
    static const struct {
        enum matter_group group;
        int due, ended, on;
        enum matter_verdict verdict;
        int late;
    } CASES[] = {
        {MATTER_OPEN, 10, 0, 6, MATTER_IN_TIME, -4},        {MATTER_OPEN, 10, 0, 7, MATTER_SOON, -3},
        {MATTER_WAITING, 10, 0, 10, MATTER_SOON, 0},        {MATTER_OPEN, 10, 0, 11, MATTER_LATE, 1},
        {MATTER_OPEN, 0, 0, 11, MATTER_NO_CLOCK, 0},        {MATTER_PAUSED, 10, 0, 20, MATTER_STANDS, 10},
        {MATTER_DONE, 10, 10, 20, MATTER_ENDED_IN_TIME, 0}, {MATTER_DONE, 10, 12, 20, MATTER_ENDED_LATE, 2},
        {MATTER_DONE, 0, 12, 20, MATTER_ENDED, 0},          {MATTER_DROPPED, 10, 12, 20, MATTER_NOT_COUNTED, 2},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_int_equal(matter_judge(CASES[i].group, day(CASES[i].due), day(CASES[i].ended), day(CASES[i].on), 3),
                         CASES[i].verdict);
        assert_int_equal(matter_days_late(day(CASES[i].due), day(CASES[i].ended), day(CASES[i].on)), CASES[i].late);
    }
}

/* --- in a record */

struct record {
    struct scratch scratch;
    struct db *db;
    struct arena *a;
};

static struct record open_record(void)
{
    struct record r = {.scratch = scratch_open()};
    struct err err;
    struct digest sha256;
    struct kept_kind kind;
    r.a = r.scratch.arena;
    assert_true(db_open(&r.db, r.a, scratch_path(&r.scratch, "kho.db"), DB_CREATE, 50, &err));
    assert_true(db_begin(r.db, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(r.db, &err));
    assert_true(change_init(r.db, r.a, &officer, &err));
    assert_true(content_save(&sha256, r.db, kind_texts[0].text, &err));
    assert_true(change_kind(&kind, r.db, r.a, &officer, sha256, kind_texts[0].kind, &err));
    assert_int_equal(kind.version, 1);
    assert_true(change_units(r.db, r.a, &officer, wards, 2, &err));
    return r;
}

static bool change(struct kept_matter *out, struct record *r, const struct matter_told *t, struct err *err)
{
    struct matter_list list;
    if (!db_savepoint(r->db, err)) return false;
    if (!change_matters(&list, r->db, r->a, &officer, &(struct matter_change){.at = t, .len = 1}, err)) {
        struct err ignored;
        assert_true(db_restore(r->db, &ignored));
        return false;
    }
    *out = list.at[list.len - 1];
    return true;
}

static struct name_values set_of(struct arena *a, const char *const *pairs)
{
    struct name_values v = {0};
    for (; *pairs; pairs += 2) *vec_push(a, &v) = (struct name_value){str_of(pairs[0]), str_of(pairs[1])};
    return v;
}
#define SET(r, ...) set_of((r)->a, (const char *const[]){__VA_ARGS__, NULL})

static struct kept_matter given(struct record *r, const char *title, const char *unit, const char *due)
{
    struct kept_matter m;
    struct err err;
    struct matter_told t = {.kind = MATTER_EVENT_OPEN, .word = STR("task"), .version = 1, .day = day(2)};
    t.set = due ? SET(r, "title", title, "unit", unit, "due", due) : SET(r, "title", title, "unit", unit);
    if (!change(&m, r, &t, &err)) fail_msg("%.*s %.*s", STR_ARG(err_name(err.code)), STR_ARG(err_arg(&err, 1)));
    return m;
}

static bool move(struct kept_matter *m, struct record *r, const char *word, int on, const char *note, struct err *err)
{
    struct matter_told t = {
        .kind = MATTER_EVENT_MOVE, .matter = m->id, .move = str_of(word), .day = day(on), .note = str_of(note)};
    return change(m, r, &t, err);
}

static void assert_replays(struct record *r)
{
    struct db *again;
    struct db_rows rows;
    struct table_digest was, is;
    struct err err;
    assert_true(db_open(&again, r->a, STR(""), DB_SCRATCH, 50, &err));
    assert_true(db_begin(again, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(again, &err));
    assert_true(db_query(&rows, r->db, SQL_JOURNAL_ALL, DB_NO_VALUES, &err));
    while (db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        assert_true(change_replay(again, r->db, r->a, &e, &err));
    }
    assert_true(db_end(&rows, &err));
    assert_true(table_digest(&was, r->db, &err) && table_digest(&is, again, &err));
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(was.one[i], is.one[i])) fail_msg("table %.*s", STR_ARG(table_digest_name(i)));
}

static void a_task_from_beginning_to_end(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    struct kept_deadlines due_days;
    struct kept_events events;
    struct event_data data;
    struct kept_matter m = given(&r, "Lập kế hoạch", "ben-thanh", "2026-03-20");
    assert_str(m.number, STR("NV-2026-1"));
    assert_str(m.state, STR("given"));
    assert_int_equal(m.waits, PARTY_RESPONSIBLE);
    assert_false(move(&m, &r, "approve", 3, "", &err));
    assert_int_equal(err.code, ERR_MATTER_MOVE_FROM);
    assert_true(move(&m, &r, "take", 4, "", &err));
    assert_false(move(&m, &r, "submit", 3, "xong", &err));
    assert_int_equal(err.code, ERR_MATTER_DAY);
    struct matter_told due = {
        .kind = MATTER_EVENT_DUE, .matter = m.id, .day = day(19), .set = SET(&r, "due", "2026-03-25")};
    assert_false(change(&m, &r, &due, &err));
    assert_int_equal(err.code, ERR_MATTER_LACKS);
    due.note = STR("chờ ý kiến");
    assert_true(change(&m, &r, &due, &err));
    assert_int_equal(date_cmp(m.first_due, day(20)), 0);
    assert_int_equal(date_cmp(m.due_day, day(25)), 0);
    assert_true(move(&m, &r, "submit", 24, "xong", &err));
    assert_true(move(&m, &r, "return", 24, "thiếu phụ lục", &err));
    assert_true(m.returned);
    assert_true(move(&m, &r, "submit", 26, "xong", &err));
    assert_true(move(&m, &r, "approve", 27, "", &err));
    assert_int_equal(m.group, MATTER_DONE);
    assert_int_equal(matter_judge(m.group, m.due_day, m.ended, day(30), 3), MATTER_ENDED_LATE);
    due.set = SET(&r, "due", "2026-03-30");
    assert_false(change(&m, &r, &due, &err));
    assert_int_equal(err.code, ERR_MATTER_ENDED);
    assert_true(matter_deadlines(&due_days, r.db, r.a, m.id, &err));
    assert_int_equal(due_days.len, 2);
    assert_str(due_days.at[1].reason, STR("chờ ý kiến"));
    assert_true(matter_events(&events, r.db, r.a, m.id, &err));
    assert_int_equal(events.len, 7);
    assert_true(event_data_read(&data, r.a, events.at[2].data));
    assert_str(data.set[0].old, STR("2026-03-20"));
    assert_str(data.set[0].new, STR("2026-03-25"));
    assert_replays(&r);
    scratch_close(&r.scratch);
}

static void an_edit_keeps_what_was(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    struct kept_events events;
    struct kept_matter m = given(&r, "Lập kế hoạch", "ben-thanh", NULL);
    static const struct str HELPER[] = {STR_INIT("tan-dinh")};
    struct str_list helpers;
    struct matter_told edit = {
        .kind = MATTER_EVENT_EDIT,
        .matter = m.id,
        .day = day(3),
        .set = SET(&r, "title", "Lập kế hoạch năm 2026", "urgency", "khẩn", "product", "Kế hoạch")};
    struct matter_told hands = {.kind = MATTER_EVENT_ASSIGN,
                                .matter = m.id,
                                .day = day(3),
                                .with = {HELPER, 1},
                                .set = SET(&r, "person", "lan")};
    assert_true(change(&m, &r, &edit, &err) && change(&m, &r, &hands, &err));
    assert_str(m.fields.at[0].name, STR("product")); /* in the order of the kind */
    assert_true(matter_units(&helpers, r.db, r.a, m.id, &err));
    assert_int_equal(helpers.len, 1);
    assert_true(matter_events(&events, r.db, r.a, m.id, &err));
    assert_str(events.at[1].data,
               STR("{\"set\":[[\"title\",\"Lập kế hoạch\",\"Lập kế hoạch năm 2026\"],[\"urgency\",\"\",\"khẩn\"],"
                   "[\"product\",\"\",\"Kế hoạch\"]]}"));
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_NOTHING);
    edit.set = SET(&r, "colour", "đỏ");
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_NAME);
    edit.set = SET(&r, "unit", "tan-dinh");
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_SLOT);
    edit.set = SET(&r, "urgency", "gấp");
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_VALUE);
    edit.set = SET(&r, "title", "");
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_LACKS);
    edit.matter.n = 99;
    assert_false(change(&m, &r, &edit, &err));
    assert_int_equal(err.code, ERR_MATTER_MISSING);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

/* Pages put together are the whole list, in order; counts by verdict are what the rule says of each. */
static void pages_and_counts(void **state)
{
    (void)state;
    enum { COUNT = 60, PAGE = 7 };
    struct record r = open_record();
    struct err err;
    struct matter_counts counts;
    size_t by_rule[MATTER_VERDICTS] = {0}, counted[MATTER_VERDICTS] = {0}, seen = 0;
    for (unsigned i = 0; i < COUNT; i++) {
        char due[16], title[40];
        snprintf(due, sizeof due, "2026-03-%02u", 2 + i * 7 % 28);
        snprintf(title, sizeof title, "Việc số %u", i);
        struct kept_matter m = given(&r, title, i % 3 ? "ben-thanh" : "tan-dinh", i % 5 ? due : NULL);
        static const char *const WAYS[] = {"take", "pause", "cancel"};
        if (i % 4 < 3) assert_true(move(&m, &r, WAYS[i % 4], 5, "lý do", &err));
        if (i % 8 == 0) assert_true(move(&m, &r, "submit", 9, "xong", &err) && move(&m, &r, "approve", 12, "", &err));
        by_rule[matter_judge(m.group, m.due_day, m.ended, day(15), 3)]++;
    }
    struct matter_filter f = {.most = PAGE};
    int64_t last = 0;
    for (bool more = true; more;) {
        struct matter_list list;
        assert_true(matter_page(&list, &more, r.db, r.a, &f, &err));
        for (size_t i = 0; i < list.len; i++) {
            const struct kept_matter *m = &list.at[i];
            int64_t at = date_known(m->due_day) ? date_to_days(m->due_day) : MATTER_NO_DUE_AT;
            at = at * 1000 + m->id.n;
            assert_true(at > last);
            last = at;
        }
        seen += list.len;
        if (list.len) f.after = list.at[list.len - 1].id;
    }
    assert_int_equal(seen, COUNT);
    f = (struct matter_filter){.most = 100};
    assert_true(matter_counts(&counts, r.db, r.a, &f, day(15), 3, &err));
    for (size_t i = 0; i < counts.len; i++) counted[counts.at[i].verdict] += counts.at[i].count;
    for (size_t v = 0; v < MATTER_VERDICTS; v++) assert_int_equal(counted[v], by_rule[v]);
    scratch_close(&r.scratch);
}

static void filters_of_pages(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    struct matter_list list;
    bool more;
    static const struct str UNITS[] = {STR_INIT("ben-thanh")};
    given(&r, "Đường hẻm số 1", "ben-thanh", "2026-03-10");
    given(&r, "Rà soát đường dây", "tan-dinh", "2026-03-09");
    given(&r, "Không hạn", "ben-thanh", NULL);
    const struct {
        struct matter_filter filter;
        size_t len;
        uint32_t first;
    } CASES[] = {
        {{.most = 9}, 3, 2},
        {{.most = 9, .units = UNITS, .unit_count = 1, .by_units = true}, 2, 1},
        {{.most = 9, .by_units = true}, 0, 0},
        {{.most = 9, .words = STR("duong")}, 2, 2},
        {{.most = 9, .words = STR("ĐƯỜNG hem")}, 1, 1},
        {{.most = 9, .words = STR("ường")}, 0, 0},
        {{.most = 9, .no_due = true}, 1, 3},
        {{.most = 9, .has_due = true}, 2, 2},
        {{.most = 9, .due_from = {2026, 3, 10}, .due_to = {2026, 3, 31}}, 1, 1},
        {{.most = 9, .kind = STR("task"), .state = STR("given")}, 3, 2},
        {{.most = 9, .kind = STR("task"), .state = STR("done")}, 0, 0},
        {{.most = 9, .person = STR("lan")}, 0, 0},
        {{.most = 9, .groups = 1u << MATTER_DONE}, 0, 0},
        {{.most = 9, .waits = PARTY_GIVER}, 0, 0},
        {{.most = 9, .waits = PARTY_RESPONSIBLE}, 3, 2},
        {{.most = 2, .after = {1}}, 1, 3},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_true(matter_page(&list, &more, r.db, r.a, &CASES[i].filter, &err));
        if (list.len != CASES[i].len) fail_msg("case %zu: %zu rows", i, list.len);
        if (list.len) assert_int_equal(list.at[0].id.n, CASES[i].first);
    }
    scratch_close(&r.scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_the_program_reads),
        cmocka_unit_test(every_move_of_a_task),
        cmocka_unit_test(values_of_fields),
        cmocka_unit_test(how_it_stands_against_its_clock),
        cmocka_unit_test(a_task_from_beginning_to_end),
        cmocka_unit_test(an_edit_keeps_what_was),
        cmocka_unit_test(pages_and_counts),
        cmocka_unit_test(filters_of_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
