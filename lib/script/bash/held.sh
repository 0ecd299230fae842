echo "$NAME: $HELD checks hold" >&2
