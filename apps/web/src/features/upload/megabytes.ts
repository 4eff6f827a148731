const MEGABYTE = 1024 * 1024;

/** A limit of the size of files as a person says it: `25 MB`. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;
