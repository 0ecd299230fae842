import { expect, test } from "bun:test";

import { tail } from "../../../lib/builtins/service/log.ts";

const entry = (level: string, rest: string) => `time="2026-11-25T09:44:48.594302200Z" level=${level} ${rest}`;

const UP = entry("info", 'msg="Starting up"');
const NOISE = [
  entry("info", 'msg="[core] parsed scheme: \\"unix\\"" module=grpc'),
  entry("info", 'msg="loading plugin \\"io.containerd.grpc.v1.tasks\\"..." type=io.containerd.grpc.v1'),
  entry("warning", 'msg="could not use snapshotter devmapper in metadata plugin" error="devmapper not configured"'),
  entry("warning", 'msg="Your kernel does not support cgroup blkio weight"'),
];

const TAILS: readonly (readonly [what: string, log: readonly string[], tail: string])[] = [
  [
    "an option that is not known",
    [UP, "Status: unknown flag: --x", "See 'dockerd --help'., Code: 125"],
    "unknown flag: --x",
  ],
  [
    "a network that can't be",
    [UP, ...NOISE, "failed to start daemon: Error initializing network controller: invalid CIDR address: 999"],
    "invalid CIDR address: 999",
  ],
  [
    "a bridge that can't be",
    [
      'failed to start daemon: Error initializing network controller: Error creating default "bridge" network: bridge device with non default name x must be created manually',
    ],
    "bridge device with non default name x must be created manually",
  ],
  [
    "words of its own, before which entries don't count",
    [entry("error", 'msg="Failed to GetDriver graph" driver=x'), "failed to start daemon: driver not supported"],
    "driver not supported",
  ],
  [
    "a word too many",
    ['"dockerd" accepts no arguments.', "See 'dockerd --help'.", "", "Usage:  dockerd [OPTIONS]", ""],
    '"dockerd" accepts no arguments.',
  ],
  [
    "a crash, of which the first lines tell",
    ["panic: x", "goroutine 1 [running]:", "a", "b", "c", "d", "e"],
    "panic: x\ngoroutine 1 [running]:\na\nb\nc",
  ],
  [
    "no word of its own: the last entries, without their times",
    [UP, ...NOISE, entry("info", "msg=\"Processing signal 'terminated'\"")],
    "Starting up\nProcessing signal 'terminated'",
  ],
  ["entries with quotes, and fields", [entry("error", 'msg="a \\"b\\"" error="c"')], 'a "b" error="c"'],
  ["entries of one word", [entry("info", "msg=serving... address=/x")], "serving... address=/x"],
  [
    "many entries",
    Array.from({ length: 9 }, (_, at) => entry("info", `msg="entry ${at}"`)),
    "entry 4\nentry 5\nentry 6\nentry 7\nentry 8",
  ],
  ["nothing", [], ""],
];

test.each(TAILS)("of %s", (_what, log, words) => {
  expect(tail(`${log.join("\n")}\n`)).toBe(words);
});
