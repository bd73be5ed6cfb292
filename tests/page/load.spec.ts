import { expect, STANDALONE, test } from "./page.ts";

for (const [where, address] of [
  ["from a server, under a prefix", undefined],
  ["from disk", STANDALONE],
] as const) {
  test(`loads ${where}`, async ({ open }) => {
    const page = await open(address);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
  });

  test(`has no fault that axe knows of, ${where}`, async ({ open, accessible }) => {
    await open(address);
    await accessible();
  });
}

test("works on when the network is gone", async ({ open, context }) => {
  const page = await open();
  await context.setOffline(true);
  await page.locator("textarea, [contenteditable]").first().fill("قال أحمد سالم إن الميناء سيفتح غدا.");
  await page.waitForTimeout(500);
});
