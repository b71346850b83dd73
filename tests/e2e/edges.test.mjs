// The geometry of edges that are set by hand (web/edges.js), without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, inset, placed, problem, quad, seen, start, turned } from "../../web/edges.js";

const SIZE = [400, 300];
const TILTED = [[60, 40], [330, 50], [320, 250], [50, 240]];
const middles = (corners) => corners.map((at) => at.map((at) => at - 0.5));
/** The same outline, read from a later corner on. */
const reread = (quad, by) => [...quad.slice(by), ...quad.slice(0, by)];
const outline = (corners, turns = 0) => ({ size: SIZE, corners, turns });

test("what is read is seen upright, and comes back as it was", () => {
  for (let quarters = 0; quarters < 4; quarters += 1) {
    const given = reread(middles(TILTED), quarters);
    const found = seen(SIZE, given);
    assert.equal(found.turns, (4 - quarters) % 4);
    assert.deepEqual(found.size, quarters % 2 ? [300, 400] : SIZE);
    assert.ok(found.corners[0][0] + 150 < found.corners[1][0] && !problem(found), JSON.stringify(found));
    assert.deepEqual(quad(found), given);
  }
});

test("after a turn one reads on from the corner before", () => {
  const found = seen(SIZE, middles(TILTED));
  const once = turned(found);
  assert.deepEqual([once.turns, once.size, once.corners[0]], [1, [300, 400], [300 - 240, 50]]);
  assert.deepEqual(quad(once), reread(quad(found), 3));
  assert.deepEqual(turned(turned(turned(once))), found);
});

test("corners stay in the picture, in whole pixels", () => {
  const cases = [[[-5, 10], [0, 10]], [[401, 301], [400, 300]], [[-1e9, 1e9], [0, 300]], [[7.4, 7.6], [7, 8]]];
  for (const [to, there] of cases) assert.deepEqual(placed(outline(TILTED), 2, to).corners[2], there);
  const over = seen(SIZE, [[-90, -9], [500, -0.5], [399.5, 299.5], [-0.5, 310]]);
  assert.deepEqual(over.corners.map((at) => at.map((at) => at + 0)), inset(outline(), 0).corners);
});

test("crossed and small outlines are told", () => {
  const cases = [
    [[[0, 0], [400, 0], [400, 300], [0, 300]], ""],
    [[[10, 10], [390, 20], [380, 290], [5, 280]], ""],
    // Left and right are exchanged; two sides cross; a corner is pushed in; three lie in a line.
    [[[400, 0], [0, 0], [0, 300], [400, 300]], "crossed"],
    [[[0, 0], [400, 0], [0, 300], [400, 300]], "crossed"],
    [[[250, 200], [400, 0], [400, 300], [0, 300]], "crossed"],
    [[[0, 0], [200, 0], [400, 0], [0, 300]], "crossed"],
    // A twentieth of 400 is enough, less is not.
    [[[0, 0], [400, 0], [400, 20], [0, 20]], ""],
    [[[0, 0], [400, 0], [400, 19], [0, 19]], "small"],
    [[[9, 9], [9, 9], [9, 9], [9, 9]], "small"],
  ];
  for (const [corners, why] of cases) assert.equal(problem(outline(corners)), why, JSON.stringify(corners));
});

test("one begins with what was chosen, else what was found, else most of the picture", () => {
  const most = [[32, 24], [368, 24], [368, 276], [32, 276]];
  assert.deepEqual(start({ size: SIZE }), outline(most));
  const found = middles(TILTED);
  assert.deepEqual(start({ size: SIZE, found }), outline(TILTED));
  assert.deepEqual(start({ size: SIZE, found, before: { crop: "document", corners: middles(most) } }), outline(most));
  const whole = inset(outline(), 0).corners;
  assert.deepEqual(start({ size: SIZE, found, before: { crop: "none" } }), outline(whole));
  const turns = start({ size: SIZE, found, before: { crop: "none", corners: reread(found, 1) } });
  assert.deepEqual([turns.turns, turns.size, turns.corners[2]], [3, [300, 400], [300, 400]]);
});

test("the whole picture is no document, and turns as it is seen", () => {
  const whole = inset(outline(), 0);
  assert.deepEqual(cut(whole), { crop: "none" });
  assert.deepEqual(cut(turned(whole)), { crop: "none", corners: reread(middles(whole.corners), 3) });
  // A document that lies on its side: seen upright, or as it was given.
  const found = seen(SIZE, reread(middles(TILTED), 1));
  assert.deepEqual(cut(inset(found, 0), found), { crop: "none", corners: quad(found) });
  const back = turned(found);
  assert.equal(back.turns, 0);
  assert.deepEqual(cut(inset(back, 0), found), { crop: "none", corners: quad(back) });
});

test("what was set is the document", () => {
  const set = { crop: "document", corners: middles(TILTED) };
  for (const found of [undefined, outline(TILTED)]) assert.deepEqual(cut(outline(TILTED), found), set);
  // Rust looks at how it begins.
  assert.match(JSON.stringify(cut(inset(outline(), 0))), /^\{"crop":"none"/);
});
