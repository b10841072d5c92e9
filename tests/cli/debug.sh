#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# debug: one line in, one line out.
. "$(dirname "$0")/lib.sh"

about='debug quantity'
printf '%s\n' 'hai mươi tư' 'một triệu rưỡi đồng' '1,2 nghìn tỷ đồng' 'mười tám phẩy năm phần trăm' 'xin chào' '' |
    dieuhanh debug quantity >"$out" 2>"$err"
status=$?
is_status 0
silent err
printf '24\n1500000\tVND\n1200000000000\tVND\n18.5\t%%\nnone\nnone\n' >expected
same out expected

about='debug period'
printf '%s\n' '6 tháng đầu năm' 'quý I/2024' 'đến ngày 15-5-2022' 'xin chào' |
    dieuhanh debug period --date 2023-07-13 >"$out" 2>"$err"
status=$?
is_status 0
printf '2023-H1\n2024-Q1\n..2022-05-15\nnone\n' >expected
same out expected

about='debug quantity, no line end at the end'
printf 'hai' | dieuhanh debug quantity >"$out" 2>"$err"
lines out 1

about='debug quantity, bytes that are no text'
printf '\377\376\nhai\n' | dieuhanh debug quantity >"$out" 2>"$err"
status=$?
is_status 0
printf 'none\n2\n' >expected
same out expected

about='debug quantity, nothing'
dieuhanh debug quantity </dev/null >"$out" 2>"$err"
status=$?
is_status 0
silent out
done_testing
