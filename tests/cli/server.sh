#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# server: a record on a PostgreSQL server as an office would keep it: copied there and back, written by many at once, with a
# server that dies in the middle, and with a standby that takes over.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=an SOURCE_DATE_EPOCH=1771124400
on_server || {
    skip 'no server' 1
    done_testing
}
place=$(record_place dieuhanh.db)
unset DIEUHANH_RECORD
as_server() { (cd "$TEST_SERVER" && HOME=$TEST_SERVER $TEST_SERVER_DO "$@"); }
# start FOLDER; stop FOLDER: a server, without waiting for anybody.
start() { as_server pg_ctl -D "$TEST_SERVER/$1" -l "$TEST_SERVER/log" -s -w start; }
stop() { as_server pg_ctl -D "$TEST_SERVER/$1" -m immediate -s -w stop; }

# --- an address

run dieuhanh verify --record 'postgresql://an:bi-mat@127.0.0.1:1/kho'
is_status 1
says err 'postgresql://an:***@127.0.0.1:1/kho'
says_not err 'bi-mat'
says err 'không tới được'
run env DIEUHANH_LANG=en "$DIEUHANH" verify --record 'postgresql://an:bi-mat@127.0.0.1:1/kho'
says err 'cannot be reached or refuses'
says_not err 'bi-mat'
run dieuhanh verify --record 'postgresql://an:bi-mat@127.0.0.1:1/kho?nonsense=1'
is_status 2
says err 'viết sai'
says_not err 'bi-mat'
for where in 'import --record' 'copy tep.sqlite' 'copy a b' 'import -q' 'init --record' 'stand' 'read' 'check' 'verify --checkpoint'; do
    # shellcheck disable=SC2086
    run "$DIEUHANH" $where 'postgresql://an:bi-mat@127.0.0.1:1/kho' khong-co.txt
    says_not err 'bi-mat'
    says_not out 'bi-mat'
done
run "$DIEUHANH" verify --record "$TEST_POSTGRES-khong-co"
is_status 1
run "$DIEUHANH" verify --record "$(echo "$TEST_POSTGRES" | sed 's|/dieuhanh?|/khong_co?|')"
is_status 1
says err 'khong_co'
run "$DIEUHANH" documents --record "$place"
is_status 1
says err 'không có kho số liệu'

# --- a schema that is not ours

psql -qX -c 'CREATE SCHEMA nha_khac; CREATE TABLE nha_khac.document (a INTEGER); INSERT INTO nha_khac.document VALUES (1)'
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3Dnha_khac"
is_status 1
says err 'đã có bảng khác'
ok 'the table of the others is there' [ "$(psql -qXAt -c 'SELECT a FROM nha_khac.document')" = 1 ]
# A schema that is not there is made with the record, when that may be.
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3Dchua_co"
is_status 0
run "$DIEUHANH" verify --record "$TEST_POSTGRES&options=-csearch_path%3Dchua_co"
is_status 0
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3Dchua_co"
is_status 1
says err 'đã có, không ghi đè'
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3D%22Phường%5C%20%22%22A%22%22%22,public"
is_status 0
ok 'a name in quotes is taken as it is' [ "$(psql -qXAt -c "SELECT count(*) FROM pg_namespace WHERE nspname = 'Phường \"A\"'")" = 1 ]
# What stands in the next schema of the path is another record, and stays as it is.
psql -qX -c 'CREATE SCHEMA hai'
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3Dhai,chua_co"
is_status 0
run "$DIEUHANH" init --record "$TEST_POSTGRES&options=-csearch_path%3Dba,chua_co"
is_status 0
for schema in ba hai chua_co; do
    run "$DIEUHANH" verify --record "$TEST_POSTGRES&options=-csearch_path%3D$schema"
    is_status 0
done
ok 'all of them have their tables' [ "$(psql -qXAt -c "SELECT count(*) FROM pg_tables WHERE tablename = 'statement_search' AND schemaname IN ('ba', 'hai', 'chua_co')")" = 3 ]
psql -qX -c "CREATE ROLE nguoi_moi LOGIN"
newcomer=$(echo "$TEST_POSTGRES" | sed 's|dieuhanh@|nguoi_moi@|')
run "$DIEUHANH" init --record "$newcomer&options=-csearch_path%3Dcua_toi"
is_status 1
says err 'chưa có lược đồ «cua_toi»'
says err 'CREATE SCHEMA cua_toi AUTHORIZATION nguoi_moi'
run "$DIEUHANH" init --record "$newcomer&options=-csearch_path%3Dchua_co"
is_status 1
says err 'cho quyền CREATE'
psql -qX -c 'CREATE SCHEMA trong_tron' -c 'GRANT USAGE ON SCHEMA trong_tron TO nguoi_moi'
run "$DIEUHANH" init --record "$newcomer&options=-csearch_path%3Dtrong_tron"
is_status 1
says err 'không có quyền tạo bảng'
says err 'GRANT USAGE, CREATE'
psql -qX -c 'CREATE SCHEMA cua_toi AUTHORIZATION nguoi_moi'
run "$DIEUHANH" init --record "$newcomer&options=-csearch_path%3Dcua_toi"
is_status 0

# --- there and back

report 3 >a.txt
report 40 >b.txt
"$DIEUHANH" init -q --key khoa --record tep.sqlite
"$DIEUHANH" import -q --accept --key khoa --place 'quận An Hòa' --record tep.sqlite a.txt b.txt >/dev/null
"$DIEUHANH" verify -q --record tep.sqlite >moc.txt
"$DIEUHANH" rebuild -q --record tep.sqlite >van-tay.txt
run "$DIEUHANH" copy tep.sqlite "$place"
is_status 0
same out van-tay.txt
says err 'giống hệt nhau'
run "$DIEUHANH" verify -q --record "$place" --checkpoint moc.txt
is_status 0
same out moc.txt
run "$DIEUHANH" copy tep.sqlite "$place"
is_status 1
says err 'đã có, không ghi đè'
run "$DIEUHANH" copy "$place" ve.sqlite
is_status 0
same out van-tay.txt
run "$DIEUHANH" verify -q --record ve.sqlite
same out moc.txt
run "$DIEUHANH" copy "$place" ve.sqlite
is_status 1
says err 'đã có, không ghi đè'
for what in 'statements --limit 1000' 'documents' 'export' 'search ngan sach'; do
    "$DIEUHANH" $what --format csv --record tep.sqlite >tep.out 2>/dev/null || "$DIEUHANH" $what --record tep.sqlite >tep.out 2>/dev/null
    "$DIEUHANH" $what --format csv --record "$place" >kho.out 2>/dev/null || "$DIEUHANH" $what --record "$place" >kho.out 2>/dev/null
    ok "$what says the same of both" cmp tep.out kho.out
    ok "$what says something" [ -s kho.out ]
done
# A record that is not what it says it is is not carried on, and leaves nothing.
cp tep.sqlite hong.sqlite
"$RECORD_TOOL" sql hong.sqlite "UPDATE figure SET value_coefficient = 1"
run "$DIEUHANH" copy hong.sqlite "$(record_place hong.db)"
is_status 1
says err 'bảng «figure»'
"$RECORD_TOOL" sql hong.sqlite "UPDATE journal SET who = 'ai do' WHERE seq = 2"
run "$DIEUHANH" copy hong.sqlite "$(record_place hong.db)"
is_status 1
says err 'không nguyên vẹn'
run "$DIEUHANH" verify --record "$(record_place hong.db)"
is_status 1
says err 'không có kho số liệu'
run "$DIEUHANH" copy "$place" khong-co/ve.sqlite
is_status 1

# --- who may do what: one who only reads, with a password of her own

psql -qX -c "CREATE ROLE nguoi_xem LOGIN PASSWORD 'bi-mat-1'" -c "GRANT USAGE ON SCHEMA \"$(schema_of dieuhanh.db)\" TO nguoi_xem" \
    -c "GRANT SELECT ON ALL TABLES IN SCHEMA \"$(schema_of dieuhanh.db)\" TO nguoi_xem"
as_server sh -c "sed -i '1i local all nguoi_xem scram-sha-256' '$TEST_SERVER/data/pg_hba.conf'"
psql -qXAt -c 'SELECT pg_reload_conf()' >/dev/null
hers=$(echo "$place" | sed 's|dieuhanh@|nguoi_xem:MAT_KHAU@|')
for i in 1 2 3 4 5 6 7 8 9 10; do # until the server has read its rules again
    "$DIEUHANH" documents --record "$(echo "$hers" | sed 's/MAT_KHAU/sai-roi/')" >/dev/null 2>&1 || break
    sleep 0.2
done
run "$DIEUHANH" documents --record "$(echo "$hers" | sed 's/MAT_KHAU/sai-roi/')"
is_status 1
says err 'password authentication failed'
says_not err 'sai-roi'
run "$DIEUHANH" documents --record "$(echo "$hers" | sed 's/MAT_KHAU/bi-mat-1/')"
is_status 0
says out 'a.txt'
echo '*:*:*:nguoi_xem:bi-mat-1' >mat-khau
chmod 600 mat-khau
run env PGPASSFILE="$PWD/mat-khau" "$DIEUHANH" verify -q --record "$(echo "$hers" | sed 's/:MAT_KHAU//')"
is_status 0
same out moc.txt
report 7 >c.txt
run env PGPASSFILE="$PWD/mat-khau" "$DIEUHANH" import --key khoa --record "$(echo "$hers" | sed 's/:MAT_KHAU//')" c.txt
is_status 1
says err 'chỉ đọc được'
run "$DIEUHANH" verify -q --record "$place"
same out moc.txt

# --- many at once

place=$(record_place nhieu.db)
dieuhanh init -q --record nhieu.db
for i in 1 2 3 4 5 6 7 8; do
    report $i >mot-$i.txt
    report $((i + 8)) >hai-$i.txt
done
report 30 >chung.txt
pids=
for i in 1 2 3 4 5 6 7 8; do
    "$DIEUHANH" import --accept --record "$place" mot-$i.txt chung.txt hai-$i.txt >"$out.$i" 2>&1 </dev/null &
    pids="$pids $!"
done
failed=0
for pid in $pids; do wait "$pid" || failed=$((failed + 1)); done
cat "$out".[1-8] >"$out"
rm -f "$out".[1-8]
ok "eight imports at once all end well" [ $failed = 0 ]
run "$DIEUHANH" verify --record "$place"
is_status 0
run "$DIEUHANH" documents --record "$place" --format csv
lines out 18 # the head, eight and eight of their own, one of all

# --- a server that dies in the middle

place=$(record_place chet.db)
dieuhanh init -q --record chet.db
mkfifo muon.txt
about='import while the server dies'
"$DIEUHANH" import --record "$place" a.txt muon.txt >"$out" 2>"$err" &
pid=$!
exec 3>muon.txt # opens when the program opens it: a.txt is done
stop data
cat b.txt >&3
exec 3>&-
wait $pid
status=$?
is_status 1
says err 'mất kết nối với máy chủ'
says err 'Không có gì ghi dở'
run "$DIEUHANH" documents --record "$place"
is_status 1
says err 'không tới được'
start data
run "$DIEUHANH" documents --record "$place" --format csv
is_status 0
lines out 2
run "$DIEUHANH" verify --record "$place"
is_status 0
rm -f muon.txt
run "$DIEUHANH" import --record "$place" a.txt b.txt
is_status 0
run "$DIEUHANH" verify --record "$place"
is_status 0

# Again and again while it writes.
about='import while the server dies, at any moment'
report 400 >dai.txt
whole=0
for tenth in 1 2 3 4 5; do
    dieuhanh init -q --record lan-$tenth.db
    place=$(record_place lan-$tenth.db)
    "$DIEUHANH" import --record "$place" a.txt b.txt dai.txt >"$out" 2>"$err" &
    pid=$!
    sleep 0.$tenth 2>/dev/null || sleep 1
    stop data
    wait $pid
    start data
    "$DIEUHANH" verify -q --record "$place" >/dev/null 2>&1 &&
        "$DIEUHANH" import -q --record "$place" a.txt b.txt dai.txt >/dev/null 2>&1 &&
        "$DIEUHANH" verify -q --record "$place" >/dev/null 2>&1 &&
        [ "$("$DIEUHANH" documents --record "$place" --format csv | wc -l)" = 4 ] && whole=$((whole + 1))
done
ok "after $about: 5 of 5 records verify and take the rest" [ $whole = 5 ]

# The same of what is accepted and of what is loaded: all of it or nothing, and the next try does it.
many_figures() { # FILE LINES: figures of a unit of the country, a day each
    awk -v n="$2" 'BEGIN {
        print "indicator,unit,period,value"
        for (i = 0; i < n; i++) printf "C01,%d,%d-%02d,%d\n", 26740 + 3 * (i % 2), 1980 + int(i / 24), 1 + int(i / 2) % 12, i + 1
    }' >"$1"
}
many_figures nhieu.csv 800
awk -F, 'NR > 1 { printf "{\"unit\":\"%s\",\"indicator\":\"B01\",\"period\":\"%s\",\"value\":\"%s\"}\n", $2, $3, $4 }' nhieu.csv >nhieu.jsonl
# ends_whole NAME WHAT COMMAND: three records, and three times WHAT (server, program) dies while COMMAND works on one of them. The record is
# as before or has all of it; who was cut off by the server says so; and then the command does it.
ends_whole() {
    whole=0
    for tenth in 1 3 6; do
        dieuhanh init -q --record "$1-$tenth.db"
        place=$(record_place "$1-$tenth.db")
        case $1 in nhan*) "$DIEUHANH" table -q --record "$place" nhieu.jsonl >/dev/null ;; esac
        "$DIEUHANH" verify -q --record "$place" >truoc.txt
        {
            how=exec
            "$3" "$place"
        } >"$out" 2>"$err" &
        pid=$!
        sleep 0.$tenth 2>/dev/null || sleep 1
        if [ "$2" = server ]; then stop data; else kill -9 $pid 2>/dev/null; fi
        wait $pid 2>/dev/null
        status=$?
        if [ "$2" = server ]; then
            start data
            [ $status = 0 ] || grep -q 'máy chủ của kho số liệu' "$err" || continue
        fi
        "$DIEUHANH" verify -q --record "$place" >sau.txt 2>/dev/null || continue
        n=$(counted "$place")
        if cmp -s truoc.txt sau.txt; then [ "$n" = 0 ] || continue; else [ "$n" = 800 ] || continue; fi
        "$3" "$place" >/dev/null 2>&1
        [ "$(counted "$place")" = 800 ] && "$DIEUHANH" verify -q --record "$place" >/dev/null 2>&1 && whole=$((whole + 1))
    done
    about="$1, $2 dies at any moment"
    ok "$about: 3 of 3 records verify and take the rest" [ $whole = 3 ]
}
how=
counted() { "$DIEUHANH" export --record "$1" --format csv 2>/dev/null | grep -c '26740\|26743'; }
take_load() { $how "$DIEUHANH" load -q --record "$1" nhieu.csv; }
take_accept() { $how "$DIEUHANH" table -q --accept --record "$1" nhieu.jsonl; }
ends_whole nap server take_load
ends_whole nhan server take_accept
ends_whole nap_k program take_load
ends_whole nhan_k program take_accept

# --- a standby takes over

place=$(record_place truc.db)
dieuhanh init -q --record truc.db
"$DIEUHANH" import -q --accept --record "$place" a.txt >/dev/null
as_server pg_basebackup -h "$TEST_SERVER" -U dieuhanh -D "$TEST_SERVER/standby" -R -c fast --no-sync
as_server sh -c "echo 'port = 5433' >>'$TEST_SERVER/standby/postgresql.conf'"
start standby
both=$(echo "$place" | sed "s|host=$TEST_SERVER|host=$TEST_SERVER,$TEST_SERVER\&port=5432,5433|")
standby=$(echo "$place" | sed "s|host=$TEST_SERVER|host=$TEST_SERVER\&port=5433|")

# Who watches a standby, where nobody may listen, sees what comes to it.
seconds() { # wait, at most ten, for a command to succeed
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.5
    done
    return 1
}
"$DIEUHANH" load -q --record "$place" nhieu.csv >/dev/null
printf 'indicator,unit,period,value\nC01,26740,2026-01,1\n' >dau.csv # the ward of today
"$DIEUHANH" load -q --record "$place" dau.csv >/dev/null
seconds "$DIEUHANH" stand --unit 26740 --record "$standby"
about='watch of a standby'
: >"$out"
"$DIEUHANH" watch --unit 26740 --period 2026-01 --changes 1 --format jsonl --record "$standby" >"$out" 2>"$err" &
pid=$!
seconds test -s "$out"
printf 'indicator,unit,period,value\nC01,26740,2026-01,777\n' >mot.csv
"$DIEUHANH" load -q --record "$place" mot.csv >/dev/null
gone() { ! kill -0 $pid; }
seconds gone || kill -9 $pid
wait $pid
status=$?
is_status 0
lines out 2
says out '"value":777'

run "$DIEUHANH" import --accept --record "$both&target_session_attrs=read-write" b.txt
is_status 0
"$DIEUHANH" verify -q --record "$place" >moc.txt
for i in 1 2 3 4 5 6 7 8 9 10; do
    "$DIEUHANH" verify -q --record "$standby" 2>/dev/null | cmp -s - moc.txt && break
    sleep 0.2
done
run "$DIEUHANH" verify -q --record "$standby"
is_status 0
same out moc.txt
run "$DIEUHANH" import --record "$standby" dai.txt
is_status 1
says err 'read-only'
run "$DIEUHANH" import --record "$standby&target_session_attrs=any" dai.txt
is_status 1
says err 'chỉ đọc được'
stop data
run "$DIEUHANH" verify -q --record "$both"
is_status 0 # to read, the standby is enough
same out moc.txt
run "$DIEUHANH" import --record "$both" dai.txt
is_status 1
as_server pg_ctl -D "$TEST_SERVER/standby" -s -w promote
run "$DIEUHANH" import --accept --format csv --record "$both" dai.txt # without a word about read-write: that goes without saying
is_status 0
says out 'dai.txt,D3,new'
run "$DIEUHANH" verify --record "$both" --checkpoint moc.txt
is_status 0
says err 'đúng như mốc kiểm tra'
done_testing
