// Put before every worker's script by benches/reading.mjs: keeps each WebAssembly.Memory, whose size never shrinks, so
// that it can be asked for. A classic script, since some workers are.
(() => {
  const kept = new Set();
  const keep = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) kept.add(value);
    return instance;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      keep(made.instance ?? made);
      return made;
    };
  }
  const { Memory } = WebAssembly;
  WebAssembly.Memory = new Proxy(Memory, {
    construct(target, given) {
      const memory = new target(...given);
      kept.add(memory);
      return memory;
    },
  });
  globalThis.wasmBytes = () => [...kept].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();
