/* SPDX-License-Identifier: Apache-2.0
 *
 * message: the numbers and words of a message from the child that met untrusted bytes (child.h), little-endian and of
 * fixed size. html_message.c and sheet_message.c say what stands in theirs. The child may have been taken over by what
 * it read, so a reader believes nothing: what is asked for and is not there marks the message as broken, once and for
 * all, and gives 0 or "".
 */
#ifndef MESSAGE_H
#define MESSAGE_H
#include "buf.h"

struct message {
    struct str left; /* what was not read yet */
    bool broken;
};

/* n in `bytes` bytes, 1 to 8. */
void message_put(struct buf *b, uint64_t n, size_t bytes);
/* The number in the next `bytes` bytes, 1 to 8. */
uint64_t message_number(struct message *m, size_t bytes);
/* The next `len` bytes as text, borrowed: valid UTF-8 without NUL, else the message is broken. */
struct str message_words(struct message *m, size_t len);
/* Whether a character begins at byte `at` of the text, or the text ends there. at must be at most text.len. */
bool message_whole(struct str text, size_t at);
#endif
