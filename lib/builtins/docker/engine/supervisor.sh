#!/bin/sh
# A container's supervisor: starts its first process and waits for it.
# It outlives the client that started it, and ends with the container.
#
#   supervisor.sh FOLDER terminal|pipes kept|removed plain|privileged COMMAND...
#
# Descriptors:  0        the other end of the container's terminal
#               2        the pipe that the proxy of its published ports lives by
#               3 4 5 6  its mount, network, UTS and IPC namespaces
#               7 8 9    its standard input, output and errors
folder=$1 streams=$2 afterwards=$3 rights=$4
shift 4

# What is typed waits in the pipe while somebody has it open: a client may have typed and left before the terminal is up
[ "$streams" = pipes ] || exec 1<>"$folder/input"

# Its own processes only, and of the kernel's settings none to write: these are Docker's read-only paths. A privileged one may
# write what the host may, the settings of the network
# shellcheck disable=SC2016 # for another shell to expand
mount_proc='protected="sys sysrq-trigger"
[ "$1" = privileged ] || protected="bus fs irq $protected"
mount -t proc -o nosuid,nodev,noexec proc /proc
for path in $protected; do
  [ ! -e "/proc/$path" ] || mount -o bind,ro "/proc/$path" "/proc/$path"
done
[ "$1" != privileged ] || { mount --bind /proc/sys/net /proc/sys/net && mount -o remount,bind,rw /proc/sys/net; }
shift
exec "$@"'

# A shell waits for it, as unshare --fork would make 1 of the status of a killed one; its own word on that is not wanted
# shellcheck disable=SC2016
nsenter --mount=/proc/$$/fd/3 --net=/proc/$$/fd/4 --uts=/proc/$$/fd/5 --ipc=/proc/$$/fd/6 -- \
  unshare --pid -- sh -c '(exec "$@" 2>&9 9>&-); exit $?' sh sh -c "$mount_proc" sh "$rights" "$@" \
  <&7 >&8 2>/dev/null 3<&- 4<&- 5<&- 6<&- 7<&- 8>&- &
first=$!
exec 7<&- 8>&- 9>&-
echo "$first" >"$folder/parent"

# What is typed goes in; what is shown goes to the file that clients and `docker logs` read
if [ "$streams" = terminal ]; then
  exec 7<&0 0</dev/null
  cat <&1 >&7 2>/dev/null 3<&- 4<&- 5<&- 6<&- &
  input=$!
  exec 1>/dev/null
  cat <&7 >>"$folder/output" 2>/dev/null 3<&- 4<&- 5<&- 6<&- &
  output=$!
  exec 7<&-
fi

wait "$first"
status=$?
# The terminal's last bytes come after the end of its programs
[ "$streams" = pipes ] || { wait "$output"; kill "$input"; }

# While these are open the container's network lives on, and its ports are served
exec 2>/dev/null 3<&- 4<&- 5<&- 6<&-
exec sh "${0%/*}/end.sh" "$folder" "$status" "$afterwards"
