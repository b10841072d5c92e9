#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_headers.sh [--tap]: every header of src/ must compile alone, with the include directories of its layer only, so that a
# header may be read and included in any order. Headers that the build makes are taken from a build folder.
cd "$(dirname "$0")/.." || exit 1
for b in build-asan build build-clang; do [ -f $b/build.ninja ] && build=$b && break; done
[ -n "${build:-}" ] || { echo "no build folder: run ./dev build first"; exit 1; }
includes() {
    local f
    for f in base domain; do echo "-Isrc/$f" "-I$build/src/$f"; [ "$f" = "$1" ] && return; done
    case $1 in
    document | reader | store | cube | output | outlet) echo "-Isrc/$1" "-I$build/src/$1" ;;
    *) for f in document reader store cube output outlet centre web cli; do echo "-Isrc/$f" "-I$build/src/$f"; done ;;
    esac
}
libraries=$(pkg-config --cflags icu-uc libxml-2.0 sqlite3 libsodium libpq jansson 2>/dev/null)
bad=0 n=0
while read -r header; do
    folder=${header#src/}
    folder=${folder%%/*}
    n=$((n + 1))
    # shellcheck disable=SC2046,SC2086
    if out=$(echo "#include \"${header##*/}\"" | gcc -std=gnu2x -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only -include src/base/banned.h \
        $(includes "$folder") $libraries -x c - 2>&1); then
        [ "${1:-}" = --tap ] && echo "ok $n - $header compiles alone"
    else
        bad=$((bad + 1))
        [ "${1:-}" = --tap ] && echo "not ok $n - $header compiles alone"
        echo "$header does not compile alone:"$'\n'"$out" | sed "$([ "${1:-}" = --tap ] && echo 's/^/# /')"
    fi
done < <(find src -name '*.h' ! -name banned.h | sort)
[ "${1:-}" = --tap ] && echo "1..$n"
[ $bad = 0 ]
