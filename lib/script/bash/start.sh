# Before anything is touched
refuse() {
  echo "$NAME: $1" >&2
  exit 2
}
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || refuse 'this takes bash 4.4 or later'
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL=C
declare -A PACKAGES=([brctl]=bridge-utils [ip]=iproute2 [iptables]=iptables [perl]=perl-base [ping]=iputils-ping)
for PROGRAM in "${PROGRAMS[@]}"; do
  [[ -n $(type -P "$PROGRAM") ]] ||
    refuse "there is no $PROGRAM${PACKAGES[$PROGRAM]:+: sudo apt-get install ${PACKAGES[$PROGRAM]}}"
done
# Root needs no sudo. While all is taken back, a bare return would end with the status from before that
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
  refuse 'this takes root, or sudo'
fi
[[ " ${PROGRAMS[*]} " != *' docker '* ]] || sudo docker version >/dev/null 2>&1 ||
  refuse 'Docker does not answer: sudo service docker start'
