#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Containers that the outside can connect to. Article: "Binding container ports to the host". */
import { containerId, different, gatewayOn, host, hostname, hostPort, ifName, image } from "wirework";
import { isAddressOn, isFree, isNoLocalName, isNot, isNotEphemeral, isRange } from "wirework";
import { nameServerOutside, outsideNetwork, port, published, recipe } from "wirework";

export default recipe({
  summary: "Let the outside connect to containers, with -p and -P",
  article: "Binding container ports to the host",
  builds: ["[outside] --- tcp 80 --> eth0 [host] --> [web]", "[outside] <-- as the host --- [plain]"],
  options: {
    port: port({ default: "80", help: "TCP port of the servers, and of the host" }),
    tls: port({ default: "443", help: "another TCP port of the servers" }),
    other: port({ default: "8080", help: "another port of the host" }),
    last: port({ default: "8081", help: "the last of a range of ports that begins with it" }),
    bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
    known: hostname({ default: "www.example.com", help: "name of the network outside" }),
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    image: image(),
  },
  rules: [
    different("port", "tls"),
    different("port", "other"),
    different("port", "last"),
    isRange("other", "last", 20),
    isNot("port", "53", "where the name server outside listens"),
    isNotEphemeral("port"),
    isNotEphemeral("other"),
    isNotEphemeral("last"),
    isNoLocalName("known"),
  ],
  preflight: [isAddressOn("bridge", "docker0"), isFree("uplink")],
  permissions: { run: ["docker", "service", "iptables", "ip", "dnsmasq", "echo", "cat", "ping"] },

  async run({ $, step, check }, { port, tls, other, last, bridge, known, uplink, image }) {
    const id = containerId("4c01db0b339c");
    const nat = () => $`sudo iptables -t nat -S`;
    const http = published(port, port);
    const hostPortOf = (inside: typeof port) => `{{(index .NetworkSettings.Ports "${inside}/tcp" 0).HostPort}}`;

    step("A network outside with a name server, where the host has two addresses");
    const internet = await outsideNetwork($, uplink);
    const [near, nearToo] = internet.hostAddresses;
    const asked = await nameServerOutside($, internet, known);

    step(
      "You can see that the Docker server creates a",
      "masquerade rule that let containers connect",
      "to IP addresses in the outside world:",
    );
    await $`sudo iptables -t nat -L -n`;
    await check(63, "the server has added it, before there is a container").meets(
      nat(),
      "POSTROUTING",
      "-j MASQUERADE",
    );
    const plain = await $.told.as("plain", id)`sudo docker run -d --dns ${internet.address} ${image} sleep 600`;
    const found = $`sudo docker exec ${plain} ping -c 1 ${known}`;
    await check(59, "a container reaches the outside").ping(plain, internet);
    await check(59, "and the name server there answers it").shows(found, `(${internet.address})`);
    await check(61, "which sees the host's address").tcpSeenAs(plain, internet, internet, port, near);
    await check(61, "also the name server").shows($`sudo cat ${asked}`, `query[A] ${known} from ${near}`);
    await check(62, "by that rule").meets(nat(), "POSTROUTING", "-j MASQUERADE");
    await check(60, "the host's port does not lead to it").noTcp(internet, plain, near, http, "ECONNREFUSED");
    await check(60, "and the outside has no route to the container").noTcp(internet, plain, plain, port, "ENETUNREACH");

    step(
      "A neighbour with a route to the subnet reaches a container, if a rule lets it: since 1.13 Docker drops the rest",
    );
    await $.told`sudo iptables -I FORWARD -i ${uplink} -p tcp --dport ${last} -j ACCEPT`;
    await $.told`sudo ip netns exec ${internet} ip route add default via ${near}`;
    await check(60, "it reaches the container, whatever the article says").tcp(internet, plain, plain, last);
    await $.told`sudo docker rm -f ${plain}`;

    step("What your NAT rules might look like when Docker", "is finished setting up a -P forward:");
    const all = await $.told.as("all", id)`sudo docker run -d -P --expose ${port} --expose ${tls} ${image} sleep 600`;
    await $`iptables -t nat -L -n`;
    const first = await $.told.as("first", hostPort("49153"))`sudo docker inspect -f ${hostPortOf(port)} ${all}`;
    const next = await $.told.as("next", hostPort("49154"))`sudo docker inspect -f ${hostPortOf(tls)} ${all}`;
    await check(64, "the outside reaches the one port").tcp(internet, all, near, published(first, port));
    await check(64, "and the other").tcp(internet, all, near, published(next, tls));
    await check(65, "49153 to 49900 then, the kernel's own range now").showsChosenPorts($`sudo docker port ${all}`);
    await check(66, "docker port prints which").shows($`sudo docker port ${all} ${port}`, first);
    await check(66, "so does docker ps").shows($`sudo docker ps`, first);

    step.article("What your NAT rules might look like when Docker", "is finished setting up a -p 80:80 forward:");
    const web = await $.told.as("web", id)`sudo docker run -d -p ${port}:${port} ${image} sleep 600`;
    await check(68, "the port leads to the container").meets(nat(), "PREROUTING", `--dport ${port} -j DNAT`);
    await check(68, "for the host itself, too").meets(nat(), "OUTPUT", `--dport ${port} -j DNAT`);
    await check(69, "0.0.0.0: the outside reaches it by one address").tcp(internet, web, near, http);
    await check(69, "and by the other").tcp(internet, web, nearToo, http);
    await check(69, "so does the host itself").tcp(host, web, near, http);
    await check(69, "by loopback, through Docker's proxy").tcpSeenAs(host, web, "127.0.0.1", http, bridge);
    await check(69, "as does the container itself").tcpSeenAs(web, web, near, http, bridge);
    const again = $.told`sudo docker run --rm -p ${port}:${port} ${image} true`;
    await check(67, "no other container gets the port").refuses(again, "port is already allocated");

    step("-p IP:host_port:container_port or -p IP::port: one address; and -p port, a range, /udp");
    const one = await $.told.as("one", id)`sudo docker run -d -p ${near}:${other}:${port} -p ${tls} ${image} sleep 600`;
    await check(70, "it is reached by that address").tcp(internet, one, near, published(other, port));
    await check(70, "but not by the other").noTcp(internet, one, nearToo, published(other, port), "ECONNREFUSED");
    const free = await $.told.as("free", hostPort("49155"))`sudo docker inspect -f ${hostPortOf(tls)} ${one}`;
    await check(67, "with a port alone, Docker chooses the host's").tcp(internet, one, nearToo, published(free, tls));
    const udp = `${other}-${last}:${other}-${last}/udp`;
    const two = await $.told.as("two", id)`sudo docker run -d -p ${nearToo}::${port} -p ${udp} ${image} sleep 600`;
    const any = await $.told.as("any", hostPort("49156"))`sudo docker inspect -f ${hostPortOf(port)} ${two}`;
    await check(70, "with IP::port, Docker chooses the port").tcp(internet, two, nearToo, published(any, port));
    await check(70, "again for one address").noTcp(internet, two, near, published(any, port), "ECONNREFUSED");
    await check(67, "a datagram is answered").udp(internet, two, near, published(last, last));

    step("--ip=IP_ADDRESS in DOCKER_OPTS: the address for -p without one");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--ip=${nearToo}"'`;
    await $.told`sudo service docker restart`;
    const long = ["--publish-all=false", `--publish=${port}:${port}`];
    const late = await $.told.as("late", id)`sudo docker run -d ${long} ${image} sleep 600`;
    await check(23, "in long words, too").lists($`sudo docker port ${late}`, `${port}/tcp -> ${nearToo}:${port}`);
    await check(71, "it is reached by that address").tcp(internet, late, nearToo, http);
    await check(71, "but not by the other").noTcp(internet, late, near, http, "ECONNREFUSED");
  },
});
