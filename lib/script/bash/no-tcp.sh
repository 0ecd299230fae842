# No connection comes about, for that reason; the server must be there at least for itself
no_connection() {
  local STATUS=0
  if ! exchange "$2" "$2" "$3" "$4" 1; then
    SEEN="$2 does not even reach it itself ($SEEN)"
    return 1
  fi
  exchange "$1" "$2" "$3" "$4" 0.5 || STATUS=$?
  [[ $STATUS == 1 && $SEEN == *"$5"* ]]
}
