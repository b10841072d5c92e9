#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# calendar.sh: what working days and deadlines cost (bench/calendar.c), one core.
. "$(dirname "$0")/lib.sh"
tool=$work/calendar
gcc -std=gnu2x -O2 -D_GNU_SOURCE -Isrc/base -Isrc/domain -Ibuild/src/base bench/calendar.c -o "$tool" \
    build/src/domain/libdomain.a build/src/base/libbase.a $(pkg-config --libs icu-uc) || exit 1
"$tool" >"$work/calendar.tsv" || exit 1
of() { awk -F'\t' -v name="$1" '$1 == name { print $2 }' "$work/calendar.tsv"; }
row calendar_make "lịch 2015–2100 / the calendar of 2015-2100" "$(of make)" ms "" "" "<= 20"
row calendar_is "ngày làm việc hay không / is it a working day" "$(of is)" M/s "" "" ">= 5"
row calendar_add "thêm ngày làm việc / so many working days on" "$(of add)" M/s "" "" ">= 5"
row calendar_count "đếm ngày làm việc / working days between" "$(of count)" M/s "" "" ">= 5"
row calendar_clocks "1 triệu thời hạn / a million deadlines" "$(of clocks)" s "" "" "<= 2"
