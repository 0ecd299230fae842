#!/bin/sh
# Starts a container's first process, waits for it, and tells how it ended. It is in the container's namespaces, but for that of
# process ids, which begins with its child.
#
#   waiter.sh COMMAND...
#
# Descriptors:  0 1  the first process's standard input and output
#               3 4  between it and who starts it
#               5    where its exit status goes
#               6    its standard errors: what a shell says of a child that was killed is not wanted there
# A shell gives its jobs in the background nothing to read, unless they are told where from
exec 7<&0 0</dev/null
"$@" <&7 2>&6 5>&- 6>&- 7<&- &
exec 1>/dev/null 3>&- 4<&- 6>&- 7<&-
wait "$!"
echo "$?" >&5
