#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_banned.sh: what must not be called where. Comments and strings do not count. (banned.h already makes strcpy, sprintf,
# atoi, setlocale and their like fail to compile; here stands what is right in one layer and wrong in another.)
#
#   everywhere   system popen double float
#   not in cli/  printf and its like, puts, perror, exit: below the command line nothing prints and nothing ends the program
#   only base/   malloc calloc realloc free: elsewhere memory belongs to an arena
#
# Each exception is a row: file, word, reason.
cd "$(dirname "$0")/.." || exit 1
exceptions='
src/base/arena.c	fprintf	out of memory: there is nobody left to tell
src/base/real.c	double	numbers that other programs kept so become decimals here
src/document/child.c	_exit	the end of a child process, which must not run what the parent left to be done at exit
src/store/totp.c	free	what liboath has allocated
src/document/program.c	_exit	the same, where the program could not be begun
'
bad=0
code_of() { # the file without comments and string contents, lines kept
    gcc -fpreprocessed -dD -E -x c "$1" 2>/dev/null | sed -E 's/"(\\.|[^"\\])*"/""/g'
}
look() { # look FILE FUNCTIONS TYPES WHY: calls of these functions, uses of these types
    local word line
    for word in $(grep -oE "\\b($2)\\b *\\(|\\b(${3:-})\\b" "$tmp" | tr -d ' (' | sort -u); do
        grep -q "^$1	$word	" <<<"$exceptions" && continue
        line=$(grep -nwE "$word" "$1" | grep -vE '^[0-9]+: \*' | head -1 | cut -d: -f1)
        echo "$1:$line: $word: $4"
        bad=1
    done
}
tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT
while read -r file; do
    code_of "$file" >"$tmp"
    look "$file" 'system|popen|mktemp|tmpnam' 'double|float' 'never in this program'
    case $file in
    src/cli/*) ;;
    *) look "$file" 'printf|fprintf|vprintf|vfprintf|dprintf|puts|putchar|exit|_exit|quick_exit' 'perror' 'only in src/cli' ;;
    esac
    case $file in
    src/base/*) ;;
    *) look "$file" 'malloc|calloc|realloc|free|strndup|asprintf' 'strdup' 'only in src/base: take an arena' ;;
    esac
done < <(find src \( -name '*.[ch]' -o -name '*.re' \) ! -name banned.h | sort)
exit $bad
