// What a person typed and chose under faults, and whether it is still there. What was typed while the
// page said that it is not kept, or in the second before a tab was killed, may be there or not.

/** A save is over by then. */
const SAVED_WITHIN_MS = 1_200;

export class Oracle {
  /** By name of a field: what must be there; one of these where it is open. */
  known = new Map();
  recent = new Map();
  lastAt = 0;

  typed(name, value) {
    const before = this.recent.get(name)?.may ?? this.known.get(name) ?? [""];
    this.recent.set(name, { value, may: [...before, value] });
    this.lastAt = Date.now();
  }

  /** Everything is kept: it was there long enough, or the page has gone in good order. */
  keep() {
    for (const [name, { value }] of this.recent) this.known.set(name, [value]);
    this.recent.clear();
  }

  /** What was not kept yet may be lost. */
  doubt() {
    for (const [name, { may }] of this.recent) this.known.set(name, may);
    this.recent.clear();
  }

  /** The page goes. `isGood`: it can save before. `isSaid`: it said that it cannot keep it. */
  leave({ isGood, isSaid, isKilled }) {
    if (this.recent.size === 0) return;
    const isLong = SAVED_WITHIN_MS < Date.now() - this.lastAt;
    if (isSaid || (isKilled && !isLong)) this.doubt();
    else if (isGood || isLong) this.keep();
    else this.doubt();
  }

  /** What is not there that must be, as sentences. */
  missing(found) {
    this.keep();
    return [...this.known].filter(([name, may]) => name in found && !may.includes(found[name]))
      .map(([name, may]) => `${name} is “${found[name]}”, and not ${may.map((value) => `“${value}”`).join(" or ")}`);
  }
}
