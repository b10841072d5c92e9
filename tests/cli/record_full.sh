# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
#
# record_full: no room for the file of a record. Part of record_trouble.sh, where `unchanged` stands.

# No room for the file: a limit on its size.
for blocks in 100 400 1000; do
    about="import with room for $blocks blocks"
    sh -c 'ulimit -f "$2"; exec "$1" import dai.txt' - "$DIEUHANH" $blocks >"$out" 2>"$err"
    status=$?
    is_status 1
    says err 'hết chỗ trên đĩa'
    unchanged
done

# No room on the disk: a disk of our own with so many KiB more than the record takes. It is seen by this command alone.
mkdir dia
full_disk() {
    unshare -rm sh -c '
        mount -t tmpfs -o size=$(($(stat -c %s dieuhanh.db) + $2 * 1024)) none dia || exit 77
        cp dieuhanh.db dia/nho.db && "$1" import --record dia/nho.db dai.txt
        status=$?
        cmp dia/nho.db dieuhanh.db && "$1" verify -q --record dia/nho.db >nay.txt || exit 78
        exit $status' - "$DIEUHANH" "$1"
}
if full_disk 100000 >/dev/null 2>&1 || [ $? = 78 ]; then
    for more in 40 100 300 600; do
        run full_disk $more
        is_status 1
        says err 'hết chỗ trên đĩa'
        unchanged
        ok "after $about: the record on the full disk verified" cmp nay.txt truoc.txt
    done
else
    skip 'no disk of our own can be made here' 20
fi
rmdir dia
