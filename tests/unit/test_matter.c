/* SPDX-License-Identifier: Apache-2.0
 *
 * matter: the kinds that the program brings, every move of each allowed and refused
 * (tests/domain/<kind>_moves.tsv),
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

static struct matter_kind kind_of(struct arena *a, const char *word)
{
    struct matter_kind k;
    struct err err;
    for (size_t i = 0; i < kind_texts_count; i++)
        if (str_eq(kind_texts[i].kind, str_of(word))) {
            assert_true(kind_read(&k, a, kind_texts[i].text, str_of(word), &err));
            return k;
        }
    fail_msg("the program has no kind %s", word);
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

static size_t load_ways(struct way *out, size_t most, struct arena *a, const char *word)
{
    char path[1000], line[1000];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/tests/domain/%s_moves.tsv", getenv("SOURCE_ROOT"), word);
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

static struct word_list all_fields(struct arena *a, const struct matter_kind *k)
{
    struct str *words = arena_array(a, struct str, k->field_count);
    for (size_t i = 0; i < k->field_count; i++) words[i] = k->fields[i].word;
    return (struct word_list){words, k->field_count};
}

static void every_move_of(const char *word)
{
    struct scratch s = scratch_open();
    struct way ways[100];
    struct matter_kind k = kind_of(s.arena, word);
    size_t count = load_ways(ways, 100, s.arena, word), allowed = 0;
    for (size_t i = 0; i < k.state_count; i++)
        for (size_t n = 0; n < k.move_count; n++) {
            const struct way *w = NULL;
            struct str lacks;
            struct matter_facts bare = {.state = k.states[i].word}, full = bare;
            full.note = full.attachment = full.person = full.due = true;
            full.filled = all_fields(s.arena, &k);
            for (size_t x = 0; x < count; x++)
                if (str_eq(ways[x].state, k.states[i].word) && str_eq(ways[x].move, k.moves[n].word)) w = &ways[x];
            enum matter_refusal with = matter_may_move(&lacks, &k, k.moves[n].word, &full);
            assert_int_equal(with, w ? MATTER_MAY : MATTER_NOT_FROM);
            if (!w) continue;
            allowed++;
            assert_str(k.moves[n].to, w->to);
            enum matter_refusal without = matter_may_move(&lacks, &k, k.moves[n].word, &bare);
            assert_int_equal(without, w->needs.len ? MATTER_LACKS : MATTER_MAY);
            assert_str(lacks, str_cut(w->needs, STR(",")).head); /* the first of several */
        }
    assert_int_equal(allowed, count); /* no row names a state or move that is not there */
    struct str lacks;
    assert_int_equal(matter_may_move(&lacks, &k, STR("fly"), &(struct matter_facts){.state = k.states[0].word}),
                     MATTER_NO_MOVE);
    scratch_close(&s);
}

static void every_move_of_every_kind(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    for (size_t i = 0; i < kind_texts_count; i++) every_move_of(str_copy_z(a, kind_texts[i].kind));
    arena_close(a);
}

static void values_of_fields(void **state)
{
    (void)state;
    static const struct str CHOICES[] = {STR_INIT("rác"), STR_INIT("ngập")};
    static const struct {
        enum field_type type;
        const char *typed, *kept; /* NULL: refused */
    } CASES[] = {
        {MATTER_FIELD_TEXT, "Kế hoạch", "Kế hoạch"},
        {MATTER_FIELD_TEXT, "", NULL},
        {MATTER_FIELD_NUMBER, "12,50", "12.50"},
        {MATTER_FIELD_NUMBER, "1.250", "1250"},
        {MATTER_FIELD_NUMBER, "1.5", NULL},
        {MATTER_FIELD_NUMBER, "1.2345", NULL},
        {MATTER_FIELD_NUMBER, "một", NULL},
        {MATTER_FIELD_MONEY, "1.500.000", "1500000"},
        {MATTER_FIELD_MONEY, "1.500.00", NULL},
        {MATTER_FIELD_MONEY, "76,31 tỷ", "76310000000"},
        {MATTER_FIELD_MONEY, "76,31 TỶ đồng", "76310000000"},
        {MATTER_FIELD_MONEY, "76.310.000.000", "76310000000"},
        {MATTER_FIELD_MONEY, "76.310.000.000 đồng", "76310000000"},
        {MATTER_FIELD_MONEY, "1.298 tỷ 911,2 triệu đồng", "1298911200000"},
        {MATTER_FIELD_MONEY, "1 tỷ 5 triệu 300 nghìn 20 đồng", "1005300020"},
        {MATTER_FIELD_MONEY, "2 nghìn tỷ", "2000000000000"},
        {MATTER_FIELD_MONEY, "2 nghìn tỷ 15 tỷ", "2015000000000"},
        {MATTER_FIELD_MONEY, "850tr", "850000000"},
        {MATTER_FIELD_MONEY, "0,5 tỉ", "500000000"},
        {MATTER_FIELD_MONEY, "giảm 15 triệu", "-15000000"},
        {MATTER_FIELD_MONEY, "-15 triệu", "-15000000"},
        {MATTER_FIELD_MONEY, "1234567,5", "1234567.5"},
        {MATTER_FIELD_MONEY, "76,31", NULL},
        {MATTER_FIELD_MONEY, "1.5 tỷ", NULL},
        {MATTER_FIELD_MONEY, "1,5 tỷ 200 triệu", NULL},
        {MATTER_FIELD_MONEY, "1 tỷ 1.500 triệu", NULL},
        {MATTER_FIELD_MONEY, "1 triệu 2 tỷ", NULL},
        {MATTER_FIELD_MONEY, "1 tỷ 500", NULL},
        {MATTER_FIELD_MONEY, "1 đồng 500 đồng", NULL},
        {MATTER_FIELD_MONEY, "tỷ", NULL},
        {MATTER_FIELD_MONEY, "5 tỷ rưỡi", NULL},
        {MATTER_FIELD_MONEY, "9999999999999999 tỷ", NULL},
        {MATTER_FIELD_DAY, "2026-02-28", "2026-02-28"},
        {MATTER_FIELD_DAY, "2026-02-29", NULL},
        {MATTER_FIELD_CHOICE, "ngập", "ngập"},
        {MATTER_FIELD_CHOICE, "khói", NULL},
        {MATTER_FIELD_FLAG, "có", "yes"},
        {MATTER_FIELD_FLAG, "không", "no"},
        {MATTER_FIELD_FLAG, "chắc", NULL},
        {MATTER_FIELD_MOMENT, "2026-02-28", "2026-02-28"},
        {MATTER_FIELD_MOMENT, "2026-02-28 16:30", "2026-02-28T16:30"},
        {MATTER_FIELD_MOMENT, "2026-02-28T25:00", NULL},
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

/* What the journal may say of a due day by rule: the same code judges it when it is made and when it is replayed. */
static void a_clock_in_the_journal(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    struct kept_matter m;
    struct kept_deadlines due_days;
    static const char FIRST[] = "term=5 ngày làm việc; office=hanh-chinh; from=2026-03-02; provisional=2028";
    static const char AGAIN[] = "term=5 ngày làm việc; office=hanh-chinh; from=2026-03-02";
    static const char OTHER[] = "term=6 ngày làm việc; office=hanh-chinh; from=2026-03-02";
    struct matter_told t = {.kind = MATTER_EVENT_OPEN, .word = STR("task"), .version = 1, .day = day(2)};
    t.set = SET(&r, "title", "Việc", "unit", "ben-thanh", "due", "2026-03-09", "appointment", "2026-03-09", "clock",
                "x");
    assert_false(change(&m, &r, &t, &err)); /* no clock */
    assert_int_equal(err.code, ERR_MATTER_VALUE);
    t.set = SET(&r, "title", "Việc", "unit", "ben-thanh", "due", "2026-03-09T16:30", "appointment", "2026-03-09",
                "clock", FIRST);
    assert_true(change(&m, &r, &t, &err));
    assert_int_equal(m.due_moment.minute, 16 * 60 + 30);
    struct matter_told again = {.kind = MATTER_EVENT_RECKON, .matter = m.id, .day = day(3)};
    again.set = SET(&r, "due", "2026-03-10", "clock", AGAIN);
    assert_false(change(&m, &r, &again, &err)); /* no reason */
    assert_int_equal(err.code, ERR_MATTER_LACKS);
    again.note = STR("lịch nghỉ mới");
    again.set = SET(&r, "due", "2026-03-10", "clock", OTHER);
    assert_false(change(&m, &r, &again, &err)); /* another question */
    assert_int_equal(err.code, ERR_MATTER_RECKON);
    again.set = SET(&r, "due", "2026-03-10", "clock", AGAIN, "title", "Khác");
    assert_false(change(&m, &r, &again, &err));
    assert_int_equal(err.code, ERR_MATTER_SLOT);
    again.set = SET(&r, "due", "2026-03-10", "clock", AGAIN);
    assert_true(change(&m, &r, &again, &err));
    assert_int_equal(date_cmp(m.first_due, day(9)), 0);
    assert_int_equal(date_cmp(m.due_day, day(10)), 0);
    assert_false(change(&m, &r, &again, &err)); /* nothing changes */
    assert_int_equal(err.code, ERR_MATTER_NOTHING);
    struct matter_told edit = {
        .kind = MATTER_EVENT_EDIT, .matter = m.id, .day = day(3), .set = SET(&r, "appointment", "2026-03-10")};
    assert_false(change(&m, &r, &edit, &err)); /* it was printed */
    assert_int_equal(err.code, ERR_MATTER_APPOINTMENT);
    assert_true(matter_deadlines(&due_days, r.db, r.a, m.id, &err));
    assert_int_equal(due_days.len, 2);
    assert_int_equal(due_days.at[0].at.minute, 16 * 60 + 30);
    assert_str(due_days.at[1].reason, STR("lịch nghỉ mới"));
    /* A day that somebody named is not reckoned. */
    struct kept_matter named = given(&r, "Việc khác", "ben-thanh", "2026-03-20");
    again.matter = named.id;
    again.set = SET(&r, "due", "2026-03-21");
    assert_false(change(&m, &r, &again, &err));
    assert_int_equal(err.code, ERR_MATTER_SLOT);
    struct matter_told way = {.kind = MATTER_EVENT_MOVE, .matter = named.id, .move = STR("take"), .day = day(3)};
    way.set = SET(&r, "due", "2026-03-21");
    assert_false(change(&m, &r, &way, &err));
    assert_int_equal(err.code, ERR_MATTER_SLOT);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

struct tally {
    struct str unit;
    enum matter_group group;
    enum matter_verdict verdict;
    enum matter_outcome truth, told;
    bool over;
    uint64_t n;
};

/* Rows of counts that differ in nothing that a reader asks for, added up. */
static size_t tally_of(struct tally *out, size_t most, const struct matter_counts *counts)
{
    size_t len = 0;
    for (size_t i = 0; i < counts->len; i++) {
        const struct matter_count *c = &counts->at[i];
        bool untold = c->told == OUTCOME_NONE && c->group != MATTER_PAUSED && c->group != MATTER_DROPPED;
        struct tally t = {c->unit, c->group, c->verdict, c->truth, c->told, c->over && untold, c->count};
        size_t k = 0;
        while (k < len && !(str_eq(out[k].unit, t.unit) && out[k].group == t.group && out[k].verdict == t.verdict &&
                            out[k].truth == t.truth && out[k].told == t.told && out[k].over == t.over))
            k++;
        assert_true(k < most);
        if (k == len)
            out[len++] = t;
        else
            out[k].n += t.n;
    }
    return len;
}

static void assert_counts_agree(struct record *r, struct date on)
{
    enum { MOST = 200 };
    struct matter_counts kept, made;
    struct matter_filter f = {.most = 9};
    struct tally a[MOST], b[MOST];
    struct err err;
    assert_true(matter_counts(&kept, r->db, r->a, &f, on, 3, &err));
    assert_true(matter_counts_made(&made, r->db, r->a, &f, on, 3, &err));
    size_t len = tally_of(a, MOST, &kept), other = tally_of(b, MOST, &made);
    assert_int_equal(len, other);
    for (size_t i = 0; i < len; i++) {
        size_t k = 0;
        while (k < other &&
               !(str_eq(a[i].unit, b[k].unit) && a[i].group == b[k].group && a[i].verdict == b[k].verdict &&
                 a[i].truth == b[k].truth && a[i].told == b[k].told && a[i].over == b[k].over))
            k++;
        assert_true(k < other);
        assert_int_equal(a[i].n, b[k].n);
    }
}

/* Whatever happens to matters, what is kept of their number is what counting gives, on any day. */
static void counts_that_are_kept(void **state)
{
    (void)state;
    enum { COUNT = 40, STEPS = 160 };
    static const char *const MOVES[] = {"take", "pause", "resume", "submit", "approve", "return", "cancel", "refuse"};
    struct record r = open_record();
    struct kept_matter m;
    struct err err;
    unsigned seed = 7;
    for (unsigned i = 0; i < COUNT; i++) {
        char due[16];
        snprintf(due, sizeof due, "2026-03-%02u", 3 + i * 5 % 28);
        given(&r, "Việc", i % 2 ? "ben-thanh" : "tan-dinh", i % 7 ? due : NULL);
    }
    for (unsigned i = 0; i < STEPS; i++) {
        seed = seed * 1103515245 + 12345;
        struct matter_id id = {1 + (seed >> 16) % COUNT};
        unsigned what = (seed >> 8) % 10;
        struct matter_told assign = {.kind = MATTER_EVENT_ASSIGN, .matter = id, .day = day(2 + (int)(i / 8))};
        assign.set = SET(&r, "unit", what ? "ben-thanh" : "tan-dinh");
        struct matter_told due = {.kind = MATTER_EVENT_DUE, .matter = id, .day = assign.day, .note = STR("lý do")};
        due.set = SET(&r, "due", what % 2 ? "2026-04-02" : "2026-03-25");
        struct matter_told way = {.kind = MATTER_EVENT_MOVE, .matter = id, .day = assign.day, .note = STR("lý do")};
        way.move = str_of(MOVES[what % 8]);
        /* What its kind does not allow is refused, and changes nothing: both are asked. */
        if (change(&m, &r, what == 8 ? &due : what == 9 ? &assign : &way, &err) || i % 16 == 0)
            assert_counts_agree(&r, day(2 + (int)(seed >> 20) % 28));
    }
    assert_counts_agree(&r, day(31));
    assert_replays(&r);
    scratch_close(&r.scratch);
}

static size_t found(struct record *r, const char *words, uint32_t *first)
{
    struct matter_list list;
    struct err err;
    bool more;
    struct matter_filter f = {.most = 50, .words = str_of(words)};
    assert_true(matter_page(&list, &more, r->db, r->a, &f, &err));
    *first = list.len ? list.at[0].id.n : 0;
    return list.len;
}

/* The index of words follows a title that is changed, and asks for how words begin. */
static void words_that_change(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    uint32_t first;
    struct kept_matter m = given(&r, "Rà soát hẻm Xuân Diệu", "ben-thanh", "2026-03-10");
    given(&r, "Rà soát hẻm 2026–2030 đường Lê Lợi", "tan-dinh", "2026-03-09");
    assert_int_equal(found(&r, "ra soat", &first), 2);
    assert_int_equal(first, 2);
    assert_int_equal(found(&r, "xuan", &first), 1);
    assert_int_equal(found(&r, "xuan di", &first), 1);
    assert_int_equal(found(&r, "xu di", &first), 0); /* only the last one may be unfinished */
    assert_int_equal(found(&r, "di", &first), 1);
    assert_int_equal(found(&r, "x", &first), 1);
    assert_int_equal(found(&r, "xuan le", &first), 0);
    assert_int_equal(found(&r, "2026–20", &first), 1);
    assert_int_equal(found(&r, "\"*' OR", &first), 0);
    assert_int_equal(found(&r, "– \"", &first), 0);
    struct matter_told edit = {
        .kind = MATTER_EVENT_EDIT, .matter = m.id, .day = day(3), .set = SET(&r, "title", "Rà soát hẻm Lê Lai")};
    assert_true(change(&m, &r, &edit, &err));
    assert_int_equal(found(&r, "xuan", &first), 0);
    assert_int_equal(found(&r, "lê", &first), 2);
    assert_int_equal(found(&r, "LE LAI", &first), 1);
    assert_int_equal(first, 1);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

/* Whom somebody chased, and what a note is about, are kept and come back; an end is chased no more. */
static void a_chase_and_a_topic(void **state)
{
    (void)state;
    struct record r = open_record();
    struct err err;
    struct kept_events events;
    struct event_data data;
    struct kept_matter m = given(&r, "Rà soát quy hoạch", "ben-thanh", "2026-03-10");
    struct matter_told chase = {.kind = MATTER_EVENT_CHASE, .matter = m.id, .day = day(11)};
    struct matter_told note = {
        .kind = MATTER_EVENT_NOTE, .matter = m.id, .day = day(12), .note = STR("thiếu bản đồ"), .topic = TOPIC_CAUSE};
    assert_false(change(&m, &r, &chase, &err));
    assert_int_equal(err.code, ERR_CHASE_WORDS);
    chase.chase = (struct matter_chase){STR("12/UBND-VP"), STR("lan.tran"), STR("")};
    assert_true(change(&m, &r, &chase, &err));
    assert_true(change(&m, &r, &note, &err));
    note.topic = TOPIC_NONE;
    assert_true(change(&m, &r, &note, &err));
    assert_true(matter_events(&events, r.db, r.a, m.id, &err));
    assert_int_equal(events.len, 4);
    assert_true(event_data_read(&data, r.a, events.at[1].data));
    assert_str(data.chase.document, STR("12/UBND-VP"));
    assert_str(data.chase.person, STR("lan.tran"));
    assert_int_equal(data.topic, TOPIC_NONE);
    assert_true(event_data_read(&data, r.a, events.at[2].data));
    assert_int_equal(data.topic, TOPIC_CAUSE);
    assert_int_equal(events.at[3].data.len, 0);
    assert_true(move(&m, &r, "cancel", 13, "không làm nữa", &err));
    assert_false(change(&m, &r, &chase, &err));
    assert_int_equal(err.code, ERR_MATTER_ENDED);
    /* A topic belongs to notes, a person to chases: an entry that says otherwise is none. */
    chase.topic = TOPIC_LIMIT;
    assert_false(change(&m, &r, &chase, &err));
    assert_int_equal(err.code, ERR_RECORD_BROKEN);
    note.chase = chase.chase;
    assert_false(change(&m, &r, &note, &err));
    assert_int_equal(err.code, ERR_RECORD_BROKEN);
    assert_replays(&r);
    scratch_close(&r.scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_the_program_reads),
        cmocka_unit_test(every_move_of_every_kind),
        cmocka_unit_test(a_clock_in_the_journal),
        cmocka_unit_test(counts_that_are_kept),
        cmocka_unit_test(words_that_change),
        cmocka_unit_test(values_of_fields),
        cmocka_unit_test(how_it_stands_against_its_clock),
        cmocka_unit_test(a_task_from_beginning_to_end),
        cmocka_unit_test(a_chase_and_a_topic),
        cmocka_unit_test(an_edit_keeps_what_was),
        cmocka_unit_test(pages_and_counts),
        cmocka_unit_test(filters_of_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
