/* SPDX-License-Identifier: Apache-2.0
 *
 * once: pages that show a secret this once: recovery codes, a token, a link for somebody.
 */
#ifndef ONCE_H
#define ONCE_H
#include "frame.h"

void once_codes(struct visit *v, const struct access_codes *codes);
/* title and about: tr("..."). */
void once_word(struct visit *v, const char *title, const char *about, struct str word, struct link back);
#endif
