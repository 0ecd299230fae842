# Checks that a connection fails with this error; the server must at least answer over loopback, even behind a published
# port
no_connection() {
  local STATUS=0
  local OWN_ADDRESS=$3
  [[ $4 != *:* ]] || OWN_ADDRESS=127.0.0.1
  if ! exchange "$2" "$2" "$OWN_ADDRESS" "${4#*:}" 1; then
    SEEN="$2 does not even reach it itself ($SEEN)"
    return 1
  fi
  exchange "$1" "$2" "$3" "$4" 0.5 || STATUS=$?
  [[ $STATUS == 1 && $SEEN == *"$5"* ]]
}
