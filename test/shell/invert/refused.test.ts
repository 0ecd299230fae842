/**
 * What is found to be lost for ever once a command has run: the command does not run.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";
import { UndoHost } from "../../support/undo/undo-host.ts";
import { cannotUndo } from "../../support/messages.ts";

const FOLDER = "/tmp/refused";

const LINES: readonly (readonly [line: string, ...setup: string[]])[] = [
  ["sudo ip link del V", "sudo ip link add V type vxlan id 7 dstport 4789 dev lo"],
  ["sudo ip link del far", "sudo ip netns add farNs", "sudo ip link add far type veth peer name away netns farNs"],
  ["sudo ip netns del farNs"],
  ["sudo docker rm -f theirs", "sudo docker run -d --name theirs base sleep 600"],
  ["sudo docker rm --link other/theirs", "sudo docker run -d --name other --link theirs base sleep 600"],
  ["sudo docker rm --link=true other/theirs"],
  ["sudo docker -H unix:///var/run/docker.sock container rm -fl other/theirs"],
  ["sudo docker build -t built /etc", "sh -c 'echo FROM base | docker build -t built -'"],
  [`sudo rm -r ${FOLDER}`, `sudo mkdir ${FOLDER}`, `sudo touch ${FOLDER}/theirs`],
  [`sudo rm ${FOLDER}/large`, `sudo truncate --size 2M ${FOLDER}/large`],
  [`echo more >> ${FOLDER}/large`],
  [`sudo ln -sf nowhere ${FOLDER}/large`],
  [`sudo cp -r ${FOLDER} /tmp/copied`],
  ["sudo modprobe there_is_none"],
];

describeInSandbox((host) => {
  let opened: UndoHost | null = null;
  beforeAll(async () => void (opened = await UndoHost.open(host(), "sandbox")));
  afterAll(() => opened?.[Symbol.asyncDispose]());

  describe.each(LINES)("%s", (line, ...setup) => {
    test("does not run", async () => {
      const answer = await opened?.undo({ setup, lines: [line], paths: [FOLDER] });
      expect(answer?.ran[0]).toMatchObject({ status: null, steps: [] });
      // Of what is written into a file, only the file is told
      expect(answer?.ran[0]?.said).toContain(cannotUndo(line.replace(/^.*(?= >> )/, "…")));
      expect(answer?.between).toEqual(answer?.before);
    });
  });
});
