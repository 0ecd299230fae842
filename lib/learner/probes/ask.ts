/**
 * How each kind of deed is looked for: one table.
 *
 * @module
 */
import type { Deed, DeedKind } from "../deed.ts";
import type { Question, Sight } from "../sight.ts";
import { containerSet } from "./container.ts";
import { entrySet } from "./entry.ts";
import { copied, linked, pathSet, settingSet, written } from "./files.ts";
import { imageSet } from "./image.ts";
import { linkDeleted, linkMade, linkSet } from "./link.ts";
import { mounted } from "./mount.ts";
import { namedSet } from "./named.ts";
import { printedIn } from "./printed.ts";
import { programRuns } from "./program.ts";
import { qdiscSet } from "./qdisc.ts";
import { ruleSet } from "./rule.ts";
import { serviceSet } from "./service.ts";

/** What is asked of a host about a deed of each kind */
type Probes = {
  readonly [Kind in DeedKind]: (deed: Deed<Kind>, sight: Sight) => Promise<readonly Question[]>;
};

const PROBES: Probes = {
  "link made": linkMade,
  "link set": linkSet,
  "link deleted": linkDeleted,
  entry: entrySet,
  "symbolic link": linked,
  path: pathSet,
  copy: copied,
  mount: mounted,
  written,
  service: serviceSet,
  container: containerSet,
  image: imageSet,
  rule: ruleSet,
  named: namedSet,
  printed: printedIn,
  qdisc: qdiscSet,
  program: programRuns,
  setting: settingSet,
};

/** The questions about a deed, in the order of the lines, as each line goes on from what those before have left */
export function ask<Kind extends DeedKind>(deed: Deed<Kind>, sight: Sight): Promise<readonly Question[]> {
  const probe: Probes[Kind] = PROBES[deed.kind];
  return probe(deed, sight);
}
