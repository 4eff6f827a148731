import { argument, numberOf } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import type { Inventory } from "../../inventory/inventory.ts";
import type { Span } from "../line.ts";
import { always, HOURS, times } from "../line.ts";
import type { Charge, Pricers, Surroundings } from "../pricer.ts";

/** CPU units that make a vCPU, and megabytes that make a gigabyte. */
const UNITS = 1024;
/** Gigabytes of disk that come with a task. */
const DISK_INCLUDED = 20;

/** How many tasks a service has: what autoscaling may choose, or what is asked for. */
function tasksOf(service: Instance, inventory: Inventory): Span | undefined {
  const [target] = inventory.referring(service, "aws_appautoscaling_target", "resource_id");
  const low = target && numberOf(target.args, "min_capacity");
  const high = target && numberOf(target.args, "max_capacity");
  if (low !== undefined && high !== undefined) return { low, high };
  const desired = numberOf(service.args, "desired_count");
  return desired === undefined ? undefined : always(desired);
}

function service(instance: Instance, { inventory }: Surroundings): readonly Charge[] | string {
  const [task] = inventory.targets(instance, "task_definition");
  const tasks = tasksOf(instance, inventory);
  if (task === undefined) return "its task definition is not in this stack";
  if (tasks === undefined)
    return "neither desired_count nor autoscaling says how many tasks it has";
  const cpu = numberOf(task.args, "cpu");
  const memory = numberOf(task.args, "memory");
  if (cpu === undefined || memory === undefined) return "its task definition has no cpu and memory";
  const arm = argument(task.args, "runtime_platform.cpu_architecture") === "ARM64";
  const disk = (numberOf(task.args, "ephemeral_storage.size_in_gib") ?? 0) - DISK_INCLUDED;
  const charge = (what: string, amount: number, price: Charge["price"]): Charge => ({
    what,
    quantity: times(tasks, amount),
    hours: HOURS,
    price,
  });
  return [
    charge("vCPU of its tasks", cpu / UNITS, arm ? "fargateArmVcpu" : "fargateVcpu"),
    charge("memory of its tasks, GB", memory / UNITS, arm ? "fargateArmGb" : "fargateGb"),
    ...(disk > 0 ? [charge("disk of its tasks, GB", disk, "fargateDisk")] : []),
  ];
}

function cluster({ args }: Instance, { usage }: Surroundings): readonly Charge[] {
  const insights = argument(args, "setting.value");
  if (insights !== "enabled" && insights !== "enhanced") return [];
  return [
    {
      what: "metrics of Container Insights",
      quantity: always(usage.containerMetrics),
      price: "customMetric",
    },
  ];
}

export const CONTAINERS: Pricers = {
  aws_ecs_service: service,
  aws_ecs_cluster: cluster,
  aws_ecr_repository: (_instance, { usage }) => [
    { what: "images, GB", quantity: always(usage.imageGb), price: "imageStorage" },
  ],
};
