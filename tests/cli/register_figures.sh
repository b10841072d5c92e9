#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# register_figures: registers that feed figures (culture spaces by kind of place, posts, strategic investors), ranking by a rule that is data, versions
# of procedures in a list, and dossiers that take their terms from them; then group 1 of the index of Quyết định 766 with what is lacking named. Counted by
# hand; names and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-07-10
dieuhanh init -q
W='phường Bến Thành'

# 233 culture spaces: 100 in quarters, 60 in schools, 40 in offices, 20 in firms, 13 on the net; one more was closed before the day.
{
    echo 'Đơn vị,Tên,Loại nơi đặt,Từ ngày,Đến ngày'
    i=0
    for k in '100 khu phố, ấp' '60 trường học' '40 cơ quan, đơn vị' '20 doanh nghiệp' '13 không gian mạng'; do
        n=${k%% *}
        while [ "$n" -gt 0 ]; do
            i=$((i + 1))
            n=$((n - 1))
            echo "$W,Không gian số $i,\"${k#* }\",2026-01-15,"
        done
    done
    echo "$W,Không gian đã thôi,khác,2025-01-01,2026-03-31"
} >khong-gian.csv
run dieuhanh register import culture_space khong-gian.csv
is_status 0
says err '234 mục mới'
run dieuhanh register import culture_space khong-gian.csv
says err '234 mục như cũ'
run dieuhanh register count culture_space --per place_kind --on 2026-06-30 --format csv
says out 'khu phố, ấp",100'
says_not out 'khác'
run dieuhanh register feed culture_space --period 2026-H1
is_status 0
for f in 'F16a 2026-H1:233' 'F16b 2026-H1:233' 'F16c 2026-H1:100' 'F16d 2026-H1:60' 'F16e 2026-H1:40' 'F16f 2026-H1:20' 'F16j 2026-H1:13' 'F16k 2026-H1:0'; do
    # shellcheck disable=SC2086
    run dieuhanh explain ${f%% *} "$W" 2026-H1
    says out "Kết quả: ${f##*:} không gian"
done
run dieuhanh check --record
ok 'kinds of places add up to the whole' sh -c '! grep -q F16 "$1"' - "$out"

# The other registers feed what they count, and a rate follows from two of them.
for i in 1 2 3 4; do
    full=yes
    [ $i = 4 ] && full=no
    dieuhanh register new vaccination code=$i group='trẻ dưới 1 tuổi' full=$full -u "$W" --from 2026-01-05 -q >/dev/null 2>&1
done
dieuhanh register new fee_receipt receipt=1 kind='lòng đường, hè phố' amount=1500000 -u "$W" --from 2026-03-02 -q >/dev/null 2>&1
dieuhanh register new old_apartment name=A address='1 Hai' grade=D -u "$W" --from 2026-01-02 -q >/dev/null 2>&1
dieuhanh register new pavement_permit permit=1 holder=X street=Y zone='khu vực 1' -u "$W" --from 2026-01-02 -q >/dev/null 2>&1
dieuhanh register new firm_organisation firm=X kind='công đoàn' members=12 -u "$W" --from 2026-01-02 -q >/dev/null 2>&1
dieuhanh register new policy_family file_no=1 person='Người Mẫu' class='bệnh binh' -u "$W" --from 2026-01-02 -q >/dev/null 2>&1
for r in vaccination fee_receipt old_apartment pavement_permit firm_organisation policy_family; do
    run dieuhanh register feed $r --period 2026-H1
    is_status 0
done
for f in 'F07c:4 trẻ' 'F07d:3 trẻ' 'F07a:75,00 %' 'E13a:1 chung cư' 'E13b:1 chung cư' 'E14a:1 giấy phép' 'E14b:1 biên lai' 'E14c:1,5 triệu đồng' \
    'I11a:1 tổ chức' 'I11b:1 tổ chức' 'I11c:1 công đoàn' 'F13c:1 người'; do
    run dieuhanh explain "${f%%:*}" "$W" 2026-H1
    says out "Kết quả: ${f#*:}"
done

# Posts and strategic investors.
for p in '1;phó chủ tịch;có' '2;phó chủ tịch;không' '3;công chức;có'; do
    dieuhanh register new post number="${p%%;*}" post="$(echo "$p" | cut -d';' -f2)" filled="${p##*;}" -u "$W" --from 2026-01-01 -q >/dev/null 2>&1
done
run dieuhanh register feed post --period 2026-Q2
is_status 0
for f in 'H35a:3' 'H35b:2' 'H35c:1'; do
    run dieuhanh explain "${f%:*}" "$W" 2026-Q2
    says out "Kết quả: ${f#*:} "
done
for p in 'A;kêu gọi;500' 'B;đã lựa chọn;1500' 'C;đã dừng;9000'; do
    dieuhanh register new strategic_investor name="${p%%;*}" project=X status="$(echo "$p" | cut -d';' -f2)" capital="${p##*;}000000000" -u 'TP Hồ Chí Minh' \
        --from 2026-01-01 -q >"$out.x" 2>&1 || cat "$out.x"
done
run dieuhanh register count strategic_investor --per status --format csv
says out 'kêu gọi,1'
says out 'đã dừng,1'
run dieuhanh register feed strategic_investor --period 2026-Q2 --dry-run --format csv
is_status 0
says out 'B60a'
says out 'B60c'
says out '2000000000000'

# Ranking: 2 x 10 + 1 x 2 = 22; 1 x 20 + 1 x 2 = 22; 1 x 5 = 5; who has only what the rule does not name has no place. Two share the first, the next is
# the third.
title() { dieuhanh register new emulation_title -u "$1" who="$2" kind='tập thể' title="$3" year=2026 --from "${4:-2026-05-01}" -q >/dev/null 2>&1; }
title "$W" A 'bằng khen cấp tỉnh'
title "$W" B 'cờ thi đua cấp tỉnh'
title "$W" C 'giấy khen'
title 'phường Sài Gòn' A 'huân chương'
title 'phường Sài Gòn' B 'lao động tiên tiến'
title 'phường Tân Định' A 'tập thể lao động xuất sắc'
title 'phường Tân Định' B 'huân chương' 2025-05-01
title 'phường Cầu Ông Lãnh' A 'khác'
run dieuhanh register rank emulation_title --from 2026-01-01 --to 2026-12-31 --format csv
is_status 0
lines out 4
ok 'places' sh -c 'cut -d, -f1 "$1" | tr "\n" " " | grep -q "1 1 3 "' - "$out"
says out '22,'
says out '2 x 10 (cờ thi đua, bằng khen, chiến sĩ thi đua cấp tỉnh) + 1 x 2 ('
run dieuhanh register rank emulation_title --from 2026-01-01 --to 2026-12-31
says out 'Quy tắc: quy định của đơn vị'
run dieuhanh register rank post
is_status 1
says err 'thiếu «ranking»'

# The rule of the office, a file: what is added up and missing in one entry gives no place.
cat >quy-tac.json <<'TEXT'
{"name": "Xếp hạng quý", "citation": "Quy chế thi đua của phường, điều 5", "time": "flow", "by": ["who"],
 "weights": [{"name": "điểm chấm", "points": "1.5", "sum": "points"}, {"name": "giấy khen", "points": "-2", "where": {"title": "giấy khen"}}]}
TEXT
dieuhanh register new emulation_title -u "$W" who=D kind='cá nhân' title='giấy khen' year=2026 points=10,5 --from 2026-05-01 -q >/dev/null 2>&1
run dieuhanh register rank emulation_title --rule quy-tac.json --from 2026-01-01 --to 2026-12-31 --format csv
is_status 0
ok 'the points of D: 15,75 - 2' grep -q '^1,D,13.75,' "$out"
ok 'A has no points, so no place' grep -q '^,A,,' "$out"
sed 's/"giấy khen"}}/"giấy khem"}}/' quy-tac.json >sai.json
run dieuhanh register rank emulation_title --rule sai.json
is_status 1
says err 'sai.json'
sed 's/"by": \["who"\]/"by": ["nobody"]/' quy-tac.json >sai.json
run dieuhanh register rank emulation_title --rule sai.json
is_status 1
says err 'không có trường «nobody»'
echo '[' >sai.json
run dieuhanh register rank emulation_title --rule sai.json
is_status 1
run dieuhanh register rank emulation_title --rule missing.json
is_status 1

# Versions of procedures in one list; the same list again changes nothing. Dossiers of a list take the term that held on their day.
python3 "$here/../../tools/matters_generate.py" nam --dossiers 400 --wide --procedures --tasks 0 --feedback 0 --letters 0 --projects 0 || exit 1
dieuhanh init -q --record nam.db
run dieuhanh register import procedure nam/thu-tuc.csv --record nam.db
is_status 0
says err '20 mục mới'
run dieuhanh register import procedure nam/thu-tuc.csv --record nam.db
says err '20 mục như cũ'
run dieuhanh register entries procedure code=MH-XD01 --all --record nam.db --format csv
says out '15 ngày làm việc'
says out '10 ngày làm việc'
run dieuhanh dossier import nam/ho-so.csv --record nam.db --format jsonl
is_status 0
says out '"rows":400,"new":400'
of_term() { dieuhanh dossier export --record nam.db --format csv 2>/dev/null | grep -c "MH-XD01.*$1 ngày làm việc"; }
ok 'dossiers of the first version' [ "$(of_term 15)" -gt 0 ]
ok 'dossiers of the second version' [ "$(of_term 10)" -gt 0 ]

# Group 1 of the index: what only the portal knows is named as lacking, and comes as a figure of a list.
run dieuhanh matter feed 2026-H1 --kind dossier --record nam.db
is_status 0
run dieuhanh register feed procedure --period 2026-H1 --record nam.db
is_status 0
run dieuhanh formula value H34a 26740 2026-H1 --record nam.db
says out 'H16b'
says out 'không tính được: thiếu số liệu H16b (Số hồ sơ tiếp nhận ở Cổng Dịch vụ công quốc gia'
echo '{"unit": "phường Sài Gòn", "indicator": "H16b", "period": "2026-H1", "value": 180}' >cong.jsonl
run dieuhanh table cong.jsonl --accept --record nam.db
is_status 0
run dieuhanh formula value H34a 26740 2026-H1 --record nam.db --format csv
ok 'group 1 is there' grep -q '^result,H34a,.*,exact' "$out"

run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
done_testing
