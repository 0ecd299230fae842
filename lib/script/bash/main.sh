# From here on all is taken back at the end, however that comes
SCRATCH=$(mktemp --directory)
trap take_back EXIT
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 141' PIPE
trap 'stop 143' TERM
steps
