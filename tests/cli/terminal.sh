#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# terminal: what is different when a person looks: colour, a table as wide as the window, progress. Elsewhere none of it is seen.
. "$(dirname "$0")/lib.sh"

if ! command -v script >/dev/null || ! script -qec true /dev/null >/dev/null 2>&1; then
    skip 'script (util-linux) is not there to play the terminal' 1
    done_testing
fi

escape=$(printf '\033')
report >a.txt
# A terminal of 80 columns; standard output and standard error both go there.
on_terminal() {
    about="on a terminal: $*"
    script -qec "stty cols 80 rows 24; $*" /dev/null </dev/null 2>/dev/null | tr -d '\r' >"$out"
    status=0
}
export DIEUHANH

on_terminal '"$DIEUHANH" read a.txt'
says out "$escape[1m"
says out '                                năm 2023       quận An Hòa'
ok 'no line is wider than the window' sh -c '! sed "s/$(printf "\033")\[[0-9;]*[mK]//g" "$1" | grep -qE "^.{81,}"' - "$out"
says out '1.234,5 tỷ đồng'

on_terminal 'COLUMNS=200 "$DIEUHANH" read a.txt'
ok 'COLUMNS is believed' sh -c 'sed "s/$(printf "\033")\[[0-9;]*[mK]//g" "$1" | grep -qE "^.{100,}"' - "$out"

on_terminal 'NO_COLOR=1 "$DIEUHANH" read a.txt'
says_not out "$escape[1m"
on_terminal 'TERM=dumb "$DIEUHANH" read a.txt'
says_not out "$escape[1m"
on_terminal '"$DIEUHANH" read --color never a.txt'
says_not out "$escape"
on_terminal '"$DIEUHANH" read a.txt | cat'
says_not out "$escape"

on_terminal '"$DIEUHANH" read --format jsonl a.txt a.txt a.txt'
says out 'Đang đọc tệp'
on_terminal '"$DIEUHANH" read --format jsonl --quiet a.txt a.txt a.txt'
says_not out 'Đang đọc tệp'
on_terminal '"$DIEUHANH" read --format jsonl a.txt a.txt a.txt 2>messages'
says_not out 'Đang đọc tệp'
silent messages
done_testing
