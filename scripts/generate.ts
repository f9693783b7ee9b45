// `npm run generate`: what is made from other files and not kept in the repository, for editors and type checks.
import { generateClient, generateImages, generateStyles } from "./launch/build";
import { explain } from "./launch/failure";

try {
  await generateClient();
  await generateStyles();
  await generateImages();
} catch (error) {
  console.error(explain(error, "generating"));
  process.exit(1);
}
