#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_words.sh: no unfinished business in the source, no lines over 120 columns in C, no white space at line ends, a closing
# newline, and every C file opens with its licence line.
cd "$(dirname "$0")/.." || exit 1
bad=0
list() { git ls-files 2>/dev/null || find . -type f -not -path './build*' | sed 's|^\./||'; }
report() { [ -z "$1" ] || { printf '%s\n' "$1"; bad=1; }; }
mapfile -t text < <(list | grep -vE '\.(png|db|pdf|xlsx?|docx|zip)$|^LICENSE$|^tests/(fuzz|documents)/|^tools/check_words\.sh$')
mapfile -t code < <(list | grep -E '\.(c|h|re)$')
report "$(grep -nwE 'TODO|FIXME|XXX|HACK' "${text[@]}" /dev/null)"
report "$(grep -nE '[ 	]+$' "${code[@]}" /dev/null | sed 's/$/ <- white space/')"
report "$(for f in "${code[@]}"; do head -1 "$f" | grep -q 'SPDX-License-Identifier: Apache-2.0' || echo "$f: no SPDX line"; done)"
report "$(for f in "${code[@]}"; do [ -z "$(tail -c 1 "$f")" ] || echo "$f: no newline at the end"; done)"
report "$(LC_ALL=C.UTF-8 grep -nE '^.{121,}' "${code[@]}" /dev/null | cut -c1-80)"
exit $bad
