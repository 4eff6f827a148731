import type { Service } from "@aws-sdk/client-ecs";
import { Failure } from "../../shared/failure.ts";
import type { ReleaseArguments } from "./arguments.ts";
import { deployByCodeDeploy } from "./blue-green.ts";
import type { Cloud } from "./cloud.ts";
import { sayStep, stepFor } from "./decide.ts";
import type { Described } from "./described.ts";
import { describeService, networkOf, revisionOf } from "./described.ts";
import { readImage } from "./image.ts";
import { requireImages } from "./images.ts";
import { migrate } from "./migrate.ts";
import type { Names, ServiceId } from "./names.ts";
import { SERVICES } from "./names.ts";
import { followRollout, followTasks } from "./rolling.ts";
import type { Waiting } from "./wait.ts";

export interface Release {
  readonly cloud: Cloud;
  readonly names: Names;
  readonly waiting: Waiting;
  /** Takes the lines that tell how it goes. */
  readonly tell: (line: string) => void;
}

/** A service, and what AWS says of it. */
interface Found {
  readonly described: Described;
  readonly service: Service;
}

/**
 * Brings the services of an environment to the newest revisions of their tasks, one after the other.
 *
 * @throws Failure that says what did not go, and what is to be done about it
 */
export async function release(args: ReleaseArguments, made: Release): Promise<void> {
  const { cloud, tell, waiting } = made;
  const found: Found[] = [];
  for (const id of SERVICES) found.push(await find(id, args.environment, made));
  for (const { described } of found) tell(sayStep(described, await tagBefore(described, cloud)));
  const revisions = found.map(({ described }) => described.newest);
  await requireImages(revisions, cloud, args.environment);
  if (args.migrate) await migrateFirst(found, made);
  for (const { described } of found) {
    waiting.signal.throwIfAborted();
    await bring(await asItIsNow(described, made), args, made);
  }
}

/** Minutes have gone by since it was described: ECS may have given up, or somebody else released. */
async function asItIsNow({ id, newest }: Described, { cloud }: Release): Promise<Described> {
  return describeService(id, (await cloud.service(id)) ?? {}, newest);
}

async function find(id: ServiceId, environment: string, { cloud, names }: Release): Promise<Found> {
  const service = await cloud.service(id);
  if (service === undefined) {
    throw new Failure(
      `There is no service ${names.services[id]} in the cluster ${names.cluster}. Deploy first: npx cdktf deploy ${environment} --var image_tag=TAG`,
    );
  }
  const newest = revisionOf(await cloud.taskDefinition(names.services[id]));
  return { service, described: describeService(id, service, newest) };
}

/** The tag that a service runs, where it is another revision than the newest. */
async function tagBefore(
  { running, newest }: Described,
  cloud: Cloud,
): Promise<string | undefined> {
  if (running === undefined || running === newest.arn) return undefined;
  const { containerDefinitions = [] } = await cloud.taskDefinition(running);
  const image = containerDefinitions[0]?.image ?? "";
  return readImage(image)?.tag ?? image;
}

async function migrateFirst([api]: readonly Found[], { cloud, names, waiting, tell }: Release) {
  const network = api && networkOf(api.service);
  if (network === undefined) {
    throw new Failure(
      `The service ${names.services.backend} has no network to migrate in. Deploy again, or release with --no-migration.`,
    );
  }
  const definition = await cloud.taskDefinition(names.migration);
  tell(`Migrating the database (revision ${definition.revision} of ${names.migration}) ...`);
  await migrate({ definition, network }, { cloud, waiting });
  tell("The database is up to date.");
}

async function bring(service: Described, args: ReleaseArguments, made: Release): Promise<void> {
  switch (stepFor(service)) {
    case "deploy":
      return await deployByCodeDeploy(service, args, made);
    case "settle":
      return await followTasks(service, made);
    case "roll":
      await made.cloud.roll(service.id, service.newest.arn);
      return await followRollout(service, made);
    case "follow":
      return await followRollout(service, made);
  }
}
