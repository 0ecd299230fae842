echo "$NAME: $HELD checks passed" >&2
