/* SPDX-License-Identifier: Apache-2.0
 *
 * moment_typed: see moment_typed.h.
 */
#include "moment_typed.h"

/* Digits at the beginning, at most `most` of them; how many there are. */
static size_t take_digits(int *out, struct str *s, size_t most)
{
    size_t n = 0;
    *out = 0;
    while (n < s->len && n < most && s->ptr[n] >= '0' && s->ptr[n] <= '9') *out = *out * 10 + (s->ptr[n++] - '0');
    *s = str_from(*s, n);
    return n;
}

static bool take_mark(struct str *s, char mark)
{
    if (!s->len || s->ptr[0] != mark) return false;
    *s = str_from(*s, 1);
    return true;
}

static bool read_hour(int16_t *minute, struct str s)
{
    int hour, part, second = 0;
    if (!take_digits(&hour, &s, 2) || !take_mark(&s, ':') || take_digits(&part, &s, 2) != 2) return false;
    if (s.len && (!take_mark(&s, ':') || take_digits(&second, &s, 2) != 2)) return false;
    if (s.len && (!take_mark(&s, '.') || !take_digits(&second, &s, 6))) return false; /* parts of a second */
    *minute = (int16_t)(hour * 60 + part);
    return !s.len && hour < 24 && part < 60;
}

bool moment_typed(struct moment *out, struct str s)
{
    struct str rest = str_trim(s);
    size_t at = 0;
    *out = (struct moment){.minute = MINUTE_UNKNOWN};
    while (at < rest.len && rest.ptr[at] != ' ' && rest.ptr[at] != 'T') at++;
    struct str left = str_part(rest, 0, at), right = str_trim(str_from(rest, at + 1));
    if (!right.len) return at == rest.len && date_typed(&out->day, left);
    if (date_typed(&out->day, left)) {
        if (!read_hour(&out->minute, right)) return false;
        if (!out->minute) out->minute = MINUTE_UNKNOWN;
        return true;
    }
    return read_hour(&out->minute, left) && date_typed(&out->day, right);
}
