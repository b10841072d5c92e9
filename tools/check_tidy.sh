#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_tidy.sh: clang-tidy over src/ and tools/. A file that passed is not looked at again until it, a header or the settings
# change (stamps in build-clang/tidy).
cd "$(dirname "$0")/.." || exit 1
tool=$(command -v clang-tidy-14 || command -v clang-tidy) || { echo "clang-tidy-14?"; exit 1; }
[ -f build-clang/compile_commands.json ] || { echo "no build-clang: run ./dev test or ./dev fuzz first"; exit 1; }
mkdir -p build-clang/tidy
newest=$(find src .clang-tidy \( -name '*.h' -o -name .clang-tidy \) -printf '%T@ %p\n' | sort -rn | head -1 | cut -d' ' -f2)
one() {
    stamp=build-clang/tidy/${2//\//_}
    [ "$stamp" -nt "$2" ] && [ "$stamp" -nt "$3" ] && exit 0
    out=$("$1" -p build-clang --quiet "$2" 2>/dev/null)
    if [ -n "$out" ]; then printf '%s\n' "$out"; exit 1; fi
    touch "$stamp"
}
export -f one
find src tools -name '*.c' -print0 | sort -z | xargs -0 -P "$(nproc)" -I{} bash -c 'one "$0" "$1" "$2"' "$tool" {} "$newest"
