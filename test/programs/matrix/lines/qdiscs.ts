/** Lines about queueing disciplines, of the kinds that this kernel has */
export const QDISC_LINES = `tc qdisc add dev A root pfifo
tc qdisc add dev A root handle 8: pfifo limit 7
sudo tc qdisc add root dev A bfifo limit 10kb
tc qdisc add dev A root tbf rate 1mbit burst 32kbit latency 400ms
tc qdisc add dev A handle 8: root tbf rate 1mbit buffer 10kb/8 limit 10kb mpu 64 overhead 14 linklayer ethernet
tc qdisc add dev A root tbf rate 1mbit maxburst 10kb lat 50ms peakrate 2mbit minburst 3000
tc qdisc add dev A root pfifo_fast
tc qdisc add dev A root noqueue
tc qdisc add dev A root htb default 10 r2q 20
tc qdisc add dev A root mq
tc qdisc add dev A ingress
tc qdisc add dev A handle ffff: ingress
tc qdisc add dev A clsact
tc q a dev A root pfifo
tc -n c1 qdisc add dev E root pfifo
ip netns exec c1 tc qdisc add dev E root tbf rate 1mbit burst 10kb limit 10kb
tc qdisc add dev M parent 1:10 handle 10: pfifo limit 5
tc qdisc replace dev A root pfifo
tc qdisc replace dev K root pfifo
tc qdisc replace dev K root handle 6: tbf rate 1mbit burst 10kb limit 10kb
tc qdisc replace dev K root handle 5: tbf rate 1mbit burst 10kb limit 10kb
tc qdisc replace dev M parent 1:20 handle 21: pfifo limit 5
tc qdisc change dev K root handle 5: tbf rate 1mbit burst 10kb limit 10kb
tc qdisc change dev L root pfifo limit 5
tc qdisc del dev K root
tc qdisc delete root dev L
tc qdisc del dev M parent 1:20`.split("\n");
