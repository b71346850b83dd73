// A worker as a conversation: post, then wait for the message that is meant.

/** @param {Worker} worker */
export function client(worker) {
  let waiting;
  worker.onmessage = ({ data }) => {
    if (waiting?.isIt(data)) waiting.done(data);
  };
  worker.onerror = (event) => waiting?.fail(new Error(event.message || "the worker could not be started"));
  worker.onmessageerror = () => waiting?.fail(new Error("a message could not be read"));
  return {
    post: (message) => worker.postMessage(message),
    next: (isIt) => new Promise((done, fail) => { waiting = { isIt, done, fail }; }),
    close: () => worker.terminate(),
  };
}
