import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; a start should not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native or wire-level packages stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
  // What the server lets through (scripts/serve/incoming.ts): a list of partners comes back with its preview.
  experimental: { serverActions: { bodySizeLimit: 1_500_000 } },
};

export default withNextIntl(config);
