#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# formula: the formulas of the catalogue and those of an office; what they give, what is missing, what contradicts; in tables, ranks and series;
# wrong ones are refused and nothing is written. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo

# --- without a record
run dieuhanh formula list --format jsonl
is_status 0
silent err
says out '"indicator":"H02","name":"Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn","expression":"H02b / H01d","measure":"%","decimals":2,'
says out '"indicator":"C02b"'
run dieuhanh formula show B26
is_status 0
says out '  = B24a / A02 / năm'
says out 'A02  Dân số trung bình (người)'
says out 'làm tròn đến 2 chữ số thập phân; công thức của danh mục'
run dieuhanh formula show C01
is_status 1
says err 'không có công thức nào của chỉ tiêu «C01»'
run dieuhanh formula check 'C01 / A02' --format jsonl
is_status 0
says out '"measure":"VND/người","time":"rate"'
run dieuhanh formula check 'C01 + A02'
is_status 1
says err 'ký tự thứ 5: «+» giữa đồng và người là hai thứ khác đơn vị tính'
run dieuhanh formula check 'H02b / H01d * 100' --measure %
is_status 1
says err 'không nhân thêm với 100'
run dieuhanh formula check 'C01 / A02' --measure 'tỷ đồng'
is_status 1
says err 'công thức cho ra đồng/người, còn chỉ tiêu tính bằng tỷ đồng (đồng)'
run dieuhanh formula check '(C01'
is_status 2
says err 'ký tự thứ 1: ngoặc «(» không có ngoặc đi cùng'
run dieuhanh formula
is_status 2
run dieuhanh formula add X1
is_status 2
run dieuhanh formula value H02
is_status 2
says err 'cần nêu kỳ bằng --period và nơi bằng --unit'

# --- a record
cat >so-lieu.json <<'JSON'
[
  {"unit": "quận An Hòa", "indicator": "H02b", "period": "2023", "value": 3100},
  {"unit": "quận An Hòa", "indicator": "H01d", "period": "2023", "value": 3189},
  {"unit": "quận An Hòa", "indicator": "H02b", "period": "2022", "value": 1920},
  {"unit": "quận An Hòa", "indicator": "H01d", "period": "2022", "value": 2000},
  {"unit": "quận An Hòa", "indicator": "C01", "period": "2023", "value": 8343, "measure": "tỷ đồng"},
  {"unit": "quận An Hòa", "indicator": "C01", "period": "2023", "value": "7500000000000", "aspect": "plan", "layer": "hdnd"},
  {"unit": "quận An Hòa", "indicator": "C01", "period": "2023", "value": "7000000000000", "aspect": "plan", "layer": "giao"},
  {"unit": "quận An Hòa", "indicator": "A02", "period": "2022", "value": 520000},
  {"unit": "quận An Hòa", "indicator": "F10a", "period": "2023", "value": 120},
  {"unit": "quận An Hòa", "indicator": "A05", "period": "2021", "value": 15600},
  {"unit": "quận An Hòa", "indicator": "H01c", "period": "2023", "value": 1500},
  {"unit": "quận An Hòa", "indicator": "H01a", "period": "2023", "value": 3000},
  {"unit": "quận An Hòa", "indicator": "H04a", "period": "2023", "value": "61.5"},
  {"unit": "quận An Hòa", "indicator": "H30a", "period": "2023", "value": 0},
  {"unit": "quận An Hòa", "indicator": "H30b", "period": "2023", "value": 0}
]
JSON
dieuhanh init --record x.db 2>/dev/null
dieuhanh unit add 'quận An Hòa' --level district --record x.db >/dev/null 2>&1
run dieuhanh table --record x.db --accept so-lieu.json
is_status 0

run dieuhanh formula value H02 --unit 'quận An Hòa' --period 2023 --record x.db
is_status 0
silent err
says out 'H02 = H02b / H01d = 3.100 hồ sơ / 3.189 hồ sơ = 97,21 %'
run dieuhanh formula value H02 --unit 'quận An Hòa' --period 2023 --record x.db --format jsonl
says out '"role":"result","formula":"H02","indicator":"H02","name":"Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn","period":"2023","value":97.21,"bound":"exact","measure":"%"'
says out '"role":"value","formula":"H02","indicator":"H01d"'
lines out 3
# A plan of its layer.
run dieuhanh formula value C02b --unit 'quận An Hòa' --period 2023 --record x.db
says out '8.343 tỷ đồng / 7.500 tỷ đồng = 111,24 %'
run dieuhanh formula value C02a --unit 'quận An Hòa' --period 2023 --record x.db
says out '8.343 tỷ đồng / 7.000 tỷ đồng = 119,19 %'
# The people of the year before stand for this one, the households of two years before do not.
run dieuhanh formula value C50 --unit 'quận An Hòa' --period 2023 --record x.db
says out '= 16,04 triệu đồng/người'
says out 'số gần nhất trong 12 tháng'
run dieuhanh formula value F10b --unit 'quận An Hòa' --period 2023 --record x.db
is_status 0
says out 'không tính được: thiếu số liệu A05 (Số hộ dân cư), năm 2023: số gần nhất là của năm 2021, đã quá 12 tháng'
run dieuhanh formula value F10b --unit 'quận An Hòa' --period 2023 --record x.db --format jsonl
says out '"role":"result","formula":"F10b","indicator":"F10b","name":"Tỷ lệ hộ nghèo","period":"2023","value":null'
# Zero: an answer where the formula says so, else why not.
run dieuhanh formula value H30d --unit 'quận An Hòa' --period 2023 --record x.db
says out '= 6,00 điểm'
run dieuhanh formula value H30c --unit 'quận An Hòa' --period 2023 --record x.db
says out 'không tính được: mẫu số bằng 0, chưa có phản ánh nào trong năm 2023: H30a (Số phản ánh, kiến nghị tiếp nhận, xử lý (Bộ chỉ số 766)) bằng 0'
run dieuhanh formula check 'C01 / 0'
is_status 1
says err 'chia cho 0'
run dieuhanh formula list KHONG_CO1 --format csv
is_status 1
silent out
run dieuhanh formula value B26 --unit 'quận An Hòa' --period 2023-H1 --record x.db
says out 'không tính được'
run dieuhanh formula value C01 --unit 'quận An Hòa' --period 2023 --record x.db
is_status 1
run dieuhanh formula value H02 --unit 'quận Không Có' --period 2023 --record x.db
is_status 1

# What a report says otherwise.
run dieuhanh formula value H04a --unit 'quận An Hòa' --period 2023 --record x.db
says out 'báo cáo nêu 61,5 %, tính từ H01c / H01a được 50,00 %'
run dieuhanh stand --record x.db --period 2023
is_status 0
says out '97,21 ='
says out '61,5 ?'
says out 'H02 = H02b / H01d'
says out '? nghi vấn H04a: báo cáo nêu 61,5 %, tính từ H01c / H01a được 50,00 %'
run dieuhanh stand --record x.db --period 2023 --format jsonl
says out '"value_id":"H02/quan-an-hoa/2023/value"'
says out '"formula":"H01c / H01a","formula_value":50.00,"formula_differs":true'
# The plan of the row of C01 is the one given from above: C02a says nothing new, C02b does.
says out '"indicator":"C02b"'
says_not out '"indicator":"C02a"'

run dieuhanh explain H02/quan-an-hoa/2023/value --record x.db
is_status 0
says out 'tính theo công thức'
says out 'Kết quả: 97,21 %'
says out 'Cách tính: H02b / H01d = 3.100 hồ sơ / 3.189 hồ sơ'
says out 'Số hồ sơ đã giải quyết, quận An Hòa, năm 2023'
run dieuhanh explain H02 --unit 'quận An Hòa' --period 2023 --record x.db
says out 'Kết quả: 97,21 %'
run dieuhanh explain H02/quan-an-hoa/2023/growth --record x.db
is_status 0
says out 'Kết quả: +1,21 điểm %'
says out '97,21 % − 96,00 %'
run dieuhanh explain F10b --unit 'quận An Hòa' --period 2023 --record x.db
is_status 0
says out 'Lưu ý: không tính được: thiếu số liệu A05'
run dieuhanh report --record x.db 'quận An Hòa' --period 2023
is_status 0
says out 'tính theo công thức, hoặc cộng số của các kỳ bên trong; không báo cáo nào nêu'

run dieuhanh series 'quận An Hòa' H02 --record x.db --format csv
is_status 0
says out 'quan-an-hoa,H02,2022,96.00,'
says out 'quan-an-hoa,H02,2023,97.21,exact,actual,,%,1.21,'
run dieuhanh rank C50 --period 2023 --level district --under 'quận An Hòa' --record x.db --format csv
is_status 0
says err 'không báo cáo số này, tính theo C50 = C01 / A02'

# --- the scores of Quyết định 766: a group is the sum of its components, or says what it lacks; never a smaller number
cat >diem.json <<'JSON'
[
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H24a", "period": "2026-Q3", "value": 1000},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H24b", "period": "2026-Q3", "value": 900},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H25a", "period": "2026-Q3", "value": 1200},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H25b", "period": "2026-Q3", "value": 600},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H26b", "period": "2026-Q3", "value": 1200},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H27b", "period": "2026-Q3", "value": 300},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H28a", "period": "2026-Q3", "value": 50},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H28b", "period": "2026-Q3", "value": 25},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H29b", "period": "2026-Q3", "value": 1200},
  {"unit": "Tỉnh Lâm Viên Thử", "indicator": "H33a", "period": "2026-Q3", "value": 40}
]
JSON
dieuhanh unit add 'Tỉnh Lâm Viên Thử' --level province --code lam-vien --record x.db >/dev/null 2>&1
dieuhanh table --record x.db --accept diem.json >/dev/null 2>&1
run dieuhanh formula value H34e lam-vien 2026-Q3 --record x.db
is_status 0
says out 'không tính được: thiếu số liệu H33b (Số xã, phường, đặc khu cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính (Bộ chỉ số 766)), quý III/2026'
run dieuhanh explain H34g lam-vien 2026-Q3 --record x.db
is_status 0
says out 'Lưu ý: không tính được: chưa đủ, thiếu '
says out 'H13a (Số thủ tục hành chính công bố trong kỳ (Bộ chỉ số 766))'
says out ' số nữa'
says out 'chưa đối chiếu bản gốc'
run dieuhanh stand lam-vien 2026-Q3 --record x.db
is_status 0
says out 'chưa đủ để tính H34e (Điểm nhóm 4: số hóa hồ sơ, cộng từ các thành phần (Bộ chỉ số 766)): thiếu H33b ('
says_not out 'H34g  '
run dieuhanh report lam-vien 2026-Q3 --record x.db
says out 'Chưa đủ để tính «Điểm nhóm 4: số hóa hồ sơ'
run dieuhanh export H34e lam-vien --record x.db --format csv
is_status 0
lines out 1
echo '[{"unit": "lam-vien", "indicator": "H33b", "period": "2026-Q3", "value": 30}]' >them.json
dieuhanh table --record x.db --accept them.json >/dev/null 2>&1
# 6 x 0,9 + 4 x 0,5 + 2 + 4 x 0,25 + 2 x 0,5 + 2 + 2 x 0,75 = 14,9
run dieuhanh formula value H34e lam-vien 2026-Q3 --record x.db
says out '= 14,90 điểm'
run dieuhanh formula value H33d lam-vien 2026-Q3 --record x.db
says out '= 1,50 điểm'

# --- a ward: what the index has for provinces alone is given, and said so; a denominator 0 is said in words
cat >xa.json <<'JSON'
[
  {"unit": "phường Suối Mơ", "indicator": "H24a", "period": "2026-Q3", "value": 200},
  {"unit": "phường Suối Mơ", "indicator": "H24b", "period": "2026-Q3", "value": 150},
  {"unit": "phường Suối Mơ", "indicator": "H25a", "period": "2026-Q3", "value": 240},
  {"unit": "phường Suối Mơ", "indicator": "H25b", "period": "2026-Q3", "value": 120},
  {"unit": "phường Suối Mơ", "indicator": "H26b", "period": "2026-Q3", "value": 96},
  {"unit": "phường Suối Mơ", "indicator": "H27b", "period": "2026-Q3", "value": 60},
  {"unit": "phường Suối Mơ", "indicator": "H33b", "period": "2026-Q3", "value": 1},
  {"unit": "phường Suối Mơ", "indicator": "H18a", "period": "2026-Q3", "value": 250},
  {"unit": "phường Suối Mơ", "indicator": "H18b", "period": "2026-Q3", "value": 150},
  {"unit": "phường Suối Mơ", "indicator": "H19a", "period": "2026-Q3", "value": 0},
  {"unit": "phường Suối Mơ", "indicator": "H19b", "period": "2026-Q3", "value": 0},
  {"unit": "phường Suối Mơ", "indicator": "H20a", "period": "2026-Q3", "value": 0},
  {"unit": "phường Suối Mơ", "indicator": "H20b", "period": "2026-Q3", "value": 0}
]
JSON
dieuhanh unit add 'phường Suối Mơ' --code suoi-mo --parent lam-vien --record x.db >/dev/null 2>&1
dieuhanh table --record x.db --accept xa.json >/dev/null 2>&1
# 4,5 + 2 + 1 + 1 + 2 + 2 + 2
run dieuhanh formula value H34e suoi-mo 2026-Q3 --record x.db
is_status 0
says out '= 14,50 điểm'
says out 'trong đó có số ấn định, không từ số liệu: H28d = 2,00 điểm, H29d = 2,00 điểm (QĐ 766/QĐ-TTg'
says out 'cấp xã được điểm tối đa của tiêu chí không áp dụng theo một nguồn công khai, chưa đối chiếu bản gốc'
run dieuhanh explain H34e suoi-mo 2026-Q3 --record x.db
says out 'trong đó có số ấn định, không từ số liệu'
run dieuhanh stand suoi-mo 2026-Q3 --record x.db
says out '14,50 ='
says out 'trong đó có số ấn định, không từ số liệu: H28d = 2,00 điểm'
says out 'chưa đủ để tính H34c (Điểm nhóm 3: dịch vụ công trực tuyến, cộng từ các thành phần (Bộ chỉ số 766)): không có dịch vụ công nào trong quý III/2026: H19a ('
says out 'chưa có hồ sơ nào trong quý III/2026: H20a ('
says_not out 'mẫu số'
run dieuhanh rank H34e 2026-Q3 --level commune --under lam-vien --record x.db --format csv
says out ',H34e,2026-Q3,14.50,'
run dieuhanh series suoi-mo H34e --record x.db --format csv
is_status 0
run dieuhanh formula value H34e lam-vien 2026-Q3 --record x.db
says out '= 14,90 điểm'
says_not out 'số ấn định'
run dieuhanh formula show H28d
says out '  = 2 điểm'
says out '  chỉ của cấp xã'
says out '  = nhỏ nhất(2 điểm; 2 điểm * H28b / H28a)'
run dieuhanh formula list H33d --format csv
says out 'điểm,2,commune,'
# What has to be entered, for a clerk: with code, name, unit and what it is for; filled in it is a file for load.
run dieuhanh formula lacks H34g 2026-Q3 suoi-mo --record x.db
is_status 0
says out 'H17a'
says out 'Số hồ sơ tiếp nhận, xử lý trong kỳ (Bộ chỉ số 766)'
says out 'mẫu số, đang bằng 0: chưa có dịch vụ công nào'
says_not out 'H25a'
says err 'cần nhập 22 số liệu'
# A unit that has no figure yet is asked about before any other; the one of the time is meant.
run dieuhanh formula lacks H34f 26737 2026-H1 --record x.db --format csv
is_status 0
says out '26737,H3'
says err 'cần nhập '
run dieuhanh formula lacks H34f 'phường Tân Định' 2026-H1 --record x.db --format csv
says out '26737,H3'
run dieuhanh formula value H34f 'phường Tân Định' 2026-H1 --record x.db
is_status 1
says err '«phường Tân Định» (26737)'
run dieuhanh formula lacks H34f 26737 2026-H1 --record x.db --lang en --format csv
says out ',no figure'
run dieuhanh formula lacks H34f 00000 2026-H1 --record x.db
is_status 1
run dieuhanh formula lacks H34b suoi-mo 2026-Q3 --record x.db --format jsonl
lines out 2
says out '{"unit":"suoi-mo","indicator":"H17a","name":"Số hồ sơ tiếp nhận, xử lý trong kỳ (Bộ chỉ số 766)","measure":"hồ sơ","period":"2026-Q3","role":"value","aspect":"actual","value":null,"uses":"H17d","note":"không có số liệu"}'
run dieuhanh formula lacks H34e suoi-mo 2026-Q3 --record x.db
says err 'đã đủ số liệu: H34e = 14,50 điểm'
dieuhanh formula lacks H34f suoi-mo 2026-Q3 --record x.db --format csv-excel 2>/dev/null | sed 's/;actual;;/;actual;0;/' >dien.csv
run dieuhanh load dien.csv --record x.db
is_status 0
run dieuhanh formula lacks H34f suoi-mo 2026-Q3 --record x.db
says err 'đã đủ số liệu: H34f = 12,00 điểm'
run dieuhanh stand suoi-mo 2026-Q3 --record x.db
says out 'danh sách còn phải nhập: dieuhanh formula lacks H34g suoi-mo 2026-Q3'
run dieuhanh report suoi-mo --period 2026-Q3 --record x.db
says out 'Số liệu còn phải nhập để tính điểm:'
says out '- H17a Số hồ sơ tiếp nhận, xử lý trong kỳ (Bộ chỉ số 766) (hồ sơ), dùng cho H17d'
run dieuhanh formula lacks C01 suoi-mo 2026-Q3 --record x.db
is_status 1
# A numerator that is more than its denominator gives no more than all, and is asked about.
echo '[{"unit": "suoi-mo", "indicator": "H17a", "period": "2026-Q3", "value": 100}, {"unit": "suoi-mo", "indicator": "H17b", "period": "2026-Q3", "value": 120}]' >hon.json
dieuhanh table --record x.db --accept hon.json >/dev/null 2>&1
run dieuhanh formula value H17d suoi-mo 2026-Q3 --record x.db
says out '= 20,00 điểm'
run dieuhanh validate suoi-mo 2026-Q3 --record x.db
says out 'H17'

# --- questions over many units reckon as well, by the same code
run dieuhanh pivot H02 C50 C01 'quận An Hòa' 2022,2023 --level district --record x.db
is_status 0
says out '97,21 ='
says out '16,04 ='
says err '1 đơn vị không báo cáo số này, tính theo H02 = H02b / H01d (ghi dấu =)'
run dieuhanh pivot H02 C01 'quận An Hòa' 2023 --level district --record x.db --format jsonl
says out '"H02":97.21,"C01":8343000000000,"computed":"H02","corrected":"","locked":""}'
run dieuhanh pivot H03a 'quận An Hòa' 2023 --level district --record x.db --sum --format csv
says out 'quan-an-hoa,quận An Hòa,89,H03a'
says out ',sum,89,H03a'
run dieuhanh rollup H03a H02 'quận An Hòa' 2023 --level district --record x.db --format jsonl
says out '"indicator":"H03a","name":"Số hồ sơ đã giải quyết quá hạn","period":"2023","level":"district","value":89,'
says out '"units":1,"have":1,"missing":0,"estimates":0,"why":"","computed":1,"locked":0}'
says out '"why":"chỉ tiêu tỷ lệ, cần mẫu số để tính","computed":1,"locked":0}'
run dieuhanh rollup H02 --weight H01d 'quận An Hòa' 2023 --level district --record x.db
says out '97,21 ='
run dieuhanh rollup H02 'quận An Hòa' 2023 --level district --parts --record x.db --format csv
says out 'H02,quan-an-hoa,quận An Hòa,97.21,H02/quan-an-hoa/2023/value'
run dieuhanh explain H02/quan-an-hoa/2023/value --record x.db
says out 'Kết quả: 97,21 %'

# Export gives them when they are asked for, marked; they do not come back in as reported figures.
run dieuhanh export 'quận An Hòa' --record x.db --format csv
says_not out 'H02b / H01d'
cp "$out" reported.csv
run dieuhanh export 'quận An Hòa' --computed --record x.db --format csv
says out 'H02/quan-an-hoa/2023/value,H02,'
says out ',97.2091564754,,,about,%,,,,,,,H02b / H01d'
run dieuhanh export H02 'quận An Hòa' --record x.db --format jsonl
lines out 2
says out '"id":"H02/quan-an-hoa/2022/value","indicator":"H02"'
dieuhanh export 'quận An Hòa' --computed --record x.db --format jsonl >tinh.jsonl
dieuhanh init --record y.db 2>/dev/null
dieuhanh unit add 'quận An Hòa' --level district --record y.db >/dev/null 2>&1
run dieuhanh table --record y.db --accept tinh.jsonl
is_status 0
run dieuhanh export 'quận An Hòa' --record y.db --format csv
ok 'only what was reported came in' [ "$(wc -l <"$out")" -eq "$(wc -l <reported.csv)" ]

# --- indicator, place and time in any order, by codes or names
for words in "H02 quan-an-hoa 2023" "2023 H02 quan-an-hoa" "quan-an-hoa 2023 h02" "--indicator H02 --unit quan-an-hoa --period 2023" \
    "H02 --period 2023 quan-an-hoa"; do
    # shellcheck disable=SC2086
    run dieuhanh explain $words --record x.db
    says out 'Kết quả: 97,21 %'
    # shellcheck disable=SC2086
    run dieuhanh formula value $words --record x.db
    says out '= 97,21 %'
    # shellcheck disable=SC2086
    run dieuhanh rank $words --level district --record x.db --format csv
    says out '1,false,quan-an-hoa,quận An Hòa,H02,2023,97.21,'
done
run dieuhanh series 'quận An Hòa' 'thu ngân sách nhà nước trên địa bàn' --record x.db --format csv
is_status 0
says out 'quan-an-hoa,C01,2023,'
run dieuhanh stand 2023 'quận An Hòa' --record x.db --format csv
is_status 0
says out 'quan-an-hoa,quận An Hòa,2023,C01'
run dieuhanh stand H02 'quận An Hòa' --record x.db
is_status 2
says err '«H02» là chỉ tiêu H02 (Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn), nhưng lệnh stand không nhận chỉ tiêu'
run dieuhanh rank H02 C01 2023 --record x.db
is_status 2
says err 'lệnh rank chỉ nhận một chỉ tiêu, ở đây có «H02» và «C01»'
run dieuhanh rank H02 2023 2022 --record x.db
is_status 2
says err 'lệnh rank chỉ nhận một kỳ, ở đây có «2023» và «2022»'
run dieuhanh rank 2023 --record x.db
is_status 2
says err 'lệnh rank cần biết chỉ tiêu nào'
run dieuhanh rank H02 --record x.db
is_status 2
says err 'lệnh rank cần biết kỳ nào'
run dieuhanh series H02 --record x.db
is_status 2
says err 'lệnh series cần biết nơi nào'
run dieuhanh rank 'hồ sơ quá hạn nào đó' 2023 --record x.db
is_status 1
says err 'không có chỉ tiêu'
run dieuhanh series H02 'quận Không Có' --record x.db
is_status 1
says err 'không có đơn vị nào tên «quận Không Có»'
# What can be two things is asked back.
dieuhanh unit add 'Tổ công tác' --level office --code C50 --record x.db >/dev/null 2>&1
run dieuhanh series C50 'quận An Hòa' --record x.db
is_status 2
says err '«C50» có thể là chỉ tiêu C50 (Thu ngân sách nhà nước trên địa bàn bình quân đầu người), cũng có thể là nơi Tổ công tác'
run dieuhanh series --indicator C50 'quận An Hòa' --record x.db --format csv
is_status 0
says out 'quan-an-hoa,C50,2023,'

# --- an office's own
run dieuhanh formula add RIENG_1 'C01 / A02' --record x.db
is_status 2
says err 'cần nêu căn cứ hoặc lý do của công thức'
run dieuhanh formula add RIENG_1 'C01 / A02' --source '12/QĐ-UBND' --record x.db
is_status 2
says err 'chỉ tiêu «RIENG_1» chưa có: cần nêu tên và đơn vị tính'
run dieuhanh formula add rieng 'C01 / A02' --source '12/QĐ-UBND' --record x.db
is_status 2
says err '«rieng» không dùng làm mã được'
run dieuhanh formula add RIENG_1 'C01 / A02' --name 'Thu trên đầu dân' --measure 'tỷ đồng' --source '12/QĐ-UBND' --record x.db
is_status 1
says err 'công thức cho ra đồng/người'
run dieuhanh formula list RIENG_1 --record x.db
is_status 1
dieuhanh formula add RIENG_1 'C01 / A02' --name 'Thu trên đầu dân' --measure 'triệu đồng/người' --better up --decimals 1 --source '12/QĐ-UBND' \
    --record x.db 2>"$err"
says err 'đã thêm công thức RIENG_1 = C01 / A02 (triệu đồng/người)'
run dieuhanh formula list RIENG_1 --record x.db --format jsonl
says out '"decimals":1,"levels":"","from":null,"to":null,"origin":"office","source":"12/QĐ-UBND","who":"can-bo"'
run dieuhanh formula value RIENG_1 --unit 'quận An Hòa' --period 2023 --record x.db
says out '= 16,0 triệu đồng/người'
run dieuhanh formula add RIENG_1 'C01 / A03' --source 'khác' --record x.db
is_status 1
says err 'đã có công thức riêng «C01 / A02»'
run dieuhanh stand --record x.db --period 2023 --format csv
says out 'RIENG_1,Thu trên đầu dân,VND/người,'
run dieuhanh explain RIENG_1 --unit 'quận An Hòa' --period 2023 --record x.db
says out 'công thức riêng của cơ quan, căn cứ: 12/QĐ-UBND'
run dieuhanh series 'quận An Hòa' RIENG_1 --record x.db --format csv
says out 'quan-an-hoa,RIENG_1,2023,'
# Over that of the catalogue, for a time.
dieuhanh formula add H02 'H02b / H01a' --from 2023-07-01 --source 'quy ước của quận' --record x.db 2>/dev/null
run dieuhanh formula value H02 --unit 'quận An Hòa' --period 2023 --record x.db
says out '= 3.100 hồ sơ / 3.000 hồ sơ = 103,33 %'
run dieuhanh formula value H02 --unit 'quận An Hòa' --period 2022 --record x.db
says out '= 96,00 %'
# Circles, over own and built-in ones, are named and nothing is written.
record_copy x.db before.db
run dieuhanh formula add H01d 'H02b / (H02 * 1)' --source 'thử' --record x.db
is_status 1
says err 'công thức quay vòng: H01d → H02 → H01d'
run dieuhanh formula add RIENG_2 'RIENG_2 * 2' --name 'Tự tính' --measure % --source 'thử' --record x.db
is_status 1
says err 'công thức quay vòng: RIENG_2 → RIENG_2'
for wrong in 'C01 + A02' 'C01 / C99' 'C01 / 0' 'C01 / (A02' "$(printf '(%.0s' $(seq 60))C01" "$(printf 'C01+%.0s' $(seq 300))C01"; do
    run dieuhanh formula add RIENG_2 "$wrong" --name 'Sai' --measure 'tỷ đồng' --source 'thử' --record x.db
    ok "refused: $(printf %.20s "$wrong")" [ "$status" -ne 0 ]
done
says err 'quá dài hoặc lồng quá nhiều lớp'
ok 'nothing was written' record_same x.db before.db

run dieuhanh formula remove RIENG_1 --record x.db
is_status 2
says err 'cần nêu lý do'
run dieuhanh formula remove H01d --reason 'thử' --record x.db
is_status 1
run dieuhanh formula remove H03a --reason 'thử' --record x.db
is_status 1
says err 'công thức của H03a thuộc danh mục'
dieuhanh formula add RIENG_3 'RIENG_1 * 2' --name 'Hai lần' --measure 'triệu đồng/người' --source 'thử' --record x.db 2>/dev/null
run dieuhanh formula value RIENG_3 --unit 'quận An Hòa' --period 2023 --record x.db
says out '= 32,09 triệu đồng/người'
run dieuhanh formula remove RIENG_1 --reason 'thử' --record x.db
is_status 1
says err 'RIENG_1 còn được dùng trong công thức của RIENG_3'
run dieuhanh formula remove RIENG_3 --reason 'thôi dùng' --record x.db
is_status 0
run dieuhanh formula remove RIENG_1 --reason 'thôi dùng' --record x.db
is_status 0
run dieuhanh formula value RIENG_1 --unit 'quận An Hòa' --period 2023 --record x.db
is_status 1

# --- the record
run dieuhanh rebuild --record x.db
is_status 0
says err 'giống hệt trước'
cp "$out" digest
run dieuhanh verify --record x.db
is_status 0
run "$DIEUHANH" copy "$(record_place x.db)" chep.sqlite
is_status 0
ok 'a copy has the same digest' cmp "$out" digest
run "$DIEUHANH" verify --record chep.sqlite
is_status 0
dieuhanh formula list --record x.db --format jsonl >x.jsonl
run "$DIEUHANH" formula list --record chep.sqlite --format jsonl
says out '"expression":"H02b / H01a"'
same out x.jsonl
# Changed past the program: verify sees it.
record_sql x.db "UPDATE formula SET expression = 'H02b / H01c' WHERE code = 'H02'"
run dieuhanh verify --record x.db
is_status 3
says err 'bảng «formula» khác với bảng dựng lại từ nhật ký'
run dieuhanh rebuild --record x.db
ok 'rebuilt as before' cmp "$out" digest

# --- a fraction is not its rounded self: means of many, export, and a value below what tables show
dieuhanh init --record z.db 2>/dev/null
printf 'indicator;unit;period;value\nC01;26743;2025;5000000000000\nA02;26743;2025;47000\nC01;26737;2025;3000000000000\nA02;26737;2025;70000\nC01;26740;2025;10000000\nA02;26740;2025;3000000\n' >f.csv
dieuhanh load --quiet --record z.db f.csv 2>/dev/null
run dieuhanh export C50 26743 --record z.db --format csv
is_status 0
says out ',106382978.72340426,,,about,VND/người,'
run dieuhanh export C50 26740 --record z.db --format csv
says out ',3.33333333,,,about,VND/người,'
run dieuhanh formula value C50 26740 2025 --record z.db --format jsonl
says_not out '"value":0,'
run dieuhanh rollup C50 79 2025 --weight A02 --record z.db --format jsonl
says out '"bound":"about"'
# 8.000,01 tỷ / 3.117.000
says out '"value":2566573.63'
run dieuhanh formula value C50 79 2025 --record z.db
is_status 1
says err 'chưa có số liệu nào của «thành phố Hồ Chí Minh» (79)'
run dieuhanh formula lacks C50 79 2025 --record z.db --format csv
is_status 0
says out '79,C01,'
# A part that is an estimate says so wherever it is shown.
printf 'indicator;unit;period;aspect;value\nC01;26758;2025;estimate;4000000000000\nA02;26758;2025;actual;40000\n' >f.csv
dieuhanh load --quiet --record z.db f.csv >load.out
run dieuhanh explain C50/26758/2025/value --record z.db
is_status 0
says out 'Kết quả: 100,00 triệu đồng/người (ước)'
says out 'C01 / A02 = 4.000 tỷ đồng (ước) / 40.000 người'
says out '4.000 tỷ đồng (ước)  Thu ngân sách nhà nước trên địa bàn'
run dieuhanh explain C01/26758/2025/value --record z.db
says out '(ước)'
done_testing
