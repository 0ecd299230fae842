import { expect, test } from "bun:test";

import { look } from "./looked.ts";

const looked = look();

test("the options of a bridge are seen as the real `ip` shows them", async () => {
  const { seen, shown } = await looked;
  for (const name of ["b0", "b1"]) {
    const [ours, real] = [seen, shown].map(({ links }) => links.find((one) => one.name === name)?.bridge);
    expect(ours).toEqual(real);
  }
  expect(seen.links.find(({ name }) => name === "b0")?.bridge).toMatchObject({
    forward_delay: 400,
    hello_time: 300,
    max_age: 900,
    ageing_time: 100,
    stp_state: 1,
    priority: 4096,
    group_fwd_mask: 8,
    no_linklocal_learn: 1,
    mcast_snooping: 0,
    mcast_router: 2,
    mcast_hash_max: 512,
  });
});

test("what is no bridge has none", async () => {
  const { links } = (await looked).seen;
  expect(links.filter(({ bridge }) => bridge !== null).map(({ name }) => name)).toEqual(["b0", "b1"]);
});
