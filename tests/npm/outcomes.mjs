// What the package's functions make of a file, in the form of
// tests/data/formats.reports.json. Runs in Node and in a page alike.

export async function outcome(renzheng, name, bytes) {
  const options = { fileName: name };
  const { photo, ...rest } = await renzheng.fitPhoto(bytes, options);
  const plain = {
    inspect: await renzheng.inspectPhoto(bytes, options),
    check: await renzheng.checkPhoto(bytes, options),
    fit: { ...rest, sha256: photo ? await sha256(photo) : null },
  };
  // Classes and absent properties do not survive a file either.
  return JSON.parse(JSON.stringify(plain));
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
