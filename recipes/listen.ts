#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Sockets at which Docker takes commands; networks don't depend on them. Article: "Quick Guide to the Options". */
import { containerId, gatewayOn, image, isAddressOn, port, recipe } from "wirework";

export default recipe({
  summary: "Have Docker listen on two sockets, and see that its networks work as before",
  article: "Quick Guide to the Options",
  builds: [
    "docker -H unix:///var/run/docker.sock ---> [Docker]",
    "docker -H unix:///var/run/second.sock ---> [Docker]",
    "[three] --- docker0 172.17.42.1/16 [host] --- [four]",
  ],
  options: {
    bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
    port: port({ default: "80", help: "TCP port of the check" }),
    image: image(),
  },
  preflight: [isAddressOn("bridge", "docker0")],
  permissions: { run: ["docker", "service", "echo", "ping"] },

  async run({ $, step, check }, { bridge, port, image }) {
    const usual = "unix:///var/run/docker.sock";
    const second = "unix:///var/run/second.sock";
    const third = "unix:///var/run/third.sock";
    const id = containerId("4c01db0b339c");
    const nobodyAt = (socket: string) => `Cannot connect to the Docker daemon at ${socket}`;

    step("Without the option, a server listens on one socket");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const two = await $.told.as("two", id)`sudo docker run -d ${image} sleep 600`;
    await check(14, "it answers there").shows($`sudo docker -H ${usual} ps --no-trunc`, two, one);
    await check(14, "not at a second one").refuses($`sudo docker -H ${second} ps`, nobodyAt(second));
    await check(14, "one container reaches the other").tcp(one, two, two, port);
    await check(14, "and the host").ping(one, bridge);

    step("DOCKER_OPTS in /etc/default/docker names two, but a server reads it only when it starts");
    await $.told.append("/etc/default/docker")`echo ${`DOCKER_OPTS="-H ${usual} -H ${second}"`}`;
    await check(11, "so the second socket does not answer yet").refuses(
      $`sudo docker -H ${second} ps`,
      nobodyAt(second),
    );

    step("Restart Docker: both answer, and no third one");
    await $.told`sudo service docker restart`;
    await check(51, "a restart reads the file: the second answers").shows(
      $`sudo docker -H ${second} ps`,
      "CONTAINER ID",
    );
    await check(14, "so does the first").shows($`sudo docker -H ${usual} ps`, "CONTAINER ID");
    await check(14, "a third does not").refuses($`sudo docker -H ${third} ps`, nobodyAt(third));

    step("It is one server: what is started at one socket is seen at the other");
    const three = await $.told.as("three", id)`sudo docker -H ${second} run -d --name three ${image} sleep 600`;
    const four = await $.told.as("four", id)`sudo docker -H ${second} run -d --name four ${image} sleep 600`;
    await check(14, "the first lists what the second has started").shows(
      $`sudo docker -H ${usual} ps`,
      "four",
      "three",
    );
    await check(14, "one container reaches the other, as before").tcp(three, four, four, port);
    await check(14, "and the host").ping(three, bridge);

    step("It is an option of the server, not of a container");
    await check(11, "docker run does not take it").refuses(
      $`sudo docker run --host ${third} ${image} true`,
      "unknown flag: --host",
    );
  },
});
