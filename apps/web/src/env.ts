/** Where the API is. Read at each start, not at build, as all that is here, the only reader of the environment. */
export const apiOrigin = (): string => process.env["API_ORIGIN"] ?? "http://127.0.0.1:5000";

/** Where browsers send files, if that is not the page's own origin: the bucket's. */
export const uploadsOrigin = (): string | undefined => process.env["UPLOADS_ORIGIN"];
