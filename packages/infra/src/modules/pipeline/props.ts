/** What an environment decides about its pipeline. */
export interface PipelineProps {
  /** The repository on GitHub that may deploy, `owner/name`. */
  readonly repository: string;
  /** Whether this environment makes the account's provider for GitHub, or finds it. @default "create" */
  readonly identityProvider: "create" | "existing";
  /** Where the environment's state is. */
  readonly state: { readonly bucket: string; readonly key: string; readonly lockTable: string };
}
