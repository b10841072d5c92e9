#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_format.sh [--write]: the layout of every C file is that of .clang-format. --write makes it so.
cd "$(dirname "$0")/.." || exit 1
files() { find src tools tests bench -name '*.[ch]' -print0 2>/dev/null; }
tool=$(command -v clang-format-14 || command -v clang-format) || { echo "clang-format-14?"; exit 1; }
if [ "${1:-}" = --write ]; then
    files | xargs -0 "$tool" -i
else
    files | xargs -0 -n 20 -P 2 "$tool" --dry-run --Werror 2>&1 | grep -E 'error:' | sed 's/ \[-Wclang.*//' | sort -t: -k1,1 -u | head -60
    [ "${PIPESTATUS[1]}" = 0 ]
fi
