# Prints the address of a name in a container, hosts(5)
alias_of() {
  local PROCESS
  PROCESS=$(sudo docker inspect --format '{{.State.Pid}}' "$1")
  sudo awk -v name="$2" '{ sub(/#.*/, ""); for (i = 2; i <= NF; i++) if ($i == name && $1 !~ /:/) { print $1; exit } }' \
    "/proc/$PROCESS/root/etc/hosts"
}
