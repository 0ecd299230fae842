/** Holders of empty throw-away hosts, for tests of their life. */
import { afterEach } from "bun:test";

import { awaitHolder, type Holder, startHolder } from "../../../lib/hosts/holder.ts";
import { type HolderIdentity, identifyHolder } from "../../../lib/hosts/holder-identity.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";

/** An ordinary user's own id needs no permission here */
const USERS = process.geteuid?.() === 0 ? "none" : "own id";

/** Returns a function that starts holders; they end after each test of the file */
export function holding(): (label: string | null) => Promise<HolderIdentity> {
  const started: Holder[] = [];
  const identities: HolderIdentity[] = [];
  afterEach(async () => {
    for (const holder of started.splice(0)) {
      holder.kill("SIGKILL");
      await holder.exited;
    }
    // The holder is a child of that process, which reaps it
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
