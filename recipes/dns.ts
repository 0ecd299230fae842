#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Names of containers, and name servers that resolve them. Article: "Configuring DNS". */
import { address, containerId, containerName, different, gatewayOn, hostname, image } from "wirework";
import { isAddressOn, isNoLocalName, isNot, port, recipe } from "wirework";

/** The name server's log */
const LOG = "/run/dns.log";

/** A name that the name server knows without a domain */
const BARE = "printer";

/** Words that docker ps prints anyway: its columns, commands and times */
const IN_PS =
  /^(?:CONTAINER|ID|IMAGE|COMMAND|CREATED|STATUS|PORTS|NAMES|bin|bash|sleep|Up|About|Less|than|an?|seconds?|minutes?|ago|\d+)$/;

export default recipe({
  summary: "Give containers host names, aliases, name servers and search domains",
  article: "Configuring DNS",
  builds: ["[client] --- udp 53 --> docker0 172.17.42.1 [name server on the host]"],
  options: {
    hostname: hostname({ default: "web", help: "host name of the first container" }),
    server: containerName({ default: "database", help: "name of the server's container" }),
    alias: hostname({ default: "db", help: "name under which the client knows it" }),
    port: port({ default: "80", help: "TCP port of the check" }),
    known: hostname({ default: "host", help: "name that the client looks up" }),
    domain: hostname({ default: "example.com", help: "domain to look it up in" }),
    bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
    image: image(),
  },
  rules: [
    ({ hostname, image }) =>
      IN_PS.test(hostname) || image.split(/[/:@]/).includes(hostname)
        ? `--hostname cannot be "${hostname}", which docker ps prints anyway`
        : null,
    different("hostname", "server"),
    different("alias", "known"),
    different("server", "known"),
    isNoLocalName("hostname"),
    isNoLocalName("alias"),
    isNoLocalName("known"),
    ({ alias, known, domain }) =>
      [BARE, `${BARE}.${domain}`, `${known}.${domain}`].includes(alias)
        ? `--alias cannot be "${alias}", which the name server knows`
        : null,
    isNot("known", BARE, "which the name server knows without a domain"),
  ],
  preflight: [isAddressOn("bridge", "docker0")],
  permissions: { run: ["docker", "service", "dnsmasq", "ss", "echo", "cat", "ping"] },

  async run({ $, step, check }, { hostname, server, alias, port, known, domain, bridge, image }) {
    const id = containerId("4c01db0b339c");
    const [search, server1, server2] = ["search lan.example", "nameserver 192.0.2.1", "nameserver 192.0.2.2"];
    const plain = $`sudo docker run --rm ${image} cat /etc/resolv.conf`;

    step("Docker's server takes --dns and --dns-search, too:", "they are the default for containers");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--dns=192.0.2.1 --dns-search=lan.example"'`;
    await $.told`sudo service docker restart`;
    const wins = $`sudo docker run --rm --dns 192.0.2.2 --dns-search . ${image} cat /etc/resolv.conf`;
    await check(20, "a container gets the server's").shows(plain, search, server1);
    await check(20, "those of docker run take precedence").shows(wins, server2);
    await check(20, "and replace the server's").hides(wins, "lan.example", "192.0.2.1");
    await $.told`sudo service docker stop`;
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS=""'`;
    await $.told`sudo service docker start`;

    step.told(
      "Three files of a container don't come from its image:",
      "Docker writes them, and mounts them over the image's",
    );
    const one = await $.told.terminal("63f36fc01b5f")`sudo docker run -i -t --rm -h ${hostname} ${image} /bin/bash`;
    await one.quoted.type`mount`;
    const files = ["/etc/resolv.conf", "/etc/hostname", "/etc/hosts"];
    await check(25, "each is a mount").shows($`sudo docker exec ${one} cat /proc/self/mountinfo`, ...files);
    await check(26, "mount lists them").shows(
      $`sudo docker exec ${one} mount`,
      ...files.map((file) => `on ${file} type`),
    );

    step("-h HOSTNAME is the name by which the container knows itself");
    const own = await $.told.as("own", address("172.17.0.2"))`sudo docker exec ${one} hostname -i`;
    const other = await $.told.as("other", id)`sudo docker run -d --name ${server} ${image} sleep 600`;
    const prompt = $`sudo docker exec ${one} bash -i -c 'echo "\${PS1@P}"'`;
    await check(29, "it is in /etc/hostname").lists($`sudo docker exec ${one} cat /etc/hostname`, hostname);
    await check(30, "/etc/hosts resolves it to the container's own address").shows(
      $`sudo docker exec ${one} ip -br addr`,
      own,
    );
    await check(31, "the prompt has it").shows(prompt, `root@${hostname.replace(/\..*/, "")}:/#`);
    await check(32, "docker ps does not print it").hides($`sudo docker ps`, hostname);
    await check(33, "nor is it in another container's /etc/hosts").hides(
      $`sudo docker exec ${other} cat /etc/hosts`,
      hostname,
    );

    step("A name server on the host, for the names that are not in /etc/hosts");
    const stays = $.told.background(LOG, "started");
    await stays`sudo dnsmasq --no-daemon --conf-file=/dev/null --no-resolv --no-hosts --log-queries --log-facility=- --local=/#/ --bind-interfaces --listen-address=${bridge} --host-record=${known}.${domain},${bridge} --host-record=${BARE},${bridge}`;
    await check(37, "it listens on port 53").shows($`sudo ss -l -n -u`, `${bridge}:53 0.0.0.0:*`);

    step("--link=CONTAINER_NAME:ALIAS, --dns=IP_ADDRESS and --dns-search=DOMAIN");
    const options = ["--link", `${server}:${alias}`, "--dns", bridge, "--dns-search", domain];
    const client = await $.told.as("client", id)`sudo docker run -d ${options} ${image} sleep 600`;
    const conf = $`sudo docker exec ${client} cat /etc/resolv.conf`;
    await check(34, "the alias is in /etc/hosts").shows($`sudo docker exec ${client} cat /etc/hosts`, ` ${alias} `);
    await check(35, "it leads to the other container").tcp(client, other, alias, port);
    await check(36, "the file says nameserver, not server").shows(conf, `nameserver ${bridge}`);
    await check(38, "it has a search line").shows(conf, `search ${domain}`);
    const asked = $`sudo docker exec ${client} ping -c 1 ${known}`;
    await check(39, "a bare name is found in that domain").shows(asked, `(${bridge})`);
    await check(39, "the name server is asked for it there").shows(
      $`sudo cat ${LOG}`,
      `query[A] ${known}.${domain} from`,
    );
    await $.told`sudo docker exec ${client} ping -c 1 ${BARE}`;
    await check(39, "one that is not there is then looked up as it stands").shows(
      $`sudo cat ${LOG}`,
      `query[A] ${BARE}.${domain} from`,
      `query[A] ${BARE} from`,
    );
    await $.told`sudo docker exec ${client} ping -c 1 ${alias}`;
    const queries = [`query[A] ${alias}`, `query[A] ${alias}.${domain}`];
    await check(37, "the name server is never asked for the alias").hides($`sudo cat ${LOG}`, ...queries);

    step("What no option gives comes from the host's file");
    await $.told.append("/etc/resolv.conf")`echo 'search lan.example'`;
    await $.told.append("/etc/resolv.conf")`echo 'nameserver 192.0.2.53'`;
    const both = $`sudo docker run --rm --dns 192.0.2.1 --dns 192.0.2.2 ${image} cat /etc/resolv.conf`;
    const searching = $`sudo docker run --rm --dns-search ${domain} ${image} cat /etc/resolv.conf`;
    await check(40, "with neither, all of it").shows(plain, search, "nameserver 192.0.2.53");
    await check(36, "with two --dns, these in order, and its domain").shows(both, search, server1, server2);
    await check(38, "with --dns-search, its server").shows(searching, `search ${domain}`, "nameserver 192.0.2.53");

    step(
      "The host's file changes: a container follows when it starts again",
      "(in the article's time, it followed at once)",
    );
    const late = await $.told.as("late", id)`sudo docker run -d ${image} sleep 600`;
    await $.told.append("/etc/resolv.conf")`echo 'nameserver 192.0.2.54'`;
    await $.told`sudo docker restart -t 0 ${late}`;
    const lateConf = $`sudo docker exec ${late} cat /etc/resolv.conf`;
    await check(27, "without either option it follows").shows(lateConf, "nameserver 192.0.2.54");
    await check(28, "with them it does not").hides(conf, "192.0.2.54");
  },
});
