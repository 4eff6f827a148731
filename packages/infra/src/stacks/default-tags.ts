/** The article's tags on all that an environment has. */
export const defaultTags = (environment: string) => ({
  Project: "caption-generator",
  Environment: environment,
  ManagedBy: "terraform",
});
