import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { Named } from "../../../lib/shell/template/named.ts";
import { TemplateError } from "../../../lib/shell/template/template-error.ts";
import { words } from "../../../lib/shell/template/words.ts";
import type { Value } from "../../../lib/shell/template/value.ts";
import { argvsReadBy } from "../read-by-shell.ts";
import { sample, scalar, templateOf } from "../templates.ts";

function $(template: TemplateStringsArray, ...values: readonly Value[]) {
  return words(template, values);
}

const pid = new Named({
  name: "pid",
  value: 2778,
  sample: "2778",
  word: "2778",
  spelled: "name",
});
const spaced = new Named({
  name: "spaced",
  value: "a b",
  sample: "a",
  word: "a b",
  spelled: "name",
});

describe("the argv", () => {
  test.each([
    [$`ip addr show docker0`, ["ip", "addr", "show", "docker0"]],
    [
      $`docker inspect -f '{{.State.Pid}}' ${"63f36fc01b5f"}`,
      ["docker", "inspect", "-f", "{{.State.Pid}}", "63f36fc01b5f"],
    ],
    [$`ip addr add ${"10.1.1.1"}/32 dev A`, ["ip", "addr", "add", "10.1.1.1/32", "dev", "A"]],
    [$`p --k=${"x y"}.z /proc/${pid}/ns/net`, ["p", "--k=x y.z", "/proc/2778/ns/net"]],
    [$`p ${"a b"} '${"c'd"}' "${'e"f'}"`, ["p", "a b", "c'd", 'e"f']],
    [$`p ${["a", 1, ["b c"]]} ${[]} d`, ["p", "a", "1", "b c", "d"]],
    [$`p ${""} '' ""`, ["p", "", "", ""]],
    [$`p a\ b 'c d'"e f"g`, ["p", "a b", "c de fg"]],
    [$`find . -exec ls {} \;`, ["find", ".", "-exec", "ls", "{}", ";"]],
    [
      $`iptables -t nat -A POSTROUTING ! -d 10.0.0.0/8`,
      ["iptables", "-t", "nat", "-A", "POSTROUTING", "!", "-d", "10.0.0.0/8"],
    ],
    [$`${"ip"} link`, ["ip", "link"]],
    [$`${["ip", "link"]} show`, ["ip", "link", "show"]],
    [
      $`ip link \
         show`,
      ["ip", "link", "show"],
    ],
    [
      $`
      ip link
    `,
      ["ip", "link"],
    ],
    [$`echo a\nb '\n' "\n"`, ["echo", "anb", "\\n", "\\n"]],
    [$`awk '{ print \`$1\`, "\${x}" }'`, ["awk", '{ print `$1`, "${x}" }']],
  ])("of $text", ({ argv }, expected) => {
    expect<readonly string[]>(argv).toEqual(expected);
  });
});

describe("the text", () => {
  test.each([
    [$`ip addr add ${"10.1.1.1"}/32 dev ${"A"}`, "ip addr add 10.1.1.1/32 dev A"],
    [$`  docker run  -e  "A=b"  base `, 'docker run  -e  "A=b"  base'],
    [$`docker run -e ${"A=b"} base`, "docker run -e A=b base"],
    [$`docker inspect -f ${"{{.Id}}"} a`, "docker inspect -f '{{.Id}}' a"],
    [$`sudo ln -s /proc/${pid}/ns/net /var/run/netns/${pid}`, "sudo ln -s /proc/$pid/ns/net /var/run/netns/$pid"],
    [$`p ${pid}x ${pid}.x ${pid}${"y"} "${pid}_ ${pid}"`, 'p ${pid}x $pid.x ${pid}y "${pid}_ $pid"'],
    [$`p '${pid}' ${spaced} "${spaced}"`, `p ''"$pid"'' "$spaced" "$spaced"`],
    [$`p '${"it's"}' "${'"$`\\'}" "${"hi!"}"`, `p 'it'\\''s' "\\"\\$\\\`\\\\" "hi"'!'""`],
    [$`p ${""}/32 ${"~"} ${"a b"}c`, "p ''/32 '~' 'a b'c"],
    [$`p ${[]} a ${["b c", pid]} ${[]}`, "p a 'b c' $pid"],
    [
      $`ip link \
  show`,
      "ip link \\\n  show",
    ],
  ])("%#: is $text", ({ text }, expected) => {
    expect(text).toBe(expected);
  });
});

test.each(["bash", "sh"] as const)("the text, read by %s, gives the same argv", (shell) => {
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 500, size: "max" }), (samples) => {
      const commands = samples.map(({ template, values }) => words(template, values));
      const expected = samples.map(({ argv }) => argv);
      expect(commands.map(({ argv }) => [...argv])).toEqual(expected.map((argv) => [...argv]));
      const announced = commands.map(({ text }, at) => ({
        text,
        variables: samples[at]?.variables ?? new Map<string, string>(),
      }));
      expect(argvsReadBy(shell, announced)).toEqual(expected);
    }),
    { numRuns: 4 },
  );
});

test("no value changes the number of words", () => {
  fc.assert(
    fc.property(scalar, (value) => {
      const { argv } = $`p ${value} a${value} '${value}' "${value} ${value}" ${value}${value} ${[value]} z`;
      expect(argv).toHaveLength(8);
    }),
  );
});

/** The article's own command lines; those with `>>`, `>` and `pid=` have forms of their own. */
const ARTICLE = String.raw`
sudo service docker stop
sudo ip link set dev docker0 down
sudo brctl delbr docker0
sudo ip addr add 192.168.5.1/24 dev bridge0
ip addr show bridge0
echo 'DOCKER_OPTS="-b=bridge0"'
sudo docker run -i -t --rm base /bin/bash
cat /proc/sys/net/ipv4/ip_forward
sudo iptables -L -n
sudo docker run -i -t --rm --net=none base /bin/bash
sudo docker inspect -f '{{.State.Pid}}' 63f36fc01b5f
sudo mkdir -p /var/run/netns
sudo ln -s /proc/2989/ns/net /var/run/netns/2989
sudo ip link add A type veth peer name B
sudo ip netns exec 2989 ip addr add 10.1.1.1/32 dev A
sudo ip netns exec 2989 ip route add default via 172.17.42.1
find -L /var/run/netns -type l -delete
sudo iptables -t nat -L -n
exit`
  .trim()
  .split("\n");

test.each(ARTICLE)("the article's line %j is its own text, and means what bash reads", (line) => {
  const { argv, text } = words(templateOf([line]), []);
  expect(text).toBe(line);
  expect(argvsReadBy("bash", [{ text, variables: new Map() }])).toEqual([[...argv]]);
});

describe("a first word that a shell would not run as a program is refused", () => {
  test.each([
    ["an empty template", () => $``],
    [
      "blanks only",
      () => $` \
 `,
    ],
    ["an empty string", () => $`${""} a`],
    ["empty quotes", () => $`'' a`],
    ["an empty array", () => $`${[]} a`],
    ["an assignment", () => $`A=b env`],
    ["an assignment from a value", () => $`${"LD_PRELOAD=x"} env`],
    ["an assignment of two halves", () => $`${"A"}=b env`],
    ["an assignment from an array", () => $`${["A=1", "env"]}`],
    ["a reserved word", () => $`if true`],
    ["a reserved word from a value", () => $`${"time"} ls`],
    ["a negation", () => $`! ls`],
  ])("%s", (_, command) => {
    expect(command).toThrow(TemplateError);
    expect(command).toThrow(expect.objectContaining({ at: 0 }));
  });
});

describe("an array that is only a part of a word is refused", () => {
  test.each([
    ["after text", () => $`p a${["b"]}`],
    ["before text", () => $`p ${["a"]}b`],
    ["beside a value", () => $`p ${["a"]}${"b"}`],
    [
      "across a backslash-newline",
      () => $`p a\
${[]}`,
    ],
    ["in double quotes", () => $`p "${["a"]}"`],
    ["in single quotes", () => $`p '${[]}'`],
  ])("%s", (_, command) => {
    expect(command).toThrow("it must be a word by itself, outside quotes");
  });
});

test("a value that is refused is named by its place", () => {
  expect(() => words(templateOf(["ip link set ", " up"]), [undefined])).toThrow(
    /undefined .*value 1 of \$`ip link set \$\{…\} up`: a value is a string, a number, a handle, or an array of these$/,
  );
});

test("a value that is missing is refused", () => {
  expect(() => words(templateOf(["p ", ""]), [])).toThrow(/undefined .*value 1\b/);
});
