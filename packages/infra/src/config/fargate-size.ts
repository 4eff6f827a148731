const GIB = 1024;

/** From, to and step of the memory that Fargate offers with so many CPU units, in MiB. */
interface Offer {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Source: "Fargate task definition considerations" in the Amazon ECS Developer Guide, Linux tasks. */
const OFFERS: ReadonlyMap<number, Offer> = new Map([
  [256, { from: 512, to: 2 * GIB, step: 512 }],
  [512, { from: GIB, to: 4 * GIB, step: GIB }],
  [1024, { from: 2 * GIB, to: 8 * GIB, step: GIB }],
  [2048, { from: 4 * GIB, to: 16 * GIB, step: GIB }],
  [4096, { from: 8 * GIB, to: 30 * GIB, step: GIB }],
  [8192, { from: 16 * GIB, to: 60 * GIB, step: 4 * GIB }],
  [16384, { from: 32 * GIB, to: 120 * GIB, step: 8 * GIB }],
]);

const offers = ({ from, to, step }: Offer, memory: number): boolean =>
  memory >= from && memory <= to && (memory - from) % step === 0;

/** 256 CPU units have 512, 1024 or 2048 MiB, but not 1536: the only gap in the steps. */
const isGap = (cpu: number, memory: number): boolean => cpu === 256 && memory === 1536;

/**
 * Why Fargate has no task of this size, with the sizes it has; undefined for a size it has.
 *
 * @param cpu CPU units, 1024 of which are one virtual CPU
 * @param memory MiB
 */
export function fargateSizeFault(cpu: number, memory: number): string | undefined {
  const offer = OFFERS.get(cpu);
  if (offer === undefined) {
    return `${cpu} CPU units are not a size of Fargate; use one of ${[...OFFERS.keys()].join(", ")}.`;
  }
  if (offers(offer, memory) && !isGap(cpu, memory)) return undefined;
  const choice =
    cpu === 256 ? "512, 1024 or 2048" : `${offer.from} to ${offer.to} in steps of ${offer.step}`;
  return `${memory} MiB of memory is not offered by Fargate with ${cpu} CPU units; use ${choice}.`;
}
