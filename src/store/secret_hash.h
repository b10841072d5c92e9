/* SPDX-License-Identifier: Apache-2.0
 *
 * secret_hash: what a record keeps of a secret (the number of an identity card): not the secret, but a hash of it with
 * a key that only the office has. Two entries of one register with the same secret have the same hash, so duplicates
 * are found; who has the record and not the key cannot try all numbers, of which there are few enough for that.
 *
 *     h1:KKKKKKKK:HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH
 *
 * K: which key it was, so that hashes of two keys are not taken for two persons. H: the first half of HMAC-SHA-256 over
 * register, field and value, so that one person in two registers is not one hash.
 */
#ifndef SECRET_HASH_H
#define SECRET_HASH_H
#include "arena.h"
#include "str.h"

enum { SECRET_KEY_LEAST = 32 };

struct str secret_hash(struct arena *a, struct str key, struct str of, struct str field, struct str value);
/* "h1:KKKKKKKK:": how all hashes of a key begin. */
struct str secret_hash_key(struct arena *a, struct str key);
#endif
