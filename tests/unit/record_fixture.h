/* SPDX-License-Identifier: Apache-2.0
 *
 * record_fixture: a record in a folder of its own, and documents whose statements are made by hand, so that what is
 * tested here does not change when the reader learns.
 */
#ifndef RECORD_FIXTURE_H
#define RECORD_FIXTURE_H
#include "scratch.h"

#include "import.h"
#include "record.h"
#include "verify.h"

static const struct author officer = {STR_INIT("an"), 1707966000, NULL}; /* 2024-02-15T03:00:00Z */

struct fixture {
    struct scratch scratch;
    struct arena *a;
    struct str path;
    struct db *db;
};

static inline struct fixture fixture_open(void)
{
    struct fixture f = {.scratch = scratch_open()};
    struct err err;
    f.a = f.scratch.arena;
    f.path = scratch_path(&f.scratch, "kho.db");
    assert_true(record_init(f.a, f.path, &officer, &err));
    assert_true(record_open(&f.db, f.a, f.path, DB_WRITE, &err));
    return f;
}

static inline void fixture_close(struct fixture *f)
{
    scratch_close(&f->scratch);
}

/* A figure of a document made by hand. The quote must stand in the text once. */
struct hand_figure {
    const char *quote, *value, *measure, *indicator, *period;
    enum figure_kind kind;
    enum figure_aspect aspect;
    enum figure_bound bound;
    bool heading;
    const char *place, *plan, *subject;
};

static inline struct statement hand_statement(struct str text, const struct hand_figure *h)
{
    struct statement s = {.kind = STATEMENT_FIGURE, .quote = str_of(h->quote), .rule = STR("hand")};
    struct figure_statement *f = &s.figure;
    ptrdiff_t at = str_find(text, s.quote);
    if (at < 0) fail_msg("%s is not in the text", h->quote);
    s.span = (struct span){.start = (uint32_t)at, .end = (uint32_t)((size_t)at + s.quote.len)};
    assert_true(decimal_read(&f->value, str_of(h->value)));
    assert_true(period_read(&f->period, str_of(h->period)));
    f->kind = h->kind;
    f->aspect = h->aspect;
    f->bound = h->bound;
    f->heading = h->heading;
    f->against = h->kind == KIND_PLAN_RATIO ? AGAINST_PLAN
                 : h->kind == KIND_GROWTH   ? AGAINST_SAME_PERIOD
                                            : AGAINST_NONE;
    f->unit = str_of(h->measure);
    f->indicator = str_of(h->indicator);
    f->subject = h->subject ? str_of(h->subject) : STR("thu ngân sách");
    f->place = str_of(h->place);
    f->plan = str_of(h->plan);
    return s;
}

/* A document of one paragraph that says these figures, about quận Bình Tân. */
static inline struct read_result hand_reading(struct arena *a, const char *name, const char *text,
                                              const struct hand_figure *figures, size_t count)
{
    struct read_result r = {.name = str_of(name)};
    struct block *block = arena_new(a, struct block);
    r.document.text.inside = str_of(text);
    *block = (struct block){.end = (uint32_t)strlen(text), .kind = BLOCK_PARAGRAPH};
    r.document.blocks = (struct blocks){r.document.text.inside, block, 1};
    r.reading.at = arena_array(a, struct statement, count);
    r.reading.len = count;
    r.reading.place = STR("quận Bình Tân");
    r.reading.date = (struct date){2023, 7, 13};
    for (size_t i = 0; i < count; i++) r.reading.at[i] = hand_statement(r.document.text.inside, &figures[i]);
    return r;
}

/* Whether the record on the disk verifies; the tables' digest goes to *digest when it is not NULL. */
static inline bool fixture_verifies(struct str path, struct digest *digest)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct db *db;
    struct err err;
    struct verify_result v;
    bool ok = record_open(&db, a, path, DB_READ, &err) && verify_record(&v, db, a, NULL, NULL, &err);
    if (!ok) print_message("# verify: %.*s %.*s\n", STR_ARG(err_name(err.code)), STR_ARG(err_arg(&err, 1)));
    if (ok && v.faults) print_message("# verify: faults %u\n", v.faults);
    ok = ok && v.faults == 0;
    if (ok && digest) *digest = v.digest;
    arena_close(a);
    return ok;
}
#endif
