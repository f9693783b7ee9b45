// `npm start` and, with --dev, `npm run dev`. Needs nothing but Node: it installs the rest.
import { installPackages, ROOT, requireNode } from "./install.mjs";

requireNode();
process.chdir(ROOT);
await installPackages();

// Only now is there something that understands TypeScript. The launcher runs in this process, so
// that a signal, or the end of it, reaches everything it started without a middleman.
const { bundle } = await import("./bundle.mjs");
const { launch } = await import(await bundle("scripts/launch.ts"));
await launch({ dev: process.argv.includes("--dev") });
