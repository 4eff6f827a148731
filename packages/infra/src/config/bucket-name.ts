const PREFIXES = ["xn--", "sthree-", "amzn-s3-demo-"];
const SUFFIXES = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an"];
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/u;

/**
 * Why S3 would refuse a bucket of this name, with the fix; undefined for a good name. Dots are refused, too:
 * S3 allows them, but its TLS certificate does not cover such names.
 */
export function bucketNameFault(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) {
    return `has ${name.length} characters; a bucket's name has 3 to 63`;
  }
  const bad = /[^a-z0-9-]/u.exec(name)?.[0];
  if (IP_ADDRESS.test(name)) return "looks like an IP address; use a name";
  if (bad === ".") return "has a dot, which TLS to the bucket does not work with; use hyphens";
  if (bad !== undefined) {
    return `contains "${bad}"; use lower-case letters, digits and hyphens only`;
  }
  if (!/^[a-z0-9].*[a-z0-9]$/u.test(name)) return "must begin and end with a letter or a digit";
  const prefix = PREFIXES.find((start) => name.startsWith(start));
  if (prefix !== undefined) return `begins with "${prefix}", which AWS keeps for itself`;
  const suffix = SUFFIXES.find((end) => name.endsWith(end));
  if (suffix !== undefined) return `ends with "${suffix}", which AWS keeps for itself`;
  return undefined;
}
