/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_figures: what stands in a file of figures, without a record. The first byte chooses: rows of a CSV, objects of
 * JSON, or the description of a package. Laws: a figure that is taken has an indicator of the catalogue that is
 * measured so, a period that reads back, and numbers within the scales of a decimal; a package leads to no file outside
 * of its folder.
 */
#include "buf.h"
#include "figure_private.h"
#include "indicator.h"
#include "must.h"
#include "text.h"

static void figure_laws(const struct figure_statement *f)
{
    struct period again;
    struct buf b = buf_make(100);
    const struct indicator *i = indicator_find(f->indicator);
    must(i && f->period.kind != PERIOD_NONE);
    must((f->kind != KIND_LEVEL && f->kind != KIND_CHANGE) || indicator_takes_unit(i, f->unit));
    period_write(&b, f->period);
    must(period_read(&again, buf_str(&b)) && period_eq(again, f->period));
    must(f->value.scale >= DECIMAL_SCALE_MIN && f->value.scale <= DECIMAL_SCALE_MAX);
    must(figure_text_is_plain(f->unit, 400));
    buf_free(&b);
}

static void path_laws(struct str path)
{
    must(!path.len || (path.ptr[0] != '/' && !str_has(path, STR(".."))));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text;
    struct err err;
    struct package_paths p;
    struct flat_record record;
    if (size == 0) return 0;
    struct arena *a = arena_make(1024u << 20);
    bool csv = data[0] == 'c';
    if (!text_make(&text, a, (struct str){(const char *)data + 1, size - 1}, &err)) {
        arena_close(a);
        return 0;
    }
    if (data[0] == 'p' && package_read(&p, a, text.inside, STR("f"), &err)) {
        path_laws(p.figures);
        path_laws(p.units);
    }
    struct flat_reader r = flat_open(a, text.inside, STR("f"));
    while ((csv ? flat_csv_next(&record, &r, &err) : flat_json_next(&record, &r, &err)) && record.at) {
        struct figure_row row;
        struct figure_statement f;
        struct str layer;
        if (!figure_row_open(&row, a, &record, STR("f"), &err)) continue;
        row.canonical = csv;
        row.habits = (struct figure_habits){HABIT_EN, HABIT_VI, HABIT_VI};
        if (figure_row_read(&f, &layer, &row, &err)) figure_laws(&f);
    }
    arena_close(a);
    return 0;
}
