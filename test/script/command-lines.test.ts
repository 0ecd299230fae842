/**
 * A line of a recipe, as lines of a script.
 */
import { describe, expect, test } from "bun:test";
import { NOT_TAKEN_BACK } from "../support/messages.ts";

import { RecipeError } from "../../lib/recipe/recipe-error.ts";
import { commandLines, IN_BACKGROUND, typedLines } from "../../lib/script/command-lines.ts";
import { Made } from "../../lib/script/made.ts";
import type { Line } from "../../lib/shell/template/session-line.ts";
import type { Strangers } from "../../lib/shell/plans.ts";
import { lineOf, madeBy } from "./typed-commands.ts";

const VARIABLES = new Map([["198.18.0.2", "$gateway"]]);

function written(text: string, more: Partial<Line> = {}, made = new Made(), strangers: Strangers = "refused") {
  return commandLines(lineOf(text, more), { made, strangers, variables: VARIABLES });
}

const to = (file: string, operator: ">" | ">>" = ">") => ({ redirection: { operator, file } });

describe("a line is", () => {
  test.each<readonly [text: string, more: Partial<Line>, lines: readonly string[], needs: readonly string[]]>([
    ["ip link show @", {}, ['ip link show "$pid1"'], []],
    ["ip route get 198.18.0.2", {}, ['ip route get "$gateway"'], []],
    ["ip link | grep @", {}, ['ip link | grep "$pid1"'], []],
    ["sudo ip link add b0 type bridge", {}, ["sudo ip link add b0 type bridge", "undo sudo ip link del b0"], []],
    ["ip link", { gives: "links" }, ["links=$(ip link)"], []],
    ["echo a", to("/etc/a b"), ["undo_file '/etc/a b'", "echo a | sudo tee '/etc/a b' >/dev/null"], ["undo-file"]],
    ["echo a", to("/etc/a", ">>"), ["undo_file /etc/a", "echo a | sudo tee -a /etc/a >/dev/null"], ["undo-file"]],
    ["echo a", to("/dev/null"), ["echo a >/dev/null"], []],
    ["echo a", to("/dev/null", ">>"), ["echo a >>/dev/null"], []],
    [
      "echo 1",
      to("/proc/sys/net/ipv4/ip_forward"),
      ["undo_setting /proc/sys/net/ipv4/ip_forward", "echo 1 | sudo tee /proc/sys/net/ipv4/ip_forward >/dev/null"],
      ["undo-setting"],
    ],
    [
      "sudo tcpdump -n",
      { ...to("/tmp/a b"), stays: "listening on" },
      ["undo_file '/tmp/a b'", "background '/tmp/a b' 'listening on' sudo tcpdump -n"],
      ["background", "undo-file"],
    ],
    [
      "sudo docker run -d base sleep 600",
      { gives: "one" },
      ["one=$(container sudo docker run -d base sleep 600)", 'undo sudo docker rm -f "$one"'],
      ["container"],
    ],
    [
      "sudo docker run -it --rm base bash",
      { gives: "shell1" },
      [IN_BACKGROUND, "shell1=$(container sudo docker run -d -it --rm base bash)", 'undo sudo docker rm -f "$shell1"'],
      ["container"],
    ],
    ["sudo docker run --rm base true", {}, ["sudo docker run --rm base true"], []],
    [
      "sudo ln -sf /one /two",
      { irreversible: "so  it\u001bis" },
      [expect.stringMatching(/^# not undone: so it\S+is$/), "sudo ln -sf /one /two"],
      [],
    ],
  ])("%s %j", (text, more, lines, needs) => {
    const part = written(text, more);
    expect({ lines: part.lines, needs: part.needs.map(String) }).toEqual({ lines: [...lines], needs: [...needs] });
  });

  test("with what is not undone, where all goes with the host", () => {
    expect(written("sudo ln -sf /one /two", {}, new Made(), "allowed")).toEqual({
      lines: [NOT_TAKEN_BACK, "sudo ln -sf /one /two"],
      needs: [],
    });
  });

  test("refused where it could not be undone", () => {
    expect(() => written("sudo ln -sf /one /two")).toThrow(RecipeError);
  });

  test("noted for the lines behind it", () => {
    const made = new Made();
    written("sudo ip link add b0 type bridge", {}, made);
    expect([...made.links]).toEqual(["b0"]);
  });
});

describe("links that dangle are deleted", () => {
  const FIND = "sudo find -L /var/run/netns -type l -delete";
  const found = (...made: readonly string[]) => written(FIND, {}, madeBy(...made)).lines;

  test("where the script has made them", () => {
    const lines = found(
      "sudo ln -s /proc/@/ns/net /var/run/netns/@",
      "sudo ln -s /a '/var/run/netns/b c'",
      "sudo ln -s /a /var/run/netns2",
    );
    expect(lines).toEqual([
      `# ${FIND}`,
      expect.stringMatching(/^# /),
      `sudo find -L "/var/run/netns/$pid1" '/var/run/netns/b c' -maxdepth 0 -type l -delete`,
    ]);
  });

  test("and no others", () => {
    expect(found()).toEqual([`# ${FIND}`, expect.stringMatching(/^# /), ":"]);
  });

  test("which a line that only finds them is not about", () => {
    expect(written("find -L /var/run/netns -type l").lines).toEqual(["find -L /var/run/netns -type l"]);
  });
});

test.each([
  ["exit", ['leave "$shell1" # exit'], ["leave"]],
  ["exit 12", ['leave "$shell1" # exit'], ["leave"]],
  ["exit 1 2", ['sudo docker exec "$shell1" exit 1 2'], []],
  ["no exit", ['sudo docker exec "$shell1" no exit'], []],
  ["ping  198.18.0.2", ['sudo docker exec "$shell1" ping "$gateway"'], []],
])("%s at the prompt of a container", (text, lines, needs) => {
  const part = typedLines({ kind: "typed", text, container: "shell1" }, { variables: VARIABLES });
  expect({ lines: part.lines, needs: part.needs.map(String) }).toEqual({ lines, needs });
});
