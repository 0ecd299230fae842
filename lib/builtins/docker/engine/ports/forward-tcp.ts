import { connect, createServer } from "node:net";
import { once } from "node:events";

import type { Destination, Forward } from "./forward.ts";

/**
 * Listens on a port of the host and forwards each connection, with the end of each direction.
 *
 * @throws the kernel's `EADDRINUSE`, `EADDRNOTAVAIL`
 */
export async function forwardTcp({ address }: Forward, port: number, to: Destination): Promise<void> {
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const container = connect({ host: to.address, port: to.port, allowHalfOpen: true });
    client.pipe(container).pipe(client);
    // A failure on one side ends the other
    client.on("error", () => container.destroy());
    container.on("error", () => client.destroy());
  });
  server.listen({ port, host: address });
  await once(server, "listening");
}
