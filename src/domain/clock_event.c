/* SPDX-License-Identifier: Apache-2.0
 *
 * clock_event: see clock_event.h.
 */
#include "clock_event.h"

static const struct moment NONE = {.minute = MINUTE_UNKNOWN};

bool clock_waiting_read(struct clock_event *out, struct str s)
{
    struct str_cut c = str_cut(s, STR(".."));
    *out = (struct clock_event){CLOCK_WAITING, NONE, NONE, {0}};
    return c.found && moment_read(&out->from, c.head) && (!c.tail.len || moment_read(&out->to, c.tail));
}

bool clock_extension_read(struct clock_event *out, struct str s)
{
    struct str_cut c = str_cut(s, STR("@"));
    *out = (struct clock_event){CLOCK_EXTENSION, NONE, NONE, {0}};
    if (c.found && !moment_read(&out->from, c.tail)) return false;
    if (moment_read(&out->to, c.head)) return true;
    out->to = NONE;
    return term_read(&out->more, c.head) && out->more.count > 0;
}

static bool is_after(const struct clock_event *a, const struct clock_event *b)
{
    if (!date_known(a->from.day)) return false; /* never put before what stands */
    return date_known(b->from.day) ? moment_cmp(b->from, a->from) > 0 : true;
}

static bool read_list(struct clock_events *out, struct str list, enum clock_event_kind kind, struct str *wrong)
{
    while (list.len) {
        struct str_cut c = str_cut(list, STR(","));
        struct clock_event e;
        struct str one = str_trim(c.head);
        bool read = kind == CLOCK_WAITING ? clock_waiting_read(&e, one) : clock_extension_read(&e, one);
        *wrong = one;
        if (!read || out->len == CLOCK_EVENTS_MOST) return false;
        size_t k = out->len++;
        for (; k > 0 && is_after(&e, &out->at[k - 1]); k--) out->at[k] = out->at[k - 1];
        out->at[k] = e;
        list = c.tail;
    }
    return true;
}

bool clock_events_read(struct clock_events *out, struct str waits, struct str extensions, struct str *wrong,
                       enum clock_event_kind *kind)
{
    out->len = 0;
    *kind = CLOCK_WAITING;
    if (!read_list(out, waits, CLOCK_WAITING, wrong)) return false;
    *kind = CLOCK_EXTENSION;
    return read_list(out, extensions, CLOCK_EXTENSION, wrong);
}
