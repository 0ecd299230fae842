/**
 * The probe for each kind of effect: one table.
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
import { namedSet, printedIn } from "./listings.ts";
import { mounted } from "./mount.ts";
import { programRuns } from "./program.ts";
import { qdiscSet } from "./qdisc.ts";
import { serviceSet } from "./service.ts";

/** A probe for each kind of effect */
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
  named: namedSet,
  printed: printedIn,
  qdisc: qdiscSet,
  program: programRuns,
  setting: settingSet,
};

/** Returns the questions about an effect. Lines must come in their order, since each continues from the ones before */
export function ask<Kind extends DeedKind>(deed: Deed<Kind>, sight: Sight): Promise<readonly Question[]> {
  const probe: Probes[Kind] = PROBES[deed.kind];
  return probe(deed, sight);
}
