/** Installed and offline: the service worker's cache, and the way to a new version. */
import { expect, test } from "@playwright/test";
import { createServer, type Server } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { ready } from "./page.ts";
import { paste, settled } from "./steps.ts";

const KINDS: Record<string, string> = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
};

let server: Server;
let address: string;
/** Appended to the service worker's script, as another build would differ. */
let change = "";

test.beforeEach(async () => {
  change = "";
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html");
    const file = join("dist", path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": KINDS[extname(file)] ?? "text/plain", "cache-control": "no-cache" });
    const bytes = readFileSync(file);
    response.end(path === "/sw.js" ? bytes.toString().replace(/isnad-\$\{/, `isnad-${change}\${`) + `//${change}` : bytes);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

test("reloads and analyses without the server", async ({ page }) => {
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await page.reload();
  await ready(page);
  await paste(page, "قال وزير المياه أحمد سالم إن السد سيفتح غدا.");
  await settled(page);
  await expect(page.locator(".text .q").first()).toBeVisible();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});

test("a new version asks before it takes over", async ({ page }) => {
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await ready(page);
  change = "next";
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const toast = page.locator(".toast");
  await expect(toast).toContainText("نسخة جديدة");
  const loaded = page.waitForEvent("load");
  await toast.getByRole("button").first().click();
  await loaded;
  await ready(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
});

test("can be installed: a manifest with a name and an icon", async ({ page, request }) => {
  await page.goto(address);
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = (await (await request.get(new URL(href!, address).href)).json()) as Record<string, unknown>;
  expect(manifest).toMatchObject({ display: "standalone", start_url: "./", dir: "rtl" });
  expect((manifest["icons"] as unknown[]).length).toBeGreaterThan(0);
});
