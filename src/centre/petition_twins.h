/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_twins: letters and other voices of citizens that may be one and the same. Two of them are compared by the
 * words of what they are about, by who sends them and by the place: nothing of it is enough by itself but very many
 * words. Words that a fifth of all have ("kiến nghị", "phường") say nothing and do not count. Found and told with
 * the reason; nobody is joined with anybody by the program. Who denounces is not known here, so denunciations are
 * compared by words and place, and with each other only.
 */
#ifndef PETITION_TWINS_H
#define PETITION_TWINS_H
#include "petition.h"

struct petition_twin {
    const struct petition *later, *first; /* in the order in which they were received */
    uint32_t common, of;                  /* words that both have, of those that one of them has */
    bool same_sender, same_place;
    int32_t days; /* between them */
};
struct petition_twins {
    VEC_FIELDS(struct petition_twin); /* by the later one, then the more certain first */
};
/* Of what was received within so many days before `on`; not what was dropped; unless `every`, pairs of which the later
 * one has not ended. *list is what they point into. */
[[nodiscard]] bool petition_twins(struct petition_twins *out, struct petition_list *list, struct db *db,
                                  struct arena *a, const struct petition_wish *w, struct date on, uint32_t within,
                                  bool every, struct err *err);
#endif
