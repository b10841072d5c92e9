/* SPDX-License-Identifier: Apache-2.0
 *
 * gate: see gate.h.
 */
#include "gate.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_named(struct str name, struct str want)
{
    if (name.len != want.len) return false;
    for (size_t i = 0; i < name.len; i++)
        if (lower(name.ptr[i]) != want.ptr[i]) return false;
    return true;
}

static bool has_control(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (((unsigned char)s.ptr[i] < 0x20 && s.ptr[i] != '\t') || s.ptr[i] == 0x7f) return true;
    return false;
}

void gate_header(struct gate *g, struct str name, struct str value)
{
    bool blank = !name.len || str_find_char(name, ' ') >= 0 || str_find_char(name, '\t') >= 0;
    g->bad |= blank || has_control(name) || has_control(value);
    if (is_named(name, STR("host"))) {
        g->hosts++;
        g->bad |= !value.len;
    } else if (is_named(name, STR("content-length"))) {
        uint64_t n;
        g->lengths++;
        g->bad |= !str_to_u64(&n, value, INT64_MAX);
    } else if (is_named(name, STR("transfer-encoding"))) {
        g->codings++;
        g->bad |= !is_named(value, STR("chunked"));
    }
}

bool gate_lets_in(const struct gate *g, struct str path)
{
    bool clean = str_starts(path, STR("/")) && !has_control(path) && str_find(path, STR("%00")) < 0;
    return clean && !g->bad && g->hosts == 1 && g->lengths <= 1 && g->codings <= 1 && g->lengths + g->codings <= 1;
}
