/**
 * Machines that let nobody make namespaces, or not all of them. Each is thrown away.
 */
import { expect, test } from "bun:test";

import { testAsRoot } from "../../support/machine/as-root.ts";
import { IS_ROOT, NOBODY, type Prefix, runOnMachine } from "../machine.ts";

const RUN = ["run", "point-to-point"];

/** A user namespace in which one is this user, and may make no others: as many as there may be are there */
const EXHAUSTED = [
  "unshare",
  "--user",
  "--map-root-user",
  "sh",
  "-c",
  'echo 1 >/proc/sys/user/max_user_namespaces && exec "$@"',
  "sh",
];

/** An ordinary user in a further one, after some lines as who may do anything in there */
function ordinaryUser(lines: string): Prefix {
  const script = `${lines}\nexec setpriv --ambient-caps=-all --inh-caps=-all "$@"`;
  return [
    ...EXHAUSTED,
    "unshare",
    "--user",
    "--map-user=1000",
    "--map-group=1000",
    "--keep-caps",
    "--mount",
    "sh",
    "-e",
    "-c",
    script,
    "sh",
  ];
}

/** Kernel switches that this kernel may not have */
function switches(files: Readonly<Record<string, string>>): Prefix {
  const lines = Object.entries(files).map(([name, value]) => `echo ${value} >/proc/sys/kernel/${name}`);
  return ordinaryUser(["mount -t tmpfs tmpfs /proc/sys/kernel", ...lines].join("\n"));
}

const REFUSALS: readonly (readonly [what: string, prefix: Prefix, cause: string, line: string])[] = [
  [
    "user.max_user_namespaces is 0",
    ordinaryUser("echo 0 >/proc/sys/user/max_user_namespaces"),
    "user.max_user_namespaces is 0",
    "sudo sysctl -w user.max_user_namespaces=15000",
  ],
  [
    "Debian's switch is off",
    switches({ unprivileged_userns_clone: "0" }),
    "kernel.unprivileged_userns_clone is 0 (Debian's switch)",
    "sudo sysctl -w kernel.unprivileged_userns_clone=1",
  ],
  [
    "AppArmor forbids them",
    switches({ unprivileged_userns_clone: "1", apparmor_restrict_unprivileged_userns: "1" }),
    "kernel.apparmor_restrict_unprivileged_userns is 1 (AppArmor, Ubuntu 24.04 and later)",
    "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
  ],
  [
    "a seccomp filter refuses them",
    [...NOBODY, process.execPath, `${import.meta.dir}/../../support/host/seccomp.ts`],
    "a seccomp filter is in force (as in a container)",
    "docker run --security-opt seccomp=unconfined … (on the machine that started this container), or run it outside",
  ],
];

/** To become another user takes root */
const tried = REFUSALS.filter(([, prefix]) => IS_ROOT || prefix[0] !== NOBODY[0]);

test.each(tried)(
  "where %s, an ordinary user is told so, and the line that changes it",
  async (_what, prefix, cause, line) => {
    const { status, stdout, stderr } = await runOnMachine("", prefix, RUN);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^wirework: .*\buser namespaces\n/);
    expect(stderr).toEndWith(`\n  cause: ${cause}\n  try: ${line}\n`);
  },
);

test("the same is a document with --json", async () => {
  const { status, stdout, stderr } = await runOnMachine(
    "",
    ordinaryUser("echo 0 >/proc/sys/user/max_user_namespaces"),
    [...RUN, "--json"],
  );
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    error: {
      kind: "host",
      message: expect.stringContaining("user namespaces"),
      cause: "user.max_user_namespaces is 0",
      try: "sudo sysctl -w user.max_user_namespaces=15000",
    },
    exit: 2,
  });
});

test("where no known switch is off, the cause is what unshare said", async () => {
  const { status, stderr } = await runOnMachine("", ordinaryUser(""), RUN);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(
      /^wirework: .*\buser namespaces\n {2}cause: unshare: unshare failed: No space left on device\n {2}try: sudo scripts\/wirework …\n$/,
    ),
  });
});

testAsRoot("a machine that hides parts of /proc, as a container does, is refused with the cause", async () => {
  const hidden = "mount -t tmpfs tmpfs /proc/sys/fs";
  const { status, stdout, stderr } = await runOnMachine(hidden, NOBODY, ["run", "point-to-point"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    "wirework: Cannot open a sandbox: the kernel refuses a mount that it needs\n" +
      '  cause: Cannot mount proc at "/mnt/root/proc": EPERM, as is usual inside a container\n' +
      "  try: the same outside the container, or in one started with docker run --privileged\n",
  );
});
