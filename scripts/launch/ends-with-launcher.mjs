// Loaded first into the programs the launcher runs: a launcher that is killed takes them along,
// or a half-finished build would stand in the way of the next start. Their own helpers load this
// as well, and are left alone.
if (process.env.LAUNCHER_PID === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  // Listening must not keep a program alive that is done.
  process.channel?.unref();
}
