/** The two variables that every module takes, for the names of what it makes. */
export const PROJECT_INPUTS = {
  project_name: { type: "string", description: "Name of the project" },
  environment: { type: "string", description: "Environment name" },
} as const;

/** Makes the names of a project's resources in one environment. */
export const naming =
  ({
    project_name,
    environment,
  }: {
    readonly project_name: string;
    readonly environment: string;
  }) =>
  (rest: string): string =>
    `${project_name}-${environment}-${rest}`;
