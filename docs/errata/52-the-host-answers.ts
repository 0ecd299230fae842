#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** --icc=false is about packets that are forwarded: those to the host itself meet no rule. */
import { containerId, gatewayOn, recipe } from "wirework";

export default recipe({
  summary: "--icc=false keeps containers from each other, and not from the host",
  options: { host: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on docker0" }) },
  permissions: { run: ["docker", "service", "echo", "ping"], modules: ["br_netfilter"] },

  async run({ $: { told: $ }, step, check }, { host }) {
    const id = containerId("4c01db0b339c");

    step("Two containers under --icc=false");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await $`sudo service docker restart`;
    const one = await $.as("one", id)`sudo docker run -d base sleep 600`;
    const two = await $.as("two", id)`sudo docker run -d base sleep 600`;
    await check(52, "one doesn't reach the other").noPing(one, two);
    await check(52, "and reaches the host").ping(one, host);
  },
});
