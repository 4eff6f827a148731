import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { Fn } from "cdktf";
import { NODE_USER, SCRATCH_FOLDER } from "./image-contract.ts";

/** The volume that takes what is written, as nothing else can be. */
export const SCRATCH = "scratch";

/** From SIGTERM to SIGKILL: the API ends itself after 25. */
const STOP_SECONDS = 30;

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly logs: CloudwatchLogGroup;
  readonly region: string;
  /** Begins the names of its log streams. */
  readonly stream: string;
  readonly port?: number;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[];
  /** A path that answers as long as the process is of use. */
  readonly livePath?: string;
}

/**
 * A task's one container: no root, nothing to write to but `/tmp`, and an init process that reaps and
 * passes signals on.
 */
export const containerDefinitions = (container: Container): string =>
  Fn.jsonencode([
    {
      name: container.name,
      image: container.image,
      essential: true,
      user: NODE_USER,
      privileged: false,
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
      mountPoints: [{ sourceVolume: SCRATCH, containerPath: SCRATCH_FOLDER, readOnly: false }],
      environment: environment(container.environment ?? {}),
      secrets: container.secrets ?? [],
      stopTimeout: STOP_SECONDS,
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": container.logs.name,
          "awslogs-region": container.region,
          "awslogs-stream-prefix": container.stream,
        },
      },
      ...(container.command === undefined ? {} : { command: container.command }),
      ...(container.port === undefined ? {} : { portMappings: [portMapping(container.port)] }),
      ...(container.port === undefined || container.livePath === undefined
        ? {}
        : { healthCheck: liveCheck(container.port, container.livePath) }),
    },
  ]);

/** By name, as ECS gives it back: in another order, every plan would show a change. */
const environment = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const portMapping = (port: number) => ({ containerPort: port, hostPort: port, protocol: "tcp" });

/** Asks from within, with what is in the image: neither curl nor a shell need be there. */
const liveCheck = (port: number, path: string) => ({
  command: [
    "CMD",
    "node",
    "-e",
    // Single quotes: CDKTF writes a double quote within jsonencode as the end of the string.
    `fetch('http://127.0.0.1:${port}${path}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`,
  ],
  interval: 30,
  timeout: 5,
  retries: 3,
  startPeriod: 60,
});
