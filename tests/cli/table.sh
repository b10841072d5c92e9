#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# table: tables come into the record by a form that is proposed, looked at, kept and used again. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
if ! command -v python3 >/dev/null; then
    skip 'python3 is not installed' 1
    # Powers of ten, as programs write them: a row of them is a row of figures and no head.
printf 'chi tieu,nam,gia tri\nThu,2022,1.5e+07\nThu,2023,2.25e+06\nThu,2024,12.5\n' >mu.csv
run dieuhanh form mu.csv --figures --format jsonl
lines out 3
says out '"value":15000000,'
says out '"value":2250000,'
# "Thực hiện cùng kỳ" is the value of last year, and no growth.
printf 'Thu ngân sách 6 tháng đầu năm 2024;;\nChỉ tiêu;Thực hiện cùng kỳ năm trước;Thực hiện kỳ này;So với cùng kỳ (%%)\nThu nội địa;120,5;130,5;108,3\n' >ky.csv
run dieuhanh form ky.csv --figures --format jsonl
says out '"value":120.5,"value_max":null,"of":null,"unit":"","bound":"exact","kind":"level","against":"","aspect":"actual","period":"2023-H1"'
says out '"value":8.3,"value_max":null,"of":null,"unit":"%","bound":"exact","kind":"growth","against":"same_period","aspect":"actual","period":"2024-H1"'
# The plan of a year in which the unit ended; what is not accepted is told.
cat >q.jsonl <<'JSON'
{"unit":"760","indicator":"C01","period":"2025","value":11000000000000,"aspect":"plan","layer":"giao"}
{"unit":"760","indicator":"C01","period":"2025-H1","value":4950000000000,"aspect":"actual"}
JSON
run dieuhanh init --record q.db --quiet
run dieuhanh table --record q.db --accept q.jsonl
is_status 0
silent err
run dieuhanh budget --record q.db --unit 'quận 1' --period 2025 --part revenue --format jsonl
is_status 0
says out '"plan_given":11000000000000'
run dieuhanh budget --record q.db --unit 'quận 1' --period 2026 --part revenue
is_status 1
says err 'của cấp huyện đến 30/6/2025'
run dieuhanh explain --record q.db F2
says out '      {"unit":"760","indicator":"C01","period":"2025-H1","value":«4950000000000»,"aspect":"actual"}'
sed -n '2s/4950/4960/p' q.jsonl >q2.jsonl
run dieuhanh table --record q.db --accept q2.jsonl
is_status 0
says err '1 số liệu chưa được chấp nhận'
done_testing
fi
make() { python3 "$here/../tools/make_book.py" "$1" "$2"; }
unset DIEUHANH_RECORD
export DIEUHANH_USER=can-bo

book() { # YEAR VALUE
    cat <<JSON
{"sheets": [{"name": "Bieu 1", "cells": {
  "A1": "Thu ngân sách của phường", "D2": "Đơn vị tính: triệu đồng",
  "A3": "Chỉ tiêu", "B3": "Dự toán năm $1", "C3": "Thực hiện năm $1", "D3": "Ghi chú",
  "A4": "Thu ngân sách nhà nước trên địa bàn", "B4": 1200, "C4": $2, "D4": "tạm tính",
  "A5": "Thu lệ phí trước bạ", "B5": 40, "C5": 35.5}}]}
JSON
}
book 2023 1234.5 >a.json
book 2024 1300 >b.json
make a.json a.xlsx
make b.json b.xls

# A form is proposed from the heads.
run dieuhanh form a.xlsx
is_status 0
says out 'unit	triệu đồng'
says out 'column	A	name	# Chỉ tiêu'
says out 'column	B	value	# Dự toán năm 2023'
says out 'column	D	skip	# Ghi chú'
run dieuhanh form a.xlsx --figures --format jsonl --place 'phường An Lạc Thử'
lines out 4
says out '"quote":"1200","value":1200000000,"value_max":null,"of":null,"unit":"VND","bound":"exact","kind":"level","against":"","aspect":"plan","period":"2023","subject":"Thu ngân sách nhà nước trên địa bàn","indicator":"C01","place":"phường An Lạc Thử","rule":"form"'
says out '"quote":"35,5","value":35500000,'

# Nothing is imported by a form that nobody has looked at.
run dieuhanh init
run dieuhanh table --form thu.form --place 'phường An Lạc Thử' a.xlsx
is_status 1
says out 'column	B	value'
says err 'chưa nhập'
ok 'the form was not kept' [ ! -f thu.form ]
run dieuhanh table --form thu.form --dry-run --format jsonl a.xlsx
is_status 0
lines out 4
run dieuhanh documents --format jsonl
lines out 0

# With --yes it is imported and kept; again changes nothing.
run dieuhanh table --form thu.form --yes --accept --place 'phường An Lạc Thử' --format csv a.xlsx
is_status 0
says err 'đã ghi mẫu vào «thu.form»'
says out 'a.xlsx,D1,new,4,4,4,0,4'
run dieuhanh table --form thu.form --accept --place 'phường An Lạc Thử' --format csv a.xlsx
says out 'a.xlsx,D1,unchanged,0,0,0,0,0'
run dieuhanh export --format csv
says out ',2023,level,actual,,,1234500000,'
says out ',2023,level,plan,,'

# The form serves the next year, though the file is of another kind; a column that was given an indicator has it.
run dieuhanh table --form thu.form --accept --place 'phường An Lạc Thử' --format csv b.xls
is_status 0
says out 'b.xls,D2,new,4,4,4,0,4'
run dieuhanh export --format csv
says out ',2024,level,actual,,,1300000000,'

# A corrected form withdraws what was not judged and says it anew.
sed 's/^column	C	value/column	C	skip/' thu.form >hep.form
run dieuhanh table --form hep.form --place 'phường Bình Thử' --yes --format csv a.xlsx
says out 'a.xlsx,D1,again,2,2,'
run dieuhanh verify
is_status 0

# A file of another form is refused, with the place, and changes nothing.
printf 'Xã;Số hộ\nXã Thử Một;12\n' >khac.csv
run dieuhanh table --form thu.form khac.csv
is_status 1
says err 'bảng ở khac!A1 không có trong mẫu, cột của nó là: Xã | Số hộ'
# A column that is not clear stops the import, too.
printf 'Chỉ tiêu;Năm 2023\nThu ngân sách;1.234\n' >mo.csv
run dieuhanh table --form mo.form --yes mo.csv
is_status 1
says err 'không rõ cách viết số'
run dieuhanh table --form mo.form --yes --numbers vi --place 'phường An Lạc Thử' --format csv mo.csv
is_status 0
# Forms that somebody broke.
for line in 'column	A	nhãn' 'column	AAAAA	name' 'column	B	value	indicator=Z99' 'column	B	value	period=2023-13' 'cột	B' 'row	Thu	Z99'; do
    { head -3 thu.form; printf '%s\n' "$line"; } >hong.form
    run dieuhanh table --form hong.form a.xlsx
    is_status 1
    says err 'hong.form», dòng 4'
done
# Long tables: places and years in columns; codes are left alone.
printf 'ma,xa,nam,so_ho\n01,xã Thử Một,2022,120\n02,xã Thử Hai,2023,"1,250.5"\n' >dai.csv
run dieuhanh form dai.csv
says out 'column	A	skip	# ma'
says out 'column	C	time	# nam'
run dieuhanh form dai.csv --figures --format jsonl
lines out 2
says out '"value":1250.5,'
says out '"period":"2023"'
# Powers of ten, as programs write them: a row of them is a row of figures and no head.
printf 'chi tieu,nam,gia tri\nThu,2022,1.5e+07\nThu,2023,2.25e+06\nThu,2024,12.5\n' >mu.csv
run dieuhanh form mu.csv --figures --format jsonl
lines out 3
says out '"value":15000000,'
says out '"value":2250000,'
# "Thực hiện cùng kỳ" is the value of last year, and no growth.
printf 'Thu ngân sách 6 tháng đầu năm 2024;;\nChỉ tiêu;Thực hiện cùng kỳ năm trước;Thực hiện kỳ này;So với cùng kỳ (%%)\nThu nội địa;120,5;130,5;108,3\n' >ky.csv
run dieuhanh form ky.csv --figures --format jsonl
says out '"value":120.5,"value_max":null,"of":null,"unit":"","bound":"exact","kind":"level","against":"","aspect":"actual","period":"2023-H1"'
says out '"value":8.3,"value_max":null,"of":null,"unit":"%","bound":"exact","kind":"growth","against":"same_period","aspect":"actual","period":"2024-H1"'
# The plan of a year in which the unit ended; what is not accepted is told.
cat >q.jsonl <<'JSON'
{"unit":"760","indicator":"C01","period":"2025","value":11000000000000,"aspect":"plan","layer":"giao"}
{"unit":"760","indicator":"C01","period":"2025-H1","value":4950000000000,"aspect":"actual"}
JSON
run dieuhanh init --record q.db --quiet
run dieuhanh table --record q.db --accept q.jsonl
is_status 0
silent err
run dieuhanh budget --record q.db --unit 'quận 1' --period 2025 --part revenue --format jsonl
is_status 0
says out '"plan_given":11000000000000'
run dieuhanh budget --record q.db --unit 'quận 1' --period 2026 --part revenue
is_status 1
says err 'của cấp huyện đến 30/6/2025'
run dieuhanh explain --record q.db F2
says out '      {"unit":"760","indicator":"C01","period":"2025-H1","value":«4950000000000»,"aspect":"actual"}'
sed -n '2s/4950/4960/p' q.jsonl >q2.jsonl
run dieuhanh table --record q.db --accept q2.jsonl
is_status 0
says err '1 số liệu chưa được chấp nhận'
# A bare year at the head, or a whole number of four digits, does not make the points below it decimal.
printf 'Chỉ tiêu;ĐVT;2024;2025\nDân số trung bình;người;47.123;48.250\nTổng chi ngân sách;triệu đồng;11.500;12.250\n' >y1.csv
printf 'Chỉ tiêu;Năm 2024\nDân số trung bình;1150\nTổng chi ngân sách;47.123\n' >y2.csv
for file in y1.csv y2.csv; do
    run dieuhanh table --record q.db --form y.form --yes --accept --place 'quận 1' "$file"
    is_status 1
    says err 'không rõ'
    says err 'chưa nhập: có cột không rõ cách viết số'
    ok 'the form was not kept' [ ! -f y.form ]
done
run dieuhanh form y1.csv --figures --numbers vi --format jsonl
says out '"quote":"48.250","value":48250,'
run dieuhanh read y1.csv --format jsonl
says_not out '"value":48.25,'
# What cannot be read in a column of values is named; a file that gives no figure is refused.
printf 'Chỉ tiêu;ĐVT;Năm 2024;Năm 2025\nDân số thử;người;47123;4712x\nSố hộ thử;hộ;1234;#REF!\nSố trường thử;trường;12;-\nSố lớp thử;lớp;1l.000;40\n' >o.csv
run dieuhanh table --record q.db --form o.form --yes --place 'quận 1' --format csv o.csv
is_status 0
says err 'ô o!D2 ở cột số liệu không đọc được thành số: «4712x»'
says err 'ô o!D3 ở cột số liệu không đọc được thành số: «#REF!»'
says err 'ô o!C5 ở cột số liệu không đọc được thành số: «1l.000»'
says_not err 'o!D4'
printf 'Chỉ tiêu;Năm 2025\nDân số thử;4712x\nSố hộ thử;1234\n' >o2.csv
run dieuhanh table --record q.db --dry-run --form o2.form --place 'quận 1' --format jsonl o2.csv
lines out 1
says err 'ô o2!B2 ở cột số liệu không đọc được thành số: «4712x»'
printf 'Chỉ tiêu;Năm 2025\nDân số thử;4712x\n' >o3.csv
for option in --dry-run --yes; do
    run dieuhanh table --record q.db $option --form o3.form --place 'quận 1' o3.csv
    is_status 1
    says err 'ô o3!B2 ở cột số liệu không đọc được thành số: «4712x»'
    says err 'mẫu không cho ra số liệu nào'
done
# So is a formula of a workbook that went wrong, below the last row that can be read, too.
cat >loi.json <<'JSON'
{"sheets": [{"name": "B1", "cells": {"A1": "Chỉ tiêu", "B1": "Năm 2025", "A2": "Dân số thử", "B2": 4712, "A3": "Số hộ thử", "B3": {"error": "#DIV/0!"}}}]}
JSON
for kind in xlsx xls; do
    make loi.json loi.$kind
    run dieuhanh table --record q.db --dry-run --form loi.form --place 'quận 1' --format jsonl loi.$kind
    lines out 1
    says err 'ô B1!B3 ở cột số liệu không đọc được thành số: «#DIV/0!»'
done
# What is looked at before says what would be kept.
printf '{"unit":"760","indicator":"C01","period":"2024","value":"1.234","measure":"tỷ đồng"}\n' >chu.jsonl
printf '{"unit":"760","indicator":"C01","period":"2024","value":1.234,"measure":"tỷ đồng"}\n' >so.jsonl
run dieuhanh table --record q.db --dry-run --numbers vi chu.jsonl
says out '1.234.000.000.000 VND'
run dieuhanh table --record q.db --dry-run so.jsonl
says out '1.234.000.000 VND'
# The place in the heading of a sheet is that of the table, where nobody says another.
rows='Chỉ tiêu;Năm 2024;Năm 2025\nDân số trung bình;47.123;48.2501\n'
headed() { printf "$1\n;;\nBiểu 1: kinh tế - xã hội năm 2025;;\n$rows" >dau.csv; } # HEADING
dieuhanh init --record n.db --quiet
headed 'UBND PHƯỜNG SÀI GÒN;;'
run dieuhanh table --record n.db --dry-run --numbers en --format jsonl dau.csv
is_status 0
says out '"place":"phường Sài Gòn, thành phố Hồ Chí Minh"'
says err 'nơi: phường Sài Gòn, thành phố Hồ Chí Minh (26740), 2 số (theo đầu bảng)'
says err '1 số thuộc kỳ trước ngày 1/7/2025, khi phường Sài Gòn chưa có: hiểu là số của địa bàn hiện nay, không phải của đơn vị cũ'
of_unit() { # HEADING UNIT
    headed "$1"
    run dieuhanh table --record n.db --dry-run --numbers en --format jsonl dau.csv
    is_status 0
    says err "($2), 1 số (theo đầu bảng)"
}
of_unit 'ỦY BAN NHÂN DÂN TỈNH TÂY NINH;;\nĐơn vị: xã Tân Lập;;' 25489
of_unit 'Thu ngân sách xã Tân Lập tỉnh Tây Ninh năm 2025;;' 25489
of_unit 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;\nTÌNH HÌNH KT-XH TP. HỒ CHÍ MINH;;' 79
headed 'Thu ngân sách xã Tân Lập năm 2025;;'
run dieuhanh table --record n.db --dry-run --numbers en dau.csv
is_status 1
says err 'nơi «xã Tân Lập» ở đầu bảng có thể là nhiều đơn vị: 19462 xã Tân Lập, tỉnh Quảng Trị; '
headed 'Phường Sài Gòn và phường Bến Thành;;'
run dieuhanh table --record n.db --dry-run --numbers en dau.csv
is_status 1
says err 'đầu bảng nêu nhiều nơi: phường Sài Gòn; phường Bến Thành'
run dieuhanh table --record n.db --dry-run --numbers en --place 'phường Bến Thành' dau.csv
is_status 0
says err 'nơi: phường Bến Thành, thành phố Hồ Chí Minh (26743), '
# A heading that only looks like a place is none; a column of places goes before it.
for heading in 'XÃ TÂN LẬP THƯỢNG;;' 'UBND phường Bình Thử;;' 'Xã hội hóa giáo dục;;'; do
    headed "$heading"
    run dieuhanh table --record n.db --dry-run --numbers en dau.csv
    is_status 0
    says err '2 số chưa rõ nơi'
done
printf 'Phường Sài Gòn và phường Bến Thành;\nXã, phường;Năm 2025\nPhường Sài Gòn;48250\nPhường Bến Thành;51000\n' >cot.csv
run dieuhanh table --record n.db --dry-run --format jsonl cot.csv
is_status 0
says out '"place":"Phường Bến Thành"'
# No second unit is made beside one of the country, whatever the period; several are told.
headed 'Biểu;;'
run dieuhanh table --record n.db --form n.form --yes --accept --numbers en --place 'phường Sài Gòn' dau.csv
is_status 0
run dieuhanh export --record n.db --format csv
says out ',26740,phường Sài Gòn,2024,'
says out ',26740,phường Sài Gòn,2025,'
says_not out 'phuong-sai-gon'
run dieuhanh table --record n.db --dry-run --numbers en --place 'xã Tân Lập' dau.csv
is_status 1
says err '«xã Tân Lập» có thể là nhiều đơn vị: 19462 xã Tân Lập, tỉnh Quảng Trị; '
run dieuhanh table --record n.db --dry-run --numbers en --place 'phường Bình Thử' dau.csv
is_status 0
says err 'nơi: phường Bình Thử (phuong-binh-thu), 2 số: đơn vị mới, chưa có trong danh mục và trong kho'
run dieuhanh verify --record n.db
is_status 0
# Workings beside a table, behind an empty column, are no figures; numbers beside a head leave it one.
printf 'Chỉ tiêu;Tháng 01;Tháng 02;Tháng 03;;Tổng;BQ\n;năm 2024;năm 2024;năm 2024;;;\n;(người);(người);(người);;49,8;24,9\nDân số thử;4712;4713;4714;;49,5;24,5\nSố hộ thử;1234;1235;1236;;50,5;25,5\n' >ben.csv
run dieuhanh form --numbers vi ben.csv
says out 'column	B	value	# Tháng 01 năm 2024 (người)'
printf 'Chỉ tiêu;Năm 2024;Năm 2025;;;\nDân số thử;4712;4713;;49,5;24,5\nSố hộ thử;1234;1235;;50,5;25,5\n' >ben2.csv
run dieuhanh form --numbers vi ben2.csv
says out 'column	E	skip	# không có đầu cột, đứng cách bảng'
says out 'column	F	skip	# không có đầu cột, đứng cách bảng'
run dieuhanh form --numbers vi --figures --format jsonl ben2.csv
lines out 4
# A row that heads some of the columns only goes on with the head above it.
printf ';Năm 2024;;Năm 2025;\n;Vận chuyển;Luân chuyển;Vận chuyển;Luân chuyển\nA. Hành khách;Nghìn người;Triệu người.km;;\nTổng số;12;13;14;15\nTrong nước;10;11;12;13\nB. Hàng hóa;Nghìn tấn;Triệu tấn.km;;\nTổng số;22;23;24;25\nTrong nước;20;21;22;23\n' >tiep.csv
run dieuhanh form tiep.csv
says out 'Năm 2024 Vận chuyển Nghìn tấn'
says out 'column	E	value	# Luân chuyển'
# A time that cannot be is no time: the column is told of and not read, never taken for the year.
dieuhanh init --record sai.db --quiet
impossible() { # HEAD WORDS
    printf 'Chỉ tiêu\tĐVT\t%s\nThu nội địa\ttỷ đồng\t5,5\n' "$1" >sai.tsv
    rm -f sai.form
    run dieuhanh table --record sai.db --form sai.form --yes --accept -p 'phường Sài Gòn' sai.tsv
    is_status 1
    says err "ô sai!C1: «$2» không thể là một thời gian"
    says err 'mẫu không cho ra số liệu nào'
}
impossible 'Tháng 13/2026' 'Tháng 13/2026'
impossible 'Tháng 0/2026' 'Tháng 0/2026'
impossible 'Thực hiện tháng 13.2026' 'tháng 13.2026'
impossible 'Quý V/2026' 'Quý V/2026'
impossible 'Ước quý 5 năm 2026' 'quý 5 năm 2026'
impossible '31/02/2026' '31/02/2026'
impossible 'Đến ngày 31.6.2026' '31.6.2026'
impossible 'Lũy kế đến 31/6/2026' '31/6/2026'
impossible '15 tháng năm 2026' '15 tháng năm 2026'
impossible 'Ngày 31 tháng 6 năm 2026' '31 tháng 6 năm 2026'
run dieuhanh export --record sai.db --format csv
lines out 1
printf 'Chỉ tiêu\tĐVT\tTháng 13/2026\tTháng 6/2026\tQuý II/2026\tĐến 30/6/2026\tNgày 15 tháng 5 năm 2026\t12 tháng năm 2025\nThu nội địa\ttỷ đồng\t5,5\t6,5\t7,5\t8,5\t9,5\t10,5\n' >sai.tsv
run dieuhanh table --record sai.db --dry-run -p 'phường Sài Gòn' --format jsonl sai.tsv
is_status 0
lines out 5
says err 'ô sai!C1: «Tháng 13/2026» không thể'
for period in 2026-06 2026-Q2 2026-05-15 2025; do says out "\"period\":\"$period\""; done
says_not out '"period":"2026"'
# So it is in a title.
printf 'Thu ngân sách tháng 13/2026;;\nChỉ tiêu;ĐVT;Thực hiện\nThu nội địa;tỷ đồng;5,5\n' >sai.csv
run dieuhanh table --record sai.db --dry-run -p 'phường Sài Gòn' --format jsonl sai.csv
says err 'ô sai!A1: «tháng 13/2026» không thể'
says out '"period":"",'
# Nothing can have been reached in a year that has not come; a plan can.
printf 'Chỉ tiêu\tĐVT\tThực hiện năm 2062\nThu nội địa\ttỷ đồng\t5,5\n' >sau.tsv
run dieuhanh table --record sai.db --form sau.form --yes --accept -p 'phường Sài Gòn' sau.tsv
is_status 1
says err '«sau.tsv»: 1 số thực hiện của kỳ chưa đến, số đầu là «5,5, năm 2062»'
ok 'the form was not kept' [ ! -f sau.form ]
printf '{"unit":"26740","indicator":"C01","period":"2062","value":5500000000,"aspect":"actual"}\n' >sau.jsonl
run dieuhanh table --record sai.db --accept sau.jsonl
is_status 1
says err '1 số thực hiện của kỳ chưa đến'
sed 's/Thực hiện/Kế hoạch/' sau.tsv >kh.tsv
run dieuhanh table --record sai.db --dry-run -p 'phường Sài Gòn' kh.tsv
is_status 0
# So it is in a row.
printf 'Kỳ;Thu nội địa (tỷ đồng)\nTháng 5/2026;5,5\nTháng 6/2026;6,5\nTháng 13/2026;7,5\n' >ky2.csv
run dieuhanh table --record sai.db --dry-run -p 'phường Sài Gòn' --format jsonl ky2.csv
lines out 2
says err 'ô ky2!A4: «Tháng 13/2026» không thể'
# The head of a column of places says their level: a province under the name that it had; one that nobody knows is told of, and no commune.
dieuhanh init --record cap.db --quiet
printf 'Tỉnh\tNăm\tThu nội địa (tỷ đồng)\nHà Nam\t2023\t100\nHải Dương\t2023\t70\nHà Tây\t2000\t50\nHuế\t2011\t60\n' >cap.tsv
run dieuhanh table --record cap.db --form cap.form --yes --accept cap.tsv
is_status 0
says err 'không có đơn vị nào tên «tỉnh Hà Tây, kỳ năm 2000, ô A4»'
run dieuhanh export --record cap.db --format csv
lines out 5
says out ',tinh-ha-tay,tỉnh Hà Tây,2000,'
says out ',46.2024,tỉnh Thừa Thiên Huế,2011,'
says out ',tỉnh Hà Nam,2023,'
says out ',tỉnh Hải Dương,2023,'
# The only value of the last row that is none, and words, are told of; a row that numbers the columns holds no figures.
printf 'Chỉ tiêu;ĐVT;Tháng 6/2026\nThu nội địa;tỷ đồng;5,5\nThu lệ phí trước bạ;tỷ đồng;4,5\nThu ngân sách nhà nước trên địa bàn;tỷ đồng;5O,5\n' >t1.csv
run dieuhanh table --record cap.db --dry-run -p 'phường Sài Gòn' --format jsonl t1.csv
lines out 2
says err 'ô t1!C4 ở cột số liệu không đọc được thành số: «5O,5»'
printf 'Chỉ tiêu;ĐVT;Tháng 6/2026\nThu nội địa;tỷ đồng;5O,5\nThu lệ phí trước bạ;tỷ đồng;4,5\nThu ngân sách nhà nước trên địa bàn;tỷ đồng;chưa có\n' >t2.csv
run dieuhanh table --record cap.db --dry-run -p 'phường Sài Gòn' --format jsonl t2.csv
lines out 1
says err 'ô t2!C2 ở cột số liệu không đọc được thành số: «5O,5»'
says err 'ô t2!C4 ở cột số liệu không đọc được thành số: «chưa có»'
printf 'Chỉ tiêu;Kế hoạch năm 2025;Thực hiện năm 2025;So sánh (%%)\n(A);(1);(2);(3)=(2)/(1)\nThu nội địa;40;44;110\nThu lệ phí trước bạ;10;12;120\n' >so.csv
run dieuhanh table --record cap.db --dry-run -p 'phường Sài Gòn' --format jsonl so.csv
lines out 6
says_not out '"value":-1'
# "Đơn vị" over names of places is a column of places.
printf 'Đơn vị;Dân số năm 2025 (người)\nPhường Sài Gòn;48250\nPhường Bến Thành;51000\n' >dv.csv
run dieuhanh table --record cap.db --dry-run --format jsonl dv.csv
lines out 2
says out '"place":"Phường Bến Thành"'
# Short forms in a heading; to whom a table goes is not whose it is.
of_short() { # HEADING UNIT
    headed "$1"
    run dieuhanh table --record n.db --dry-run --numbers en --format jsonl dau.csv
    is_status 0
    says err "$2"
}
of_short 'UBND TP.HCM;;' 'Hồ Chí Minh (79), 1 số (theo đầu bảng)'
of_short 'UBND TPHCM;;' 'Hồ Chí Minh (79), 1 số (theo đầu bảng)'
of_short 'UBND Q. Bình Thạnh;;' 'nơi: quận Bình Thạnh'
of_short 'UBND P.Bến Thành;;' 'nơi: phường Bến Thành'
of_short 'UBND P.1 Q.3;;' 'nơi: phường 1, quận 3'
of_short 'Kính gửi: UBND phường Sài Gòn;;' '2 số chưa rõ nơi'
done_testing
