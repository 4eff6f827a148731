/** The region of every rehearsal that asks for none. */
const REGION = "us-east-1";

/** Variables that would point Terraform, or an AWS library, at something of the person's own. */
const THEIRS = /^(?:AWS_|TF_)/;

/**
 * The environment in which Terraform meets the emulator and nothing else: no account, profile or setting
 * of the person who runs it gets through, so that a rehearsal cannot touch what is real.
 *
 * @param cliConfigFile the Terraform CLI configuration to use
 * @param reattach the value of `TF_REATTACH_PROVIDERS`, where a stand-in is used
 */
export function terraformEnvironment(
  env: NodeJS.ProcessEnv,
  { cliConfigFile, reattach }: { cliConfigFile: string; reattach?: string | undefined },
): NodeJS.ProcessEnv {
  const rest = Object.entries(env).filter(([name]) => !THEIRS.test(name));
  return {
    ...Object.fromEntries(rest),
    TF_CLI_CONFIG_FILE: cliConfigFile,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    // Staging and prod have no default of it, and an emulator asks for no image that is there.
    TF_VAR_image_tag: "rehearsed",
    CHECKPOINT_DISABLE: "1",
    ...(reattach === undefined ? {} : { TF_REATTACH_PROVIDERS: reattach }),
  };
}

/** What sends every AWS call of Terraform to the emulator at `url`. */
export function emulatorVariables(url: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
}
