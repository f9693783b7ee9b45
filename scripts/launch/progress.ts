/** What is being done at the moment, in words that follow "while". */
let current = "starting";

export const currentStep = (): string => current;

/** Runs one step and prints one line for it: what is done and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  current = label.toLowerCase();
  const started = performance.now();
  process.stdout.write(`  ${label} …`);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  }
}
