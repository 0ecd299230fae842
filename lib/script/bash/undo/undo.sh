# Commands that undo the lines so far, in the order of these lines
UNDOS=()

# Notes the command that undoes the line before it
undo() {
  UNDOS+=("$(printf '%q ' "$@")")
  obey
}

# A signal stops the script between two lines, once the undo of the first one is noted
STOPPED=
WAITING=
stop() {
  STOPPED=$1
  [[ -z $WAITING ]] || exit "$1"
}
obey() {
  [[ -z $STOPPED ]] || exit "$STOPPED"
}

# Prints a failed line, unless a signal has stopped the script
failed() {
  [[ -z $STOPPED ]] || return 0
  [[ $2 != 'return $?' ]] || set -- "$1" "$AS_ROOT"
  echo "$NAME: line $1 failed: $2" >&2
}
AS_ROOT=

# Repeats a command until it succeeds, for three seconds or a little more
eventually() {
  local -i DEADLINE=$((SECONDS + 4))
  until "$@"; do
    obey
    ((SECONDS < DEADLINE)) || return 1
    sleep 0.05
  done
}

# Runs a noted command; it fails only if what was made is still there
undone() {
  SAID=$("$@" 2>&1) || gone "$@" >/dev/null 2>&1
}
SAID=

# Checks if a thing has gone by itself, as everything in a container's network does with the container
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

# Checks if a rule or chain that a command would remove is gone, or a chain that it would make is there
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

# Checks if an interface that a command names is gone from that network: the word after dev or set, or the last one
no_link() {
  local NAME=${!#} WORD BEFORE=
  for WORD in "$@"; do
    case $BEFORE in dev | set) [[ $WORD == dev ]] || { NAME=$WORD && break; } ;; esac
    BEFORE=$WORD
  done
  ! "${NETWORK[@]}" ip link show "$NAME"
}

# Undoes everything, from the last line to the first, whatever has ended the script
undo_all() {
  local STATUS=$? LEFT=()
  local -i AT
  trap - EXIT ERR
  trap '' HUP INT TERM PIPE
  set +e
  # A program that was ended by a signal has that signal's status
  case $STATUS in 0 | 129 | 130 | 141 | 143) ;; *) STATUS=1 ;; esac
  STATUS=${STOPPED:-$STATUS}
  STOPPED=
  for ((AT = ${#UNDOS[@]} - 1; AT >= 0; AT--)); do
    eval "eventually undone ${UNDOS[AT]}" || LEFT+=("${UNDOS[AT]}" "  $SAID")
  done
  if [[ ${#LEFT[@]} == 0 ]]; then
    rm -rf "$SCRATCH"
    echo "$NAME: everything is undone" >&2
    exit "$STATUS"
  fi
  echo "$NAME: not undone, because these failed:" >&2
  printf '  %s\n' "${LEFT[@]}" >&2
  exit 3
}
