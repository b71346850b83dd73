// The dialog in which the edges of a document are set by hand. It is fetched when it is asked for
// (boot.js), since few need it. It knows no words: they come with the picture.
// An outline is { size, corners, turns }: four corners (top left, top right, bottom right, bottom
// left) and the size of a picture that is seen turned clockwise by so many quarters. All in whole
// pixels of the picture at full size, from its edges: the last column ends at the width.

/** No side may be shorter than this part of the picture's longer side. Chosen by us. */
const SHORTEST = 1 / 20;
/** From the edges of the picture to where most documents begin. Chosen by us. */
const INSET = 0.08;
/** What an arrow key moves by, as a part of the longer side; and with Shift. */
const STEPS = [0.01, 0.002];

/** Another view of the same corners, in the same order. */
const rotated = ({ size: [width, height], corners, turns }) =>
  ({ size: [height, width], corners: corners.map(([x, y]) => [height - y, x]), turns: (turns + 1) % 4 });

/** The picture turned to the right by one quarter more: what was bottom left is top left. */
export function turned(outline) {
  const { corners, ...seen } = rotated(outline);
  return { ...seen, corners: [corners[3], ...corners.slice(0, 3)] };
}

/** How far the way along the sides runs as it should: first to the right. */
const rightward = ({ corners: [a, b, c, d] }) => b[0] - a[0] + c[0] - d[0] + d[1] - a[1] + c[1] - b[1];

/** A corner brought there, or as near as the picture reaches. */
export function placed(outline, corner, to) {
  const there = to.map((at, axis) => Math.min(Math.max(Math.round(at), 0), outline.size[axis]));
  return { ...outline, corners: outline.corners.map((at, n) => (n === corner ? there : at)) };
}

/** A document whose corners are known in the order in which it is read: seen so that it can be. */
export function seen(size, quad) {
  let outline = { size, corners: quad, turns: 0 };
  // Middles of pixels become edges, and what hangs over the frame is brought into it.
  quad.forEach((at, n) => { outline = placed(outline, n, at.map((at) => at + 0.5)); });
  let best = outline;
  for (let n = 0; n < 3; n += 1) {
    outline = rotated(outline);
    if (rightward(best) < rightward(outline)) best = outline;
  }
  return best;
}

/** A part of the picture along its edges: without any distance, the whole. */
export function inset(outline, part = INSET) {
  const [left, top] = outline.size.map((side) => Math.floor(side * part));
  const [right, bottom] = [outline.size[0] - left, outline.size[1] - top];
  return { ...outline, corners: [[left, top], [right, top], [right, bottom], [left, bottom]] };
}

/** Why nothing can be cut along it: `small`, `crossed` or nothing. */
export function problem({ size, corners }) {
  const sides = corners.map((from, n) => corners[(n + 1) % 4].map((at, axis) => at - from[axis]));
  if (sides.some((way) => Math.hypot(...way) < Math.max(...size) * SHORTEST)) return "small";
  // Seen from above, a document turns to the right at each of its corners.
  const isTurning = ([x, y], n) => 0 < x * sides[(n + 1) % 4][1] - y * sides[(n + 1) % 4][0];
  return sides.every(isTurning) ? "" : "crossed";
}

/** The corners in the picture as it was given, in the order in which the document is read. */
export function quad(outline) {
  let given = outline;
  while (given.turns) given = rotated(given);
  return given.corners.map((at) => at.map((at) => at - 0.5));
}

/** What is asked of the photo worker. A whole picture is kept as it was framed: it is judged by the
    document that was found in it, and turned as it is seen. */
export function cut(outline, found) {
  if (String(outline.corners) !== String(inset(outline, 0).corners)) return { crop: "document", corners: quad(outline) };
  let document = found ?? outline;
  if (!document.turns && !outline.turns) return { crop: "none" };
  while (document.turns !== outline.turns) document = turned(document);
  return { crop: "none", corners: quad(document) };
}

/** Where one begins: with what was chosen before, else with what was found, else with most of it. */
export function start({ size, found, before }) {
  const known = before?.corners ?? found;
  const outline = known ? seen(size, known) : inset({ size, turns: 0 });
  return before?.crop === "none" ? inset(outline, 0) : outline;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function page(words, url, hasFound) {
  const picture = (alt) => `<div class="rz-edges__picture"><img src="${url}" alt="${alt}" draggable="false"></div>`;
  const button = (act, look) => `<button type="button" class="rz-button rz-button--${look}" data-act="${act}" aria-describedby="edges-problem">${words[act]}</button>`;
  const rings = [0, 1, 2, 3].map((n) => `<button type="button" data-corner="${n}" aria-label="${words[`corner${n}`]}"></button>`);
  return `<h2 id="edges-title" tabindex="-1" autofocus>${words.title}</h2>
    <div class="rz-edges__room"><div class="rz-edges__stage">${picture(words.original)}<div class="rz-edges__lines"></div>
      ${rings.join("")}<div class="rz-edges__lens">${picture("")}</div></div></div>
    <div class="rz-edges__panel"><p class="rz-edges__hint" id="edges-hint">${words.hint}</p>
      <p class="rz-field__problem" id="edges-problem" role="status" tabindex="-1"></p>
      <p class="rz-live-region" id="edges-said" role="status"></p>
      <div class="rz-edges__buttons">${["left", "right", "whole"].map((act) => button(act, "secondary")).join("")}
        ${hasFound ? button("found", "secondary") : ""}${button("cancel", "quiet")}${button("use", "primary")}</div></div>`;
}

/** Settled once the entry of the dialog before is left. */
let left = Promise.resolve();

/** Opens the dialog. Tells what is asked of the worker, as JSON; nothing where it was given up. */
export async function edit({ url, size, found: quad, before, words }) {
  await left;
  const found = quad && seen(size, quad);
  let outline = start({ size, found: quad, before: before && JSON.parse(before) });
  let [corner, grip, answer, isBack] = [0, null, undefined, false];
  const dialog = Object.assign(document.createElement("dialog"), { className: "rz-edges", innerHTML: page(words, url, found) });
  dialog.setAttribute("aria-labelledby", "edges-title");
  dialog.setAttribute("aria-describedby", "edges-hint");
  const part = (selector) => dialog.querySelector(selector);
  const [stage, lines, said, told] = [".rz-edges__stage", ".rz-edges__lines", "#edges-said", "#edges-problem"].map(part);

  function draw() {
    const { size: [w, h], corners, turns } = outline;
    const [a, b] = turns % 2 ? [h, w] : [w, h];
    const [x, y] = corners[corner];
    // The magnified view keeps away from the finger.
    const numbers = { w, h, a, b, turns, x, y, left: Number(x * 2 < w) };
    for (const [name, value] of Object.entries(numbers)) stage.style.setProperty(`--${name}`, value);
    corners.forEach((at, n) => at.forEach((at, axis) => part(`[data-corner="${n}"]`).style.setProperty(["--x", "--y"][axis], at)));
    const path = `M${corners.join(" ")}z`;
    lines.innerHTML = `<svg viewBox="0 0 ${w} ${h}" aria-hidden="true"><path d="M0 0H${w}V${h}H0z${path}"/><path d="${path}"/></svg>`;
    const why = words[problem(outline)] ?? "";
    if (told.textContent !== why) told.textContent = why;
  }
  const move = (to) => { outline = placed(outline, corner, to); };
  function tell() {
    const [x, y] = outline.corners[corner].map((at, axis) => ((at / outline.size[axis]) * 100).toFixed(1));
    said.textContent = words.there.replace("{corner}", words[`corner${corner}`]).replace("{x}", x).replace("{y}", y);
  }
  const letGo = () => {
    grip?.ring.removeAttribute("data-held");
    grip = null;
  };
  const acts = {
    right: () => { outline = turned(outline); },
    left: () => { outline = turned(turned(turned(outline))); },
    whole: () => { outline = inset(outline, 0); },
    found: () => { outline = found; },
    cancel: () => dialog.close(),
    use: () => {
      if (problem(outline)) return told.focus();
      answer = JSON.stringify(cut(outline, found));
      dialog.close();
    },
  };
  const hears = {
    click: ({ target }) => acts[target.dataset.act]?.(),
    focusin: ({ target }) => { corner = Number(target.dataset.corner ?? corner); },
    focusout: ({ target }) => target.removeAttribute("data-held"),
    keydown(event) {
      const [way, step] = [ARROWS[event.key], STEPS[Number(event.shiftKey)] * Math.max(...outline.size)];
      if (!way || !event.target.dataset.corner) return;
      event.preventDefault();
      event.target.setAttribute("data-held", "");
      move(outline.corners[corner].map((at, axis) => at + way[axis] * Math.max(1, step)));
      tell();
    },
    pointerdown(event) {
      const ring = event.target;
      if (grip || !ring.dataset.corner) return;
      // Else the picture would be dragged, or words be marked.
      event.preventDefault();
      ring.setPointerCapture(event.pointerId);
      ring.focus();
      ring.setAttribute("data-held", "");
      grip = { ring, id: event.pointerId, from: [event.clientX, event.clientY], corner: outline.corners[corner] };
    },
    pointermove({ pointerId, clientX, clientY }) {
      if (grip?.id !== pointerId) return;
      // As many pixels of the picture as the finger went on the screen.
      const scale = outline.size[0] / stage.clientWidth;
      move([clientX, clientY].map((at, axis) => grip.corner[axis] + (at - grip.from[axis]) * scale));
    },
    pointerup({ pointerId }) {
      if (grip?.id !== pointerId) return;
      letGo();
      tell();
    },
    pointercancel: letGo,
  };
  for (const [name, hear] of Object.entries(hears)) dialog.addEventListener(name, (event) => (hear(event), draw()));
  document.body.append(dialog);
  draw();
  dialog.showModal();
  // The way back closes it: it has an entry of its own, with the same address.
  history.pushState(null, "");
  left = new Promise((done) => addEventListener("popstate", done, { once: true })).then(() => {
    isBack = true;
    dialog.close();
  });
  await new Promise((done) => dialog.addEventListener("close", done));
  dialog.remove();
  if (!isBack) history.back();
  return answer;
}
