// Pictures that are drawn for the benchmark, the same on every run; fonts make them differ a little
// between machines. Each is given in base64, which is what crosses to Node.js.

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

function base64(photo) {
  const reader = new FileReader();
  return new Promise((done, fail) => {
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(photo);
  });
}

/** A photo of 12 megapixels that is hard to make small: shapes, lines and writing everywhere, and the
    grain of a sensor. */
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

  return base64(await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 }));
}

/** A photo as a chat program passes it on: 2 megapixels. */
export async function drawSmall(file) {
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(1632, 1224);
  const context = canvas.getContext("2d", { alpha: false });
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return base64(await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 }));
}

/** What a phone's screen shows of a text, as PNG. */
export async function drawScreenshot() {
  const [width, height] = [1440, 3200];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  const next = random(20_251_123);
  context.fillStyle = "#f5f6f7";
  context.fillRect(0, 0, width, height);
  for (let y = 90, line = 0; y < height; line++, y += line % 7 ? 58 : 104) {
    context.fillStyle = line % 7 ? "#222" : "#07c160";
    context.font = `${line % 7 ? 38 : 54}px sans-serif`;
    let text = "";
    while (text.length < 44) text += `${next().toString(36).slice(2, 4 + 8 * next())} `;
    context.fillText(text, 48, y);
    if (line % 14 === 3) {
      const shade = context.createLinearGradient(48, y, width - 48, y + 360);
      shade.addColorStop(0, `hsl(${(360 * next()) | 0} 60% 60%)`);
      shade.addColorStop(1, `hsl(${(360 * next()) | 0} 60% 30%)`);
      context.fillStyle = shade;
      context.fillRect(48, y + 20, width - 96, 360);
      y += 380;
    }
  }
  return base64(await canvas.convertToBlob({ type: "image/png" }));
}
