#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# denunciation: a letter that denounces somebody goes its way, and who wrote it is nowhere in the record: not in its file, its log, its tables, its
# lists, exports, search, package or copy. Who may see it, who has, and who was refused. All names and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='Trần Thị Giữ'
export DIEUHANH_SEALED="$work/niem-phong"
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-08-03
dieuhanh --record x.db init -q
d() { dieuhanh --record x.db denunciation "$@"; }
W='phường Bến Thành'

# What must be found nowhere: with and without tone marks, whole and in pieces.
cat > secrets <<'END'
Bí Mật
bi mat
Mật Danh
mat danh
0903 123 456
0903123456
079012345678
12/3 Lê Lợi
12/3 le loi
tôi tố cáo ông B
END
cat > who <<'END'
họ tên=Nguyễn Văn Bí Mật
địa chỉ=12/3 Lê Lợi, phường Bến Thành
điện thoại=0903 123 456
số định danh=079012345678

họ tên=Lê Thị Mật Danh
END
echo 'Kính gửi Chủ tịch, tôi tố cáo ông B. Nguyễn Văn Bí Mật' > don.txt
nowhere() { ! grep -aiqFf secrets "$(file_of "$1")"; }

# Keys: each person makes his own; only the public half comes into the record.
run d key giu.khoa --no-passphrase
is_status 0
says err 'tự giữ'
ok 'a public key has 64 digits' test "$(wc -c < "$out")" = 65
giu=$(cat "$out")
chu=$(d key chu.khoa --no-passphrase 2>/dev/null)
tra=$(d key tra.khoa --no-passphrase 2>/dev/null)
run d key giu.khoa --no-passphrase
is_status 1
run d reader 'Trần Thị Giữ' --public 123
is_status 2
says err 'không phải khóa công khai'
run d reader 'Trần Thị Giữ' --public 0000000000000000000000000000000000000000000000000000000000000000
is_status 2
run d reader 'Trần Thị Giữ' --public "$giu"
is_status 0
d -q reader 'Lê Văn Chủ' --public "$chu"
d -q reader 'Phạm Văn Tra' --public "$tra"

# What leaks is refused, and nothing is written.
new() { d new "$@" -u "$W" handling=thường received_on=2026-08-03 --identity who --readers 'Trần Thị Giữ;Lê Văn Chủ'; }
run new 'Tố cáo của NGUYEN VAN BI MAT về cấp phép' against='ông B'
is_status 1
says err '«title» có chữ thuộc danh tính'
ok 'the message does not tell it' nowhere err
run new 'Tố cáo về cấp phép' against='ông B, gọi 0903.123.456'
is_status 1
says err '«against»'
run new 'Tố cáo về cấp phép' against='ông B' place='gần 12/3 Lê Lợi'
is_status 1
says err '«place»'
run new 'Tố cáo về cấp phép' against='ông B' --note 'theo bà Lê Thị Mật Danh'
is_status 1
says err '«note»'
ok 'no box was made' test ! -d "$DIEUHANH_SEALED"
run d list
says err 'không có việc nào'
run d new 'Tố cáo' -u "$W" handling=thường against='ông B' --identity who
is_status 2
says err 'ai được xem'
run d new 'Tố cáo' -u "$W" handling=thường against='ông B' --identity who --readers 'Người Lạ'
is_status 1
says err 'Người Lạ chưa có khóa đọc'
run d new 'Tố cáo' -u "$W" handling=thường against='ông B' --file don.txt
is_status 1
printf 'tên gì đó\n' > bad
run d new 'Tố cáo' -u "$W" handling=thường against='ông B' --identity bad --readers 'Lê Văn Chủ'
is_status 1
says err 'dòng 1'
printf 'địa chỉ=12 Lê Lai\n' > bad
run d new 'Tố cáo' -u "$W" handling=thường against='ông B' --identity bad --readers 'Lê Văn Chủ'
is_status 1
says err 'thiếu họ tên'
run d list
says err 'không có việc nào'

# Sealed: seven working days; the letter is sealed with it.
run new 'Tố cáo nhận tiền khi cấp phép xây dựng' against='ông B, cán bộ địa chính' place='hẻm 14 Lê Lai' --file don.txt
is_status 0
says err 'M1 (TC-2026-1), hạn 12/8/2026'
says err 'niêm phong danh tính 2 người'
ok 'the folder is the owner'"'"'s alone' test "$(stat -c %a "$DIEUHANH_SEALED")" = 700
ok 'one box' test "$(find "$DIEUHANH_SEALED" -name '*.box' | wc -l)" = 1
ok 'the box tells nothing' nowhere "$DIEUHANH_SEALED"/*.box
run d show M1
says err 'niêm phong trong 1 hộp; được xem: Lê Văn Chủ; Trần Thị Giữ'
run d show M1 --format jsonl
says out '"secrecy":"internal"'
printf 'họ tên=Nguyễn Văn Bí Mật\n' | d seal M1 --identity - > /dev/null 2>&1
ok 'a second one from standard input' test "$(find "$DIEUHANH_SEALED" -name '*.box' | wc -l)" = 2
sizes=$(for b in "$DIEUHANH_SEALED"/*.box; do stat -c %s "$b"; done | sort -u | wc -l)
ok 'lengths do not tell a short identity from a long one' test "$sizes" = 1
run dieuhanh --record x.db matter new 'Một việc' -k task -u "$W"
run d seal M2 --identity who --readers 'Lê Văn Chủ'
is_status 1
says err 'không giữ danh tính riêng'

# Need to know, with a reason; the journal has it first.
entries() { dieuhanh --record x.db verify --checkpoint /dev/null 2>/dev/null; dieuhanh --record x.db denunciation access-log --format jsonl | wc -l; }
before=$(entries)
run d identity M1 --reader-key giu.khoa
is_status 2
says err 'cần nêu lý do'
run d identity M1 --note 'mời làm việc'
is_status 2
says err 'chưa nêu khóa đọc'
run d identity M1 --note 'gặp ông Nguyễn Văn Bí Mật' --reader-key giu.khoa
is_status 1
says err '«note»'
silent out
ok 'nothing of these is in the log' test "$(entries)" = "$before"
run d identity M1 --note 'mời làm việc, giấy mời 12' --reader-key giu.khoa --out ra.txt
is_status 0
says out 'Nguyễn Văn Bí Mật'
says out 'Lê Thị Mật Danh'
says out '0903 123 456'
says err 'đã ghi vào nhật ký'
same ra.txt don.txt
run dieuhanh --record x.db --by 'Ai Đó' denunciation identity M1 --note 'tò mò' --reader-key tra.khoa
is_status 1
silent out
says err 'không được xem'
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation identity M1 --note 'tò mò' --reader-key tra.khoa
is_status 1
silent out
run dieuhanh --record x.db --by 'Ai Đó' denunciation allow M1 'Ai Đó' --note 'cho tôi' --reader-key tra.khoa
is_status 1
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation allow M1 'Phạm Văn Tra' --note 'giao xác minh' --reader-key chu.khoa
is_status 0
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation allow M1 'Phạm Văn Tra' --note 'giao xác minh' --reader-key chu.khoa
is_status 1
says err 'rồi'
run dieuhanh --record x.db --by 'Phạm Văn Tra' denunciation identity M1 --note 'xác minh' --reader-key tra.khoa --format csv
is_status 0
says out 'name,Nguyễn Văn Bí Mật'
run d forbid M1 'Phạm Văn Tra'
is_status 2
run d forbid M1 'Phạm Văn Tra' --note 'xong việc'
is_status 0
run dieuhanh --record x.db --by 'Phạm Văn Tra' denunciation identity M1 --note 'xác minh' --reader-key tra.khoa
is_status 1
run d forbid M1 'Phạm Văn Tra' --note 'xong việc'
is_status 1
run d reader 'Trần Thị Giữ' --remove --note 'chuyển công tác'
is_status 0
run d reader 'Lê Văn Chủ' --remove --note 'chuyển công tác'
is_status 1
says err 'người cuối cùng'
run d access-log M1 --format csv
is_status 0
ok 'who has seen it' test "$(grep -c ',look,M1,' "$out")" = 2
ok 'who was refused, and why' test "$(grep -c ',refused,M1,' "$out")" = 4
says out 'Lê Văn Chủ,refused,M1,Lê Văn Chủ,other_key,tò mò'
ok 'the log tells nobody' nowhere out

# A letter that was taken on goes on as a case, which has no name either; its identity is that of the letter.
run d move check M1
run d move accept M1
is_status 1
run d move accept M1 acceptance_no='12/QĐ-UBND'
is_status 0
run dieuhanh --record x.db matter new 'Vụ việc cấp phép xây dựng' -k denunciation_case -u "$W" --parent M1 complexity='phức tạp' against='ông B'
is_status 0
says err 'hạn 3/9/2026'
run dieuhanh --record x.db matter extend M3 --more '30 ngày' --note 'phải xác minh ở hai nơi'
is_status 0
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation identity M3 --note 'thông báo kết luận' --reader-key chu.khoa
is_status 0
says out 'Bí Mật'
run dieuhanh --record x.db matter move conclude M3 outcome='tố cáo đúng một phần' conclusion_no='3/KL-UBND'
is_status 0
run d attach M1 --file bad
is_status 0
says err 'ai mở kho cũng đọc được'

# Nowhere: the file of the record with its log, every table, all that is printed.
if on_server; then
    dump x.db > all
else
    cat x.db* > all
    sqlite3 x.db .dump >> all 2>/dev/null || true
fi
ok 'what is looked through is the record' grep -aq 'Tố cáo nhận tiền khi cấp phép xây dựng' all
ok 'the record does not have it' nowhere all
for list in 'denunciation list --all' 'petition list --all' 'petition twins --all' 'petition stats' 'matter list --all' 'denunciation show M1' \
    'matter show M3' 'denunciation export' 'matter export denunciation_case' 'denunciation stats' 'denunciation mine' 'petition outcomes' \
    'denunciation readers' 'denunciation check' 'meeting agenda'; do
    for form in table jsonl csv; do
        # shellcheck disable=SC2086
        dieuhanh --record x.db $list --format $form >> printed 2>&1
    done
done
ok 'something was printed' grep -q 'Tố cáo nhận tiền' printed
ok 'no list, export, count or board has it' nowhere printed
run dieuhanh --record x.db matter list --all --text 'bí mật'
ok 'no search finds it' nowhere out
dieuhanh --record x.db search 'Bí Mật' > printed 2>&1
ok 'nor the search of documents' test "$(grep -ci 'nguyễn' printed)" = 0
run dieuhanh --record x.db verify
is_status 0
run dieuhanh --record x.db rebuild
is_status 0
says err 'giống hệt trước'

# A copy carries no identity; the folder is carried by who may.
if ! on_server; then
    ok 'copied' dieuhanh copy x.db y.db
    cat y.db* > all
    ok 'nor does its copy' nowhere all
    run dieuhanh --record y.db --by 'Lê Văn Chủ' denunciation identity M1 --note 'xem ở bản sao' --reader-key chu.khoa --sealed "$work/khong-co"
    is_status 1
    says err 'không có trong thư mục'
    run dieuhanh --record y.db --by 'Lê Văn Chủ' denunciation identity M1 --note 'xem ở bản sao' --reader-key chu.khoa
    is_status 0
fi

# Boxes are looked after.
run d check
is_status 0
box=$(find "$DIEUHANH_SEALED" -name '*.box' | sort | head -n 1)
cp "$box" kept
sed 's/"sealed":"\(.\)/"sealed":"A\1/' kept > "$box"
run d check
is_status 3
says out 'khác với nhật ký'
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation identity M1 --note 'x' --reader-key chu.khoa
is_status 1
silent out
says err 'không đúng như nhật ký'
rm "$box"
run d check
is_status 3
says out 'mất'
cp kept "$box"
chmod 755 "$DIEUHANH_SEALED"
run dieuhanh --record x.db --by 'Lê Văn Chủ' denunciation identity M1 --note 'x' --reader-key chu.khoa
is_status 1
says err 'chmod 700'
chmod 700 "$DIEUHANH_SEALED"
unset DIEUHANH_SEALED
if on_server; then
    run d check
    is_status 2
    says err 'DIEUHANH_SEALED'
else
    run d check
    is_status 3
    says out 'mất'
fi
export DIEUHANH_SEALED="$work/niem-phong"
# A key under a passphrase: by a descriptor or a file, changed, wrong, short; nothing of it is an argument.
long='một câu dài dễ nhớ' other='một câu khác cũng dài'
run d key co.khoa
is_status 2
says err 'không hỏi được'
printf 'ngan\n' >p
chmod 600 p
run d key co.khoa --passphrase-file p
is_status 1
says err 'ngắn quá'
ok 'no file was made' test ! -e co.khoa
printf '%s\n' "$long" >p
run d key co.khoa --passphrase-file p
is_status 0
co=$(cat "$out")
says co.khoa 'dieuhanh-key v2'
says co.khoa 'kdf argon2id 3 268435456'
says_not co.khoa "$co"
chmod 644 p
run d key hai.khoa --passphrase-file p
is_status 1
says err 'không đọc được mật khẩu'
chmod 600 p
printf '%s\n%s\n' "$other" "$long" >sai
chmod 600 sai
run d key co.khoa --change --passphrase-file sai
is_status 1
says err 'không đúng'
printf '%s\n%s\n' "$long" "$other" >doi
chmod 600 doi
run d key co.khoa --change --passphrase-file doi
is_status 0
says err 'đã đổi mật khẩu'
d -q reader 'Ngô Thị Khóa' --public "$co"
run d new 'Tố cáo việc khác' -u "$W" handling=thường received_on=2026-08-03 against='ông E' --identity who --readers 'Lê Văn Chủ'
is_status 0
newest=$(sed -n 's/.*đã giao \(M[0-9]*\).*/\1/p' "$err")
dieuhanh --record x.db --by 'Lê Văn Chủ' -q denunciation allow "$newest" 'Ngô Thị Khóa' --note 'xác minh' --reader-key chu.khoa
k() { dieuhanh --record x.db --by 'Ngô Thị Khóa' denunciation identity "$newest" --note 'xác minh' --reader-key co.khoa "$@"; }
run k
is_status 2
says err 'có mật khẩu'
run k --passphrase-file p
is_status 1
says err 'không đúng'
printf '%s\n' "$other" >p
run k --passphrase-file p
is_status 0
about='a passphrase of a descriptor'
k --passphrase-fd 3 3<p >"$out" 2>"$err"
status=$?
is_status 0
printf '%s\n' "$other" >p
run d key co.khoa --change --no-passphrase --passphrase-file p
is_status 0
says co.khoa 'dieuhanh-key v1'
run k
is_status 0
done_testing
