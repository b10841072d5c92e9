/* SPDX-License-Identifier: Apache-2.0
 *
 * tr: texts for people, in the language that the caller names. The msgid is the Vietnamese text in the source, marked
 * tr("…") so that xgettext finds it; po/en.po gives the English, compiled into the program by tools/po_compile. There
 * is no locale and no hidden state: one process may speak both languages at once.
 *
 *     static const char *const TITLE = tr("Kế hoạch");     marked where it stands
 *     buf_put(b, tr_text(lang, TITLE));                     looked up where it is shown
 *     tr_fill(b, lang, tr("đọc {1} tệp"), &n, 1);           {1}..{4} filled
 *
 * Texts of errors are not here: they are rows of data/errors.tsv.
 */
#ifndef TR_H
#define TR_H
#include "err.h"

struct buf;

/* Marks a literal for translation; the value is the literal itself. */
#define tr(msgid) ("" msgid)

/* The text in a language. LANG_VI: the msgid itself. A msgid without a translation is shown as it is (a test forbids
 * it). */
struct str tr_text(enum lang lang, const char *msgid);
/* Likewise with {1}..{4} replaced by args. */
void tr_fill(struct buf *b, enum lang lang, const char *msgid, const struct str *args, size_t count);

/* The catalogue, for the test that compares it with the sources: sorted by msgid in byte order. */
struct tr_entry {
    struct str msgid, en;
};
const struct tr_entry *tr_catalogue(size_t *count);
#endif
