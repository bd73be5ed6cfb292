/** The main job: paste an article, see who is in it and who said what, go from a speaker to the words. */
import { readFileSync } from "node:fs";
import { expect, STANDALONE, test } from "./page.ts";

const ARTICLE = readFileSync("target/golden/01-dams-morocco.txt", "utf8");

for (const [where, address] of [
  ["from a server", undefined],
  ["from disk, without a network", STANDALONE],
] as const) {
  test(`paste, read, go to a speaker's words, ${where}`, async ({ open, context, browserName }) => {
    if (address) await context.setOffline(true);
    else if (browserName === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await open(address);
    const editor = page.getByRole("textbox", { name: "نص الخبر" });
    await editor.click();
    if (address) {
      await page.keyboard.insertText(ARTICLE);
    } else {
      await page.evaluate((text) => navigator.clipboard.writeText(text), ARTICLE);
      await page.keyboard.press("Control+V");
    }

    // What the page marks is what the core finds, in place.
    const marks = editor.locator(".m");
    await expect(marks.first()).toBeVisible();
    await expect(editor.locator(".q").first()).toHaveAttribute("data-speaker", /\S/);
    const shown = (await editor.innerText()).replace(/\s+/g, " ").trim();
    expect(shown).toBe(ARTICLE.replace(/\s+/g, " ").trim());

    // A speaker leads to the words.
    const name = await editor.locator(".q").last().getAttribute("data-speaker");
    await page.getByRole("tabpanel").getByRole("button", { name: name! }).click();
    await expect(editor.locator(`.q[data-speaker="${name}"]`).first()).toBeInViewport();

    // The text stays a text: typing goes on and is analysed.
    await editor.press("Control+End");
    await page.keyboard.insertText("\nوقال كريم الحداد: \"سنعود غدا\".");
    await expect(editor.locator(".q").last()).toHaveText(/سنعود غدا/);
    await expect(editor.locator(".q").last()).toHaveAttribute("data-speaker", "كريم الحداد");
  });
}
