# Refuses to start; nothing has been changed yet
refuse() {
  echo "$NAME: $1" >&2
  exit 2
}
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || refuse 'this script needs bash 4.4 or later'
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL=C
declare -A PACKAGES=([brctl]=bridge-utils [ip]=iproute2 [iptables]=iptables [perl]=perl-base [ping]=iputils-ping)
for PROGRAM in "${PROGRAMS[@]}"; do
  [[ -n $(type -P "$PROGRAM") ]] ||
    refuse "$PROGRAM is not installed${PACKAGES[$PROGRAM]:+: sudo apt-get install ${PACKAGES[$PROGRAM]}}"
done
# Root needs no sudo. The status must be explicit: during undo, a bare return would use the status from before it
if [[ $EUID == 0 ]]; then
  sudo() {
    AS_ROOT="sudo $*"
    if [[ $1 != -u ]]; then
      "$@" || return $?
    elif [[ -n $(type -P sudo) ]]; then
      command sudo "$@" || return $?
    else
      setpriv --reuid="$2" --regid="$(id -g "$2")" --clear-groups "${@:3}" || return $?
    fi
  }
elif [[ -z $(type -P sudo) ]] || ! sudo true; then
  refuse 'this script needs root or sudo'
fi
[[ " ${PROGRAMS[*]} " != *' docker '* ]] || sudo docker version >/dev/null 2>&1 ||
  refuse 'Docker does not answer: sudo service docker start'
