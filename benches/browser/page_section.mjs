// What docs/performance.md says of photos: the targets first, then everything that was measured.
import { COLUMNS, geomean } from "./report.mjs";

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map((_, i) => (i ? "--:" : "---"))), ...rows.map(row)].join("\n");
const two = (x) => (x === undefined ? "-" : x.toFixed(2));

/** Whose figures the targets are about. */
const WARM = "renzheng";
const COLD = "renzheng-cold";

/** What was set as the goal, what was measured, and whether that is reached. */
function targets({ photos, summary: { cells } }) {
  const of = (contender, group, name) => {
    const names = photos.filter((photo) => !group || photo.group === group).map((photo) => photo.name);
    return cells
      .filter((cell) => cell.contender === contender && names.includes(cell.photo))
      .flatMap((cell) => cell[name] ?? []);
  };
  const most = (list) => Math.max(...list);
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const goals = [
    ["time, 12 MP, cold", geomean(of(COLD, "12 MP", "ratio")), "< 1.00", (x) => x < 1],
    ["time, 12 MP, warm", geomean(of(WARM, "12 MP", "ratio")), "< 0.75", (x) => x < 0.75],
    ["time, 48 MP, warm", geomean(of(WARM, "48 MP", "ratio")), "< 0.80", (x) => x < 0.8],
    ["time, 48 MP, cold", geomean(of(COLD, "48 MP", "ratio")), "< 0.80", (x) => x < 0.8],
    ["longest silence of the page (worst median), ms", most(of(WARM, undefined, "block")), "≤ 16", (x) => x <= 16],
    ["peak, 12 MP, MB", most(of(WARM, "12 MP", "memory")), "≤ 130", (x) => x <= 130],
    ["peak, 48 MP, MB", most(of(WARM, "48 MP", "memory")), "≤ 250", (x) => x <= 250],
  ];
  const theirs = of("jsquash-worker", undefined, "ssim");
  if (theirs.length) {
    const difference = mean(of(WARM, undefined, "ssim")) - mean(theirs);
    goals.push(["mean SSIM, less that of mozjpeg (jSquash)", difference, "≥ 0", (x) => x >= 0, 4]);
  }
  return table(
    ["figure", "measured", "goal", "reached"],
    goals.map(([name, value, goal, isReached, digits = 2]) =>
      [name, Number.isFinite(value) ? value.toFixed(digits) : "-", goal, isReached(value) ? "yes" : "**no**"]),
  );
}

function rows(cells, names) {
  return table(names.map((name) => COLUMNS[name][0]), cells.map((cell) => names.map((name) => COLUMNS[name][1](cell[name]))));
}

/** @returns {string} Markdown */
export function photosSection(result) {
  const { photos, rounds, load, cores, versions, baseline, summary: { cells, overall } } = result;
  const parts = [
    `Measured ${result.date.slice(0, 10)}: medians of ${rounds} rounds in turns, on ${cores}; load ${load.map((x) => x.toFixed(1)).join(", ")}.`,
    `Ratio: time against \`${baseline}\` in the same round.`,
    Object.entries(versions).map((pair) => pair.join(" ")).join(", ") + ".",
    "",
    "### Goals",
    "",
    targets(result),
    "",
    "### All photos",
    "",
    "Geometric means of ms, ratio and CPU, mean SSIM, worst silence and peak of the medians.",
    "",
    rows(overall, ["contender", "fits", "ms", "ratio", "cpu", "ssim", "text", "block", "memory"]),
  ];
  for (const { name, width, height, bytes } of photos) {
    const own = cells.filter((cell) => cell.photo === name);
    parts.push("", `### ${name}: ${width} × ${height}, ${two(bytes / 1e6)} MB`, "");
    parts.push(rows(own, ["contender", "ms", "ratio", "cpu", "bytes", "fits", "ssim", "text", "block", "memory"]));
    const laps = own.flatMap(({ contender, laps }) => {
      const steps = Object.entries(laps).filter(([, ms]) => ms !== undefined);
      return steps.length ? [`${contender}: ${steps.map(([step, ms]) => `${step} ${ms.toFixed(0)}`).join(", ")} ms.`] : [];
    });
    for (const line of laps) parts.push("", line);
    for (const { contender, errors } of own) for (const error of errors) parts.push("", `${contender} failed: ${error}.`);
  }
  return parts.join("\n");
}
