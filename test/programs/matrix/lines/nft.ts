/** Lines about tables, chains and rules of nft */
export const NFT_LINES = `nft add table ip new
nft add table new
sudo nft create table inet new
nft add table inet t
nft add table ip6 new '{ flags dormant; }'
nft add chain inet t new
nft create chain inet t new '{ type filter hook forward priority 0; policy drop; }'
nft add chain ip empty new '{ type nat hook postrouting priority 100 ; }'
nft add chain inet t own
nft add rule inet t in tcp dport 22 accept
nft add rule inet t in tcp dport 8080 counter accept
nft add rule inet t in tcp dport '{ 22, 8080 }' ct state new,established counter accept comment '"hello you"'
nft add rule inet t in 'ip saddr 10.1.1.0/24 drop'
nft add rule inet t in iifname != lo meta mark 7 reject with icmpx type port-unreachable
nft add rule inet t in ip6 saddr fd00::/8 limit rate over 10/second burst 5 packets log prefix '"x "' drop
nft add rule inet t in tcp dport vmap '{ 22 : accept, 23 : drop }'
nft add rule inet t in index 0 udp dport 53 accept
nft add rule inet t own meta l4proto tcp mark set 7 return
nft insert rule inet t in tcp dport 22 accept
nft insert rule inet t in index 1 icmp type echo-request drop
nft -a add rule inet t in goto own
nft delete table ip empty
nft delete chain inet t nope
ip netns exec c1 nft add table ip new`.split("\n");
