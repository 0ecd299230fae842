import { describe, expect, test } from "bun:test";

import { DockerFailure } from "../../../../lib/programs/docker/failure.ts";
import { portName } from "../../../../lib/programs/docker/options/expose.ts";
import { spellRange } from "../../../../lib/programs/docker/options/port-range.ts";
import { parsePublish, type PortBinding } from "../../../../lib/programs/docker/options/publish.ts";

function spelled({ exposed, address, hostPorts }: PortBinding): string {
  return `${address ?? "default"}:${hostPorts === null ? "any" : spellRange(hostPorts)} ${portName(exposed)}`;
}

describe("parsePublish()", () => {
  test.each([
    ["80:80", "default:80 80/tcp"],
    ["8080:80", "default:8080 80/tcp"],
    ["127.0.0.1:8080:80", "127.0.0.1:8080 80/tcp"],
    ["127.0.0.1::80", "127.0.0.1:any 80/tcp"],
    ["0.0.0.0:82:80", "0.0.0.0:82 80/tcp"],
    ["80", "default:any 80/tcp"],
    [":80", "default:any 80/tcp"],
    ["::80", "default:any 80/tcp"],
    ["53:53/udp", "default:53 53/udp"],
    ["80:80/UDP", "default:80 80/udp"],
    ["80:80/", "default:80 80/tcp"],
    ["80:80/udp/tcp", "default:80 80/udp"],
    ["01:80", "default:1 80/tcp"],
    ["65535:65535", "default:65535 65535/tcp"],
    ["80-82:90-92", "default:80 90/tcp, default:81 91/tcp, default:82 92/tcp"],
    ["98-99", "default:any 98/tcp, default:any 99/tcp"],
    ["8000-8002:80", "default:8000-8002 80/tcp"],
    ["80:80-80", "default:80 80/tcp"],
    ["1-2-3:80", "default:1-2 80/tcp"],
  ])("reads %j as %s", (text, bindings) => {
    expect(parsePublish(text).map(spelled).join(", ")).toBe(bindings);
  });

  // All but the last printed by Docker 20.10.24's own client for the same words
  test.each([
    ["", "No port specified: <empty>"],
    [":", "No port specified: :<empty>"],
    ["::", "No port specified: ::<empty>"],
    ["80:", "No port specified: 80:<empty>"],
    ["/tcp", "No port specified: /tcp<empty>"],
    ["x:80", "Invalid hostPort: x"],
    ["80:x", "Invalid containerPort: x"],
    ["base", "Invalid containerPort: base"],
    ["127.0.0.1:80", "Invalid hostPort: 127.0.0.1"],
    ["70000:80", "Invalid hostPort: 70000"],
    ["65536:80", "Invalid hostPort: 65536"],
    ["80:70000", "Invalid containerPort: 70000"],
    ["-1:80", "Invalid hostPort: -1"],
    ["+80:80", "Invalid hostPort: +80"],
    ["0x50:80", "Invalid hostPort: 0x50"],
    ["8e1:80", "Invalid hostPort: 8e1"],
    [" 80:80", "Invalid hostPort:  80"],
    ["80 :80", "Invalid hostPort: 80 "],
    ["80-:80", "Invalid hostPort: 80-"],
    ["80-79:80", "Invalid hostPort: 80-79"],
    ["80:80-79", "Invalid containerPort: 80-79"],
    ["90-80:90-80", "Invalid containerPort: 90-80"],
    ["80-82:80-81", "Invalid ranges specified for container and host Ports: 80-81 and 80-82"],
    ["80:80-81", "Invalid ranges specified for container and host Ports: 80-81 and 80"],
    ["80/foo", "Invalid proto: foo"],
    ["80:80/ tcp", "Invalid proto:  tcp"],
    ["localhost:80:80", "Invalid ip address: localhost"],
    ["0.0.0.0.0:80:80", "Invalid ip address: 0.0.0.0.0"],
    ["300.1.1.1:80:80", "Invalid ip address: 300.1.1.1"],
    ["127.0.0.01:80:80", "Invalid ip address: 127.0.0.01"],
    ["127.1:80:80", "Invalid ip address: 127.1"],
    ["127.0.0.1/8:80:80", "Invalid ip address: 127.0.0.1/8"],
    ["80:80:80:80", "Invalid ip address 80:80: address 80:80:: too many colons in address"],
    ["::1:80:80", "Invalid ip address ::1: address ::1:: too many colons in address"],
    [":::80", "Invalid ip address :: address ::: too many colons in address"],
    ["[::1]:80:80", "the embedded engine publishes on IPv4 addresses, and ::1 is none"],
  ])("refuses %j", (text, reason) => {
    expect(() => parsePublish(text)).toThrow(new DockerFailure(`docker: ${reason}.`, 125));
  });
});
