/* SPDX-License-Identifier: Apache-2.0
 *
 * task_report_write: a report of tasks as Markdown and as one HTML page, in the parts that reports of offices have:
 * results, what was reached, limits, causes, proposals, a list of what is late; the checkpoint in the foot, as report.h
 * has it. Both are written by the same walk: only what a paragraph, a table, an item is differs.
 */
#include "buf.h"
#include "decimal.h"
#include "html_write.h"
#include "markdown_write.h"
#include "rows.h"
#include "task_report.h"

static const struct str TITLE = STR_INIT("Báo cáo kết quả thực hiện nhiệm vụ được giao");
static const struct str WITNESS = STR_INIT(
    "Mốc kiểm tra của kho số liệu khi lập báo cáo; về sau «dieuhanh verify --checkpoint» đối chiếu được với mốc này:");
static const char CSS[] =
    "body{font:16px/1.5 serif;max-width:64em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;text-align:left}"
    "td.so{text-align:right;font-variant-numeric:tabular-nums}th{background:#f2f2f2}li{margin:.4em 0}"
    "code{font-size:.85em;color:#555}";

enum { CELLS_MOST = 12 };

struct paper {
    struct buf *out;
    struct html_writer *html; /* NULL: Markdown */
    struct arena *arena;
    const struct task_report *report;
    bool in_list;
};

/* --- both forms */

static void end_list(struct paper *p)
{
    if (p->in_list && p->html) html_close(p->html);
    if (p->in_list && !p->html) buf_char(p->out, '\n');
    p->in_list = false;
}

static void put_head(struct paper *p, const char *element, const char *marks, struct str text)
{
    end_list(p);
    if (p->html) {
        html_element(p->html, element, text);
        return;
    }
    buf_put_z(p->out, marks);
    buf_char(p->out, ' ');
    markdown_text(p->out, text);
    buf_put(p->out, STR("\n\n"));
}

static void put_text(struct paper *p, struct str text)
{
    end_list(p);
    if (p->html) {
        html_element(p->html, "p", text);
        return;
    }
    markdown_text(p->out, text);
    buf_put(p->out, STR("\n\n"));
}

static void put_item(struct paper *p, struct str text, struct str from)
{
    if (p->html) {
        if (!p->in_list) html_open(p->html, "ul");
        html_open(p->html, "li");
        html_text(p->html, text);
        html_text(p->html, STR(" "));
        if (from.len) html_element(p->html, "code", from);
        html_close(p->html);
    } else {
        buf_put(p->out, STR("- "));
        markdown_text(p->out, text);
        if (from.len) buf_char(p->out, ' ');
        markdown_text(p->out, from);
        buf_char(p->out, '\n');
    }
    p->in_list = true;
}

struct table_cells {
    struct str of[CELLS_MOST];
    size_t count, texts; /* the first ones are words, the others numbers */
};

static void table_begin(struct paper *p, const struct table_cells *heads)
{
    end_list(p);
    if (!p->html) {
        buf_char(p->out, '|');
        for (size_t i = 0; i < heads->count; i++) {
            buf_char(p->out, ' ');
            markdown_text(p->out, heads->of[i]);
            buf_put(p->out, STR(" |"));
        }
        buf_put(p->out, STR("\n|"));
        for (size_t i = 0; i < heads->count; i++) buf_put(p->out, i < heads->texts ? STR("---|") : STR("---:|"));
        buf_char(p->out, '\n');
        return;
    }
    html_open(p->html, "table");
    html_open(p->html, "thead");
    html_open(p->html, "tr");
    for (size_t i = 0; i < heads->count; i++) html_element(p->html, "th", heads->of[i]);
    html_close(p->html);
    html_close(p->html);
    html_open(p->html, "tbody");
}

static void table_row(struct paper *p, const struct table_cells *row)
{
    if (!p->html) buf_char(p->out, '|');
    if (p->html) html_open(p->html, "tr");
    for (size_t i = 0; i < row->count; i++) {
        if (!p->html) {
            buf_char(p->out, ' ');
            markdown_text(p->out, row->of[i]);
            buf_put(p->out, STR(" |"));
            continue;
        }
        html_open(p->html, "td");
        if (i >= row->texts) html_attribute(p->html, "class", STR("so"));
        html_text(p->html, row->of[i]);
        html_close(p->html);
    }
    if (!p->html) buf_char(p->out, '\n');
    if (p->html) html_close(p->html);
}

static void table_end(struct paper *p)
{
    if (!p->html) buf_char(p->out, '\n');
    if (!p->html) return;
    html_close(p->html);
    html_close(p->html);
}

/* --- words */

static struct str made(struct paper *p, struct buf *b)
{
    struct str s = str_copy(p->arena, buf_str(b));
    buf_free(b);
    return s;
}

static void put_count(struct buf *b, uint64_t n)
{
    number_write(b, DECIMAL_INT((int64_t)n), LANG_VI);
}

static struct str count_of(struct paper *p, uint64_t n)
{
    struct buf b = buf_make(40);
    put_count(&b, n);
    return made(p, &b);
}

/* "12/15 (80 %)"; "–" where there is nothing to divide by. */
static struct str rate_of(struct paper *p, struct matter_rate r)
{
    struct decimal percent;
    struct buf b = buf_make(100);
    if (!r.whole ||
        !decimal_div(&percent, DECIMAL_INT((int64_t)r.part * 100), DECIMAL_INT((int64_t)r.whole), 1, ROUND_HALF_UP))
        return STR("–");
    put_count(&b, r.part);
    buf_char(&b, '/');
    put_count(&b, r.whole);
    buf_put(&b, STR(" ("));
    number_write(&b, percent, LANG_VI);
    buf_put(&b, STR(" %)"));
    return made(p, &b);
}

static void put_day(struct buf *b, struct date d)
{
    buf_format(b, "%d/%d/%d", d.day, d.month, d.year);
}

static struct str days_words(struct paper *p)
{
    const struct task_report *r = p->report;
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, r->unit_name.len ? r->unit_name : STR("Tất cả các đơn vị"));
    buf_put(&b, STR(", "));
    buf_put(&b, r->period);
    buf_put(&b, STR("; số liệu từ ngày "));
    put_day(&b, r->days.first);
    buf_put(&b, STR(" đến ngày "));
    put_day(&b, r->days.last);
    if (r->law_window) buf_put(&b, STR(" (thời gian chốt số liệu theo Nghị định 09/2019/NĐ-CP, Điều 12)"));
    buf_put(&b, STR("; tình trạng tính đến ngày "));
    put_day(&b, r->on);
    buf_char(&b, '.');
    return made(p, &b);
}

struct clause {
    const char *before, *after;
    uint64_t n;
    bool always;
};

/* "tổng số 12 nhiệm vụ, trong đó 3 nhiệm vụ kỳ trước chuyển sang": what is 0 is left out where it may be. */
static struct str clauses(struct paper *p, const struct clause *list, size_t count)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) {
        if (!list[i].n && !list[i].always) continue;
        buf_put_z(&b, list[i].before);
        put_count(&b, list[i].n);
        buf_put_z(&b, list[i].after);
    }
    buf_char(&b, '.');
    return made(p, &b);
}

#define CLAUSES(p, ...)                                                                                                \
    clauses((p), (const struct clause[]){__VA_ARGS__},                                                                 \
            sizeof((const struct clause[]){__VA_ARGS__}) / sizeof(struct clause))

static void put_results(struct paper *p)
{
    const struct task_sum *s = &p->report->sums.at[0];
    const uint64_t *n = s->of;
    uint64_t ended = n[TASK_ENDED_IN_TIME] + n[TASK_ENDED_LATE] + n[TASK_ENDED_NO_DUE];
    put_item(p,
             CLAUSES(p, {"Tổng số ", " nhiệm vụ", n[TASK_TOTAL], true},
                     {": ", " nhiệm vụ kỳ trước chuyển sang", n[TASK_CARRIED], true},
                     {", ", " nhiệm vụ giao trong kỳ", n[TASK_FRESH], true},
                     {"; đã thu hồi, hủy ", " nhiệm vụ", n[TASK_DROPPED], false}),
             STR(""));
    put_item(p,
             CLAUSES(p, {"Đã hoàn thành ", " nhiệm vụ", ended, true}, {": đúng hạn ", "", n[TASK_ENDED_IN_TIME], true},
                     {" (trong đó ", " nhờ được gia hạn)", n[TASK_SAVED], false},
                     {", quá hạn ", "", n[TASK_ENDED_LATE], true},
                     {", không có hạn ", "", n[TASK_ENDED_NO_DUE], false}),
             STR(""));
    put_item(p,
             CLAUSES(p, {"Chưa hoàn thành ", " nhiệm vụ", n[TASK_RUNNING], true},
                     {": trong hạn ", "", n[TASK_RUNNING_IN_TIME], true},
                     {", quá hạn ", "", n[TASK_RUNNING_LATE], true},
                     {", không có hạn ", "", n[TASK_RUNNING_NO_DUE], false},
                     {"; trong đó chưa nhận ", "", n[TASK_WAITING], false},
                     {"; bị trả lại, đang thực hiện lại ", "", n[TASK_REDO], false},
                     {". Ngoài ra, tạm hoãn ", " nhiệm vụ", n[TASK_PAUSED], false}),
             STR(""));
    put_item(p,
             CLAUSES(p, {"Trong kỳ: trình kết quả ", " lượt", n[TASK_SUBMITTED], true},
                     {", duyệt ", " lượt", n[TASK_APPROVED], true}, {", trả lại ", " lượt", n[TASK_RETURNED], true},
                     {", gia hạn ", " lượt", n[TASK_EXTENDED], true}, {", đôn đốc ", " lượt", n[TASK_CHASED], true},
                     {", nhắc việc đã gửi ", " thông báo", n[TASK_REMINDED], true}),
             STR(""));
    static const char *const RATES[TASK_RATES] = {
        "Tỷ lệ hoàn thành (đã hoàn thành / tổng số trừ thu hồi, hủy): ",
        "Tỷ lệ đúng hạn (đúng hạn / đã hoàn thành có hạn): ", "Tỷ lệ quá hạn (quá hạn / chưa hoàn thành): "};
    for (enum task_rate r = 0; r < TASK_RATES; r++) {
        struct buf b = buf_make(400);
        buf_put_z(&b, RATES[r]);
        buf_put(&b, rate_of(p, task_rate(s, r)));
        buf_char(&b, '.');
        put_item(p, made(p, &b), STR(""));
    }
}

static void put_axis(struct paper *p, enum task_axis axis, struct str title, struct str head)
{
    static const struct str NONE = STR_INIT("(chưa nêu)");
    struct table_cells heads = {{STR(""), STR_INIT("Tổng số"), STR_INIT("Chuyển sang"), STR_INIT("Giao trong kỳ"),
                                 STR_INIT("Xong đúng hạn"), STR_INIT("Xong quá hạn"), STR_INIT("Chưa xong, trong hạn"),
                                 STR_INIT("Chưa xong, quá hạn"), STR_INIT("Trả lại (lượt)"),
                                 STR_INIT("Tỷ lệ đúng hạn")},
                                10,
                                1};
    size_t rows = 0;
    for (size_t i = 0; i < p->report->sums.len; i++) rows += p->report->sums.at[i].axis == axis;
    if (!rows) return;
    put_head(p, "h3", "###", title);
    heads.of[0] = head;
    table_begin(p, &heads);
    for (size_t i = 0; i < p->report->sums.len; i++) {
        const struct task_sum *s = &p->report->sums.at[i];
        static const enum task_count SHOWN[] = {TASK_TOTAL,         TASK_CARRIED,    TASK_FRESH,
                                                TASK_ENDED_IN_TIME, TASK_ENDED_LATE, TASK_RUNNING_IN_TIME,
                                                TASK_RUNNING_LATE,  TASK_RETURNED};
        struct table_cells row = {{s->name.len ? s->name : NONE}, 10, 1};
        if (s->axis != axis) continue;
        for (size_t k = 0; k < sizeof SHOWN / sizeof *SHOWN; k++) row.of[k + 1] = count_of(p, s->of[SHOWN[k]]);
        row.of[9] = rate_of(p, task_rate(s, TASK_RATE_IN_TIME));
        table_row(p, &row);
    }
    table_end(p);
}

/* "Rà soát quy hoạch (phường Sài Gòn): ..." */
static struct str said_words(struct paper *p, const struct task_said *s)
{
    const struct board_matter *row = &s->task->row;
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, row->matter.title);
    buf_put(&b, STR(" ("));
    buf_put(&b, row->unit_name);
    buf_put(&b, STR("): "));
    if (s->source == TASK_FROM_LATE) {
        bool over = row->verdict == MATTER_ENDED_LATE;
        buf_put(&b, over ? STR("hoàn thành quá hạn ") : STR("chưa hoàn thành, quá hạn "));
        put_count(&b, (uint64_t)row->late);
        buf_put(&b, STR(" ngày (hạn "));
        put_day(&b, row->matter.due_day);
        buf_put(&b, STR(")"));
    } else {
        if (s->source != TASK_FROM_RESULT && s->source != TASK_FROM_NOTE) buf_put(&b, task_source_vi(s->source));
        if (s->source != TASK_FROM_RESULT && s->source != TASK_FROM_NOTE) buf_put(&b, STR(": "));
        buf_put(&b, s->text);
    }
    return made(p, &b);
}

/* "[M4, NV-2026-4; lan.tran 5/3/2026, nhật ký 17]" */
static struct str said_from(struct paper *p, const struct task_said *s)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_char(&b, '[');
    matter_id_write(&b, s->task->row.matter.id);
    buf_put(&b, STR(", "));
    buf_put(&b, s->task->row.matter.number);
    if (s->entry) {
        buf_put(&b, STR("; "));
        buf_put(&b, s->who);
        buf_char(&b, ' ');
        put_day(&b, s->day);
        buf_put(&b, STR(", nhật ký "));
        put_count(&b, (uint64_t)s->entry);
    }
    buf_char(&b, ']');
    return made(p, &b);
}

static void put_part(struct paper *p, enum task_part part, struct str title)
{
    size_t count = 0;
    put_head(p, "h2", "##", title);
    for (size_t i = 0; i < p->report->said.len; i++) {
        const struct task_said *s = &p->report->said.at[i];
        if (s->part != part) continue;
        put_item(p, said_words(p, s), said_from(p, s));
        count++;
    }
    if (!count) put_text(p, STR("Trong kỳ chưa có nội dung nào được ghi vào kho."));
}

static void put_body(struct paper *p)
{
    put_text(p, days_words(p));
    if (p->report->known.len) put_text(p, p->report->known);
    put_head(p, "h2", "##", STR("I. Kết quả thực hiện nhiệm vụ"));
    put_results(p);
    put_axis(p, TASK_AXIS_FIELD, STR("Theo lĩnh vực"), STR("Lĩnh vực"));
    put_axis(p, TASK_AXIS_GIVER, STR("Theo người giao"), STR("Người giao"));
    put_axis(p, TASK_AXIS_UNIT, STR("Theo đơn vị chủ trì"), STR("Đơn vị chủ trì"));
    put_part(p, TASK_REACHED, STR("II. Kết quả đạt được"));
    put_part(p, TASK_LIMIT, STR("III. Tồn tại, hạn chế"));
    put_part(p, TASK_CAUSE, STR("IV. Nguyên nhân"));
    put_part(p, TASK_PROPOSAL, STR("V. Kiến nghị, đề xuất"));
    end_list(p);
}

void task_report_markdown(struct buf *b, struct arena *a, const struct task_report *r)
{
    struct paper p = {b, NULL, a, r, false};
    buf_put(b, STR("# "));
    buf_put(b, TITLE);
    buf_put(b, STR("\n\n"));
    put_body(&p);
    buf_put(b, STR("---\n\n"));
    buf_put(b, WITNESS);
    buf_put(b, STR("\n\n```\n"));
    checkpoint_write(b, &r->checkpoint);
    buf_put(b, STR("```\n"));
}

void task_report_html(struct buf *b, struct arena *a, const struct task_report *r)
{
    struct html_writer h = html_to(b);
    struct paper p = {b, &h, a, r, false};
    struct buf mark = buf_make(SIZE_MAX);
    html_doctype(&h, "vi", TITLE);
    html_style(&h, CSS);
    html_close(&h);
    html_open(&h, "body");
    html_element(&h, "h1", TITLE);
    put_body(&p);
    checkpoint_write(&mark, &r->checkpoint);
    html_open(&h, "footer");
    html_element(&h, "p", WITNESS);
    html_element(&h, "pre", buf_str(&mark));
    html_close_all(&h);
    buf_free(&mark);
}
