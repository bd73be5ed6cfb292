// Bundles the unit tests of the page's modules and runs them on node's own test runner. Arguments: names to narrow to.

import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const out = join(root, "target/unit");
const wanted = process.argv.slice(2);
const tests = readdirSync(here, { recursive: true })
  .filter((file) => file.endsWith(".test.ts") && wanted.every((word) => file.includes(word)))
  .map((file) => join(here, file));

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: tests,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outbase: here,
  outdir: out,
  outExtension: { ".js": ".mjs" },
  sourcemap: "inline",
  loader: { ".json": "json" },
  logLevel: "warning",
});
const files = tests.map((file) => join(out, relative(here, file)).replace(/\.ts$/, ".mjs"));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit", cwd: root });
process.exit(status ?? 1);
