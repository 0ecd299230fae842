# From here on everything is undone at the end, whatever ends the script
SCRATCH=$(mktemp --directory)
trap undo_all EXIT
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 141' PIPE
trap 'stop 143' TERM
steps
