/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder_text: the words of a digest. In Vietnamese, whatever language the program was asked in: they go to officers
 * of an office. A matter stands in it once, though several rules speak of it.
 */
#include "buf.h"
#include "json_write.h"
#include "reminder_private.h"
#include "said.h"

enum { LINES_MOST = 100 };

enum part { PART_PAST, PART_TODAY, PART_AHEAD, PARTS };

static enum part part_of(const struct remind_item *i)
{
    return i->late > 0 ? PART_PAST : i->late == 0 ? PART_TODAY : PART_AHEAD;
}

/* Whether it is the first item of its matter: items of one matter stand side by side. */
static bool is_first(const struct remind_message *m, size_t i)
{
    const struct delivery_item *one = &m->items.at[i].item;
    return !i || m->items.at[i - 1].item.matter.n != one->matter.n ||
           !str_eq(m->items.at[i - 1].item.report, one->report);
}

static void put_day(struct buf *b, struct date d)
{
    buf_format(b, "%d/%d/%d", d.day, d.month, d.year);
}

static void put_line(struct buf *b, const struct remind_item *i, bool outside)
{
    const struct kept_matter *m = i->matter;
    buf_put(b, STR("- "));
    if (m->number.len)
        buf_put(b, m->number);
    else
        matter_id_write(b, m->id);
    buf_put(b, STR(": "));
    buf_put(b, outside && m->secrecy.len ? STR("(việc nội bộ, xem trong hệ thống)") : m->title);
    buf_put(b, STR("; hạn "));
    put_day(b, m->due_day);
    if (i->late > 0) buf_format(b, ", quá %d ngày làm việc", (int)i->late);
    if (i->late < 0) buf_format(b, ", còn %d ngày làm việc", -(int)i->late);
    buf_put(b, STR("; chủ trì: "));
    buf_put(b, i->unit_name);
    if (m->person.len) {
        buf_put(b, STR(" ("));
        buf_put(b, m->person);
        buf_char(b, ')');
    }
    buf_char(b, '\n');
}

static void put_part(struct buf *b, const struct remind_message *m, enum part part, size_t count, bool outside)
{
    static const char *const HEADS[PARTS] = {"QUÁ HẠN", "ĐẾN HẠN HÔM NAY", "SẮP ĐẾN HẠN"};
    size_t lines = 0;
    if (!count) return;
    buf_format(b, "\n%s (%zu việc)\n", HEADS[part], count);
    for (size_t i = 0; i < m->items.len && lines < LINES_MOST; i++) {
        if (part_of(&m->items.at[i]) != part || !is_first(m, i)) continue;
        put_line(b, &m->items.at[i], outside);
        lines++;
    }
    if (count > lines) buf_format(b, "… và %zu việc nữa\n", count - lines);
}

void remind_write(struct arena *a, struct remind_message *m, struct date on, bool outside)
{
    static const char *const SUBJECTS[PARTS] = {"quá hạn", "đến hạn hôm nay", "sắp đến hạn"};
    size_t count[PARTS] = {0};
    struct buf subject = buf_make(SIZE_MAX), text = buf_make(SIZE_MAX);
    for (size_t i = 0; i < m->items.len; i++) count[part_of(&m->items.at[i])] += is_first(m, i);
    buf_put(&subject, STR("Nhắc việc ngày "));
    put_day(&subject, on);
    for (unsigned p = 0, some = 0; p < PARTS; p++)
        if (count[p]) buf_format(&subject, "%s %zu việc %s", some++ ? "," : ":", count[p], SUBJECTS[p]);
    buf_put(&text, STR("Kính gửi: "));
    buf_put(&text, m->who_name);
    buf_char(&text, '\n');
    for (unsigned p = 0; p < PARTS; p++) put_part(&text, m, (enum part)p, count[p], outside);
    m->subject = str_copy(a, buf_str(&subject));
    m->text = str_copy(a, buf_str(&text));
    buf_free(&subject);
    buf_free(&text);
}

static void put_item(struct json_writer *j, const struct remind_item *i)
{
    struct buf id = buf_make(20);
    bool report = !i->item.matter.n;
    if (!report) matter_id_write(&id, i->item.matter);
    json_write_open(j, '{');
    json_write_key(j, report ? STR("report") : STR("matter"));
    json_write_text(j, report ? i->item.report : buf_str(&id));
    json_write_key(j, STR("number"));
    json_write_text(j, i->matter->number);
    json_write_key(j, STR("due"));
    json_write_text(j, i->item.due);
    json_write_key(j, STR("unit"));
    json_write_text(j, i->matter->unit);
    json_write_key(j, STR("rule"));
    json_write_text(j, i->item.rule);
    json_write_key(j, STR("step"));
    json_write_int(j, i->item.step);
    json_write_close(j, '}');
    buf_free(&id);
}

struct str remind_json(struct arena *a, const struct remind_message *m, struct date on)
{
    const struct str KEYS[] = {STR("day"), STR("side"), STR("who"), STR("who_name"), STR("subject"), STR("text")};
    const struct str values[] = {date_text(a, on), m->side, m->who, m->who_name, m->subject, m->text};
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_write_key(&j, KEYS[i]);
        json_write_text(&j, values[i]);
    }
    json_write_key(&j, STR("items"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < m->items.len; i++) put_item(&j, &m->items.at[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}
