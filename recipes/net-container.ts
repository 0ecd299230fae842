#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Containers that share one network. Article: "How Docker networks a container", `--net=container:NAME_or_ID`. */
import { containerId, containerName, host, image, networkNamespace, port, recipe } from "wirework";

export default recipe({
  summary: "Put containers into another one's network, by its name and by its id",
  article: "How Docker networks a container",
  builds: ["[web + second + third] eth0 172.17.0.2/16 ========= vethXXXXXX docker0 [host]"],
  options: {
    first: containerName({ default: "web", help: "name of the container whose network is shared" }),
    port: port({ default: "80", help: "TCP port of the checks" }),
    image: image(),
  },
  permissions: { run: ["docker"] },

  async run({ $, step, check }, { first, port, image }) {
    const id = containerId("4c01db0b339c");
    const namespace = networkNamespace("net:[4026532177]");

    step("A container with a network stack of its own");
    const web = await $.told.as("web", id)`sudo docker run -d --name ${first} ${image} sleep 600`;
    const network = await $.told.as("network", namespace)`sudo docker exec ${web} readlink /proc/self/ns/net`;

    step("Put another container's processes inside of it, by NAME");
    const second = await $.told.terminal(
      "9cb3b1b0bd1a",
    )`sudo docker run -i -t --rm --net=container:${first} ${image} /bin/bash`;
    await second.type`ip addr show eth0`;
    await check(104, "it is in the same network").shows(
      $`sudo docker exec ${second} readlink /proc/self/ns/net`,
      network,
    );
    await check(104, "its server answers at the first one's address").tcp(host, second, web, port);

    step("Put a third one's inside of the second's, which is the same, by ID");
    const third = await $.told.as("third", id)`sudo docker run -d --net=container:${second} ${image} sleep 600`;
    await check(22, "an id works, too").shows($`sudo docker exec ${third} readlink /proc/self/ns/net`, network);

    step("Each is still confined to its own filesystem and process list");
    await second.type`touch /marker`;
    await check(105, "a file that it creates is there").shows($`sudo docker exec ${second} ls /`, "marker");
    await check(105, "but not in the first one").hides($`sudo docker exec ${web} ls /`, "marker");
    await check(105, "its shell is its first process").shows($`sudo docker exec ${second} cat /proc/1/comm`, "bash");
    await check(105, "the first process of the other is another one").shows(
      $`sudo docker exec ${web} cat /proc/1/comm`,
      "sleep",
    );

    step("They connect to each other over the loopback interface");
    await check(106, "from the second one to the first").tcp(second, web, "127.0.0.1", port);
    await check(106, "and the other way round").tcp(web, second, "127.0.0.1", port);

    step("Docker refuses options that would change the shared network");
    await check(104, "no host name of its own").refuses(
      $`sudo docker run --rm --net=container:${first} -h other ${image} true`,
      "conflicting options: hostname and the network mode",
    );
    await check(104, "no ports of its own").refuses(
      $`sudo docker run --rm --net=container:${first} --expose ${port} ${image} true`,
      "conflicting options: port exposing and the container type network mode",
    );
  },
});
