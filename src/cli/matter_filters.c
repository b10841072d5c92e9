/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_filters: what lists are asked for, under a name: `filter save`, `filter list`, `filter drop`, and the option
 * --filter, which says the options of the filter as if they had been typed. What is typed beside it goes before.
 *
 * Units are kept by their ids, so that a filter means the same when other units get that name. A flag is kept as "yes".
 */
#include "matter_cells.h"

#include "matter_filter.h"
#include "options.h"
#include "petition.h"

static const char *const KEPT[] = {"kind",  "unit",  "under", "person",   "giver",  "follower", "state",
                                   "group", "clock", "text",  "due-from", "due-to", "soon",     "all"};

static bool is_unit(const char *name)
{
    return str_eq(str_of(name), STR("unit")) || str_eq(str_of(name), STR("under"));
}

static bool asked_of(struct name_values *out, struct cli *c, struct err *err)
{
    *out = (struct name_values){0};
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++) {
        const struct option_value *v = options_find(c->values, c->value_count, str_of(KEPT[i]));
        struct looked_unit unit;
        bool given;
        if (!v || !v->given) continue;
        struct str value = v->spec->type == OPTION_FLAG ? STR("yes") : str_trim(v->text);
        if (is_unit(KEPT[i])) {
            if (!matter_unit_option(&unit, &given, c, KEPT[i], err)) return false;
            value = unit.id;
        }
        if (value.len) *vec_push(c->arena, out) = (struct name_value){str_of(KEPT[i]), value};
    }
    return true;
}

/* The kind of `task` and `dossier` goes by the command, so a filter of theirs works with `matter` too. */
static void add_kind(struct name_values *asked, struct cli *c)
{
    struct str kind = matter_kind_option(c);
    if (asked->len && kind.len && !name_value_find(asked, STR("kind")))
        *vec_push(c->arena, asked) = (struct name_value){STR("kind"), kind};
}

/* "--clock late --unit phường Bến Thành" */
static struct str asked_shown(struct cli *c, const struct name_values *asked)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < asked->len; i++) {
        const struct name_value *v = &asked->at[i];
        bool unit = str_eq(v->name, STR("unit")) || str_eq(v->name, STR("under"));
        if (i) buf_char(&b, ' ');
        buf_put(&b, STR("--"));
        buf_put(&b, v->name);
        if (str_eq(v->name, STR("all"))) continue;
        buf_char(&b, ' ');
        buf_put(&b, unit ? matter_value_shown(c, STR("unit"), v->value) : v->value);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Nobody loses a filter by giving its name once more, unless he says so. */
static bool is_free(struct cli *c, const struct kept_filter *f, struct err *err)
{
    struct kept_filters all;
    if (cli_flag(c, "replace")) return true;
    if (!filter_rows(&all, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_filter *one = &all.at[i];
        if (one->used && str_eq(one->owner, f->owner) && str_eq(one->name, f->name))
            return fail(err, ERR_FILTER_EXISTS, f->name, asked_shown(c, &one->asked));
    }
    return true;
}

static bool set(struct cli *c, bool used, struct err *err)
{
    struct author author;
    struct kept_filter f = {.used = used};
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > 3) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[3]);
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) || (used && !asked_of(&f.asked, c, err)))
        return false;
    if (used) add_kind(&f.asked, c);
    f.name = str_trim(c->args[2]);
    f.owner = cli_flag(c, "shared") ? STR("") : c->by;
    if (used && !is_free(c, &f, err)) return false;
    if (!filter_set(c->db, c->arena, &author, &f, err)) return false;
    cli_note(c, used ? tr("đã lưu bộ lọc «{1}»; dùng bằng --filter") : tr("đã bỏ bộ lọc «{1}»"), f.name);
    return true;
}

static const struct column COLUMNS[] = {
    {"filter", tr("Bộ lọc"), COLUMN_FIXED},
    {"owner", tr("Của ai"), 0},
    {"asked", tr("Điều kiện"), 0},
};

static bool list(struct cli *c, struct err *err)
{
    struct kept_filters all;
    size_t shown = 0;
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (!known_on_open(c, DB_READ, err) || !filter_rows(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_filter *f = &all.at[i];
        if (!f->used || (f->owner.len && !str_eq(f->owner, c->by) && !cli_flag(c, "all"))) continue;
        rows_text(r, f->name);
        rows_text_shown(r, f->owner, f->owner.len ? f->owner : tr_text(c->lang, tr("dùng chung")));
        rows_json(r, matter_fields_text(c->arena, &f->asked), asked_shown(c, &f->asked));
        rows_end(r);
        shown++;
    }
    rows_close(r);
    if (!shown) cli_note(c, tr("chưa có bộ lọc nào"));
    return true;
}

bool matter_run_filter(struct cli *c, struct err *err)
{
    struct str what = c->arg_count > 1 ? c->args[1] : STR("");
    if (str_eq(what, STR("save"))) return set(c, true, err);
    if (str_eq(what, STR("drop"))) return set(c, false, err);
    if (str_eq(what, STR("list"))) return list(c, err);
    if (!what.len) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    return fail(err, ERR_WORD_UNKNOWN, what, STR("filter"), STR("save, list, drop"));
}

/* A command that lists some kinds only must not show others because a filter says so. */
static bool kind_within(struct cli *c, const struct kept_filter *f, struct name_value asked, struct err *err)
{
    struct known_kinds kinds;
    if (!matter_of_voice(c) || !str_eq(asked.name, STR("kind"))) return true;
    if (!petition_kinds(&kinds, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < kinds.len; i++)
        if (str_eq(kinds.at[i].kind.word, asked.value)) return true;
    return fail(err, ERR_FILTER_KINDS, f->name, asked.value, str_of(c->command->name));
}

bool matter_filter_option(struct cli *c, struct err *err)
{
    struct kept_filter f;
    if (!cli_given(c, "filter")) return true;
    if (!filter_load(&f, c->db, c->arena, c->by, str_trim(cli_text(c, "filter")), err)) return false;
    struct option_value *values = arena_array(c->arena, struct option_value, c->value_count);
    for (size_t i = 0; i < c->value_count; i++) values[i] = c->values[i];
    for (size_t i = 0; i < f.asked.len; i++) {
        const struct option_value *found = options_find(values, c->value_count, f.asked.at[i].name);
        if (!found) { /* --kind, of a command that has its kind by its name */
            struct str kind = matter_kind_option(c);
            if (str_eq(f.asked.at[i].value, kind)) continue;
            return fail(err, ERR_FILTER_KINDS, f.name, f.asked.at[i].value, kind);
        }
        if (!kind_within(c, &f, f.asked.at[i], err)) return false;
        struct option_value *v = &values[found - values];
        if (!v->given && !options_set(v, c->arena, c->command, f.asked.at[i].value, err)) return false;
    }
    c->values = values;
    return true;
}
