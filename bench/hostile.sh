#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# hostile.sh: t(2n) / t(n) on texts made to be slow: the time must grow with the length and no faster. CPU time, the least of
# seven runs of each; n is chosen so that a run takes long enough to be measured.
. "$(dirname "$0")/lib.sh"
size=${HOSTILE_BYTES:-2000000}
for kind in $hostile_kinds; do
    extension=txt
    [ $kind = divs ] && extension=html
    hostile_text $kind "$size" >"$work/hostile.$extension"
    once=$(cost cpu 7 "$dieuhanh" read --format jsonl "$work/hostile.$extension") || once=""
    hostile_text $kind $((size * 2)) >"$work/hostile.$extension"
    twice=$(cost cpu 7 "$dieuhanh" read --format jsonl "$work/hostile.$extension") || once=""
    if [ -n "$once" ]; then
        row "hostile_$kind" "t(2n)/t(n), n = $((size / 1000)) kB: $(printf '%.0f' "$once") -> $(printf '%.0f' "$twice") ms" \
            "$(calculate "$twice / ($once > 0 ? $once : 0.001)")" "" "" "" "<= 2.2"
    else
        row "hostile_$kind" "t(2n)/t(n)" "lỗi: $(head -c 100 "$work/errors" | tr '\n\t' '  ')" "" "" "" "<= 2.2"
    fi
done
rm -f "$work"/hostile.*
