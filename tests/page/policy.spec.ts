/** The page's Content-Security-Policy, tried out: nothing gets out, whatever the page or its worker asks for. */
import { expect, test } from "@playwright/test";
import { STANDALONE, ready } from "./page.ts";

for (const [where, address] of [
  ["from a server", "./"],
  ["from disk", STANDALONE],
] as const) {
  test(`nothing gets out, ${where}`, async ({ page }) => {
    await page.goto(address);
    await ready(page);
    const tried = await page.evaluate(async () => {
      const elsewhere = "https://example.com/";
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
      const outcome = await fetch(elsewhere).then(
        () => "went out",
        () => "blocked",
      );
      const script = `fetch("${elsewhere}").then(() => postMessage("went out"), () => postMessage("blocked"))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      const fromWorker = await new Promise((done) => worker.addEventListener("message", ({ data }) => done(data)));
      const image = new Image();
      image.src = `${elsewhere}a.png`;
      const style = document.createElement("style");
      style.textContent = "html { color: red }";
      document.head.append(style);
      await new Promise((done) => setTimeout(done, 200));
      return { outcome, fromWorker, violations };
    });
    expect(tried.outcome).toBe("blocked");
    expect(tried.fromWorker).toBe("blocked");
    expect(tried.violations.map((name) => name.replace(/-elem$/, "")).sort()).toEqual(
      ["connect-src", "img-src", "style-src"],
    );
  });
}
