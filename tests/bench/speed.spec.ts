/** How long `analyze` takes in Chromium for an article of 6 KB: `cargo xtask bench`. */
import { test } from "@playwright/test";
import { readFileSync, readdirSync } from "node:fs";
import type * as Isnad from "../../www/pkg/isnad.js";

/** Golden articles, one after another, cut at the end of the line that passes 6 KB of UTF-8. */
function article(): string {
  let text = "";
  for (const name of readdirSync("target/golden").filter((name) => name.endsWith(".txt"))) {
    for (const line of readFileSync(`target/golden/${name}`, "utf8").split("\n")) {
      text += `${line}\n`;
      if (Buffer.byteLength(text) >= 6000) return text;
    }
  }
  return text;
}

test("analyze of 6 KB", async ({ page }) => {
  await page.goto("/www/pkg/");
  const text = article();
  const [cold, times] = await page.evaluate(async (text) => {
    const module = (await import("/www/pkg/isnad.js" as string)) as typeof Isnad;
    await module.default({ module_or_path: "/www/pkg/isnad_bg.wasm" });
    const time = () => {
      const start = performance.now();
      module.analyze(text);
      return performance.now() - start;
    };
    module.warmUp();
    const cold = time();
    return [cold, Array.from({ length: 200 }, time).sort((a, b) => a - b)] as const;
  }, text);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
  console.log(
    `Chromium, ${Buffer.byteLength(text)} bytes: first ${cold.toFixed(1)} ms, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`,
  );
});
