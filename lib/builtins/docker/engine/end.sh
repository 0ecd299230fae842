#!/bin/sh
# The end of a container: takes back what the engine gave it, then says how it ended.
#
#   end.sh FOLDER STATUS kept|removed
folder=$1 status=$2 afterwards=$3
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# Takes a line out of a file that is mounted in a container, and so must stay the same file: the first that is exactly
# this one, since an equal one may be somebody else's
forget_line() {
  (
    flock 9
    found=$(grep --line-number --max-count=1 --line-regexp --fixed-strings --regexp="$2" "$1") || exit
    kept=$(sed "${found%%:*}d" "$1")
    printf '%s\n' "$kept" >"$1"
  ) 9<"$1"
}

[ ! -e "$folder/cleanup" ] || . "$folder/cleanup" >/dev/null 2>&1
rm -f "$folder/cleanup"
echo "$status" >"$folder/exit"
[ "$afterwards" = kept ] || rm -rf "$folder"
