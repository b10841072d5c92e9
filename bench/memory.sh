#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# memory.sh: peak memory of reading and of checking one document, against 64 MB + 10 times its size: a report, and texts made to need
# much: those of hostile.sh, and texts of nothing but figures, which checking has to keep.
. "$(dirname "$0")/lib.sh"
declare -A words=([read]="bộ nhớ lúc đọc / peak of reading" [check]="bộ nhớ lúc kiểm / peak of checking")
peak() { # peak NAME FILE
    local size peak goal command
    size=$(stat -c %s "$2")
    goal=$(calculate "64 + 10 * $size / 1000000" 0)
    for command in read check; do
        peak=$(cost peak 1 "$dieuhanh" $command -q --format jsonl "$2") && peak=$(calculate "$peak * 1.024 / 1000" 0)
        row "memory_${command}_$1" "${words[$command]}, $(calculate "$size / 1000000" 0) MB" "$peak" MB "" "" "<= $goal"
    done
}
report_text "$work/report.txt" 30
peak report "$work/report.txt"
for kind in $hostile_kinds $figure_kinds; do
    extension=txt
    [ "$kind" = divs ] && extension=html
    hostile_text "$kind" 8000000 >"$work/large.$extension"
    peak "$kind" "$work/large.$extension"
done
rm -f "$work"/large.*
