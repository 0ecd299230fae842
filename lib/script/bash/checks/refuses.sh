# Checks that a command fails, and prints each of these texts, in this order
refuses() {
  wanted "$@"
  local SAID STATUS=0
  SAID=$("${@:${#WANTED[@]}+2}" 2>&1) || STATUS=$?
  shows "${WANTED[@]}" -- echo "$SAID" && [[ $STATUS != 0 ]] && return
  SEEN="$SAID
exit status $STATUS"
  return 1
}
