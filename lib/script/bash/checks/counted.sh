# Reads a counter before and after ten echo requests, into BEFORE and AFTER; each must be answered, and not by the
# sender itself
count_around() {
  local ADDRESS SAID
  ADDRESS=$(address_of "$2")
  printed "${@:4}" || return
  BEFORE=$SEEN
  SAID=$(inside "$1" ping -n -q -c 10 -i 0.01 -W 1 "$ADDRESS" 2>&1) || true
  printed "${@:4}" || return
  AFTER=$SEEN
  SEEN="$BEFORE, then $AFTER"
  [[ $BEFORE =~ ^[0-9]+$ && $AFTER =~ ^[0-9]+$ ]] || return
  if [[ $SAID != *'10 packets transmitted, 10 received,'* ]]; then
    SEEN+=', but not all were answered'
    return 1
  fi
  other "$1" "$ADDRESS"
}
BEFORE=
AFTER=

# Checks that ten echo requests raise the number that a command prints by at least ten
counted() {
  count_around "$@" && ((AFTER - BEFORE >= 10))
}

# Checks that ten echo requests don't raise it
uncounted() {
  count_around "$@" && ((AFTER == BEFORE))
}
