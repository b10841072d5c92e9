/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_csv: any bytes as a table of text. The first byte chooses the suffix of its name and how numbers are read.
 * Besides the laws of every workbook: a text that became a number says that number in the Vietnamese form, and reading
 * a table never changes what stands in its other cells.
 */
#include "book_laws.h"

static void numbers(const struct workbook *w)
{
    for (size_t i = 0; i < w->sheet_count; i++)
        for (size_t k = 0; k < w->sheets[i].cell_count; k++) {
            const struct sheet_cell *c = &w->sheets[i].cells[k];
            struct decimal again;
            uint8_t flags = 0;
            if (c->type != SHEET_NUMBER) continue;
            must(sheet_number_read(&again, &flags, c->text, HABIT_VI));
            must(decimal_eq(again, c->number) && (flags & SHEET_PERCENT) == (c->flags & SHEET_PERCENT));
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct str NAMES[] = {STR_INIT("a.csv"), STR_INIT("a.tsv"), STR_INIT("a.csv.gz"), STR_INIT("a.zip")};
    if (size == 0) return 0;
    struct arena *a = arena_make(1024u << 20);
    struct str bytes = {(const char *)data + 1, size - 1}, name = NAMES[data[0] % 4];
    struct sheet_maker m = sheet_maker_make(a);
    struct workbook_options o = {.habit = (enum sheet_habit)(data[0] / 4 % 3), .in_process = true};
    struct workbook w;
    struct err e;
    sheet_parse_csv(&m, bytes, name, LEGACY_NONE);
    book_laws(&m);
    if (workbook_read(&w, a, bytes, name, WORKBOOK_CSV, &o, &e)) {
        const char *at = w.text.ptr;
        for (size_t i = 0; i < w.sheet_count; i++) sheet_laws(a, &w, &w.sheets[i], &at);
        must(utf8_valid(w.text, NULL));
        numbers(&w);
    }
    arena_close(a);
    return 0;
}
