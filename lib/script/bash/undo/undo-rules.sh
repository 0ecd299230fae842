# Docker leaves its rules for an earlier bridge or network behind; undo deletes the new ones that contain one of these
# words
undo_rules() {
  local TABLE BEFORE
  for TABLE in nat filter; do
    BEFORE=$SCRATCH/$TABLE${#UNDOS[@]}
    sudo iptables -t "$TABLE" -S | cat >"$BEFORE"
    undo drop_new_rules "$TABLE" "$BEFORE" "$@"
  done
}
# iptables-restore reads rules as iptables -S prints them, with their quotes
drop_new_rules() {
  new_rules "$@" | sudo iptables-restore --noflush
}
new_rules() {
  local TABLE=$1 BEFORE=$2 RULE WORD
  shift 2
  echo "*$TABLE"
  while read -r RULE; do
    for WORD in "$@"; do
      [[ " $RULE " == *" $WORD "* ]] || continue
      echo "${RULE/#-A/-D}"
      break
    done
  done < <(sudo iptables -t "$TABLE" -S | grep -vxFf "$BEFORE")
  echo COMMIT
}
