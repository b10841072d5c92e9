/* SPDX-License-Identifier: Apache-2.0
 *
 * table_stack: a table that is too wide for its window, as one block a row. What names the row stands on a line of its
 * own, the numbers line up below it, and what has no room there follows with its head:
 *
 *     Mã  Chỉ tiêu  ĐVT
 *       Kế hoạch  Thực hiện  % kế hoạch
 *       ────────  ─────────  ──────────
 *     C01  Thu ngân sách nhà nước trên địa bàn  tỷ đồng
 *          7.500      8.343      111,24
 *       Với kế hoạch: vượt; Với năm trước: tốt hơn
 */
#include "table_write_private.h"

size_t table_lead(const struct table_writer *t)
{
    size_t shown = 0, lead = 0;
    for (size_t i = 0; i < t->count; i++) shown += !t->left_out[i];
    while (lead < t->count && !t->columns[lead].right) lead++;
    if (lead == t->count || lead > STACK_LEAD_MOST) /* texts everywhere: up to the first one */
        for (lead = 0; lead < t->count && (lead == 0 || !table_is_text(t, lead - 1)); lead++) {}
    bool names = false;
    for (size_t i = 0; i < lead; i++) names |= table_is_text(t, i);
    return shown >= STACK_COLUMNS && names && lead <= STACK_LEAD_MOST && lead < t->count ? lead : 0;
}

/* A text over as many lines as it needs, from column `at` of the line on; the next lines are moved in. */
static void put_wrapped(struct table_writer *t, struct str text, size_t indent)
{
    size_t room = t->look.width > indent + NARROWEST ? t->look.width - indent : NARROWEST;
    while (text.len) {
        buf_put(t->out, table_take_line(&text, room));
        buf_char(t->out, '\n');
        if (text.len) buf_fill(t->out, ' ', indent);
    }
}

void table_put_lead(struct table_writer *t, const struct cell *row)
{
    struct buf line = buf_make(CELL_MOST);
    bool head = false;
    for (size_t i = 0; i < t->lead; i++) {
        if (t->left_out[i] || !row[i].text.len) continue;
        if (line.len) buf_put(&line, STR("  "));
        buf_put(&line, row[i].text);
        head |= row[i].style == STYLE_HEAD;
    }
    uint64_t hash = str_hash(buf_str(&line));
    bool again = hash == t->last_lead && !head, code = t->look.color && head && line.len;
    t->last_lead = hash;
    if (again) buf_clear(&line);
    if (code) buf_put(t->out, TABLE_CODES[STYLE_HEAD]);
    put_wrapped(t, buf_str(&line), 2 * STACK_INDENT);
    if (code) buf_put(t->out, STR("\033[0m"));
    buf_free(&line);
}

static void put_item(struct table_writer *t, const struct cell *c, struct str head)
{
    bool code = t->look.color && c->style != STYLE_PLAIN;
    buf_put(t->out, head);
    buf_put(t->out, STR(": "));
    if (code) buf_put(t->out, TABLE_CODES[c->style]);
    buf_put(t->out, c->text);
    if (code) buf_put(t->out, STR("\033[0m"));
}

/* One that is longer than a line, without its colour. */
static void put_long_item(struct table_writer *t, const struct cell *c, struct str head)
{
    struct buf b = buf_make(CELL_MOST);
    buf_put(&b, head);
    buf_put(&b, STR(": "));
    buf_put(&b, c->text);
    buf_fill(t->out, ' ', STACK_INDENT);
    put_wrapped(t, buf_str(&b), 2 * STACK_INDENT);
    buf_free(&b);
}

void table_put_tail(struct table_writer *t, const struct cell *row)
{
    size_t at = 0; /* columns of the line that are full */
    for (size_t i = t->tail; i < t->count; i++) {
        struct str head = t->columns[i].title;
        size_t wide = width_of(head) + 2 + width_of(row[i].text);
        if (t->left_out[i] || !row[i].text.len) continue;
        bool fits = at && at + 2 + wide <= t->look.width;
        if (at) buf_put(t->out, fits ? STR("; ") : STR("\n"));
        if (!fits) at = 0;
        if (STACK_INDENT + wide > t->look.width) {
            put_long_item(t, &row[i], head);
            continue;
        }
        if (!at) buf_fill(t->out, ' ', at = STACK_INDENT);
        put_item(t, &row[i], head);
        at += wide + 2;
    }
    if (at) buf_char(t->out, '\n');
}
