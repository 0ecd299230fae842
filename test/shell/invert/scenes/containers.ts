import type { Scene } from "../scene.ts";

/** A command that ends as soon as it is told to */
const WAITS = "sh -c 'trap exit TERM; sleep 600 & wait'";

/** Those that both engines are given */
export const CONTAINER_SCENES: readonly Scene[] = [
  {
    name: "containers that are made",
    lines: [
      ["sudo docker run -d --name mine base sleep 600", "docker rm --force --volumes ID"],
      ["sudo docker run --rm base true"],
      ["sudo docker run base true", "docker rm --force --volumes ID"],
      ["sudo docker run -d --name mine base sleep 600"],
      ["sudo docker run -d base nosuch", "docker rm --force --volumes ID"],
      ["sudo docker stop -t 0 mine"],
      ["sudo docker start mine"],
      ["sudo docker rm -f mine"],
      ["sudo docker run -d --net=none --name mine base sleep 600", "docker rm --force --volumes ID"],
    ],
  },
  {
    name: "somebody else's containers, stopped and started",
    setup: [
      `sudo docker run -d --name theirs base ${WAITS}`,
      `sudo docker run -d --name still base ${WAITS}`,
      "sudo docker kill still",
    ],
    lines: [
      ["sudo docker start still", "docker stop ID"],
      ["sudo docker kill theirs", "docker start ID"],
      ["sudo docker restart -t 0 theirs", "docker stop ID"],
      ["sudo docker start nosuch"],
    ],
  },
  {
    name: "images that are built, whatever becomes of the build",
    setup: [
      "mkdir /tmp/built /tmp/failed",
      "sh -c 'echo FROM base >/tmp/built/Dockerfile; echo RUN touch /made >>/tmp/built/Dockerfile'",
      "sh -c 'cat /tmp/built/Dockerfile >/tmp/failed/Dockerfile; echo RUN false >>/tmp/failed/Dockerfile'",
    ],
    lines: [
      ["sudo docker build -t web /tmp/built", "docker rmi web"],
      ["sudo docker run -d --name mine web sleep 600", "docker rm --force --volumes ID"],
      ["sudo docker build -t failed /tmp/failed", "docker rmi SHORT-ID"],
      ["sudo docker build -t none /nowhere"],
    ],
  },
  {
    name: "a link of a container of one's own",
    lines: [
      ["sudo docker run -d --name db base sleep 600", "docker rm --force --volumes ID"],
      ["sudo docker run -d --name client --link db:d base sleep 600", "docker rm --force --volumes ID"],
      ["sudo docker rm --link client/d"],
    ],
  },
];

/** Those that only a real engine has */
export const ENGINE_SCENES: readonly Scene[] = [
  {
    name: "somebody else's container, over an end of Docker",
    setup: ["sudo docker run -d --name survivor base sleep 600"],
    lines: [
      ["sudo service docker stop", "service docker start", "docker start ID"],
      ["sudo service docker start", "service docker stop"],
    ],
  },
  {
    name: "containers, stopped, paused and renamed",
    setup: ["sudo docker run -d --name named base sleep 600", "sudo docker run -d --name stopped base sleep 600"],
    lines: [
      ["sudo docker stop -t 0 stopped", "docker start ID"],
      ["sudo docker container run -d base sleep 600", "docker rm --force --volumes ID"],
      ["sudo docker pause named", "docker unpause ID"],
      ["sudo docker unpause named", "docker pause ID"],
      ["sudo docker rename named other", "docker rename ID named"],
      ["sudo docker create --name made base true", "docker rm --force --volumes ID"],
    ],
  },
  {
    name: "networks and volumes",
    setup: ["sudo docker run -d --name joined base sleep 600", "sudo docker network create old --subnet 10.77.0.0/24"],
    lines: [
      ["sudo docker network create --subnet 10.78.0.0/24 new", "docker network rm ID"],
      ["sudo docker network create --subnet 10.78.0.0/24 new"],
      ["sudo docker network connect new joined", "docker network disconnect new ID"],
      ["sudo docker network connect --ip 10.77.0.9 --alias nick old joined", "docker network disconnect old ID"],
      ["sudo docker network disconnect old joined", "docker network connect --ip 10.77.0.9 --alias nick old ID"],
      ["sudo docker volume create vol", "docker volume rm vol"],
    ],
  },
];
