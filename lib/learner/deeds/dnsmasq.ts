import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";

/** What a line of `dnsmasq` does */
export function dnsmasqDeeds({ program, args }: Typed): readonly Deed[] {
  return [{ kind: "program", name: program, args }];
}
