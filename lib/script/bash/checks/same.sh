# Two commands print the same, and something
same() {
  local FIRST
  printed "$2" || return
  FIRST=$SEEN
  printed "$4" || return
  [[ -n $SEEN && $SEEN == "$FIRST" ]] && return
  SEEN="$FIRST, but $SEEN"
  return 1
}
