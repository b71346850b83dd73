// One call of renzheng/worker-client, wherever it runs. Nothing happens on import.

const PHOTO = ["inspectPhoto", "checkPhoto", "fitPhoto", "photoSource"];

/** A photo may come as a file, which tells its own name and type. */
export async function job(checks, name, args, tell) {
  if (!PHOTO.includes(name)) return checks[name](...args);
  const [photo, given] = args;
  const isFile = typeof Blob !== "undefined" && photo instanceof Blob;
  const options = isFile ? { fileName: photo.name, mimeType: photo.type || undefined, ...given } : given;
  tell({ stage: "reading" });
  let bytes = photo;
  if (isFile) {
    try {
      bytes = new Uint8Array(await photo.arrayBuffer());
    } catch (cause) {
      throw Object.assign(new Error("the file cannot be read any more", { cause }), { code: "renzheng.bad-bytes" });
    }
  }
  if (name !== "inspectPhoto") tell({ stage: "inspected", report: checks.inspectPhoto(bytes, inspectable(options)) });
  return checks[name](bytes, options);
}

// `inspectPhoto` takes no choice of the crop.
function inspectable(options) {
  if (!options || !("crop" in options)) return options;
  const { crop: _, ...others } = options;
  return others;
}
