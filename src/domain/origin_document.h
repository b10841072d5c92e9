/* SPDX-License-Identifier: Apache-2.0
 *
 * origin_document: by which key a document that gives work is known. People write it in many ways ("Kế hoạch
 * 232/KH-UBND ngày 5/6/2023", "232/kh-ubnd"); the key is the normalised form (symbol.h) of the first symbol in the
 * text. Two bodies may give one number and sign to documents of theirs; a symbol alone does not tell them apart.
 */
#ifndef ORIGIN_DOCUMENT_H
#define ORIGIN_DOCUMENT_H
#include "symbol.h"

/* The first symbol in a text; its pieces are parts of the text. False where there is none. */
[[nodiscard]] bool origin_document_symbol(struct symbol *out, struct str text);
/* Its key. False, and nothing written, where there is no symbol. */
[[nodiscard]] bool origin_document_key(struct buf *b, struct str text);
#endif
