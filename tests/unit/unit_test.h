/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_test: cmocka with the headers that it wants before itself, and the comparison of two str that says both.
 */
#ifndef UNIT_TEST_H
#define UNIT_TEST_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
/* fail is ours (err.h); a test says why it fails. */
#undef fail
#undef fail_msg
#define fail_msg(...)                                                                                                  \
    do {                                                                                                               \
        print_error("ERROR: " __VA_ARGS__);                                                                            \
        print_error("\n");                                                                                             \
        _fail(__FILE__, __LINE__);                                                                                     \
    } while (0)

#include "str.h"

#define assert_str(a, b)                                                                                               \
    do {                                                                                                               \
        struct str a_ = (a), b_ = (b);                                                                                 \
        if (!str_eq(a_, b_)) fail_msg("«%.*s» is not «%.*s»", STR_ARG(a_), STR_ARG(b_));                               \
    } while (0)
#endif
