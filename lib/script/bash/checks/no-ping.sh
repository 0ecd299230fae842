# One echo request is not answered, and ping says why; what stays silent must be there at least for itself
no_ping() {
  local SAYS=$3 STATUS=0
  if [[ $SAYS == 'no answer' && $2 != *.*.*.* ]] && ! echo_request "$2" "$2"; then
    SEEN="$2 does not even answer itself ($SEEN)"
    return 1
  fi
  echo_request "$1" "$2" || STATUS=$?
  [[ $STATUS == 1 && $SEEN == *"$SAYS"* ]]
}
