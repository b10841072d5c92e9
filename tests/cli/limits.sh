#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# limits: too much input, no room for the output, a reader that goes away, a pile of files. No timing is judged.
. "$(dirname "$0")/lib.sh"

# Full disk.
report >a.txt
for format in table jsonl json csv; do
    about="read --format $format > /dev/full"
    dieuhanh read --format $format a.txt >/dev/full 2>"$err"
    status=$?
    is_status 1
    says err 'không ghi được kết quả'
done
about='help > /dev/full'
dieuhanh help >/dev/full 2>"$err"
status=$?
is_status 1

# The output goes to a file that may not grow beyond 8 KiB.
report 200 >long.txt
about='read, with room for 8 KiB'
sh -c 'trap "" XFSZ; ulimit -f 16; exec "$1" read --format jsonl long.txt >short.jsonl' - "$DIEUHANH" 2>"$err"
status=$?
is_status 1
says err 'không ghi được kết quả'
rm -f short.jsonl

# The reader of the output goes away: the program ends, without a word, and says so by its exit status.
report 2000 >long.txt
about='read | head -1'
{ dieuhanh read --format jsonl long.txt 2>"$err"; echo $? >status; } | head -1 >"$out"
status=$(cat status)
is_status 141
silent err
lines out 1
rm status

# A gigabyte of digits is refused after the limit of one document, without holding it all.
about='1 GB of digits | read -'
{ yes 123456789012345678901234567890 2>/dev/null | tr -d '\n' | head -c 1073741824; } 2>/dev/null |
    dieuhanh read --format jsonl - >"$out" 2>"$err"
status=$?
is_status 1
silent out
says err 'lớn hơn giới hạn'

about='1 GB sparse file'
if truncate -s 1073741824 sparse.txt 2>/dev/null; then
    run dieuhanh read --format jsonl sparse.txt
    is_status 1
    silent out
    says err 'lớn hơn giới hạn'
    rm sparse.txt
else
    skip 'no sparse files here' 3
fi

# As many digits as one document may have are one number that is none.
about='30 MB of digits'
yes 1234567890 | tr -d '\n' | head -c 30000000 >digits.txt
run dieuhanh read --format jsonl digits.txt
is_status 0
silent err
rm digits.txt

# A thousand files, two of them bad.
mkdir many
i=0
while [ $i -lt 1000 ]; do
    echo "Năm 2023, quận An Hòa có $i hộ nghèo." >"many/$i.txt"
    i=$((i + 1))
done
: >many/500.txt
printf 'Qu\377n' >many/501.txt
run dieuhanh read --format jsonl many/*.txt
is_status 1
says err 'many/500.txt'
says err 'many/501.txt'
ok 'the others were read' [ "$(sed 's/.*"file":"\([^"]*\)".*/\1/' "$out" | sort -u | wc -l)" -ge 990 ]
rm -r many

# Two at once do not disturb each other: reading has no state.
report 100 >long.txt
dieuhanh read --format jsonl long.txt >first 2>"$err" &
one=$!
dieuhanh read --format jsonl long.txt >second 2>"$err.2" &
two=$!
wait $one && wait $two
about='two at once'
status=$?
is_status 0
same first second
rm first second

# A directory that may not be written is no hindrance, and nothing is left where the program ran.
rm -f a.txt long.txt
ok 'nothing was left behind' [ -z "$(ls -A)" ]
done_testing
