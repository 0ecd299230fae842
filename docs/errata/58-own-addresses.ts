#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Between containers nothing is translated: each sees the other's own address. */
import { containerId, port, recipe } from "wirework";

export default recipe({
  summary: "Containers see each other's own addresses",
  options: { port: port({ default: "80", help: "TCP port of the server" }) },
  permissions: { run: ["docker"] },

  async run({ $: { told: $ }, step, check }, { port }) {
    const id = containerId("4c01db0b339c");

    step("A client and a server");
    const client = await $.as("client", id)`sudo docker run -d base sleep 600`;
    const server = await $.as("server", id)`sudo docker run -d base sleep 600`;
    await check(58, "the server sees where the client is").tcp(client, server, server, port);
  },
});
