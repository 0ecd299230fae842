/**
 * The userland proxy of one container. Like Docker's, it holds the published ports of the host, and forwards
 * connections that no rule does: those of the host by loopback, those of containers by the host's addresses,
 * and with `--iptables=false` all.
 *
 *   bun proxy-program.ts FILE
 *
 * It reports on standard output when it has all its ports, and lives until its standard input ends; if it
 * can't get them, it ends at once.
 *
 * @module
 */
import { codeOf } from "../../go-words.ts";
import type { Forward, ProxyAnswer } from "./forward.ts";
import { forwardTcp } from "./forward-tcp.ts";
import { forwardUdp } from "./forward-udp.ts";

const [, , file = ""] = process.argv;
const forwards = (await Bun.file(file).json()) as readonly Forward[]; // Written by startProxy()

const answer = await open();
console.log(JSON.stringify(answer));
if (answer.ok) await Bun.stdin.bytes();
process.exit();

async function open(): Promise<ProxyAnswer> {
  const ports: number[] = [];
  for (const [index, forward] of forwards.entries()) {
    const outcome = await openFirstFree(forward);
    if (typeof outcome === "string") return { ok: false, failed: index, code: outcome };
    ports.push(outcome);
  }
  return { ok: true, ports };
}

/** Opens the first free port; returns it, or the kernel's last error */
async function openFirstFree(forward: Forward): Promise<number | string> {
  const listen = forward.protocol === "tcp" ? forwardTcp : forwardUdp;
  let code = "EADDRINUSE";
  for (const port of forward.ports) {
    try {
      await listen(forward, port, forward.to);
      return port;
    } catch (error) {
      code = codeOf(error);
    }
  }
  return code;
}
