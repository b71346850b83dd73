// From the runs to figures, and from the figures to a table.

const sorted = (list) => [...list].sort((a, b) => a - b);
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
export const geomean = (list) => (list.length ? Math.exp(mean(list.map(Math.log))) : undefined);
const most = (list) => (list.length ? Math.max(...list) : undefined);

export function median(list) {
  if (list.length === 0) return undefined;
  const half = (list.length - 1) / 2;
  const order = sorted(list);
  return (order[Math.floor(half)] + order[Math.ceil(half)]) / 2;
}

/** One contender on one photo. */
function cell({ runs, quality, memory, baseline }, photo, { id, limit }) {
  const of = (list) => list.filter((x) => x.photo === photo && x.contender === id);
  const all = of(runs);
  const good = all.filter((run) => !run.error);
  // Against the baseline of the same round: the machine's moods cancel out.
  const ratios = good.flatMap((run) => {
    const against = runs.find((x) => x.round === run.round && x.photo === photo && x.contender === baseline);
    return against?.ms ? [run.ms / against.ms] : [];
  });
  const lap = (name) => median(good.flatMap((run) => run.laps?.[name] ?? []));
  const bytes = most(good.map((run) => run.bytes));
  const undecodable = of(quality).flatMap(({ error }) => (error ? `its photo cannot be compared: ${error}` : []));
  return {
    photo,
    contender: id,
    errors: [...new Set(all.flatMap((run) => run.error ?? [])), ...undecodable],
    ms: median(good.map((run) => run.ms)),
    ratio: median(ratios),
    bytes,
    // Ours and the platform's give the same each time; the worst counts.
    deterministic: new Set(good.map((run) => run.bytes)).size <= 1,
    fits: good.length === all.length && bytes <= limit,
    cpu: median(good.map((run) => run.cpu)),
    ssim: of(quality)[0]?.ssim ?? undefined,
    text: of(quality)[0]?.text ?? undefined,
    block: median(good.map((run) => run.block)),
    memory: median(of(memory).map((x) => x.mb)),
    laps: { start: lap("start"), inspected: lap("inspected"), judged: lap("judged"), fitted: lap("fitted") },
  };
}

/** @returns {{cells: object[], overall: object[]}} */
export function summarize(result) {
  const { contenders } = result;
  const cells = result.photos.flatMap(({ name }) => contenders.map((contender) => cell(result, name, contender)));
  const overall = contenders.map(({ id }) => {
    const own = cells.filter((cell) => cell.contender === id);
    const known = (name) => own.flatMap((cell) => cell[name] ?? []);
    return {
      contender: id,
      fits: `${own.filter((cell) => cell.fits).length}/${own.length}`,
      ms: geomean(known("ms")),
      ratio: geomean(known("ratio")),
      cpu: geomean(known("cpu")),
      ssim: known("ssim").length === own.length ? mean(known("ssim")) : undefined,
      text: known("text").length ? mean(known("text")) : undefined,
      block: most(known("block")),
      memory: most(known("memory")),
    };
  });
  return { cells, overall };
}

/** What our own code did wrong; being slow is nothing of that. */
export function failures({ contenders, summary: { cells } }) {
  return contenders.filter(({ ours }) => ours).flatMap(({ id, limit }) =>
    cells
      .filter((cell) => cell.contender === id)
      .flatMap(({ photo, errors, bytes }) => {
        const over = limit < bytes ? [`${bytes} bytes are more than ${limit}`] : [];
        return [...errors, ...over].map((why) => `${id} on ${photo}: ${why}`);
      }),
  );
}

const number = (digits) => (x) => (x === undefined ? "-" : x.toFixed(digits));
export const COLUMNS = {
  contender: ["contender", String],
  ms: ["ms", number(0)],
  ratio: ["ratio", number(2)],
  bytes: ["bytes", number(0)],
  fits: ["fits", (x) => (x === true ? "yes" : x === false ? "NO" : x)],
  cpu: ["CPU ms", number(0)],
  ssim: ["SSIM", number(4)],
  text: ["text SSIM", number(4)],
  block: ["block ms", number(0)],
  memory: ["peak MB", number(0)],
};

function table(rows, names) {
  const lines = [names.map((name) => COLUMNS[name][0]), ...rows.map((row) => names.map((name) => COLUMNS[name][1](row[name])))];
  const widths = names.map((_, i) => most(lines.map((line) => line[i].length)));
  for (const line of lines) {
    console.log(`  ${line.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  ")}`);
  }
}

export function print({ rounds, load, cores, versions, worker, baseline, photos, summary: { cells, overall } }) {
  for (const { name, width, height, bytes } of photos) {
    console.log(`\n${name}: ${width} × ${height}, ${(bytes / 1e6).toFixed(1)} MB`);
    const rows = cells.filter((cell) => cell.photo === name);
    table(rows, ["contender", "ms", "ratio", "cpu", "bytes", "fits", "ssim", "text", "block", "memory"]);
    for (const { contender, errors, laps, deterministic } of rows) {
      for (const error of errors) console.log(`  ${contender} failed: ${error}`);
      if (!deterministic) console.log(`  ${contender} gave a different size each time; the largest is shown`);
      const steps = Object.entries(laps).filter(([, ms]) => ms !== undefined);
      if (steps.length) console.log(`  ${contender}: ${steps.map(([step, ms]) => `${step} ${ms.toFixed(0)}`).join(", ")} ms`);
    }
  }
  console.log("\nOverall: geometric means of ms and ratio, mean SSIM, worst block and peak of the medians");
  table(overall, ["contender", "fits", "ms", "ratio", "cpu", "ssim", "text", "block", "memory"]);
  console.log(`\nMedians of ${rounds} rounds. Ratio: time against ${baseline} in the same round. Block: longest silence of`);
  console.log("the page's thread. SSIM: at the source's size, grey, windows of 8 × 8. Peak: above the idle page, in a new");
  console.log(`one (worker included). Load ${load.map((x) => x.toFixed(1)).join(", ")} on ${cores}.`);
  console.log(`Worker built ${worker.built.toISOString()}. ${Object.entries(versions).map((pair) => pair.join(" ")).join(", ")}.`);
}
