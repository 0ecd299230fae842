# Checks that an echo request fails with this error; a silent target must at least be able to ping itself
no_ping() {
  local SAYS=$3 STATUS=0
  if [[ $SAYS == 'no answer' && $2 != *.*.*.* ]] && ! echo_request "$2" "$2"; then
    SEEN="$2 does not even answer itself ($SEEN)"
    return 1
  fi
  echo_request "$1" "$2" || STATUS=$?
  [[ $STATUS == 1 && $SEEN == *"$SAYS"* ]]
}
