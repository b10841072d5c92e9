#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# cube.sh: the grid of the cube beside SQLite, PostgreSQL, DuckDB and a plain loop over an array, at five and at fifty million figures,
# with the same questions and checked answers (bench/cube.c). Times are medians by the clock, so a busy machine shows. PostgreSQL and
# DuckDB are left out where they are not installed: PostgreSQL is Debian's package and runs in a temporary directory as a user without
# rights; DuckDB comes from its npm package by the lock file of bench/duckdb (BENCH_NPM=1 installs it into build/bench).
# At fifty million SQLite and PostgreSQL are asked only with BENCH_FULL=1: loading takes minutes.
. "$(dirname "$0")/lib.sh"
# Its years are still to come, and actual figures ahead of today are refused: for the program it is 2040.
export SOURCE_DATE_EPOCH=2208988800
tool=$work/cube
gcc -std=gnu2x -O2 -D_GNU_SOURCE -Isrc/base -Isrc/domain -Isrc/cube -Ibuild/src/base bench/cube.c -o "$tool" \
    build/src/cube/libcube.a build/src/domain/libdomain.a build/src/base/libbase.a $(pkg-config --libs sqlite3 icu-uc) || exit 1

of() { awk -F'\t' -v name="$2" '$1 == name { print $2; found = 1 } END { if (!found) print "-" }' "$1"; }
check_of() { awk -F'\t' -v name="$2" '$1 == name { print $3 }' "$1"; }

# --- PostgreSQL

pg_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
pg_user=
[ "$(id -u)" = 0 ] && pg_user=$(id -un postgres 2>/dev/null || echo nobody)
as_pg() { if [ -n "$pg_user" ]; then runuser -u "$pg_user" -- "$@"; else "$@"; fi; }

# postgres NUMBERS RESULT
postgres() {
    local home sql name times
    home=$(mktemp -d /tmp/dieuhanh-bench.XXXXXX)
    [ -n "$pg_user" ] && chown "$pg_user" "$home"
    as_pg "$pg_bin/initdb" -D "$home/data" -A trust -U bench --locale=C -E UTF8 >"$work/pg.log" 2>&1 &&
        as_pg "$pg_bin/pg_ctl" -D "$home/data" -w -l "$home/log" -o "-k $home -c listen_addresses= -c shared_buffers=512MB \
            -c max_wal_size=4GB -c work_mem=64MB" start >>"$work/pg.log" 2>&1 || {
        rm -rf "$home"
        return 1
    }
    local -a psql=("$pg_bin/psql" -X -q -A -t -h "$home" -U bench -d postgres -v ON_ERROR_STOP=1)
    {
        "${psql[@]}" -c "CREATE TABLE figure (indicator smallint, unit smallint, period smallint, value bigint);
            CREATE TABLE unit (id smallint PRIMARY KEY, province smallint);
            CREATE TABLE board (id smallint PRIMARY KEY, indicator smallint, p smallint, plan smallint, last smallint, before smallint);"
        local start=$EPOCHREALTIME
        "${psql[@]}" -c '\copy figure from pstdin csv' <"$1"
        "${psql[@]}" -c 'ALTER TABLE figure ADD PRIMARY KEY (indicator, period, unit)'
        printf 'load\t%s\t0\n' "$(calculate "($EPOCHREALTIME - $start) * 1000" 3)" >"$2"
        "${psql[@]}" -c '\copy unit from pstdin csv' <"$work/cube-units.csv"
        "${psql[@]}" -c '\copy board from pstdin csv' <"$work/cube-board.csv"
        "${psql[@]}" -c 'VACUUM ANALYZE'
        while IFS=$'\t' read -r name sql; do
            local runs=30
            case $name in scan | pivot_rollup) runs=3 ;; esac
            times=$({
                printf '\\timing on\nPREPARE q AS %s;\n\\o /dev/null\n' "$sql"
                for ((i = 0; i < runs; i++)); do echo 'EXECUTE q;'; done
            } | "${psql[@]}" | awk '/^Time:/ { if (n++) print $2 }' | sort -g | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }')
            printf '%s\t%s\t%s\n' "$name" "$times" "$("${psql[@]}" -c "SELECT sum(a) FROM ($sql) AS q")" >>"$2"
        done <"$work/cube-questions.tsv"
    } >>"$work/pg.log" 2>&1
    as_pg "$pg_bin/pg_ctl" -D "$home/data" -m immediate stop >>"$work/pg.log" 2>&1
    rm -rf "$home"
}

# --- DuckDB

duckdb_ready() {
    command -v node >/dev/null || return 1
    [ -d "$work/duckdb/node_modules/@duckdb/node-api" ] && return
    [ "${BENCH_NPM:-}" = 1 ] && command -v npm >/dev/null || return 1
    mkdir -p "$work/duckdb" && cp bench/duckdb/package*.json "$work/duckdb" &&
        (cd "$work/duckdb" && npm ci --no-audit --no-fund --ignore-scripts) >"$work/npm.log" 2>&1
}

# --- one size

# peers NAME WHAT UNIT GOAL: a row for each peer that answered; the first carries the goal.
peers() {
    local name=$1 what=$2 goal=$3 ours theirs engine note same
    ours=$(of "$work/cube-ours.tsv" "$name")
    for engine in array sqlite postgres duckdb; do
        note=
        theirs=$(of "$work/cube-$engine.tsv" "$name" 2>/dev/null)
        [ "$theirs" = - ] && continue
        same=$(check_of "$work/cube-$engine.tsv" "$name")
        [ "$name" != load ] && [ "$same" != "$(check_of "$work/cube-ours.tsv" "$name")" ] && note=" KHÁC KẾT QUẢ / ANOTHER ANSWER ($same)"
        row "cube_$size$name" "$what$note" "$ours" ms "$engine" "$theirs" "$goal"
        goal=
    done
    [ -z "$goal" ] || row "cube_$size$name" "$what" "$ours" ms "" "" "$goal"
}

# one_size PREFIX YEARS FULL
one_size() {
    size=$1
    local years=$2 full=$3
    "$tool" units "$years" "$work/cube-units.csv"
    "$tool" board "$years" "$work/cube-board.csv"
    "$tool" questions "$years" >"$work/cube-questions.tsv"
    rm -f "$work"/cube-{ours,array,sqlite,postgres,duckdb}.tsv "$work"/cube.sqlite* "$work"/cube.duckdb*
    "$tool" numbers "$years" "$work/cube-numbers.csv"
    "$tool" ours "$years" >"$work/cube-ours.tsv"
    "$tool" array "$years" >"$work/cube-array.tsv"
    touch "$work"/cube-{sqlite,postgres,duckdb}.tsv
    [ "$full" = 1 ] && "$tool" sqlite "$years" "$work/cube-numbers.csv" "$work/cube-units.csv" "$work/cube-board.csv" >"$work/cube-sqlite.tsv"
    rm -f "$work"/cube.sqlite*
    if [ "$full" = 1 ] && [ -n "$pg_bin" ]; then
        postgres "$work/cube-numbers.csv" "$work/cube-postgres.tsv" || echo "PostgreSQL không chạy được / did not start" >&2
    fi
    if duckdb_ready; then
        local here=$PWD
        (cd "$work/duckdb" && node "$here/bench/cube_duckdb.mjs" "$here/$work/cube.duckdb" "$here/$work/cube-numbers.csv" \
            "$here/$work/cube-units.csv" "$here/$work/cube-board.csv" "$here/$work/cube-questions.tsv") >"$work/cube-duckdb.tsv"
        rm -f "$work"/cube.duckdb*
    fi
}

rows_of_size() {
    peers point "một số liệu / one figure" "<= 0.003"
    peers board "bảng 200 chỉ tiêu, 3 so sánh / board of 200 indicators, 3 comparisons" "<= 0.1"
    peers pivot "bảng chéo 50.000 ô / pivot of 50,000 cells" "<= 6"
    peers pivot_rollup "cộng theo tỉnh mọi chỉ tiêu, quý / all by province, indicator, quarter" ""
    peers rollup "cộng cả nước một chỉ tiêu / one indicator of the country" ""
    peers rank "xếp hạng 3.321 xã / rank of 3,321 communes" ""
    peers series "chuỗi thời gian / series" ""
    peers scan "quét toàn bộ có điều kiện / full scan with a condition" "$1"
}

[ -n "$pg_bin" ] || echo "không có PostgreSQL, bỏ qua / no PostgreSQL, left out" >&2
duckdb_ready || echo "không có DuckDB (BENCH_NPM=1 để cài), bỏ qua / no DuckDB (BENCH_NPM=1 installs it), left out" >&2

one_size "" 2 1
# The load: the record with checks and journal from one file, beside the others from a file of plain numbers.
"$tool" csv 2 "$work/cube.csv"
rm -f "$work"/cube-record.db*
"$dieuhanh" init -q --record "$work/cube-record.db"
line=$("$measure" -n 1 "$dieuhanh" load -q --format csv --record "$work/cube-record.db" "$work/cube.csv" 2>"$work/errors") || {
    cat "$work/errors" >&2
    exit 1
}
printf 'load\t%s\t0\n' "$(cut -f1 <<<"$line")" >>"$work/cube-ours.tsv"
peers load "nạp 5 triệu số có kiểm tra và nhật ký / load of 5 million with checks and journal" "<= 3000"
row cube_load_cpu "nạp đó, thời gian bộ xử lý / processor time of that load" "$(cut -f2 <<<"$line")" ms "" "" ""
row cube_load_peak "bộ nhớ lúc nạp / peak of that load" "$(calculate "$(cut -f3 <<<"$line") * 1.024 / 1000" 0)" MB "" "" ""
row cube_record_size "kích thước kho / size of the record" "$(calculate "$(stat -c %s "$work/cube-record.db") / 1000000" 1)" MB CSV \
    "$(calculate "$(stat -c %s "$work/cube.csv") / 1000000" 1)" ""
row cube_open "mở kho và dựng khối / record opened into a grid" \
    "$(cost wall 3 "$dieuhanh" rank A02 --record "$work/cube-record.db" --period 2028-Q4 --top 1 --format csv)" ms "" "" ""
row cube_open_peak "bộ nhớ lúc đó / peak of it" \
    "$(calculate "$(cost peak 1 "$dieuhanh" rank A02 --record "$work/cube-record.db" --period 2028-Q4 --top 1 --format csv) * 1.024 / 1000" 0)" MB "" "" "<= 150"
rows_of_size "<= 30"
row cube_resident "bộ nhớ thường trú / resident" "$(of "$work/cube-ours.tsv" resident_mb)" MB "" "" "<= 150"
row cube_commit "số mới hiện ra sau / a committed figure is visible after (slowest of 100)" "$(of "$work/cube-ours.tsv" commit_1)" ms "" "" "<= 50"
row cube_commit_1000 "1.000 số rải rác / 1,000 scattered figures (slowest of 100)" "$(of "$work/cube-ours.tsv" commit_1000)" ms "" "" "<= 50"
rm -f "$work"/cube.csv "$work"/cube-record.db*
cp "$work/cube-ours.tsv" "$work/cube-5.tsv"

one_size 50m_ 20 "${BENCH_FULL:-0}"
rows_of_size "<= 300"
row cube_50m_resident "bộ nhớ thường trú / resident" "$(of "$work/cube-ours.tsv" resident_mb)" MB "" "" ""
row cube_50m_commit "số mới hiện ra sau / a committed figure is visible after (slowest of 100)" "$(of "$work/cube-ours.tsv" commit_1)" ms "" "" "<= 50"
for name in point board pivot scan resident_mb; do
    row "cube_growth_$name" "50 triệu / 5 triệu: mười lần số liệu thì / ten times the figures cost" \
        "$(of "$work/cube-ours.tsv" $name)" "" "5 triệu" "$(of "$work/cube-5.tsv" $name)" ""
done
rm -f "$work"/cube-numbers.csv

panel=$shared/data/panel/wdi_long.csv.gz
if [ -f "$panel" ]; then
    gzip -dc "$panel" >"$work/panel.csv"
    "$tool" panel "$work/panel.csv" >"$work/panel.tsv"
    row cube_panel_load "bảng nhiều nước: dựng khối / panel into a grid, $(check_of "$work/panel.tsv" panel_load) figures" "$(of "$work/panel.tsv" panel_load)" ms "" "" ""
    row cube_panel_size "cột của nó / its columns, $(check_of "$work/panel.tsv" panel_columns_mb)" "$(of "$work/panel.tsv" panel_columns_mb)" MB "" "" ""
    row cube_panel_scan "quét nó / scan of it" "$(of "$work/panel.tsv" panel_scan)" ms "" "" ""
    row cube_panel_board "bảng 200 chỉ tiêu của nó / board of 200 of it" "$(of "$work/panel.tsv" panel_board)" ms "" "" "<= 0.1"
    rm -f "$work/panel.csv"
fi
