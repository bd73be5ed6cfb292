/** Keeps the page for use without a network: one cache a version, filled at installation, served before the network. */

declare const VERSION: string;

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
const CACHE = `isnad-${VERSION}`;
const FILES = [
  "./", "main.js", "worker.js", "style.css", "isnad_bg.wasm", "manifest.webmanifest", "icon.svg",
  "naskh-400.woff2", "naskh-600.woff2", "naskh-latin-400.woff2",
  "sans-400.woff2", "sans-600.woff2", "sans-latin-400.woff2", "sans-latin-600.woff2",
];

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
