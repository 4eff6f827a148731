import { z } from "zod";
import { fargateSizeFault } from "./fargate-size.ts";
import { faultless } from "./faultless.ts";
import { optionalSecretsShape } from "./optional-secrets.ts";
import { trafficShiftFault } from "./traffic-shift.ts";

const tasks = z.int().min(1, {
  error: ({ input }) => `${input} tasks serve nobody: use 1 or more.`,
});

const serviceShape = z
  .strictObject({
    /** CPU units of a task: 1024 are one virtual CPU. */
    cpu: z.int(),
    /** MiB of a task. */
    memory: z.int(),
    /** Tasks there are at the least, and at the start. */
    minTasks: tasks,
    /** Tasks there are at the most. */
    maxTasks: tasks,
  })
  .superRefine(({ cpu, memory, minTasks, maxTasks }, context) => {
    const size = fargateSizeFault(cpu, memory);
    if (size !== undefined) context.addIssue({ code: "custom", path: ["memory"], message: size });
    if (minTasks > maxTasks) {
      const message = `${minTasks} is more than the ${maxTasks} of maxTasks: lower minTasks or raise maxTasks.`;
      context.addIssue({ code: "custom", path: ["minTasks"], message });
    }
  });

const percent = z.int().min(10).max(90);

/** The two services, and how they are released and scaled. */
export const servicesShape = z.strictObject({
  /** The page. */
  frontend: serviceShape,
  /** The API and its workers. */
  backend: serviceShape,
  /** What the services are kept at by adding and removing tasks. */
  scaling: z.strictObject({
    cpuPercent: percent,
    memoryPercent: percent,
    /** Requests a minute and task. */
    requestsPerTask: z.int().min(1),
    /** Jobs that wait, per task of the backend. */
    jobsPerTask: z.int().min(1),
  }),
  /**
   * The tag that both images have until a deployment names another as Terraform's variable `image_tag`.
   *
   * @default dev "initial"; staging and prod none, and each deployment has to name one
   */
  imageTag: z
    .string()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/u, {
      error: ({ input }) =>
        `"${input}" is not the tag of an image: use 1 to 128 letters, digits, underscores, dots and hyphens.`,
    })
    .optional(),
  /** `rolling` replaces tasks one after the other; `blue-green` moves traffic to a second set and back if it fails. */
  deployment: z.enum(["rolling", "blue-green"]),
  /** How blue/green moves traffic: the name of a deployment configuration of CodeDeploy for ECS. */
  trafficShift: z.string().superRefine(faultless(trafficShiftFault)),
  /** What the API is given beside the secrets that it cannot do without; `pnpm secrets` puts them. */
  optionalSecrets: optionalSecretsShape,
  /** What a release runs in the API's image before anything of it serves. */
  migrationCommand: z.array(z.string().min(1)).min(1),
  /** Whether the load balancer refuses to be destroyed, and repositories to be destroyed with images in them. */
  deletionProtection: z.boolean(),
});

export type ServicesConfig = z.infer<typeof servicesShape>;
export type ServiceConfig = ServicesConfig["frontend"];

/** The article's sizes and counts. */
export const SERVICES_DEFAULTS: ServicesConfig = {
  frontend: { cpu: 256, memory: 512, minTasks: 2, maxTasks: 5 },
  backend: { cpu: 1024, memory: 2048, minTasks: 2, maxTasks: 10 },
  scaling: { cpuPercent: 60, memoryPercent: 75, requestsPerTask: 1000, jobsPerTask: 5 },
  deployment: "rolling",
  trafficShift: "CodeDeployDefault.ECSCanary10Percent5Minutes",
  optionalSecrets: [],
  migrationCommand: ["node", "src/db/migrate.ts"],
  deletionProtection: false,
};
