#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# encodings: files of the time before UTF-8 are refused with the name of what they look like, and read with --from; the offsets stay
# those of the file.
. "$(dirname "$0")/lib.sh"

cat >utf8.txt <<'TEXT'
Năm 2023, thu ngân sách quận An Hòa đạt 100 tỷ đồng.
Các phòng, ban đã giải quyết 250 hồ sơ của người dân.
TEXT

# VNI: a letter and, behind it, a byte that is its mark.
vni() {
    printf 'N\141\352m 2023, thu ng\141\342n s\141\371ch qu\141\344n An Ho\370a \361\141\357t 100 ty\373 \361o\340ng.\n'
    printf 'C\141\371c pho\370ng, ban \361\141\365 gia\373i quye\341t 250 ho\340 s\364 cu\373a ng\366\364\370i d\141\342n.\n'
}
vni >vni.txt

# TCVN3: one byte a letter, as in the part of TCVN 5712 that the two have in common.
convert() { iconv -f UTF-8 -t "$1" utf8.txt; }
made=vni
if convert TCVN5712-1 >tcvn3.txt 2>/dev/null; then made="$made tcvn3"; else skip 'iconv does not know TCVN 5712' 6; fi
if convert CP1258 >cp1258.txt 2>/dev/null; then made="$made cp1258"; else skip 'iconv does not know Windows-1258' 6; fi

for encoding in $made; do
    run dieuhanh read --format jsonl $encoding.txt
    is_status 1
    silent out
    says err "«$encoding.txt» không phải UTF-8"
    says err "--from $encoding"
    run dieuhanh read --format jsonl --from $encoding $encoding.txt
    is_status 0
    says out '"quote":"100 tỷ đồng","value":100000000000,"unit":"VND"'
    says out '"quote":"250 hồ sơ","value":250'
    start=$(sed -n 's/.*"start":\([0-9]*\),"end".*"quote":"250 hồ sơ".*/\1/p' "$out")
    ok "$encoding: the offset is that of the file" \
        sh -c '[ "$(tail -c +$(($1 + 1)) "$2" | head -c 3)" = 250 ]' - "${start:-0}" $encoding.txt
done

run dieuhanh read --format jsonl --from vni utf8.txt
is_status 1
silent out
says err 'Bỏ --from'

for order in LE BE; do
    { if [ $order = LE ]; then printf '\377\376'; else printf '\376\377'; fi; convert UTF-16$order; } >utf16.txt
    run dieuhanh read --format jsonl utf16.txt
    is_status 0
    says out '"quote":"250 hồ sơ"'
done

run dieuhanh read --from koi8 utf8.txt
is_status 2
says err 'tcvn3, vni, cp1258'

# Nothing that anybody wrote: no guess, and the line of the first bad byte.
printf 'dòng một\n\200\201\202\203\204\205\n' >noise.txt
run dieuhanh read --format jsonl noise.txt
is_status 1
silent out
says err '«noise.txt» không phải UTF-8 (sai ở dòng 2)'
done_testing
