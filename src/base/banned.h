/* SPDX-License-Identifier: Apache-2.0
 *
 * Functions that must not be called in this program. The build includes this file before every source
 * (-include banned.h), so a use of one of them does not compile. Each has a safe relative in base/:
 *   strings        struct str and struct buf (str.h, buf.h)
 *   numbers        decimal_read (decimal.h), str_to_u64 (str.h): no locale, no double
 *   dates          struct date (date.h): no locale, no time zone but the one the rule names
 */
#ifndef BANNED_H
#define BANNED_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok gets
#pragma GCC poison atoi atol atoll atof strtod strtof strtold setlocale localtime gmtime asctime ctime
#endif
