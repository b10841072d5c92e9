#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# memory.sh: peak memory of reading one document, against 64 MB + 10 times its size: a report, and texts made to need much.
. "$(dirname "$0")/lib.sh"
peak() { # peak NAME FILE
    local size peak goal
    size=$(stat -c %s "$2")
    goal=$(calculate "64 + 10 * $size / 1000000" 0)
    peak=$(cost peak 1 "$dieuhanh" read --format jsonl "$2") && peak=$(calculate "$peak * 1.024 / 1000" 0)
    row "memory_$1" "bộ nhớ lúc đọc / peak of reading, $(calculate "$size / 1000000" 0) MB" "$peak" MB "" "" "<= $goal"
    [ "$1" = report ] || return
    peak=$(cost peak 1 "$dieuhanh" check -q --format jsonl "$2") && peak=$(calculate "$peak * 1.024 / 1000" 0)
    row "memory_check_$1" "bộ nhớ lúc kiểm / peak of checking, $(calculate "$size / 1000000" 0) MB" "$peak" MB "" "" "<= $goal"
}
report_text "$work/report.txt" 30
peak report "$work/report.txt"
for kind in $hostile_kinds; do
    extension=txt
    [ "$kind" = divs ] && extension=html
    hostile_text "$kind" 8000000 >"$work/large.$extension"
    peak "$kind" "$work/large.$extension"
done
rm -f "$work"/large.*
