#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# unit: the units of the country without any record; own units and lineage by hand; reports of before and after 1/7/2025 in one record,
# and last year's figure of units that were made anew: recomputed, estimated, or not comparable.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='người thử'

# The codes of a list of units, sorted, on one line.
codes() { sed -n 's/.*"unit":"\([^"]*\)".*/\1/p' "$1" | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//'; }
has_codes() { ok "units of: $about: «$(codes "$out")» is «$1»" [ "$(codes "$out")" = "$1" ]; }

# --- without a record
for name in 'quận Bình Thạnh' 'Q. Bình Thạnh' 'UBND QUẬN BÌNH THẠNH' 765; do
    run dieuhanh unit show "$name" --format jsonl
    is_status 0
    silent err
    says out '"code":"765","unit":"765","name":"quận Bình Thạnh","kind":"quận","level":"district","parent":"79"'
    says out '"from":null,"to":"2025-06-30"'
done
run dieuhanh unit successors 'quận Bình Thạnh' --format jsonl
is_status 0
has_codes '26905 26911 26929 26944 26956'
says out '"part":"part","shares":{"area":0.1322,"population":0.2218},"day":"2025-07-01","source":"1685/NQ-UBTVQH15 ngày 16/6/2025"'
run dieuhanh unit successors Q1 --format jsonl
has_codes '26737 26740 26743 26758'
run dieuhanh unit successors 777 --format jsonl
has_codes '27439 27442 27448 27457 27460 27595 27604'
says out '"shares":{}'
run dieuhanh unit successors 'quận Hai Bà Trưng' --format jsonl
has_codes '00082 00097 00226 00256 00283 00292 00301 00322 00328'
run dieuhanh unit predecessors 26944 --format jsonl
has_codes '26926 26941 26944.2025 26950'
says out '"code":"26944","unit":"26944.2025","name":"phường 1","kind":"phường","level":"commune","parent":"765"'
run dieuhanh unit predecessors 26944 --level district --format jsonl
has_codes '765'
run dieuhanh unit predecessors 'phường Lộc Ninh, TP Đồng Nai' --format jsonl
has_codes '25270.2025 25288 25297'
run dieuhanh unit successors 'phường 3, quận Bình Thạnh' --at 2026-01-01 --format jsonl
has_codes '26944'
says out '"part":"whole"'
run dieuhanh unit history 26944 --format csv
says out '-2,26947,26947,phường 3'
says out '0,26944,26944,phường Gia Định'
run dieuhanh unit show 26905 --at 2024-06-30 --format jsonl
has_codes '26905.2025'
run dieuhanh unit show TPHCM --at 2024-06-30 --format jsonl
has_codes '79.2025'
run dieuhanh unit list --format csv
lines out 35
run dieuhanh unit list --level commune --at 2025-07-01 --format csv
lines out 3322
run dieuhanh unit list --level district --at 2025-06-30 --format csv
lines out 697
run dieuhanh unit list 'quận Bình Thạnh' --format csv
lines out 16
run dieuhanh unit show 'quận 1'
is_status 0
says out 'thành phố Hồ Chí Minh'

# A name of several, of none, and nearly right.
run dieuhanh unit show 'xã Tân Lập'
is_status 1
silent out
says err '19462'
says err 'xã Tân Lập, tỉnh Quảng Trị'
says err 'có thể là 3 đơn vị'
says err '(từ 1/7/2025)'
run dieuhanh unit show 'xã Tân Lập, tỉnh Quảng Trị' --format jsonl
has_codes '19462'
# Several of today, and a quận of the name that is no more: it is named too.
run dieuhanh unit show 'Bình Tân'
is_status 1
says err 'có thể là 4 đơn vị'
says err '777 quận Bình Tân, thành phố Hồ Chí Minh'
# One of today that former units share the name with; a code on a day on which it was none; many.
run dieuhanh unit show 'Bình Thạnh'
is_status 0
says out '26929'
says err 'cũng là tên của 11 đơn vị cũ, như quận Bình Thạnh (đến 30/6/2025)'
run dieuhanh unit successors 'Hai Bà Trưng' --lang en
is_status 0
silent out
says err 'was also the name of 3 former units, such as quận Hai Bà Trưng (until 30/6/2025)'
run dieuhanh unit show 'quận Bình Thạnh'
silent err
run dieuhanh unit show 760 --at 2026-01-01
is_status 1
says err 'ngày 1/1/2026 không có đơn vị nào là «760»'
says err 'Ngày khác thì có: 760 quận 1, thành phố Hồ Chí Minh.'
run dieuhanh unit show 'phường 1'
is_status 1
says err 'phường 1, thành phố Đà Lạt; …'
run dieuhanh unit find 'xã Tân Lập' --at 2026-01-01 --format csv
is_status 0
lines out 4
run dieuhanh unit show 'quận Bình Thạn'
is_status 1
says err 'Có phải:'
says err '765 quận Bình Thạnh'
run dieuhanh unit show 'nơi không có gì'
is_status 1
says err '«nơi không có gì»'
run dieuhanh unit show 'quận Bình Thạnh' --at 2026-01-01
is_status 1
run dieuhanh unit
is_status 2
run dieuhanh unit show
is_status 2
run dieuhanh unit show 765 766
is_status 2
run dieuhanh unit dance 765
is_status 2
run dieuhanh unit show 765 --record nowhere.db
is_status 1
run dieuhanh unit add 'trường Hoa Mai'
is_status 1
says err 'không có kho số liệu'
on_server || ok 'showing made no record' [ ! -e dieuhanh.db ]

# --- own units and lineage by hand
dieuhanh init --quiet
run dieuhanh unit add 'Trường tiểu học Hoa Mai' --parent 'phường Gia Định' --source '12/QĐ-UBND'
is_status 0
run dieuhanh unit show 'Trường tiểu học Hoa Mai' --format jsonl
has_codes 'truong-tieu-hoc-hoa-mai'
says out '"level":"office","parent":"26944","parent_name":"phường Gia Định"'
says out '"source":"12/QĐ-UBND"'
run dieuhanh unit add 'Trường tiểu học Hoa Mai' --parent 'phường Gia Định'
is_status 1
says err 'đã có đơn vị'
run dieuhanh unit add 'Trường tiểu học Hoa Mai' --parent 'phường Bình Quới'
is_status 0
run dieuhanh unit show 'Trường tiểu học Hoa Mai'
is_status 1
says err 'có thể là 2 đơn vị'
run dieuhanh unit show 'Trường tiểu học Hoa Mai, phường Bình Quới'
is_status 0
run dieuhanh unit list 'phường Gia Định' --format jsonl
has_codes 'truong-tieu-hoc-hoa-mai'
run dieuhanh unit add 'quận Mới' --parent 'phường Gia Định'
is_status 1
run dieuhanh unit add 'phường Mới' --from 2025-02-01 --to 2025-01-01
is_status 1
run dieuhanh unit add ' - '
is_status 1

lineage() { run dieuhanh unit lineage add "$@" --from 2025-07-01 --source '12/NQ-HĐND'; }
for name in 'quận An Hòa' 'phường An Hòa Đông' 'phường An Hòa Tây'; do
    dieuhanh unit add --quiet "$name"
done
for w in 'Hoa Đào' 'Hoa Cúc'; do
    dieuhanh unit add --quiet "phường $w" --parent 'quận An Hòa'
done
lineage 'quận An Hòa' 'phường An Hòa Đông' 'phường An Hòa Tây' --share population=0,43/0,56
is_status 1
says err '0,99'
run dieuhanh unit successors 'quận An Hòa' --format jsonl
lines out 0
lineage 'quận An Hòa' 'phường An Hòa Đông' 'phường An Hòa Tây' --share population=0,43/0,58
is_status 1
says err 'quá 1'
lineage 'quận An Hòa' 'phường An Hòa Đông' 'phường An Hòa Tây' --share population=0,43/0,57
is_status 0
run dieuhanh unit successors 'quận An Hòa' --format jsonl
has_codes 'phuong-an-hoa-dong phuong-an-hoa-tay'
says out '"part":"part","shares":{"population":0.43},"day":"2025-07-01","source":"12/NQ-HĐND"'
run dieuhanh unit show 'quận An Hòa' --format jsonl
says out '"to":"2025-06-30"'
for part in 'population=0,9' 'population=1,2' 'population=x' 'people=0,2' 'population=0,1/0,2' '0,2'; do
    lineage 'quận An Hòa' 'phường Hoa Cúc' --share "$part"
    ok "share refused: $part" [ "$status" != 0 ]
done
lineage 'quận An Hòa' 'quận An Hòa'
is_status 1
run dieuhanh unit lineage add 'quận An Hòa' 'phường Hoa Cúc' --source x
is_status 2
run dieuhanh unit lineage add 'quận An Hòa' 'phường Hoa Cúc' --from 2025-07-01
is_status 2
lineage 'phường Hoa Đào' 'phường An Hòa Đông'
is_status 0
lineage 'phường Hoa Cúc' 'phường An Hòa Đông'
is_status 0

# --- reports of both times
report() { # place, date, text
    n=$((${n:-0} + 1))
    printf 'UBND %s\nBáo cáo\n\n%s\n' "$1" "$3" >"r$n.txt"
    dieuhanh import --quiet --accept --date "$2" --place "$1" "r$n.txt" >"$out" 2>"$err"
}
old() { report "$1" 2025-06-29 "Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2025 đạt $2 tỷ đồng."; }
new() { report "$1" 2026-07-10 "Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2026 đạt $2 tỷ đồng."; }
stand() { run dieuhanh stand --period 2026-H1 --unit "$@"; }

old 'quận Bình Thạnh' '3.000'
new 'phường Gia Định' 600
run dieuhanh export --format csv
says out ',765,quận Bình Thạnh,2025-H1,'
says out ',26944,phường Gia Định,2026-H1,'
stand 'phường Gia Định'
is_status 0
says out 'khoảng -9,83 % ~'
says out 'ước theo tỷ lệ dân số từ quận Bình Thạnh'
stand 26944 --format jsonl
says out '"growth":-9.83,"growth_why":"","growth_base":"estimated","growth_note":"ước theo tỷ lệ dân số từ quận Bình Thạnh"'
says out '"year_verdict":""'
stand 26944 --lang en
says out 'estimated by shares of population from quận Bình Thạnh'
says_not out 'ước theo tỷ lệ'
run dieuhanh explain C01/26944/2026-H1/growth
says out '600 / (3.000 × 0,2218) × 100 − 100'
says out 'r1.txt'

# Figures of the wards go before shares of the district.
for w in 1:100 2:120,5 7:130 17:149,5; do
    old "phường ${w%%:*}, quận Bình Thạnh, TPHCM" "${w#*:}"
done
stand 'phường Gia Định'
says out '+20,00 % †'
says out 'tính lại từ phường 1, phường 2, phường 7, phường 17 (quận Bình Thạnh)'
says out 'tốt hơn'
run dieuhanh explain C01/26944/2026-H1/growth
says out '600 / (100 + 120,5 + 130 + 149,5) × 100 − 100'
says out 'r6.txt'
run dieuhanh report 'phường Gia Định'
says out '†'

# Bình Tân: parts went outside, nobody knows how much; then somebody says.
old 'quận Bình Tân' '2.000'
new 'phường Bình Tân' 440
stand 'phường Bình Tân'
says out 'không so sánh được'
says out 'chưa biết tỷ lệ'
stand 'phường Bình Tân' --format jsonl
says out '"growth":null,"growth_why":"địa bàn đã thay đổi từ ngày 1/7/2025; chỉ một phần của'
run dieuhanh explain C01/27442/2026-H1/growth
says out 'không so sánh được: địa bàn đã thay đổi từ ngày 1/7/2025'
run dieuhanh report 'phường Bình Tân'
says out 'không so sánh được'
lineage 'quận Bình Tân' 'phường Bình Tân' --share C01=0,2
is_status 0
stand 'phường Bình Tân'
says out 'khoảng +10,00 % ~'
says out 'ước theo tỷ lệ Thu ngân sách nhà nước trên địa bàn từ quận Bình Tân'

# Hai Bà Trưng likewise; Quận 1 stayed within its four wards.
old 'quận Hai Bà Trưng' '1.000'
new 'phường Bạch Mai' 300
stand 'phường Bạch Mai'
says out 'không so sánh được'
old 'quận 1, TPHCM' '5.000'
new 'phường Sài Gòn' '1.000'
stand 'phường Sài Gòn'
says out 'khoảng +4,71 % ~'

# A city that was merged: all three, or not at all.
old TPHCM '300.000'
old 'tỉnh Bình Dương' '50.000'
new TPHCM '400.000'
stand TPHCM
says out 'không so sánh được'
says out 'không có số cùng kỳ của tỉnh Bà Rịa - Vũng Tàu'
old 'tỉnh Bà Rịa - Vũng Tàu' '45.000'
stand TPHCM
says out '+1,27 % †'

# Invented places: the quận by its share, then its wards.
old 'quận An Hòa' '1.000'
new 'phường An Hòa Đông' 473
stand 'phường An Hòa Đông'
says out 'khoảng +10,00 % ~'
old 'phường Hoa Đào, quận An Hòa' 200
old 'phường Hoa Cúc, quận An Hòa' 230
stand 'phường An Hòa Đông'
says out '+10,00 % †'
says out 'tính lại từ phường Hoa Cúc, phường Hoa Đào'

# A rate is not added; a unit that only changed its kind goes on.
report 'xã Lộc Ninh, tỉnh Đồng Nai' 2025-12-31 'Tỷ lệ hộ nghèo năm 2025 là 2,5%. Thu ngân sách nhà nước trên địa bàn năm 2025 đạt 10 tỷ đồng.'
report 'phường Lộc Ninh, TP Đồng Nai' 2026-12-31 'Thu ngân sách nhà nước trên địa bàn năm 2026 đạt 11 tỷ đồng.'
run dieuhanh stand --period 2026 --unit 'phường Lộc Ninh'
says out '+10,00 % †'
says out 'tính lại từ xã Lộc Ninh'

# A series: the years before are those of the old units, each with how it was found; growth is like for like.
run dieuhanh series 'phường Gia Định' C01 --format jsonl
is_status 0
lines out 2
says out '"period":"2025-H1","value":500000000000,"bound":"exact"'
says out '"growth":null,"growth_why":"không có số cùng kỳ năm trước","growth_base":"same"'
says out '"ground":"recomputed","ground_note":"tính lại từ phường 1, phường 2, phường 7, phường 17 (quận Bình Thạnh)","figure":"C01/26944/2025-H1/value","growth_id":""'
says out '"growth":20.00,"growth_why":"","growth_base":"recomputed"'
says out '"ground":"own","ground_note":"","figure":"F2","growth_id":"C01/26944/2026-H1/growth"'
run dieuhanh explain C01 'phường Gia Định' 2025-H1 # a time before the ward was there
is_status 0
says out 'Kết quả: 500,0 tỷ đồng'
says out 'Cách tính: (100 + 120,5 + 130 + 149,5)'
says out 'số của địa bàn mới, tính lại từ phường 1, phường 2, phường 7, phường 17 (quận Bình Thạnh)'
run dieuhanh series 'phường Gia Định' C01
says out '500,0 †'
says out '+20,00 % †'
says out '† số của địa bàn mới (C01 2025-H1): tính lại từ phường 1, phường 2, phường 7, phường 17 (quận Bình Thạnh)'
run dieuhanh series 'phường Bình Tân' C01
says out 'khoảng 400,0 ~'
says out 'khoảng +10,00 % ~'
says out '~ số của địa bàn mới (C01 2025-H1): ước theo tỷ lệ Thu ngân sách nhà nước trên địa bàn từ quận Bình Tân'
run dieuhanh series 'phường Bạch Mai' C01
lines out 5
says out 'không so sánh được (C01 2026-H1): địa bàn đã thay đổi từ ngày 1/7/2025'
run dieuhanh series 'phường Bạch Mai' C01 --format jsonl
lines out 1
says out '"growth":null,"growth_why":"địa bàn đã thay đổi từ ngày 1/7/2025'
says out '"growth_base":"none"'
run dieuhanh series 'phường Bạch Mai' C01 --lang en
says out 'not comparable (C01 2026-H1)'
run dieuhanh series 'quận Bình Thạnh' C01 --format jsonl # what has ended stays as it was
lines out 1
says out '"value":3000000000000'
says out '"ground":"own"'
run dieuhanh series 'quận Bình Thạnh' B01
is_status 1

# A unit that stays and gets more: what it reported before is kept, and marked.
dieuhanh unit add --quiet 'phường Lan Xuân' --from 2010-01-01
dieuhanh unit add --quiet 'phường Lan Thu' --to 2025-06-30
lineage 'phường Lan Thu' 'phường Lan Xuân'
is_status 0
old 'phường Lan Xuân' 200
old 'phường Lan Thu' 100
new 'phường Lan Xuân' 330
run dieuhanh series 'phường Lan Xuân' C01
is_status 0
says out '200 ◊'
says out '+10,00 % †'
says out '◊ theo địa bàn của chính kỳ đó, trước khi sắp xếp (C01 2025-H1)'
says out '† số của địa bàn mới (C01 2025-H1): tính lại từ phường Lan Thu, phường Lan Xuân'
run dieuhanh series 'phường Lan Xuân' C01 --format csv
says out ',200000000000,'
says out ',former,,'

# What was known before is not changed, and all of it can be made again.
run dieuhanh stand --period 2025-H1 --unit 765
is_status 0
says out '3.000'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'
done_testing
