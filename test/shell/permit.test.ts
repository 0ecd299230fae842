import { describe, expect, test } from "bun:test";
import { NotPermitted } from "../../lib/shell/failure/not-permitted.ts";
import { permit } from "../../lib/shell/permit.ts";
import { wrappedIn } from "../../lib/shell/wrapped.ts";

const refusing = (program: string, allowed: string) =>
  `Refused to run "${program}": this recipe may run ${allowed} (permissions.run)`;

const ALLOWED = ["docker", "ip", "mkdir", "nsenter", "/opt/tool"];

/** The program that is refused in a line of plain words, or null. */
function refusedIn(line: string): string | null {
  try {
    permit(line === "" ? [] : line.split(" "), ALLOWED);
    return null;
  } catch (error) {
    if (error instanceof NotPermitted) return error.program;
    throw error;
  }
}

describe("a recipe may run", () => {
  test.each([
    "ip link",
    "sudo",
    "sudo ip link",
    "sudo -n ip link",
    "sudo -nEH ip link",
    "sudo -u nobody ip link",
    "sudo -unobody ip link",
    "sudo -nu nobody -- ip link",
    "sudo sudo ip link",
    "sudo mkdir -p /var/run/netns",
    "/opt/tool x",
    "ip netns exec 2778 ip link",
    "ip netns exec 2778",
    "ip netns exec",
    "ip netns add rm",
    "ip -n rm link",
    "ip -netns rm link show rm",
    "ip neigh show rm",
    "nsenter --net ip rm",
    "ip -all netns exec ip link",
    "ip -all netns exec",
    "ip netns exec a ip netns exec b ip link",
    "ip -color=always link",
    "ip",
    "ip -V",
    "nsenter -t 1 -n ip link",
    "nsenter --target=1 --net=/proc/1/ns/net ip link",
    "nsenter -t1 -n/proc/1/ns/net -- ip link",
    "docker run -i -t base rm -rf /",
    "sudo docker exec one sh -c rm",
    "",
  ])("%j", (line) => {
    expect(refusedIn(line)).toBeNull();
  });
});

describe("a recipe may not run what it does not list", () => {
  test.each([
    ["rm -rf /", "rm"],
    ["IP link", "IP"],
    ["/sbin/ip link", "/sbin/ip"],
    ["./ip link", "./ip"],
    ["tool", "tool"],
    ["ip/ link", "ip/"],
    ["sudo rm x", "rm"],
    ["sudo -n -- rm x", "rm"],
    ["sudo -u ip rm x", "rm"],
    ["sudo -uip rm x", "rm"],
    ["sudo -nu ip rm x", "rm"],
    ["sudo sudo rm x", "rm"],
    ["/usr/bin/sudo ip link", "/usr/bin/sudo"],
    ["sh -c ip", "sh"],
    ["env ip link", "env"],
    ["nice ip link", "nice"],
    ["timeout 1 ip link", "timeout"],
    ["setsid ip link", "setsid"],
    ["xargs ip", "xargs"],
    ["ip netns exec 2778 rm x", "rm"],
    ["ip netns exec 2778 sudo rm x", "rm"],
    ["ip netns exec 2778 /sbin/ip link", "/sbin/ip"],
    ["ip netns exec 2778 -- ip link", "--"],
    ["ip netns exec ip rm", "rm"],
    ["ip net exec 2778 rm", "rm"],
    ["ip net e 2778 rm", "rm"],
    ["ip netn ex 2778 rm", "rm"],
    ["ip -4 netns exec 2778 rm", "rm"],
    ["ip -n a netns exec 2778 rm", "rm"],
    ["ip --netns a netns exec 2778 rm", "rm"],
    ["ip -ne netns netns exec 2778 rm", "rm"],
    ["ip -l 3 netns exec 2778 rm", "rm"],
    ["ip - 3 netns exec 2778 rm", "rm"],
    ["ip -f inet netns exec 2778 rm", "rm"],
    ["ip -fo netns exec 2778 rm", "rm"],
    ["ip -rc 4096 netns exec 2778 rm", "rm"],
    ["ip -r netns exec 2778 rm", "rm"],
    ["ip -c=never netns exec 2778 rm", "rm"],
    ["ip -br -j -p -- netns exec 2778 rm", "rm"],
    ["ip -all netns exec rm", "rm"],
    ["ip -a net e rm", "rm"],
    ["ip vrf exec red rm", "rm"],
    ["ip v e red rm", "rm"],
    ["ip netns exec a ip netns exec b rm", "rm"],
    ["sudo ip netns exec 2778 nsenter -t 1 -n rm", "rm"],
    ["nsenter -t 1 -n rm", "rm"],
    ["nsenter -nt 1 rm", "1"],
    ["nsenter -n -t ip rm", "rm"],
    ["nsenter --target ip --net rm", "rm"],
    ["nsenter -n/x -S 0 -G 0 -r -w rm", "rm"],
    ["nsenter -W rm", "rm"],
    ["nsenter -t 1 -a -- rm", "rm"],
  ])("%j: %j", (line, program) => {
    expect(refusedIn(line)).toBe(program);
  });
});

describe("a recipe may not run what nobody can know", () => {
  test.each([
    ["sudo -s", "sudo -s"],
    ["sudo -i ip link", "sudo -i"],
    ["sudo -nes ip", "sudo -nes"],
    ["sudo --user=nobody ip link", "sudo --user=nobody"],
    ["sudo A=b ip link", "sudo A=b"],
    ["sudo -n -- LD_PRELOAD=x ip link", "sudo LD_PRELOAD=x"],
    ["ip -batch lines", "ip -batch"],
    ["ip -b lines", "ip -b"],
    ["ip -force --ba lines", "ip --ba"],
    ["ip -xyz netns exec a ip", "ip -xyz"],
    ["nsenter", "nsenter"],
    ["nsenter -t 1 -n", "nsenter"],
    ["nsenter --targ 1 ip link", "nsenter --targ"],
    ["nsenter --constructor ip link", "nsenter --constructor"],
    ["nsenter -x ip link", "nsenter -x"],
    ["sudo -u -u rm ip link", "sudo"],
    ["nsenter -S -G rm ip link", "nsenter"],
    ["ip -n -4 netns exec a ip link", "ip"],
    ["ip -all -b lines", "ip -b"],
    ["ip -all -xyz netns exec ip", "ip -xyz"],
  ])("%j: %j", (line, hidden) => {
    expect(refusedIn(line)).toBe(hidden);
  });
});

test("a path is permitted where that very path is listed, and what it runs is looked at", () => {
  expect(() => permit(["/sbin/ip", "link"], ["/sbin/ip"])).not.toThrow();
  expect(() => permit(["/sbin/ip", "netns", "exec", "a", "rm"], ["/sbin/ip"])).toThrow('"rm"');
});

describe("the refusal says what may run, and the way out", () => {
  test.each([
    [
      ["sudo", "rm", "a b"],
      ["docker", "ip", "mkdir"],
      {
        message: refusing("rm", "docker, ip, mkdir"),
        program: "rm",
        allowed: ["docker", "ip", "mkdir"],
        text: "sudo rm 'a b'",
        tryThis: 'Add "rm" to the recipe\'s permissions.run, if it is meant to run it',
      },
    ],
    [["/sbin/ip", "link"], ["ip"], { tryThis: 'Write ip, or add "/sbin/ip" to permissions.run' }],
    [
      ["ip"],
      [],
      {
        message: refusing("ip", "nothing"),
      },
    ],
    [
      ["ip", "-b", "f"],
      ["ip"],
      {
        message: 'Refused to run "ip -b": the lines in its file are unknown',
        tryThis: "Write out the command that is to run",
      },
    ],
  ])("%j with %j", (argv, allowed, expected) => {
    expect(() => permit(argv, allowed)).toThrow(expect.objectContaining(expected));
  });
});

test("nothing that the real ip runs goes unseen, in any abbreviation", () => {
  const lines = [
    "n exec X",
    "ne exec X",
    "net exec X",
    "netn e X",
    "netns ex X",
    "netns x X",
    "NETNS exec X",
    "-4 netns exec X",
    "-n X netns exec X",
    "--netns X netns exec X",
    "-all netns exec",
    "-a net e",
    "-f inet netns exec X",
    "-fo netns exec X",
    "-r netns exec X",
    "-rc 5000 netns exec X",
    "-l 3 netns exec X",
    "- 3 netns exec X",
    "-c=never netns exec X",
    "-br -j -p -o -s -d -t -ts -iec -N -echo netns exec X",
    "-e netns exec X",
    "-h netns exec X",
    "-- netns exec X",
    "v e default",
  ].map((line) => `${line} echo ran`);
  const script = [
    "mount -t tmpfs none /run",
    "ip netns add X",
    ...lines.map((line) => `ip ${line} | tail -n 1; echo .`),
  ];
  const { stdout } = Bun.spawnSync(
    ["unshare", "--user", "--map-root-user", "--net", "--mount", "sh", "-c", script.join("\n")],
    {
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" },
    },
  );
  const outputs = stdout.toString().split(".\n");
  const ran = lines.filter((_, at) => outputs[at] === "ran\n");
  const seen = lines.filter((line) => {
    const wrapped = wrappedIn(["ip", ...line.split(" ")]);
    return wrapped !== null && "command" in wrapped && wrapped.command.join(" ") === "echo ran";
  });
  expect(ran).toContain("net exec X echo ran");
  expect(ran).not.toContain("netns x X echo ran");
  expect(ran.filter((line) => !seen.includes(line))).toEqual([]);
});
