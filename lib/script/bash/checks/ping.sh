# Sends one echo request; the status is 1 without a reply, and 2 when ping could not send
echo_request() {
  local ADDRESS SAID STATUS=0
  ADDRESS=$(address_of "$2")
  SAID=$(inside "$1" ping -n -c 1 -W 1 "$ADDRESS" 2>&1) || STATUS=$?
  SEEN=$(grep -E -i -m 1 '^From [^ ]+ icmp_seq=|^ping: local error|unreachable|prohibited|filtered|not permitted|no route' <<<"$SAID") ||
    SEEN='no answer'
  case $STATUS in
    0) SEEN=$(grep -m 1 ' bytes from ' <<<"$SAID") || STATUS=2 ;;
    1) [[ $SAID == *'1 packets transmitted'* ]] || STATUS=2 ;;
    2) [[ $SEEN == 'no answer' ]] || STATUS=1 ;;
    *) STATUS=2 ;;
  esac
  [[ $STATUS != 2 ]] || SEEN=$SAID
  return "$STATUS"
}

# Checks that an echo request is answered, and not by the sender itself
pings() {
  echo_request "$1" "$2" && other "$1" "$(address_of "$2")"
}
