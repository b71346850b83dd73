// A PNG with at most 256 colours: a third of the size of what a browser draws, for pages of
// few colours. Knows the one kind of PNG that browsers draw: 8 bits, no interlacing.

import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const MOST_COLOURS = 256;

/** The same picture with few colours. */
export function quantised(png) {
  const { width, height, pixels } = decode(png);
  const { palette, indexOf } = choose(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0, at = 0; at < rows.length; at += 1) {
    // Each row begins with its filter: none.
    if (at % (width + 1)) rows[at] = indexOf(pixels[i++]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const plte = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [["IHDR", header], ["PLTE", plte], ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([SIGNATURE, ...parts.map(([type, data]) => chunk(type, data))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** CRC-32 of ISO 3309, as PNG has it. */
function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

/** The pixels as 0xRRGGBB. */
function decode(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push([png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const of = (type) => chunks.filter(([known]) => known === type).map(([, data]) => data);
  const [header] = of("IHDR");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const step = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || !step || header[12]) throw new Error("not a PNG of the kind that browsers draw");
  const bytes = inflateSync(Buffer.concat(of("IDAT")));
  const stride = width * step;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (stride + 1)];
    const row = bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let x = 0; x < stride; x += 1) {
      const [left, corner] = step <= x ? [row[x - step], above[x - step]] : [0, 0];
      row[x] += [0, left, above[x], (left + above[x]) >> 1, paeth(left, above[x], corner)][filter];
    }
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = (row[x * step] << 16) | (row[x * step + 1] << 8) | row[x * step + 2];
    }
    above = row;
  }
  return { width, height, pixels };
}

function paeth(left, above, corner) {
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(left + above - corner - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The most frequent colours, of those that look alike the most frequent. */
function choose(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [];
  const taken = new Set();
  for (const [colour] of [...counts].sort((one, other) => other[1] - one[1])) {
    const alike = colour & 0xf8f8f8;
    if (taken.has(alike)) continue;
    taken.add(alike);
    if (palette.push(colour) === MOST_COLOURS) break;
  }
  const known = new Map();
  const far = (one, other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  const indexOf = (colour) => {
    if (!known.has(colour)) {
      let best = 0;
      for (let i = 1; i < palette.length; i += 1) if (far(colour, palette[i]) < far(colour, palette[best])) best = i;
      known.set(colour, best);
    }
    return known.get(colour);
  };
  return { palette, indexOf };
}
