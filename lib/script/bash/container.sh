# Runs a line that makes a container, and lets no signal interrupt it; a container that fails to start is removed at
# once
container() {
  local ID STATUS=0
  trap '' HUP INT TERM
  ID=$("$@") || STATUS=$?
  [[ $STATUS == 0 || -z $ID ]] || sudo docker rm -f "$ID" >/dev/null
  echo "$ID"
  return "$STATUS"
}
