/**
 * Ports: `-p`, `-P` and `--expose`.
 */
import { type BadInput, butInSandbox, declined, failed, misspelt, refused, taken } from "./row.ts";

export const PORTS: readonly BadInput[] = [
  misspelt("docker run -p", "flag needs an argument: 'p' in -p"),
  refused("-p ''", "docker: No port specified: <empty>."),
  refused("-p nope", "docker: Invalid containerPort: nope."),
  refused("-p :", "docker: No port specified: :<empty>."),
  refused("-p 80:", "docker: No port specified: 80:<empty>."),
  taken("-p 0"),
  taken("-p 8000:0"),
  refused("-p 70000", "docker: Invalid containerPort: 70000."),
  refused("-p 80:70000", "docker: Invalid containerPort: 70000."),
  refused("-p 70000:80", "docker: Invalid hostPort: 70000."),
  refused("-p -1:80", "docker: Invalid hostPort: -1."),
  refused("-p 80:-1", "docker: Invalid containerPort: -1."),
  refused("-p 8080:80:x", "docker: Invalid ip address: 8080."),
  refused("-p 1.2.3:8080:80", "docker: Invalid ip address: 1.2.3."),
  refused("-p 300.1.1.1:8080:80", "docker: Invalid ip address: 300.1.1.1."),
  refused("-p localhost:8080:80", "docker: Invalid ip address: localhost."),
  refused("-p 127.0.0.1:80", "docker: Invalid hostPort: 127.0.0.1."),
  refused(
    "-p 127.0.0.1:80:80:80",
    "docker: Invalid ip address 127.0.0.1:80: address 127.0.0.1:80:: too many colons in address.",
  ),
  failed(
    "-p 192.0.2.99:8080:80",
    "driver failed programming external connectivity on endpoint MADE-UP-NAME (ID): Error starting userland proxy: listen tcp4 192.0.2.99:8080: bind: cannot assign requested address",
  ),
  refused("-p 8080:80/icmp", "docker: Invalid proto: icmp."),
  taken("-p 8080:80/"),
  refused("-p 8080/udp:80", "docker: Invalid hostPort: 8080/udp."),
  taken("-p 8080:80/TCP"),
  refused("-p 82-80:80-82", "docker: Invalid hostPort: 82-80."),
  refused("-p 8080-8082:82-80", "docker: Invalid containerPort: 82-80."),
  refused("-p 8080-8082:80-81", "docker: Invalid ranges specified for container and host Ports: 80-81 and 8080-8082."),
  taken("-p 8080-8081:80"),
  refused("-p '8080 :80'", "docker: Invalid hostPort: 8080 ."),
  taken("-p 08080:80"),
  refused("-p 0x50:80", "docker: Invalid hostPort: 0x50."),
  failed(
    "-p 8090:80 -p 8090:80",
    "driver failed programming external connectivity on endpoint MADE-UP-NAME (ID): Bind for 0.0.0.0:8090 failed: port is already allocated",
  ),
  failed(
    "-p 8090:80 -p 8090:81",
    "driver failed programming external connectivity on endpoint MADE-UP-NAME (ID): Bind for 0.0.0.0:8090 failed: port is already allocated",
  ),
  failed(
    "-p 9999:80",
    "driver failed programming external connectivity on endpoint MADE-UP-NAME (ID): Bind for 0.0.0.0:9999 failed: port is already allocated",
  ),
  taken("--net=none -p 8080:80"),
  taken("--net=host -p 8080:80", "true", "", "WARNING: Published ports are discarded when using host network mode"),
  declined("--net=container:db -p 8080:80", "conflicting options: port publishing and the container type network mode"),
  refused(
    "-P=maybe",
    'invalid argument "maybe" for "-P, --publish-all" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ),
  refused(
    "--publish-all=maybe",
    'invalid argument "maybe" for "-P, --publish-all" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ),
  taken("--publish-all=TRUE"),
  declined("--net=container:db -P", "conflicting options: port publishing and the container type network mode"),
  declined("--net=container:db --expose 80", "conflicting options: port exposing and the container type network mode"),
  taken("--publish-all=false -p 8080"),
  misspelt("docker run --expose", "flag needs an argument: --expose"),
  refused(
    "--expose 70000",
    'docker: invalid range format for --expose: 70000, error: strconv.ParseUint: parsing "70000": value out of range.',
  ),
  taken("--expose 0"),
  refused(
    "--expose -1",
    'docker: invalid range format for --expose: -1, error: strconv.ParseUint: parsing "": invalid syntax.',
  ),
  refused(
    "--expose nope",
    'docker: invalid range format for --expose: nope, error: strconv.ParseUint: parsing "nope": invalid syntax.',
  ),
  refused("--expose 80:80", "docker: invalid port format for --expose: 80:80."),
  refused(
    "--expose 90-80",
    "docker: invalid range format for --expose: 90-80, error: Invalid range specified for the Port: 90-80.",
  ),
  butInSandbox(
    taken("--expose 80/icmp"),
    "docker: invalid proto: icmp.",
    "it has no ports, so a link could never open one",
  ),
];
