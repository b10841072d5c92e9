/* SPDX-License-Identifier: Apache-2.0
 *
 * report_write: a report as Markdown and as one HTML page without scripts and without anything from elsewhere. Both
 * have the same parts: title, one sentence that sums up, the table, the notes, the checkpoint in the foot. A note has
 * the anchor "so-N"; the numbers of the table link to it.
 */
#include "buf.h"
#include "formula_lacks.h"
#include "formula_show.h"
#include "html_write.h"
#include "markdown_write.h"
#include "report_targets.h"

static const struct str HEADS[] = {STR_INIT("Chỉ tiêu"),  STR_INIT("ĐVT"),        STR_INIT("Kế hoạch"),
                                   STR_INIT("Thực hiện"), STR_INIT("% kế hoạch"), STR_INIT("So cùng kỳ"),
                                   STR_INIT("Đánh giá")};
enum { HEAD_COUNT = sizeof HEADS / sizeof HEADS[0], LINE_MOST = 8000 };
static const struct str TITLE = STR_INIT("Kết quả thực hiện các chỉ tiêu kinh tế - xã hội");
static const struct str SOURCES = STR_INIT("Số liệu lấy từ đâu");

static void put_sum(struct buf *b, const struct stand *s)
{
    buf_format(b, "%zu chỉ tiêu có số liệu: %zu đạt hoặc vượt kế hoạch, %zu không đạt, %zu chưa đạt kế hoạch năm; ",
               s->len, s->exceeded + s->reached, s->not_reached, s->under_way);
    buf_format(b, "%zu tốt hơn, %zu kém hơn cùng kỳ năm trước.", s->better, s->worse);
}

static const struct str STATED = STR_INIT("* theo báo cáo nêu, chưa đủ số liệu để tính lại");
static const struct str DIFFERS = STR_INIT("≠ tính lại từ số liệu, khác con số mà báo cáo nêu");
static const struct str RECOMPUTED = STR_INIT("† số cùng kỳ tính lại cho địa bàn mới từ số liệu của các đơn vị cũ");
static const struct str TO_ENTER = STR_INIT("Số liệu còn phải nhập để tính điểm:");
static const struct str CHANGED = STR_INIT("+ kế hoạch đã cộng các khoản bổ sung trong năm");
static const struct str COMPUTED = STR_INIT(
    "= tính theo công thức, hoặc cộng số của các kỳ bên trong; không báo cáo nào nêu");
static const struct str ESTIMATED = STR_INIT("~ số cùng kỳ ước cho địa bàn mới theo tỷ lệ của các đơn vị cũ");
static const struct str HELD = STR_INIT("‡ Số tính được của báo cáo đã khóa, nay tính lại thì khác:");
static const struct str CORRECTED = STR_INIT("§ Số liệu đã đính chính sau khi báo cáo được khóa:");
static const struct str WITNESS = STR_INIT(
    "Mốc kiểm tra của kho số liệu khi lập báo cáo; về sau «dieuhanh verify --checkpoint» đối chiếu được với mốc này:");

static void put_head(struct buf *b, const struct report *r)
{
    buf_put(b, r->stand.unit.name);
    buf_put(b, STR(", "));
    buf_put(b, r->period);
}

/* "thực hiện: 8.343 tỷ đồng = ..." of a note. */
static void put_result(struct buf *b, const struct explanation *e)
{
    buf_put(b, e->title);
    if (e->asked.len) buf_put(b, STR(", "));
    buf_put(b, e->asked);
    if (e->result.len) buf_put(b, STR(": "));
    buf_put(b, e->result);
    if (e->formula.len) buf_put(b, STR(" = "));
    buf_put(b, e->formula);
}

static void markdown_number(struct buf *b, const struct report_number *n)
{
    if (n->shown.len == 0) {
        buf_put(b, STR(" |"));
        return;
    }
    buf_put(b, STR(" ["));
    markdown_text(b, n->shown);
    buf_format(b, "](#so-%zu) |", n->note);
}

static void markdown_table(struct buf *b, struct arena *a, const struct report *r)
{
    buf_char(b, '|');
    for (size_t i = 0; i < HEAD_COUNT; i++) {
        buf_char(b, ' ');
        buf_put(b, HEADS[i]);
        buf_put(b, STR(" |"));
    }
    buf_put(b, STR("\n|---|---|---:|---:|---:|---:|---|\n"));
    for (size_t i = 0; i < r->rows.len; i++) {
        const struct report_row *row = &r->rows.at[i];
        buf_put(b, STR("| "));
        markdown_text(b, row->row->question.indicator->name);
        buf_put(b, STR(" | "));
        markdown_text(b, row->row->question.indicator->unit);
        buf_put(b, STR(" |"));
        for (size_t k = 0; k < REPORT_NUMBERS; k++) markdown_number(b, &row->numbers[k]);
        buf_char(b, ' ');
        markdown_text(b, report_verdict(a, row->row));
        buf_put(b, STR(" |\n"));
    }
}

static void markdown_quote(struct buf *b, const struct explain_quote *q)
{
    struct str before = str_part(q->words, 0, q->first), after = str_from(q->words, q->last);
    buf_put(b, STR("   - "));
    markdown_text(b, before);
    buf_put(b, STR("**"));
    markdown_text(b, str_part(q->words, q->first, q->last));
    buf_put(b, STR("**"));
    markdown_text(b, after);
    buf_put(b, STR(" ("));
    markdown_text(b, q->document_name);
    if (q->page) buf_format(b, ", trang %u", q->page);
    buf_put(b, STR(")\n"));
}

static void markdown_note(struct buf *b, const struct explanation *e, size_t number)
{
    struct buf line = buf_make(LINE_MOST);
    put_result(&line, e);
    buf_format(b, "%zu. <a id=\"so-%zu\"></a>", number, number);
    markdown_text(b, buf_str(&line));
    buf_put(b, STR(" (`"));
    buf_put(b, e->id);
    buf_put(b, STR("`)\n"));
    if (e->why.len || e->remark.len) {
        buf_put(b, STR("   - "));
        markdown_text(b, e->why.len ? e->why : e->remark);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < e->figures.len; i++)
        for (size_t q = 0; q < e->figures.at[i].quotes.len; q++) markdown_quote(b, &e->figures.at[i].quotes.at[q]);
    buf_free(&line);
}

static void markdown_foot(struct buf *b, const struct report *r)
{
    buf_put(b, STR("\n---\n\n"));
    buf_put(b, WITNESS);
    buf_put(b, STR("\n\n```\n"));
    checkpoint_write(b, &r->checkpoint);
    buf_put(b, STR("```\n"));
}

static void markdown_marks(struct buf *b, const struct report *r)
{
    const struct {
        bool set;
        struct str text;
    } marks[] = {{r->stated, STATED},       {r->differs, DIFFERS},   {r->recomputed, RECOMPUTED},
                 {r->estimated, ESTIMATED}, {r->computed, COMPUTED}, {r->changed, CHANGED}};
    bool first = true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!marks[i].set) continue;
        buf_put(b, first ? STR("\n") : STR("  \n"));
        markdown_text(b, marks[i].text);
        first = false;
    }
    if (!first) buf_char(b, '\n');
}

static void markdown_list_head(struct buf *b, struct str words)
{
    buf_char(b, '\n');
    markdown_text(b, words);
    buf_put(b, STR("\n\n"));
}

static void markdown_item(struct buf *b, struct str words)
{
    buf_put(b, STR("- "));
    markdown_text(b, words);
    buf_char(b, '\n');
}

static void markdown_corrections(struct buf *b, struct arena *a, const struct report *r)
{
    struct locked_words changed = stand_locked(a, &r->stand, LOCKED_CORRECTED);
    struct locked_words held = stand_locked(a, &r->stand, LOCKED_HELD);
    if (r->corrections.len || changed.len) markdown_list_head(b, CORRECTED);
    for (size_t i = 0; i < r->corrections.len; i++) markdown_item(b, corrected_words(a, &r->corrections.at[i]));
    for (size_t i = 0; i < changed.len; i++) markdown_item(b, changed.at[i]);
    if (held.len) markdown_list_head(b, HELD);
    for (size_t i = 0; i < held.len; i++) markdown_item(b, held.at[i]);
}

/* "Chưa đủ để tính «Điểm nhóm 4 ...»: thiếu H33b (...)" */
static struct str partial_words(struct arena *a, const struct reckoned *r)
{
    struct buf b = buf_make(LINE_MOST);
    buf_put(&b, STR("Chưa đủ để tính «"));
    buf_put(&b, r->rule->indicator->name);
    buf_put(&b, STR("»: "));
    buf_put(&b, formula_lacks_brief(a, r, LANG_VI));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* What has to be entered for all of them, each once. */
static void lacks_of(struct formula_lacks *out, struct arena *a, const struct report *r)
{
    *out = (struct formula_lacks){0};
    for (size_t i = 0; i < r->stand.partial.len; i++) formula_lacks_add(out, a, r->stand.partial.at[i]);
}

/* "H33b Số xã ... (xã), dùng cho H33c, H33d" */
static struct str lacked_words(struct arena *a, const struct lacked *l)
{
    const struct indicator *i = l->operand->indicator;
    struct buf b = buf_make(LINE_MOST);
    buf_put(&b, i->code);
    buf_char(&b, ' ');
    buf_put(&b, i->name);
    buf_put(&b, STR(" ("));
    buf_put(&b, i->unit);
    buf_put(&b, STR("), dùng cho "));
    buf_put(&b, l->uses);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static void markdown_lacks(struct buf *b, struct arena *a, const struct report *r)
{
    struct formula_lacks l;
    lacks_of(&l, a, r);
    if (!l.missing.len) return;
    buf_char(b, '\n');
    buf_put(b, TO_ENTER);
    buf_put(b, STR("\n\n"));
    for (size_t i = 0; i < l.missing.len; i++) {
        buf_put(b, STR("- "));
        markdown_text(b, lacked_words(a, &l.missing.at[i]));
        buf_char(b, '\n');
    }
}

static void markdown_partial(struct buf *b, struct arena *a, const struct report *r)
{
    for (size_t i = 0; i < r->stand.partial.len; i++) {
        buf_put(b, i ? STR("  \n") : STR("\n"));
        markdown_text(b, partial_words(a, r->stand.partial.at[i]));
    }
    if (r->stand.partial.len) buf_char(b, '\n');
    markdown_lacks(b, a, r);
}

void report_write_markdown(struct buf *b, struct arena *a, const struct report *r)
{
    struct buf line = buf_make(LINE_MOST);
    buf_put(b, STR("# "));
    buf_put(b, TITLE);
    buf_put(b, STR("\n\n"));
    put_head(&line, r);
    markdown_text(b, buf_str(&line));
    buf_put(b, STR("\n\n"));
    if (r->known.len) {
        markdown_text(b, r->known);
        buf_put(b, STR("\n\n"));
    }
    put_sum(b, &r->stand);
    buf_put(b, STR("\n\n"));
    markdown_table(b, a, r);
    markdown_marks(b, r);
    markdown_corrections(b, a, r);
    markdown_partial(b, a, r);
    report_targets_markdown(b, a, r);
    buf_put(b, STR("\n## "));
    buf_put(b, SOURCES);
    buf_put(b, STR("\n\n"));
    for (size_t i = 0; i < r->notes.len; i++) markdown_note(b, &r->notes.at[i], i + 1);
    markdown_foot(b, r);
    buf_free(&line);
}

static const char CSS[] =
    "body{font:16px/1.5 serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;text-align:left}"
    "td.so{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th{background:#f2f2f2}"
    "a{color:#0b4f9e}mark{background:#fff3b0}li{margin:.4em 0}li:target{background:#eef5ff}"
    "code{font-size:.85em;color:#555}";

static void html_number(struct html_writer *h, const struct report_number *n)
{
    html_open(h, "td");
    html_attribute(h, "class", STR("so"));
    if (n->shown.len) {
        char target[32];
        snprintf(target, sizeof target, "#so-%zu", n->note);
        html_open(h, "a");
        html_link(h, "href", str_of(target));
        html_text(h, n->shown);
        html_close(h);
    }
    html_close(h);
}

static void html_table(struct html_writer *h, struct arena *a, const struct report *r)
{
    html_open(h, "table");
    html_open(h, "thead");
    html_open(h, "tr");
    for (size_t i = 0; i < HEAD_COUNT; i++) html_element(h, "th", HEADS[i]);
    html_close(h);
    html_close(h);
    html_open(h, "tbody");
    for (size_t i = 0; i < r->rows.len; i++) {
        const struct report_row *row = &r->rows.at[i];
        html_open(h, "tr");
        html_element(h, "td", row->row->question.indicator->name);
        html_element(h, "td", row->row->question.indicator->unit);
        for (size_t k = 0; k < REPORT_NUMBERS; k++) html_number(h, &row->numbers[k]);
        html_element(h, "td", report_verdict(a, row->row));
        html_close(h);
    }
    html_close(h);
    html_close(h);
}

static void html_quote(struct html_writer *h, const struct explain_quote *q)
{
    html_open(h, "li");
    html_text(h, str_part(q->words, 0, q->first));
    html_element(h, "mark", str_part(q->words, q->first, q->last));
    html_text(h, str_from(q->words, q->last));
    html_text(h, STR(" ("));
    html_text(h, q->document_name);
    if (q->page) {
        struct buf page = buf_make(40);
        buf_format(&page, ", trang %u", q->page);
        html_text(h, buf_str(&page));
        buf_free(&page);
    }
    html_text(h, STR(")"));
    html_close(h);
}

static void html_note(struct html_writer *h, const struct explanation *e, size_t number)
{
    char anchor[32];
    struct buf line = buf_make(LINE_MOST);
    snprintf(anchor, sizeof anchor, "so-%zu", number);
    put_result(&line, e);
    html_open(h, "li");
    html_attribute(h, "id", str_of(anchor));
    html_text(h, buf_str(&line));
    html_text(h, STR(" "));
    html_element(h, "code", e->id);
    html_open(h, "ul");
    if (e->why.len || e->remark.len) html_element(h, "li", e->why.len ? e->why : e->remark);
    for (size_t i = 0; i < e->figures.len; i++)
        for (size_t q = 0; q < e->figures.at[i].quotes.len; q++) html_quote(h, &e->figures.at[i].quotes.at[q]);
    html_close(h);
    html_close(h);
    buf_free(&line);
}

static void html_corrections(struct html_writer *h, struct arena *a, const struct report *r)
{
    struct locked_words changed = stand_locked(a, &r->stand, LOCKED_CORRECTED);
    struct locked_words held = stand_locked(a, &r->stand, LOCKED_HELD);
    if (r->corrections.len || changed.len) {
        html_element(h, "p", CORRECTED);
        html_open(h, "ul");
        for (size_t i = 0; i < r->corrections.len; i++)
            html_element(h, "li", corrected_words(a, &r->corrections.at[i]));
        for (size_t i = 0; i < changed.len; i++) html_element(h, "li", changed.at[i]);
        html_close(h);
    }
    if (!held.len) return;
    html_element(h, "p", HELD);
    html_open(h, "ul");
    for (size_t i = 0; i < held.len; i++) html_element(h, "li", held.at[i]);
    html_close(h);
}

static void html_partial(struct html_writer *h, struct arena *a, const struct report *r)
{
    for (size_t i = 0; i < r->stand.partial.len; i++) html_element(h, "p", partial_words(a, r->stand.partial.at[i]));
    struct formula_lacks l;
    lacks_of(&l, a, r);
    if (!l.missing.len) return;
    html_element(h, "p", TO_ENTER);
    html_open(h, "ul");
    for (size_t i = 0; i < l.missing.len; i++) html_element(h, "li", lacked_words(a, &l.missing.at[i]));
    html_close(h);
}

void report_write_html(struct buf *b, struct arena *a, const struct report *r)
{
    struct html_writer h = html_to(b);
    struct buf line = buf_make(LINE_MOST);
    html_doctype(&h, "vi", TITLE);
    html_style(&h, CSS);
    html_close(&h);
    html_open(&h, "body");
    html_element(&h, "h1", TITLE);
    put_head(&line, r);
    html_element(&h, "p", buf_str(&line));
    if (r->known.len) html_element(&h, "p", r->known);
    buf_clear(&line);
    put_sum(&line, &r->stand);
    html_element(&h, "p", buf_str(&line));
    html_table(&h, a, r);
    if (r->stated) html_element(&h, "p", STATED);
    if (r->differs) html_element(&h, "p", DIFFERS);
    if (r->recomputed) html_element(&h, "p", RECOMPUTED);
    if (r->estimated) html_element(&h, "p", ESTIMATED);
    if (r->computed) html_element(&h, "p", COMPUTED);
    if (r->changed) html_element(&h, "p", CHANGED);
    html_corrections(&h, a, r);
    html_partial(&h, a, r);
    report_targets_html(&h, a, r);
    html_element(&h, "h2", SOURCES);
    html_open(&h, "ol");
    for (size_t i = 0; i < r->notes.len; i++) html_note(&h, &r->notes.at[i], i + 1);
    html_close(&h);
    buf_clear(&line);
    checkpoint_write(&line, &r->checkpoint);
    html_open(&h, "footer");
    html_element(&h, "p", WITNESS);
    html_element(&h, "pre", buf_str(&line));
    html_close_all(&h);
    buf_free(&line);
}
