# Checks that two commands print the same text, which is not empty
same() {
  local FIRST
  printed "$2" || return
  FIRST=$SEEN
  printed "$4" || return
  [[ -n $SEEN && $SEEN == "$FIRST" ]] && return
  SEEN="$FIRST, but $SEEN"
  return 1
}
