import { expect, test } from "bun:test";

import { look } from "./looked.ts";
import { OTHERS } from "./shown-ways.ts";

const looked = look();

test("each rule is seen as the real `ip` shows it, in its order", async () => {
  const { seen, shown } = await looked;
  const ours = seen.rules.map((rule) => ({ ...rule, unread: rule.unread === null ? null : OTHERS }));
  expect(ours).toEqual([...shown.rules]);
});

test("what they ask of packets is seen", async () => {
  const { rules } = (await looked).seen;
  const of = (priority: number) => rules.find((one) => one.priority === priority);
  expect(of(7)).toMatchObject({
    isInverted: true,
    from: "10.1.0.1/32",
    to: "10.2.0.0/16",
    protocol: 77,
    table: "1000",
  });
  expect(of(7)).toMatchObject({ inputLink: "w0", outputLink: "d0" });
  expect(of(8)).toMatchObject({ mark: { value: 0xff, mask: 0xfff }, tos: 16, table: "main" });
  expect(of(9)).toMatchObject({ mark: { value: 7, mask: 0xffff_ffff }, users: { first: 0, last: 0 } });
  const ports = { sourcePorts: { first: 80, last: 80 }, destinationPorts: { first: 1000, last: 2000 } };
  expect(of(10)).toMatchObject({ ipProtocol: 6, ...ports });
  expect(of(11)).toMatchObject({ ipProtocol: 17, suppressPrefix: 0 });
  expect(of(15)).toMatchObject({ action: "goto 32766" });
  expect(of(17)).toMatchObject({ realms: "6/7" });
  expect(of(12)).toMatchObject({ action: "blackhole", table: null });
});

test("a rule with a setting that is not read says so", async () => {
  const { rules } = (await looked).seen;
  const others = rules.filter(({ unread }) => unread !== null);
  expect(others.map(({ priority }) => priority)).toEqual([16]);
});
