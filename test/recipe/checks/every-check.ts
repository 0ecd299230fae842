/** A recipe that tries each way to prove something, where it holds and where it does not, and prints what became of each. */
import {
  containerId,
  host,
  ifName,
  interfaceCidr,
  outsideNetwork,
  pid,
  port,
  published,
  recipe,
  socketName,
} from "wirework";

/** Listens on an abstract socket and fills its queue; then there is a second socket */
const CROWDED = `use Socket;
sub named { pack_sockaddr_un("\\0" . substr($_[0], 1)) }
socket(my $server, AF_UNIX, SOCK_STREAM, 0); bind($server, named($ARGV[0])); listen($server, 1);
my @clients;
for (1 .. 2) { socket(my $client, AF_UNIX, SOCK_STREAM, 0); connect($client, named($ARGV[0])); push @clients, $client }
socket(my $full, AF_UNIX, SOCK_STREAM, 0); bind($full, named($ARGV[1]));
sleep 600`;

export default recipe({
  summary: "Try every check",
  options: {
    port: port({ default: "80", help: "TCP port of the checks" }),
    door: port({ default: "8080", help: "the host's port that leads to a container" }),
    taken: port({ default: "81", help: "TCP port that a container listens on" }),
    docker0: interfaceCidr({ default: "172.17.42.1/16", help: "the host's address, and its network" }),
    own: interfaceCidr({ default: "172.17.0.2/16", help: "the first container's" }),
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    far: interfaceCidr({ default: "10.0.0.1/8", help: "nobody's" }),
    socket: socketName({ default: "@/com/ubuntu/upstart", help: "an abstract socket" }),
    queue: socketName({
      default: "@queue-is-full",
      help: "an abstract socket that says when the other one takes no more",
    }),
  },
  permissions: {
    run: ["docker", "iptables", "ip", "ping", "echo", "printf", "cat", "sh"],
    modules: ["br_netfilter"],
  },

  async run({ $, check }, { port, door, taken, docker0, own, uplink, far, socket, queue }) {
    const outcomes: Record<string, string> = {};
    const attempts: Promise<void>[] = [];
    const attempt = (name: string, prove: () => Promise<void>) => {
      const tell = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      const outcome = new Promise<void>((resolve) => resolve(prove())).then(() => "holds", tell);
      attempts.push(outcome.then((text) => void (outcomes[name] = text)));
    };
    // Servers can't share a port
    let turn = Promise.resolve();
    const inTurn = (name: string, prove: () => Promise<void>) => {
      const before = turn;
      attempt(name, () => before.then(prove));
      turn = attempts.at(-1) ?? turn;
    };
    const id = containerId("4c01db0b339c");
    const one = await $.as("one", id)`sudo docker run -d base sleep 600`;
    const two = await $.as("two", id)`sudo docker run -d base sleep 600`;
    const lonely = await $.as("lonely", id)`sudo docker run -d --net=none base sleep 600`;
    const busy = await $.as("busy", id)`sudo docker run -d base busybox nc -ll -p ${taken} -e true`;
    const open = await $.as("open", id)`sudo docker run -d -p ${door}:${port} base sleep 600`;
    const crowded = await $.as("crowded", id)`sudo docker run -d base perl -e ${CROWDED} ${socket} ${queue}`;
    const gone = await $.as("gone", id)`sudo docker run -d base true`;
    await $`sudo docker wait ${gone}`;
    await check(1).shows($`sudo docker exec ${busy} cat /proc/net/tcp6`, ":0051");
    await check(1).shows($`sudo docker exec ${crowded} cat /proc/net/unix`, queue);
    const first = await $.as("first", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;

    const internet = await outsideNetwork($, uplink);
    const [near, nearToo] = internet.hostAddresses;

    attempt("ping", () => check(1).ping(one, two));
    attempt("ping from the host", () => check(1).ping(host, two));
    attempt("ping of an address", () => check(1).ping(one, "172.17.42.1"));
    attempt("ping of nobody", () => check(1).ping(lonely, "192.0.2.1"));
    attempt("ping from who is gone", () => check(1).ping(gone, two));
    attempt("noPing of who answers", () => check(1).noPing(one, two));
    attempt("noPing of what can't be reached", () => check(1).noPing(lonely, "192.0.2.1"));
    attempt("noPing, for that reason", () => check(1).noPing(lonely, "192.0.2.1", "Network is unreachable"));
    attempt("noPing, for another reason", () => check(1).noPing(lonely, "192.0.2.1", "prohibited"));
    attempt("noPing of who lacks an address", () => check(1).noPing(one, lonely));
    attempt("noPing of who is gone", () => check(1).noPing(one, gone));
    attempt("noPing from who is gone", () => check(1).noPing(gone, one));
    inTurn("tcp", () => check(1).tcp(one, two, two, port));
    inTurn("tcp without a route", () => check(1).tcp(lonely, two, two, port));
    inTurn("noTcp of what is open", () => check(1).noTcp(one, two, two, port));
    inTurn("noTcp without a route", () => check(1).noTcp(lonely, two, two, port));
    inTurn("noTcp, for that reason", () => check(1).noTcp(lonely, two, two, port, "ENETUNREACH"));
    inTurn("noTcp of another's address", () => check(1).noTcp(one, two, "172.17.42.1", port));
    inTurn("tcp to a server that is there", () => check(1).tcp(one, busy, busy, taken));
    inTurn("noTcp to a server that is there", () => check(1).noTcp(one, busy, busy, taken));
    attempt("ping of the outside", () => check(1).ping(one, internet));
    attempt("ping from the outside", () => check(1).ping(internet, near));
    attempt("ping of who has no route back", () => check(1).ping(internet, one));
    attempt("noPing of who has no route back", () => check(1).noPing(internet, one, "Network is unreachable"));
    inTurn("tcp to the outside, itself", () => check(1).tcp(one, internet, internet, port));
    inTurn("tcp to the outside, as the host", () => check(1).tcpSeenAs(one, internet, internet, port, near));
    inTurn("tcp to the outside, as another", () => check(1).tcpSeenAs(one, internet, internet, port, nearToo));
    inTurn("tcp to the outside, without a route", () => check(1).tcpSeenAs(lonely, internet, internet, port, near));
    inTurn("noTcp from the outside", () => check(1).noTcp(internet, one, one, port, "ENETUNREACH"));
    inTurn("tcp of a name from the outside", () => check(1).tcp(internet, one, "www", port));
    inTurn("tcp to a published port", () => check(1).tcp(internet, open, near, published(door, port)));
    inTurn("tcp to one by loopback", () => check(1).tcp(host, open, "127.0.0.1", published(door, port)));
    inTurn("tcp to one that isn't", () => check(1).tcp(internet, open, near, published(taken, port)));
    inTurn("noTcp to one that isn't", () =>
      check(1).noTcp(internet, open, near, published(taken, port), "ECONNREFUSED"),
    );
    inTurn("noTcp to a published port", () => check(1).noTcp(internet, open, near, published(door, port)));
    inTurn("udp", () => check(1).udp(one, two, two, port));
    inTurn("udp without a route", () => check(1).udp(lonely, two, two, port));
    inTurn("udp to the outside, itself", () => check(1).udp(one, internet, internet, port));
    inTurn("udp to who does not listen there", () => check(1).udp(one, two, internet, port));
    attempt("ping of one's own address", () => check(1).ping(one, "172.17.0.2"));
    inTurn("noTcp of a name that nobody has", () => check(1).noTcp(one, two, "nobody.invalid", port));
    attempt("shows", () => check(1).shows($`printf ${"a  b\\nc\\nd\\n"}`, "a b", "d"));
    attempt("shows what a value is", () => check(1).shows($`echo ${first}`, first));
    attempt("shows in another order", () => check(1).shows($`printf ${"a\\nb\\n"}`, "b", "a"));
    attempt("shows what is not there", () => check(1).shows($`echo a`, "b"));
    attempt("shows of a command that fails", () => check(1).shows($`sh -c ${"echo a; exit 3"}`, "a"));
    attempt("refuses", () => check(1).refuses($`sh -c ${"echo a; echo b >&2; exit 3"}`, "a", "b"));
    attempt("refuses what is done", () => check(1).refuses($`echo done`, "done"));
    attempt("refuses in other words", () => check(1).refuses($`cat /nowhere`, "Permission denied"));
    const ofOne = () => $`sudo docker exec ${one} ip -o address show eth0`;
    const sent = (container: typeof one, link: string) =>
      $`sudo docker exec ${container} cat ${`/sys/class/net/${link}/statistics/tx_packets`}`;
    attempt("counted", () => check(1).counted(one, two, sent(one, "eth0")));
    attempt("counted elsewhere", () => check(1).counted(one, two, sent(lonely, "lo")));
    attempt("counted by no number", () => check(1).counted(one, two, $`echo many`));
    attempt("counted with no answer", () => check(1).counted(lonely, "192.0.2.1", sent(lonely, "lo")));
    attempt("counted to one's own address", () => check(1).counted(one, "172.17.0.2", sent(one, "lo")));
    attempt("uncounted", () => check(1).uncounted(one, two, sent(lonely, "lo")));
    attempt("uncounted of what is counted", () => check(1).uncounted(one, two, sent(one, "eth0")));
    attempt("same", () => check(1).same($`echo a b`, $`printf ${"a  b\n"}`));
    attempt("same of what differs", () => check(1).same($`echo a`, $`echo b`));
    attempt("same of nothing", () => check(1).same($`printf ${""}`, $`printf ${""}`));
    attempt("same of a command that fails", () => check(1).same($`sh -c ${"echo a; exit 3"}`, $`echo a`));
    attempt("showsHostOf", () => check(1).showsHostOf(ofOne(), docker0));
    attempt("showsHostOf its own address", () => check(1).showsHostOf(ofOne(), own));
    attempt("showsHostOf a network that it is not in", () => check(1).showsHostOf(ofOne(), far));
    attempt("showsChosenPorts", () => check(1).showsChosenPorts($`printf ${"80/tcp -> 0.0.0.0:49153\\n:::49900\\n"}`));
    attempt("showsChosenPorts below them", () => check(1).showsChosenPorts($`echo ${"0.0.0.0:49152"}`));
    attempt("showsChosenPorts above them", () => check(1).showsChosenPorts($`printf ${":49153\\n:49901\\n"}`));
    attempt("showsChosenPorts of nothing", () => check(1).showsChosenPorts($`printf ${""}`));
    attempt("showsChosenPorts of a command that fails", () =>
      check(1).showsChosenPorts($`sh -c ${"echo :49153; exit 3"}`),
    );
    attempt("lists", () => check(1).lists($`printf ${"a 1\\nb 2\\n"}`, "a", "b"));
    attempt("lists too little", () => check(1).lists($`printf ${"a\\nb\\n"}`, "a"));
    attempt("hides", () => check(1).hides($`ip -brief link`, "docker1", "docker", "o"));
    attempt("hides what is there", () => check(1).hides($`ip -brief link`, "docker1", "lo"));
    attempt("hides an address that is there", () => check(1).hides($`ip -brief address`, "172.17.42.1"));
    attempt("hides several words that are there", () => check(1).hides($`echo ${"a via b"}`, "via b"));
    attempt("hides of a command that fails", () => check(1).hides($`cat /nowhere`, "x"));
    const rules = [
      "-A FORWARD -p tcp -j A",
      "-A A --sport 80 -j ACCEPT",
      "-A A --dport 80 -j ACCEPT",
      "-A FORWARD -j DROP",
    ];
    const listing = () => $`printf ${"%s\\n"} ${rules}`;
    const [sport, dport] = ["--sport 80 -j ACCEPT", "--dport 80 -j ACCEPT"];
    attempt("meets", () => check(1).meets($`sudo iptables -S`, "FORWARD", "-i docker0 -o docker0 -j ACCEPT"));
    attempt("meets in whatever order", () => check(1).meets(listing(), "FORWARD", [dport, sport], "-j DROP"));
    attempt("meets in another order", () => check(1).meets(listing(), "FORWARD", dport, sport, "-j DROP"));
    attempt("meets what is elsewhere", () => check(1).meets(listing(), "INPUT", "-j DROP"));
    attempt("meets in a loop", () => check(1).meets($`printf ${"-A A -p tcp -j A\\n"}`, "A", "-p tcp"));
    inTurn("unix", () => check(1).unix(one, one, socket));
    inTurn("unix of the host from itself", () => check(1).unix(host, host, socket));
    inTurn("unix of another network", () => check(1).unix(one, host, socket));
    inTurn("unix of who is gone", () => check(1).unix(one, gone, socket));
    inTurn("noUnix", () => check(1).noUnix(one, host, socket));
    inTurn("noUnix of who has another one, which takes no more", () => check(1).noUnix(crowded, host, socket));
    inTurn("noUnix of its own network", () => check(1).noUnix(one, one, socket));
    await Promise.all(attempts.splice(0));

    await $`sudo iptables -I FORWARD -i docker0 -o docker0 -j DROP`;
    attempt("noPing, dropped", () => check(1).noPing(one, two));
    inTurn("noTcp, dropped", () => check(1).noTcp(one, two, two, port));
    inTurn("tcp, dropped", () => check(1).tcp(one, two, two, port));
    await Promise.all(attempts.splice(0));

    await $`sudo iptables -R FORWARD 1 -i docker0 -o docker0 -j REJECT --reject-with icmp-admin-prohibited`;
    attempt("noPing, rejected", () => check(1).noPing(one, two));
    attempt("noPing, rejected as expected", () => check(1).noPing(one, two, "Packet filtered"));
    inTurn("noTcp, rejected", () => check(1).noTcp(one, two, two, port));
    await Promise.all(attempts.splice(0));
    await $`echo ${JSON.stringify(outcomes)}`;
  },
});
