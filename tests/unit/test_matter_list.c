/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_list: days as people write them, words of heads, states and choices; rows that become a part and come back;
 * what a row may say; and a list in a record: what is kept, what is refused, that the journal alone makes the same
 * tables, and that the indexes are there again when very many came in.
 */
#include "scratch.h"

#include "change.h"
#include "content.h"
#include "kind_read.h"
#include "kind_table.h"
#include "matter_enter.h"
#include "matter_heads.h"
#include "matter_page.h"
#include "matter_part.h"
#include "moment_typed.h"
#include "schema.h"
#include "table_digest.h"

#include <stdio.h>

static const struct author officer = {STR_INIT("an"), 1782795600, NULL}; /* 2026-06-30T05:00:00Z */
static const struct new_unit wards[] = {{STR_INIT("ben-thanh"), STR_INIT("phường Bến Thành"), STR_INIT("ben thanh")}};

static struct matter_kind kind_of(struct arena *a, const char *word)
{
    struct matter_kind k = {0};
    struct err err;
    for (size_t i = 0; i < kind_texts_count; i++)
        if (str_eq(kind_texts[i].kind, str_of(word)))
            assert_true(kind_read(&k, a, kind_texts[i].text, str_of(word), &err));
    return k;
}

static void days_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *read; /* NULL: no day */
    } CASES[] = {
        {"31/1/2026", "2026-01-31"},
        {"31-01-2026", "2026-01-31"},
        {"31.01.2026", "2026-01-31"},
        {"2026-01-31", "2026-01-31"},
        {"2026/1/31", "2026-01-31"},
        {" 05/06/2026 ", "2026-06-05"}, /* the day goes first */
        {"31/01/2026 14:30", "2026-01-31T14:30"},
        {"14:30 31/01/2026", "2026-01-31T14:30"},
        {"14:30:59 31/01/2026", "2026-01-31T14:30"},
        {"2026-01-31T08:05", "2026-01-31T08:05"},
        {"2026-01-31 08:05:09.123", "2026-01-31T08:05"},
        {"31/01/2026 00:00:00", "2026-01-31"}, /* a spreadsheet's midnight is no hour */
        {"29/02/2024", "2024-02-29"},
        {"29/02/2026", NULL},
        {"31/04/2026", NULL},
        {"13/25/2026", NULL},
        {"1/31/2026", NULL},
        {"31/1/26", NULL},
        {"31/1-2026", NULL},
        {"31/01/2026 25:00", NULL},
        {"31/01/2026 12:60", NULL},
        {"31/01/2026 sáng", NULL},
        {"0/1/2026", NULL},
        {"46000", NULL},
        {"hôm nay", NULL},
        {"", NULL},
        {"31/01/20261", NULL},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct moment m;
        struct buf b = buf_make(64);
        bool read = moment_typed(&m, str_of(CASES[i].typed));
        if (read != (CASES[i].read != NULL)) fail_msg("%s", CASES[i].typed);
        if (read) moment_write(&b, m);
        if (read) assert_str(buf_str(&b), str_of(CASES[i].read));
        buf_free(&b);
    }
}

static void words_of_lists(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct matter_kind dossier = kind_of(s.arena, "dossier"), task = kind_of(s.arena, "task");
    static const struct {
        const char *head, *of_dossier, *of_task;
    } HEADS[] = {
        {"Mã hồ sơ", "number", ""},
        {"  TÊN  TTHC:", "title", ""},
        {"Nội dung\nnhiệm vụ (*)", "", ""},
        {"Nội dung\nnhiệm vụ", "", "title"},
        {"Hạn xử lý", "appointment", "due"}, /* what stands under a kind goes first */
        {"Thời hạn giải quyết", "term", ""},
        {"Ngày trả kết quả", "handed", ""},
        {"Người nộp", "applicant", ""},
        {"Kênh nộp", "channel", ""}, /* the name of a field */
        {"synced_at", "synced_at", ""},
        {"Cơ quan chủ trì", "unit", "unit"},
        {"Trạng thái", "state", "state"},
        {"STT", "", ""},
        {"Quá hạn", "", ""}, /* that is reckoned */
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        struct str tidy = matter_head_tidy(s.arena, str_of(HEADS[i].head));
        assert_str(matter_head_column(&dossier, s.arena, tidy), str_of(HEADS[i].of_dossier));
        assert_str(matter_head_column(&task, s.arena, tidy), str_of(HEADS[i].of_task));
    }
    struct matter_heads all = matter_head_catalogue();
    for (size_t i = 0; i < all.len; i++) { /* every row leads somewhere, and its words are tidy */
        const struct matter_head *h = &all.at[i];
        struct matter_kind k = str_eq(h->kind, STR("*")) ? task : kind_of(s.arena, str_copy_z(s.arena, h->kind));
        if (str_eq(h->of, STR("state")))
            assert_non_null(kind_state_find(&k, h->name));
        else if (str_eq(h->of, STR("column")))
            assert_true(matter_list_name(h->name) || kind_field_find(&k, h->name));
        else
            assert_true(word_list_has(kind_field_find(&k, h->of)->choices, h->name));
        for (struct str rest = h->words; rest.len;) {
            struct str_cut cut = str_cut(rest, STR("|"));
            assert_str(cut.head, matter_head_tidy(s.arena, cut.head));
            rest = cut.tail;
        }
    }
    assert_str(matter_head_state(&dossier, s.arena, STR("đã trả"))->word, STR("delivered"));
    assert_str(matter_head_state(&dossier, s.arena, STR("yêu cầu bổ sung giấy tờ"))->word, STR("supplement"));
    assert_str(matter_head_state(&task, s.arena, STR("đã hoàn thành"))->word, STR("done"));
    assert_null(matter_head_state(&task, s.arena, STR("đã trả")));
    const struct kind_field *channel = kind_field_find(&dossier, STR("channel"));
    assert_str(matter_head_choice(&dossier, channel, s.arena, STR("online")), STR("trực tuyến"));
    assert_str(matter_head_choice(&dossier, channel, s.arena, STR("bồ câu")), STR(""));
    scratch_close(&s);
}

/* --- parts */

static void a_part_comes_back(void **state)
{
    (void)state;
    static const struct str HEADS[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
    static const struct str ROWS[][3] = {
        {STR_INIT("1"), STR_INIT("khai sinh"), STR_INIT("")},
        {STR_INIT("2"), STR_INIT("khai sinh"), STR_INIT("=0")},
        {STR_INIT("3"), STR_INIT("một\thai\nba\\bốn"), STR_INIT("=0")},
        {STR_INIT("4"), STR_INIT(""), STR_INIT("")},
        {STR_INIT("1"), STR_INIT("một\thai\nba\\bốn"), STR_INIT("\\=x")},
        {STR_INIT("="), STR_INIT("khai sinh"), STR_INIT("a=b\\")},
    };
    enum { COUNT = sizeof ROWS / sizeof *ROWS };
    struct scratch s = scratch_open();
    struct matter_part_writer w = {0};
    struct matter_part_reader r;
    struct str cells[3];
    matter_part_begin(&w, s.arena, HEADS, 3);
    for (size_t i = 0; i < COUNT; i++) matter_part_row(&w, ROWS[i]);
    assert_int_equal(w.rows, COUNT);
    assert_true(matter_part_open(&r, s.arena, buf_str(&w.text)));
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(matter_part_next(cells, &r));
        for (size_t c = 0; c < 3; c++) assert_str(cells[c], ROWS[i][c]);
    }
    assert_false(matter_part_next(cells, &r));
    assert_false(r.bad);
    matter_part_free(&w);
    scratch_close(&s);
}

static void what_is_no_part(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "",
        "matter-part\t2\na\n1\n",
        "matter-part\t1\na",
        "matter-part\t1\na\tb\n1\n",
        "matter-part\t1\na\tb\n1\t2\t3\n",
        "matter-part\t1\na\n=0\n",
        "matter-part\t1\na\n1\n=1\n",
        "matter-part\t1\na\n1\n=\n",
        "matter-part\t1\na\n1\n=x\n",
        "matter-part\t1\na\n\\x\n",
        "matter-part\t1\na\nb\\\n",
        "matter-part\t1\na\nb\\=\n",
        "matter-part\t1\na\n1", /* cut off */
    };
    struct scratch s = scratch_open();
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct matter_part_reader r;
        struct str cells[3];
        bool right = matter_part_open(&r, s.arena, str_of(BAD[i]));
        while (right && matter_part_next(cells, &r)) {}
        if (right && !r.bad) fail_msg("%s", BAD[i]);
    }
    scratch_close(&s);
}

/* --- one row */

struct said_cell {
    enum matter_cell cell;
    const char *value;
};
#define CLOCK "rule=MC-GIAIQUYET@2025-07-01; term=7 ngày làm việc; office=hanh-chinh; from="

static void fill(struct str *cells, const struct said_cell *said, size_t count)
{
    static const struct said_cell USUAL[] = {
        {CELL_NUMBER, "HS-1"},     {CELL_TITLE, "Khai sinh"},   {CELL_UNIT, "ben-thanh"},
        {CELL_STATE, "delivered"}, {CELL_OPENED, "2026-06-01"}, {CELL_ENDED, "2026-06-10"},
        {CELL_DUE, "2026-06-09"},  {CELL_CLOCK, CLOCK},         {CELL_FROM, "2026-06-01"}};
    for (size_t i = 0; i < sizeof USUAL / sizeof *USUAL; i++) cells[USUAL[i].cell] = str_of(USUAL[i].value);
    for (size_t i = 0; i < count; i++) cells[said[i].cell] = str_of(said[i].value);
}

static void what_a_row_may_say(void **state)
{
    (void)state;
    enum { FIELD = MATTER_CELLS };
    static const struct {
        enum err_code code;
        struct said_cell said[3];
    } CASES[] = {
        {ERR_NONE, {{0}}},
        {ERR_MATTER_LACKS, {{CELL_NUMBER, ""}}},
        {ERR_MATTER_LACKS, {{CELL_TITLE, ""}}},
        {ERR_MATTER_LACKS, {{CELL_UNIT, ""}}},
        {ERR_MATTER_LACKS, {{CELL_STATE, ""}}},
        {ERR_MATTER_LACKS, {{CELL_OPENED, ""}}},
        {ERR_MATTER_STATE, {{CELL_STATE, "flying"}}},
        {ERR_MATTER_END_LACKS, {{CELL_ENDED, ""}}},
        {ERR_MATTER_END_SAID, {{CELL_STATE, "processing"}}},
        {ERR_NONE, {{CELL_STATE, "processing"}, {CELL_ENDED, ""}}},
        {ERR_MATTER_ORDER, {{CELL_ENDED, "2026-05-31"}}},
        {ERR_MATTER_ORDER, {{CELL_OPENED, "2026-06-10T10:00"}, {CELL_ENDED, "2026-06-10T09:59"}}},
        {ERR_NONE, {{CELL_OPENED, "2026-06-10T10:00"}, {CELL_ENDED, "2026-06-10"}}},
        {ERR_MATTER_ORDER, {{CELL_SINCE, "2026-06-09"}}},
        {ERR_NONE, {{CELL_SINCE, "2026-06-12"}}},
        {ERR_MATTER_VALUE, {{CELL_ENDED, "10/6/2026"}}},
        {ERR_MATTER_VALUE, {{CELL_DUE, "x"}}},
        {ERR_MATTER_VALUE, {{CELL_CLOCK, "rule="}}},
        {ERR_MATTER_VALUE, {{CELL_CLOCK, ""}}}, /* the rest of one without its head */
        {ERR_MATTER_LACKS, {{CELL_DUE, ""}}},
        {ERR_NONE, {{CELL_DUE, ""}, {CELL_CLOCK, ""}, {CELL_FROM, ""}}},
        {ERR_MATTER_ORDER, {{CELL_DUE, "2026-05-01"}, {CELL_CLOCK, ""}, {CELL_FROM, ""}}},
        {ERR_MATTER_VALUE, {{CELL_PRIORITY, "cao"}}},
        {ERR_MATTER_VALUE, {{CELL_SECRECY, "mật"}}},
        {ERR_MATTER_VALUE, {{FIELD + 3, "bồ câu"}}}, /* channel */
        {ERR_NONE, {{FIELD + 3, "trực tuyến"}}},
    };
    struct scratch s = scratch_open();
    struct matter_kind k = kind_of(s.arena, "dossier");
    assert_str(k.fields[3].word, STR("channel"));
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct str *cells = arena_array(s.arena, struct str, matter_cell_count(&k));
        struct kept_matter m;
        struct err err = {0};
        size_t said = 0;
        while (said < 3 && CASES[i].said[said].value) said++;
        fill(cells, CASES[i].said, said);
        bool entered = matter_enter(&m, s.arena, &k, cells, &err);
        if (entered != (CASES[i].code == ERR_NONE) || (!entered && err.code != CASES[i].code))
            fail_msg("case %zu: %.*s", i, STR_ARG(err_name(err.code)));
    }
    struct str *cells = arena_array(s.arena, struct str, matter_cell_count(&k));
    struct kept_matter m;
    struct err err;
    fill(cells, NULL, 0);
    assert_true(matter_enter(&m, s.arena, &k, cells, &err));
    assert_int_equal(m.truth, OUTCOME_LATE); /* reckoned: 10/6 is behind 9/6 */
    assert_int_equal(m.told, OUTCOME_NONE);  /* nobody said when the portal heard of it */
    assert_int_equal(m.group, MATTER_DONE);
    scratch_close(&s);
}

/* --- in a record */

struct record {
    struct scratch scratch;
    struct arena *a;
    struct db *db;
    struct matter_kind kind;
    struct kept_kind kept;
};

static struct record open_record(void)
{
    struct record r = {.scratch = scratch_open()};
    struct err err;
    struct digest sha256;
    struct str text = {0};
    r.a = r.scratch.arena;
    assert_true(db_open(&r.db, r.a, scratch_path(&r.scratch, "kho.db"), DB_CREATE, 50, &err));
    for (size_t i = 0; i < kind_texts_count; i++)
        if (str_eq(kind_texts[i].kind, STR("dossier"))) text = kind_texts[i].text;
    r.kind = kind_of(r.a, "dossier");
    assert_true(db_begin(r.db, DB_TRANSACTION_WRITE, &err) && schema_create(r.db, &err));
    assert_true(change_init(r.db, r.a, &officer, &err));
    assert_true(change_units(r.db, r.a, &officer, wards, 1, &err));
    assert_true(content_save(&sha256, r.db, text, &err));
    assert_true(change_kind(&r.kept, r.db, r.a, &officer, sha256, STR("dossier"), &err));
    return r;
}

static bool list_in(struct matter_id *first, struct record *r, uint32_t from, uint32_t count, uint32_t told,
                    struct err *err)
{
    struct matter_part_writer w = {0};
    struct str heads[MATTER_PART_COLUMNS];
    struct matter_list_part parts[16];
    struct matter_list_change c = {.name = STR("ho-so.csv"),
                                   .file = sha256_of(STR("x")),
                                   .size = 1,
                                   .kind = STR("dossier"),
                                   .version = r->kept.version,
                                   .parts = parts};
    size_t columns = matter_cell_count(&r->kind);
    for (size_t i = 0; i < columns; i++) heads[i] = matter_cell_name(&r->kind, i);
    for (uint32_t n = 0; n < count;) {
        struct arena_mark mark = arena_mark(r->a);
        matter_part_begin(&w, r->a, heads, columns);
        for (; n < count && w.rows < MATTER_PART_ROWS; n++) {
            struct str *cells = arena_array(r->a, struct str, columns);
            char number[24];
            fill(cells, NULL, 0);
            int len = snprintf(number, sizeof number, "HS-%u", (unsigned)(from + n));
            cells[CELL_NUMBER] = str_copy(r->a, (struct str){number, (size_t)len});
            matter_part_row(&w, cells);
        }
        assert_true(content_save(&parts[c.part_count].content, r->db, buf_str(&w.text), err));
        parts[c.part_count++].count = told ? told : (uint32_t)w.rows;
        arena_reset(r->a, mark);
    }
    matter_part_free(&w);
    return change_matter_list(first, r->db, r->a, &officer, &c, err);
}

/* The journal alone makes the same tables. */
static void same_again(struct record *r)
{
    struct db *again;
    struct table_digest was, is;
    struct err err;
    assert_true(db_open(&again, r->a, STR(""), DB_SCRATCH, 50, &err));
    assert_true(db_begin(again, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(again, &err));
    for (int64_t seq = 1;; seq++) {
        struct journal_entry e;
        if (!journal_load(&e, r->db, r->a, seq, &err)) break;
        assert_true(change_replay(again, r->db, r->a, &e, &err));
    }
    assert_int_equal(err.code, ERR_ENTRY_MISSING);
    assert_true(table_digest(&was, r->db, &err) && table_digest(&is, again, &err));
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (!digest_eq(was.one[i], is.one[i])) fail_msg("table %.*s", STR_ARG(table_digest_name(i)));
}

static void a_list_comes_in(void **state)
{
    (void)state;
    struct record r = open_record();
    struct matter_id first;
    struct kept_matter m;
    struct kept_events events;
    struct kept_deadlines due_days;
    struct err err;
    assert_true(list_in(&first, &r, 1, 3, 0, &err));
    assert_int_equal(first.n, 1);
    assert_true(list_in(&first, &r, 4, 2, 0, &err));
    assert_int_equal(first.n, 4);
    assert_true(matter_load(&m, r.db, r.a, (struct matter_id){5}, &err));
    assert_str(m.number, STR("HS-5"));
    assert_int_equal(m.truth, OUTCOME_LATE);
    assert_true(matter_events(&events, r.db, r.a, m.id, &err) && matter_deadlines(&due_days, r.db, r.a, m.id, &err));
    assert_int_equal(events.len, 1);
    assert_int_equal(events.at[0].kind, MATTER_EVENT_ENTER);
    assert_int_equal(due_days.len, 1);
    same_again(&r);
    /* From then on it is a matter like any other. */
    struct matter_list done;
    struct matter_told note = {
        .kind = MATTER_EVENT_NOTE, .matter = m.id, .day = {2026, 6, 30}, .minute = MINUTE_UNKNOWN, .note = STR("x")};
    assert_true(change_matters(&done, r.db, r.a, &officer, &(struct matter_change){&note, 1, NULL, 0}, &err));
    /* And nobody enters one by hand. */
    note.kind = MATTER_EVENT_ENTER;
    assert_false(change_matters(&done, r.db, r.a, &officer, &(struct matter_change){&note, 1, NULL, 0}, &err));
    scratch_close(&r.scratch);
}

static void a_list_is_refused(void **state)
{
    (void)state;
    struct matter_id first;
    struct err err;
    struct record r = open_record();
    assert_true(list_in(&first, &r, 1, 3, 0, &err));
    assert_false(list_in(&first, &r, 3, 2, 0, &err)); /* HS-3 is there */
    assert_int_equal(err.code, ERR_MATTER_NUMBER_TAKEN);
    scratch_close(&r.scratch);
    r = open_record();
    assert_false(list_in(&first, &r, 1, 3, 2, &err)); /* a part with another number of rows than was said */
    assert_int_equal(err.code, ERR_RECORD_BROKEN);
    scratch_close(&r.scratch);
}

static void very_many_come_in(void **state)
{
    (void)state;
    struct record r = open_record();
    struct matter_id first;
    struct matter_list page;
    struct err err;
    enum { MANY = 20001 };
    assert_true(list_in(&first, &r, 1, MANY, 0, &err));
    assert_true(list_in(&first, &r, MANY + 1, 2, 0, &err)); /* the indexes are there again */
    assert_int_equal(first.n, MANY + 1);
    const struct str unit = STR("ben-thanh");
    bool more;
    struct matter_filter f = {
        .units = &unit, .unit_count = 1, .by_units = true, .groups = 1u << MATTER_DONE, .most = 3};
    assert_true(matter_page(&page, &more, r.db, r.a, &f, &err));
    assert_int_equal(page.len, 3);
    assert_str(page.at[2].number, STR("HS-3"));
    scratch_close(&r.scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_as_people_write_them), cmocka_unit_test(words_of_lists),
        cmocka_unit_test(a_part_comes_back),         cmocka_unit_test(what_is_no_part),
        cmocka_unit_test(what_a_row_may_say),        cmocka_unit_test(a_list_comes_in),
        cmocka_unit_test(a_list_is_refused),         cmocka_unit_test(very_many_come_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
