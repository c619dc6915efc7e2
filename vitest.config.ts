import { defineConfig } from 'vitest/config'

import { TotalReporter } from './scripts/total-reporter.ts'

// The groups run one after another: a browser that waits for two busy cores tells nothing.
export default defineConfig({
  test: {
    reporters: ['default', new TotalReporter()],
    projects: [
      {
        test: {
          name: 'units',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          exclude: ['**/*.{socket,browser}.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A real server on a real port, over HTTP and WebSocket.
        test: {
          name: 'sockets',
          include: ['apps/server/**/*.socket.test.ts', 'packages/sync/src/**/*.socket.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // A real server and a real Chromium; one file at a time, so that two cores are enough.
        test: {
          name: 'browser',
          include: ['apps/web/tests/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
          // Two cores carry a server, two browsers and axe here: one second try before a slow moment is called a fault.
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
