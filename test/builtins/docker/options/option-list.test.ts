import { expect, test } from "bun:test";

import { optionLines } from "../../../../lib/builtins/docker/options/option-list.ts";
import type { OptionRow } from "../../../../lib/programs/docker/options/option-table.ts";

/** Rows of `docker ps`, as docker/cli 20.10 has them */
const ROWS: readonly OptionRow[] = [
  { long: "quiet", short: "q", kind: "switch", means: "", help: "Only display container IDs" },
  { long: "all", short: "a", kind: "switch", means: "", help: "Show all containers (default shows just running)" },
  {
    long: "filter",
    short: "f",
    kind: "list",
    means: "",
    takes: "filter",
    help: "Filter output based on conditions provided",
  },
  {
    long: "last",
    short: "n",
    kind: "integer",
    means: "",
    help: "Show n last created containers (includes all states) (default -1)",
  },
  { long: "format", kind: "string", means: "", help: "Pretty-print containers using a Go template" },
  { long: "hidden", kind: "string", means: "", help: null },
];

test("optionLines() sorts, aligns and wraps as Docker 20.10.24's own client does", () => {
  expect(optionLines(ROWS)).toEqual([
    "  -a, --all             Show all containers (default shows just running)",
    "  -f, --filter filter   Filter output based on conditions provided",
    "      --format string   Pretty-print containers using a Go template",
    "  -n, --last int        Show n last created containers (includes all",
    "                        states) (default -1)",
    "  -q, --quiet           Only display container IDs",
  ]);
});
