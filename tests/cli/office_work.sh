#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# office_work: the office beside the one-stop desk: documents with their numbers, who helps in lists, reports that are owed among what waits for a
# unit, tasks under a programme and its targets, figures of other kinds; a kind of the office that feeds a figure, has a form and steps with no
# new program; a year of a ward made by tools/matters_generate.py. Counted by hand. Names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='Văn phòng'
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-03-02
dieuhanh init -q

# Documents out: numbers of each kind begin with the year; 02 and 03 are missing, 04 stands twice, one cannot be read.
n=0
for s in 01/KH-UBND 04/KH-UBND 04/KH-UBND 02/BC-UBND 'không số' 05/2026/QĐ-UBND; do
    n=$((n + 1))
    dieuhanh matter new "Văn bản $n" -k document_out -u 26740 doc_kind=x symbol="$s" electronic=có issued_on=2026-03-02 >/dev/null 2>&1
    dieuhanh matter move submit "M$n" --note trình >/dev/null 2>&1
    dieuhanh matter move sign "M$n" >/dev/null 2>&1
    run dieuhanh matter move issue "M$n"
    is_status 0
done
run dieuhanh matter series --format csv
is_status 0
says out '26740,phường Sài Gòn,2026,KH,Kế hoạch,3,1,4,5,"[2,3]",2,[4],1,0'
says out '26740,phường Sài Gòn,2026,BC,Báo cáo,1,2,2,3,[1],1,[],0,0'
says out '26740,phường Sài Gòn,2026,QĐ,Quyết định,1,5,5,6,"[1,2,3,4]",4,[],0,0'
says out '26740,phường Sài Gòn,2026,,,1,,,,[],0,[],0,1'
says err 'thiếu 7 số, trùng 1 số'
run dieuhanh matter series --year 2025
says err 'chưa có văn bản nào đã phát hành'
refused 1 'series' dieuhanh matter series -k task

# Documents in: the lead, who helps, by when; the electronic ones of all.
run dieuhanh matter new 'Công văn của Sở' -k document_in -u 26740 symbol=123/SNV-VP issuer='Sở Nội vụ' urgency=khẩn electronic=có
run dieuhanh matter assign M7 --unit 26743 --person 'Phòng Văn hóa' --with '26740;26737'
run dieuhanh matter extend M7 --due 2026-03-10
run dieuhanh matter move assign_to M7
run dieuhanh matter list -k document_in
is_status 0
says out 'phường Bến Thành (phối hợp: phường Tân Định; phường Sài Gòn)'
run dieuhanh matter list -k document_in --format csv
says out '26737; 26740,phường Tân Định; phường Sài Gòn'
run dieuhanh matter new 'Giấy mời' -k document_in -u 26743 symbol=5/GM-SNV issuer='Sở Nội vụ' electronic=không
on 2026-04-01
run dieuhanh matter feed 2026-03 --dry-run --format csv
says out 'H10c,Số văn bản đến đã vào sổ,document_in,26743,phường Bến Thành,2,,2,0,'
says out 'H10d,Số văn bản đến dạng điện tử,document_in,26743,phường Bến Thành,1,,2,0,'
says out 'H10e,Số văn bản đi đã phát hành,document_out,26740,phường Sài Gòn,6,,6,0,'
run dieuhanh matter feed 2026-03 --under 'TP Hồ Chí Minh' --sum --kind document_in --dry-run --format csv
says out 'thành phố Hồ Chí Minh,2,,2,0,'
refused 2 '--under' dieuhanh matter feed 2026-03 --sum
run dieuhanh matter feed 2026-03
is_status 0
run dieuhanh formula value H10a 26740 2026-03
says out 'H10d'

# Reports that are owed are among what waits for the unit; nothing is stored for it.
for ward in 26740 26743; do dieuhanh filing require KTXH --unit $ward --due last_month:17 --from 2026-03-01 >/dev/null 2>&1; done
dieuhanh task new 'Rà soát hộ nghèo' -u 26740 --due 2026-04-01 >/dev/null 2>&1
run dieuhanh matter mine --unit 26740 --format csv
is_status 0
says out 'late,KTXH/26740/2026-03,KTXH,report_due,tháng 3/2026: Báo cáo tình hình kinh tế - xã hội'
says out 'late,KTXH/26740/2026-Q1,KTXH,report_due,quý I/2026: Báo cáo tình hình kinh tế - xã hội'
says out 'soon,M9,NV-2026-1,task,Rà soát hộ nghèo'
says err 'quá hạn 2; bị trả lại 0; sắp đến hạn 1'
run dieuhanh matter list -k report_due --under 'TP Hồ Chí Minh' --clock late --format csv
ok 'two wards, month and quarter' test "$(grep -c report_due "$out")" = 4
run dieuhanh filing open KTXH --period 2026-03 --unit 26740
is_status 0
run dieuhanh matter list -k report_due --unit 26740 --clock late --format csv
says out 'B1,KTXH,report_due,tháng 3/2026'
run dieuhanh matter mine --person 'Ai đó'
is_status 0
ok 'a person owes no report' sh -c '! grep -q report_due "$1"' sh "$out"

# Tasks under a programme and under a target.
cat >ct.csv <<'EOF'
loại,mã,thuộc,chỉ tiêu,đơn vị,so sánh,đơn vị tính,2026
chương trình,CT1,,Chương trình chuyển đổi số,26740,,,
chỉ tiêu,CT1-1,CT1,Tỷ lệ hồ sơ nộp trực tuyến,,>=,%,80
EOF
run dieuhanh programme import ct.csv
is_status 0
refused 1 'không có chương trình hay chỉ tiêu «CT9»' dieuhanh task new 'Việc' -u 26740 --target CT9
for t in CT1 CT1-1 CT1-1; do
    run dieuhanh task new "Nhiệm vụ của $t" -u 26740 --target $t --due 2026-04-10
    is_status 0
done
run dieuhanh task list --target CT1-1 --format csv
ok 'two tasks under the target' test "$(grep -c 'Nhiệm vụ của CT1-1' "$out")" = 2
ok 'none of the programme' sh -c '! grep -q "Nhiệm vụ của CT1," "$1"' sh "$out"
run dieuhanh task move take M11
run dieuhanh task move submit M11 --note xong
run dieuhanh task move approve M11
on 2026-04-20
run dieuhanh programme status CT1 26740 2026
is_status 0
says out 'Nhiệm vụ: 1/3 hoàn thành (33,3 %), trễ hạn 2'
says out '1/2'
run dieuhanh programme status CT1 26740 2026 --sum --format csv
ok 'tasks beside the sum' grep -q 'reached/CT1,3,1,2' "$out"
on 2026-05-04
run dieuhanh matter feed 2026-04 --kind task --format csv
for row in 'I01a,.*,4,,4,0,' 'I01b,.*,1,,1,0,' 'I01c,.*,0,,0,0,' 'I01d,.*,3,,3,0,'; do ok "$row" grep -q "^$row" "$out"; done

# A kind of the office: fields after the end, a figure, a form, steps, with no new program.
cat >hotline.json <<'EOF'
{"kind": "hotline", "name": "Đường dây nóng", "number": "ĐN-{year}-{n}",
 "states": [{"state": "new", "name": "Mới", "group": "open", "waits": "responsible"}, {"state": "done", "name": "Xong", "group": "done"}],
 "moves": [{"move": "answer", "name": "Trả lời", "from": ["new"], "to": "done", "by": "responsible"}],
 "fields": [{"field": "area", "name": "Lĩnh vực", "type": "choice", "choices": ["rác", "đèn"]}, {"field": "rating", "name": "Đánh giá", "type": "number", "after": true},
  {"field": "steps", "name": "Các bước", "type": "text"}, {"field": "step", "name": "Bước", "type": "text"}, {"field": "step_due", "name": "Hạn bước", "type": "moment"}],
 "steps": {"steps": "steps", "step": "step", "due": "step_due"},
 "figures": [{"figure": "I06a", "window": "opened", "where": {"area": "rác"}, "asks": ["area"]}, {"figure": "I07a", "window": "ended", "where": {"rating": {"min": 4}}}],
 "forms": [{"form": "phieu", "name": "Phiếu", "lines": ["# PHIẾU", "{title} ({area})"]}]}
EOF
run dieuhanh kind add hotline.json
is_status 0
for what in area=rác area=đèn steps='Nhận: 2 giờ'; do run dieuhanh matter new "Cuộc gọi $what" -k hotline -u 26740 "$what"; done
run dieuhanh matter hand M15 --person An
is_status 0
run dieuhanh matter move answer M13 M14
run dieuhanh matter edit M13 rating=5
is_status 0
run dieuhanh matter edit M14 rating=3
run dieuhanh matter form phieu M13
says out 'Cuộc gọi area=rác (rác)'
on 2026-06-01
run dieuhanh matter feed 2026-05 --kind hotline --format csv
says out 'hotline,26740,phường Sài Gòn,1,2,3,1,'
ok 'a number from 4 on' grep -q '^I07a,.*,1,,2,0,' "$out"
sed 's/"window": "opened"/"window": "sometime"/' hotline.json >sai.json
refused 1 'window' dieuhanh kind add sai.json
sed 's/"asks": \["area"\]/"asks": ["nowhere"]/' hotline.json >sai.json
refused 1 'nowhere' dieuhanh kind add sai.json
sed 's/"where": {"area": "rác"}/"where": {"area": "nước"}/' hotline.json >sai.json
refused 1 'area' dieuhanh kind add sai.json
sed 's/"lines": \["# PHIẾU", "{title} ({area})"\]/"lines": []/' hotline.json >sai.json
refused 1 'lines' dieuhanh kind add sai.json
sed 's/"step": "step", "due"/"step": "area", "due"/' hotline.json >sai.json
refused 1 'step' dieuhanh kind add sai.json

# A year of a ward: petitions come in without a map.
python3 "$here/../../tools/matters_generate.py" nam --dossiers 600 --wide --tasks 0 --feedback 340 --letters 60 || exit 1
dieuhanh init -q --record nam.db
on 2026-07-01
run dieuhanh matter import feedback nam/phan-anh.csv --record nam.db --format jsonl
is_status 0
says out '"rows":340,"new":340'
run dieuhanh matter import letter nam/don-thu.csv --record nam.db --format jsonl
is_status 0
says out '"rows":60,"new":60'
run dieuhanh dossier import nam/ho-so.csv --record nam.db --format jsonl
is_status 0
says out '"rows":600,"new":600'
run dieuhanh matter feed 2026-H1 --record nam.db
is_status 0
for group in H34b H34d H34e; do
    run dieuhanh formula value $group 26740 2026-H1 --record nam.db
    says out "$group = "
done
run dieuhanh formula value H34b 26740 2026-H1 --record nam.db --format csv
ok 'the second group is reckoned' grep -q '^result,H34b,.*,1[5-9][.][0-9]*,exact' "$out"
run dieuhanh formula value H34f 26740 2026-H1 --record nam.db
says out 'H30d'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'
done_testing
