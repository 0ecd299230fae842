/**
 * Lines of `docker build` and about images.
 */
import { listsLess, type Line, type Scene } from "./docker-line.ts";

/** Builds from a Dockerfile that is typed */
function built(dockerfile: string, ...options: readonly string[]): string {
  return `sh -c 'printf "${dockerfile}" | docker build ${[...options, "-"].join(" ")}'`;
}

const NO_REGISTRY = "there is none to ask, and each engine says so in its own way";
const NOT_BUILT_YET = "not built yet";

function differs(line: string, sandbox: string, docker: string, why: string): Line {
  return { line, by: "differs", sandbox: { status: 1, says: sandbox }, docker: { status: 1, says: docker }, why };
}

export const IMAGE_SCENES: readonly Scene[] = [
  {
    name: "build",
    lines: [
      built(
        'FROM base\\nENV A=b\\nRUN echo hello >/hello && echo out\\nEXPOSE 80-82/tcp 53/udp\\nCMD [\\"cat\\", \\"/hello\\"]\\n',
        "-t web",
      ),
      built("FROM base\\nENV A=b\\nRUN echo hello >/hello && echo out\\nEXPOSE 80-82/tcp 53/udp\\n", "-t other"),
      "docker images other",
      "docker images web",
      "docker images nosuch",
      "docker images -q",
      "docker run --rm web",
      "docker run --rm web env",
      "docker run --rm -e A=c web env",
      "docker run -d --name one web sleep 600",
      "docker ps",
      "docker inspect -f '{{.Config.Image}} {{json .Config.Env}} {{json .Config.ExposedPorts}}' one",
      "docker image inspect -f '{{json .Config}} {{.RepoTags}}' web",
      "docker inspect -f '{{.RepoTags}} {{.Config.Cmd}}' web:latest",
      "docker image inspect -f '{{.Id}}' nosuch",
      "docker rmi web",
      "docker rm -f one",
      "docker rmi nosuch web",
      "docker rmi -f nosuch",
      "docker image rm other",
      "docker images -a",
    ],
  },
  {
    name: "build: what a Dockerfile says",
    lines: [
      built("# Only this\\n\\nFROM base AS named\\nRUN true \\\\\\\\\\n  && echo one line\\n"),
      built(
        'FROM base\\nENV NAME all of it\\nENV B=\\"two words\\" C=3\\nENV D=\\$C-\\${E:-e}\\nRUN echo \\$NAME, \\$B, \\$D\\nEXPOSE \\$C\\n',
      ),
      built('FROM base\\nRUN [\\"echo\\", \\"no shell\\"]\\n'),
      built("from base\\nrun echo lower\\n"),
      built("FROM base\\nRUN false\\n"),
      built("FROM base\\nRUN exit 7\\n", "--force-rm"),
      built('FROM base\\nRUN [\\"nosuch\\"]\\n'),
      built("FROM base\\nNOPE x\\n"),
      built("RUN true\\n"),
      built(""),
      built("# x\\n"),
      built("FROM\\n"),
      built("FROM a b\\n"),
      built("FROM base\\nEXPOSE\\n"),
      built("FROM base\\nEXPOSE x\\n"),
      built("FROM base\\nEXPOSE 90-80\\n"),
      built("FROM base\\nEXPOSE 70000\\n"),
      built("FROM base\\nEXPOSE 80/icmp\\n"),
      built("FROM base\\nEXPOSE 80:90\\n", "-q"),
      built("FROM base\\nENV A\\n"),
      built("FROM base\\nENV A=1 b\\n"),
      built("FROM base\\nENV =1\\n"),
      built("FROM base\\nENV\\n"),
      differs(
        built("FROM nosuch\\n"),
        "No such image: nosuch:latest: the sandbox has base",
        'Get "https://',
        NO_REGISTRY,
      ),
      {
        line: built("FROM base\\nWORKDIR /srv\\n"),
        by: "differs",
        sandbox: {
          status: 1,
          says: "WORKDIR, only FROM, RUN, CMD, EXPOSE, ENV",
        },
        docker: { status: 0, says: "Successfully built" },
        why: NOT_BUILT_YET,
      },
    ],
  },
  {
    name: "build: words",
    lines: [
      "docker build",
      "docker build a b",
      "docker build /nosuch",
      "docker build /etc/passwd",
      "docker build -t UPPER -",
      "docker build -t 'a b' -",
      "docker build -f /tmp/nosuch /tmp",
      "mkdir /tmp/context",
      "docker build /tmp/context",
      "sh -c 'echo FROM base >/tmp/context/Dockerfile'",
      "docker build /tmp/context",
      "docker build -q -t first -t second:1 /tmp/context",
      differs(
        "docker build -f /tmp/context /tmp/context",
        "unexpected error reading Dockerfile: read /tmp/context: is a directory",
        "unexpected error reading Dockerfile: read /var/lib/docker/tmp/",
        "Docker reads a copy of it",
      ),
      "docker build -f - -",
      "docker build -t a: /tmp/context",
      "docker build ''",
      built("FROM base\\nCMD []\\n", "-q -t none"),
      "docker run --rm none",
      "docker rmi none",
      "docker rmi 000000000000",
      "docker run --rm sha256:0000000000000000000000000000000000000000000000000000000000000000 true",
      "docker images first",
      "docker rmi first",
      "docker rmi second:1",
      listsLess("docker build --help"),
      listsLess("docker images --help"),
      listsLess("docker rmi --help"),
      listsLess("docker image --help"),
      listsLess("docker image"),
      listsLess("docker image nosuch"),
      listsLess("docker image nosuch --help"),
      listsLess("docker image --nope"),
      listsLess("docker image nosuch -x"),
      listsLess("docker image --help=false"),
      "docker image inspect --help",
      "docker image inspect",
      "docker image rm --nope",
      "docker images a b",
      "docker rmi",
    ],
  },
];
