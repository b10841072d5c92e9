/* SPDX-License-Identifier: Apache-2.0
 *
 * utf8: code points, and the folding that Vietnamese needs. No locale is ever asked. Letters are those of Vietnamese
 * and the rest of Latin (to U+1EFF); other scripts pass through unchanged.
 *
 *   lower   Đ -> đ, Ấ -> ấ
 *   tone    hoà -> hòa, thuỷ -> thủy: the newer tone place, so that both spellings are one (applied to lower text)
 *   fold    lower, then without any mark: "Đường Trường Chinh" -> "duong truong chinh"
 */
#ifndef UTF8_H
#define UTF8_H
#include "str.h"

struct arena;
struct buf;

bool utf8_valid(struct str s, size_t *bad_at); /* bad_at (may be NULL): first byte that is wrong */
/* The code point at `at` and its length; at must be inside a valid text. */
uint32_t utf8_decode(struct str s, size_t at, size_t *len);
struct str utf8_clip(struct str s, size_t most); /* at most so many bytes, cut between characters */
size_t utf8_length(struct str s);                /* in code points; display columns for NFC Vietnamese */

uint32_t utf8_lower_char(uint32_t c);
uint32_t utf8_upper_char(uint32_t c); /* the other way, for letters that have a capital of one character */
bool utf8_is_letter(uint32_t c);
bool utf8_is_upper(uint32_t c);
char utf8_base_letter(uint32_t c); /* 'a'..'z' under the marks of a Latin letter, else 0: Ế -> 'e', đ -> 'd' */

/* The key under which a Vietnamese syllable stands in word tables: lower, with the tone mark on the place that one of
 * the two spelling habits puts it (hoà and hòa, thuỷ and thủy become one). Writes at most `cap` bytes; 0 when it does
 * not fit. */
size_t utf8_syllable_key(char *out, size_t cap, struct str syllable);

struct str utf8_lower(struct arena *a, struct str s);
struct str utf8_fold(struct arena *a, struct str s);
void utf8_fold_put(struct buf *b, struct str s);
#endif
