/* SPDX-License-Identifier: Apache-2.0
 *
 * register_rank: who stands where in a register, by the rule of the register or of a file; the points of each weight
 * stand beside the sum, and the rule with its citation above.
 */
#include "register_rank.h"

#include "file.h"
#include "kind_read.h"
#include "register_cells.h"
#include "register_read.h"
#include "text.h"

static bool take_rule(struct register_ranking *out, struct cli *c, const struct register_def *d, struct err *err)
{
    struct str file = cli_text(c, "rule"), bytes;
    struct text text;
    *out = d->ranking;
    if (file.len)
        return file_read(&bytes, c->arena, file, KIND_BYTES_MOST, err) && text_make(&text, c->arena, bytes, err) &&
               register_ranking_read(out, c->arena, d, text.inside, file, err);
    return out->has || fail(err, ERR_KIND_LACKS, d->word, STR("{}"), STR("ranking"));
}

static bool wish_of(struct register_count_wish *w, struct cli *c, const struct register_def *d, struct err *err)
{
    struct register_units units;
    *w = (struct register_count_wish){.def = d, .last = cli_given(c, "to") ? cli_date(c, "to") : matter_day(c)};
    if (cli_given(c, "from")) w->first = cli_date(c, "from");
    if (!register_units_option(&units, c, d->word, err)) return false;
    w->units = units.at;
    w->unit_count = units.len;
    w->by_units = units.by;
    return true;
}

static struct rows *open_rows(struct cli *c, const struct register_def *d, const struct register_ranking *k)
{
    struct column *columns = arena_array(c->arena, struct column, k->by.len + k->weight_count + 2);
    size_t count = 0;
    columns[count++] = (struct column){"place", tr("Hạng"), COLUMN_NUMBER};
    for (size_t i = 0; i < k->by.len; i++) {
        const struct register_field *f = register_field_find(d, k->by.at[i]);
        columns[count++] = (struct column){str_copy_z(c->arena, k->by.at[i]),
                                           f ? str_copy_z(c->arena, f->field.name) : tr("Đơn vị"), 0};
    }
    columns[count++] = (struct column){"points", tr("Điểm"), COLUMN_NUMBER};
    columns[count++] = (struct column){"shares", tr("Vì"), 0};
    return cli_rows(c, columns, count);
}

/* "2 x 20 (bằng khen cấp tỉnh) + 1 x 5 (giấy khen)". */
static struct str shares_shown(struct cli *c, const struct register_ranking *k, const struct register_standing *s)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < k->weight_count; i++) {
        const struct register_share *share = &s->shares[i];
        if (!share->n) continue;
        if (b.len) buf_put(&b, STR(" + "));
        if (share->known)
            decimal_write_vi(&b, share->sum);
        else
            buf_put(&b, tr_text(c->lang, tr("chưa đủ số")));
        buf_put(&b, STR(" x "));
        decimal_write_vi(&b, k->weights[i].points);
        buf_put(&b, STR(" ("));
        buf_put(&b, k->weights[i].count.name);
        buf_char(&b, ')');
    }
    struct str text = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

static void put_standing(struct rows *r, struct cli *c, const struct register_def *d, const struct register_ranking *k,
                         const struct register_standing *s)
{
    if (s->place)
        rows_int(r, s->place);
    else
        rows_none_shown(r, tr_text(c->lang, tr("chưa xếp")));
    for (size_t i = 0; i < k->by.len; i++) {
        const struct register_field *f = register_field_find(d, k->by.at[i]);
        struct str value = s->values[i];
        rows_text_shown(r, value, f ? register_value_shown(c, f, value, false) : register_unit_name(c, value));
    }
    if (s->known)
        rows_decimal(r, s->points);
    else
        rows_none(r);
    rows_text(r, shares_shown(c, k, s));
    rows_end(r);
}

static void put_head(struct cli *c, const struct register_ranking *k, const struct register_count_wish *w)
{
    cli_put(c, "{1}\n", k->name);
    cli_put(c, tr("Quy tắc: {1}\n"), k->citation);
    if (k->time == REGISTER_STOCK)
        cli_put(c, tr("Vào ngày {1}\n"), matter_day_shown(c->arena, w->last));
    else if (date_known(w->first))
        cli_put(c, tr("Bắt đầu từ {1} đến {2}\n"), matter_day_shown(c->arena, w->first),
                matter_day_shown(c->arena, w->last));
    else
        cli_put(c, tr("Bắt đầu đến ngày {1}\n"), matter_day_shown(c->arena, w->last));
}

bool register_run_rank(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_ranking rule;
    struct register_count_wish w;
    struct register_standings all;
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) || !take_rule(&rule, c, &k.def, err) ||
        !wish_of(&w, c, &k.def, err) || !register_rank(&all, c->db, c->arena, &rule, &w, err))
        return false;
    if (c->format == FORMAT_TABLE) put_head(c, &rule, &w);
    struct rows *r = open_rows(c, &k.def, &rule);
    for (size_t i = 0; i < all.len; i++) put_standing(r, c, &k.def, &rule, &all.at[i]);
    rows_close(r);
    return true;
}
