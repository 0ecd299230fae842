# Docker never takes back the rules that it makes for another bridge than docker0: those with one of these words go
undo_rules() {
  local TABLE
  for TABLE in nat filter; do
    sudo iptables -t "$TABLE" -S | cat >"$SCRATCH/$TABLE"
    undo drop_new_rules "$TABLE" "$@"
  done
}
drop_new_rules() {
  local TABLE=$1 RULE WORD
  shift
  while read -r RULE; do
    for WORD in "$@"; do
      [[ " $RULE " == *" $WORD "* ]] || continue
      sudo xargs iptables -t "$TABLE" <<<"${RULE/#-A/-D}"
      break
    done
  done < <(sudo iptables -t "$TABLE" -S | grep -vxFf "$SCRATCH/$TABLE")
}
