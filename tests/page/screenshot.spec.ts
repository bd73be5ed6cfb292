/** The picture in the README: `ISNAD_SCREENSHOT=1 npx playwright test screenshot`. */
import { test } from "./page.ts";

test.skip(!process.env["ISNAD_SCREENSHOT"], "only on request, since it changes a file of the repository");
test.use({ viewport: { width: 1280, height: 800 } });

test("picture", async ({ open }) => {
  const page = await open();
  await page.getByRole("button", { name: "جرب مقالا" }).click();
  await page.locator(".q").first().waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await page.screenshot({ path: "docs/screenshot.png", animations: "disabled" });
});
