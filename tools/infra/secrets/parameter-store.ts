import { DescribeParametersCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { toldByAws } from "../told-by-aws.ts";
import type { WantedSecret } from "./wanted.ts";

/** Where the secrets of one environment are. */
export interface SecretStore {
  /** Names of secrets that are there, with when each was last put. No value is read. */
  present(secrets: readonly WantedSecret[]): Promise<ReadonlyMap<string, Date | undefined>>;
  /** @param replace whether it may be there already */
  put(secret: WantedSecret, value: string, replace: boolean): Promise<void>;
  close(): void;
}

interface Place {
  readonly region: string;
  readonly projectName: string;
  readonly environment: string;
}

/**
 * AWS Systems Manager, with the credentials and the endpoint that the AWS CLI would take: profiles,
 * AWS_ENDPOINT_URL and all.
 */
export function parameterStore({ region, projectName, environment }: Place): SecretStore {
  const client = new SSMClient({ region });
  const prefix = `/${projectName}/${environment}/`;
  const tags = [
    { Key: "Project", Value: projectName },
    { Key: "Environment", Value: environment },
    { Key: "ManagedBy", Value: "pnpm secrets" },
  ];
  return {
    async present(secrets) {
      const names = secrets.map(({ name }) => prefix + name);
      const filters = [{ Key: "Name", Option: "Equals", Values: names }];
      const command = new DescribeParametersCommand({ ParameterFilters: filters });
      const { Parameters = [] } = await toldByAws(() => client.send(command));
      return new Map(
        Parameters.map((one) => [(one.Name ?? "").slice(prefix.length), one.LastModifiedDate]),
      );
    },
    async put({ name, what }, value, replace) {
      const command = new PutParameterCommand({
        Name: prefix + name,
        Description: what,
        Value: value,
        Type: "SecureString",
        // AWS takes tags for a new parameter only.
        ...(replace ? { Overwrite: true } : { Tags: tags }),
      });
      await toldByAws(() => client.send(command));
    },
    close: () => client.destroy(),
  };
}
