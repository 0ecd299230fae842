# Before anything is touched
refuse() {
  echo "$NAME: $1" >&2
  exit 2
}
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || refuse 'this takes bash 4.4 or later'
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL=C
for PROGRAM in "${PROGRAMS[@]}"; do
  [[ -n $(type -P "$PROGRAM") ]] || refuse "there is no $PROGRAM"
done
# Root needs no sudo. While all is taken back, a bare return would end with the status from before that
if [[ $EUID == 0 ]]; then
  sudo() {
    AS_ROOT="sudo $*"
    "$@" || return $?
  }
elif [[ -z $(type -P sudo) ]] || ! sudo true; then
  refuse 'this takes root, or sudo'
fi
sudo docker version >/dev/null 2>&1 || refuse 'Docker does not answer: sudo service docker start'
