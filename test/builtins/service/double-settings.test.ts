import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { refuseDoubleSettings } from "../../../lib/builtins/service/double-settings.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { fileWith } from "../../support/recipe-file.ts";
import { TestHost } from "../../support/host/test-host.ts";

/** A file, options, and the setting that is in both */
const DOUBLE: readonly (readonly [file: string, options: string, key: string])[] = [
  ['{"mtu": 1400}', "--mtu=1300", "mtu"],
  ['{"mtu": 1400}', "--mtu 1300", "mtu"],
  ['{"icc": false}', "--icc=false", "icc"],
  ['{"debug": true}', "-D", "debug"],
  ['{"bridge": "bridge0"}', "-b bridge1", "bridge"],
  ['{"bridge": "bridge0"}', "-b=bridge1", "bridge"],
  ['{"bridge": "bridge0"}', "-bbridge1", "bridge"],
  ['{"bridge": "bridge0"}', "-Db bridge1", "bridge"],
  ['{"bridge": "bridge0"}', "--bridge=bridge0", "bridge"],
  ['{"hosts": ["unix:///x.sock"]}', "-H unix:///y.sock", "hosts"],
  ['{"hosts": ["unix:///x.sock"]}', "--host=unix:///y.sock", "hosts"],
  ['{"dns": ["10.0.0.1"]}', "--icc=true --dns 10.0.0.2", "dns"],
  ['{"dns-search": ["a"]}', "--dns-search=b", "dns-search"],
  ['{"dns-opts": ["a"]}', "--dns-opt=b", "dns-opts"],
  ['{"labels": ["a=b"]}', "--label c=d", "labels"],
  ['{"log-opts": {"max-size": "1m"}}', "--log-opt max-size=2m", "log-opts"],
  ['{"storage-opts": ["a=b"]}', "--storage-opt c=d", "storage-opts"],
  ['{"exec-opts": ["a=b"]}', "--exec-opt c=d", "exec-opts"],
  ['{"registry-mirrors": ["https://a.invalid"]}', "--registry-mirror https://b.invalid", "registry-mirrors"],
  ['{"insecure-registries": ["a.invalid"]}', "--insecure-registry b.invalid", "insecure-registries"],
  [
    '{"default-address-pools": [{"base": "10.0.0.0/8", "size": 24}]}',
    "--default-address-pool base=10.0.0.0/8,size=24",
    "default-address-pools",
  ],
  [
    '{"default-ulimits": {"nofile": {"Name": "nofile", "Hard": 64, "Soft": 64}}}',
    "--default-ulimit nofile=64",
    "default-ulimits",
  ],
];

/** A file and options that go together */
const SINGLE: readonly (readonly [file: string, options: string])[] = [
  ['{"mtu": 1400}', "--icc=false"],
  ['{"mtu": 1400}', ""],
  ["", "--mtu=1300"],
  ["  \n", "--mtu=1300"],
  ["{}", "--mtu=1300"],
  ['{"runtimes": {"x": {"path": "/x"}}}', "--add-runtime y=/y"],
];

const BAD: readonly (readonly [file: string, complaint: string])[] = [
  ["{", "is not JSON: "],
  ['{"mtu": 1400,}', "is not JSON: "],
  ["{'mtu': 1400}", "is not JSON: "],
  ["mtu = 1400", "is not JSON: "],
  ["[]", "is not a JSON object"],
  ["null", "is not a JSON object"],
];

const refuse = (text: string, options: string) => () =>
  refuseDoubleSettings([`--config-file=${fileWith(text, "daemon.json")}`, ...options.split(" ")]);

describe("a setting", () => {
  test.each(DOUBLE)("in the file, %s, and among the options, %s, is named", (text, options, key) => {
    expect(refuse(text, options)).toThrow(`"${key}" is set twice: in /`);
  });

  test.each(SINGLE)("is fine: %s with %s", (text, options) => {
    expect(refuse(text, options)).not.toThrow();
  });

  test("is told with both its values, and where they are", () => {
    const file = fileWith('{"mtu": 1400}', "daemon.json");
    expect(() => refuseDoubleSettings(["--config-file", file, "--mtu=1300"])).toThrow(
      `"mtu" is set twice: in ${file} to 1400, and by --mtu=1300 in DOCKER_OPTS (/etc/default/docker)`,
    );
  });
});

test.each(BAD)("a file with %j is refused", (text, complaint) => {
  expect(refuse(text, "")).toThrow(complaint);
});

describeOnDocker("dockerd itself", () => {
  let host: TestHost;
  beforeAll(async () => void (host = await TestHost.open({ name: "root", prefix: [] }, "docker")));
  afterAll(() => host[Symbol.asyncDispose]());

  /** What it says with a file and options; it reads both before it sees that another one runs */
  const said = async (text: string, options: string) => {
    await host.run(["sh", "-c", 'printf %s "$1" >/tmp/daemon.json', "sh", text]);
    const argv = ["timeout", "9", "dockerd", "--config-file=/tmp/daemon.json", ...options.split(" ").filter(Boolean)];
    const { stdout, stderr, status } = await host.run(argv);
    expect(status).toBe(1);
    return `${stdout}${stderr}`;
  };

  test.each(DOUBLE)("refuses %s with %s as well, and names the same setting", async (text, options, key) => {
    const words = await said(text, options);
    expect(words).toContain("the following directives are specified both as a flag and in the configuration file: ");
    expect(words).toContain(`${key}: (from flag: `);
  });

  test.each(SINGLE.filter(([text]) => text.trim() !== ""))("takes %s with %s", async (text, options) => {
    expect(await said(text, options)).toContain("pid file found, ensure docker is not running");
  });

  test.each(BAD.filter(([text]) => text !== "null"))("refuses a file with %j as well", async (text) => {
    expect(await said(text, "")).toContain("unable to configure the Docker daemon with file /tmp/daemon.json: ");
  });
});
