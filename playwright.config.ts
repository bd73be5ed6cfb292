import { defineConfig } from "@playwright/test";
import { chromium, PORT } from "./tests/browsers.ts";

export default defineConfig({
  testDir: "tests",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // A busy machine of two cores may miss a deadline; what is wrong stays wrong however often it is tried.
  retries: process.env["CI"] ? 2 : 0,
  reporter: process.env["CI"] ? [["list"]] : [["dot"]],
  outputDir: "test-results",
  use: {
    // The whole tree is served, so that the page always runs under a prefix, as it may at a host.
    baseURL: `http://127.0.0.1:${PORT}/dist/`,
    locale: "ar",
    launchOptions: chromium(),
  },
  webServer: {
    command: `npx esbuild --servedir=. --serve=127.0.0.1:${PORT} --log-level=warning`,
    url: `http://127.0.0.1:${PORT}/dist/index.html`,
    reuseExistingServer: false,
  },
  projects: [
    { name: "wasm", testDir: "tests/wasm" },
    { name: "page", testDir: "tests/page", timeout: 120_000 },
    { name: "bench", testDir: "tests/bench", timeout: 120_000 },
    { name: "firefox", testDir: "tests/firefox", timeout: 60_000 },
  ],
});
