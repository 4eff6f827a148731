/** Where the API is. The only reader of the page's environment; read at each start, not at build. */
export const apiOrigin = (): string => process.env["API_ORIGIN"] ?? "http://127.0.0.1:5000";
