import type { Said } from "./host-lines.ts";
import type { TestHost } from "./test-host.ts";

/** Where the real one still is, for comparison */
export const KEPT_IP = "/tmp/kept/ip";

/**
 * The folders of programs become folders of links to all that is in them but these: nobody, who is root in a sandbox, can write into
 * neither the machine's folders nor the sandbox's copies of them.
 */
const TAKE_AWAY = `
mkdir /tmp/kept
cp /bin/ip /tmp/kept/
for folder in /usr/bin /usr/sbin; do
  mkdir -p "/tmp/links$folder" "/tmp/whole$folder"
  mount --bind "$folder" "/tmp/whole$folder"
  ln -s "/tmp/whole$folder"/* "/tmp/links$folder/"
  for program in ip brctl bridge ss; do rm -f "/tmp/links$folder/$program"; done
  mount --bind "/tmp/links$folder" "$folder"
done`;

/** Makes a sandbox one in which neither `ip` nor `brctl` is installed */
export function takeAwayIproute2(host: TestHost): Promise<Said> {
  return host.program`sh -ec ${TAKE_AWAY}`;
}
