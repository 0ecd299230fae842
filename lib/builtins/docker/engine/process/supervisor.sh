#!/bin/sh
# A container's supervisor: passes on what its terminal shows, and waits for the end of its first process.
# It outlives the client that started it, and ends with the container.
#
#   supervisor.sh FOLDER terminal|pipes kept|removed
#
# Descriptors:  0  the other end of the container's terminal
#               2  the pipe that the proxy of its published ports lives by
#               3  where its exit status comes from
#               4  its network
folder=$1 streams=$2 afterwards=$3

# What is typed goes in; what is shown goes to the file that clients and `docker logs` read. What is typed waits in the pipe while
# somebody has it open: a client may have typed and left before the terminal is up
if [ "$streams" = terminal ]; then
  exec 1<>"$folder/input" 7<&0 0</dev/null
  cat <&1 >&7 2>/dev/null 3<&- 4<&- &
  input=$!
  exec 1>/dev/null
  cat <&7 >>"$folder/output" 2>/dev/null 3<&- 4<&- &
  output=$!
  exec 7<&-
fi

# Whoever waits for the first process may be killed as well
read -r status <&3 || status=137
# The terminal's last bytes come after the end of its programs
[ "$streams" = pipes ] || { wait "$output"; kill "$input"; }

# While these are open the container's network lives on, and its ports are served
exec 2>/dev/null 3<&- 4<&-
exec sh "${0%/*}/end.sh" "$folder" "$status" "$afterwards"
