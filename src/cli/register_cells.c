/* SPDX-License-Identifier: Apache-2.0
 *
 * register_cells: see register_cells.h.
 */
#include "register_cells.h"

#include <stdlib.h>

static struct str copied(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

struct str register_id_shown(struct arena *a, struct register_id id)
{
    struct buf b = buf_make(16);
    if (id.n) register_id_write(&b, id);
    return copied(a, &b);
}

/* As the password of an outlet, it stands in the environment so that it is in no record and no history of commands. */
struct str register_secret_key(void)
{
    return str_of(getenv("DIEUHANH_SECRET_KEY"));
}

bool register_argument(struct known_register *out, struct cli *c, struct err *err)
{
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    return known_register(out, c->db, c->arena, c->args[1], err);
}

bool register_assignments(struct name_values *out, struct cli *c, size_t from, struct err *err)
{
    for (size_t i = from; i < c->arg_count; i++)
        if (!matter_assignment(vec_push(c->arena, out), c->args[i])) return fail(err, ERR_REGISTER_FORM, c->args[i]);
    return true;
}

static bool units_under(struct register_units *out, struct cli *c, struct str def, const struct looked_unit *upper,
                        struct err *err)
{
    struct str_list codes;
    if (!register_unit_codes(&codes, c->db, c->arena, def, err)) return false;
    struct str *at = arena_array(c->arena, struct str, codes.len);
    out->at = at;
    for (size_t i = 0; i < codes.len; i++) {
        struct looked_unit u;
        bool under;
        if (!unit_look_id(&u, c->db, c->arena, codes.at[i], err) ||
            !looked_lies_under(&under, &u, upper, c->db, c->arena, err))
            return false;
        if (under) at[out->len++] = codes.at[i];
    }
    return true;
}

bool register_units_option(struct register_units *out, struct cli *c, struct str def, struct err *err)
{
    struct looked_unit unit, under;
    bool has_unit, has_under;
    *out = (struct register_units){0};
    if (!matter_unit_option(&unit, &has_unit, c, "unit", err) ||
        !matter_unit_option(&under, &has_under, c, "under", err))
        return false;
    out->by = has_unit || has_under;
    if (has_under) return units_under(out, c, def, &under, err);
    if (!has_unit) return true;
    struct str *at = arena_array(c->arena, struct str, 1);
    *at = str_copy(c->arena, unit.id);
    out->at = at;
    out->len = 1;
    return true;
}

/* --- for eyes */

struct str register_state_shown(const struct cli *c, enum register_state s)
{
    switch (s) {
    case REGISTER_ENTRY_OPEN: return tr_text(c->lang, tr("đang mở"));
    case REGISTER_ENTRY_CLOSED: return tr_text(c->lang, tr("đã đóng"));
    case REGISTER_ENTRY_VOID: return tr_text(c->lang, tr("ghi sai"));
    case REGISTER_STATES: break;
    }
    return STR("");
}

struct str register_unit_name(struct cli *c, struct str id)
{
    struct looked_unit u;
    struct err ignored;
    return unit_look_id(&u, c->db, c->arena, id, &ignored) && u.id.len ? u.name : id;
}

static struct str masked(struct arena *a, struct str value)
{
    struct buf b = buf_make(SIZE_MAX);
    register_mask(&b, value);
    return copied(a, &b);
}

struct str register_value_shown(struct cli *c, const struct register_field *f, struct str value, bool revealed)
{
    struct date day;
    struct decimal d;
    struct buf b = buf_make(SIZE_MAX);
    if (!value.len) return value;
    if (f->shown == REGISTER_SECRET) return tr_text(c->lang, tr("(chỉ giữ mã băm)"));
    if (f->shown == REGISTER_MASKED && !revealed) return masked(c->arena, value);
    bool number = f->field.type == MATTER_FIELD_NUMBER || f->field.type == MATTER_FIELD_MONEY;
    if (number && decimal_read(&d, value)) {
        number_write(&b, d, c->lang);
        if (f->measure.len) buf_char(&b, ' ');
        buf_put(&b, f->measure);
        return copied(c->arena, &b);
    }
    if (f->field.type == MATTER_FIELD_DAY && date_read(&day, value)) return matter_day_shown(c->arena, day);
    if (f->field.type == MATTER_FIELD_UNIT) return register_unit_name(c, value);
    if (f->field.type == MATTER_FIELD_FLAG)
        return str_eq(value, STR("yes")) ? tr_text(c->lang, tr("có")) : tr_text(c->lang, tr("không"));
    return value;
}

static bool any_has(const struct register_entries *shown, struct str field)
{
    for (size_t i = 0; shown && i < shown->len; i++)
        if (register_entry_value(&shown->at[i], field).len) return true;
    return !shown;
}

void register_table_open(struct register_table *t, struct cli *c, const struct register_def *d,
                         const struct register_entries *shown, bool revealed)
{
    static const struct column BEFORE[] = {
        {"id", tr("Mục"), COLUMN_FIXED}, {"unit", NULL, COLUMN_DATA}, {"unit_name", tr("Đơn vị"), 0}};
    static const struct column AFTER[] = {
        {"from", tr("Từ ngày"), COLUMN_FIXED}, {"to", tr("Đến ngày"), COLUMN_FIXED}, {"state", tr("Tình trạng"), 0}};
    enum { FIRST = sizeof BEFORE / sizeof *BEFORE, LAST = sizeof AFTER / sizeof *AFTER };
    struct column *columns = arena_array(c->arena, struct column, FIRST + d->field_count + LAST);
    memcpy(columns, BEFORE, sizeof BEFORE);
    for (size_t i = 0; i < d->field_count; i++) {
        const struct kind_field *f = &d->fields[i].field;
        bool number = f->type == MATTER_FIELD_NUMBER || f->type == MATTER_FIELD_MONEY;
        bool eyes = d->fields[i].shown != REGISTER_SECRET && any_has(shown, f->word);
        unsigned flags = (eyes ? 0u : COLUMN_DATA) | (number ? COLUMN_NUMBER : 0u);
        columns[FIRST + i] = (struct column){str_copy_z(c->arena, f->word), str_copy_z(c->arena, f->name), flags};
    }
    memcpy(columns + FIRST + d->field_count, AFTER, sizeof AFTER);
    *t = (struct register_table){d, cli_rows(c, columns, FIRST + d->field_count + LAST), revealed};
}

static void value_cell(struct register_table *t, struct cli *c, const struct register_field *f, struct str value)
{
    struct decimal d;
    struct rows *r = t->rows;
    struct str shown = register_value_shown(c, f, value, t->revealed);
    bool number = f->field.type == MATTER_FIELD_NUMBER || f->field.type == MATTER_FIELD_MONEY;
    bool hidden = f->shown == REGISTER_MASKED && !t->revealed;
    if (!value.len || f->shown == REGISTER_SECRET)
        rows_none(r);
    else if (hidden)
        rows_text(r, shown);
    else if (number && decimal_read(&d, value))
        rows_decimal_shown(r, d, shown);
    else
        rows_text_shown(r, value, shown);
}

static void day_or_none(struct rows *r, struct date d)
{
    if (date_known(d))
        day_cell(r, d);
    else
        rows_none(r);
}

void register_table_row(struct register_table *t, struct cli *c, const struct register_entry *e)
{
    struct rows *r = t->rows;
    rows_text(r, register_id_shown(c->arena, e->id));
    rows_text(r, e->unit);
    rows_text(r, register_unit_name(c, e->unit));
    for (size_t i = 0; i < t->def->field_count; i++)
        value_cell(t, c, &t->def->fields[i], register_entry_value(e, t->def->fields[i].field.word));
    day_or_none(r, e->from);
    day_or_none(r, e->to);
    rows_text_shown(r, register_state_word(e->state), register_state_shown(c, e->state));
    rows_end(r);
}
