import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { once } from "node:events";

import type { Destination, Forward } from "./forward.ts";

/** The time after which an idle client is forgotten: docker-proxy's `UDPConnTrackTimeout` */
const IDLE_MILLISECONDS = 90_000;

/** A client, and the socket to the container that serves it */
interface Client {
  readonly socket: Socket;
  timer: NodeJS.Timeout;
}

/**
 * Listens on a port of the host and forwards each datagram, and the answers to its sender.
 *
 * @throws the kernel's `EADDRINUSE`, `EADDRNOTAVAIL`
 */
export async function forwardUdp({ address }: Forward, port: number, to: Destination): Promise<void> {
  const listener = createSocket("udp4");
  const clients = new Map<string, Client>();
  listener.on("message", (datagram, peer) => {
    const key = `${peer.address}:${peer.port}`;
    const client = clients.get(key) ?? remember(key, peer);
    client.timer.refresh();
    client.socket.send(datagram, to.port, to.address);
  });

  function remember(key: string, peer: RemoteInfo): Client {
    const socket = createSocket("udp4");
    const forget = () => {
      clients.delete(key);
      socket.close();
    };
    const client = { socket, timer: setTimeout(forget, IDLE_MILLISECONDS) };
    socket.on("message", (answer) => {
      client.timer.refresh();
      listener.send(answer, peer.port, peer.address);
    });
    // A datagram that nobody receives is lost, as on any network
    socket.on("error", () => {});
    clients.set(key, client);
    return client;
  }

  listener.bind({ port, address });
  await once(listener, "listening");
  listener.on("error", () => {});
}
