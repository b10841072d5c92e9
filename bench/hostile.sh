#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# hostile.sh: t(2n) / t(n) on texts made to be slow: the time must grow with the length and no faster. CPU time, the least of
# seven runs of each; n is chosen so that a run takes long enough to be measured.
. "$(dirname "$0")/lib.sh"
repeat() { # repeat TEXT BYTES: TEXT over and over, about so many bytes
    yes -- "$1" | tr -d '\n' | head -c "$2"
}
make() { # make KIND BYTES
    case $1 in
    number_words) repeat "hai trăm triệu " "$2" ;;
    ranges) repeat "từ 1 đến " "$2" ;;
    digits) repeat "7" "$2" ;;
    brackets) repeat "(" $(($2 / 2)) && repeat ")" $(($2 / 2)) ;;
    points) repeat ".," "$2" ;;
    percents) repeat "tăng 5% so với cùng kỳ, " "$2" ;;
    lists) repeat "lần lượt 2,27% và " "$2" ;;
    lines) yes "1" | head -c "$2" ;;
    cells) yes "| 1 | 2 | 3 |" | head -c "$2" ;;
    headings) yes "I. KẾT QUẢ" | head -c "$2" ;;
    dates) repeat "ngày 1/1/2023 " "$2" ;;
    documents) repeat "số 1/QĐ-UBND ngày 1/1/2023 của " "$2" ;;
    divs) repeat "<div>" "$2" ;;
    esac
}
size=${HOSTILE_BYTES:-2000000}
for kind in number_words ranges digits brackets points percents lists lines cells headings dates documents divs; do
    extension=txt
    [ $kind = divs ] && extension=html
    make $kind "$size" >"$work/hostile.$extension"
    once=$(cost cpu 7 "$dieuhanh" read --format jsonl "$work/hostile.$extension") || once=""
    make $kind $((size * 2)) >"$work/hostile.$extension"
    twice=$(cost cpu 7 "$dieuhanh" read --format jsonl "$work/hostile.$extension") || once=""
    if [ -n "$once" ]; then
        row "hostile_$kind" "t(2n)/t(n), n = $((size / 1000)) kB: $(printf '%.0f' "$once") -> $(printf '%.0f' "$twice") ms" \
            "$(calculate "$twice / ($once > 0 ? $once : 0.001)")" "" "" "" "<= 2.2"
    else
        row "hostile_$kind" "t(2n)/t(n)" "lỗi: $(head -c 100 "$work/errors" | tr '\n\t' '  ')" "" "" "" "<= 2.2"
    fi
done
rm -f "$work"/hostile.*
