import { Fn } from "cdktf";

/** ElastiCache takes 16 to 128 characters; nobody guesses this many. */
const PASSWORD_LENGTH = 64;

interface TemplateProps {
  readonly name: (rest: string) => string;
  /** ARN of the key that the secret is encrypted with. @default the account's key of Secrets Manager */
  readonly keyArn: string | undefined;
}

/**
 * A CloudFormation template of the API's user of the cache, and of the secret with its name and password,
 * which is made in Secrets Manager and read from there when the user is made.
 */
export const apiUserTemplate = ({ name, keyArn }: TemplateProps) => ({
  AWSTemplateFormatVersion: "2010-09-09",
  Description: "The API's user of the cache, with a password that never leaves AWS.",
  Resources: {
    // It has no name of its own: one that was deleted would stay taken for days.
    Secret: {
      Type: "AWS::SecretsManager::Secret",
      Properties: {
        Description: `Name and password of the API's user of the cache of ${name("redis")}`,
        ...(keyArn && { KmsKeyId: keyArn }),
        GenerateSecretString: {
          SecretStringTemplate: Fn.jsonencode({ username: "api" }),
          GenerateStringKey: "password",
          PasswordLength: PASSWORD_LENGTH,
          ExcludePunctuation: true,
        },
      },
    },
    User: {
      Type: "AWS::ElastiCache::User",
      Properties: {
        UserId: name("api"),
        UserName: "api",
        Engine: "redis",
        // All keys and channels. Of the commands that read or stop the server, only INFO: clients begin with it.
        AccessString: "on ~* &* +@all -@dangerous +info",
        AuthenticationMode: { Type: "password", Passwords: [PASSWORD_IN_SECRET] },
      },
    },
  },
  Outputs: {
    SecretArn: { Value: { Ref: "Secret" } },
  },
});

/** CloudFormation puts the value in, and shows nobody. */
const PASSWORD_IN_SECRET = {
  "Fn::Join": ["", ["{{resolve:secretsmanager:", { Ref: "Secret" }, ":SecretString:password}}"]],
};
