/**
 * What makes files, folders and links.
 *
 * @module
 */
import { resolve } from "node:path";

import { LINK_OPTIONS } from "../../shell/invert/files/link.ts";
import { FOLDER_OPTIONS } from "../../shell/invert/files/make-folder.ts";
import { type Argv, typed, type Typed } from "../../shell/invert/typed.ts";
import type { Redirection } from "../../shell/template/line.ts";
import { type Options, optionsOf, skipOptions } from "../../shell/wrappers/skip-options.ts";
import type { Deed, Polarity } from "../deed.ts";

/** What a line of `ln` does */
export function linkDeeds({ args }: Typed): readonly Deed[] {
  const [target, path] = operands(args, LINK_OPTIONS);
  const isSymbolic = args.some((word) => /^(?:--symbolic|-[a-zA-Z]*s[a-zA-Z]*)$/.test(word));
  if (target === undefined || path === undefined || !isSymbolic) return [];
  return [{ kind: "symbolic link", path: resolve(path), target }];
}

/** What a line of `mkdir` does */
export function folderDeeds({ args }: Typed): readonly Deed[] {
  return paths("there", operands(args, FOLDER_OPTIONS));
}

const TOUCH = optionsOf("-a -m -c --no-create");

/** What a line of `touch` does */
export function touchDeeds({ args }: Typed): readonly Deed[] {
  return paths("there", operands(args, TOUCH));
}

const REMOVE = optionsOf("-f --force -r -R --recursive -d --dir -v --verbose -p --parents");

/** What a line of `rm` or `rmdir` does */
export function removeDeeds({ args }: Typed): readonly Deed[] {
  return paths("gone", operands(args, REMOVE));
}

function paths(polarity: Polarity, names: readonly string[]): readonly Deed[] {
  return names.map((name) => ({ kind: "path", polarity, path: resolve(name) }));
}

function operands(args: readonly string[], options: Options): readonly string[] {
  const skipped = skipOptions(args, options);
  return "unknown" in skipped ? [] : skipped.operands;
}

/** What `echo … >> file` does; of what another program prints nobody knows before */
export function writtenDeeds(argv: Argv, { operator, file }: Redirection): readonly Deed[] {
  const command = typed(argv);
  if ("kind" in command || command.program !== "echo" || command.args[0]?.startsWith("-") === true) return [];
  const words = command.args;
  const text = words.join(" ");
  if (file.startsWith("/proc/sys/")) return [{ kind: "setting", way: [], path: file, value: text }];
  return [{ kind: "written", path: resolve(file), how: operator === ">" ? "replaced" : "added", text }];
}

/** What a line of `sysctl` does */
export function settingDeeds({ args, enter }: Typed): readonly Deed[] {
  return args.flatMap((word) => {
    const [, name, value] = /^([\w./-]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || value === undefined) return [];
    const path = `/proc/sys/${name.includes("/") ? name : name.replaceAll(".", "/")}`;
    return [{ kind: "setting", way: enter, path, value }];
  });
}
