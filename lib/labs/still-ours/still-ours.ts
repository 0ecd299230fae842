/**
 * Checks whether a thing is still the one that a lab's command has made.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import { containerName, containerState, dockerEndpoint, dockerThing, image } from "./docker.ts";
import { file, folder, mount, moved, setting, symbolicLink } from "./files.ts";
import { entry } from "./entry.ts";
import { link, linkSetting } from "./links.ts";
import { listed } from "./listed.ts";
import { netns, netnsEntry } from "./netns.ts";
import { commandLine, runningProcess } from "./process.ts";
import { nft } from "./nft.ts";
import { qdisc } from "./qdisc.ts";
import { service } from "./service.ts";
import type { Standing } from "./standing.ts";

/** One check per kind of identity */
const QUESTIONS: { readonly [Kind in Identity["kind"]]: Question<Extract<Identity, { kind: Kind }>> } = {
  link,
  "link setting": linkSetting,
  entry,
  qdisc,
  nft,
  listed,
  netns,
  "netns entry": netnsEntry,
  "symbolic link": symbolicLink,
  folder,
  file,
  setting,
  docker: dockerThing,
  "container state": containerState,
  "container name": containerName,
  "docker endpoint": dockerEndpoint,
  image,
  service,
  mount,
  process: runningProcess,
  "command line": commandLine,
  moved,
};

type Question<One> = (identity: One, look: Look) => Standing | Promise<Standing>;

/**
 * Finds out the standing of what a command made or changed. `ours` is to be undone; `gone` was undone, or
 * vanished with something else; `another's` must not be touched.
 */
export async function stillOurs(identity: Identity, look: Look): Promise<Standing> {
  // The table has the check of each kind under its name, which TypeScript can't infer
  const question = QUESTIONS[identity.kind] as Question<Identity>;
  return question(identity, look);
}
