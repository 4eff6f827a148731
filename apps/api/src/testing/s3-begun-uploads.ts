interface BegunUpload {
  readonly key: string;
  readonly id: string;
}

/** An emulated S3's list of uploads in parts, with the times and the pages that it does not have by itself. */
export function createBegunUploads() {
  const times = new Map<string, string>();
  const isListed = (url: string) => new URL(url, "http://s3").searchParams.has("uploads");

  return {
    /** Remembers when an upload was begun. */
    note(method: string, url: string): void {
      const { pathname } = new URL(url, "http://s3");
      if (method === "POST" && isListed(url)) times.set(pathname, new Date().toISOString());
    },

    lists: isListed,

    /** The page that was asked for, of the emulator's whole list of the bucket at `path`. */
    page(path: string, list: string, asked: URLSearchParams): string {
      const bucket = path.replaceAll("/", "");
      const behind = toUploads(list)
        .filter(({ key }) => key.startsWith(asked.get("prefix") ?? ""))
        .sort(compare)
        .filter((upload) => compare(upload, markerOf(asked)) > 0);
      const page = behind.slice(0, Number(asked.get("max-uploads") ?? 1_000));
      const last = page.at(-1);
      const next =
        last === undefined || page.length === behind.length
          ? "<IsTruncated>false</IsTruncated>"
          : `<IsTruncated>true</IsTruncated><NextKeyMarker>${last.key}</NextKeyMarker><NextUploadIdMarker>${last.id}</NextUploadIdMarker>`;
      const uploads = page.map(({ key, id }) => {
        const at = times.get(`/${bucket}/${key}`) ?? new Date().toISOString();
        return `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`;
      });
      return `<?xml version="1.0"?><ListMultipartUploadsResult>${next}${uploads.join("")}</ListMultipartUploadsResult>`;
    },
  };
}

const markerOf = (asked: URLSearchParams): BegunUpload => ({
  key: asked.get("key-marker") ?? "",
  id: asked.get("upload-id-marker") ?? "",
});

const compare = (a: BegunUpload, b: BegunUpload) => order(a.key, b.key) || order(a.id, b.id);

const order = (a: string, b: string) => Number(a > b) - Number(a < b);

function toUploads(list: string): BegunUpload[] {
  const uploads = list.split("<Upload>").slice(1);
  return uploads.map((upload) => ({ key: inside(upload, "Key"), id: inside(upload, "UploadId") }));
}

const inside = (xml: string, name: string) =>
  new RegExp(`<${name}>([^<]*)</${name}>`, "u").exec(xml)?.[1] ?? "";
