/**
 * Every line of the article and of the recipes is explained, word by word.
 */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { explainLine } from "../../lib/explain/explain-line.ts";
import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { planOf } from "../../lib/shell/invert/invert.ts";

const TUTORIAL = join(import.meta.dir, "../tutorial");

const ofArticle = readdirSync(TUTORIAL)
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => readFileSync(join(TUTORIAL, file), "utf8").split("\n"))
  .filter((line) => /^\$\$? /.test(line));

/** Lines of checks, and others of the kinds that recipes have */
const OTHERS = [
  "ip -br link show type bridge",
  "ip -brief link",
  "ip a",
  "ip r",
  "ip a s dev eth0",
  "ip netns list",
  "ls /var/run/netns",
  "sudo brctl show docker0",
  "sudo docker exec 9cb3b1b0bd1a ip -br addr show eth0",
  "sudo iptables -S",
  "sudo iptables -A FORWARD -p tcp --dport 80 -i docker0 -o docker0 -j ACCEPT",
  "sudo ip netns exec 2989 ping -c 1 -W 1 10.1.1.2",
  "sudo ip link set A master docker0",
  "sudo ip link set A down",
  "sudo ip route del 10.1.1.2/32 dev A",
  "sudo ip addr del 10.1.1.1/32 dev A",
  "sudo sysctl -w net.ipv4.ip_forward=1",
  "sudo nsenter -t 2989 -n ip link",
  "rm /var/run/netns/2989",
  "sudo docker run -d -p 127.0.0.1::80 -h web --dns 10.0.0.1 --dns-search example.com base sleep 600",
  "sudo docker run -itP --rm base /bin/bash",
  "ping -c 1 10.1.1.2",
];

const ofRecipes = await Promise.all(
  recipeNames().map(async (name) => {
    const { recipe } = await loadRecipe(name);
    const values = Object.fromEntries(Object.entries(recipe.options).map(([option, spec]) => [option, spec.default]));
    return (await articleSteps(recipe, values)).flatMap(({ lines }) => lines.map(({ text }) => text));
  }),
);

const LINES = [...new Set([...ofArticle, ...ofRecipes.flat(), ...OTHERS])];

test("there are lines of both", () => {
  expect(ofArticle.length).toBeGreaterThan(50);
  expect(ofRecipes.flat().length).toBeGreaterThan(50);
});

describe("each of its words is known, and what it changes has an undoing", () => {
  test.each(LINES)("%s", (line) => {
    const { words, changes, kernel, undo, manual } = explainLine(line);
    expect(words.filter(({ means }) => means === null)).toEqual([]);
    expect(kernel.join()).not.toMatch(/undefined|null/);
    expect(undo.map((step) => ("type" in step ? step.type : step.say)).join()).not.toMatch(/undefined|null/);
    if (line.includes("apt-get")) return expect(changes).toBeNull();
    expect(changes).not.toBeNull();
    expect(kernel).not.toBeEmpty();
    expect(manual).not.toBeEmpty();
    // A variable of the shell is unset again, though it is nothing of the machine
    if (!line.includes("pid=")) expect(undo.length > 0).toBe(changes !== "nothing");
  });
});

test("no line is said to change nothing that the journal takes back", () => {
  const undoable = LINES.filter((line) => !/[>=]/.test(line)).filter((line) => {
    const [first = "", ...others] = line.replace(/^\$\$? /, "").split(" ");
    return planOf([first, ...others]).kind === "undoable";
  });
  expect(undoable.length).toBeGreaterThan(20);
  expect(undoable.filter((line) => explainLine(line).changes === "nothing")).toEqual([]);
});
