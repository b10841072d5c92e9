/* SPDX-License-Identifier: Apache-2.0
 *
 * known: the record as it was known at an earlier moment. The journal up to that moment is applied into a nameless
 * record of its own, which is then asked like any other: whatever a command shows of it is, by construction, what it
 * showed then. Bytes of documents are not copied, they are read from where they are: content never changes.
 *
 *   typed                              the last entry that counts
 *   2024-02-15, 2024-02, 2024          the last one of that day (the last day of the month, of the year) in Việt Nam
 *   2024-02-15T03:00:00Z               ... not later than that second; seconds may be left out
 *   2024-02-15T10:00, ...+07:00        ... by the clock in Việt Nam (UTC+7 all year)
 *   J42                                entry 42
 *
 * The order of the journal decides, not its clocks: what counts ends before the first entry that is later than the
 * moment, so it is always the beginning of the journal, with a root that a checkpoint kept on paper can bear out. What
 * comes after and says an earlier time all the same (a clock that was set back) is left out and counted (`astray`).
 *
 * What is not of the journal is as it is today: the catalogue of indicators and units of the program, and its rules.
 */
#ifndef KNOWN_H
#define KNOWN_H
#include "checkpoint.h"
#include "date.h"
#include "db.h"
#include "rebuild.h"

enum known_kind { KNOWN_DAY, KNOWN_TIME, KNOWN_ENTRY };

struct known_moment {
    enum known_kind kind;
    struct date day; /* in Việt Nam; of KNOWN_ENTRY filled by known_open */
    int64_t second;  /* the last one that counts, since 1970-01-01T00:00:00Z; of KNOWN_ENTRY that of the entry */
    int64_t entry;   /* KNOWN_ENTRY */
};

struct known_record {
    struct known_moment moment;
    struct checkpoint head; /* of the entries that count; signed only when they are all */
    int64_t astray;
};

/* Errors: ERR_KNOWN_MOMENT when it is none of the table above, ERR_KNOWN_FUTURE when it is not over before
 * the day after `today` begins. */
[[nodiscard]] bool known_moment_read(struct known_moment *out, struct str typed, struct date today, struct err *err);

/* The record of that moment, closed with the arena; `truth` must stay open as long. It is written to no place that
 * has a name, so nothing is left of it however the program ends. progress may be NULL. Before the first entry: a
 * record without anything in it (head.size is 0). Errors: ERR_ENTRY_MISSING, those of rebuild_tables. */
[[nodiscard]] bool known_open(struct db **out, struct known_record *known, struct db *truth, struct arena *a,
                              const struct known_moment *moment, const struct rebuild_progress *progress,
                              struct err *err);
#endif
