/* SPDX-License-Identifier: Apache-2.0
 *
 * ahead: see ahead.h. A period that is running has begun; a state "to a day" is of that day.
 */
#include "ahead.h"

#include "buf.h"

bool ahead_is(const struct period *p, struct date today)
{
    return date_known(today) && date_cmp(p->kind == PERIOD_TO_DATE ? p->to : p->from, today) > 0;
}

static bool is_ahead(const struct statement *s, struct date today)
{
    return s->kind == STATEMENT_FIGURE && s->figure.aspect == ASPECT_ACTUAL && s->figure.period.kind != PERIOD_NONE &&
           ahead_is(&s->figure.period, today);
}

bool ahead_check(const struct reading *r, struct date today, struct str file, struct err *err)
{
    const struct statement *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < r->len; i++) {
        if (!is_ahead(&r->at[i], today)) continue;
        if (!first) first = &r->at[i];
        count++;
    }
    if (!first) return true;
    struct buf b = buf_make(ERR_ARG_SIZE), n = buf_make(32);
    buf_put(&b, first->quote);
    buf_put(&b, STR(", "));
    period_write_vi(&b, first->figure.period);
    buf_format(&n, "%zu", count);
    bool ok = fail(err, ERR_FORM_AHEAD, file, buf_str(&n), buf_str(&b));
    buf_free(&n);
    buf_free(&b);
    return ok;
}
