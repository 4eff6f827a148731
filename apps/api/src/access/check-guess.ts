import { AppError } from "../errors/app-error.ts";
import type { AccessToken } from "./access-token.ts";
import type { GuessLimit } from "./guess-limit.ts";

/**
 * Whether somebody knows the access token. Guessing is slow, from whatever side.
 * @throws AppError access_token_wrong, sign_in_throttled
 */
export async function checkGuess(
  { accessToken, guesses }: { readonly accessToken: AccessToken; readonly guesses: GuessLimit },
  { given, address }: { readonly given: string; readonly address: string },
): Promise<void> {
  const right = accessToken.matches(given);
  await guesses.judge(address, { right });
  if (right) return;
  throw new AppError({
    code: "access_token_wrong",
    detail:
      "This is not the access token of this installation. Check it for typing errors, or ask whoever runs it (ACCESS_TOKEN).",
  });
}
