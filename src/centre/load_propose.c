/* SPDX-License-Identifier: Apache-2.0
 *
 * load_propose: a map for a file of figures, for a person to complete (load_map.h). Columns whose heads are usual need
 * no line; for the others the heads that are left stand beside the '?'. Codes that nobody knows follow, the most
 * frequent first, each with its first line and how many lines have it, and with the code of the same letters in other
 * capitals where there is one.
 */
#include "buf.h"
#include "indicator.h"
#include "load_private.h"
#include "unit_rows.h"
#include "utf8.h"

#include <stdlib.h>

static int by_count(const void *a, const void *b)
{
    const struct load_unknown *x = a, *y = b;
    if (x->of != y->of) return x->of < y->of ? -1 : 1;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return str_cmp(x->word, y->word);
}

/* The indicator whose code has the same letters; "" when there is none or several. */
static struct str like_indicator(struct arena *a, struct str word)
{
    struct indicators all = indicator_catalogue();
    struct str want = utf8_lower(a, word), found = STR("");
    for (size_t i = 0; i < all.len; i++) {
        if (!str_eq(utf8_lower(a, all.at[i].code), want)) continue;
        if (found.len) return STR("");
        found = all.at[i].code;
    }
    return found;
}

static void put_unknown(struct buf *b, struct arena *a, const struct load_unknown *u)
{
    struct arena_mark mark = arena_mark(a);
    struct str like = u->of == LOAD_INDICATOR ? like_indicator(a, u->word) : STR("");
    buf_put(b, load_column_name(u->of));
    buf_char(b, '\t');
    buf_put(b, u->word);
    buf_put(b, STR("\t?\t# gặp đầu tiên ở dòng "));
    buf_u64(b, u->line);
    buf_put(b, STR("; có "));
    buf_u64(b, u->count);
    buf_put(b, STR(" dòng"));
    if (like.len) {
        buf_put(b, STR("; có mã "));
        buf_put(b, like);
    }
    buf_char(b, '\n');
    arena_reset(a, mark);
}

static bool propose(struct buf *out, struct db *db, struct arena *a, struct str bytes, const struct load_options *o,
                    struct err *err)
{
    struct load_lines lines;
    struct load_heads heads;
    if (!load_unpack(&bytes, a, o->name, err) || !load_heads_read(&heads, a, bytes, o->name, o->map, err)) return false;
    if (o->map) load_map_write(out, o->map);
    if (!out->len) buf_put(out, STR("load-map\t1\n"));
    if (heads.missing) {
        /* Without its columns nothing of the file can be read. */
        for (int c = 0; c < LOAD_COLUMNS; c++) {
            if (!(heads.missing >> c & 1)) continue;
            buf_put(out, STR("column\t"));
            buf_put(out, load_column_name((enum load_column)c));
            buf_put(out, STR("\t?\t# các cột còn lại: "));
            buf_put(out, heads.passed);
            buf_char(out, '\n');
        }
        return true;
    }
    if (!load_lines_read(&lines, db, a, bytes, o, err)) return false;
    if (lines.unknown.len) qsort(lines.unknown.at, lines.unknown.len, sizeof *lines.unknown.at, by_count);
    for (size_t i = 0; i < lines.unknown.len; i++) put_unknown(out, a, &lines.unknown.at[i]);
    return true;
}

bool load_propose(struct buf *out, struct db *db, struct arena *a, struct str bytes, const struct load_options *o,
                  struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    return db_finish(db, propose(out, db, a, bytes, o, err), err);
}
