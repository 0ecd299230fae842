/** Lines about rules, chains and policies of iptables: each command and option of iptables(8) that wirework knows */
export const IPTABLES_LINES = `iptables -A FORWARD -i C -o A -j ACCEPT
sudo iptables -A FORWARD -i C -o A -j ACCEPT
iptables --append FORWARD --in-interface C --out-interface A --jump DROP
iptables -j DROP -A FORWARD -i C
iptables -A FORWARD -i A -o B -j ACCEPT
iptables -I FORWARD -p tcp --dport 80 -j ACCEPT
iptables -I FORWARD 2 -p udp --sport 53 -j REJECT
iptables --insert FORWARD 1 --protocol tcp --destination-port 80 --jump ACCEPT
iptables -I FORWARD -p tcp --source-port 80 --dport 1024:65535 -j ACCEPT
iptables -A INPUT -p icmp -j DROP
iptables -A INPUT -s 10.1.1.9 -j DROP
iptables -A INPUT --source 10.1.1.9 --destination 10.1.1.1 -j DROP
iptables -A INPUT --src 10.1.1.9 --dst 10.1.1.1 -j DROP
iptables -A INPUT ! -s 10.1.1.0/24 -j DROP
iptables -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A INPUT -m comment --comment 'of us' -j ACCEPT
iptables -A INPUT -p tcp -m tcp --dport 81 -j ACCEPT
iptables -A INPUT -j LOG
iptables -A INPUT -j own
iptables -A own -s 10.1.1.9 -j RETURN
iptables -w -A INPUT -s 10.1.1.9 -j DROP
iptables -w 5 -A INPUT -s 10.1.1.9 -j DROP
iptables --wait 5 -t filter -A INPUT -s 10.1.1.9 -j DROP
iptables -v -A INPUT -s 10.1.1.9 -j DROP
iptables -t nat -A POSTROUTING -s 10.9.0.0/24 ! -d 10.9.0.0/24 -j MASQUERADE
iptables --table nat --append POSTROUTING -s 10.9.0.0/24 -o A -j SNAT --to-source 10.1.1.1
iptables -t nat -A PREROUTING -p tcp -d 10.1.1.1 --dport 8080 -j DNAT --to-destination 10.1.1.2:80
iptables -A PREROUTING -t nat -i A -p tcp -m tcp --dport 81 -j DNAT --to-destination 10.1.1.2
iptables -tnat -I POSTROUTING 1 -s 10.9.0.0/24 -j MASQUERADE
iptables -t mangle -A FORWARD -j RETURN
iptables -D FORWARD -i A -o B -j ACCEPT
iptables --delete FORWARD -i A -j DROP
iptables -D FORWARD 2
iptables -t nat -D POSTROUTING -s 10.1.1.0/24 -j MASQUERADE
iptables -R FORWARD 1 -i A -o C -j ACCEPT
iptables --replace FORWARD 2 -i A -o C -j ACCEPT
iptables -N new
iptables --new-chain new
iptables --new new
iptables -t nat -N new
iptables -X empty
iptables --delete-chain empty
iptables -E empty other
iptables --rename-chain own other
iptables -P INPUT DROP
iptables --policy FORWARD ACCEPT
iptables -F own
iptables --flush FORWARD
ip netns exec c1 iptables -A FORWARD -j ACCEPT
sudo ip netns exec c1 iptables -t nat -A POSTROUTING -o E -j MASQUERADE
nsenter --net=/run/netns/c1 iptables -A FORWARD -j ACCEPT
ip6tables -A FORWARD -i C -j DROP
ip6tables -D FORWARD -i A -j DROP
ip netns exec c1 ip6tables -A INPUT -s fd00::/8 -j ACCEPT
iptables-nft -A FORWARD -i C -j DROP`.split("\n");
