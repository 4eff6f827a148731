import { Failure } from "../shared/failure.ts";
import type { WantedProvider } from "./provider-folder.ts";
import { holdsProvider } from "./provider-folder.ts";
import { MIRROR_VARIABLE, providerPlaces } from "./provider-places.ts";
import { registryAnswers } from "./registry.ts";

/** The providers that the stacks use, at the versions their bindings were made for. */
export const AWS: WantedProvider = { name: "aws", major: 5 };
const RANDOM: WantedProvider = { name: "random", major: 3 };

/** Where a provider comes from: a folder of this machine, the registry, or nowhere. */
export type Source = { readonly folder: string } | "registry" | undefined;

export interface Sources {
  readonly aws: Exclude<Source, undefined>;
  readonly random: Source;
}

const NO_AWS = [
  "The AWS provider 5.x is nowhere to be had: no mirror and no plugin cache holds it, and",
  "registry.terraform.io does not answer. Connect to the network, or name a folder that has",
  `registry.terraform.io/hashicorp/aws/5.x in it: ${MIRROR_VARIABLE}=FOLDER`,
].join(" ");

/** The first folder of this machine that holds a provider. */
export function localFolder(
  wanted: WantedProvider,
  env: NodeJS.ProcessEnv,
  places: readonly string[] = providerPlaces(env),
): string | undefined {
  return places.find((place) => holdsProvider(place, wanted));
}

/**
 * Finds the providers: on this machine first, then in the registry.
 *
 * @throws Failure when the AWS provider cannot be had
 */
export async function findProviders(
  env: NodeJS.ProcessEnv,
  { places = providerPlaces(env), answers = registryAnswers } = {},
): Promise<Sources> {
  const [aws, random] = [AWS, RANDOM].map((wanted) => localFolder(wanted, env, places));
  const everywhere = aws !== undefined && random !== undefined;
  const registry = !everywhere && (await answers(env)) ? "registry" : undefined;
  const source = (folder: string | undefined) => (folder === undefined ? registry : { folder });
  const awsSource = source(aws);
  if (awsSource === undefined) throw new Failure(NO_AWS);
  return { aws: awsSource, random: source(random) };
}
