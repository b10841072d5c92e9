/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_file: see figure_file.h. A record of the file becomes a block of the text and a statement whose quote is its
 * value, so that `explain` shows the record with all that it says, note and source among it. What the file says is
 * proposed like what a report says: who judges figures is the same.
 */
#include "figure_private.h"

#include "accept_private.h"
#include "buf.h"
#include "file.h"
#include "sha256.h"

#include <sys/stat.h>

/* Changed whenever the same file would make other statements. */
#define FIGURE_FILE_MARK "figures-1"

struct work {
    struct arena *arena;
    const struct read_options *options;
    struct str name; /* for messages */
    struct text text;
    bool csv;
    struct figure_units units;
    struct figure_habits habits;
    struct map keys; /* key of a figure -> line */
    struct {
        VEC_FIELDS(struct statement);
    } statements;
    struct {
        VEC_FIELDS(struct given_key);
    } given;
    struct {
        VEC_FIELDS(struct block);
    } blocks;
};

/* --- names of files */

static struct str beside(struct arena *a, struct str folder, struct str name)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, folder);
    if (folder.len && !str_ends(folder, STR("/"))) buf_char(&b, '/');
    buf_put(&b, name);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool is_folder(struct str path)
{
    char z[4096];
    struct stat st;
    int n = snprintf(z, sizeof z, "%.*s", STR_ARG(path));
    return n > 0 && (size_t)n < sizeof z && stat(z, &st) == 0 && S_ISDIR(st.st_mode);
}

static struct str last_part(struct str path)
{
    size_t from = path.len;
    while (from && path.ptr[from - 1] != '/') from--;
    return str_from(path, from);
}

enum figure_file_kind figure_file_kind(struct str path)
{
    if (is_folder(path) || str_eq(last_part(path), STR("datapackage.json"))) return FIGURE_FILE_PACKAGE;
    bool json = str_ends(path, STR(".json")) || str_ends(path, STR(".jsonl")) || str_ends(path, STR(".ndjson"));
    return json ? FIGURE_FILE_JSON : FIGURE_FILE_NOT;
}

static bool load(struct str *bytes, struct text *text, struct arena *a, struct str path, struct err *err)
{
    struct err why;
    if (!file_read(bytes, a, path, DOCUMENT_BYTES_MAX, err)) return false;
    if (text_make(text, a, *bytes, &why)) return true;
    return fail(err, ERR_FILE_NOT_UTF8, path, err_arg(&why, 0));
}

/* --- records */

static bool once(struct work *w, const struct figure_row *row, const struct figure_statement *f, struct given_key given,
                 struct err *err)
{
    struct figure_key k = {.indicator = f->indicator,
                           .unit = given.unit,
                           .period = f->period,
                           .kind = f->kind,
                           .aspect = f->aspect,
                           .against = f->against,
                           .against_period = f->against_period,
                           .layer = given.layer};
    struct str key = accept_key_text(w->arena, &k);
    const uint32_t *line = map_find(&w->keys, key);
    if (line)
        return fail(err, ERR_FIGURES_TWICE, w->name, flat_line_text(w->arena, row->line),
                    flat_line_text(w->arena, *line));
    map_put(&w->keys, w->arena, key, (uint32_t)row->line);
    return true;
}

static bool take(struct work *w, const struct flat_record *r, struct err *err)
{
    struct figure_row row;
    struct given_key given;
    struct kept_unit unit;
    struct statement s = {.kind = STATEMENT_FIGURE, .rule = STR("figures")};
    if (!figure_row_open(&row, w->arena, r, w->name, err)) return false;
    if (figure_row_text(&row, FIELD_FORMULA).len) return true;
    row.canonical = w->csv;
    row.habits = w->habits;
    if (!figure_row_read(&s.figure, &given.layer, &row, err)) return false;
    struct str typed = figure_row_text(&row, FIELD_UNIT);
    bool exact = w->csv && typed.len;
    if (!typed.len) typed = w->options->place;
    if (!typed.len) return fail(err, ERR_FIGURES_MISSING, w->name, flat_line_text(w->arena, r->line), STR("unit"));
    if (!figure_unit_find(&unit, &w->units, typed, s.figure.period, exact, &row, err)) return false;
    given.unit = unit.code;
    s.figure.place = unit.name;
    if (!once(w, &row, &s.figure, given, err)) return false;
    const struct flat_field *value = row.of[FIELD_VALUE];
    s.span = (struct span){0, value->start, value->end};
    s.quote = str_part(w->text.inside, value->start, value->end);
    *vec_push(w->arena, &w->statements) = s;
    *vec_push(w->arena, &w->given) = given;
    *vec_push(w->arena, &w->blocks) = (struct block){.start = r->start, .end = r->end, .kind = BLOCK_PARAGRAPH};
    return true;
}

static bool take_all(struct work *w, enum sheet_habit habit, struct err *err)
{
    struct flat_reader r = flat_open(w->arena, w->text.inside, w->name);
    struct {
        VEC_FIELDS(struct flat_record);
    } all = {0};
    struct flat_record record;
    do {
        if (!(w->csv ? flat_csv_next(&record, &r, err) : flat_json_next(&record, &r, err))) return false;
        if (record.at) *vec_push(w->arena, &all) = record;
    } while (record.at);
    if (!w->csv && !figure_habits_find(&w->habits, w->arena, all.at, all.len, w->name, habit, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (!take(w, &all.at[i], err)) return false;
    return w->statements.len > 0 || fail(err, ERR_FIGURES_NONE, w->name);
}

/* --- packages */

static bool hash_fits(struct str hash, struct str bytes, struct str path, struct err *err)
{
    struct digest_text hex = digest_text(sha256_of(bytes));
    if (!hash.len) return true;
    bool same = str_starts(hash, STR("sha256:")) && str_eq(str_from(hash, 7), digest_str(&hex));
    return same || fail(err, ERR_PACKAGE_CHANGED, path);
}

static bool load_units(struct work *w, struct str folder, const struct package_paths *p, struct err *err)
{
    struct str bytes, path = beside(w->arena, folder, p->units);
    struct text text;
    if (!p->units.len) return true;
    return load(&bytes, &text, w->arena, path, err) && hash_fits(p->units_hash, bytes, path, err) &&
           figure_units_read(&w->units, text.inside, path, err);
}

static bool load_package(struct str *bytes, struct work *w, struct str path, struct err *err)
{
    struct str json;
    struct text text;
    struct package_paths p;
    struct str folder = path;
    if (!is_folder(path)) folder = str_part(path, 0, path.len - last_part(path).len);
    struct str descriptor = beside(w->arena, folder, STR("datapackage.json"));
    if (!load(&json, &text, w->arena, descriptor, err) || !package_read(&p, w->arena, text.inside, descriptor, err))
        return false;
    w->csv = true;
    w->name = beside(w->arena, folder, p.figures);
    return load_units(w, folder, &p, err) && load(bytes, &w->text, w->arena, w->name, err) &&
           hash_fits(p.figures_hash, *bytes, w->name, err);
}

static bool file_of(struct figure_file *out, struct work *w, enum sheet_habit habit, struct err *err)
{
    if (!take_all(w, habit, err)) return false;
    out->read = (struct read_result){.name = w->name};
    out->read.document.text = w->text;
    out->read.document.format = w->csv ? DOCUMENT_CSV : DOCUMENT_TEXT;
    out->read.document.blocks = (struct blocks){w->text.inside, w->blocks.at, w->blocks.len};
    out->read.reading = (struct reading){
        .at = w->statements.at, .len = w->statements.len, .date = w->options->date, .place = w->options->place};
    out->given = w->given.at;
    out->mark = habit == HABIT_VI   ? STR(FIGURE_FILE_MARK "-vi")
                : habit == HABIT_EN ? STR(FIGURE_FILE_MARK "-en")
                                    : STR(FIGURE_FILE_MARK);
    out->units = w->units.fresh.at;
    out->unit_count = w->units.fresh.len;
    return true;
}

bool figure_file_read(struct figure_file *out, struct db *db, struct arena *a, struct str path,
                      const struct read_options *o, enum sheet_habit habit, struct err *err)
{
    struct work w = {.arena = a, .options = o, .name = path, .units = {.db = db, .arena = a}};
    *out = (struct figure_file){.bytes = STR("")};
    bool package = figure_file_kind(path) == FIGURE_FILE_PACKAGE;
    if (package ? !load_package(&out->bytes, &w, path, err) : !load(&out->bytes, &w.text, a, path, err)) return false;
    return file_of(out, &w, habit, err);
}

bool figure_bytes_read(struct figure_file *out, struct db *db, struct arena *a, struct str bytes, struct str name,
                       const struct read_options *o, struct err *err)
{
    struct work w = {.arena = a, .options = o, .name = name, .units = {.db = db, .arena = a}};
    *out = (struct figure_file){.bytes = bytes};
    return text_make(&w.text, a, bytes, err) && file_of(out, &w, HABIT_AUTO, err);
}

bool figure_file_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                      const struct figure_file *f, const struct read_options *o, bool accept, struct str despite,
                      struct err *err)
{
    struct import_options options = {.read = *o,
                                     .accept = accept,
                                     .form = f->mark,
                                     .given = f->given,
                                     .units = f->units,
                                     .unit_count = f->unit_count,
                                     .despite = despite};
    return import_save(out, db, a, author, f->bytes, &f->read, &options, err);
}
