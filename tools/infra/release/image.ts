/** An image as a task definition names it. */
export interface Image {
  /** The account whose registry it is in. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

const IMAGE = /^(?<registry>\d+)\.dkr\.ecr\.[^/]+\/(?<repository>[^:@]+):(?<tag>[^:/]+)$/u;

/** Reads `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`; undefined for any other image. */
export function readImage(name: string): Image | undefined {
  const { registry, repository, tag } = IMAGE.exec(name)?.groups ?? {};
  if (registry === undefined || repository === undefined || tag === undefined) return undefined;
  return { registry, repository, tag };
}
