#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# record: a record from its making to its checking, as an officer would use it.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=an SOURCE_DATE_EPOCH=1707966000

run dieuhanh documents
is_status 1
says err "không có kho số liệu «$(record_place dieuhanh.db)»"
says err 'dieuhanh init'

run dieuhanh init
is_status 0
silent out
on_server || ok 'only the record is there' [ "$(ls)" = dieuhanh.db ]
run dieuhanh init
is_status 1
says err 'đã có, không ghi đè'

# A report comes in; again, nothing is changed.
report >a.txt
run dieuhanh import --format csv --place 'quận An Hòa' a.txt
is_status 0
says out 'a.txt,D1,new,'
record_copy dieuhanh.db before.db
run dieuhanh import --format csv --place 'quận An Hòa' a.txt
is_status 0
says out 'a.txt,D1,unchanged,,,,,,0'
cp a.txt ban-sao.txt
run dieuhanh import --format csv --place 'quận An Hòa' ban-sao.txt
says out 'ban-sao.txt,D1,unchanged'
ok 'the record is the same, bit for bit' record_same dieuhanh.db before.db

run dieuhanh statements --format csv
is_status 0
says out '1.234,5 tỷ đồng'
says out 'S1,D1,proposed'
run dieuhanh statements --state accepted --format csv
lines out 1
run dieuhanh statements --limit 2 --format csv
lines out 3
run dieuhanh statements --kind directive --format csv
lines out 1
run dieuhanh statements --document D9 --format csv
is_status 0
lines out 1
run dieuhanh statements --document X
is_status 2
says err 'không phải số hiệu của một tài liệu'

# A checkpoint for later.
run dieuhanh verify
is_status 0
says err 'nguyên vẹn'
cp "$out" moc.txt

# What is clear is accepted; the rest waits.
run dieuhanh accept --resolved
is_status 0
run dieuhanh statements --state accepted --format csv
says out '1.234,5 tỷ đồng'
run dieuhanh accept S1
is_status 0
says err 'đã chấp nhận từ trước'
run dieuhanh accept S99
is_status 1
says err 'không có phát biểu S99'
run dieuhanh accept S1 xyz
is_status 2
run dieuhanh accept
is_status 2
run dieuhanh reject S1 --reason 'nhầm đơn vị'
is_status 0
run dieuhanh statements --state rejected --format csv
says out 'S1,D1,rejected'
run dieuhanh accept S1 --unit 'quận Bình Hòa' --period 2022
is_status 0
says err '1 số liệu mới'
run dieuhanh accept S1 --period hôm-qua
is_status 2

# The documents, and one of them back as it came.
run dieuhanh documents --format csv
says out 'D1,a.txt,'
says out 'an,'
run dieuhanh documents --get D1
is_status 0
same out a.txt
run dieuhanh documents --text D1
is_status 0
same out a.txt
run dieuhanh documents --get D7
is_status 1
says err 'không có tài liệu D7'

# Words with and without marks.
run dieuhanh search thu ngan sach
is_status 0
says out '«1.234,5 tỷ đồng»'
run dieuhanh search --format jsonl 'DU TOAN'
says out '"file":"a.txt"'
run dieuhanh search không-có-ở-đâu
is_status 0
says err 'không tìm thấy'
run dieuhanh search '()'
is_status 1
says err 'không có từ nào để tìm'

# As many hits as one search may have, of figures and of passages.
mkdir many
i=0
while [ $i -lt 400 ]; do
    i=$((i + 1))
    printf 'Chỉ số sản xuất ngành đóng tàu tháng %d tăng 10,%d%% so với cùng kỳ.\n\nNgành đóng tàu được quan tâm, đoạn %d.\n\n' \
        $((i % 12 + 1)) $((i % 10)) $i
    printf 'Thu ngân sách ngành đóng tàu đạt %d tỷ đồng.\n\n' $((i + 100))
done >many/tau.txt
dieuhanh init -q --record m.db
run dieuhanh import -q --record m.db many/tau.txt
is_status 0
for limit in 20 25 300 1000; do
    run dieuhanh search --record m.db --limit $limit 'dong tau'
    is_status 0
    says out 'Thu ngân sách ngành đóng tàu đạt «10'
done
run dieuhanh search --record m.db --limit 25 'quan tam'
is_status 0
says out '«quan» tâm, đoạn 20.'

# Made again, the tables are the same; the old checkpoint holds, as a file and as typed.
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh verify --checkpoint moc.txt
is_status 0
says err '2 mục đầu đúng như mốc kiểm tra'
run dieuhanh verify --checkpoint "$(tr '\n' ' ' <moc.txt)"
is_status 0
sed 's/size 2/size 3/' moc.txt >sai.txt
run dieuhanh verify --checkpoint sai.txt
is_status 3
silent out
says err 'không còn là nhật ký của mốc cũ'
sed 's/size 2/size 99/' moc.txt >sai.txt
run dieuhanh verify --checkpoint sai.txt
is_status 3
says err 'phần cuối đã bị cắt'
run dieuhanh verify --checkpoint a.txt
is_status 1
says err 'không phải mốc kiểm tra'

# Proofs for somebody who has no record.
dieuhanh proof 2 >bang-chung.txt 2>/dev/null
mkdir xa && cd xa || exit 1
run dieuhanh proof --check ../bang-chung.txt
is_status 0
says err 'mục này có trong nhật ký'
says out 'dieuhanh-checkpoint v1'
sed 's/"who":"an"/"who":"em"/' ../bang-chung.txt >sai.txt
run dieuhanh proof --check sai.txt
is_status 3
says err 'không đúng'
run dieuhanh proof --check ../a.txt
is_status 1
cd .. || exit 1
run dieuhanh proof --since moc.txt
is_status 0
cp "$out" lon-len.txt
run dieuhanh proof --check lon-len.txt
is_status 0
says err 'bắt đầu bằng nhật ký 2 mục'
sed 's/root ./root 0/' moc.txt >sai.txt
run dieuhanh proof --since sai.txt
is_status 3
run dieuhanh proof 99
is_status 1
run dieuhanh proof
is_status 2
run dieuhanh proof hai
is_status 2

# A signed record.
run dieuhanh init --record ky.db --key khoa
is_status 0
says err 'đã tạo tệp khóa'
ok 'only its owner can read the key' [ "$(stat -c %a khoa)" = 600 ]
run dieuhanh import --record ky.db a.txt
is_status 1
says err 'mọi thay đổi phải được ký'
run dieuhanh import --record ky.db --key khoa a.txt
is_status 0
run env DIEUHANH_KEY=khoa "$DIEUHANH" accept --record "$(record_place ky.db)" --resolved
is_status 0
run dieuhanh verify --record ky.db
is_status 0
says out 'signature '
run dieuhanh init --record khac.db --key khoa-khac
run dieuhanh import --record ky.db --key khoa-khac ban-sao.txt
is_status 0 # nothing is changed, so nothing is to be signed
report 2 >b.txt
run dieuhanh import --record ky.db --key khoa-khac b.txt
is_status 1
says err 'không phải khóa của kho'
chmod 644 khoa
run dieuhanh import --record ky.db --key khoa b.txt
is_status 1
says err 'chmod 600'
run dieuhanh import --key khoa-khac b.txt
is_status 1
says err 'không phải khóa của kho'
run dieuhanh verify --record ky.db
is_status 0
done_testing
