/**
 * The types of what commands print, for `$.as` and `$.let`.
 *
 * @module
 */
import { sampled } from "../shell/sampled.ts";
import { containerId as containerIdType } from "../values/container-id.ts";
import { ifName as ifNameType } from "../values/if-name.ts";
import { pid as pidType } from "../values/pid.ts";
import { holdProcess } from "./held-process.ts";

/** A process id, with the article's: `pid("2778")`; commands with it run only while it stands for the same process */
export const pid = sampled(pidType, holdProcess);

/** What `docker run --detach` prints */
export const containerId = sampled(containerIdType);

/** An interface's name */
export const interfaceName = sampled(ifNameType);
