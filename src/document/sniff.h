/* SPDX-License-Identifier: Apache-2.0
 *
 * sniff: what a file is by its first bytes.
 */
#ifndef SNIFF_H
#define SNIFF_H
#include "legacy.h"

/* "PDF", "DOCX/XLSX/ODT (ZIP)" ...: kinds of files that people try and that are not read; "" for others. */
struct str sniff_foreign(struct str bytes);
/* The bytes begin like a page. */
bool sniff_html(struct str bytes);
/* The old encoding that a page which is not UTF-8 says it has (<meta charset>); LEGACY_NONE when it says none that is
 * known, or says Western while its words are Vietnamese in a font of their own. */
enum legacy_encoding sniff_charset(struct str bytes);
#endif
