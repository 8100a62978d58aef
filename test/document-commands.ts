/** How each command of the documents is held to be true. A command that is new is a line here first. */

export type Held =
  /** e2e/documents.spec.ts starts it, and asks what it started. */
  | { readonly by: "start" }
  /** e2e/documents.spec.ts runs its block beside a demo. */
  | { readonly by: "shell" }
  /** A test of its own does what it says. */
  | { readonly by: "test"; readonly test: string }
  /** It takes too long to be run by a test: its script is there, and takes its flags. */
  | { readonly by: "script" }
  /** It changes the machine it is typed on. */
  | { readonly by: "machine"; readonly why: string };

const test = (name: string): Held => ({ by: "test", test: name });
const machine = (why: string): Held => ({ by: "machine", why });

const START: Held = { by: "start" };
const SHELL: Held = { by: "shell" };
const SCRIPT: Held = { by: "script" };

const PACKED = test(
  "`e2e/package.spec.ts`: npm pack gives a package that shows the dashboard on a machine without the repository",
);
const RELEASED = test(
  "`test/release.test.ts`: the server of a release › has four commands, which are shown wherever it is told how to start it",
);
const SYSTEMD = machine("it wants a systemd; the unit's command is run by test/release.test.ts");
const CONTAINER = machine("it wants a container engine; what it runs is run by test/release.test.ts");
const NGINX = machine("it wants root and the machine's nginx; test/nginx.test.ts runs the same files");

export const COMMANDS: Readonly<Record<string, Held>> = {
  "npm ci && npm start": test(
    "`e2e/cli.spec.ts`: npm start serves a live dashboard of simulated sessions, and ends when told to",
  ),
  "npm ci && npm test": SCRIPT,
  "DECTHINGS_API_KEY=... npm start": START,
  "npm start -- --direct": START,
  "npm start -- --scenario hostile --port 4200": START,
  "npm pack": PACKED,
  "npm install ./decthings-debug-dashboard-0.1.0.tgz": PACKED,
  "npx decthings-debug-dashboard": PACKED,
  "(umask 077; head -c 24 /dev/urandom | base64 > token.txt)": SHELL,
  "npm start -- --host 0.0.0.0 --allow-host dash.example.com --access-token-file token.txt": START,

  "npm run build": SCRIPT,
  "npm run bench": SCRIPT,
  "npm run bench -- --quick": SCRIPT,
  "npm run bench -- --soak": SCRIPT,
  "npm run bench -- --viewers": SCRIPT,
  "npm run bench -- --timelines": SCRIPT,
  "npm run simulator": test(
    "`e2e/cli.spec.ts`: npm run simulator answers as the API, and npm start forwards to it without showing its key",
  ),

  "npm ci --ignore-scripts && npm run release": PACKED,
  "node server.mjs --api-key-file /etc/decthings-debug-dashboard/api-key": RELEASED,
  "(umask 077; head -c 32 /dev/urandom | base64 | tr -d '\\n' > access-token)": RELEASED,
  "node server.mjs --api-key-file api-key --host 0.0.0.0 --allow-host dashboard.example.com --access-token-file access-token":
    RELEASED,
  "mkdir -p /opt/decthings-debug-dashboard && cp -r release/. /opt/decthings-debug-dashboard/": SYSTEMD,
  "install -D -m 600 auth.txt /etc/decthings-debug-dashboard/api-key": SYSTEMD,
  "cp deploy/systemd/decthings-debug-dashboard.service /etc/systemd/system/": SYSTEMD,
  "systemctl daemon-reload && systemctl enable --now decthings-debug-dashboard": SYSTEMD,
  "docker build -f deploy/Containerfile -t decthings-debug-dashboard .": CONTAINER,
  "install -m 400 -o 65532 auth.txt api-key": CONTAINER,
  'docker run --read-only --cap-drop ALL --security-opt no-new-privileges --memory 512m --network host -v "$PWD/api-key:/run/secrets/api-key:ro" decthings-debug-dashboard --api-key-file /run/secrets/api-key':
    CONTAINER,
  "cp -r deploy/nginx /etc/nginx/dashboard": NGINX,
  "mkdir -p /srv/dashboard && cp -r release/dist /srv/dashboard/": NGINX,
  '(umask 077; printf \'map "" $dashboard_authorization { default "Bearer %s"; }\\n\' "$(cat auth.txt)" > /etc/nginx/dashboard/settings/key.conf)':
    NGINX,
  "ln -s /etc/nginx/dashboard/gateway.conf /etc/nginx/conf.d/dashboard.conf": NGINX,
  "nginx -t && systemctl reload nginx": NGINX,
};

/** What talks to a running demo. */
const TALKS = /^(?:faults |curl |printf )/u;

/** How a command is held; undefined where nobody said. */
export const heldBy = (command: string): Held | undefined =>
  COMMANDS[command] ?? (TALKS.test(command) || command.startsWith("faults()") ? SHELL : undefined);
