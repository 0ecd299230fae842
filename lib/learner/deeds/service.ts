import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";

/** What a line of `service` does */
export function serviceDeeds({ args: [name = "", action = ""] }: Typed): readonly Deed[] {
  return deeds(name, action);
}

/** What a line of `systemctl` does */
export function systemctlDeeds({ args }: Typed): readonly Deed[] {
  const [action = "", name = ""] = args.filter((word) => !word.startsWith("-"));
  return deeds(name.replace(/\.service$/, ""), action);
}

function deeds(name: string, action: string): readonly Deed[] {
  if (action !== "start" && action !== "stop" && action !== "restart") return [];
  return [{ kind: "service", name, action }];
}
