#!/bin/sh
# The end of a container: removes what the engine gave it, then says how it ended.
#
#   end.sh FOLDER STATUS kept|removed
folder=$1 status=$2 afterwards=$3
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# Takes a line out of a file that is mounted in a container, and so must stay the same file: the first that is exactly
# this one, since an equal one may be somebody else's
forget_line() {
  file=$1
  found=$(grep --line-number --max-count=1 --line-regexp --fixed-strings --regexp="$2" "$file") || return
  kept=$(sed "${found%%:*}d" "$file")
  printf '%s\n' "$kept" >"$file"
}

# Takes rules out that it reads as iptables-restore does: all at once where all are there, otherwise those that are
delete_rules() {
  changes=$(cat)
  printf '%s\n' "$changes" | iptables-restore --noflush --wait || printf '%s\n' "$changes" | delete_one_by_one
}
delete_one_by_one() {
  while read -r word rule; do
    # shellcheck disable=SC2086 # the words of a rule
    case $word in
      \**) table=${word#?} ;;
      -D) iptables --wait --table "$table" -D $rule </dev/null ;;
    esac
  done
}

if [ -e "$folder/cleanup" ]; then
  # The engine adds lines as others come to know this container; two that end may know the same third
  exec 9>"${folder%/containers/*}/ending"
  flock 9
  # shellcheck source=/dev/null
  . "$folder/cleanup" >/dev/null 2>&1
  exec 9>&-
  rm -f "$folder/cleanup"
fi
# Whoever restarts it waits for the status, and not for what comes after
[ ! -e "$folder/restarting" ] || afterwards=kept
if [ "$afterwards" != removed ]; then
  echo "$status" >"$folder/exit"
  exit
fi
# It is gone before anybody hears how it ended: whoever waits for that has the file open
exec 8>"$folder/exit"
rm "$folder/container.json"
while read -r volume; do rm -rf "$volume"; done <"$folder/anonymous"
rm -rf "$folder"
echo "$status" >&8
