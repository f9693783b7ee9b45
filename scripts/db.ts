// `npm run db -- …`: the embedded database, for people.
import { spawn } from "node:child_process";
import { startEmbedded } from "./database/embedded";
import { findLogin } from "./database/login";
import { findServer, stopServer } from "./database/server";
import { explain, Failure } from "./launch/failure";
import { openDataDir, readSecrets } from "./launch/secrets";
import { loadEnvFile, readDataDir } from "./launch/settings";

const USAGE = `Usage: npm run db -- url <login>     prints a connection URL; a login is owner, intake, mailbox, network, auth, jobs or site_<slug>
       npm run db -- psql [login]    opens psql, as owner unless told otherwise
       npm run db -- status          says whether the embedded database runs
       npm run db -- stop | start    stops or starts it, also while weact runs`;

async function psql(login: string): Promise<number> {
  const { hostname, port, pathname, password } = new URL(await findLogin(login));
  // In the environment and not in the arguments, which every process of the machine can read.
  const settings = {
    PGHOST: hostname,
    PGPORT: port,
    PGDATABASE: pathname.slice(1),
    PGUSER: login,
    PGPASSWORD: decodeURIComponent(password),
  };
  const program = spawn("psql", [], { stdio: "inherit", env: { ...process.env, ...settings } });
  return new Promise((resolve, reject) => {
    program.on("error", () =>
      reject(
        new Failure(
          "psql is not installed: install the PostgreSQL client, or use `npm run db -- url` with another one.",
        ),
      ),
    );
    program.on("close", (code) => resolve(code ?? 1));
  });
}

async function start(): Promise<string> {
  const dataDir = readDataDir();
  if (findServer(dataDir)) return "The embedded database is running already.";
  openDataDir(dataDir);
  const secrets = readSecrets(dataDir);
  if (!secrets) throw new Failure("There is no embedded database yet: npm start makes it.");
  await startEmbedded({ dataDir, secrets });
  return "The embedded database is running.";
}

async function stop(): Promise<string> {
  await stopServer(readDataDir());
  return "The embedded database is stopped.";
}

function status(): string {
  const server = findServer(readDataDir());
  return server
    ? `The embedded database is running on port ${server.port}.`
    : "The embedded database is not running.";
}

async function run([command, login]: string[]): Promise<number> {
  if (command === "psql") return psql(login ?? "owner");
  if (command === "url" && login) console.log(await findLogin(login));
  else if (command === "start") console.log(await start());
  else if (command === "stop") console.log(await stop());
  else if (command === "status") console.log(status());
  else throw new Failure(USAGE);
  return 0;
}

try {
  loadEnvFile();
  process.exit(await run(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error, "using the database"));
  process.exit(1);
}
