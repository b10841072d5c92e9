#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# register: registers as data: entries with their history, counts, lists in and out, figures that they feed. All names and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
unset DIEUHANH_SECRET_KEY
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-08-03
dieuhanh init -q
W='phường Bến Thành'

# What the program brings, each of them read by the reader.
run dieuhanh register list --format csv
is_status 0
ok 'seventeen registers' [ "$(wc -l <"$out")" -ge 18 ]
for r in culture_space poor_household policy_family zoning_plan alley_plan old_apartment business_household firm pavement_permit procedure fee_receipt \
    vaccination firm_organisation post emulation_title strategic_investor site_clearance; do
    run dieuhanh register show $r
    is_status 0
done
run dieuhanh register show nothing
is_status 1
says err 'không có sổ «nothing»'

# An entry: entered, edited with old and new, closed with a reason.
run dieuhanh register new culture_space name='Không gian Trường Lê Lợi' place_kind='trường học' area=120,5 -u "$W"
is_status 0
says err 'đã ghi R1 vào sổ culture_space, từ 3/8/2026'
run dieuhanh register new culture_space name='Không gian Trường Lê Lợi' place_kind='trường học' -u "$W"
is_status 1
says err 'mục R1 đang mở đã có đúng những giá trị khóa này'
run dieuhanh register new culture_space name='Nhà văn hóa' place_kind='trường mầm non' -u "$W"
is_status 1
says err 'không nhận «trường mầm non»'
run dieuhanh register new culture_space name='Nhà văn hóa' -u "$W"
is_status 1
says err 'thiếu «place_kind»'
run dieuhanh register new culture_space name='Nhà văn hóa' place_kind='khác' area=-4 -u "$W"
is_status 1
says err 'không nhận «-4»'
run dieuhanh register new culture_space name='Nhà văn hóa' place_kind='khác'
is_status 1
says err 'thiếu «unit»'
run dieuhanh register new culture_space colour=xanh -u "$W"
is_status 1
says err 'không đặt được «colour»'
run dieuhanh register new culture_space xanh -u "$W"
is_status 2
run dieuhanh register new culture_space name='Nhà văn hóa khu phố 3' place_kind='khu phố, ấp' -u 'phường Sài Gòn' --from 2026-01-05
is_status 0
run dieuhanh register edit R1 area=130 books=500 --note 'đo lại'
is_status 0
run dieuhanh register edit R1 area=130
is_status 1
says err 'không có gì thay đổi'
run dieuhanh register close R2
is_status 1
says err 'cần nêu lý do'
run dieuhanh register close R2 --note 'chuyển đi' --on 2025-12-31
is_status 1
says err 'trước ngày đầu'
run dieuhanh register close R2 --note 'chuyển sang trụ sở mới' --on 2026-07-31
is_status 0
run dieuhanh register show R1
says out '120,5 m2 → 130 m2'
run dieuhanh register show R9
is_status 1
run dieuhanh register edit X9 area=1
is_status 2

# Lists by day, unit, value, words; words without marks, the last one unfinished.
run dieuhanh register entries culture_space --format csv
lines out 2
run dieuhanh register entries culture_space --on 2026-07-01 --format csv
lines out 2
says out 'khu phố 3'
run dieuhanh register entries culture_space --all --format csv
lines out 3
run dieuhanh register entries culture_space --all place_kind='khu phố, ấp' --format csv
lines out 2
run dieuhanh register entries culture_space --text 'truong le' --format csv
lines out 2
run dieuhanh register entries culture_space --text 'truong khu' --format csv
lines out 1
run dieuhanh register entries culture_space --all --under 'thành phố Hồ Chí Minh' --limit 1 --format csv
lines out 2
says err '--after R1'
run dieuhanh register entries culture_space --all --under 'thành phố Hồ Chí Minh' --after R1 --format csv
says out 'R2'
run dieuhanh register count culture_space --on 2026-07-01 --per unit --format csv
says out '26740,1'

# Never true: counted nowhere, still there.
run dieuhanh register new culture_space name='Ghi nhầm' place_kind='khác' -u "$W"
run dieuhanh register void R3 --note 'ghi nhầm phường'
is_status 0
run dieuhanh register edit R3 area=1
is_status 1
says err 'sai từ đầu'
run dieuhanh register count culture_space --format csv
says out '1'
run dieuhanh register entries culture_space --all --format csv
says out 'void'

# Masks and secrets: the number is nowhere in the record, its hash finds the same person.
run dieuhanh register new poor_household code=H1 head='Nguyễn Văn Thử' class='hộ nghèo' identity=079012345612 -u "$W"
is_status 1
says err 'DIEUHANH_SECRET_KEY'
DIEUHANH_SECRET_KEY=khoa-thu-nghiem-chi-dung-trong-bai-thu && export DIEUHANH_SECRET_KEY
run dieuhanh register new poor_household code=H1 head='Nguyễn Văn Thử' class='hộ nghèo' identity=07901234561 -u "$W"
is_status 1
says_not err '07901234561'
run dieuhanh register new poor_household code=H1 head='Nguyễn Văn Thử' class='hộ nghèo' identity='0790 1234 5612' members=4 -u "$W" --from 2026-01-01
is_status 0
run dieuhanh register new poor_household code=H2 head='Nguyễn Văn Thử' class='hộ cận nghèo' identity=079012345612 -u 'phường Sài Gòn' --from 2026-01-01
is_status 0
run dieuhanh register duplicates poor_household --format csv
says out 'R5,R4,identity'
run dieuhanh register entries poor_household --text thu --format csv
lines out 1
run dieuhanh register entries poor_household
says out 'N. V. T.'
says_not out 'Nguyễn Văn Thử'
run dieuhanh register show R4 --reveal
is_status 1
says err 'cần nêu lý do'
run dieuhanh register show R4 --reveal --note 'lập danh sách chi trả'
is_status 0
says out 'Nguyễn Văn Thử'
says out 'đã xem giá trị bị che'
if ! on_server; then
    ok 'the number is nowhere in the record' sh -c '! grep -aq 079012345612 dieuhanh.db*'
fi

# A list comes in whole or not at all; again it changes nothing; what is different is edited.
cat >ds.csv <<'TEXT'
Mã hộ,Chủ hộ,Diện,Số nhân khẩu,Đơn vị,Từ ngày,Cột lạ
H1,Nguyễn Văn Thử,hộ nghèo,5,phường Bến Thành,1/1/2026,x
H3,Trần Thị Mẫu,hộ nghèo,3,phường Bến Thành,15/2/2026,
H4,Lê Văn Ví Dụ,hộ giàu,3,phường Bến Thành,15/2/2026,
H3,Trần Thị Mẫu,hộ nghèo,3,phường Bến Thành,15/2/2026,
H5,Lê Văn Ví Dụ,hộ nghèo,0,phường Không Có,15/2/2026,
TEXT
run dieuhanh register import poor_household ds.csv --format csv
is_status 1
says out '4,«class» không nhận «hộ giàu»'
says out '5,'
says out '6,'
says err '3 dòng sai'
run dieuhanh register entries poor_household --format csv
lines out 3
sed -i '4,6d' ds.csv
run dieuhanh register import poor_household ds.csv --dry-run
says err '2 dòng: 1 mục mới, 1 mục thay đổi, 0 mục như cũ; chỉ xem'
run dieuhanh register import poor_household ds.csv
is_status 0
says err 'bỏ qua cột «Cột lạ»'
says err '2 dòng: 1 mục mới, 1 mục thay đổi'
run dieuhanh register import poor_household ds.csv
says err '0 mục mới, 0 mục thay đổi, 2 mục như cũ'
run dieuhanh register show R4
says out '4 → 5'
run dieuhanh register export poor_household --format csv
cp "$out" again.csv
run dieuhanh register import poor_household again.csv
says err '0 mục mới, 0 mục thay đổi, 3 mục như cũ'
# A spreadsheet with a title above: numbers and days are cells, the zeros in front of an identity number are lost in it.
cat >book.json <<'TEXT'
{"sheets": [{"name": "Hộ", "cells": {"A1": "DANH SÁCH HỘ NGHÈO", "A3": "STT", "B3": "Mã hộ", "C3": "Chủ hộ", "D3": "Diện", "E3": "Số nhân khẩu",
 "F3": "Số định danh chủ hộ", "G3": "Đơn vị", "H3": "Từ ngày", "A4": 1, "B4": "H9", "C4": "Trần Văn Thí", "D4": "hộ nghèo", "E4": 6, "F4": 79012345612,
 "G4": "phường Sài Gòn", "H4": "2026-07-20"}}]}
TEXT
python3 "$here/../tools/make_book.py" book.json ds.xlsx
run dieuhanh register import poor_household ds.xlsx
is_status 0
says err '1 dòng: 1 mục mới'
run dieuhanh register duplicates poor_household --format csv
says out 'R7,R4,identity'
run dieuhanh register void R7 --note 'dòng thử'
run dieuhanh register import poor_household nothing.csv
is_status 1
echo 'a,b' >bad.csv
run dieuhanh register import poor_household bad.csv
is_status 1
says err 'không tìm thấy hàng đầu cột'

# Counts, and what may be published of them.
run dieuhanh register count poor_household --count poor --per unit --format csv
says out '26743,2'
run dieuhanh register count poor_household --count members --format csv
says out '3,'
run dieuhanh register count poor_household --per class --public --format csv
says_not out ',2'
says err 'đã được ẩn'
run dieuhanh register count poor_household --count nothing
is_status 1
run dieuhanh register count poor_household --per head
is_status 1

# Figures with their proof; once more is nothing.
run dieuhanh register feed poor_household --period 2026-H1 --dry-run --format csv
says out 'F10a,poor,Số hộ nghèo,26743'
run dieuhanh register feed poor_household --period 2026-H2
is_status 1
says err 'sau hôm nay'
run dieuhanh register feed poor_household --period soon
is_status 2
run dieuhanh register feed poor_household --period 2026-H1
is_status 0
says err 'chấp nhận 4'
run dieuhanh register feed poor_household --period 2026-H1
says err 'không đổi gì'
run dieuhanh explain F10a "$W" 2026-H1
is_status 0
says out '2 mục của sổ poor_household (phiên bản 1) có hiệu lực ngày 2026-06-30; class = hộ nghèo'

# One more vice-chair from 50,000 people on, by the figure of the record.
cat >dan.jsonl <<'TEXT'
{"unit": "phường Bến Thành", "indicator": "A03", "period": "2026-H1", "value": 71785}
TEXT
dieuhanh table dan.jsonl --accept -q >"$out.2" 2>"$err.2"
dieuhanh register new post number=1 post='phó chủ tịch' filled=có -u "$W" -q
dieuhanh register new post number=1 post='phó chủ tịch' filled=có -u 'phường Sài Gòn' -q
run dieuhanh register quota post --format csv
says out '26743,phường Bến Thành,1,3,2,A03,71785,2026-H1'
says out '26740,phường Sài Gòn,1,,,A03,,'
run dieuhanh register quota firm
is_status 1

# An office's own, without compiling; its next version takes old entries along.
cat >cho.json <<'TEXT'
{"register": "market", "name": "Chợ", "citation": "quyết định của phường",
 "fields": [{"field": "name", "name": "Tên", "type": "text", "required": true}, {"field": "stalls", "name": "Số sạp", "type": "number", "min": 0}],
 "key": ["unit", "name"], "counts": [{"count": "stalls", "name": "Số sạp", "sum": "stalls", "time": "stock"}]}
TEXT
run dieuhanh register add cho.json
is_status 0
run dieuhanh register add cho.json
is_status 1
says err 'đã có trong kho'
run dieuhanh register new market name='Chợ Thử' stalls=1.200 -u "$W"
is_status 0
run dieuhanh register feed market --period 2026-H1
is_status 1
says err 'không nuôi chỉ tiêu'
sed -i 's/"stalls", "name": "Số sạp", "type": "number", "min": 0}/&, {"field": "grade", "name": "Hạng", "type": "choice", "choices": ["1", "2", "3"]}/' cho.json
run dieuhanh register add cho.json
says err 'phiên bản 2'
run dieuhanh register entries market
is_status 0
id=$(grep -o 'R[0-9]*' "$out" | head -1)
run dieuhanh register edit "$id" grade=2
is_status 0
run dieuhanh register count market --count stalls --per grade --format csv
says out '2,1,1200,0'
sed 's/"sum": "stalls"/"sum": "none"/' cho.json >bad.json
run dieuhanh register add bad.json
is_status 1
says err 'không có trường «none»'
sed 's/"register": "market"/"register": "firm"/' cho.json >bad.json
run dieuhanh register add bad.json
is_status 1
says err 'của chương trình'
run dieuhanh register
is_status 2
run dieuhanh register burn
is_status 2

# The record is whole, is made again from its journal without the key, and comes over to another one.
unset DIEUHANH_SECRET_KEY
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh copy "$(record_place dieuhanh.db)" "$(record_place other.db)"
is_status 0
run dieuhanh register count market --count stalls --record other.db --format csv
says out '1,1200,0'
run dieuhanh register entries culture_space --known-on 2026-08-02 --format csv
is_status 0
lines out 1
done_testing
