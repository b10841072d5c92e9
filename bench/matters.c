/* SPDX-License-Identifier: Apache-2.0
 *
 * matters: what lists, searches and counts of matters cost on a record that is there (bench/matters.sh makes it): one
 * core, in time of the processor, the record open and asked before, the cheapest of several times; and reckoning every
 * clock anew.
 *
 *     matters RECORD ask            "name<TAB>milliseconds" a line
 *     matters RECORD dossiers       the same, of a record of dossiers
 *     matters RECORD reckon         "name<TAB>seconds", then how many clocks were looked at and how many would move
 */
#include "arena.h"
#include "buf.h"
#include "matter_board.h"
#include "matter_late.h"
#include "matter_reckon.h"
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct db *db;
static struct arena *arena;
static struct looked_unit ward, province;
static struct date today = {2026, 7, 1};

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void check(bool ok, const struct err *err)
{
    if (ok) return;
    struct buf b = buf_make(1000);
    err_write(&b, err, LANG_VI);
    fprintf(stderr, "%.*s\n", STR_ARG(buf_str(&b)));
    exit(1);
}

static size_t ask_board(const struct board_wish *w)
{
    struct matter_board board;
    struct err err;
    check(matter_board(&board, db, arena, w, &err), &err);
    return board.len;
}

#define LIST(name, ...)                                                                                                \
    static size_t name(void)                                                                                           \
    {                                                                                                                  \
        return ask_board(&(struct board_wish){.on = today, __VA_ARGS__});                                              \
    }
enum { PAGE = 50 };
LIST(list_all, .filter = {.most = PAGE})
LIST(list_ended, .every = true, .filter = {.most = PAGE})
LIST(list_late, .by_verdict = true, .verdict = MATTER_LATE, .filter = {.most = PAGE})
LIST(list_ended_late, .by_verdict = true, .verdict = MATTER_ENDED_LATE, .filter = {.most = PAGE})
LIST(list_unit, .unit = &ward, .filter = {.most = PAGE})
LIST(list_under, .under = &province, .filter = {.most = PAGE})
LIST(list_person, .filter = {.most = PAGE, .person = STR_INIT("can.bo.7")})
LIST(list_state, .filter = {.most = PAGE, .kind = STR_INIT("task"), .state = STR_INIT("redo")})
LIST(list_deep, .every = true, .filter = {.most = PAGE, .after = {500000}})
LIST(words_many, .every = true, .filter = {.most = PAGE, .words = STR_INIT("kế hoạch")})
LIST(words_rare, .every = true, .filter = {.most = PAGE, .words = STR_INIT("xuân diệu")})
LIST(words_number, .every = true, .filter = {.most = PAGE, .words = STR_INIT("777 hẻm")})
LIST(words_none, .every = true, .filter = {.most = PAGE, .words = STR_INIT("không có từ này")})
LIST(words_rare_unit, .every = true, .unit = &ward, .filter = {.most = PAGE, .words = STR_INIT("xuân diệu")})

/* Of the list of dossiers (tools/matters_generate.py). */
LIST(dossier_page, .filter = {.most = PAGE, .kind = STR_INIT("dossier")})
LIST(dossier_late, .by_verdict = true, .verdict = MATTER_LATE, .filter = {.most = PAGE, .kind = STR_INIT("dossier")})
LIST(dossier_state, .filter = {.most = PAGE, .kind = STR_INIT("dossier"), .state = STR_INIT("supplement")})
LIST(dossier_words, .every = true,
     .filter = {.most = PAGE, .kind = STR_INIT("dossier"), .words = STR_INIT("khai sinh")})
LIST(dossier_number, .every = true,
     .filter = {.most = PAGE, .kind = STR_INIT("dossier"), .words = STR_INIT("250701 000777")})

static size_t mine(const struct mine_wish *w)
{
    struct mine_board board;
    struct err err;
    check(matter_mine(&board, db, arena, w, &err), &err);
    return board.len;
}

static size_t mine_person(void)
{
    return mine(&(struct mine_wish){.person = STR("can.bo.7"), .asked = {.on = today}, .most = PAGE});
}

static size_t mine_unit(void)
{
    return mine(&(struct mine_wish){.asked = {.on = today, .unit = &ward}, .most = PAGE});
}

static size_t counts(void)
{
    struct matter_sums sums;
    struct err err;
    check(matter_sums(&sums, db, arena, &(struct board_wish){.on = today}, &err), &err);
    return sums.len;
}

static size_t rates(void)
{
    struct late_sums sums;
    struct err err;
    check(matter_late(&sums, db, arena, &(struct late_wish){.board = {.on = today}}, &err), &err);
    return sums.len;
}

struct asked {
    const char *name;
    size_t (*run)(void);
};

static void ask(const struct asked *asked, size_t count)
{
    enum { TIMES = 15 };
    for (size_t i = 0; i < count; i++) {
        double best = 1e9;
        size_t rows = 0;
        for (int k = 0; k < TIMES; k++) {
            struct arena_mark mark = arena_mark(arena);
            double t = now_ms();
            rows = asked[i].run();
            t = now_ms() - t;
            arena_reset(arena, mark);
            if (t < best) best = t;
        }
        printf("%s\t%.2f\t%zu\n", asked[i].name, best, rows);
    }
}

static void ask_tasks(void)
{
    static const struct asked ASKED[] = {
        {"list_all", list_all},       {"list_ended", list_ended},
        {"list_late", list_late},     {"list_ended_late", list_ended_late},
        {"list_unit", list_unit},     {"list_under", list_under},
        {"list_person", list_person}, {"list_state", list_state},
        {"list_deep", list_deep},     {"words_many", words_many},
        {"words_rare", words_rare},   {"words_number", words_number},
        {"words_none", words_none},   {"words_rare_unit", words_rare_unit},
        {"mine_person", mine_person}, {"mine_unit", mine_unit},
        {"counts", counts},           {"rates", rates},
    };
    ask(ASKED, sizeof ASKED / sizeof *ASKED);
}

static void ask_dossiers(void)
{
    static const struct asked ASKED[] = {
        {"dossier_page", dossier_page},   {"dossier_late", dossier_late},     {"dossier_state", dossier_state},
        {"dossier_words", dossier_words}, {"dossier_number", dossier_number}, {"dossier_unit", list_unit},
        {"dossier_under", list_under},    {"dossier_counts", counts},
    };
    ask(ASKED, sizeof ASKED / sizeof *ASKED);
}

static void reckon(void)
{
    struct reckoning done = {0};
    struct err err;
    double best = 1e9;
    for (int k = 0; k < 3; k++) {
        struct arena_mark mark = arena_mark(arena);
        double t = now_ms();
        check(matter_reckon(&done, db, arena, NULL, &(struct reckon_wish){.day = today, .dry = true}, &err), &err);
        t = now_ms() - t;
        arena_reset(arena, mark);
        if (t < best) best = t;
    }
    printf("reckon\t%.2f\nlooked\t%llu\nmoved\t%llu\n", best / 1e3, (unsigned long long)done.looked,
           (unsigned long long)done.moved);
}

int main(int argc, char **argv)
{
    struct err err;
    struct looked_units several;
    if (argc != 3) return 2;
    arena = arena_make(SIZE_MAX);
    check(record_open(&db, arena, str_of(argv[1]), DB_READ, &err), &err);
    check(unit_look_one(&ward, &several, db, arena, STR("26740"), today, today, &err), &err);
    check(unit_look_one(&province, &several, db, arena, STR("79"), today, today, &err), &err);
    if (strcmp(argv[2], "reckon") == 0)
        reckon();
    else if (strcmp(argv[2], "dossiers") == 0)
        ask_dossiers();
    else
        ask_tasks();
    return 0;
}
