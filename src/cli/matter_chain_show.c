/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chain_show: the way from a resolution down to tasks: `chain SYMBOL` as a tree with sums and rates, `chain
 * list` (documents alone), `chain add` and `chain drop`.
 */
#include "matter_cells.h"

#include "budget_look.h"
#include "matter_chain.h"
#include "origin_document.h"
#include "said.h"

static struct str document_shown(struct arena *a, struct document_id id)
{
    struct buf b = buf_make(16);
    document_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static const struct column COLUMNS[] = {
    {"node", tr("Văn bản, lĩnh vực, việc"), COLUMN_KEEP},
    {"depth", NULL, COLUMN_DATA},
    {"sort", NULL, COLUMN_DATA},
    {"document", NULL, COLUMN_DATA},
    {"basis", NULL, COLUMN_DATA},
    {"matter", NULL, COLUMN_DATA},
    {"number", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},
    {"state", tr("Trạng thái"), 0},
    {"due", tr("Hạn"), COLUMN_FIXED},
    {"verdict", tr("So với hạn"), 0},
    {"all", tr("Việc"), COLUMN_NUMBER},
    {"done", tr("Xong"), COLUMN_NUMBER},
    {"late", tr("Quá hạn"), COLUMN_NUMBER},
    {"rate_in_time", tr("Đúng hạn / có hạn đã xong"), COLUMN_NUMBER},
    {"rate_in_time_of", NULL, COLUMN_DATA},
    {"rate_late", tr("Quá hạn / chưa xong"), COLUMN_NUMBER},
    {"rate_late_of", NULL, COLUMN_DATA},
};

/* "Kế hoạch 232/KH-UBND (UBND quận Bình Tân, 5/6/2023): tên" */
static struct str document_words(struct arena *a, const struct chain_node *n)
{
    struct buf b = buf_make(SIZE_MAX);
    struct symbol s;
    const struct kept_origin_document *d = n->document;
    struct str symbol = d ? d->symbol : n->key;
    if (symbol_read(&s, symbol) && s.kind_name.len) {
        buf_put(&b, s.kind_name);
        buf_char(&b, ' ');
    }
    buf_put(&b, symbol);
    if (d && (d->issuer.len || date_known(d->day))) {
        buf_put(&b, STR(" ("));
        buf_put(&b, d->issuer);
        if (d->issuer.len && date_known(d->day)) buf_put(&b, STR(", "));
        buf_put(&b, matter_day_shown(a, d->day));
        buf_char(&b, ')');
    }
    if (d && d->name.len) {
        buf_put(&b, STR(": "));
        buf_put(&b, d->name);
    }
    struct str words = str_copy(a, buf_str(&b));
    buf_free(&b);
    return words;
}

static struct str node_words(struct cli *c, const struct chain_node *n)
{
    const struct kept_matter *m = &n->row.matter;
    switch (n->sort) {
    case CHAIN_DOCUMENT: return document_words(c->arena, n);
    case CHAIN_FIELD: return n->field.len ? n->field : tr_text(c->lang, tr("(chưa nêu lĩnh vực)"));
    case CHAIN_MATTER: break;
    }
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, matter_id_shown(c->arena, m->id));
    buf_char(&b, ' ');
    buf_put(&b, m->title);
    struct str words = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return words;
}

enum { DEPTH_MOST = 12 };

static struct str indented(struct cli *c, struct str words, unsigned depth)
{
    struct buf b = buf_make(SIZE_MAX);
    cli_indent(&b, depth < DEPTH_MOST ? (int)depth : DEPTH_MOST, 2);
    buf_put(&b, words);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_rate(struct cli *c, struct rows *r, struct matter_rate rate)
{
    struct decimal percent;
    if (!rate.whole || !decimal_div(&percent, DECIMAL_INT((int64_t)rate.part * 100), DECIMAL_INT((int64_t)rate.whole),
                                    1, ROUND_HALF_UP))
        rows_none_shown(r, STR("–"));
    else
        rows_decimal_shown(r, percent, matter_rate_shown(c, rate.part, rate.whole, percent));
    rows_int(r, (int64_t)rate.whole);
}

static void put_matter_cells(struct cli *c, struct rows *r, const struct chain_node *n)
{
    const struct board_matter *row = &n->row;
    rows_text(r, row->unit_name);
    rows_text_shown(r, row->matter.state, c->lang == LANG_VI ? row->state_name : row->matter.state);
    rows_text_shown(r, date_known(row->matter.due_day) ? date_text(c->arena, row->matter.due_day) : STR(""),
                    matter_day_shown(c->arena, row->matter.due_day));
    matter_style(r, row->verdict);
    rows_text_shown(r, matter_verdict_word(row->verdict), matter_verdict_shown(c, row->verdict));
}

static void put_sums(struct cli *c, struct rows *r, const struct chain_node *n)
{
    const struct matter_sum *s = &n->sum;
    rows_int(r, (int64_t)s->all);
    rows_int(r, (int64_t)s->groups[MATTER_DONE]);
    rows_int(r, (int64_t)s->of[MATTER_LATE]);
    put_rate(c, r, matter_rate_in_time(s));
    put_rate(c, r, matter_rate_late(s));
}

static void put_node(struct cli *c, struct rows *r, const struct chain_node *n)
{
    static const struct str SORTS[] = {STR_INIT("document"), STR_INIT("area"), STR_INIT("matter")};
    bool matter = n->sort == CHAIN_MATTER, leaf = matter && n->sum.all == 1;
    if (n->sort == CHAIN_DOCUMENT) rows_style(r, STYLE_HEAD);
    rows_text_shown(r, node_words(c, n), indented(c, node_words(c, n), n->depth));
    rows_int(r, n->depth);
    rows_text(r, SORTS[n->sort]);
    rows_text(r, n->sort == CHAIN_DOCUMENT ? n->document ? n->document->symbol : n->key : STR(""));
    rows_text(r, n->document ? n->document->basis : STR(""));
    rows_text(r, matter ? matter_id_shown(c->arena, n->row.matter.id) : STR(""));
    rows_text(r, matter ? n->row.matter.number : STR(""));
    if (matter)
        put_matter_cells(c, r, n);
    else
        for (int i = 0; i < 4; i++) rows_text(r, STR(""));
    if (leaf)
        for (int i = 0; i < 7; i++) rows_none(r); /* it is its own sum */
    else
        put_sums(c, r, n);
    rows_end(r);
}

static bool tree(struct cli *c, struct str document, bool documents_only, struct err *err)
{
    struct chain chain;
    struct chain_wish w = {.document = document, .kind = matter_kind_option(c), .on = matter_day(c)};
    if (!known_on_open(c, DB_READ, err) || !matter_chain(&chain, c->db, c->arena, &w, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    bool ok = true;
    for (size_t i = 0; ok && i < chain.len; i++) {
        if (documents_only && chain.at[i].sort != CHAIN_DOCUMENT) continue;
        put_node(c, r, &chain.at[i]);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    if (ok && !chain.len) cli_note(c, tr("chưa có văn bản giao việc nào"));
    return ok;
}

/* --- what was read */

static const struct column READ_COLUMNS[] = {
    {"document", tr("Văn bản"), COLUMN_FIXED},
    {"basis", tr("Triển khai"), COLUMN_FIXED},
    {"issuer", tr("Cơ quan ban hành"), 0},
    {"day", tr("Ngày"), COLUMN_FIXED},
    {"about", tr("Về việc"), COLUMN_KEEP},
    {"source", tr("Tài liệu"), COLUMN_FIXED},
    {"file", NULL, COLUMN_DATA},
    {"known", tr("Đã có"), COLUMN_FIXED},
};

static bool proposals(struct cli *c, struct err *err)
{
    struct chain_reads all;
    if (!known_on_open(c, DB_READ, err) || !chain_proposals(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(READ_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct chain_read *p = &all.at[i];
        rows_text(r, p->said.symbol);
        rows_text(r, p->said.basis);
        rows_text(r, p->said.issuer);
        rows_text_shown(r, date_known(p->said.day) ? date_text(c->arena, p->said.day) : STR(""),
                        matter_day_shown(c->arena, p->said.day));
        rows_text(r, p->said.name);
        document_id_cell(r, p->document);
        rows_text(r, p->file);
        rows_bool(r, p->known);
        rows_end(r);
    }
    rows_close(r);
    cli_note(c, all.len
                    ? tr("đưa vào chuỗi bằng «dieuhanh task chain add VĂN BẢN»; không nêu gì thêm thì lấy như đã đọc")
                    : tr("chưa đọc được văn bản nào triển khai văn bản khác"));
    return true;
}

/* What was not typed is as the documents say, where the record has not got this one yet. */
static bool take_read(struct kept_origin_document *d, struct document_id *from, struct cli *c, struct err *err)
{
    struct chain_reads all;
    struct kept_origin_documents known;
    struct buf b = buf_make(SIZE_MAX);
    bool has = origin_document_key(&b, d->symbol);
    struct str key = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    *from = (struct document_id){0};
    if (!has) return true; /* chain_set says what is wrong */
    if (!origin_document_rows(&known, c->db, c->arena, err) || !chain_proposals(&all, c->db, c->arena, err))
        return false;
    const struct kept_origin_document *old = origin_document_find(&known, key);
    if (old && old->used) return true;
    for (size_t i = 0; i < all.len && !from->n; i++) {
        const struct chain_read *p = &all.at[i];
        if (!str_eq(p->said.key, key)) continue;
        *from = p->document;
        if (!d->issuer.len) d->issuer = p->said.issuer;
        if (!date_known(d->day)) d->day = p->said.day;
        if (!d->basis.len) d->basis = p->said.basis;
    }
    return true;
}

static bool set(struct cli *c, bool used, struct err *err)
{
    struct author author;
    struct document_id from = {0};
    struct kept_origin_document kept;
    struct kept_origin_document d = {.symbol = c->arg_count > 2 ? str_trim(c->args[2]) : STR(""),
                                     .name = str_trim(cli_text(c, "title")),
                                     .issuer = str_trim(cli_text(c, "issuer")),
                                     .day = cli_date(c, "on"),
                                     .basis = str_trim(cli_text(c, "basis")),
                                     .used = used};
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > 3) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[3]);
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) || (used && !take_read(&d, &from, c, err)) ||
        !chain_set(&kept, c->db, c->arena, &author, &d, err))
        return false;
    if (!used)
        cli_note(c, tr("đã đưa {1} ra khỏi chuỗi văn bản"), kept.symbol);
    else if (kept.basis.len)
        cli_note(c, tr("đã ghi {1}, triển khai {2}"), kept.symbol, kept.basis);
    else
        cli_note(c, tr("đã ghi {1}"), kept.symbol);
    if (from.n) cli_note(c, tr("điều chưa nêu lấy theo tài liệu {1}"), document_shown(c->arena, from));
    return true;
}

bool matter_run_chain(struct cli *c, struct err *err)
{
    struct str what = c->arg_count > 1 ? c->args[1] : STR("");
    if (str_eq(what, STR("add"))) return set(c, true, err);
    if (str_eq(what, STR("drop"))) return set(c, false, err);
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (str_eq(what, STR("proposals"))) return proposals(c, err);
    bool listed = str_eq(what, STR("list"));
    return tree(c, listed ? STR("") : str_trim(what), listed, err);
}
