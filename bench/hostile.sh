#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# hostile.sh: t(2n) / t(n) on texts made to be slow: the time must grow with the length and no faster. CPU time, the least of
# several runs of n and of 2n in turn, so that a machine that is busy for a while slows both. n is doubled until a run takes long
# enough to be measured. Where valgrind is installed the instructions are counted too, for a smaller n: no cache, no other program
# and no clock can change them, so where the two rows differ it is they that say whether the program is linear.
. "$(dirname "$0")/lib.sh"
size=${HOSTILE_BYTES:-2000000}
counted=${HOSTILE_COUNTED:-100000}
enough=150 # ms
turns=5

# time_of FILE: CPU time of the better of two runs.
time_of() { cost cpu 2 "$dieuhanh" read --format jsonl "$1"; }

instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$dieuhanh" read --format jsonl "$1" 2>&1 >/dev/null |
        sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
}

less() { [ -z "$2" ] || [ "$(calculate "$1 < $2" 0)" = 1 ]; }

for kind in $hostile_kinds; do
    extension=txt
    [ $kind = divs ] && extension=html
    once_file=$work/hostile.$extension
    twice_file=$work/hostile2.$extension
    n=$size
    while hostile_text $kind "$n" >"$once_file" && once=$(time_of "$once_file") && less "$once" $enough && [ "$n" -lt $((size * 8)) ]; do
        n=$((n * 2))
    done
    hostile_text $kind $((n * 2)) >"$twice_file"
    twice=$(time_of "$twice_file") || once=""
    for ((turn = 1; turn < turns && ${#once} > 0; turn++)); do
        now=$(time_of "$once_file") && less "$now" "$once" && once=$now
        now=$(time_of "$twice_file") && less "$now" "$twice" && twice=$now
    done
    if [ -n "$once" ] && [ -n "$twice" ]; then
        row "hostile_$kind" "t(2n)/t(n), n = $((n / 1000)) kB: $(printf '%.0f' "$once") -> $(printf '%.0f' "$twice") ms" \
            "$(calculate "$twice / ($once > 0 ? $once : 0.001)")" "" "" "" "<= 2.2"
    else
        row "hostile_$kind" "t(2n)/t(n)" "lỗi: $(head -c 100 "$work/errors" | tr '\n\t' '  ')" "" "" "" "<= 2.2"
    fi
    command -v valgrind >/dev/null || continue
    hostile_text $kind "$counted" >"$once_file"
    hostile_text $kind $((counted * 2)) >"$twice_file"
    once=$(instructions "$once_file")
    twice=$(instructions "$twice_file")
    row "hostile_${kind}_counted" "lệnh máy / instructions, n = $((counted / 1000)) kB: $((${once:-0} / 1000000)) -> $((${twice:-0} / 1000000)) M" \
        "$(calculate "${twice:-0} / ${once:-1}")" "" "" "" "<= 2.2"
done
rm -f "$work"/hostile*.*
