// The worker of `renzheng/reader`, for whoever starts it themselves: `import "renzheng/reader-worker"` in a worker of a
// bundler's own kind, and `createReader({ worker: () => new ThatWorker() })`.
export {};
