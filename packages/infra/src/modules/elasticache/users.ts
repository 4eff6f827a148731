import { CloudformationStack } from "@cdktf/provider-aws/lib/cloudformation-stack/index.js";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user/index.js";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";
import { apiUserTemplate } from "./api-user-template.ts";

/** Who may speak to the cache, as references. */
export interface CacheUsers {
  readonly groupId: string;
  readonly secretArn: string;
}

interface UsersProps {
  readonly name: (rest: string) => string;
  readonly key: KmsKey | undefined;
}

/** Two users: the API's, and the one that Redis takes for whoever gives no name, who may do nothing. */
export function cacheUsers(scope: Construct, { name, key }: UsersProps): CacheUsers {
  // The provider keeps a user's password in the state. CloudFormation reads it from the secret itself, and
  // makes it there, too: it never leaves AWS.
  const api = new CloudformationStack(scope, "aws_cloudformation_stack.api_user", {
    name: name("cache-api-user"),
    templateBody: Fn.jsonencode(apiUserTemplate({ name, keyArn: key?.arn })),
  });
  const nobody = new ElasticacheUser(scope, "aws_elasticache_user.default", {
    userId: name("default"),
    userName: "default",
    engine: "redis",
    accessString: "off ~* -@all",
    // As an authentication mode AWS gives it back under another name, and every plan would show a change.
    noPasswordRequired: true,
  });
  const group = new ElasticacheUserGroup(scope, "aws_elasticache_user_group.main", {
    userGroupId: name("cache"),
    engine: "redis",
    userIds: [nobody.userId, name("api")],
    dependsOn: [api],
  });
  // A stack whose making has failed has no outputs, and must not keep the rest from being destroyed.
  const secretArn = Token.asString(Fn.try([api.outputs.lookup("SecretArn"), ""]));
  return { groupId: group.userGroupId, secretArn };
}
