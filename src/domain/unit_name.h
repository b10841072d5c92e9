/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_name: names of units of government as papers write them, and the keys under which they are compared.
 */
#ifndef UNIT_NAME_H
#define UNIT_NAME_H
#include "str.h"

struct arena;

/* A key is at most so many bytes; a longer name is cut. */
enum { UNIT_KEY_SIZE = 200 };

/* The key under which names of units are compared: folded (utf8_fold), one space between words, abbreviations of
 * kinds written out ("Q. Bình Thạnh", "Quận Bình Thạnh" -> "quan binh thanh"; "TPHCM", "TP. Hồ Chí Minh" -> "thanh
 * pho ho chi minh"; "P.04" -> "phuong 4"). What stands after the first comma or bracket is where it lies, and is
 * left out ("phường 12, quận Bình Thạnh"), and so is "UBND" or "HĐND" before the name. "" for a name without
 * letters. */
struct str unit_key(struct arena *a, struct str name);
/* The same into `out` (UNIT_KEY_SIZE bytes). */
struct str unit_key_write(char *out, struct str name);

/* A name as it is kept: the kind in small letters, and of a name in capitals (as letterheads write) each word with
 * one capital: "QUẬN AN HÒA", "Quận An Hòa" -> "quận An Hòa". A name without a kind stays as it is. */
struct str unit_tidy_name(struct arena *a, struct str name);

/* The words of a kind at the front of a key ("quan", "thi tran"); "" when there are none, or nothing behind them. */
struct str unit_key_kind(struct str key);
/* The rest of a key behind its kind: "binh thanh" of "quan binh thanh"; the key itself without one. */
struct str unit_key_proper(struct str key);
/* The words of the kind at the front of a name that unit_tidy_name made: "quận", "thị trấn"; "" for others. */
struct str unit_name_kind(struct str name);

/* Cut "phường 12, quận Bình Thạnh (TP.HCM)" into its parts: the next part, and what follows it in *rest; "" at the
 * end. */
struct str unit_name_part(struct str *rest);
/* Where a key that names two units without a comma parts ("phuong 1 quan 3" -> 8, "p 1 q3" likewise), counted from
 * the right; `before`: only before that place (start with SIZE_MAX). 0 when nowhere. */
size_t unit_key_seam(struct str key, size_t before);

/* Whether two names have the same proper name with all marks, so far as both are written out; either tone place will
 * do. `proper` is the name without kind of a table, `said` what somebody wrote. */
bool unit_name_marks_fit(struct str said, struct str proper);
#endif
