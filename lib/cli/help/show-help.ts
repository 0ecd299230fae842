import type { Options } from "../options/arguments.ts";

/** `wirework COMMAND --help`: prints the same as `wirework help COMMAND` */
export async function showHelp(command: string, { switches }: Options): Promise<number> {
  const { help } = await import("./help.ts");
  return help(switches.has("json") ? [command, "--json"] : [command]);
}
