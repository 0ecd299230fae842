/**
 * Explains `-p` of `docker run`: which number is which port.
 *
 * @module
 */
import { parsePublish } from "./publish.ts";
import type { Parameter } from "../../grammar.ts";
import { operand } from "../../grammar-parts.ts";
import { refusalOf } from "./refused-value.ts";

const FORM = "[IP:][HOST-PORT:]CONTAINER-PORT";

/** A port, a range of ports, or a variable of the shell */
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

/** Returns Docker's error for a bad value; none for an IPv6 address, as this depends on the engine */
function refuses(text: string): string | null {
  return text.includes("[") ? null : refusalOf(text, parsePublish);
}
