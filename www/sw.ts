/** Keeps the page for use without a network: one cache a version, filled at installation, served before the network. */

export {};

interface Worker {
  addEventListener(type: "install" | "activate" | "fetch" | "message", listener: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}
interface Later {
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as Worker;
/** `xtask build` puts a digest of all files and their names in. */
const VERSION = "__VERSION__";
const FILES = ["./", ..."__FILES__".split(" ")];
const CACHE = `isnad-${VERSION}`;

worker.addEventListener("install", (event: Later) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((f) => new Request(f, { cache: "reload" })))));
});

worker.addEventListener("activate", (event: Later) => {
  const clean = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith("isnad-") && name !== CACHE) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

// A new version waits until the reader agrees, so that a page never mixes two.
worker.addEventListener("message", (event: MessageEvent) => {
  if (event.data === "take over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event: Later & { request: Request; respondWith(r: Promise<Response>): void }) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(worker.registration.scope)) return;
  const answer = async (): Promise<Response> => {
    const cache = await caches.open(CACHE);
    const there = await cache.match(event.request, { ignoreSearch: true });
    return there ?? (await fetch(event.request));
  };
  event.respondWith(answer());
});
