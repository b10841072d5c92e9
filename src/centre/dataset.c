/* SPDX-License-Identifier: Apache-2.0
 *
 * dataset: see dataset.h. What the figures name is gathered first, then each table is written, then what describes
 * them. The old description goes before the first table is replaced, so a folder with a description is complete.
 */
#include "dataset_private.h"

#include "buf.h"
#include "file.h"
#include "map.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LICENSE_MOST = 200 };

/* --- what is to be written */

static int by_code(const void *a, const void *b)
{
    const struct kept_unit *x = a, *y = b;
    return str_cmp(x->code, y->code);
}

/* A unit and those above it, as far as the record has them. */
static bool add_unit(struct dataset_content *c, struct map *seen, struct db *db, struct arena *a, struct str code,
                     struct err *err)
{
    while (code.len && !map_find(seen, code)) {
        struct kept_unit u;
        if (!unit_load(&u, db, a, code, err)) return false;
        if (!u.code.len) return true;
        map_put(seen, a, u.code, 1);
        *vec_push(a, &c->units) = u;
        code = u.parent;
    }
    return true;
}

static bool gather_units(struct dataset_content *c, struct db *db, struct arena *a, bool all, struct err *err)
{
    struct map seen = {0};
    if (all) return unit_list(&c->units, db, a, err);
    for (size_t i = 0; i < c->figures.len; i++)
        if (!add_unit(c, &seen, db, a, c->figures.at[i].figure.key.unit, err)) return false;
    if (c->units.len) qsort(c->units.at, c->units.len, sizeof *c->units.at, by_code);
    return true;
}

static void gather_indicators(struct dataset_content *c, struct arena *a)
{
    struct indicators all = indicator_catalogue();
    struct map used = {0};
    for (size_t i = 0; i < c->figures.len; i++) map_put(&used, a, c->figures.at[i].figure.key.indicator, 1);
    for (size_t i = 0; i < all.len; i++)
        if (map_find(&used, all.at[i].code)) *vec_push(a, &c->indicators) = &all.at[i];
}

static bool gather_documents(struct dataset_content *c, struct db *db, struct arena *a, struct err *err)
{
    struct document_list all;
    struct map used = {0};
    if (!document_list(&all, db, a, (struct document_id){0}, err)) return false;
    for (size_t i = 0; i < c->figures.len; i++) map_put(&used, a, c->figures.at[i].figure.document, 1);
    for (size_t i = 0; i < all.len; i++) {
        struct digest_text hex = digest_text(all.at[i].document.sha256);
        if (map_find(&used, digest_str(&hex))) *vec_push(a, &c->documents) = all.at[i];
    }
    return true;
}

static bool gather(struct dataset_content *c, struct db *db, struct arena *a, const struct dataset_wish *w,
                   struct err *err)
{
    bool all = w->unit.len == 0 && w->indicator.len == 0;
    if (!figure_list_current(&c->figures, db, a, &w->unit, w->unit.len > 0, w->indicator, err) ||
        !gather_units(c, db, a, all, err))
        return false;
    gather_indicators(c, a);
    return gather_documents(c, db, a, err);
}

/* --- files */

static struct str path_of(struct arena *a, struct str folder, const char *name, const char *suffix)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, folder);
    if (!str_ends(folder, STR("/"))) buf_char(&b, '/');
    buf_put_z(&b, name);
    buf_put_z(&b, suffix);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool make_folder(struct arena *a, struct str folder, struct err *err)
{
    if (mkdir(str_copy_z(a, folder), 0777) == 0 || errno == EEXIST) return true;
    return fail(err, ERR_FILE_WRITE, folder, str_of(strerror(errno)));
}

static bool save_table(struct dataset_bytes *out, const struct dataset_content *c, int table, struct str path,
                       struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    dataset_table_write(&b, c, table);
    *out = (struct dataset_bytes){b.len, sha256_of(buf_str(&b))};
    bool ok = file_write(path, buf_str(&b), err);
    buf_free(&b);
    return ok;
}

static bool save_files(const struct dataset_content *c, struct arena *a, struct str folder,
                       const struct dataset_wish *w, struct err *err)
{
    struct dataset_bytes bytes[TABLE_COUNT];
    struct str description = path_of(a, folder, "datapackage", ".json");
    if (!make_folder(a, folder, err)) return false;
    if (unlink(str_copy_z(a, description)) != 0 && errno != ENOENT)
        return fail(err, ERR_FILE_WRITE, description, str_of(strerror(errno)));
    for (int i = 0; i < TABLE_COUNT; i++)
        if (!save_table(&bytes[i], c, i, path_of(a, folder, DATASET_TABLES[i].name, ".csv"), err)) return false;
    struct buf b = buf_make(SIZE_MAX);
    dataset_describe(&b, c, w, bytes);
    bool ok = file_write(description, buf_str(&b), err);
    buf_free(&b);
    return ok;
}

/* A name of a licence has no blanks ("CC-BY-4.0", "ODbL-1.0"), nor has an address. */
static bool license_is_right(struct str s)
{
    bool address = str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                    c == '.' || c == '_';
        if (!word && !(address && (unsigned char)c > ' ' && (unsigned char)c < 0x7F)) return false;
    }
    return s.len <= LICENSE_MOST;
}

bool dataset_save(struct dataset_result *out, struct db *db, struct arena *a, struct str folder,
                  const struct dataset_wish *w, struct err *err)
{
    struct dataset_content c = {0};
    if (!license_is_right(w->license)) return fail(err, ERR_LICENSE, w->license);
    if (!gather(&c, db, a, w, err) || !save_files(&c, a, folder, w, err)) return false;
    *out = (struct dataset_result){c.figures.len, c.units.len, c.indicators.len, c.documents.len};
    return true;
}
