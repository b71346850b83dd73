// Who takes part. `open(config)` gives something that runs and closes;
// `run(file)` gives `{ photo: Blob, laps? }`, with the milliseconds at which it
// had come how far. A `fresh` one is opened anew for each run, inside the time.
// `ours` must stay within `limit`, or the benchmark fails.

import { bic, bicReadme } from "./bic.mjs";
import { compressor } from "./compressor.mjs";
import { jsquash } from "./jsquash.mjs";
import { pica } from "./pica.mjs";
import { bisecting, interpolating, webCodecs } from "./platform.mjs";
import { renzheng, renzhengCold } from "./renzheng.mjs";

export const CONTENDERS = [
  renzheng, renzhengCold, bisecting, interpolating, webCodecs, bicReadme, bic, compressor, pica, jsquash,
];

/** What the ratios are against. */
export const BASELINE = bisecting.id;
