/** A password is believed for so long: RDS renews it once a week, and from then on takes the new one alone. */
const FRESH_MS = 15_000;

interface RenewedPassword {
  /** What it is at the start. */
  readonly first: string;
  /** Reads what it is now. */
  readonly read: () => Promise<string>;
  /** Told why it could not be read: the last one is tried then. */
  readonly onFault: (error: unknown) => void;
  readonly now?: () => number;
}

/** A password for each new connection of a process that may live longer than the password does. */
export function renewedPassword({
  first,
  read,
  onFault,
  now = () => Date.now(),
}: RenewedPassword): () => Promise<string> {
  let password = first;
  let freshUntil = now() + FRESH_MS;
  let reading: Promise<void> | undefined;

  async function renew() {
    try {
      password = await read();
    } catch (error) {
      onFault(error);
    }
    freshUntil = now() + FRESH_MS;
    reading = undefined;
  }

  return async () => {
    if (now() >= freshUntil) reading ??= renew();
    await reading;
    return password;
  };
}
