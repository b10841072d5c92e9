#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# usage: what is said to somebody who types something that the program does not know.
. "$(dirname "$0")/lib.sh"

run dieuhanh
is_status 2
silent out
says err 'Cách dùng: dieuhanh LỆNH'
says err '  read '

run dieuhanh help
is_status 0
silent err
says out 'Cách dùng: dieuhanh LỆNH'
says out 'Mã thoát:'
says_not out '  debug '

for words in --help -h; do
    run dieuhanh "$words"
    is_status 0
    says out 'Cách dùng: dieuhanh LỆNH'
done

run dieuhanh raed x.txt
is_status 2
silent out
says err 'dieuhanh: không có lệnh «raed»'
says err 'Có phải «read» không?'

run dieuhanh help raed
is_status 2
says err 'Có phải «read» không?'

run dieuhanh xyzzy
is_status 2
says err 'không có lệnh «xyzzy»'
says err 'dieuhanh help'
says_not err 'Có phải'

run dieuhanh --lang en xyzzy
is_status 2
says err 'there is no command "xyzzy"'

run env DIEUHANH_LANG=en "$DIEUHANH" xyzzy
says err 'there is no command "xyzzy"'

run env DIEUHANH_LANG=en "$DIEUHANH" --lang=vi xyzzy
says err 'không có lệnh «xyzzy»'

run dieuhanh read --fromat csv x.txt
is_status 2
silent out
says err 'lệnh read không có tùy chọn «--fromat»'
says err 'Có phải «--format» không?'
says err 'dieuhanh help read'

run dieuhanh read --format xml x.txt
is_status 2
says err 'giá trị «xml» của «--format» không hợp lệ, chỉ nhận: table, jsonl, json, csv'

run dieuhanh read --date 2023-02-29 x.txt
is_status 2
says err 'không phải một ngày có thật'
says err '27/11/2026'

run dieuhanh read --date
is_status 2
says err 'tùy chọn «--date» cần một giá trị'

run dieuhanh read --quiet=1 x.txt
is_status 2
says err 'tùy chọn «--quiet» không nhận giá trị'

run dieuhanh read
is_status 2
says err 'lệnh read còn thiếu tham số'

run dieuhanh version x
is_status 2
says err 'lệnh version không nhận tham số «x»'

run dieuhanh debug quantiti
is_status 2
says err 'lệnh debug không có phần «quantiti»'

run dieuhanh read --place "$(printf '\377')" x.txt
is_status 2
says err 'không phải UTF-8'

for words in '-q --lang en' '--lang=en --color never' '-f csv --lang en' '--format=csv --lang en'; do
    # shellcheck disable=SC2086
    run dieuhanh $words read --help
    is_status 0
    says out 'Usage:'
done

run dieuhanh read --help x.txt
is_status 0
says out '--date NGÀY'
silent err

run dieuhanh version
is_status 0
ok 'the first line is the name and the version' sh -c 'head -1 "$1" | grep -qE "^dieuhanh [0-9]+\.[0-9]+\.[0-9]+$"' - "$out"
silent err
cp "$out" expected
run dieuhanh --version
same out expected
rm expected

ok 'nothing was left behind' [ -z "$(ls -A)" ]
done_testing
