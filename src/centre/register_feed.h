/* SPDX-License-Identifier: Apache-2.0
 *
 * register_feed: figures of the indicators that a register feeds, for a period: what each unit with entries in it has,
 * counted or summed. They are written as figures of a program are (figure_file.h): a document of lines of JSON, each of
 * which says by which rule and over how many entries it was counted, so that `explain`
 * shows that beside the number. The same count again is the same document and changes nothing.
 */
#ifndef REGISTER_FEED_H
#define REGISTER_FEED_H
#include "import.h"
#include "registers.h"

struct register_fed {
    const struct register_count *count;
    struct str unit;
    uint64_t n;       /* entries */
    bool has;         /* false: a number that is added up is missing in some, so there is no figure */
    uint64_t without; /* in so many */
    struct decimal value;
};
struct register_fed_list {
    VEC_FIELDS(struct register_fed);
};
/* What would be written. Errors: ERR_REGISTER_FEED_NONE, ERR_MATTER_FUTURE when the period has not ended, those of
 * register_count, ERR_INDICATOR_UNKNOWN. */
[[nodiscard]] bool register_feed_count(struct register_fed_list *out, struct db *db, struct arena *a,
                                       const struct register_def *d, struct period period, struct date today,
                                       struct err *err);
/* Write and accept it. Errors: those of figure_file.h. */
[[nodiscard]] bool register_feed_save(struct import_result *out, struct db *db, struct arena *a,
                                      const struct author *author, const struct known_register *k,
                                      const struct register_fed_list *fed, struct period period, struct err *err);
#endif
