/** Lines about links: each keyword of ip-link(8) that wirework knows, in odd orders, shortened, and in other namespaces */
export const LINK_LINES = `ip link add X type veth peer name Y
ip link add name X type veth peer name Y
ip link add dev X type veth peer Y
sudo ip l a X type veth peer name Y
ip link add X type veth
ip link add X mtu 1400 type veth peer name Y mtu 1400
ip link add X address 02:00:00:00:00:21 type veth peer name Y address 02:00:00:00:00:22
ip link add X txqueuelen 7 type veth peer name Y
ip link add X numtxqueues 2 type veth peer name Y
ip link add X type veth peer name Y netns c1
ip link add X netns c1 type veth peer name Y
ip -n c1 link add X type veth peer name Y
ip netns exec c1 ip link add X type veth peer name Y
sudo ip netns exec c1 ip link add X type bridge
ip link add X index 77 type veth peer name Y index 78
ip link add X master br1 type veth peer name Y
ip link add br9 type bridge
ip link add name br9 type bridge stp_state 1 forward_delay 300
ip link add br9 up type bridge
ip link add link A name mv0 type macvlan mode bridge
ip link add link A mv0 type macvlan mode private
ip link add mv0 link A type macvlan
ip link add vx0 type vxlan id 7 dstport 4789 remote 10.1.1.2
ip link add vx0 type vxlan id 7 dstport 4789 local 10.1.1.1 dev A
sudo brctl addbr br9
brctl addbr br9
ip link set D up
ip link set dev D up
ip link set up dev D
ip link set up D
sudo ip l s D up
ip link set A up
ip link set A down
ip link set dev A down
ip link set C down
ip link set br0 down
ip link set lo down
ip link set A netns c1
ip link set dev A netns c1
ip link set A netns c1 name eth0
ip link set A name eth0 netns c1
ip -n c1 link set E netns 1
ip netns exec c1 ip link set E netns 1
ip -n c1 link set E up
ip -n c1 link set E down
ip -n c1 link set E mtu 1300
ip netns exec c1 ip link set dev E name eth9
sudo ip netns exec c1 ip link set E up
ip link set B name eth9
ip link set dev D name eth9 mtu 1400 up
ip link set D master br1
ip link set D master br0
ip link set C master br1
ip link set C nomaster
ip link set dev C nomaster
ip link set A mtu 1400
ip link set A mtu 1400 txqueuelen 7
ip link set A address 02:00:00:00:00:01
ip link set br1 address 02:00:00:00:00:01
ip link set A txqueuelen 7
ip link set A txqlen 7
ip link set A qlen 7
ip link set A alias hello
ip link set A alias 'hello world'
ip link set A arp off
ip link set A multicast off
ip link set A allmulticast on
ip link set A promisc on
ip link set A dynamic on
ip link set A group 7
ip link set A group default
ip link set D up mtu 1400
ip link set br0 type bridge stp_state 1
ip link set br0 type bridge forward_delay 300 stp_state 1
ip link set br0 type bridge hello_time 300
ip link set br0 type bridge max_age 1000
ip link set br0 type bridge ageing_time 1000
ip link set br0 type bridge priority 4096
ip link set br0 type bridge mcast_snooping 0
ip link set br0 type bridge mcast_querier 1
ip link set br0 type bridge nf_call_iptables 1
ip link set dev br0 type bridge group_fwd_mask 8
sudo brctl addif br1 D
sudo brctl delif br0 C
brctl stp br0 on
brctl stp br0 off
brctl setfd br0 3
brctl sethello br0 1
brctl setmaxage br0 9
brctl setageing br0 77
brctl setbridgeprio br0 4096
ip link del br1
ip link delete dev br1
ip l d br1
brctl delbr br1
ip link del A
ip link del dev B
ip link del C
ip link del D type veth
ip link del br0
ip -n c1 link del E`.split("\n");

/** Lines about ports of bridges: each keyword of bridge(8) that wirework knows */
export const PORT_LINES = `bridge link set dev C hairpin on
sudo bridge link set dev C guard on
bridge link set dev C learning off
bridge link set dev C flood off
bridge link set dev C mcast_flood off
bridge link set dev C bcast_flood off
bridge link set dev C mcast_to_unicast on
bridge link set dev C isolated on
bridge link set dev C root_block on
bridge link set dev C fastleave on
bridge link set dev C neigh_suppress on
bridge link set dev C vlan_tunnel on
bridge link set dev C locked on
bridge link set dev C cost 7
bridge link set dev C priority 3
bridge link set dev C mcast_router 2
bridge link set dev C state 0
bridge link set dev C state disabled
bridge link set dev P state blocking
bridge link set dev P state 4
bridge link set hairpin on dev C
bridge link set dev P master hairpin off cost 9 isolated off
bridge l s dev C hairpin on
bridge -n c1 link set dev G hairpin on
ip netns exec c1 bridge link set dev G hairpin on
ip link set C type bridge_slave hairpin on
ip link set dev C type bridge_slave cost 7 priority 3 proxy_arp on
ip link set P type bridge_slave state 4
ip link set P nomaster
ip link set P master br1
ip link set P netns c1
ip link del P
brctl delif br0 P
brctl setpathcost br0 C 7
brctl setportprio br0 C 3`.split("\n");
