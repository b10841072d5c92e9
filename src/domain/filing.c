/* SPDX-License-Identifier: Apache-2.0
 *
 * filing: see filing.h. Which step may follow which is one table.
 */
#include "filing.h"

#include "buf.h"

static const struct str STATES[] = {STR_INIT("draft"), STR_INIT("submitted"), STR_INIT("returned"),
                                    STR_INIT("accepted"), STR_INIT("locked")};
_Static_assert(sizeof STATES / sizeof *STATES == FILING_STATES, "a word for each");

static const struct str VERDICTS[] = {STR_INIT("on_time"), STR_INIT("late"),    STR_INIT("sent"),
                                      STR_INIT("missing"), STR_INIT("awaited"), STR_INIT("no_due")};
_Static_assert(sizeof VERDICTS / sizeof *VERDICTS == FILING_VERDICTS, "a word for each");

static const bool MAY_GO[FILING_STATES][FILING_STATES] = {
    [FILING_DRAFT][FILING_SUBMITTED] = true,    [FILING_SUBMITTED][FILING_RETURNED] = true,
    [FILING_SUBMITTED][FILING_ACCEPTED] = true, [FILING_RETURNED][FILING_SUBMITTED] = true,
    [FILING_ACCEPTED][FILING_LOCKED] = true,
};

void filing_id_write(struct buf *b, struct filing_id id)
{
    buf_char(b, 'B');
    buf_u64(b, id.n);
}

bool filing_id_read(struct filing_id *out, struct str s)
{
    uint64_t n;
    if (s.len < 2 || (s.ptr[0] | 32) != 'b' || !str_to_u64(&n, str_from(s, 1), UINT32_MAX) || n == 0) return false;
    out->n = (uint32_t)n;
    return true;
}

struct str filing_state_word(enum filing_state s)
{
    return STATES[s];
}

bool filing_state_read(enum filing_state *out, struct str word)
{
    for (size_t i = 0; i < FILING_STATES; i++) {
        if (!str_eq(STATES[i], word)) continue;
        *out = (enum filing_state)i;
        return true;
    }
    return false;
}

bool filing_may_go(enum filing_state from, enum filing_state to)
{
    return MAY_GO[from][to];
}

struct str filing_verdict_word(enum filing_verdict v)
{
    return VERDICTS[v];
}

enum filing_verdict filing_judge(struct date due, struct date sent, struct date on)
{
    if (!date_known(due)) return date_known(sent) ? FILING_SENT : FILING_NO_DUE;
    if (date_known(sent)) return date_cmp(sent, due) <= 0 ? FILING_ON_TIME : FILING_LATE;
    return date_cmp(on, due) <= 0 ? FILING_AWAITED : FILING_MISSING;
}
