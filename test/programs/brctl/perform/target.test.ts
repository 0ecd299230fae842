/** Names: where we are not like the real brctl, on purpose. */
import { expect, test } from "bun:test";
import { run, words } from "../../../builtins/brctl/namespaces.ts";
import { naming } from "../../../support/naming.ts";
import { cannotUse } from "../../../support/messages.ts";
import { ifName } from "../../../../lib/values/name/if-name.ts";

const REFUSED = { status: 1, stdout: "" };

/** One byte longer than a name can be; cut, it would be the bridge `fifteen-bytes-x` */
const LONG = "fifteen-bytes-xy";

test("a name that is too long is refused with the limit, and nothing is changed under a name cut off it", async () => {
  const lines = [
    "brctl addbr fifteen-bytes-x",
    `brctl addbr ${LONG}`,
    `brctl delbr ${LONG}`,
    `brctl addif ${LONG} v0`,
    "brctl addif fifteen-bytes-x v1",
    `brctl delif ${LONG} v1`,
    `brctl stp ${LONG} on`,
    "brctl show",
    `brctl show ${LONG}`,
  ];
  const { said } = await run("ours", lines.map(words));
  const complaints = said.map(({ stderr }) => stderr);
  const refused = naming(`"${LONG}" as the name of a bridge`, 16, 15);
  expect(complaints).toEqual([
    "",
    naming(`"${LONG}"`, 16, 15),
    refused,
    refused,
    "",
    refused,
    refused,
    "",
    `bridge ${LONG} does not exist!\n`,
  ]);
  expect(said.map(({ status }) => status)).toEqual([0, 1, 1, 1, 0, 1, 1, 0, 1]);
  expect(said[7]?.stdout).toBe(
    "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n" + "fifteen-bytes-x\t\t8000.020000000001\tno\t\tv1\n",
  );
});

test("a bridge gets no name that the kernel refuses, or that looks like an option or a word of ip's", async () => {
  const names = ["", ".", "..", "a/b", "a:b", "a b", "all", "x%d", "--help", "-x", "type", "é"];
  const lines = names.map((name) => ["brctl", "addbr", "--", name]);
  const { said, links } = await run("ours", lines);
  for (const [index, { stderr, ...rest }] of said.entries()) {
    expect(rest).toEqual({ line: lines[index] ?? [], ...REFUSED });
    expect(stderr).toStartWith(cannotUse(names[index] ?? "", ifName.kind));
    expect(stderr).toEndWith("\n");
  }
  expect(links).toHaveLength(7);
});

test("a bridge that others named like an option or a word of ip's is an interface like any other", async () => {
  const names = ["--help", "type", "dev", "#1", "'q"];
  const lines = names.flatMap((name) => [
    ["ip", "link", "add", "name", name, "type", "bridge"],
    ["brctl", "stp", "--", name, "on"],
    ["brctl", "addif", "--", name, "v0"],
    ["brctl", "show", "--", name],
    ["brctl", "delif", "--", name, "v0"],
    ["brctl", "delbr", "--", name],
  ]);
  const [real, ours] = await Promise.all([run("real", lines), run("ours", lines)]);
  expect(ours).toEqual(real);
  expect(ours.said.map(({ status }) => status)).toEqual(Array(5 * names.length).fill(0));
});

test("a name with a slash leads nowhere", async () => {
  const lines = ["brctl addbr b0", "brctl show b0/", "brctl stp ../net/b0 on", "brctl show ../../class/net/b0"];
  const { said } = await run("ours", lines.map(words));
  expect(said.map(({ stderr }) => stderr)).toEqual([
    "",
    "bridge b0/ does not exist!\n",
    "set stp status failed: No such device\n",
    "bridge ../../class/net/b0 does not exist!\n",
  ]);
});
