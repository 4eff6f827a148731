import { Token } from "cdktf";
import type { Alarms } from "./alarm.ts";
import { alarmOn } from "./alarm.ts";
import type { Inputs } from "./interface.ts";
import type { Metrics } from "./metric.ts";
import { nodesOf } from "./metric.ts";

interface StoreProps {
  readonly metrics: Metrics;
  readonly inputs: Inputs;
  /** How many nodes the cache has. */
  readonly cacheNodes: number;
  readonly cacheMemoryPercent: number;
}

/** Database and cache, before they are full. */
export function storeAlarms(alarms: Alarms, props: StoreProps): void {
  const { metrics, inputs, cacheNodes, cacheMemoryPercent } = props;
  alarmOn(alarms, "database_capacity", metrics.capacity, {
    says: `The database has been at its most capacity, ${inputs.max_acu} ACU, for a quarter of an hour: it cannot grow with the load any more. Look for slow queries; else raise maxAcu.`,
    threshold: Token.asNumber(inputs.max_acu),
    period: 300,
    periods: 3,
  });
  for (const [at, node] of nodesOf(inputs.replication_group_id, cacheNodes).entries()) {
    const memory = metrics.cache(node, "DatabaseMemoryUsagePercentage");
    alarmOn(alarms, `cache_memory_${at + 1}`, memory, {
      says: `Node ${at + 1} of the cache has used ${cacheMemoryPercent} % of its memory for a quarter of an hour: soon it drops what is still wanted, limits and events too. Take a larger node type.`,
      threshold: cacheMemoryPercent,
      period: 300,
      periods: 3,
    });
  }
}
