trap 'failed "$LINENO" "$BASH_COMMAND"' ERR
