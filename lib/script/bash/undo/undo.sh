# What takes back what has been done, in the order of doing
UNDOS=()

# Notes what takes the line before it back
undo() {
  UNDOS+=("$(printf '%q ' "$@")")
  obey
}

# A signal is obeyed between two lines, when it is noted what takes the first one back
STOPPED=
WAITING=
stop() {
  STOPPED=$1
  [[ -z $WAITING ]] || exit "$1"
}
obey() {
  [[ -z $STOPPED ]] || exit "$STOPPED"
}

# Names a line that has failed, unless somebody has stopped it
failed() {
  [[ -z $STOPPED ]] || return 0
  [[ $2 != 'return $?' ]] || set -- "$1" "$AS_ROOT"
  echo "$NAME: line $1 failed: $2" >&2
}
AS_ROOT=

# Asks again until something is so, for three seconds or a little more
eventually() {
  local -i DEADLINE=$((SECONDS + 4))
  until "$@"; do
    obey
    ((SECONDS < DEADLINE)) || return 1
    sleep 0.05
  done
}

# Does what was noted, and fails only where what was made is still there
undone() {
  SAID=$("$@" 2>&1) || gone "$@" >/dev/null 2>&1
}
SAID=

# Whether what would be taken back has gone by itself, as all in a container's network does with the container
gone() {
  [[ $1 != sudo ]] || shift
  local NETWORK=(sudo) IP=(ip)
  if [[ ${*:1:3} == 'ip netns exec' ]]; then
    NETWORK=(sudo ip netns exec "$4")
    shift 4
    "${NETWORK[@]}" true || return 0
  elif [[ $1 == 'nsenter' ]]; then
    until [[ $# == 0 || $1 == ip || $1 == brctl ]]; do NETWORK+=("$1") && shift; done
    "${NETWORK[@]}" true || return 0
  fi
  if [[ $1 == ip && $2 == -[46] ]]; then
    IP=(ip "$2")
    set -- ip "${@:3}"
  fi
  case ${*:1:3} in
    'ip route del') [[ -z $("${NETWORK[@]}" "${IP[@]}" route show "${@:4}") ]] ;;
    'ip rule del') [[ -z $("${NETWORK[@]}" "${IP[@]}" rule show "${@:4}") ]] ;;
    'ip addr del') [[ -z $("${NETWORK[@]}" ip addr show dev "${!#}" to "${4%/*}") ]] ;;
    'ip route add') no_link "$@" || [[ -n $("${NETWORK[@]}" "${IP[@]}" route show "${@:4}") ]] ;;
    'ip netns delete') [[ ! -e /var/run/netns/$4 ]] ;;
    'ip link '* | 'ip addr '* | 'ip neigh '* | 'brctl del'* | 'brctl addif'* | 'tc qdisc '*) no_link "$@" ;;
    'iptables '*) no_rule "$@" ;;
    'nft delete rule') ! grep -q "# handle ${!#}\$" <<<"$("${NETWORK[@]}" nft --handle list chain "${@:4:3}")" ;;
    'docker rm '*) sudo docker version && ! sudo docker inspect "${!#}" ;;
    'umount '*) ! mountpoint --quiet "$2" ;;
    'rm '* | 'rmdir '*) [[ ! -e ${!#} && ! -L ${!#} ]] ;;
    *) false ;;
  esac
}

# Whether a rule or a chain that a command would remove is gone; or a chain is there that it would make
no_rule() {
  local WORD WORDS=() WANTED_STATUS=1 STATUS=0
  for WORD in "$@"; do
    case $WORD in
      -D) WORD=-C ;;
      -N) WORD=-S WANTED_STATUS=0 ;;
      -X) WORD=-S ;;
    esac
    WORDS+=("$WORD")
  done
  "${NETWORK[@]}" "${WORDS[@]}" || STATUS=1
  [[ $STATUS == "$WANTED_STATUS" ]]
}

# Whether an interface that a command names is gone from that network: the word after dev or set, or the last one
no_link() {
  local NAME=${!#} WORD BEFORE=
  for WORD in "$@"; do
    case $BEFORE in dev | set) [[ $WORD == dev ]] || { NAME=$WORD && break; } ;; esac
    BEFORE=$WORD
  done
  ! "${NETWORK[@]}" ip link show "$NAME"
}

# Takes all back, from the last to the first, whatever has ended the script
take_back() {
  local STATUS=$? LEFT=()
  local -i AT
  trap - EXIT ERR
  trap '' HUP INT TERM PIPE
  set +e
  # A program that a signal has ended says so
  case $STATUS in 0 | 129 | 130 | 141 | 143) ;; *) STATUS=1 ;; esac
  STATUS=${STOPPED:-$STATUS}
  STOPPED=
  for ((AT = ${#UNDOS[@]} - 1; AT >= 0; AT--)); do
    eval "eventually undone ${UNDOS[AT]}" || LEFT+=("${UNDOS[AT]}" "  $SAID")
  done
  if [[ ${#LEFT[@]} == 0 ]]; then
    rm -rf "$SCRATCH"
    echo "$NAME: all is taken back" >&2
    exit "$STATUS"
  fi
  echo "$NAME: not taken back, as these failed:" >&2
  printf '  %s\n' "${LEFT[@]}" >&2
  exit 3
}
