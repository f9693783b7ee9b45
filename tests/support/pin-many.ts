// Run as a program of its own: pins as many keys as it is told, for the test of several processes at once.
import { pinKey } from "../../lib/crypto/pins";
import { numberedKey } from "./numbered-key";

const [site = "", count = "0"] = process.argv.slice(2);
for (let epoch = 1; epoch <= Number(count); epoch += 1) pinKey(site, epoch, numberedKey(epoch));
