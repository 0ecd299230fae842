/**
 * What `-p` of `docker run` says: which number is which.
 *
 * @module
 */
import { parsePublish } from "./publish.ts";
import type { Parameter } from "../../grammar.ts";
import { operand } from "../../grammar-parts.ts";
import { refusalOf } from "./refusal.ts";

const FORM = "[IP:][HOST-PORT:]CONTAINER-PORT";

/** A port or a range of them, or the shell's name for one */
const PORT = /^\d+(?:-\d+)?$|^\$/;

/** The word behind `-p` */
export const PORTS: Parameter = { ...operand("publish", FORM), tells, refuses };

function tells(text: string): string {
  const parts = text.split(":");
  const [inside = "", outside = "", ...address] = parts.toReversed();
  if (refuses(text) !== null || !PORT.test(inside.split("/")[0] ?? "")) return FORM;
  const where = address.length === 0 ? "" : `, at ${address.toReversed().join(":")} only`;
  const from = outside === "" ? `a port of the host that Docker chooses${where}` : `${ports("host", outside)}${where}`;
  const [numbers = "", protocol = "tcp"] = inside.split("/");
  return `${from}, for ${ports("container", numbers)}${protocol === "tcp" ? "" : `, of ${protocol.toUpperCase()}`}`;
}

function ports(whose: string, text: string): string {
  return `the ${whose}'s ${text.includes("-") ? "ports" : "port"} ${text}`;
}

/** Of an address of IPv6, whether Docker has any is not known */
function refuses(text: string): string | null {
  return text.includes("[") ? null : refusalOf(text, parsePublish);
}
