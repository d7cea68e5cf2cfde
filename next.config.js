import { fileURLToPath } from 'node:url';
import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
  // `npm test` has a step of its own for types.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  experimental: {
    // The limits that count stand in scripts/serve/body-limits.ts; this one must not be below the largest of them.
    serverActions: { bodySizeLimit: '20mb' },
  },
};

export default createNextIntlPlugin('./messages/request.ts')(config);
