/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_debug: hidden commands for tests and support: one expression a line on standard input, one answer a line.
 *
 *     dieuhanh debug quantity   "hai mươi tư" -> 24        "1,2 nghìn tỷ đồng" -> 1200000000000<TAB>VND
 *     dieuhanh debug period     "6 tháng đầu năm" -> 2023-H1
 *     dieuhanh debug tokens     what the scanner makes of the line
 *
 * and, without input, the table of pages of the web site, from which tests make what each role must be answered:
 *
 *     dieuhanh debug pages      method, path, who, right, about, again, writes; TAB between them
 */
#include "command.h"

#include "file.h"
#include "page.h"
#include "quantity.h"
#include "text.h"
#include "when.h"

enum { INPUT_MOST = 256 * 1024 * 1024 };

static const struct option_spec OPTIONS[] = {
    {.name = "date",
     .type = OPTION_DATE,
     .value = tr("NGÀY"),
     .help = tr("ngày của văn bản, khi trong văn bản không ghi")},
    {0},
};

static const struct command_word WORDS[] = {
    {"quantity", tr("số lượng: số, đơn vị, khoảng, phân số")},
    {"period", tr("thời gian: kỳ mà chữ nói đến")},
    {"tokens", tr("các mảnh của dòng như bộ quét thấy")},
    {"pages", tr("bảng các trang trên mạng: ai được vào")},
    {0},
};

static void put_quantity(struct cli *c, struct arena *a, struct str line)
{
    struct quantity q;
    if (!quantity_of_line(&q, a, line)) {
        buf_put(c->out, STR("none\n"));
        return;
    }
    decimal_write_short(c->out, q.value);
    if (q.has_max) {
        buf_put(c->out, STR(".."));
        decimal_write_short(c->out, q.max);
    }
    if (q.has_of) {
        buf_char(c->out, '/');
        decimal_write_short(c->out, q.of);
    }
    if (q.unit.len) {
        buf_char(c->out, '\t');
        buf_put(c->out, q.unit);
    }
    buf_char(c->out, '\n');
}

static void put_period(struct cli *c, struct arena *a, struct str line)
{
    struct period p;
    if (when_of_line(&p, a, line, cli_date(c, "date")))
        period_write(c->out, p);
    else
        buf_put(c->out, STR("none"));
    buf_char(c->out, '\n');
}

static void put_tokens(struct cli *c, struct arena *a, struct str line)
{
    struct tokens ts = {0};
    tokens_scan(&ts, a, line, 0, (uint32_t)line.len);
    for (size_t i = 0; i + 1 < ts.len; i++) {
        if (i) buf_char(c->out, ' ');
        buf_format(c->out, "%u:%u:%u:", ts.at[i].kind, ts.at[i].phrase_len, ts.at[i].flags);
        buf_put(c->out, token_text(&ts, i));
    }
    buf_char(c->out, '\n');
}

static void put_cell(struct cli *c, const char *text)
{
    buf_char(c->out, '\t');
    buf_put(c->out, str_of(text));
}

static bool put_pages(struct cli *c)
{
    static const char *const METHODS[] = {"GET", "HEAD", "POST"};
    static const char *const NEEDS[] = {"anyone", "second", "link", "self", "signed_in"};
    static const char *const ABOUT[] = {"field", "whole", "answer", "figure", "matter", "document"};
    size_t count;
    const struct page *const *pages = pages_all(&count);
    for (size_t i = 0; i < count; i++) {
        const struct page *p = pages[i];
        unsigned right = p->right ? p->right : MAY_READ;
        buf_put(c->out, str_of(METHODS[p->method]));
        put_cell(c, p->path);
        put_cell(c, NEEDS[p->needs]);
        buf_char(c->out, '\t');
        buf_put(c->out, p->needs == NEEDS_SIGNED_IN ? rights_words(c->arena, right) : STR("-"));
        put_cell(c, p->needs == NEEDS_SIGNED_IN ? ABOUT[p->about] : "-");
        put_cell(c, p->again ? "again" : "-");
        put_cell(c, p->writes ? "writes" : "-");
        buf_char(c->out, '\n');
    }
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str input;
    if (str_eq(c->args[0], STR("pages"))) return put_pages(c);
    void (*put)(struct cli *, struct arena *, struct str) = str_eq(c->args[0], STR("quantity")) ? put_quantity
                                                            : str_eq(c->args[0], STR("period")) ? put_period
                                                                                                : put_tokens;
    if (!file_read(&input, c->arena, STR("-"), INPUT_MOST, err)) return false;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = true;
    while (input.len && ok) {
        struct str_cut cut = str_cut(input, STR("\n"));
        struct text text;
        struct arena_mark mark = arena_mark(a);
        if (text_make(&text, a, cut.head, err))
            put(c, a, text.inside);
        else
            buf_put(c->out, STR("none\n"));
        arena_reset(a, mark);
        input = cut.tail;
        ok = cli_drain(c, err);
    }
    arena_close(a);
    return ok;
}

const struct command cmd_debug = {
    .name = "debug",
    .summary = tr("các lệnh để thử nghiệm và hỗ trợ"),
    .usage = {"quantity", "period --date 2023-07-13", "tokens", "pages"},
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"echo 'hai mươi tư' | dieuhanh debug quantity", tr("in 24")}},
    .arguments_min = 1,
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .hidden = true,
    .run = run,
};
