/* SPDX-License-Identifier: Apache-2.0
 *
 * register_count: counts and sums of a register, by unit and by field.
 */
#include "register_count.h"
#include "register_cells.h"

struct counted {
    const struct register_def *def;
    const struct register_count *count; /* or NULL */
    struct word_list by;
};

static bool take_by(struct word_list *out, struct cli *c, const struct register_def *d, struct err *err)
{
    enum { BY_MOST = 4 };
    struct str rest = cli_text(c, "per");
    struct str *at = arena_array(c->arena, struct str, BY_MOST);
    *out = (struct word_list){at, 0};
    while (rest.len && out->len < BY_MOST) {
        struct str_cut cut = str_cut(rest, STR(","));
        struct str word = str_trim(cut.head);
        const struct register_field *f = register_field_find(d, word);
        if (!str_eq(word, STR("unit")) && (!f || f->shown != REGISTER_OPEN))
            return fail(err, ERR_REGISTER_NAME, word, d->word);
        at[out->len++] = word;
        rest = cut.tail;
    }
    return true;
}

static bool wish_of(struct register_count_wish *w, struct cli *c, const struct register_def *d, struct err *err)
{
    struct register_units units;
    struct str word = cli_text(c, "count");
    *w = (struct register_count_wish){.def = d, .count = word.len ? register_count_find(d, word) : NULL};
    if (word.len && !w->count) return fail(err, ERR_REGISTER_COUNT_UNKNOWN, d->word, word);
    w->last = cli_given(c, "to") ? cli_date(c, "to") : matter_day(c);
    if (cli_given(c, "from")) w->first = cli_date(c, "from");
    if (!register_units_option(&units, c, d->word, err) || !take_by(&w->by, c, d, err)) return false;
    w->units = units.at;
    w->unit_count = units.len;
    w->by_units = units.by;
    return true;
}

static struct str value_shown(struct cli *c, const struct register_def *d, struct str by, struct str value)
{
    const struct register_field *f = register_field_find(d, by);
    if (!value.len) return tr_text(c->lang, tr("(trống)"));
    return f ? register_value_shown(c, f, value, false) : register_unit_name(c, value);
}

static struct rows *open_rows(struct cli *c, const struct counted *k)
{
    struct column *columns = arena_array(c->arena, struct column, k->by.len + 3);
    size_t count = 0;
    for (size_t i = 0; i < k->by.len; i++) {
        const struct register_field *f = register_field_find(k->def, k->by.at[i]);
        columns[count++] = (struct column){str_copy_z(c->arena, k->by.at[i]),
                                           f ? str_copy_z(c->arena, f->field.name) : tr("Đơn vị"), 0};
    }
    columns[count++] = (struct column){"entries", tr("Số mục"), COLUMN_NUMBER};
    if (k->count && k->count->sum.len) {
        columns[count++] = (struct column){"sum", tr("Tổng"), COLUMN_NUMBER};
        columns[count++] = (struct column){"without", tr("Mục thiếu số"), COLUMN_NUMBER};
    }
    return cli_rows(c, columns, count);
}

static void put_group(struct rows *r, struct cli *c, const struct counted *k, const struct register_group *g,
                      bool hidden)
{
    for (size_t i = 0; i < k->by.len; i++)
        rows_text_shown(r, g->values[i], value_shown(c, k->def, k->by.at[i], g->values[i]));
    if (hidden)
        rows_none_shown(r, STR("<5"));
    else
        rows_int(r, (int64_t)g->n);
    if (k->count && k->count->sum.len) {
        if (hidden || !g->summed)
            rows_none_shown(r, hidden ? STR("…") : STR(""));
        else
            rows_decimal(r, g->sum);
        if (hidden)
            rows_none(r);
        else
            rows_int(r, (int64_t)g->without);
    }
    rows_end(r);
}

static void put_head(struct cli *c, const struct register_count_wish *w)
{
    const struct register_count *n = w->count;
    cli_put(c, "{1}: {2}\n", w->def->name, n ? n->name : tr_text(c->lang, tr("mọi mục có hiệu lực")));
    if (n && n->time == REGISTER_FLOW && date_known(w->first))
        cli_put(c, tr("Bắt đầu từ {1} đến {2}\n"), matter_day_shown(c->arena, w->first),
                matter_day_shown(c->arena, w->last));
    else if (n && n->time == REGISTER_FLOW)
        cli_put(c, tr("Bắt đầu đến ngày {1}\n"), matter_day_shown(c->arena, w->last));
    else
        cli_put(c, tr("Vào ngày {1}\n"), matter_day_shown(c->arena, w->last));
}

static void put_total(struct cli *c, const struct register_groups *groups, const bool *hidden, bool public_view)
{
    uint64_t all = 0, out = 0;
    for (size_t i = 0; i < groups->len; i++) {
        all += groups->at[i].n;
        out += hidden[i];
    }
    if (c->format == FORMAT_TABLE && groups->len > 1) cli_put(c, tr("Cộng: {1} mục\n"), cli_number(c, all));
    if (public_view && out)
        cli_note(c, tr("để công bố: {1} số nhỏ đã được ẩn (dưới 5, và số suy ra được từ chúng)"), cli_number(c, out));
}

bool register_run_count(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_count_wish w;
    struct register_groups groups;
    bool public_view = cli_flag(c, "public");
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) || !wish_of(&w, c, &k.def, err) ||
        !register_count(&groups, c->db, c->arena, &w, err))
        return false;
    bool *hidden = arena_array(c->arena, bool, groups.len);
    if (public_view) register_public(hidden, &groups);
    struct counted shown = {&k.def, w.count, w.by};
    if (c->format == FORMAT_TABLE) put_head(c, &w);
    struct rows *r = open_rows(c, &shown);
    for (size_t i = 0; i < groups.len; i++) put_group(r, c, &shown, &groups.at[i], hidden[i]);
    rows_close(r);
    put_total(c, &groups, hidden, public_view);
    return true;
}
