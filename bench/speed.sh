#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# speed.sh: reading report text with all statements made and written, on one core, and `wc -w` on the same file for scale: on text
# made of our own examples (dense: a figure every 80 bytes) and, where they are at hand, on real reports over and over.
. "$(dirname "$0")/lib.sh"
speed() { # speed NAME WHAT FILE
    local bytes ours peer
    bytes=$(stat -c %s "$3")
    ours=$(cost cpu 5 "$dieuhanh" read --format jsonl "$3") && ours=$(calculate "$bytes / 1000 / $ours" 1)
    peer=$(cost cpu 3 wc -w "$3") && peer=$(calculate "$bytes / 1000 / $peer" 1)
    row "$1" "$2" "$ours" MB/s "wc -w" "$peer" ">= 50"
}
report_text "$work/report.txt" 30
speed speed_examples "báo cáo mẫu / example reports" "$work/report.txt"
if [ -d "$shared/gold/texts" ]; then
    [ -f "$work/real.txt" ] || for _ in $(seq 160); do cat "$shared"/gold/texts/*.txt; done >"$work/real.txt"
    speed speed_reports "báo cáo thật / real reports" "$work/real.txt"
else
    row speed_reports "báo cáo thật / real reports" "không có văn bản, bỏ qua / no texts, skipped" "" "" "" ">= 50"
fi
