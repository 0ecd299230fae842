/**
 * Lines of `docker inspect`.
 */
import { type Scene, shaped } from "./docker-line.ts";

const GO_TYPES = "Go has types to print; a document has keys and values";

export const INSPECT_SCENES: readonly Scene[] = [
  {
    name: "inspect",
    lines: [
      "docker run -d --name web base sleep 600",
      shaped("docker inspect web"),
      shaped("docker inspect -f '' web"),
      shaped("docker inspect -f '{{json .HostConfig}}' web"),
      shaped("docker inspect -f '{{json .NetworkSettings}}' web"),
      "docker inspect -f '{{json .State}}' web",
      "docker inspect -f '{{json .Config}}' web",
      "docker inspect -f '{{.State.Pid}}' web",
      "docker inspect --format='{{.NetworkSettings.IPAddress}}' web",
      "docker inspect -f '{{.NetworkSettings.Gateway}}' web",
      "docker inspect -f '{{.NetworkSettings.Networks.bridge.Gateway}}' web",
      "docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' web",
      "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}/{{.IPPrefixLen}}{{end}}' web",
      `docker inspect -f '{{(index .NetworkSettings.Networks "bridge").MacAddress}}' web`,
      "docker inspect -f '{{json .Config.ExposedPorts}}' web",
      "docker inspect -f '{{json .NetworkSettings.Ports}}' web",
      "docker inspect -f '{{.Config.Hostname}} {{.Config.Image}} {{.Image}}' web",
      "docker inspect -f '{{.Config.Env}} {{json .Config.Env}} {{.HostConfig.Links}}' web",
      "docker inspect -f '{{json .Config.Cmd}} {{.Path}} {{.Args}}' web",
      "docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.ExitCode}}' web",
      "docker inspect -f '{{if .State.Running}}up{{else}}down{{end}}' web",
      "docker inspect -f '{{range .Config.Cmd}}{{.}},{{end}}' web",
      `docker inspect -f '{{printf "%.12s" .Id}} {{len .Id}}' web`,
      "docker inspect -f '{{upper .Name}}' /web",
      "docker inspect -f '{{.Created}}' web",
      "docker inspect --type container -f '{{.Name}}' web",
      "docker stop -t 0 web",
      "docker inspect -f '{{json .State}}' web",
      "docker inspect -f '{{.NetworkSettings.IPAddress}}|{{.State.Pid}}|{{json .NetworkSettings.Ports}}' web",
      shaped("docker inspect -f '{{json .NetworkSettings.Networks}}' web"),
    ],
  },
  {
    name: "inspect: with no network, with all that can be asked for",
    lines: [
      "docker run -d --name lone --net none base sleep 600",
      "docker inspect -f '{{.HostConfig.NetworkMode}}|{{.NetworkSettings.IPAddress}}|{{.NetworkSettings.Gateway}}' lone",
      shaped("docker inspect -f '{{json .NetworkSettings.Networks}}' lone"),
      "docker inspect -f '{{json .NetworkSettings.Ports}}' lone",
      "docker ps",
      "docker run -d -i -t --rm --name full -h full.example.com --expose 53/udp -e A=b -w /tmp base sleep 600",
      "docker inspect -f '{{json .Config}}' full",
      "docker inspect -f '{{.HostConfig.AutoRemove}}' full",
    ],
  },
  {
    name: "inspect: templates that fail",
    lines: [
      "docker run -d --name web base sleep 600",
      "docker inspect -f '{{' web",
      "docker inspect -f '{{.State.Pid' web",
      "docker inspect -f '{{nope .State}}' web",
      "docker inspect -f '{{json}}' web",
      "docker inspect -f '{{.Nope}}' web",
      "docker inspect -f '{{.State.Nope}}' web",
      "docker inspect -f '{{.State.Pid.Foo}}' web",
      "docker inspect -f '{{index .Config.Cmd 99}}' web",
      "docker inspect -f '{{.name}}' web",
      "docker inspect -f '{{.Nope}}' web nosuch",
      {
        line: "docker inspect -f '{{.Config}}' web",
        by: "differs",
        sandbox: { status: 0, says: "map[AttachStderr:false" },
        docker: { status: 0, says: "{SHORT-ID  false false false" },
        why: GO_TYPES,
      },
      {
        line: "docker inspect -f '{{.NetworkSettings.Networks.nosuch}}' web",
        by: "differs",
        sandbox: { status: 1, says: 'map has no entry for key "nosuch"' },
        docker: { status: 0, says: "<no value>" },
        why: GO_TYPES,
      },
    ],
  },
  {
    name: "inspect: what is of an era",
    lines: [
      "docker run -d --name web base sleep 600",
      {
        line: "docker inspect -f '{{.NetworkSettings.Bridge}}' web",
        by: "differs",
        sandbox: { status: 0, says: "docker0\n" },
        docker: { status: 0, says: "\n" },
        why: "era: containers had a bridge before they had networks",
      },
      {
        line: "docker inspect -f '{{.HostConfig.NetworkMode}}' web",
        by: "differs",
        sandbox: { status: 0, says: "bridge\n" },
        docker: { status: 0, says: "default\n" },
        why: "era: the network that isn't asked for had bridge for its name",
      },
      {
        line: "docker inspect -f '{{.ResolvConfPath}}' web",
        by: "differs",
        sandbox: { status: 0, says: "/run/wirework-host/docker/containers/ID/resolv.conf" },
        docker: { status: 0, says: "/var/lib/docker/containers/ID/resolv.conf" },
        why: "each engine keeps its files where it does",
      },
    ],
  },
  {
    name: "commands that the embedded engine has not",
    lines: ["pull base", "network ls"].map((words) => ({
      line: `docker ${words}`,
      by: "differs",
      sandbox: { status: 1, says: "is not a docker command that the embedded engine has\nSee 'docker --help'" },
      docker: { status: words === "network ls" ? 0 : 1, says: "" },
      why: "not built yet",
    })),
  },
];
