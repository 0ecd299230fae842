/**
 * `docker ps --filter`.
 *
 * @module
 */
import type { Container } from "../../engine/container.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { invalidArgument } from "../../../../programs/docker/options/flag-value.ts";

/** Filters of Docker 20.10 that the embedded engine lacks; it has labels only. moby 20.10, `daemon/list.go` */
const ABSENT: ReadonlySet<string> = new Set(
  "ancestor before exited expose health id is-task isolation name network publish since status volume".split(" "),
);

/**
 * Returns a predicate for containers that have all requested labels, `label=KEY` or `label=KEY=VALUE`.
 * Source: docker/cli 20.10, `opts/opts.go`, `FilterOpt`; moby 20.10, `api/types/filters/parse.go`,
 * `MatchKVList`
 *
 * @throws {FlagError} when a filter can't be parsed
 * @throws {DaemonFailure} when there is no such filter
 */
export function readFilters(texts: readonly string[]): (container: Container) => boolean {
  const labels = texts.filter((text) => text !== "").map(readFilter);
  return ({ settings }) =>
    labels.every(({ key, value }) => {
      const found = Object.hasOwn(settings.labels, key) ? settings.labels[key] : undefined;
      return found !== undefined && (value === null || value === found);
    });
}

/** A requested label; `null` matches any value */
interface WantedLabel {
  readonly key: string;
  readonly value: string | null;
}

function readFilter(text: string): WantedLabel {
  const [name = "", ...rest] = text.split("=");
  if (rest.length === 0)
    throw invalidArgument({ long: "filter", short: "f" }, text, "bad format of filter (expected name=value)");
  const kind = name.trim().toLowerCase();
  if (kind !== "label")
    throw new DaemonFailure(
      ABSENT.has(kind) ? `the embedded engine has no filter "${kind}", only label` : `Invalid filter '${kind}'`,
    );
  const [key = "", ...value] = rest.join("=").trim().split("=");
  return { key, value: value.length === 0 ? null : value.join("=") };
}
