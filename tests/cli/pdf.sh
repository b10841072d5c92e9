#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# pdf: reports and tables that come as PDF, from the file to the record. The files are made here from descriptions; what is
# read of each kind of page is in tests/pdf.
. "$(dirname "$0")/lib.sh"
if ! command -v python3 >/dev/null || ! command -v pdftotext >/dev/null; then
    skip 'python3 or pdftotext (poppler-utils) is not installed' 1
    done_testing
fi
make() { python3 "$here/../tools/make_pdf.py" "$1" "$2"; }
for name in report table_over_pages no_table scanned cut password garbage tcvn3; do make "$here/../pdf/$name.json" $name.pdf; done

# A report: its number, date and figures; the same as of its text.
run dieuhanh read --format jsonl report.pdf
is_status 0
silent err
says out '"quote":"125/BC-UBND"'
says out '"quote":"8.343 triệu đồng","value":8343000000,"unit":"VND","bound":"exact","kind":"level","aspect":"estimate","period":"2024-H1"'
says out '"quote":"99,5%"'
says out '"quote":"1.500,5"'
cp report.pdf report.bin
run dieuhanh read --format csv report.bin
is_status 0
ok 'standard input' sh -c '"$1" read --format csv - <report.pdf | grep -q 125/BC-UBND' - "$DIEUHANH"
run dieuhanh check report.pdf
is_status 0

# Its tables.
run dieuhanh sheet report.pdf
is_status 0
says out 'Lệ phí trước bạ'
run dieuhanh sheet table_over_pages.pdf --format jsonl
is_status 0
says out '{"sheet":"trang 1-3","cell":"D67","row":67,"column":4,"type":"number","value":6723,"text":"6.723"'
run dieuhanh form table_over_pages.pdf
is_status 0
says out 'trang 1-3'
says out 'Triệu đồng'
run dieuhanh sheet no_table.pdf
is_status 1
says err 'tệp PDF «no_table.pdf» không có bảng nào'

# What cannot be read is said, and what to do.
for what in 'scanned:chỉ có ảnh quét' 'cut:bị cắt cụt' 'password:có mật khẩu' 'garbage:hỏng, không mở được'; do
    run dieuhanh read ${what%%:*}.pdf
    is_status 1
    says err "tệp PDF «${what%%:*}.pdf» ${what#*:}"
done
run dieuhanh sheet scanned.pdf --lang en
is_status 1
says err 'holds only scanned images'
run env PATH=/nowhere "$DIEUHANH" read report.pdf
is_status 1
says err 'chưa cài chương trình pdftotext để đọc «report.pdf»'
says err 'sudo apt install poppler-utils'
run dieuhanh version
says out 'đọc PDF: /'
run env PATH=/nowhere "$DIEUHANH" version
says out 'chưa cài (gói poppler-utils)'

# A page repeated many thousand times: stopped at a limit, and soon.
python3 - <<'PY'
import json
text = 'Thu ngân sách 6 tháng đầu năm 2024 đạt 1.234 tỷ đồng.'
json.dump({'damage': {'pages': 20500}, 'items': [{'para': text}]}, open('bomb.json', 'w'))
PY
make bomb.json bomb.pdf
run dieuhanh read bomb.pdf
is_status 1
says err 'quá lâu hoặc quá lớn'

# Cut anywhere: an error, or what a whole file says.
size=$(wc -c <no_table.pdf)
dieuhanh read --format csv no_table.pdf >whole.csv
bad=0
for part in 9 20 40 200 $((size / 4)) $((size / 2)) $((size * 3 / 4)) $((size - 40)) $((size - 8)) $((size - 1)); do
    head -c $part no_table.pdf >part.pdf
    if dieuhanh read --format csv part.pdf >part.csv 2>part.err; then
        sed 's/part\.pdf/no_table.pdf/' part.csv | cmp -s - whole.csv || bad=$((bad + 1))
    elif ! [ -s part.err ]; then bad=$((bad + 1)); fi
done
ok "cut anywhere: $bad of 10 wrong" [ $bad = 0 ]

# Into the record, and the way back to the page.
export DIEUHANH_USER=thu-ky
dieuhanh init --quiet --record x.db
run dieuhanh import --record x.db --place 'xã Hòa Bình' report.pdf
is_status 0
run dieuhanh statements --record x.db --format jsonl
is_status 0
id=$(grep '"quote":"8.343 triệu đồng"' "$out" | tail -1 | sed 's/.*"id":"\([^"]*\)".*/\1/')
run dieuhanh explain --record x.db "$id"
is_status 0
says out 'report.pdf, trang '
run dieuhanh explain --record x.db "$id" --format jsonl
says out '"file":"report.pdf","page":'
record_copy x.db before.db
for what in scanned cut password garbage bomb; do
    run dieuhanh import --record x.db $what.pdf
    is_status 1
done
ok 'what cannot be read changes nothing' record_same x.db before.db
run dieuhanh table --record x.db --yes --form x.form table_over_pages.pdf
is_status 0
run dieuhanh verify --record x.db
is_status 0
run dieuhanh rebuild --record x.db
is_status 0
done_testing
