/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_rule: see clock_rule.h.
 */
#include "clock_rule_private.h"

#include "buf.h"
#include "moment.h"

enum { LAST_MOST = 480, TIMES_MOST = 9 };

struct clock_rule_rows clock_rule_catalogue(void)
{
    return (struct clock_rule_rows){clock_rule_rows, clock_rule_rows_count};
}

bool receipt_rule_read(struct receipt_rule *out, struct str literal)
{
    uint64_t n;
    *out = (struct receipt_rule){0};
    if (!literal.len) return true;
    if (str_eq(literal, STR("office"))) {
        out->basis = RECEIPT_OFFICE;
        return true;
    }
    if (str_starts(literal, STR("at:"))) {
        out->basis = RECEIPT_AT;
        return minute_read(&out->minute, str_from(literal, 3));
    }
    if (!str_starts(literal, STR("last:")) || !str_to_u64(&n, str_from(literal, 5), LAST_MOST) || n == 0) return false;
    *out = (struct receipt_rule){RECEIPT_LAST, (int16_t)n};
    return true;
}

void receipt_rule_write(struct buf *b, struct receipt_rule r)
{
    switch (r.basis) {
    case RECEIPT_ANY: return;
    case RECEIPT_OFFICE: buf_put(b, STR("office")); return;
    case RECEIPT_AT:
        buf_put(b, STR("at:"));
        minute_write(b, r.minute);
        return;
    case RECEIPT_LAST: buf_format(b, "last:%d", r.minute); return;
    }
}

bool extension_rule_read(struct extension_rule *out, struct str literal)
{
    uint64_t n;
    *out = (struct extension_rule){0};
    if (!literal.len) return true;
    struct str_cut c = str_cut(literal, STR("x"));
    if (!c.found || !str_to_u64(&n, c.head, TIMES_MOST) || n == 0) return false;
    out->times = (uint8_t)n;
    out->limited = c.tail.len > 0;
    return !out->limited || (term_read(&out->most, c.tail) && out->most.count > 0);
}

void extension_rule_write(struct buf *b, struct extension_rule r)
{
    if (!r.times) return;
    buf_format(b, "%dx", r.times);
    if (r.limited) term_write(b, r.most);
}

bool clock_rule_read(struct clock_rule *out, const struct clock_rule_row *row)
{
    *out = (struct clock_rule){.row = *row};
    return term_read(&out->term, row->term) && receipt_rule_read(&out->receipt, row->receipt) &&
           extension_rule_read(&out->extension, row->extension);
}

/* For a term that somebody names without a procedure. */
static const struct clock_rule_row GENERAL = {
    .code = STR_INIT(""),
    .last_day = LAST_DAY_ROLL,
    .waiting = WAITING_PAUSE,
    .citation = STR_INIT("Bộ luật Dân sự 2015 Điều 145 đến 148"),
};

enum clock_rule_found clock_rule_find(struct clock_rule *out, struct str code, struct date on)
{
    struct term term;
    bool known = false;
    for (size_t i = 0; i < clock_rule_rows_count; i++) {
        const struct clock_rule_row *r = &clock_rule_rows[i];
        if (!str_eq(r->code, code)) continue;
        known = true;
        bool in = (!date_known(r->from) || date_cmp(r->from, on) <= 0) &&
                  (!date_known(r->to) || date_cmp(on, r->to) <= 0);
        if (in && clock_rule_read(out, r)) return CLOCK_RULE_FOUND;
    }
    if (known || !term_read(&term, code)) return known ? CLOCK_RULE_NOT_THEN : CLOCK_RULE_UNKNOWN;
    *out = (struct clock_rule){.row = GENERAL, .term = term};
    return CLOCK_RULE_FOUND;
}
