import { describe, expect, test } from "bun:test";

import { BrokenPipe, Channel } from "../../../lib/shell/channel.ts";
import { AT_ONCE } from "../../../lib/shell/pace.ts";
import { lineOf } from "../../support/terminal/typist.ts";

/** As pipe(7) has it */
const CAPACITY = 65_536;

const reading = (channel: Channel) => channel[Symbol.asyncIterator]();

async function all(channel: Channel): Promise<string> {
  let text = "";
  for await (const chunk of channel) text += Buffer.from(chunk).toString();
  return text;
}

/** Whether something is over after all that can happen by itself has happened */
async function isOver(promise: unknown): Promise<boolean> {
  let over = false;
  void Promise.resolve(promise).then(() => (over = true));
  await Bun.sleep(0);
  return over;
}

test("pieces come in order, before and after its reader waits, until it ends", async () => {
  const channel = new Channel();
  channel.sink(Buffer.from("a"));
  channel.sink(Buffer.from("b"));
  const read = all(channel);
  await Bun.sleep(0);
  channel.sink(Buffer.from("c"));
  expect(await isOver(read)).toBe(false);
  channel.sink(Buffer.from("d"));
  channel.end();
  expect(await read).toBe("abcd");
});

test("what was written before its end can be read after it", async () => {
  const channel = new Channel();
  channel.sink(Buffer.from("a"));
  channel.end();
  expect(await all(channel)).toBe("a");
});

test("a writer waits from 64 KiB on, until less is left", async () => {
  const channel = new Channel();
  expect(channel.sink(Buffer.alloc(CAPACITY - 1))).toBeUndefined();
  const waiting = channel.sink(Buffer.alloc(1));
  expect(waiting).toBeInstanceOf(Promise);
  expect(await isOver(waiting)).toBe(false);
  const reader = reading(channel);
  await reader.next();
  expect(await isOver(waiting)).toBe(true);
  expect(channel.sink(Buffer.alloc(CAPACITY - 2))).toBeUndefined();
});

test("a writer goes on only when there is room", async () => {
  const channel = new Channel();
  channel.sink(Buffer.alloc(1));
  channel.sink(Buffer.alloc(1));
  const waiting = channel.sink(Buffer.alloc(CAPACITY));
  const reader = reading(channel);
  await reader.next();
  await reader.next();
  expect(await isOver(waiting)).toBe(false);
  await reader.next();
  expect(await isOver(waiting)).toBe(true);
});

describe("when nobody reads any more", () => {
  test("who writes learns it, and who waits goes on", async () => {
    const channel = new Channel();
    const waiting = channel.sink(Buffer.alloc(CAPACITY));
    channel.abandon();
    expect(await isOver(waiting)).toBe(true);
    expect(() => channel.sink(Buffer.from("a"))).toThrow(BrokenPipe);
    channel.end();
    expect(() => channel.sink(Buffer.from("a"))).toThrow(BrokenPipe);
    expect(await all(channel)).toBe("");
    expect(new BrokenPipe().name).toBe("BrokenPipe");
  });

  test("as its reader has had enough", async () => {
    const channel = new Channel();
    channel.sink(Buffer.from("a"));
    for await (const _chunk of channel) break;
    expect(() => channel.sink(Buffer.from("b"))).toThrow(BrokenPipe);
  });

  test("a reader that waits is told", async () => {
    const channel = new Channel();
    const read = all(channel);
    await Bun.sleep(0);
    channel.abandon();
    expect(await read).toBe("");
  });
});

test("at once, each line is let run, and nobody waits for it afterwards", async () => {
  const turn = await AT_ONCE.before(lineOf("ip link"));
  expect(await turn?.after()).toBeUndefined();
  expect(turn).not.toBeNull();
});
