// `npm start` and, with --dev, `npm run dev`. Needs nothing but Node: it installs the rest.
import { installPackages, requireNode, ROOT } from "./install.mjs";

requireNode();
process.chdir(ROOT);
await installPackages();

// Only now is there something that runs TypeScript. The launcher stays in this process, so that
// a signal, or the end of it, reaches everything it started without a middleman.
const { register } = await import("tsx/esm/api");
register();
const { launch } = await import("./launch.ts");
await launch({ dev: process.argv.includes("--dev") });
