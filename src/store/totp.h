/* SPDX-License-Identifier: Apache-2.0
 *
 * totp: codes of six digits by time (RFC 6238 with SHA-1 and 30 seconds, which is what authenticator apps know). One
 * step before and one after are taken too, since clocks differ; a code counts once (access.h).
 */
#ifndef TOTP_H
#define TOTP_H
#include "arena.h"
#include "str.h"

enum { TOTP_STEP = 30, TOTP_DIGITS = 6, TOTP_BYTES = 20 };

struct str totp_secret(struct arena *a); /* new: 32 letters of base32 */
/* The code of a moment; "" when the secret is none. */
struct str totp_code(struct arena *a, struct str secret, int64_t now);
/* Whether the code is one of now, and of which step; false: it is not. */
[[nodiscard]] bool totp_fits(int64_t *step, struct arena *a, struct str secret, struct str code, int64_t now);
/* otpauth://totp/... as apps read it from a QR code. */
struct str totp_address(struct arena *a, struct str office, struct str login, struct str secret);
#endif
