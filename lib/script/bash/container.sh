# Runs a line that makes a container, whatever signal comes meanwhile; one that does not start is removed at once
container() {
  local ID STATUS=0
  trap '' HUP INT TERM
  ID=$("$@") || STATUS=$?
  [[ $STATUS == 0 || -z $ID ]] || sudo docker rm -f "$ID" >/dev/null
  echo "$ID"
  return "$STATUS"
}
