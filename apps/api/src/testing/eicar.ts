/**
 * The test file that every virus scanner reports and that harms nobody (eicar.org). It is put
 * together here, so that scanners do not report this file.
 */
export const EICAR = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*"].join(""),
  "latin1",
);
