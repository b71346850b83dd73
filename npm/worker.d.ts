// The worker of `renzheng/worker-client`, for whoever starts it themselves: `import "renzheng/worker"` in a worker of a
// bundler's own kind, and `createChecker({ worker: () => new ThatWorker() })`.
export {};
