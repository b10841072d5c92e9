#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# speed.sh: reading report text with all statements made, on one core, in MB a second of processor time, and `wc -w` on the same file
# for scale: on text made of our own examples (dense: a figure every 80 bytes) and, where they are at hand, on real reports over and
# over. Twice each: the whole program with its statements written as JSON to /dev/null, and the reading alone (bench/read.c). Where
# the processor counts instructions for us, those of the whole program for each byte.
. "$(dirname "$0")/lib.sh"
tool=$work/read
libraries=$(pkg-config --libs libxml-2.0 zlib icu-uc)
archives=()
for layer in centre document reader domain base; do archives+=("build/src/$layer/lib$layer.a"); done
# shellcheck disable=SC2086
gcc -std=gnu2x -O3 -D_GNU_SOURCE -Isrc/base -Isrc/domain -Isrc/document -Isrc/reader -Isrc/centre -Ibuild/src/base bench/read.c \
    -o "$tool" "${archives[@]}" $libraries || exit 1
speed() { # speed NAME WHAT FILE
    local bytes line ours peer
    bytes=$(stat -c %s "$3")
    peer=$(cost cpu 5 wc -w "$3") && peer=$(calculate "$bytes / 1000 / $peer" 1)
    ours=$("$tool" "$3" 5 2>"$work/errors" | cut -f1) || ours="không chạy được / failed"
    row "$1_reading" "$2, chỉ đọc / reading alone" "$ours" MB/s "wc -w" "$peer" ">= 50"
    line=$("$measure" -n 5 "$dieuhanh" read --format jsonl "$3")
    ours=$(calculate "$bytes / 1000 / $(cut -f2 <<<"$line")" 1)
    row "$1" "$2, cả chương trình / the whole program" "$ours" MB/s "wc -w" "$peer" ">= 50"
    [ "$(cut -f4 <<<"$line")" = 0 ] ||
        row "$1_instructions" "$2, lệnh máy mỗi byte / instructions a byte" "$(calculate "$(cut -f4 <<<"$line") / $bytes" 0)" /B "" "" ""
}
report_text "$work/report.txt" 30
speed speed_examples "báo cáo mẫu / example reports" "$work/report.txt"
if [ -d "$shared/gold/texts" ]; then
    [ -f "$work/real.txt" ] || for _ in $(seq 160); do cat "$shared"/gold/texts/*.txt; done >"$work/real.txt"
    speed speed_reports "báo cáo thật / real reports" "$work/real.txt"
else
    row speed_reports "báo cáo thật / real reports" "không có văn bản, bỏ qua / no texts, skipped" "" "" "" ">= 50"
fi
