# Checks that each line of a command's output ends with a port that Docker has chosen
shows_chosen_ports() {
  local FIRST LAST LINE
  read -r FIRST LAST </proc/sys/net/ipv4/ip_local_port_range
  if [[ $(sudo docker version --format '{{.Server.Version}}') == 1.1 ]]; then
    FIRST=49153
    LAST=49900
  fi
  shift
  printed "$@" || return
  while read -r LINE; do
    [[ $LINE =~ :([0-9]+)$ ]] || return
    ((BASH_REMATCH[1] >= FIRST && BASH_REMATCH[1] <= LAST)) || return
  done <<<"$SEEN"
}
