/* SPDX-License-Identifier: Apache-2.0
 *
 * access_private: what the files of access.h share. Inside a transaction that writes.
 */
#ifndef ACCESS_PRIVATE_H
#define ACCESS_PRIVATE_H
#include "access.h"

/* A fact goes into the journal; who did it is the author, else the person himself. */
[[nodiscard]] bool access_tell(const struct access_call *c, enum person_event_kind kind, struct str login,
                               struct str note, struct err *err);
/* A new session; what is over is swept away with this. */
[[nodiscard]] bool access_begin(struct str *cookie, const struct access_call *c, struct str login,
                                enum session_stage stage, bool proved, struct err *err);
#endif
