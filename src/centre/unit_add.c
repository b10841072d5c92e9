/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_add: see unit_add.h.
 */
#include "unit_add.h"

#include "buf.h"
#include "indicator.h"

static struct str code_of_key(struct arena *a, struct str key, struct str behind)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, key);
    if (behind.len) buf_char(&b, ' ');
    buf_put(&b, behind);
    char *code = str_copy_z(a, buf_str(&b));
    struct str s = {code, b.len};
    buf_free(&b);
    for (size_t i = 0; i < s.len; i++)
        if (code[i] == ' ') code[i] = '-';
    return s;
}

/* A code that nobody has: as wished, of the name, or of the name and the unit above. */
static bool free_code(struct str *code, struct db *db, struct arena *a, const struct unit_wish *w,
                      const struct looked_unit *parent, struct err *err)
{
    struct looked_unit taken;
    struct str key = unit_key(a, w->name);
    *code = w->code.len ? w->code : code_of_key(a, key, STR(""));
    if (!unit_look_id(&taken, db, a, *code, err)) return false;
    if (taken.id.len && !w->code.len && parent->id.len && !str_eq(taken.parent, parent->id)) {
        *code = code_of_key(a, key, unit_key(a, parent->name));
        if (!unit_look_id(&taken, db, a, *code, err)) return false;
    }
    return !taken.id.len || fail(err, ERR_UNIT_EXISTS, *code, taken.name);
}

static bool judge(struct looked_unit *parent, enum unit_kind kind, struct db *db, struct arena *a,
                  const struct unit_wish *w, struct err *err)
{
    *parent = (struct looked_unit){.id = STR("")};
    if (!unit_key(a, w->name).len) return fail(err, ERR_UNIT_NAME, w->name);
    if (date_known(w->from) && date_known(w->to) && date_cmp(w->from, w->to) > 0) {
        struct buf from = buf_make(16), to = buf_make(16);
        date_write(&from, w->from);
        date_write(&to, w->to);
        fail(err, ERR_UNIT_DAYS, buf_str(&from), buf_str(&to));
        buf_free(&from);
        buf_free(&to);
        return false;
    }
    if (!w->parent.len) return true;
    if (!unit_look_id(parent, db, a, w->parent, err)) return false;
    if (!parent->id.len) return fail(err, ERR_UNIT_NONE, w->parent);
    bool fits = kind == UNIT_OFFICE || parent->kind < kind;
    return fits || fail(err, ERR_UNIT_PARENT_KIND, w->name, parent->name);
}

static bool add_inside(struct looked_unit *out, struct db *db, struct arena *a, const struct author *author,
                       const struct unit_wish *w, struct err *err)
{
    struct looked_unit parent;
    struct str code;
    enum unit_kind kind = unit_kind_of_name(w->name);
    if (w->level.len && !unit_kind_read(&kind, w->level)) return fail(err, ERR_INTERNAL, w->level);
    if (!judge(&parent, kind, db, a, w, err) || !free_code(&code, db, a, w, &parent, err)) return false;
    struct new_unit unit = {
        .code = code,
        .name = unit_tidy_name(a, w->name),
        .key = unit_key(a, w->name),
        .kind = w->level,
        .parent = parent.id,
        .from = w->from,
        .to = w->to,
        .source = w->source,
    };
    return change_units(db, a, author, &unit, 1, err) && unit_look_id(out, db, a, code, err);
}

bool unit_add(struct looked_unit *out, struct db *db, struct arena *a, const struct author *author,
              const struct unit_wish *w, struct err *err)
{
    return db_begin(db, DB_TRANSACTION_WRITE, err) && db_finish(db, add_inside(out, db, a, author, w, err), err);
}

/* --- lineage */

/* "0,43", "0.43", "1" */
static bool read_share(struct decimal *out, struct str s)
{
    return str_has(s, STR(",")) ? decimal_read_grouped(out, s, 0, ',') : decimal_read(out, s);
}

/* One measure with a share for each new unit. */
static bool read_measure(struct lineage_part *parts, size_t count, struct str text, struct err *err)
{
    struct str_cut cut = str_cut(text, STR("="));
    struct str rest = cut.tail;
    if (!cut.found || !cut.head.len) return fail(err, ERR_SHARE_FORM, text);
    if (!str_eq(cut.head, STR("area")) && !str_eq(cut.head, STR("population"))) {
        const struct indicator *indicator = indicator_typed(cut.head);
        if (!indicator) return fail(err, ERR_SHARE_MEASURE, cut.head);
        cut.head = indicator->code;
    }
    for (size_t i = 0; i < count; i++) {
        struct str_cut one = str_cut(rest, STR("/"));
        struct lineage_share *s = &parts[i].shares[parts[i].share_count];
        s->measure = cut.head;
        if (!read_share(&s->share, one.head) || one.found != (i + 1 < count)) return fail(err, ERR_SHARE_FORM, text);
        parts[i].share_count++;
        rest = one.tail;
    }
    return true;
}

static bool read_shares(struct lineage_part *parts, size_t count, struct arena *a, struct str text, struct err *err)
{
    size_t most = 1;
    for (size_t i = 0; i < text.len; i++) most += text.ptr[i] == ' ';
    for (size_t i = 0; i < count; i++) parts[i].shares = arena_array(a, struct lineage_share, most);
    while (text.len) {
        struct str_cut cut = str_cut(text, STR(" "));
        if (cut.head.len && !read_measure(parts, count, cut.head, err)) return false;
        text = cut.tail;
    }
    return true;
}

bool lineage_add(struct db *db, struct arena *a, const struct author *author, const struct lineage_wish *w,
                 struct err *err)
{
    struct lineage_part *parts = arena_array(a, struct lineage_part, w->new_count);
    struct lineage_change c = {.old = w->old,
                               .day = w->from,
                               .parts = parts,
                               .len = w->new_count,
                               .existing = w->existing,
                               .source = w->source};
    if (!date_known(w->from)) return fail(err, ERR_LINEAGE_DAY);
    if (!read_shares(parts, w->new_count, a, w->share, err)) return false;
    for (size_t i = 0; i < w->new_count; i++) {
        parts[i].new = w->news[i];
        parts[i].part = w->part.len ? w->part : w->new_count == 1 && !w->share.len ? STR("whole") : STR("part");
    }
    return unit_lines_add(db, a, author, &c, err);
}
