/**
 * Places that a script asks, and their addresses.
 */
import { describe, expect, test } from "bun:test";

import { fileWith } from "../../support/recipe-file.ts";
import { inBash, printing } from "./in-bash.ts";

const STAND_INS = `nsenter() { echo "nsenter $*"; }
docker() { if [[ \${!#} == none ]]; then echo 'no such container' >&2; return 1; fi; echo 4711; }`;

describe("a program of the machine runs", () => {
  test.each([
    ["on the host", "inside host echo 'a  b' c", ["a  b c"]],
    ["in a network with an entry", "inside /var/run/netns/n ip link", ["nsenter --net=/var/run/netns/n -- ip link"]],
    ["in the network of a container", "inside one ip link", ["nsenter --net=/proc/4711/ns/net -- ip link"]],
  ])("%s", (_where, line, lines) => {
    expect(inBash(["inside"], STAND_INS, line)).toEqual(printing(...lines));
  });

  test("nowhere where the container is not there", () => {
    expect(inBash(["inside"], STAND_INS, "inside none ip link || echo $?")).toEqual({
      ...printing("1"),
      stderr: "no such container\n",
    });
  });

  test("in the container that it asks for its process", () => {
    const docker = `docker() { echo "docker $*" >&2; echo 7; }\nnsenter() { :; }`;
    expect(inBash(["inside"], docker, "inside one true").stderr).toBe("docker inspect --format {{.State.Pid}} one\n");
  });
});

describe("the address", () => {
  const IP = `nsenter() {
  [[ $* == '--net=/var/run/netns/n -- ip -oneline -4 addr show scope global' ]] || return 9
  echo '2: eth0    inet 10.9.0.2/24 brd 10.9.0.255 scope global eth0'
  echo '3: eth1    inet 10.8.0.2/24 scope global eth1'
}
docker() { [[ $* == 'inspect --format {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}} '* ]] || return 9; echo '172.17.0.2 172.18.0.2 '; }`;

  test.each([
    ["10.1.1.2", "10.1.1.2"],
    ["/var/run/netns/n", "10.9.0.2"],
    ["one", "172.17.0.2"],
    ["1234567890", "172.17.0.2"],
    ["a.b.c.d", "172.17.0.2"],
  ])("of %s is %s", (place, address) => {
    expect(inBash(["inside"], IP, `address_of ${place}`)).toEqual(printing(address));
  });
});

describe("an address is another's", () => {
  const IP = `inside() {
  [[ "$1 $2 $3 $4" == 'one ip route get' ]] || return 9
  case $5 in 10.1.1.1) echo "local $5 dev lo" ;; 10.9.9.9) echo 'RTNETLINK answers: local trouble' >&2; return 2 ;; *) echo "$5 dev eth0" ;; esac
}
SEEN=before`;

  test.each([
    ["10.1.1.2", "0 before"],
    ["10.9.9.9", "0 before"],
    ["10.1.1.1", "1 one has 10.1.1.1 itself"],
    ["127.0.0.1", "0 before"],
  ])("%s: %s", (address, said) => {
    expect(inBash(["inside"], IP, `STATUS=0; other one ${address} || STATUS=$?; echo "$STATUS $SEEN"`)).toEqual(
      printing(said),
    );
  });
});

describe("the address of a name in the hosts file of a container", () => {
  const hosts = fileWith(
    "127.0.0.1 localhost\n10.0.0.1 other # db\nfe80::1 db\n10.0.0.2 web db\n10.0.0.3 db\n10.0.0.4\n",
    "hosts",
  );
  const AWK = `docker() { [[ $* == 'inspect --format {{.State.Pid}} one' ]] && echo 4711; }
awk() { [[ \${!#} == /proc/4711/root/etc/hosts ]] && command awk "\${@:1:$#-1}" '${hosts}'; }`;

  test.each([
    ["localhost", ["127.0.0.1"]],
    ["db", ["10.0.0.2"]],
    ["web", ["10.0.0.2"]],
    ["10.0.0.4", []],
    ["nobody", []],
  ])("%s is %j", (name, found) => {
    expect(inBash(["alias-of"], AWK, `alias_of one ${name}`)).toEqual(printing(...found));
  });
});
