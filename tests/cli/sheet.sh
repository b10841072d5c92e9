#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# sheet: tables as files, as people see them with «sheet» and as «read» understands them. Workbooks are made here from
# descriptions; what is read of every kind of cell is in tests/sheets.
. "$(dirname "$0")/lib.sh"
if ! command -v python3 >/dev/null; then
    skip 'python3 is not installed' 1
    done_testing
fi
make() { python3 "$here/../tools/make_book.py" "$1" "$2"; }

cat >stacked.json <<'JSON'
{"sheets": [{"name": "Bieu 1", "cells": {
  "A1": "1. Giá trị sản xuất", "D3": "Tỷ đồng",
  "B4": "Sơ bộ", "C4": "Ước tính", "D4": {"v": "So với cùng kỳ năm trước (%)", "center": true}, "E4": {"empty": true, "center": true},
  "B5": "quý III", "C5": "quý IV", "D5": "Quý III", "E5": "Quý IV",
  "B6": "năm", "C6": "năm", "D6": "năm", "E6": "năm", "B7": "2024", "C7": 2024, "D7": "2024", "E7": "2024",
  "A9": "TỔNG SỐ", "B9": 1000.5, "C9": 1200, "D9": 104.5, "E9": 98.25,
  "A10": "Nông nghiệp", "B10": 400, "C10": 500.25, "D10": 101, "E10": 102}},
 {"name": "Nhap", "hidden": true, "cells": {"A1": "Nháp", "B1": 5, "C1": 6}}]}
JSON
for kind in xlsx xls; do
    make stacked.json a.$kind
    run dieuhanh sheet a.$kind
    is_status 0
    says out 'Bieu 1'
    says out 'Nhap'
    run dieuhanh sheet a.$kind --sheet 'Bieu 1'
    says out '1000,5'
    run dieuhanh sheet a.$kind --sheet 1 --format csv
    ok 'the grid as CSV' sh -c 'sed -n 9p "$1" | tr -d "\r" | grep -qx "TỔNG SỐ,1000.5,1200,104.5,98.25"' - "$out"
    run dieuhanh sheet a.$kind --format jsonl
    says out '"cell":"B9","row":9,"column":2,"type":"number","value":1000.5,"text":"1000,5"'
    says out '"hidden":true'
    run dieuhanh sheet a.$kind --sheet 3
    is_status 2
    says err 'không có trang «3»'
    says err 'Bieu 1, Nhap'

    # A head over four rows, a unit above it, a comparison over two columns; the hidden sheet is not read.
    run dieuhanh read --format jsonl a.$kind
    is_status 0
    lines out 8
    says out '"quote":"1000,5","value":1000500000000,"unit":"VND","bound":"exact","kind":"level","aspect":"actual","period":"2024-Q3","subject":"TỔNG SỐ"'
    says out '"quote":"1200","value":1200000000000,"unit":"VND","bound":"exact","kind":"level","aspect":"estimate","period":"2024-Q4"'
    says out '"quote":"98,25","value":-1.75,"unit":"%","bound":"exact","kind":"growth","against":"same_period","aspect":"actual","period":"2024-Q4"'
done

# CSV from a file and a block pasted from a spreadsheet.
printf 'Chỉ tiêu;Năm 2023;Năm 2024\nThu ngân sách;1.234;2.345\n' >a.csv
run dieuhanh sheet a.csv --format jsonl
is_status 0
says err 'không rõ «1.234»'
says err '--numbers vi'
says out '"cell":"B2","row":2,"column":2,"type":"text"'
run dieuhanh sheet a.csv --numbers en --format jsonl
silent err
says out '"cell":"B2","row":2,"column":2,"type":"number","value":1.234'
printf 'Xã\tSố hộ\nXã Thử Một\t1.200,5\n' >block
dieuhanh sheet - --format csv <block >"$out" 2>"$err"
ok 'a pasted block' sh -c 'tail -1 "$1" | tr -d "\r" | grep -qx "Xã Thử Một,1200.5"' - "$out"

# What cannot be read.
echo text >a.txt
run dieuhanh sheet a.txt
is_status 1
says err '«a.txt» không phải bảng tính'
printf 'PK\003\004xl/workbook.xml' >b.xlsx
run dieuhanh read b.xlsx
is_status 1
says err 'tệp bảng tính «b.xlsx» hỏng'
run dieuhanh --lang en sheet b.xlsx
says err 'the workbook "b.xlsx" is damaged'
run dieuhanh sheet
is_status 2
done_testing
