/**
 * Options of `docker run` are those of the real client, and their values are found however they are written.
 */
import { describe, expect, test } from "bun:test";

import { isSwitchedOn } from "../../../../lib/programs/docker/options/switched-on.ts";
import { RUN } from "../../../../lib/programs/docker/docker-run.ts";
import { parse, plainWords } from "../../../../lib/programs/parse.ts";
import { unknownWord, valuesOf } from "../../../../lib/programs/terms.ts";

/** Of `docker run --help`, Docker 28.2.2: with a colon those that a value follows; its client takes these names as well */
const OPTIONS = [
  "--add-host: --annotation: -a,--attach: --blkio-weight: --blkio-weight-device: --cap-add: --cap-drop:",
  "--cgroup-parent: --cgroupns: --cidfile: --cpu-count: --cpu-percent: --cpu-period: --cpu-quota:",
  "--cpu-rt-period: --cpu-rt-runtime: -c,--cpu-shares: --cpus: --cpuset-cpus: --cpuset-mems: -d,--detach",
  "--detach-keys: --device: --device-cgroup-rule: --device-read-bps: --device-read-iops: --device-write-bps:",
  "--device-write-iops: --disable-content-trust --dns: --dns-option: --dns-search: --domainname: --entrypoint:",
  "-e,--env: --env-file: --expose: --gpus: --group-add: --health-cmd: --health-interval: --health-retries:",
  "--health-start-interval: --health-start-period: --health-timeout: -h,--hostname: --init -i,--interactive",
  "--io-maxbandwidth: --io-maxiops: --ip: --ip6: --ipc: --isolation: --kernel-memory: -l,--label: --label-file:",
  "--link: --link-local-ip: --log-driver: --log-opt: --mac-address: -m,--memory: --memory-reservation:",
  "--memory-swap: --memory-swappiness: --mount: --name: --network: --network-alias: --no-healthcheck",
  "--oom-kill-disable --oom-score-adj: --pid: --pids-limit: --platform: --privileged -p,--publish:",
  "-P,--publish-all --pull: -q,--quiet --read-only --restart: --rm --runtime: --security-opt: --shm-size:",
  "--sig-proxy --stop-signal: --stop-timeout: --storage-opt: --sysctl: --tmpfs: -t,--tty --ulimit:",
  "--use-api-socket -u,--user: --userns: --uts: -v,--volume: --volume-driver: --volumes-from: -w,--workdir:",
  "--net: --net-alias: --dns-opt:",
].flatMap((line) => line.split(" "));

const read = (line: string) => parse(RUN, plainWords(line.split(" ")));

test.each(OPTIONS)("%s is known, and whether a value follows it", (option) => {
  for (const spelling of option.replace(":", "").split(",")) {
    const told = read(`${spelling} 1 2 3`);
    expect(unknownWord(told)).toBeNull();
    expect(valuesOf(told, "image")).toEqual([option.endsWith(":") ? "2" : "1"]);
  }
});

test("there is no option that the client does not have", () => {
  const names = OPTIONS.flatMap((option) => option.replace(":", "").split(","));
  expect(Object.keys(RUN.words).toSorted()).toEqual([...names, "--help"].toSorted());
});

describe("the value of -v", () => {
  test.each([
    "-v a base -v b",
    "-va base",
    "-v=a base",
    "-dv a base",
    "-itva base",
    "-div=a base",
    "--volume a base",
    "--volume=a base",
    "--rm=true --volume a base --volume=b",
    "-v a -- base",
  ])("%s", (line) => {
    expect(valuesOf(read(line), "volume")).toEqual(["a"]);
  });

  test.each(["base -v a", "--name -v base", "-e -va base", "-h=v base", "--label=-va base"])("is not in %s", (line) => {
    expect(valuesOf(read(line), "volume")).toEqual([]);
  });

  test("is there as often as it is said", () => {
    expect(valuesOf(read("-v a -dvb --volume=c base sh"), "volume")).toEqual(["a", "b", "c"]);
  });
});

describe("a switch is on where it was said last", () => {
  test.each([
    ["--rm base", true],
    ["--rm=true base", true],
    ["--rm=T base", true],
    ["--rm=false base", false],
    ["--rm --rm=0 base", false],
    ["--rm=0 --rm base", true],
    ["--rm=maybe base", false],
    ["--rm=$x base", false],
    ["base --rm", false],
    ["--name --rm base", false],
  ])("%s: %p", (line, isOn) => {
    expect(isSwitchedOn(read(line), "rm")).toBe(isOn);
  });

  test.each(["-d base", "-itd base", "-dp 80:80 base", "--detach base"])("also by its letter: %s", (line) => {
    expect(isSwitchedOn(read(line), "detach")).toBe(true);
  });
});

test("what follows the image is the container's own, hyphens and all", () => {
  const told = read("-it base -x -- --rm y");
  expect([unknownWord(told), ...valuesOf(told, "command", "text")]).toEqual([null, "-x", "--", "--rm", "y"]);
});
