/**
 * Starts the workers that analyse.
 *
 * The worker's script and the wasm are files beside the page or, in `isnad.html`, data blocks in the page itself.
 * Either way a worker starts from a blob, so that it inherits the page's Content-Security-Policy, which a worker that
 * is loaded from an address of its own would not. Both are loaded once; the core is compiled once for all workers.
 *
 * When the first worker can analyse, `data-engine` of the root element becomes `ready`.
 */

let parts: Promise<[string, WebAssembly.Module]> | undefined;

/** A new worker, its core on the way; `worker.ts` says what it takes and answers. */
export async function startWorker(): Promise<Worker> {
  parts ??= Promise.all([workerScript(), wasmBytes().then((bytes) => WebAssembly.compile(bytes))]);
  const [script, wasm] = await parts;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url, { name: "isnad" });
  URL.revokeObjectURL(url);
  worker.addEventListener("message", () => (document.documentElement.dataset["engine"] = "ready"), { once: true });
  worker.postMessage({ wasm });
  return worker;
}

/** The text of a data block that the build puts into `isnad.html`. */
function block(id: string): string | undefined {
  return document.getElementById(id)?.textContent ?? undefined;
}

async function workerScript(): Promise<string> {
  return block("isnad-worker") ?? (await load("worker.js")).text();
}

async function wasmBytes(): Promise<ArrayBuffer> {
  const packed = block("isnad-wasm");
  if (packed === undefined) return (await load("isnad_bg.wasm")).arrayBuffer();
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

async function load(file: string): Promise<Response> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return response;
}
