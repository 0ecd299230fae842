#!/bin/sh
# Becomes a program in the network that it is started in, with what ip-netns(8) puts around it. It is started in a mount
# namespace of its own, from which no mount leads back.
#
#   exec.sh NAME PROGRAM [ARGUMENT…]
#
# Its own variables have names that nobody else's environment has, which the program is to find as it is.
wirework_name=$1
shift

# A /sys that shows that network. Where there is a read-only one that stays, the kernel allows only another read-only one
wirework_options=rw
if ! umount -l /sys 2>/dev/null && grep -q '^[^ ]* /sys [^ ]* ro[, ]' /proc/mounts; then wirework_options=ro; fi
if ! mount -t sysfs -o "$wirework_options" -- "$wirework_name" /sys; then
  echo 'mount of /sys failed' >&2
  exit 255
fi

# Files that other programs shall find in /etc
for wirework_file in "/etc/netns/$wirework_name"/* "/etc/netns/$wirework_name"/.[!.]* "/etc/netns/$wirework_name"/..?*; do
  [ -e "$wirework_file" ] || continue
  mount --bind -- "$wirework_file" "/etc/${wirework_file##*/}" || printf 'Bind %s -> %s failed\n' "$wirework_file" "/etc/${wirework_file##*/}" >&2
done

exec "$@"
