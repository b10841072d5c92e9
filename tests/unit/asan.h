/* SPDX-License-Identifier: Apache-2.0
 *
 * asan: whether AddressSanitizer is in this build, in gcc's words and in clang's.
 */
#ifndef ASAN_H
#define ASAN_H
#if defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#endif
#ifndef WITH_ASAN
#define WITH_ASAN 0
#endif
#endif
