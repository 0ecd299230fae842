import { invalidArgument } from "../../../programs/docker/options/flag-value.ts";
import type { FlagError } from "../../../programs/docker/options/flag-value.ts";

/** A requested link: a container by name or id, and its alias */
export interface RequestedLink {
  readonly container: string;
  readonly alias: string;
}

/** An alias is one name in `/etc/hosts`, where spaces separate names and `#` begins a comment: hosts(5) */
const ALIAS = /^[^\s#\p{C}]+$/u;

/**
 * Parses the value of `--link`: `NAME`, `NAME:ALIAS` or, as `docker inspect` prints it,
 * `/NAME:/CLIENT/ALIAS`. Source: docker/cli, `opts/opts.go`.
 *
 * @throws {FlagError} in Docker's words, when it is none of these or its alias can't stand in `/etc/hosts`
 *
 * @example
 * ```ts
 * import { parseLink } from "./docker-link.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseLink("stupefied_pare:db")).toEqual({ container: "stupefied_pare", alias: "db" });
 * ```
 */
export function parseLink(text: string): RequestedLink {
  if (text === "") throw refused(text, "empty string specified for links");
  const [name = "", given = name, ...extra] = text.split(":");
  const isInspected = name.startsWith("/") && given !== name;
  const container = isInspected ? name.slice(1) : name;
  const alias = isInspected ? given.slice(given.lastIndexOf("/") + 1) : given;
  if (extra.length > 0 || container === "" || !ALIAS.test(alias)) {
    throw refused(text, `bad format for links: ${text}`);
  }
  return { container, alias };
}

function refused(text: string, reason: string): FlagError {
  return invalidArgument({ long: "link" }, text, reason);
}
