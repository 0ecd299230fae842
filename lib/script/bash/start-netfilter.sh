[[ -e /proc/sys/net/bridge/bridge-nf-call-iptables ]] ||
  refuse 'the kernel module br_netfilter is not loaded: sudo modprobe br_netfilter'
