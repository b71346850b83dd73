// A photo of 12 megapixels that is hard to make small: shapes, lines and
// writing everywhere, and the grain of a sensor. The same on every run; fonts
// make it differ a little between machines.

const WIDTH = 4032;
const HEIGHT = 3024;

/** mulberry32: small, and its numbers are the same everywhere. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns {Promise<string>} a JPEG in base64, which is what crosses to Node.js */
export async function drawDetail() {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  const next = random(20_251_122);
  const upTo = (limit) => next() * limit;
  const colour = () => `hsl(${upTo(360) | 0} ${upTo(70) | 0}% ${15 + upTo(75) | 0}%)`;

  context.fillStyle = "#b9b2a6";
  context.fillRect(0, 0, WIDTH, HEIGHT);
  for (let i = 0; i < 1500; i++) {
    context.fillStyle = colour();
    context.beginPath();
    context.ellipse(upTo(WIDTH), upTo(HEIGHT), 4 + upTo(120), 4 + upTo(80), upTo(Math.PI), 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = colour();
    context.lineWidth = 0.5 + upTo(5);
    context.beginPath();
    const [x, y] = [upTo(WIDTH), upTo(HEIGHT)];
    context.moveTo(x, y);
    context.lineTo(x + upTo(800) - 400, y + upTo(800) - 400);
    context.stroke();
    context.fillStyle = colour();
    context.font = `${14 + upTo(50) | 0}px sans-serif`;
    context.fillText(next().toString(36).slice(2), upTo(WIDTH), upTo(HEIGHT));
  }
  const picture = context.getImageData(0, 0, WIDTH, HEIGHT);
  const { data } = picture;
  for (let i = 0; i < data.length; i += 4) {
    const grain = (next() + next() - 1) * 8;
    data[i] += grain;
    data[i + 1] += grain;
    data[i + 2] += grain;
  }
  context.putImageData(picture, 0, 0);

  const photo = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
  const reader = new FileReader();
  return new Promise((done, fail) => {
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(photo);
  });
}
