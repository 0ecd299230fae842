#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Containers isolated from each other, except for the ports of their links. Article: "Communication between containers". */
import { assignedName, containerId, containerName, different, gatewayOn, image } from "wirework";
import { isAddressOn, isBetween, isNoLocalName, isNot, isRange, port, recipe } from "wirework";

export default recipe({
  summary: "Keep containers apart with --icc=false, and open single ports with --link",
  article: "Communication between containers",
  builds: [
    "[client] --- tcp 80, 82 --> [server]",
    "[client] --- all else --x [server]",
    "[stranger] --- all --x [server]",
  ],
  options: {
    server: containerName({ default: "web", help: "name of the server's container" }),
    alias: containerName({ default: "www", help: "name under which the client knows it" }),
    port: port({ default: "80", help: "TCP port that the server's Dockerfile exposes" }),
    other: port({ default: "82", help: "another port that it exposes, above the first" }),
    closed: port({ default: "81", help: "TCP port that it does not expose" }),
    bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
    image: image(),
  },
  rules: [
    different("port", "closed"),
    different("other", "closed"),
    isRange("port", "other", 20),
    isBetween("closed", "port", "other"),
    isNot("closed", "80", "which the image base exposes, so that any link opens it"),
    isNoLocalName("alias"),
    isNot("server", "both", "which is another container's name"),
    isNot("server", "database", "which must not be a container's name"),
  ],
  preflight: [isAddressOn("bridge", "docker0")],
  permissions: { run: ["docker", "service", "iptables", "mkdir", "echo", "ping"], modules: ["br_netfilter"] },

  async run({ $, step, check }, { server, alias, port, other, closed, bridge, image }) {
    const id = containerId("4c01db0b339c");

    step("With the default, --icc=true, any container reaches any other");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const two = await $.told.as("two", id)`sudo docker run -d ${image} sleep 600`;
    await check(48, "ping passes").ping(one, two);
    await check(48, "so does any port").tcp(one, two, two, closed);

    step("DOCKER_OPTS in /etc/default/docker holds --icc=false; restart Docker");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await $.told`sudo service docker restart`;

    step("When --icc=false, you should see a DROP rule:");
    await $`sudo iptables -L -n`;

    step("A server, whose Dockerfile exposes its ports, and a container without a link to it");
    await $.told`mkdir /tmp/web`;
    await $.told.write("/tmp/web/Dockerfile")`echo FROM ${image}`;
    await $.told.append("/tmp/web/Dockerfile")`echo EXPOSE ${port} ${other}`;
    await $.told`sudo docker build -t web-server /tmp/web`;
    const web = await $.told.as("web", id)`sudo docker run -d --name ${server} web-server sleep 600`;
    const before = await $.told.as("before", id)`sudo docker run -d ${image} sleep 600`;
    await check(49, "without a link, ping gets no answer").noPing(before, web);
    await check(49, "nor does the port").noTcp(before, web, web, port);
    await $.told`sudo docker rm -f ${before}`;

    step(
      "When a --link= has been created under --icc=false,",
      "you should see port-specific ACCEPT rules overriding",
      "the subsequent DROP policy for all other packets:",
    );
    const client = await $.told.as("client", id)`sudo docker run -d --link ${server}:${alias} ${image} sleep 600`;
    await $`sudo iptables -L -n`;
    const ports = [`--sport ${port} -j ACCEPT`, `--dport ${port} -j ACCEPT`];
    await check(57, "a packet meets the rules of the link before the DROP rule").meets(
      $`sudo iptables -S`,
      "FORWARD",
      ports,
      "-i docker0 -o docker0 -j DROP",
    );
    await check(58, "the linked port is open, and the server sees the client's own address").tcp(
      client,
      web,
      web,
      port,
    );
    await check(35, "the client reaches it by its alias").tcp(client, web, alias, port);
    await check(54, "the other EXPOSEd port is open, too").tcp(client, web, web, other);
    await check(54, "the one between them is closed").noTcp(client, web, web, closed);
    await check(54, "and ping gets no answer").noPing(client, web);

    step("A second server, with a range of ports by --expose, and a name that Docker makes up");
    const db = await $.told.as("db", id)`sudo docker run -d -h database --expose ${port}-${other} ${image} sleep 600`;
    const made = assignedName("stupefied_pare");
    const name = await $.told.as("name", made)`sudo docker inspect -f '{{slice .Name 1}}' ${db}`;
    const byHostname = $`sudo docker run --rm --link database ${image} true`;
    await check(55, "its hostname can't be linked to").refuses(byHostname, "No such container: database");

    step("Two links of one client, one of which is removed again");
    const run = $.told.as("both", id);
    const both = await run`sudo docker run -d --name both --link ${server}:${alias} --link ${name} ${image} sleep 600`;
    await check(55, "the name that Docker made up can be linked to").tcp(both, db, db, other);
    await check(54, "all ports of the range are open").tcp(both, db, db, closed);
    await $.told`sudo docker rm --link both/${name}`;
    await check(53, "without the link its ports are closed").noTcp(both, db, db, other);
    await check(53, "those of the other link are not").tcp(both, web, alias, port);

    step("A third container, without a link");
    const stranger = await $.told.as("stranger", id)`sudo docker run -d ${image} sleep 600`;
    await check(53, "it cannot connect").noTcp(stranger, web, web, port);
    await check(52, "but the host is not protected, whatever the article says: it answers").ping(stranger, bridge);
  },
});
