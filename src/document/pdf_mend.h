/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf_mend: words of a PDF in an old encoding. A font like .VnTime draws the byte that TCVN3 has for "ộ" as "ộ" and is
 * embedded under the name of a Western font, so what comes out is "Céng hßa".
 */
#ifndef PDF_MEND_H
#define PDF_MEND_H
#include "pdf.h"

/* Converts the words of lines that make more Vietnamese words so. */
void pdf_mend(struct pdf_paper *p);
#endif
