/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_search: words in the statements and documents of the record, with or without marks. The words found stand between
 * «».
 */
#include "search.h"

#include "record_cells.h"

static const struct column COLUMNS[] = {
    {"document", NULL, COLUMN_DATA}, {"file", NULL, COLUMN_DATA}, {"statement", NULL, COLUMN_DATA},
    {"start", NULL, COLUMN_DATA},    {"end", NULL, COLUMN_DATA},  {"words", NULL, COLUMN_DATA},
};

/* For eyes: where, and on a second line the words. */
static void show(struct cli *c, const struct search_hit *hit)
{
    struct buf b = buf_make(1 << 20);
    bool lit = hit->last > hit->first;
    document_id_write(c->out, hit->document);
    if (hit->statement.n) {
        buf_char(c->out, ' ');
        statement_id_write(c->out, hit->statement);
    }
    buf_put(c->out, STR("  "));
    cli_put_words(c, hit->document_name);
    buf_put(c->out, STR("\n    "));
    buf_put(&b, str_part(hit->words, 0, hit->first));
    if (lit) buf_put(&b, STR("«"));
    buf_put(&b, str_part(hit->words, hit->first, hit->last));
    if (lit) buf_put(&b, STR("»"));
    buf_put(&b, str_from(hit->words, hit->last));
    cli_put_words(c, buf_str(&b));
    buf_char(c->out, '\n');
    buf_free(&b);
}

static void put_row(struct rows *r, const struct search_hit *hit)
{
    document_id_cell(r, hit->document);
    rows_text(r, hit->document_name);
    statement_id_cell(r, hit->statement);
    rows_int(r, hit->span.start);
    rows_int(r, hit->span.end);
    rows_text(r, hit->words);
    rows_end(r);
}

static bool put_all(struct cli *c, const struct search_result *result, struct err *err)
{
    bool eyes = c->format == FORMAT_TABLE, ok = true;
    struct rows *r = eyes ? NULL : cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; ok && i < result->len; i++) {
        if (eyes)
            show(c, &result->at[i]);
        else
            put_row(r, &result->at[i]);
        ok = cli_drain(c, err);
    }
    if (!eyes) rows_close(r);
    return ok;
}

static bool run(struct cli *c, struct err *err)
{
    struct search_result result;
    struct buf typed = buf_make(1 << 20);
    for (size_t i = 0; i < c->arg_count; i++) {
        if (i) buf_char(&typed, ' ');
        buf_put(&typed, c->args[i]);
    }
    struct str words = str_copy(c->arena, buf_str(&typed));
    buf_free(&typed);
    if (!search_record(&result, c->db, c->arena, words, cli_count(c, "limit"), err)) return false;
    if (!result.len) cli_note(c, tr("không tìm thấy"));
    return put_all(c, &result, err);
}

static const struct option_spec OPTIONS[] = {
    {"limit", 'n', OPTION_COUNT, tr("SỐ"), .fallback = "20",
     .help = tr("in nhiều nhất chừng ấy phát biểu và chừng ấy đoạn")},
    {0},
};

const struct command cmd_search = {
    .name = "search",
    .summary = tr("tìm từ trong mọi tài liệu và phát biểu, có dấu hay không dấu"),
    .usage = {tr("[TÙY CHỌN] TỪ...")},
    .about = tr("Mọi từ đều phải có; các từ trong ngoặc kép phải đứng liền nhau."),
    .options = OPTIONS,
    .examples = {{"dieuhanh search thu ngan sach", tr("không cần gõ dấu")},
                 {"dieuhanh search '\"giải ngân\" đầu tư công'", tr("hai từ đầu phải đứng liền nhau")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
