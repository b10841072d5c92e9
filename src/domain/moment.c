/* SPDX-License-Identifier: Apache-2.0
 *
 * moment: see moment.h.
 */
#include "moment.h"

#include "buf.h"

bool minute_read(int16_t *out, struct str s)
{
    uint64_t hour, minute;
    if (s.len != 5 || s.ptr[2] != ':') return false;
    if (!str_to_u64(&hour, str_part(s, 0, 2), 24) || !str_to_u64(&minute, str_from(s, 3), 59)) return false;
    *out = (int16_t)(hour * 60 + minute);
    return *out <= MINUTES_OF_DAY;
}

void minute_write(struct buf *b, int16_t minute)
{
    buf_padded(b, (unsigned)minute / 60, 2);
    buf_char(b, ':');
    buf_padded(b, (unsigned)minute % 60, 2);
}

bool moment_read(struct moment *out, struct str s)
{
    *out = (struct moment){.minute = MINUTE_UNKNOWN};
    if (!date_read(&out->day, str_part(s, 0, 10))) return false;
    if (s.len <= 10) return true;
    if (s.ptr[10] != 'T' && s.ptr[10] != ' ') return false;
    return minute_read(&out->minute, str_from(s, 11));
}

void moment_write(struct buf *b, struct moment m)
{
    date_write(b, m.day);
    if (m.minute == MINUTE_UNKNOWN) return;
    buf_char(b, 'T');
    minute_write(b, m.minute);
}

int moment_cmp(struct moment a, struct moment b)
{
    int days = date_cmp(a.day, b.day);
    if (days || a.minute == MINUTE_UNKNOWN || b.minute == MINUTE_UNKNOWN) return days;
    return (a.minute > b.minute) - (a.minute < b.minute);
}
