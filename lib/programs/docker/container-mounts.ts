/**
 * Files of the host that a container sees: `-v /root:/h`, `--mount type=bind,src=/root,dst=/h`.
 *
 * @module
 */
import type { Parsed } from "../parse.ts";
import { valuesOf } from "../terms.ts";

/** A mount that `docker run` asks for */
export interface Mount {
  /** The kind of the source; a volume without a name is removed with its container */
  readonly of: "a folder of the host" | "a volume with a name" | "a volume of its own";
  readonly access: "rw" | "ro";
}

/** Lists the mounts of `docker run` */
export function mountsIn(told: Parsed): readonly Mount[] {
  return [...valuesOf(told, "volume").map(ofVolume), ...valuesOf(told, "mount").map(ofMount)];
}

/** Reads `[SOURCE:]TARGET[:MODE]`; a name is not a path */
function ofVolume(text: string): Mount {
  const [source = "", target, mode = ""] = text.split(":");
  const access = mode.split(",").some((word) => word === "ro" || word === "readonly") ? "ro" : "rw";
  if (target === undefined) return { of: "a volume of its own", access };
  return { of: /^[a-zA-Z0-9]/.test(source) ? "a volume with a name" : "a folder of the host", access };
}

/** Reads `type=bind,source=…,readonly`; without a type it is a volume */
function ofMount(text: string): Mount {
  const fields = new Map(text.split(",").map((field) => fieldOf(field)));
  const type = fields.get("type") ?? "volume";
  const source = fields.get("source") ?? fields.get("src") ?? "";
  const isReadOnly = ["readonly", "ro"].some((name) => /^(?:|1|true)$/i.test(fields.get(name) ?? "no"));
  const isNamed = type === "volume" && source !== "";
  return {
    of: type === "bind" ? "a folder of the host" : isNamed ? "a volume with a name" : "a volume of its own",
    access: isReadOnly ? "ro" : "rw",
  };
}

function fieldOf(text: string): readonly [name: string, value: string] {
  const [name = "", ...value] = text.split("=");
  return [name.trim().toLowerCase(), value.join("=")];
}
