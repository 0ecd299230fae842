/**
 * Holders of throw-away hosts on which nothing is, for tests of what becomes of them.
 */
import { afterEach } from "bun:test";

import { awaitHolder, type Holder, startHolder } from "../../../lib/hosts/holder.ts";
import { type HolderIdentity, identifyHolder } from "../../../lib/hosts/holder-identity.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";

/** A namespace of its own for its users needs nobody's permission here */
const USERS = process.geteuid?.() === 0 ? "none" : "own id";

/** Starts holders; after each test of the file they end */
export function holding(): (label: string | null) => Promise<HolderIdentity> {
  const started: Holder[] = [];
  const identities: HolderIdentity[] = [];
  afterEach(async () => {
    for (const holder of started.splice(0)) {
      holder.kill("SIGKILL");
      await holder.exited;
    }
    // The holder itself is a child of that, and somebody else's to wait for
    for (const { pid, start } of identities.splice(0)) while (processStart(pid) === start) await Bun.sleep(1);
  });
  return async (label) => {
    const holder = startHolder(USERS, [], label);
    started.push(holder);
    const pid = await awaitHolder(holder, USERS);
    if (pid === null) throw new Error(await holder.stderr.text());
    const identity = identifyHolder(pid, USERS);
    identities.push(identity);
    return identity;
  };
}
