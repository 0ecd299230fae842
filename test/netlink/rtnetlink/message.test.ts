import { expect, test } from "bun:test";

import fc from "fast-check";

import { decode } from "../../../lib/netlink/rtnetlink/attribute.ts";
import { decodeReplies, encodeRequest, FLAGS } from "../../../lib/netlink/rtnetlink/message.ts";

const request = fc.record({
  type: fc.integer({ min: 16, max: 0xffff }),
  flags: fc.integer({ min: 0, max: 0xffff }),
  header: fc.uint8Array({ minLength: 12, maxLength: 12 }),
  attributes: fc.array(
    fc.record({ type: fc.integer({ min: 1, max: 0x3fff }), value: fc.uint8Array({ maxLength: 40 }) }),
    { maxLength: 6 },
  ),
});

test("messages one behind the other are told apart again", () => {
  fc.assert(
    fc.property(fc.array(request), (requests) => {
      const sent = Buffer.concat(requests.map((one, index) => encodeRequest(one, index)));
      const replies = [...decodeReplies(sent)];
      expect(replies.map(({ type, flags, sequence }) => ({ type, flags, sequence }))).toEqual(
        requests.map(({ type, flags }, sequence) => ({ type, flags: flags | FLAGS.request, sequence })),
      );
      for (const [index, { payload }] of replies.entries()) {
        expect(Uint8Array.from(payload.subarray(0, 12))).toEqual(requests[index]?.header ?? new Uint8Array());
        expect(decode(payload.subarray(12)).size).toBe(
          new Set(requests[index]?.attributes.map(({ type }) => type)).size,
        );
      }
    }),
  );
});

test("what is cut short is left out, and any bytes are no fault", () => {
  fc.assert(
    fc.property(request, fc.nat(), fc.uint8Array(), (one, cut, noise) => {
      const sent = Buffer.from(encodeRequest(one, 1));
      expect([...decodeReplies(sent.subarray(0, cut % sent.length))]).toEqual([]);
      expect(() => [...decodeReplies(Buffer.from(noise))]).not.toThrow();
    }),
  );
});
